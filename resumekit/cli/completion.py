"""`resumekit completion`: the script that completes words in a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from resumekit.cli import screen
from resumekit.cli.options import OneOf

VARIABLE = "_RESUMEKIT_COMPLETE"


@click.command()
@click.argument("shell", metavar="SHELL", type=OneOf(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    r"""Print the script that completes words in a shell.

    \b
    bash   eval "$(resumekit completion bash)"              in ~/.bashrc
    zsh    eval "$(resumekit completion zsh)"               in ~/.zshrc
    fish   resumekit completion fish | source               in ~/.config/fish/config.fish
    """
    maker = get_completion_class(shell)
    assert maker is not None
    root = ctx.find_root()
    try:
        script = maker(root.command, {}, "resumekit", VARIABLE).source()
    except RuntimeError as error:
        # click's bash class asks the installed bash for its version, and there may be none.
        raise click.ClickException(str(error)) from None
    screen.say(script)
