"""`resumekit doctor`: whether this computer has what resumekit needs, and how to mend what is missing."""

from __future__ import annotations

import locale
import platform
import sys
from typing import TYPE_CHECKING

import click

from resumekit.cli import screen
from resumekit.cli.options import json_switch

if TYPE_CHECKING:
    from resumekit.render.health import Check

OLDEST = (3, 11)


@click.command()
@json_switch
@click.pass_context
def doctor(ctx: click.Context, form: str) -> None:
    """Check this computer, and say how to mend what is missing."""
    from resumekit.render.health import check_rendering

    checks = (_python(), *check_rendering(), _terminal())
    broken = [check for check in checks if check.required and not check.ok]
    if form == "json":
        screen.say_json({"ok": not broken, "checks": [_as_json(check) for check in checks]})
    else:
        _print(checks)
        screen.say()
        screen.say(f"{len(broken)} to mend" if broken else "everything that is required is there")
    ctx.exit(1 if broken else 0)


def _python() -> Check:
    from resumekit.render.health import Check

    wanted = ".".join(str(part) for part in OLDEST)
    ok = sys.version_info >= OLDEST
    remedy = "" if ok else f"install Python {wanted} or newer: https://www.python.org/downloads"
    return Check("Python", ok, platform.python_version(), "runs resumekit", remedy)


def _terminal() -> Check:
    from resumekit.render.health import Check

    encoding = getattr(sys.stdout, "encoding", None) or locale.getpreferredencoding(False)
    wide = "utf" in encoding.lower()
    name = "PYTHONUTF8=1" if sys.platform == "win32" else "LANG=C.UTF-8"
    remedy = "" if wide else f"set {name}; until then letters that are missing show as ?, in the terminal only"
    return Check("Terminal", wide, encoding, "shows names in any script", remedy, required=False)


def _as_json(check: Check) -> dict[str, str | bool]:
    return {
        "name": check.name,
        "ok": check.ok,
        "required": check.required,
        "found": check.found,
        "purpose": check.purpose,
        "remedy": check.remedy,
    }


def _print(checks: tuple[Check, ...]) -> None:
    rows = [(_state(check), check.name, check.found, check.purpose) for check in checks]
    for line, check in zip(screen.table(rows), checks, strict=True):
        colour = "green" if check.ok else "red" if check.required else "yellow"
        state = _state(check)
        screen.say(click.style(state, fg=colour) + line[len(state) :])
        if check.remedy:
            screen.say(f"         to mend: {check.remedy}")


def _state(check: Check) -> str:
    if check.ok:
        return "ok"
    return "missing" if check.required else "optional"
