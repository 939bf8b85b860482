"""A file that comes in parts, read as one without putting it together on disk."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any


class Joined(io.RawIOBase):
    """Files one behind the other as one that can be read and sought. OSError as of the files."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = list(paths)
        self._ends = list(accumulate(path.stat().st_size for path in paths))
        self._at = 0

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """Always."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to an offset from the start, from here or from the end."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._ends[-1]}[whence]
        self._at = base + offset
        return self._at

    def tell(self) -> int:
        """The offset read next."""
        return self._at

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer as far as the part goes that is read; 0 at the end."""
        for path, end in zip(self._paths, self._ends, strict=True):
            if self._at < end:
                with path.open("rb") as part:
                    part.seek(self._at - end, io.SEEK_END)
                    count = part.readinto(buffer)
                self._at += count
                return count
        return 0
