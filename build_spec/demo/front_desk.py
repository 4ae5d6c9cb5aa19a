"""The rest of today's desk by hand: postponed, unassigned, and two of colleagues."""

from __future__ import annotations

from build_spec.demo.front import Front, moved, said, sleeps, taken
from build_spec.demo.front_maria import MARIA

FRONT_DESK = (
    Front(
        "front-teams", "en", "stone", "email", "software.calls", -7290,
        "Teams cannot share screen",
        "Hello,\n\nsince the last update I cannot share my screen in calls, the button is grey. "
        "Colleagues see only my name. It worked on Monday.\n\nJulia Stone",
        (
            taken(-7260, "maria"),
            said(-7230, "reply", "maria", "Hello Julia,\n\nthe update removed the permission to "
                 "record the screen. I set it again for your computer; please restart it once and "
                 "try in a test call. Let us look at it together when you are back."),
            sleeps(-7225, "maria", 60, "Julia is back at her desk in the afternoon"),
        ),
        tags=("update",),
    ),
    Front(
        "front-ups", "bg", "hristova", "phone", "server.backup", -2980,
        "Смяна на батерията на UPS в Пловдив",
        "UPS-ът в склада пиука от вчера и показва 11 % батерия. Токът при нас спира често, моля "
        "да дойде човек.",
        (
            moved(-2979, "maria", "queue", "Network"),
            taken(-2978, "maria"),
            said(-2940, "note", "maria", "Батерията е поръчана, доставка утре на обяд. "
                 "Посещението е уговорено за след това."),
            sleeps(-2938, "maria", 1500, "доставка на батерията"),
        ),
        tags=("hardware",),
    ),
    Front(
        "front-move-desk", "ru", "sedova", "portal", "hardware.computer", -2790,
        "Перенос рабочего места на 4-й этаж",
        "В понедельник переезжаем на 4-й этаж: два компьютера, телефон и принтер. Нужна помощь "
        "с подключением, розетки там уже есть.",
        (
            moved(-2789, "system", "queue", "Workplaces", "rule “workplace words”"),
            taken(-2700, "maria"),
            said(-2690, "reply", "maria", "Здравствуйте, Вера!\n\nЗаписали вас на понедельник, "
                 "10:00. Подпишите, пожалуйста, кабели перед переездом: так всё займёт полчаса."),
            sleeps(-2688, "maria", 7065, "переезд в понедельник"),
        ),
    ),
    Front(
        "front-partner-cert", "en", "hale", "email", "server.certificate", -11390,
        "Renew the certificate of the partner portal",
        "The certificate of partners.northwind.example ends in two weeks. Please renew it before "
        "our partner day, nobody should see a warning.",
        (
            moved(-11389, "system", "queue", "Network", "rule “certificate words”"),
            taken(-11300, "maria"),
            said(-11290, "note", "maria", "Renewal is possible from 30 days before the end, the "
                 "change window is next Tuesday evening. Remind me then."),
            sleeps(-11288, "maria", 8700, "change window"),
        ),
        tags=("certificate", "vip"),
    ),
    Front(
        "front-board-wifi", "en", "okafor", "portal", "network.wifi", -163,
        "Guest Wi-Fi for the board meeting",
        "We expect 25 guests tomorrow at 10:00 in the large room. Last time only half of them got "
        "a connection. Can you make sure that it works?",
        (
            moved(-162, "system", "queue", "Network", "rule “wi-fi words”"),
            taken(-140, "alexey"),
            said(-85, "note", "pkovalev", f"<p>Guest range is /25 now, two access points in the "
                 f"room. {MARIA} please tell reception to print 25 cards with the password.</p>"),
        ),
        due_min=490, tags=("wi-fi", "vip"), read_by=("alexey",),
    ),
    Front(
        "front-barcode", "ru", "kotov", "telegram", "hardware.scanner", -24,
        "Не работает сканер штрихкодов",
        "Сканер на приёмке пищит, но код в программу не попадает. На соседнем столе такой же "
        "работает. Что нажать?",
        queue="Workplaces", due_min=215, tags=("scanner",), read_by=(),
    ),
    Front(
        "front-travel", "en", "okafor", "chat", "access.password", -17,
        "Password expired while travelling",
        "I am at the port in Varna without the office network and my password expired this "
        "morning. Mail on the phone still works. How do I change it from here?",
        queue="Access rights", priority="high", due_min=105, tags=("password",), read_by=(),
    ),
    Front(
        "front-labels", "bg", "markov", "email", "hardware.printer", -83,
        "Етикетите излизат празни",
        "Здравейте,\n\nот сутринта принтерът за етикети вади празни ленти. Лентата е нова, от "
        "същия доставчик. Имаме за товарене 200 касети.\n\nСтоян Марков",
        queue="Workplaces", priority="high", due_min=58, tags=("printer",), read_by=("pavel",),
    ),
    Front(
        "front-joiner-bg", "bg", "ilieva", "portal", "access.joiner", -131,
        "Нов колега в екипа по продажби от понеделник",
        "Моля за лаптоп, поща и достъп до базата с клиенти. Бюро 12, втори етаж. Името и данните "
        "ще изпратя отделно.",
        queue="Access rights", due_min=905, tags=("onboarding",), read_by=(),
    ),
    Front(
        "front-second-monitor", "ru", "sedova", "email", "hardware.computer", -1270,
        "Второй монитор для отчётности",
        "Добрый день! Прошу подключить второй монитор, таблица на 40 столбцов на один не "
        "помещается. Директор согласен, письмо перешлю.",
        queue="Workplaces", priority="low", due_min=2200, read_by=("maria", "pavel"),
    ),
)  # fmt: skip
