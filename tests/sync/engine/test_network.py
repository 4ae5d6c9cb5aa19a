"""A change of addresses is noticed: in a network of its own, where nothing else changes."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from tests.helpers.server import ROOT

WATCHER = """
import subprocess, threading
from sync.engine import network
changed = threading.Semaphore(0)
network.watch(changed.release)
assert not changed.acquire(timeout=0.1)
for address in ("127.77.0.1/32", "127.77.0.2/32"):
    subprocess.run(["ip", "address", "add", address, "dev", "lo"], check=True)
assert changed.acquire(timeout=10)
assert not changed.acquire(timeout=0.7), "two changes at once are told once"
print("noticed")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="rtnetlink is Linux's; others retry by time")
def test_a_new_address_is_noticed_once() -> None:
    own_network = ["unshare", "--user", "--map-root-user", "--net"]
    if (
        not (shutil.which("unshare") and shutil.which("ip"))
        or subprocess.run([*own_network, "true"], check=False, capture_output=True).returncode
    ):
        pytest.skip("this computer gives no network of one's own")
    done = subprocess.run(
        [*own_network, sys.executable, "-c", WATCHER],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stdout == "noticed\n", done.stderr
