"""The session's token in the system's keyring; without one, for this session only."""

from __future__ import annotations

import logging

log = logging.getLogger("deskside.engine")
SERVICE = "deskside"


def remember(client_id: str, token: str) -> bool:
    """False when there is no keyring that takes it."""
    import keyring  # after the first paint of the desktop: it costs 100 ms
    import keyring.errors

    try:
        keyring.set_password(SERVICE, client_id, token)
    except (keyring.errors.KeyringError, RuntimeError) as error:
        log.info("no keyring: %s", type(error).__name__)
        return False
    return True


def recall(client_id: str) -> str | None:
    """The token, or None when no keyring has it."""
    import keyring
    import keyring.errors

    try:
        return keyring.get_password(SERVICE, client_id)
    except (keyring.errors.KeyringError, RuntimeError):
        return None


def forget(client_id: str) -> None:
    """Take the token out of the keyring, if it is there."""
    import keyring
    import keyring.errors

    try:
        keyring.delete_password(SERVICE, client_id)
    except (keyring.errors.KeyringError, RuntimeError):
        log.info("no token to forget")
