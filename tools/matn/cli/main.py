"""The entry point: the one place where an error becomes a message and an exit code."""

from __future__ import annotations

import errno
import os
import signal
import sys
import traceback
from collections.abc import Sequence

import click

from matn.cli.account import account
from matn.cli.anchors import anchors
from matn.cli.build import build
from matn.cli.catalogues import catalogues
from matn.cli.check import check
from matn.cli.cite import cite
from matn.cli.explain import explain
from matn.cli.export import export
from matn.cli.proofread import proofread
from matn.cli.summaries import summaries
from matn.cli.text import text
from matn.errors import ExitCode, MatnError

_INTERRUPTED = 130  # what shells use for a process ended by Ctrl-C
_TERMINATED = 143  # and for one that was told to end
_REFUSED = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO})
"""What a machine may refuse at any step: no room, no leave, a faulty disk. No bug of ours."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="matn", message="%(prog)s %(version)s")
def cli() -> None:
    """Matn makes a bilingual digital edition of damaged Arabic texts.

    WORK is the name of a folder in docs/works. Source texts are looked for in the folder named with
    --sources or SOURCES, else in sources/ and ../shared/sources.

    Exit codes: 0 done, 1 findings, 2 wrong usage, 3 bad input, 4 a missing tool, 70 a bug of ours.
    """


for command in (account, anchors, build, catalogues, check, cite, explain, export, proofread, summaries, text):
    cli.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave the process with the exit code of what happened."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(_TERMINATED))  # an orderly end takes half-made folders away
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit code."""
    try:
        # Not cli.main(): it has its own idea of exit codes, and of a reader that goes away.
        with cli.make_context("matn", list(sys.argv[1:] if arguments is None else arguments)) as context:
            result = cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.exceptions.Abort, KeyboardInterrupt):
        return _tell("stopped", _INTERRUPTED)
    except MatnError as error:
        return _tell(str(error), error.code)
    except BrokenPipeError:  # the reader of our output went away (``| head``): that is no error
        _drop_output()
        return ExitCode.DONE
    except Exception as error:  # noqa: BLE001 - the last place that can tell the user what became of the files
        return _unforeseen(error)
    return int(result) if isinstance(result, int) else ExitCode.DONE


def _tell(message: str, code: int) -> int:
    click.echo(f"matn: {message}", err=True)
    return int(code)


def _unforeseen(error: Exception) -> int:
    """Tell what the machine refused, or else that there is a bug of ours, and where."""
    if isinstance(error, OSError) and error.errno in _REFUSED:
        _drop_output()
        return _tell(f"{error.filename or 'the output'}: {error.strerror}", ExitCode.BAD_INPUT)
    traceback.print_exception(error)
    return _tell("this is a bug of ours; nothing was written", ExitCode.BROKEN_PROMISE)


def _drop_output() -> None:
    """Keep Python from complaining at its end of output that it could not deliver."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
