"""Markdown (CommonMark with tables, strikethrough and task lists) to canonical HTML."""

import re

from models.richtext.clean import sanitize, storable

_TASK = re.compile(r"<li>(\s*(?:<p>)?)\[([ xX])\] ")


def from_markdown(text: str, line_breaks: bool = False) -> str:
    """Canonical HTML of Markdown; HTML inside it is sanitised like any other.

    A single line feed is a space, as CommonMark says, or a new line with ``line_breaks`` (what
    issue trackers do in comments).
    """
    from markdown_it import MarkdownIt  # 55 ms, and few programs ever meet Markdown

    parser = MarkdownIt("commonmark", {"html": True, "breaks": line_breaks})
    html = parser.enable(["table", "strikethrough"]).render(storable(text))
    return sanitize(_TASK.sub(_task_item, html))


def _task_item(match: re.Match[str]) -> str:
    state = "unchecked" if match[2] == " " else "checked"
    return f'<li class="{state}">{match[1]}'
