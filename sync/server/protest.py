"""A request that is refused as a whole, and the sentences that several of them share."""

from __future__ import annotations

REWOUND = "The server's store is not the one that this computer knew. What you wrote is kept here."
FORKED = "This computer's file was copied or put back. What you wrote is kept here."


class Protest(Exception):
    """The whole request is refused: ``code`` with what the client needs."""

    def __init__(self, status: int, code: str, detail: str = "", **extra: int | str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.detail = detail
        self.extra = extra


def revoked_device(client_id: str) -> Protest:
    """It names the device: nobody but its own server can, so that the device may believe it."""
    return Protest(
        403, "revoked", "This device was signed out by an administrator.", device=client_id
    )
