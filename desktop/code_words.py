"""Words for what the commands, the engine and the server say with a code and a sentence.

They speak English, and know neither Qt nor the reader's language. In English their sentence is
shown, which names what it is about. In other languages it is looked up in ``_SENTENCES``, else
the code has words; what has neither is shown as it came.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

_SPOKEN_BELOW = (QLocale.Language.English, QLocale.Language.C)
_SENTENCES = (
    QT_TRANSLATE_NOOP("CodeWords", "There is nothing to send yet."),
    QT_TRANSLATE_NOOP("CodeWords", "Nothing can be merged with itself."),
    QT_TRANSLATE_NOOP("CodeWords", "This is not a part of another one."),
    QT_TRANSLATE_NOOP(
        "CodeWords",
        "There are open tickets of theirs. Close them, or merge this one with another.",
    ),
    QT_TRANSLATE_NOOP(
        "CodeWords", "A line may have 300 letters at most. Put the rest into the note."
    ),
    QT_TRANSLATE_NOOP("CodeWords", "A note here may have 20000 letters at most."),
    QT_TRANSLATE_NOOP("CodeWords", "Only its author or a lead can take a message back."),
    QT_TRANSLATE_NOOP("CodeWords", "This reply was mailed and can't be taken back."),
    QT_TRANSLATE_NOOP("CodeWords", "Only its author or a lead can change a message."),
    QT_TRANSLATE_NOOP("CodeWords", "This reply was mailed and can't be changed."),
    QT_TRANSLATE_NOOP("CodeWords", "What the customer wrote can't be changed."),
    QT_TRANSLATE_NOOP("CodeWords", "There is no text left. Take the message back instead."),
    QT_TRANSLATE_NOOP("CodeWords", "This reply is not held any more."),
    QT_TRANSLATE_NOOP("CodeWords", "This reply was not held."),
    QT_TRANSLATE_NOOP("CodeWords", "Somebody else is asked for this approval."),
    QT_TRANSLATE_NOOP("CodeWords", "This message is no longer there."),
    QT_TRANSLATE_NOOP("CodeWords", "This ticket is no longer there."),
    QT_TRANSLATE_NOOP("CodeWords", "This ticket is in a queue that is not yours."),
    QT_TRANSLATE_NOOP("CodeWords", "This belongs to somebody else."),
    QT_TRANSLATE_NOOP("CodeWords", "Only a lead or an admin can change this."),
    QT_TRANSLATE_NOOP("CodeWords", "Only an admin can change what somebody may do."),
    QT_TRANSLATE_NOOP("CodeWords", "This text has characters in it that can't be kept."),
    QT_TRANSLATE_NOOP("CodeWords", "This text is larger than 4 MB. Attach it as a file instead."),
    QT_TRANSLATE_NOOP("CodeWords", "A file can have at most 20 MB for now."),
    QT_TRANSLATE_NOOP("CodeWords", "A file can have at most 2 GB."),
    QT_TRANSLATE_NOOP("CodeWords", "The file is no longer on this computer."),
    QT_TRANSLATE_NOOP("CodeWords", "The file on this computer was changed after it was attached."),
    QT_TRANSLATE_NOOP("CodeWords", "The server has no room for this file."),
    QT_TRANSLATE_NOOP("CodeWords", "A tag is one line of at most 80 characters."),
    QT_TRANSLATE_NOOP("CodeWords", "A password has at least 8 characters."),
    QT_TRANSLATE_NOOP("CodeWords", "Another Deskside has this profile open."),
    QT_TRANSLATE_NOOP("CodeWords", "This change failed again and again; it is kept apart."),
    QT_TRANSLATE_NOOP("CodeWords", "This change is being sent just now. Undo it instead."),
    QT_TRANSLATE_NOOP("CodeWords", "This change is being sent just now."),
    QT_TRANSLATE_NOOP("CodeWords", "This change is not waiting any more."),
    QT_TRANSLATE_NOOP("CodeWords", "This ticket was merged into another one."),
    QT_TRANSLATE_NOOP("CodeWords", "Choose a category before the ticket is done."),
    QT_TRANSLATE_NOOP("CodeWords", "Choose a category below this one before the ticket is done."),
    QT_TRANSLATE_NOOP(
        "CodeWords", "This category says too little to close a ticket by. Choose another one."
    ),
    QT_TRANSLATE_NOOP("CodeWords", "A fact of a ticket is one line of at most 1000 characters."),
    QT_TRANSLATE_NOOP(
        "CodeWords",
        "This is not what the category asks for: choose one, or write a day as 2027-01-31.",
    ),
    QT_TRANSLATE_NOOP("CodeWords", "A ticket can't be linked to itself."),
    QT_TRANSLATE_NOOP("CodeWords", "These messages are no longer on this ticket."),
    QT_TRANSLATE_NOOP("CodeWords", "The new ticket was worked on. It can be merged instead."),
    QT_TRANSLATE_NOOP("CodeWords", "A work time has at least a minute and at most a month."),
    QT_TRANSLATE_NOOP("CodeWords", "Only its author or a lead can take a work time back."),
    QT_TRANSLATE_NOOP("CodeWords", "A work time is of no such kind."),
    QT_TRANSLATE_NOOP("CodeWords", "A meeting link begins with https:// and names a host."),
    QT_TRANSLATE_NOOP("CodeWords", "This time entry is no longer there."),
    QT_TRANSLATE_NOOP("CodeWords", "A checklist item is one line of at most 500 characters."),
    QT_TRANSLATE_NOOP("CodeWords", "This checklist item is no longer there."),
    QT_TRANSLATE_NOOP("CodeWords", "This approval is no longer there."),
    QT_TRANSLATE_NOOP("CodeWords", "This approval was decided already."),
    QT_TRANSLATE_NOOP("CodeWords", "Only who asked or a lead can take a question back."),
    QT_TRANSLATE_NOOP("CodeWords", "This was changed meanwhile, so it was not undone."),
)


def _tr(text: str) -> str:
    return QCoreApplication.translate("CodeWords", text)


def words_for_code(code: str, sentence: str) -> str:
    """``sentence`` as the window's language says it, whose ``code`` is Refused's or SyncError's."""
    if QLocale().language() in _SPOKEN_BELOW:
        return sentence
    if sentence in _SENTENCES:
        return _tr(sentence)
    return (_refusals() | _troubles()).get(code, sentence)


def _refusals() -> dict[str, str]:
    """By ``models.errors.Refused.code``."""
    return {
        "category": _tr("Choose a category before the ticket is done."),
        "crowded": _tr("Nine categories lie there already. Put one below another."),
        "facts": _tr("Tell what the category asks for before the ticket is done."),
        "forbidden": _tr("You may not do this."),
        "gone": _tr("This is no longer there."),
        "invalid": _tr("This can't be kept in this form."),
        "too_large": _tr("This is too large to be kept."),
        "taken": _tr("Somebody else was first."),
    }


def _troubles() -> dict[str, str]:
    """By ``sync.protocol.errors.SyncError.code``, and the engine's own."""
    return {
        "unreachable": _tr("The server can't be reached."),
        "busy": _tr("The server is busy; trying again later."),
        "sign_in": _tr("Please sign in first."),
        "wrong_password": _tr("The password is not right."),
        "too_many": _tr("Too many attempts. Please wait a minute."),
        "other_person": _tr("This profile belongs to another person. Choose another profile."),
        "not_deskside": _tr("What answers there is not a Deskside server."),
        "version": _tr("The server speaks another version of Deskside."),
        "too_old": _tr("This Deskside is older than the server allows. Please update."),
        "too_old_to_pull": _tr(
            "This Deskside is too old for the server: install a newer one. "
            "What you write is still sent."
        ),
        "insecure": _tr("Plain http is refused: the address must begin with https://."),
        "malformed": _tr("The server's answer can't be understood."),
        "damaged": _tr("What the server sent was damaged on its way; trying again."),
        "not_found": _tr("The server does not have this."),
        "revoked": _tr("This computer was signed out by an administrator."),
        "wipe": _tr("The texts can't be saved there. Nothing was deleted."),
        "file": _tr("The file could not be fetched."),
        "upload": _tr("The file could not be sent."),
        "store": _tr("The local file can't be used."),
    }
