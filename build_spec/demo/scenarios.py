"""What each scenario of the source means for the desk: queue, category, tags, pictures;
and the demo's own short messages, by scenario and language, from ``words.json``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Scenario:
    """``reopens``: the customer's follow-up asks for more, so the ticket opens again.

    ``customer_files``, ``note_files`` and ``reply_files`` are pictures by language.
    """

    queue: str
    category: str
    tags: tuple[str, ...]
    reopens: bool = False
    customer_files: tuple[tuple[str, str], ...] = ()
    note_files: tuple[tuple[str, str], ...] = ()
    reply_files: tuple[tuple[str, str], ...] = ()
    follow_up_files: tuple[tuple[str, str], ...] = ()


SCENARIOS: dict[str, Scenario] = {
    "angry_complaint": Scenario("First line", "service.complaint", ("complaint",), True),
    "api_webhook": Scenario("Network", "network.website", ("api", "update")),
    "app_crash": Scenario("Workplaces", "software.mobile", ("mobile", "update")),
    "backup_failed": Scenario("Network", "server.backup", ("backup", "server"), True),
    "badge": Scenario("Access rights", "access.badge", ("badge",)),
    "calendar_tz": Scenario("First line", "mail.calendar", ("calendar",)),
    "cert_expired": Scenario(
        "Network",
        "server.certificate",
        ("certificate", "server"),
        customer_files=(("en", "certificate-warning.png"),),
    ),
    "csv_mojibake": Scenario(
        "1C and ERP",
        "erp.export",
        ("export",),
        customer_files=(("bg", "csv-mojibake.png"), ("ru", "csv-mojibake.png")),
    ),
    "db_slow": Scenario("1C and ERP", "erp.reports", ("reports", "erp"), True),
    "disk_full": Scenario(
        "Network",
        "server.disk",
        ("server", "alert"),
        note_files=(("en", "disk-usage.png"), ("ru", "disk-usage.png"), ("bg", "disk-usage.png")),
    ),
    "erp_posting": Scenario(
        "1C and ERP",
        "erp.posting",
        ("erp",),
        True,
        follow_up_files=(("bg", "erp-period.png"),),
    ),
    "feature_request": Scenario("First line", "software.wish", ("wish",)),
    "gdpr_erase": Scenario("Access rights", "security.personal_data", ("personal data",)),
    "headset": Scenario(
        "Workplaces",
        "hardware.headset",
        ("headset", "hardware"),
        reply_files=(("bg", "headset-audio.png"),),
    ),
    "mail_bounce": Scenario("First line", "mail.delivery", ("mail",)),
    "offboarding": Scenario("Access rights", "access.leaver", ("offboarding", "access")),
    "onboarding": Scenario("Access rights", "access.joiner", ("onboarding", "access")),
    "printer_offline": Scenario("Workplaces", "hardware.printer", ("printer", "hardware"), True),
    "scan_to_mail": Scenario("Workplaces", "hardware.scanner", ("scanner", "mail")),
    "software_license": Scenario("First line", "software.licence", ("licence",), True),
    "two_factor_lost": Scenario("Access rights", "access.password", ("password",), True),
    "web_500": Scenario("Network", "network.website", ("website",), True),
    "wifi_meeting": Scenario("Network", "network.wifi", ("wi-fi",), True),
}

WORDS = json.loads((Path(__file__).parent / "words.json").read_text(encoding="utf-8"))
LAST_REPLIES: dict[str, dict[str, str]] = WORDS["last_replies"]
VENDOR_NOTES: dict[str, str] = WORDS["vendor_notes"]
COLLEAGUE_NOTES: dict[str, str] = WORDS["colleague_notes"]
