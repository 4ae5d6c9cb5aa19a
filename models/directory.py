"""The directory: what every agent has whole (scope ``ws``)."""

from __future__ import annotations

import peewee

from models.fields import Replicated, maybe_moment, maybe_text, moment, text


class Agent(Replicated):
    """Somebody who works at the desk and may sign in."""

    login = text()
    name = text()
    email = text()
    role = text()  # agent, lead, admin
    title = text()
    skills = text()
    active = peewee.IntegerField(default=1)
    absent_until_ms = maybe_moment()


class Team(Replicated):
    """Agents who work together; ``members`` is a JSON list of their ids."""

    name = text()
    members = text()


class Queue(Replicated):
    """Where tickets wait; each ticket is in one."""

    name = text()
    icon = text()
    position = peewee.IntegerField(default=0)


class QueueMember(Replicated):
    """An agent who works in a queue, and so has its tickets."""

    queue_id = text()
    agent_id = text()


class Company(Replicated):
    """Whom requesters belong to; found by the domain of an address."""

    name = text()
    short_name = text()
    latin_name = text()
    domains = text()  # JSON list
    by_domain = peewee.IntegerField(default=1)  # 0: an address of the domain does not assign it
    plan = text()
    note = text()
    source = maybe_text()
    source_id = maybe_text()
    contract = text()  # its number or name, as people say it
    contract_until = text()  # the last day, 2027-01-31; empty: nobody said
    merged_into = maybe_text()  # the company that this one is a part of


class Contact(Replicated):
    """Somebody who asks: a customer or an employee."""

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
    note = text()
    merged_into = maybe_text()  # the contact that this one is a part of


class Asset(Replicated):
    """A piece of equipment of a contact or a company."""

    name = text()
    serial = text()
    note = text()
    contact_id = maybe_text()
    company_id = maybe_text()


class RecordEvent(Replicated):
    """A line of the history of a contact, a company or a piece of equipment."""

    entity = text()
    ent = text()
    at_ms = moment(default=0)
    who_id = maybe_text()
    who_name = text()
    what = text()  # a field, or created, deleted, restored, merged, merged_into, unmerged ...
    old = maybe_text()
    new = maybe_text()


class Category(Replicated):
    """What a ticket is about, as a tree."""

    key = text()
    parent_id = maybe_text()
    names = text()  # JSON map language -> name
    required = text()  # JSON list of facts
    hint = text()
    position = peewee.IntegerField(default=0)
    preferred_channel = text()  # one of CHANNELS; "": that of the one above
    ask_screenshot = peewee.IntegerField(default=0)


class Tag(Replicated):
    """A tag that is offered; tickets may have others too."""

    name = text()


class Template(Replicated):
    """A text to begin an answer with."""

    key = text()
    name = text()
    language = text()
    folder = text()
    html = text()


class Macro(Replicated):
    """Several changes of a ticket under one name."""

    key = text()
    name = text()
    body = text()  # JSON


class Calendar(Replicated):
    """When the desk works."""

    key = text()
    body = text()  # JSON: zone, week, holidays, special_days


class SlaPolicy(Replicated):
    """How fast an answer is promised, counted in a calendar."""

    key = text()
    calendar = text()
    body = text()  # JSON


class Rule(Replicated):
    """What happens by itself with tickets of some kind."""

    key = text()
    position = peewee.IntegerField(default=0)
    body = text()  # JSON


class View(Replicated):
    """A saved view; personal ones live in their owner's scope."""

    name = text()
    icon = text()
    filter = text()
    order = text(column_name="order_by")
    columns = text()  # JSON list of facts that rows show; "" for the usual row
    owner_id = maybe_text()
    updated_at_ms = moment(default=0)
