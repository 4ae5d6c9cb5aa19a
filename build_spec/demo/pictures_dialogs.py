"""Dialogs, panels and a browser page, in the language of those who sent them."""

from __future__ import annotations

from build_spec.demo.drawing import BLUE, GREY, INK, LINE, MONO, RED, Canvas

DESK = "#5c7ea3"
YELLOW = "#f5c518"


def _warning(canvas: Canvas, x: int, y: int, colour: str = YELLOW) -> None:
    canvas.disc(x, y, 24, colour)
    canvas.text(x - 4, y + 11, "!", size=32, bold=True, colour=INK if colour == YELLOW else "#fff")


def one_c_update() -> Canvas:
    """The client is older than its server."""
    canvas = Canvas(760, 330, "#e9e2c8")
    canvas.box(0, 0, 760, 44, fill="#f4d94f")
    canvas.text(20, 29, "1С:Предприятие, Склад №3", size=17, bold=True)
    canvas.window(60, 74, 640, 220, "1С:Предприятие")
    _warning(canvas, 112, 160)
    canvas.text(158, 148, "Различаются версии клиента и сервера", size=17, bold=True)
    canvas.text(158, 178, "«1С:Предприятия» (8.3.24.1467 и 8.3.25.1394).", size=16)
    canvas.text(158, 206, "Обратитесь к администратору.", size=16)
    canvas.button(440, 242, "Подробно")
    canvas.button(566, 242, "Завершить", primary=True, width=116)
    return canvas


def erp_period() -> Canvas:
    """A goods receipt that cannot be posted."""
    canvas = Canvas(780, 400, "#eef0f3")
    canvas.window(30, 26, 720, 344, "Приемателна бележка 542717")
    for number, (name, value) in enumerate(
        (("Доставчик", "Вяра Комерс"), ("Склад", "Централен"), ("Сума", "4 318,00"))
    ):
        canvas.text(56, 106 + 38 * number, name, size=15, colour=GREY)
        canvas.box(176, 84 + 38 * number, 300, 30, line=LINE, radius=4)
        canvas.text(188, 105 + 38 * number, value, size=15)
    canvas.box(56, 218, 668, 74, fill="#fdecea", line=RED, radius=6)
    canvas.disc(92, 255, 18, RED)
    canvas.text(87, 263, "✕", size=18, colour="#ffffff", family="DejaVu Sans")
    canvas.text(126, 248, "Документът не е осчетоводен.", size=16, bold=True)
    canvas.text(126, 274, "Периодът е приключен за клон „Велико Търново“ (E-2107).", size=15)
    canvas.button(440, 316, "Затвори", width=110)
    canvas.button(564, 316, "Осчетоводи", primary=True, width=160)
    return canvas


def folder_denied() -> Canvas:
    """No right to open a shared folder."""
    canvas = Canvas(700, 320, DESK)
    canvas.window(50, 40, 600, 236, "Network error")
    _warning(canvas, 104, 130, RED)
    canvas.text(152, 118, "You cannot open \\\\fs1\\Contracts 2026", size=17, bold=True)
    canvas.text(152, 150, "You do not have permission to use this folder.", size=15)
    canvas.text(152, 174, "Ask the owner of the folder or your administrator.", size=15)
    canvas.text(152, 204, "anna.petrova on NB-5120", size=13, colour=GREY)
    canvas.button(386, 226, "Details", width=110)
    canvas.button(510, 226, "Close", primary=True, width=110)
    return canvas


def mail_rejected() -> Canvas:
    """The sender's view of a message that was too large."""
    canvas = Canvas(800, 360, "#ffffff")
    canvas.box(0, 0, 800, 52, fill="#eef0f3")
    canvas.text(24, 33, "Не доставлено: каталог весна", size=18, bold=True)
    for number, (name, value) in enumerate(
        (("От", "Mail Delivery System"), ("Кому", "otdel@postavka.example"))
    ):
        canvas.text(24, 86 + 28 * number, name, size=15, colour=GREY)
        canvas.text(110, 86 + 28 * number, value, size=15)
    canvas.stroke(24, 132, 776, 132)
    canvas.text(24, 164, "Письмо не доставлено одному получателю:", size=16)
    canvas.box(24, 182, 752, 84, fill="#f6f7f9", line=LINE, radius=5)
    canvas.text(40, 212, "kirill.orlov@elka-partners.example", size=15, family=MONO)
    canvas.text(40, 242, "552 5.3.4 message size 14682112 exceeds limit 10485760", size=15,
                colour=RED, family=MONO)  # fmt: skip
    canvas.box(24, 290, 300, 44, line=LINE, radius=5)
    canvas.text(40, 318, "katalog-vesna.pdf   14,0 МБ", size=15)
    return canvas


def router_dhcp() -> Canvas:
    """A router's page with a range that has run out."""
    canvas = Canvas(860, 420, "#f5f6f8")
    canvas.box(0, 0, 190, 420, fill="#1b2a41")
    canvas.text(22, 42, "rt-plovdiv", size=18, colour="#ffffff", bold=True)
    for number, name in enumerate(("Състояние", "WAN", "LAN", "DHCP", "Wi-Fi", "Защита")):
        if name == "DHCP":
            canvas.box(0, 66 + 44 * number, 190, 40, fill=BLUE)
        canvas.text(22, 92 + 44 * number, name, size=15, colour="#ffffff")
    canvas.text(220, 46, "DHCP сървър", size=22, bold=True)
    canvas.text(220, 86, "Обхват: 192.168.40.1 – 192.168.40.254", size=15, colour=GREY)
    canvas.box(220, 106, 600, 24, fill=RED, radius=4)
    canvas.text(232, 124, "Заети адреси: 254 от 254", size=14, colour="#ffffff", bold=True)
    rows = (
        ("192.168.40.17", "kasa-01", "изтекъл"),
        ("192.168.40.18", "cam-0117", "23 ч 41 мин"),
        ("192.168.40.19", "cam-0118", "23 ч 41 мин"),
        ("192.168.40.20", "cam-0119", "23 ч 40 мин"),
        ("192.168.40.21", "pc-sklad-4", "изтекъл"),
    )
    for number, cells in enumerate((("Адрес", "Устройство", "Остава"), *rows)):
        y = 172 + 40 * number
        for x, cell in zip((232, 430, 640), cells, strict=True):
            colour = GREY if number == 0 else RED if cells[2] == "изтекъл" else INK
            canvas.text(x, y, cell, size=15, colour=colour, bold=number == 0)
        canvas.stroke(220, y + 14, 820, y + 14)
    return canvas


def phishing_mail() -> Canvas:
    """A false message; the address and the link are marked."""
    canvas = Canvas(800, 440, "#ffffff")
    canvas.box(0, 0, 800, 54, fill="#eef0f3")
    canvas.text(24, 35, "СПЕШНО: сметката Ви ще бъде спряна", size=18, bold=True)
    canvas.text(24, 92, "От", size=15, colour=GREY)
    end = canvas.text(80, 92, "Вашата Банка <support@banka-sigurnost.test>", size=15)
    canvas.box(72, 70, end - 62, 32, line=RED, radius=6, pen_width=3)
    canvas.stroke(24, 118, 776, 118)
    lines = (
        "Уважаеми клиент,",
        "засякохме необичайно действие по сметката Ви. Ако не потвърдите",
        "данните си до 24 часа, достъпът ще бъде спрян завинаги.",
    )
    for number, line in enumerate(lines):
        canvas.text(24, 156 + 28 * number, line, size=16)
    canvas.box(24, 240, 270, 46, fill="#0b7a43", radius=6)
    canvas.text(52, 270, "Потвърдете сега", size=17, colour="#ffffff", bold=True)
    canvas.text(24, 330, "С уважение, отдел Сигурност", size=16)
    canvas.box(0, 392, 800, 48, fill="#2b3442")
    link = canvas.text(24, 422, "http://login.banka.example.verify-now.test/a?id=7731", size=15,
                       colour="#ffffff", family=MONO)  # fmt: skip
    canvas.box(16, 400, link - 8, 32, line="#ff6b66", radius=6, pen_width=3)
    return canvas


def certificate_warning() -> Canvas:
    """A browser that does not trust an expired certificate."""
    canvas = Canvas(820, 440, "#f7f7f8")
    canvas.box(0, 0, 820, 54, fill="#e3e6eb")
    canvas.box(70, 11, 730, 32, fill="#ffffff", radius=16)
    end = canvas.text(92, 33, "Not secure", size=15, colour=RED, bold=True)
    canvas.text(end + 14, 33, "https://srv-app8.office.example", size=15)
    canvas.text(22, 35, "←  ↻", size=18, colour=GREY, family="DejaVu Sans")
    _warning(canvas, 104, 142, RED)
    canvas.text(80, 216, "Your connection is not private", size=27, bold=True)
    canvas.text(80, 254, "Someone may be trying to read what you send to", size=16)
    canvas.text(80, 280, "srv-app8.office.example (passwords or messages).", size=16)
    canvas.text(80, 318, "CERT_DATE_INVALID   ended yesterday, 23:59", size=15, colour=GREY,
                family=MONO)  # fmt: skip
    canvas.button(80, 356, "Advanced", width=120)
    canvas.button(560, 356, "Back to safety", primary=True, width=160)
    return canvas


def headset_audio() -> Canvas:
    """The audio page of a call program with both devices marked."""
    canvas = Canvas(760, 420, DESK)
    canvas.window(36, 26, 688, 366, "Настройки")
    for number, name in enumerate(("Общи", "Звук", "Камера", "Известия")):
        if name == "Звук":
            canvas.box(48, 82 + 44 * number, 140, 36, fill="#e7eefc", radius=5)
        canvas.text(64, 106 + 44 * number, name, size=15, bold=name == "Звук")
    canvas.stroke(204, 64, 204, 392)
    for number, (name, value) in enumerate(
        (("Високоговорител", "Слушалки (USB Headset)"), ("Микрофон", "Слушалки (USB Headset)"))
    ):
        y = 92 + 108 * number
        canvas.text(232, y, name, size=15, bold=True)
        canvas.box(232, y + 14, 440, 38, fill="#ffffff", line=LINE, radius=5)
        canvas.text(248, y + 39, value, size=15)
        canvas.text(646, y + 40, "▾", size=16, colour=GREY, family="DejaVu Sans")
        canvas.box(222, y + 6, 460, 54, line=RED, radius=8, pen_width=3)
        canvas.box(232, y + 68, 440, 6, fill="#e1e4ea", radius=3)
        canvas.box(232, y + 68, 270 - 90 * number, 6, fill=BLUE, radius=3)
    canvas.button(232, 330, "Пробно обаждане", width=170)
    return canvas
