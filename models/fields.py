"""Shared base classes of the tables.

No table is bound to a database: a query runs on the store that it is given
(``store.rows(Ticket.select(...))``), so one process can work on two stores.
Columns that hold a list or a map hold JSON text, on the wire as well.
"""

from __future__ import annotations

from typing import Any

import peewee


def text(**options: Any) -> peewee.TextField:
    """A text column that is never NULL; empty when nothing is known."""
    return peewee.TextField(default="", **options)


def maybe_text(**options: Any) -> peewee.TextField:
    return peewee.TextField(null=True, **options)


def moment(**options: Any) -> peewee.BigIntegerField:
    """UTC epoch milliseconds."""
    return peewee.BigIntegerField(**options)


def maybe_moment(**options: Any) -> peewee.BigIntegerField:
    return peewee.BigIntegerField(null=True, **options)


class Table(peewee.Model):
    """Base of every table; not bound to a database."""

    class Meta:
        legacy_table_names = False


class Replicated(Table):
    """A row that travels: its home ``scope``, its revision, and whether it is deleted (softly)."""

    id = peewee.TextField(primary_key=True)
    scope = text()
    rev = peewee.IntegerField(default=0)
    deleted = peewee.IntegerField(default=0)
