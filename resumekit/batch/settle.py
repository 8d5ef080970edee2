"""What a process that works on many clients does behind its first one."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


@cache
def settle() -> None:
    """Takes what a warm process holds out of the garbage collector's rounds, and makes them rare, once: a quarter faster."""
    gc.collect()
    gc.freeze()
    collect_seldom()


def collect_seldom() -> None:
    """Lets more be made before the garbage collector looks for what is left over: setting a page makes 200,000 values."""
    gc.set_threshold(50_000, 10, 10)


def run_settled(fn: Callable[[Any], T], argument: Any) -> T:
    """Calls a function, and settles the process behind its first call when it is a worker."""
    from multiprocessing import parent_process

    result = fn(argument)
    if parent_process() is not None:
        settle()
    return result
