"""Makes the stance models that `verify/models` ships; see README.md."""
