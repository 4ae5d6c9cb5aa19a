"""Commands: what people do. See ``base`` for what a command is.

``Mutation`` is the union that both sides decode; an unknown kind is refused by name.
"""

from __future__ import annotations

import msgspec

from models.commands.approvals import AskApproval, Decide, ReturnApproval, WithdrawApproval
from models.commands.base import Command, Writer
from models.commands.checklists import (
    AddItem,
    EditItem,
    MoveItem,
    RemoveItem,
    ReturnItem,
    TickItem,
)
from models.commands.customers import MergeRecords, UnmergeRecord
from models.commands.drafts import DraftDrop, DraftPut
from models.commands.facts import SetFacts
from models.commands.links import Link, Unlink
from models.commands.merging import MergeTickets, UnmergeTicket
from models.commands.messages import (
    AddCall,
    AddNote,
    AddReply,
    FileRef,
    FirstMessage,
    ReturnMessage,
    WithdrawMessage,
)
from models.commands.records import Delete, MarkRead, Noop, Put
from models.commands.settling import ResolveConflict
from models.commands.splitting import Split, Unsplit
from models.commands.tagging import Tags
from models.commands.texts import EditMessage, HoldReply, Release
from models.commands.tickets import CreateTicket, SetTicket, Take, Transfer
from models.commands.times import AddTime, ReturnTime, WithdrawTime
from models.commands.trash import DeleteTicket, RestoreTicket
from models.commands.watching import Unwatch, Watch
from models.errors import Refused

Mutation = (
    CreateTicket
    | DeleteTicket
    | RestoreTicket
    | SetTicket
    | SetFacts
    | Take
    | Transfer
    | Tags
    | AddNote
    | AddReply
    | AddCall
    | WithdrawMessage
    | ReturnMessage
    | Put
    | Delete
    | MarkRead
    | EditMessage
    | Release
    | HoldReply
    | ResolveConflict
    | AskApproval
    | Decide
    | WithdrawApproval
    | ReturnApproval
    | MergeTickets
    | UnmergeTicket
    | MergeRecords
    | UnmergeRecord
    | DraftPut
    | DraftDrop
    | Link
    | Unlink
    | Split
    | Unsplit
    | AddTime
    | WithdrawTime
    | ReturnTime
    | AddItem
    | EditItem
    | TickItem
    | MoveItem
    | RemoveItem
    | ReturnItem
    | Watch
    | Unwatch
    | Noop
)

_decoder: msgspec.json.Decoder[Mutation] = msgspec.json.Decoder(Mutation)
encode = msgspec.json.Encoder().encode


def decode(payload: bytes | str) -> Mutation:
    """The command in these bytes. Raises Refused (invalid) for what can't be one."""
    try:
        return _decoder.decode(payload)
    except msgspec.ValidationError as error:
        raise Refused("invalid", f"This change can't be understood: {error}.") from error
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise Refused("invalid", "This change is not valid JSON.") from error


__all__ = [
    "AddCall",
    "AddItem",
    "AddNote",
    "AddReply",
    "AddTime",
    "AskApproval",
    "Command",
    "CreateTicket",
    "Decide",
    "Delete",
    "DeleteTicket",
    "DraftDrop",
    "DraftPut",
    "EditItem",
    "EditMessage",
    "FileRef",
    "FirstMessage",
    "HoldReply",
    "Link",
    "MarkRead",
    "MergeRecords",
    "MergeTickets",
    "MoveItem",
    "Mutation",
    "Noop",
    "Put",
    "Release",
    "RemoveItem",
    "ResolveConflict",
    "RestoreTicket",
    "ReturnApproval",
    "ReturnItem",
    "ReturnMessage",
    "ReturnTime",
    "SetFacts",
    "SetTicket",
    "Split",
    "Tags",
    "Take",
    "TickItem",
    "Transfer",
    "Unlink",
    "UnmergeRecord",
    "UnmergeTicket",
    "Unsplit",
    "Unwatch",
    "Watch",
    "WithdrawApproval",
    "WithdrawMessage",
    "WithdrawTime",
    "Writer",
    "decode",
    "encode",
]
