"""The `resumekit` command: its table of commands, and what every command shares when it ends."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence

import click
from click.exceptions import NoArgsIsHelpError

from resumekit.cli import screen
from resumekit.cli.group import Lazy, LazyGroup
from resumekit.errors import ResumekitError

INTERRUPTED = 130
"""128 + SIGINT, as shells count."""
TERMINATED = 143

COMMANDS = {
    "new": Lazy("resumekit.cli.new:new", "Write the file of a new client, an offer or a list of applications."),
    "render": Lazy("resumekit.cli.render:render", "Turn client files into resumes and letters."),
    "strategy": Lazy(
        "resumekit.cli.strategy:strategy", "Say which strategy fits a target, why, and which answer is missing."
    ),
    "map": Lazy("resumekit.cli.map:map_", "Show what the facts prove of a target field, and what is missing."),
    "match": Lazy("resumekit.cli.match:match", "Compare a posting's requirements with the client's facts."),
    "move": Lazy("resumekit.cli.move:move", "Say whether an offered job is a strategic move."),
    "funnel": Lazy("resumekit.cli.funnel:funnel", "Say where applications leak, and what to do about it."),
    "offers": Lazy("resumekit.cli.offers:offers", "Set two or more offers side by side."),
    "plan": Lazy("resumekit.cli.plan:plan", "Plan a search: expected weeks, runway, the day to decide."),
    "interview": Lazy(
        "resumekit.cli.interview:interview", "Prepare an interview: what to say, stories, requirements, practice."
    ),
    "check": Lazy("resumekit.cli.check:check", "Check client files, or what a machine reads in a resume."),
    "rules": Lazy("resumekit.cli.rules:rules", "List the rules of the checks."),
    "rule": Lazy("resumekit.cli.rules:rule", "Explain one rule of the checks."),
    "review": Lazy("resumekit.cli.review:review", "Write a copy for the client, with questions as Word comments."),
    "explain": Lazy("resumekit.cli.explain:explain", "Show the facts behind each line, and what was left out."),
    "diff": Lazy("resumekit.cli.diff:diff", "Say in words what changed on the page."),
    "confirm": Lazy("resumekit.cli.confirm:confirm", "Record that the client has confirmed facts."),
    "import": Lazy("resumekit.cli.import_:import_", "Turn a resume made elsewhere into a client file."),
    "themes": Lazy("resumekit.cli.themes:themes", "List, show and copy themes."),
    "frameworks": Lazy("resumekit.cli.frameworks:frameworks", "List, show, check and write frameworks and lexicons."),
    "schema": Lazy("resumekit.cli.schema:schema", "Print the JSON Schema of a client file, or of another file."),
    "doctor": Lazy("resumekit.cli.doctor:doctor", "Check this computer, and say how to mend what is missing."),
    "completion": Lazy("resumekit.cli.completion:completion", "Print the script that completes words in a shell."),
}


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        screen.say(f"resumekit {version('resumekit')}")
    except PackageNotFoundError:
        screen.say("resumekit, from a folder that is not installed")
    ctx.exit()


@click.group(
    cls=LazyGroup,
    lazy=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with: resumekit new amina.yaml, then: resumekit render amina.yaml",
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version and exit."
)
def cli() -> None:
    """One file of facts about a client; many resumes in Word and PDF, every line traced to a fact."""


def _show(error: click.ClickException) -> None:
    """As click does, in this program's own form."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context:
        screen.note(context.get_usage())
    screen.error(error.format_message())
    if context:
        screen.note(f"For help: {context.command_path} --help")


def run(args: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code: 0 well, 1 findings or a user's error, 2 usage, 130 Ctrl-C.

    An error of our own is not caught, so that its traceback is seen.
    """
    try:
        code = cli.main(args=None if args is None else list(args), prog_name="resumekit", standalone_mode=False)
    except NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.ClickException as error:
        _show(error)
        return error.exit_code
    except click.Abort:
        return INTERRUPTED
    except ResumekitError as error:
        screen.report(error)
        return 1
    return code if isinstance(code, int) else 0


def main() -> None:
    """The script's door: sets the streams up, runs, and leaves quietly when a pipe's reader has gone."""
    # Asked to end, it ends as from Ctrl-C: what is half done is cleared away.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(TERMINATED))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that cannot show a character shows "?"; it is no reason to stop.
            stream.reconfigure(errors="replace")
    try:
        code = run()
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more at its end, and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 1
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)
