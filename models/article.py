"""Knowledge (scope ``kb``)."""

from __future__ import annotations

from models.fields import Replicated, maybe_text, moment, text


class Article(Replicated):
    """One text of the knowledge base in one language."""

    group_key = text()  # translations of one article share it
    language = text()
    title = text()
    category = text()
    audience = text()  # agents, customers
    html = text()
    source_text = maybe_text()
    source_format = text()
    source = maybe_text()
    source_id = maybe_text()
    updated_at_ms = moment(default=0)


class ArticleVersion(Replicated):
    """What an article said before; rows are only added."""

    article_id = text()
    title = text()
    html = text()
    author_id = maybe_text()
    at_ms = moment(default=0)


class ArticleUse(Replicated):
    """What somebody did with an article, e.g. put it into an answer."""

    article_id = text()
    ticket_id = maybe_text()
    agent_id = text()
    act = text()  # suggested, inserted, solved
    at_ms = moment(default=0)
