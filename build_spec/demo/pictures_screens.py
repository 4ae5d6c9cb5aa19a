"""Whole screens, paper and diagrams."""

from __future__ import annotations

from build_spec.demo.drawing import BLUE, GREY, INK, LINE, MONO, RED, Canvas

NIGHT = "#0f172a"
PALE = "#cbd5e1"
DIM = "#7dd3fc"
WRONG = "#f87171"


def _terminal(width: int, lines: list[tuple[str, str]]) -> Canvas:
    """Lines of (colour, words) on a dark ground, 28 pixels each."""
    canvas = Canvas(width, 44 + 28 * len(lines), NIGHT)
    for number, (colour, words) in enumerate(lines):
        canvas.text(24, 46 + 28 * number, words, size=17, colour=colour, family=MONO)
    return canvas


def wg0_mtu() -> Canvas:
    """The tunnel's MTU after the update, marked by hand."""
    canvas = _terminal(
        820,
        [
            (DIM, "root@gw1:~$ ip link show wg0"),
            (PALE, "5: wg0: <POINTOPOINT,NOARP,UP> mtu"),
            (PALE, "    link/none"),
            (DIM, "root@gw1:~$ ping -M do -s 1472 -c 1 gw2"),
            (WRONG, "1 packets transmitted, 0 received, 100% packet loss"),
            (DIM, "root@gw1:~$ ping -M do -s 1392 -c 1 gw2"),
            (PALE, "1400 bytes from 10.8.0.2: icmp_seq=1 ttl=64 time=11.4 ms"),
        ],
    )
    end = canvas.text(
        24, 74, "5: wg0: <POINTOPOINT,NOARP,UP> mtu ", size=17, colour=PALE, family=MONO
    )
    after = canvas.text(end, 74, "1500", size=17, colour="#facc15", family=MONO)
    canvas.text(after, 74, " qdisc noqueue state UP", size=17, colour=PALE, family=MONO)
    canvas.box(end - 7, 54, after - end + 14, 28, line=WRONG, radius=5, pen_width=3)
    return canvas


def disk_usage() -> Canvas:
    """A full volume on a server."""
    lines = [
        (DIM, "admin@srv-mail3:~$ df -h / /var /srv"),
        (PALE, "Filesystem      Size  Used Avail Use% Mounted on"),
        (PALE, "/dev/vda2        40G   14G   24G  37% /"),
        (WRONG, "/dev/vdb1       200G  194G  6.0G  97% /var"),
        (PALE, "/dev/vdc1       1.8T  1.1T  640G  64% /srv"),
        (DIM, "admin@srv-mail3:~$ sudo du -xsh /var/* | sort -h | tail -3"),
        (PALE, "3.1G    /var/lib"),
        (PALE, "22G     /var/spool"),
        ("#facc15", "167G    /var/log"),
    ]
    return _terminal(800, lines)


def memory_test() -> Canvas:
    """A memory test that found a bad module."""
    canvas = Canvas(840, 360, "#12306b")
    canvas.box(0, 0, 840, 44, fill="#0c2350")
    canvas.text(24, 29, "Memory test   pass 1   00:47:12", size=18, colour="#ffffff", family=MONO)
    rows = [
        ("Slot 0", "16 GB", "DDR4-3200", "errors 0", "#86efac"),
        ("Slot 1", "16 GB", "DDR4-3200", "errors 214", WRONG),
    ]
    for number, (slot, size, kind, errors, colour) in enumerate(rows):
        y = 96 + 40 * number
        canvas.text(24, y, f"{slot}   {size}   {kind}", size=18, colour=PALE, family=MONO)
        canvas.text(480, y, errors, size=18, colour=colour, family=MONO)
    canvas.text(24, 200, "Test 7  block move", size=18, colour=PALE, family=MONO)
    canvas.box(24, 218, 790, 22, line=PALE)
    canvas.box(26, 220, 540, 18, fill="#60a5fa")
    canvas.text(
        24,
        286,
        "fail  0x03f1a28c40   good ffffffff   bad ffff7fff",
        size=18,
        colour=WRONG,
        family=MONO,
    )
    canvas.text(
        24,
        318,
        "fail  0x03f1a2a440   good 00000000   bad 00008000",
        size=18,
        colour=WRONG,
        family=MONO,
    )
    canvas.box(466, 110, 150, 38, line="#facc15", radius=6, pen_width=3)
    return canvas


def blue_screen() -> Canvas:
    """The system stopped; the words are as on a Russian computer."""
    canvas = Canvas(880, 500, "#1067c4")
    canvas.text(80, 150, ":(", size=96, colour="#ffffff")
    words = [
        "На вашем компьютере возникла проблема, и его необходимо",
        "перезагрузить. Мы собираем сведения об ошибке, затем",
        "компьютер перезагрузится автоматически.",
    ]
    for number, line in enumerate(words):
        canvas.text(80, 226 + 34 * number, line, size=23, colour="#ffffff")
    canvas.text(80, 352, "Завершено: 20 %", size=23, colour="#ffffff")
    canvas.text(80, 420, "Если вы обратитесь в поддержку, назовите эти сведения:", size=15,
                colour="#d6e6f7")  # fmt: skip
    canvas.text(80, 446, "Код остановки: VIDEO_MEMORY_MANAGEMENT_INTERNAL", size=15,
                colour="#d6e6f7")  # fmt: skip
    canvas.text(80, 472, "Что вызвало проблему: dxgmms2.sys", size=15, colour="#d6e6f7")
    return canvas


def printer_stripes() -> Canvas:
    """A test page with dark stripes as far apart as a worn drum is round."""
    canvas = Canvas(640, 760, "#8b8f96")
    canvas.box(50, 30, 540, 700, fill="#fbfbf9")
    canvas.text(90, 90, "Пробная страница", size=30, bold=True)
    canvas.text(90, 122, "Принтер: Бухгалтерия, 2-й этаж", size=16, colour=GREY)
    canvas.text(90, 146, "Напечатано страниц: 48 213   Фотобарабан: 3 %", size=16, colour=GREY)
    for number in range(8):
        shade = f"#{30 * number + 20:02x}" + f"{30 * number + 20:02x}" * 2
        canvas.box(90 + 57 * number, 180, 57, 60, fill=shade)
    for number, colour in enumerate(("#00a3d9", "#d9267e", "#f2c200", INK)):
        canvas.box(90 + 114 * number, 256, 114, 34, fill=colour)
    for number in range(13):
        canvas.box(90, 322 + 26 * number, 400 - 37 * (number % 3), 9, fill="#aeb4bd")
    for y in (152, 374, 596):
        canvas.box(50, y, 540, 7, fill="#4a4d53")
        canvas.box(50, y + 7, 540, 5, fill="#c2c5ca")
    canvas.stroke(566, 158, 566, 374, RED, 3)
    canvas.text(500, 342, "94 мм", size=18, colour=RED, bold=True)
    return canvas


def branch_network() -> Canvas:
    """The branch with its too small range, marked by the engineer."""
    canvas = Canvas(860, 470, "#f8fafc")
    canvas.text(30, 42, "Branch Plovdiv, before", size=20, bold=True)
    for start, end in (
        ((210, 150), (350, 150)),
        ((520, 150), (640, 150)),
        ((430, 190), (430, 300)),
    ):
        canvas.stroke(*start, *end, "#64748b", 3)
    for x in (130, 430, 720):
        canvas.stroke(430, 300, x, 350, "#64748b", 3)
    _node(canvas, 40, 110, 170, "Internet", "WAN 203.0.113.18")
    _node(canvas, 350, 110, 170, "rt-plovdiv", "192.168.40.1")
    _node(canvas, 640, 110, 180, "VPN to Sofia", "10.8.0.0/24")
    _node(canvas, 40, 350, 180, "12 computers", "DHCP")
    _node(canvas, 330, 350, 200, "9 phones, 1 till", "DHCP")
    _node(canvas, 630, 350, 190, "New cameras: 236", "DHCP, same range")
    canvas.box(618, 338, 214, 104, line=RED, radius=10, pen_width=4)
    canvas.text(452, 250, "192.168.40.0/24: 254 of 254 used", size=17, colour=RED, bold=True)
    return canvas


def _node(canvas: Canvas, x: int, y: int, width: int, name: str, detail: str) -> None:
    canvas.box(x, y, width, 80, fill="#ffffff", line=BLUE, radius=8, pen_width=2)
    canvas.text(x + 16, y + 34, name, size=17, bold=True)
    canvas.text(x + 16, y + 60, detail, size=14, colour=GREY)


def csv_mojibake() -> Canvas:
    """A table whose Cyrillic letters were read in the wrong code page."""
    canvas = Canvas(900, 396, "#ffffff")
    canvas.box(0, 0, 900, 46, fill="#1f7a4a")
    canvas.text(20, 30, "export.csv", size=17, colour="#ffffff", bold=True)
    canvas.box(0, 46, 900, 38, fill="#f1f3f5")
    canvas.text(20, 71, "A2", size=15, colour=GREY)
    canvas.text(90, 71, "Петков".encode().decode("cp1251", "replace"), size=15)
    columns = ((50, "A"), (290, "B"), (590, "C"), (750, "D"))
    rows = [
        ("Name", "Company", "Amount", "Date"),
        ("Петков", "Склад Юг", "1 240.00", "03.04"),
        ("Петрова", "Домино", "318.50", "03.04"),
        ("Стоянов", "Яхта", "96.10", "04.04"),
        ("Мишева", "Къща", "2 075.00", "05.04"),
        ("Орлова", "Фабрика", "430.25", "05.04"),
        ("Тодоров", "Запад", "12.80", "07.04"),
    ]
    for x, letter in columns:
        canvas.text(x + 60, 108, letter, size=14, colour=GREY)
        canvas.stroke(x, 84, x, 396)
    for number, row in enumerate(rows):
        y = 120 + 39 * number
        canvas.stroke(0, y, 900, y)
        canvas.text(18, y + 26, str(number + 1), size=14, colour=GREY)
        for (x, _), cell in zip(columns, row, strict=True):
            broken = cell if cell.isascii() else cell.encode().decode("cp1251", "replace")
            canvas.text(x + 10, y + 26, broken, size=15, bold=number == 0)
    canvas.box(51, 160, 538, 233, line=RED, radius=4, pen_width=3)
    canvas.stroke(0, 84, 900, 84, LINE)
    return canvas
