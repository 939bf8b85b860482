"""What holds for every test."""

from __future__ import annotations

import signal


def pytest_configure() -> None:
    """Hear Ctrl-C: a shell that starts the tests in the background has it ignored, and the commands
    that the tests interrupt would inherit that.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
