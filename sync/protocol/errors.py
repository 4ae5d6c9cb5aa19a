"""What can go wrong between an engine and a server.

SyncError
├── Offline         nothing answers, or the answer broke off      (trying again: yes, later)
├── ServerBusy      429 or 5xx; ``retry_after_s``                 (yes)
│   └── ServerFault 500: something of this request it can't take  (yes, without it)
├── SignInNeeded    the session is unknown or has ended           (after signing in)
│   └── Revoked     this computer was signed out for good         (never: it forgets everything)
├── Forked          this outbox is not the one the server knows   (with a new client id)
├── Rewound         the server's past is not ours                 (after a fresh start)
├── TooOld          this program is older than the server allows  (after an upgrade)
│   └── TooOldToPull  too old to read, not to send                (the same; what waits goes out)
├── NotDeskside     something else answers at that address        (no)
├── OtherVersion    a Deskside that speaks another protocol       (after an upgrade)
├── NotThere        no such thing there, or not for us            (an upload: anew)
├── OffsetMismatch  the next piece begins at ``offset``           (from there)
├── WrongBytes      the bytes don't match the file's name         (when they were damaged)
├── ServerFull      no room for this file there                   (later)
├── Damaged         bytes that are not what was promised          (yes, they are fetched anew)
├── Insecure        plain HTTP to another computer                (no)
└── Malformed       an answer that breaks the contract            (no)
"""

from __future__ import annotations


class SyncError(Exception):
    """``code`` is short and stable; ``sentence`` is what a person reads."""

    code = "error"
    retryable = False

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Offline(SyncError):
    """``reached`` is False when it is certain that the server got nothing of the request."""

    code = "unreachable"
    retryable = True

    def __init__(self, sentence: str = "", reached: bool = True) -> None:
        super().__init__(sentence)
        self.reached = reached


class ServerBusy(SyncError):
    code = "busy"
    retryable = True

    def __init__(self, sentence: str = "", retry_after_s: float = 1.0) -> None:
        super().__init__(sentence)
        self.retry_after_s = retry_after_s


class ServerFault(ServerBusy):
    code = "fault"


class SignInNeeded(SyncError):
    code = "sign_in"


class Revoked(SignInNeeded):
    """``device`` is the client id that the server means."""

    code = "revoked"

    def __init__(self, sentence: str = "", device: str = "") -> None:
        super().__init__(sentence)
        self.device = device


class WrongPassword(SignInNeeded):
    code = "wrong_password"


class TooManyTries(SyncError):
    code = "too_many"
    retryable = True


class Forked(SyncError):
    code = "client_forked"


class Rewound(SyncError):
    code = "rewound"


class TooOld(SyncError):
    code = "too_old"


class TooOldToPull(TooOld):
    code = "too_old_to_pull"


class NotDeskside(SyncError):
    code = "not_deskside"


class OtherVersion(SyncError):
    code = "version"


class NotThere(SyncError):
    code = "not_found"


class Damaged(SyncError):
    code = "damaged"
    retryable = True


class OffsetMismatch(SyncError):
    code = "offset_mismatch"
    retryable = True

    def __init__(self, sentence: str = "", offset: int = 0) -> None:
        super().__init__(sentence)
        self.offset = offset


class WrongBytes(SyncError):
    code = "wrong_sha256"


class ServerFull(SyncError):
    code = "storage_full"
    retryable = True


class Insecure(SyncError):
    code = "insecure"


class Malformed(SyncError):
    code = "malformed"


class BatchRefused(SyncError):
    """The whole batch was not understood or too large: split it, then send single changes."""

    code = "batch"
