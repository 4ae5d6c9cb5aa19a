"""A full disk, for a piece of a test or for another process, and the rights of an ordinary user."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager

NOBODY = 65534
TOO_SMALL_BYTES = 4_096
"""Less than one page of a local file's journal: nothing can be written."""


def in_child(act: Callable[[], None], prepare: Callable[[], None]) -> None:
    """``act`` after ``prepare`` in a child of its own; fails when it fails there."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            prepare()
            act()
            code = 0
        except BaseException:  # the child's report is its exit code and this text
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0, "it failed in the child, see above"


def on_a_full_disk(act: Callable[[], None], limit_bytes: int) -> None:
    """No file can grow beyond ``limit_bytes``: the system says what it says of a full disk."""
    import resource

    limits = (limit_bytes, limit_bytes)
    in_child(act, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limits))


@contextmanager
def full_disk(limit_bytes: int, pid: int = 0) -> Iterator[None]:
    """The same for this process or another one, until the block ends."""
    import resource

    soft, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (limit_bytes, hard))
    try:
        yield
    finally:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (soft, hard))


def as_ordinary_user(act: Callable[[], None]) -> None:
    """Without the rights of root, for which every folder can be written."""
    in_child(act, lambda: os.setuid(NOBODY) if os.geteuid() == 0 else None)
