"""The command line from a checkout: `python cli.py check draft.md`."""

from verify.commands import main

if __name__ == "__main__":
    main()
