"""Brings a built tree to its canonical shape; the second half of what makes ``sanitize`` stable."""

from models.richtext.tree import Box, Leaf, Node, line_text, split_paragraphs


def tidy(box: Box) -> Box:
    """The same content with one shape: no empty boxes, no two lists or quotes that are really one.

    Depth is bounded by the builder, so recursion is safe.
    """
    children: list[Node] = []
    for child in _code_joined(box.children):
        for node in _tidy_leaf(child) if isinstance(child, Leaf) else _tidy_box(child):
            _append(children, node)
    box.children = children
    return box


def _code_joined(nodes: list[Node]) -> list[Node]:
    """One code block for many in a row: Qt and Outlook write one per line, empty ones too."""
    joined: list[Node] = []
    for node in nodes:
        last = joined[-1] if joined else None
        if isinstance(last, Leaf) and isinstance(node, Leaf) and last.tag == node.tag == "pre":
            last.lines += node.lines
        else:
            joined.append(node)
    return joined


def _tidy_leaf(leaf: Leaf) -> list[Node]:
    if leaf.tag == "p":
        return [Leaf("p", part) for part in split_paragraphs(leaf.lines)]
    if leaf.tag == "hr":
        return [leaf]
    if leaf.tag == "pre":
        while leaf.lines and not line_text(leaf.lines[-1]):
            leaf.lines.pop()
    else:
        leaf.lines = [line for line in leaf.lines if line]
    return [leaf] if leaf.lines else []


def _tidy_box(box: Box) -> list[Node]:
    tidy(box)
    if box.tag == "li":
        _set_lead(box)
    elif box.tag in ("td", "th"):
        if len(box.children) == 1 and _is_blank(box.children[0]):
            box.children = []
    elif not box.children:
        return []
    elif box.tag in ("ul", "ol"):
        _set_states(box)
    elif box.tag == "table" and (cell := _only_cell(box)) is not None:
        return cell.children
    return [box]


def _set_lead(item: Box) -> None:
    """An item begins with a paragraph, its own text, perhaps empty; blocks may follow it."""
    children = item.children
    first_shown = next((i for i, c in enumerate(children) if not _is_blank(c)), len(children))
    del children[: max(0, first_shown - 1)]
    if len(children) > 1 and _is_blank(children[0]) and _is_paragraph(children[1]):
        del children[0]
    if not children or not _is_paragraph(children[0]):
        children.insert(0, Leaf("p", [[]]))


def _set_states(items: Box) -> None:
    """In a checklist every item is checked or not; in any other list none is."""
    is_checklist = items.is_checklist
    for item in items:
        if isinstance(item, Box):
            item.checked = bool(item.checked) if is_checklist else None


def _only_cell(table: Box) -> Box | None:
    """The cell of a table that has just one: a frame around a layout, not a table to be read."""
    if len(table.children) != 1:
        return None
    row = table.children[0]
    cells = row.children if isinstance(row, Box) else []
    return cells[0] if len(cells) == 1 and isinstance(cells[0], Box) else None


def _append(siblings: list[Node], node: Node) -> None:
    last = siblings[-1] if siblings else None
    if isinstance(last, Box) and isinstance(node, Box) and _is_same_box(last, node):
        if node.tag == "table":
            siblings += [Leaf("p", [[]]), node]
        else:
            for child in node:
                _append(last.children, child)
    elif isinstance(last, Leaf) and isinstance(node, Leaf) and last.tag == node.tag == "pre":
        last.lines += node.lines
    else:
        siblings.append(node)


def _is_same_box(last: Box, node: Box) -> bool:
    """Neighbours that the block model could not tell apart."""
    if last.tag != node.tag or last.tag not in ("blockquote", "ul", "ol", "table"):
        return False
    return last.start == node.start and last.is_checklist == node.is_checklist


def _is_paragraph(node: Node) -> bool:
    return isinstance(node, Leaf) and node.tag == "p"


def _is_blank(node: Node) -> bool:
    return isinstance(node, Leaf) and node.is_blank
