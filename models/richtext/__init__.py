"""The one form of rich text: stored, merged by blocks, shown in Qt and mailed.

Every writer of a message, note or article passes its HTML through ``sanitize`` (or makes it with
``from_plain`` or ``from_markdown``); ``docs/richtext.md`` describes the subset and its limits.
All functions are pure and safe to call on any thread.
"""

from models.richtext.blocks import Block, blocks, join
from models.richtext.clean import sanitize
from models.richtext.markdown import from_markdown
from models.richtext.plain import from_plain, to_plain
from models.richtext.scan import cut

__all__ = ["Block", "blocks", "cut", "from_markdown", "from_plain", "join", "sanitize", "to_plain"]
