"""``deskside``: the window, or one of the commands without a window.

Qt is imported only when a window is wanted, so that the commands start at once.
"""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import logging
import os
import sys

from desktop.terminal import arguments
from desktop.terminal.ended import Ended
from models.errors import DeskError, NotFound, Refused

WITH_WINDOW = (None, "call")


def main(given: list[str] | None = None) -> int:
    """Run ``deskside`` with these arguments; the exit code (see README.md)."""
    options = arguments.parser().parse_args(given)
    faulthandler.enable()
    logging.basicConfig(level=os.environ.get("DESKSIDE_LOG", "WARNING").upper(), stream=sys.stderr)
    _speak_utf8()
    try:
        if options.command not in WITH_WINDOW:
            from desktop.terminal import commands

            return commands.run(options)
        gc.disable()  # until the inbox is painted (see work/collector.py): nothing is garbage yet
        from desktop import app

        return app.run(options)
    except Ended as ended:
        return _fail(ended.code, str(ended))
    except Refused as refusal:
        return _fail(2, refusal.sentence)
    except NotFound as error:
        return _fail(2, str(error))
    except DeskError as error:
        return _fail(5, _store_words(error))
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # until the exit
        return 0


def _speak_utf8() -> None:
    """JSON is UTF-8 whatever the terminal's locale says; a missing stream stays missing."""
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]


def _fail(code: int, sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return code


def _store_words(error: DeskError) -> str:
    return f"The local file can't be used: {error} Nothing was lost; what was kept before is there."


if __name__ == "__main__":
    sys.exit(main())
