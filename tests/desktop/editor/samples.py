"""Canonical HTML of every part of the subset, as people and mail programs make it."""

from __future__ import annotations

SHA = "0123456789abcdef" * 4
PERSON = "0198f3a2-1111-7aaa-8bbb-000000000001"
LINK = '<a href="https://example.org/a?b=1&amp;c=2" rel="noopener noreferrer">вики</a>'
MENTION = f'<span class="mention" data-id="{PERSON}">@Мария Орлова</span>'

CANONICAL = {
    "nothing": "",
    "word": "<p>Привет</p>",
    "marks": (
        "<p>a <b>b <i>bi</i></b> <u>u</u> <s>s</s> <mark>m <code>mc</code></mark> "
        "x<sub>2</sub><sup>3</sup></p>"
    ),
    "inline code": "<p>Run <code>ip link &lt;show&gt;</code> now</p>",
    "lines": "<p>one<br>two<br><b>three</b></p>",
    "empty line": "<p>one</p><p><br></p><p>two</p>",
    "spaces": '<p class="keep-space">a  b   c </p>',
    "headings": "<h1>Раз</h1><h2>two <i>i</i></h2><h3>three</h3><p>end</p>",
    "link": f"<p>See {LINK}.</p>",
    "mention": f"<p>{MENTION} the same gateway</p>",
    "bold mention": f'<p><span class="mention" data-id="{PERSON}"><b>@Мария</b></span></p>',
    "list": "<ul><li>раз</li><li>два</li></ul>",
    "numbers": '<ol start="3"><li>c</li><li>d</li></ol><p>p</p><ol><li>a</li></ol>',
    "two numbered lists": '<ol><li>a</li></ol><ol start="5"><li>e</li></ol>',
    "nested lists": (
        "<ul><li>a<ol><li>a1<ul><li>deep</li></ul></li><li>a2</li></ol></li><li>b</li></ul>"
    ),
    "mixed lists": "<ul><li>a</li></ul><ol><li>b</li></ol><ul><li>c</li></ul>",
    "check list": (
        '<ul class="checklist"><li class="checked">done</li><li class="unchecked">открыто</li></ul>'
    ),
    "nested check list": (
        '<ul class="checklist"><li class="checked">a<ul class="checklist">'
        '<li class="unchecked">b</li></ul></li></ul>'
    ),
    "item of blocks": "<ul><li>a<p>more</p><pre><code>x</code></pre></li><li>b</li></ul>",
    "quote in item": "<ul><li>a<blockquote><p>q</p><p>r</p></blockquote></li><li>b</li></ul>",
    "empty lead": "<ul><li><ul><li>b</li></ul></li></ul>",
    "quote": (
        "<blockquote><p>q1</p><blockquote><p>q2</p></blockquote><p>q3</p></blockquote><p>a</p>"
    ),
    "list in quote": "<blockquote><ul><li>a<p>b</p></li></ul></blockquote>",
    "code": "<p>so</p><pre><code>a = 1\n  b = 2\n\nif x &lt; 3:  # да</code></pre><p>end</p>",
    "rule": "<p>a</p><hr><p>b</p>",
    "rule and image": f'<hr><p><img src="deskside-file:{SHA}" alt=""></p>',
    "image": f'<p>see <img src="deskside-file:{SHA}" alt="снимок" width="320" height="200"> it</p>',
    "linked image": (
        f'<p><a href="https://example.org/" rel="noopener noreferrer">'
        f'<img src="deskside-file:{SHA}" alt=""></a></p>'
    ),
    "blocked image": '<p><img data-blocked="https://example.org/a.png" alt="logo"></p>',
    "table": (
        "<table><tr><th>Time</th><th>Событие</th></tr><tr><td>11:21</td><td>a <b>b</b></td></tr>"
        "</table>"
    ),
    "table within text": "<p>a</p><table><tr><td>1</td><td>2</td></tr></table><p>b</p>",
    "empty cells": "<table><tr><td></td><td>2</td></tr><tr><td>3</td><td></td></tr></table>",
    "spans": (
        '<table><tr><td colspan="2">a</td><td rowspan="2">b</td></tr>'
        "<tr><td>c</td><td>d</td></tr></table>"
    ),
    "cell of blocks": (
        "<table><tr><td><p>a</p><ul><li>b</li></ul></td><td><pre><code>c</code></pre></td></tr>"
        "</table>"
    ),
    "nested table": (
        "<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr></table>"
    ),
    "two tables": (
        "<table><tr><td>a</td><td>b</td></tr></table><p><br></p>"
        "<table><tr><td>c</td><td>d</td></tr></table>"
    ),
    "table in quote": "<blockquote><table><tr><td>1</td><td>2</td></tr></table></blockquote>",
    "table in item": "<ul><li>a<table><tr><td>1</td><td>2</td></tr></table></li></ul>",
    "emoji": "<p>👩‍👩‍👧 ok ✅ naïve Ёжик й</p>",
}
