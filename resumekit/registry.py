"""Registry: the one way to look a thing up by name, with did-you-mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

from resumekit.errors import UnknownNameError

T = TypeVar("T")


class Registry(Mapping[str, T], Generic[T]):
    """Things of one kind by name, in the order they were added."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self._items: dict[str, T] = {}

    def add(self, name: str) -> Callable[[T], T]:
        """A decorator that adds what it decorates under `name`."""

        def keep(item: T) -> T:
            if name in self._items:
                raise ValueError(f"two {self.kind}s are called '{name}'")
            self._items[name] = item
            return item

        return keep

    def __getitem__(self, name: str) -> T:
        """Raises UnknownNameError with the nearest name when there is none."""
        try:
            return self._items[name]
        except KeyError:
            raise UnknownNameError(self.kind, name, self._items) from None

    def __contains__(self, name: object) -> bool:
        return name in self._items

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)
