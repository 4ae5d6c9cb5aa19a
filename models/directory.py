"""The directory: what every agent has whole (scope ``ws``)."""

from __future__ import annotations

import peewee

from models.fields import Replicated, maybe_moment, maybe_text, moment, text


class Agent(Replicated):
    login = text()
    name = text()
    email = text()
    role = text()  # agent, lead, admin
    title = text()
    skills = text()
    active = peewee.IntegerField(default=1)
    absent_until_ms = maybe_moment()


class Team(Replicated):
    name = text()
    members = text()


class Queue(Replicated):
    name = text()
    icon = text()
    position = peewee.IntegerField(default=0)


class QueueMember(Replicated):
    queue_id = text()
    agent_id = text()


class Company(Replicated):
    name = text()
    short_name = text()
    latin_name = text()
    domains = text()  # JSON list
    by_domain = peewee.IntegerField(default=1)  # 0: an address of the domain does not assign it
    plan = text()
    note = text()
    source = maybe_text()
    source_id = maybe_text()


class Contact(Replicated):
    name = text()
    latin_name = text()
    nickname = text()
    patronymic = text()
    email = text()
    other_emails = text()  # JSON list
    login = text()
    phone = text()
    title = text()
    role = text()  # customer, employee, agent ... as the source says
    language = text()
    company_id = maybe_text()
    active = peewee.IntegerField(default=1)
    source = maybe_text()
    source_id = maybe_text()


class Category(Replicated):
    key = text()
    parent_id = maybe_text()
    names = text()  # JSON map language -> name
    required = text()  # JSON list of facts
    hint = text()
    position = peewee.IntegerField(default=0)


class Tag(Replicated):
    name = text()


class Template(Replicated):
    key = text()
    name = text()
    language = text()
    folder = text()
    html = text()


class Macro(Replicated):
    key = text()
    name = text()
    body = text()  # JSON


class Calendar(Replicated):
    key = text()
    body = text()  # JSON: zone, week, holidays, special_days


class SlaPolicy(Replicated):
    key = text()
    calendar = text()
    body = text()  # JSON


class Rule(Replicated):
    key = text()
    position = peewee.IntegerField(default=0)
    body = text()  # JSON


class View(Replicated):
    """A saved view; personal ones live in their owner's scope."""

    name = text()
    icon = text()
    filter = text()
    order = text(column_name="order_by")
    owner_id = maybe_text()
    updated_at_ms = moment(default=0)
