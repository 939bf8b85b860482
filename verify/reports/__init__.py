"""Pure renderers of a report, one file each."""
