from models.richtext import Block, blocks, join, sanitize

BODY = (
    "<h2>Plan</h2><p>a</p>"
    '<ul class="checklist"><li class="checked">b<p>more</p><ul><li>c</li></ul></li>'
    '<li class="unchecked">d</li></ul>'
    "<blockquote><p>e</p></blockquote><pre><code>f</code></pre>"
    "<table><tr><th>g</th><th>h</th></tr><tr><td>1</td><td>2</td></tr></table>"
    '<hr><p><img src="cid:a" alt=""></p>'
)
CHECKS = '<ul class="checklist">'


def test_a_body_is_cut_into_its_units() -> None:
    assert blocks(BODY) == [
        Block("heading", "<h2>Plan</h2>"),
        Block("paragraph", "<p>a</p>"),
        Block("item", '<li class="checked">b', (CHECKS,)),
        Block("paragraph", "<p>more</p>", (CHECKS, "<li>")),
        Block("item", "<li>c", (CHECKS, "<li>", "<ul>")),
        Block("item", '<li class="unchecked">d', (CHECKS,)),
        Block("paragraph", "<p>e</p>", ("<blockquote>",)),
        Block("code", "<pre><code>f</code></pre>"),
        Block("row", "<tr><th>g</th><th>h</th></tr>", ("<table>",)),
        Block("row", "<tr><td>1</td><td>2</td></tr>", ("<table>",)),
        Block("rule", "<hr>"),
        Block("image", '<p><img src="cid:a" alt=""></p>'),
    ]
    assert join(blocks(BODY)) == BODY == sanitize(BODY)


def test_depth_counts_the_lists_around_an_item() -> None:
    assert [b.depth for b in blocks(BODY) if b.kind == "item"] == [1, 2, 1]
    assert blocks(BODY)[0].depth == 0


def test_an_item_put_before_the_first_joins_the_same_list() -> None:
    old = blocks("<p>x</p><ul><li>b</li></ul>")
    merged = join([old[0], Block("item", "<li>a", ("<ul>",)), old[1]])
    assert merged == "<p>x</p><ul><li>a</li><li>b</li></ul>"


def test_blocks_of_a_lost_item_are_still_valid_html() -> None:
    orphans = [b for b in blocks("<ul><li>a<p>b</p><p>c</p></li></ul>") if b.kind != "item"]
    assert sanitize(join(orphans)) == "<ul><li>b<p>c</p></li></ul>"
