"""LazyGroup: commands that are imported when they run, and listed without."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, NamedTuple

import click
from click.shell_completion import CompletionItem

from resumekit.errors import nearest


class Lazy(NamedTuple):
    """Where a command stands ("module:function"), and its help's first line, kept so that a list needs no import."""

    where: str
    summary: str


class LazyGroup(click.Group):
    """A group that knows its commands by name and summary, and imports the one that is called."""

    def __init__(self, *args: Any, lazy: Mapping[str, Lazy], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lazy = dict(lazy)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The order of the table, which is the order of a coach's work."""
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.lazy:
            return None
        module, _, name = self.lazy[cmd_name].where.partition(":")
        command = getattr(import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.lazy and not args[0].startswith("-"):
            guess = nearest(args[0], self.lazy)
            hint = f"did you mean '{guess}'?" if guess else f"Commands: {', '.join(self.lazy)}."
            ctx.fail(f"there is no command '{args[0]}'; {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, lazy.summary) for name, lazy in self.lazy.items()])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
        own = [
            CompletionItem(name, help=lazy.summary) for name, lazy in self.lazy.items() if name.startswith(incomplete)
        ]
        # click's own list of a group's commands would import each of them; options come from Command itself.
        return own + click.Command.shell_complete(self, ctx, incomplete)
