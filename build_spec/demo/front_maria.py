"""Maria's list of today: twelve tickets, two overdue, three due within the hour."""

from __future__ import annotations

from build_spec.demo.front import Front, moved, said, tagged, taken, waits
from build_spec.demo.history import mention

MARIA = mention("maria", "Maria Orlova")
ALEXEY = mention("alexey", "Alexey Novak")
RULE = "rule “VPN words”"

FRONT_MARIA = (
    Front(
        "front-1c-update", "ru", "lapteva", "phone", "erp.update", -187,
        "Не открывается 1С после обновления",
        "После утреннего обновления 1С на складе №3 не открывается ни на одном компьютере. "
        "Пишет про несоответствие версий. Машина с товаром стоит у ворот, накладные выписать не "
        "можем. Снимок экрана прислала в чат, перезвоните, пожалуйста.",
        (
            moved(-186, "maria", "queue", "1C and ERP"),
            moved(-186, "maria", "priority", "high", "склад стоит"),
            taken(-185, "maria"),
            said(-164, "note", "obelova", "Обновили сервер до новой версии платформы, а рабочие "
                 "места на складе №3 не успели: там выключали компьютеры на ночь. Раскатываю "
                 "клиент, по одному месту 10 минут."),
            said(-158, "reply", "maria", "Здравствуйте, Ирина!\n\nПричина найдена: на компьютерах "
                 "склада осталась старая версия программы. Обновляем первое рабочее место, через "
                 "десять минут на нём можно будет выписать накладную."),
            said(-33, "customer", "lapteva", "Первое место заработало, спасибо. На втором и "
                 "третьем то же самое окно, водитель ждёт."),
        ),
        due_min=-42, tags=("1c", "update"), files=("1c-update.png",), read_by=(),
    ),
    Front(
        "front-vpn-mtu", "en", "hale", "email", "network.vpn", -44,
        "VPN drops every 10 minutes",
        "<p>Hello, since this morning's update the VPN disconnects about every ten minutes. "
        "I have a customer call at 13:00, please help. Log below.</p>"
        "<table><tr><th>Time</th><th>Event</th><th>Code</th></tr>"
        "<tr><td>11:21:04</td><td>Tunnel closed by peer</td><td>809</td></tr>"
        "<tr><td>11:31:06</td><td>Tunnel closed by peer</td><td>809</td></tr></table>",
        (
            moved(-44, "system", "queue", "Network", RULE),
            moved(-44, "system", "priority", "high", RULE),
            tagged(-44, "system", "vpn", RULE),
            moved(-44, "system", "due", 14, "answer for a premium plan", old=196),
            taken(-38, "maria"),
            said(-21, "note", "alexey", f"<p>{MARIA} the same gateway as last week. MTU is back "
                 "to 1500 after the update, see the screenshot. Written in the server room, no "
                 "network there.</p>", "wg0-mtu.png"),
        ),
        tags=("vip",), body_format="html",
    ),
    Front(
        "front-stripes", "ru", "zhukova", "telegram", "hardware.printer", -71,
        "Принтер печатает полосы на 2-м этаже",
        "Добрый день! Принтер в бухгалтерии печатает с тёмными полосами через весь лист. Картридж "
        "меняли на прошлой неделе. Фото пробной страницы прикладываю, завтра сдаём отчёт.",
        (
            moved(-70, "system", "queue", "Workplaces", "rule “printer words”"),
            taken(-62, "maria"),
            said(-58, "note", "maria", "Полосы через равные 94 мм: это фотобарабан, не картридж. "
                 "Запасной есть у Георгия."),
            said(-55, "reply", "maria", "Здравствуйте, Светлана!\n\nПо фото видно, что износился "
                 "фотобарабан. Его заменят сегодня до 15:00, печатать пока можно на принтере в "
                 "кабинете 214, он у вас уже подключён."),
        ),
        due_min=130, tags=("hardware", "printer"), files=("printer-stripes.png",),
    ),
    Front(
        "front-contracts", "en", "petrova", "email", "access.folder", -107,
        "Access to shared folder “Contracts 2026”",
        "Hello,\n\nI have moved to the contract team this week and cannot open the folder "
        "“Contracts 2026”, the message is attached. I need to read and change files there. "
        "My manager is Julia Stone.\n\nThank you\nAnna",
        (
            moved(-106, "system", "queue", "Access rights", "rule “access words”"),
            taken(-96, "maria"),
            said(-92, "note", "maria", f"<p>Owner of the folder is Julia Stone, I asked her by "
                 f"phone, she agrees in writing today. {ALEXEY} the group is "
                 "<code>fs1-contracts-rw</code>, please do not grant it on the folder itself.</p>"),
            said(-12, "customer", "stone", "I agree that Anna Petrova gets access to Contracts "
                 "2026, read and write.\n\nJulia Stone"),
        ),
        due_min=185, tags=("access",), files=("folder-denied.png",), read_by=("alexey",),
    ),
    Front(
        "front-laptop", "en", "ivanova", "portal", "access.joiner", -199,
        "New laptop for an employee starting Monday",
        "A new colleague starts on Monday in the finance team. Please prepare a laptop, a mailbox, "
        "access to the finance folder and a badge. The desk is 3-118.",
        (
            moved(-198, "system", "queue", "Access rights", "rule “new employee”"),
            taken(-180, "maria"),
            said(-176, "reply", "maria", "Hello Maria,\n\nwith pleasure. Please tell me the full "
                 "name as it should stand in the address, and whether a second monitor is needed. "
                 "The laptop is reserved: NB-8388."),
            waits(-175, "maria", "customer", "name and monitor"),
        ),
        tags=("onboarding",), read_by=("maria", "alexey"),
    ),
    Front(
        "front-mail-10mb", "ru", "orlov", "email", "mail.delivery", -7200,
        "Не приходят письма с вложениями > 10 МБ",
        "Здравствуйте.\n\nПоставщик второй день отправляет нам каталог (14 МБ), письмо не "
        "приходит, ему возвращается отказ 552. Маленькие письма от него доходят. Снимок его "
        "экрана прикладываю.\n\nС уважением,\nКирилл Орлов",
        (
            taken(-7165, "maria"),
            said(-7130, "note", "maria", "Предел входящего письма 10 МБ на шлюзе, вложение в "
                 "письме на треть больше файла. Предложить обменник, предел не поднимать."),
            said(-7112, "reply", "maria", "Здравствуйте, Кирилл!\n\nПисьма больше 10 МБ шлюз не "
                 "принимает. Сделала для вашего поставщика папку в обменнике, ссылка действует "
                 "неделю."),
            said(-1402, "customer", "orlov", "Каталог получили, спасибо. А можно такую папку на "
                 "постоянной основе? Они присылают обновления каждый месяц."),
        ),
        due_min=330, tags=("mail",), files=("mail-rejected.png",),
    ),
    Front(
        "front-flicker", "en", "ruiz", "email", "hardware.computer", -7330,
        "Monitor flickers after docking",
        "Hi,\n\nmy external monitor flickers every few seconds when the laptop is in the dock. "
        "With the cable straight into the laptop it is fine. I tried another cable.\n\nTom",
        (
            moved(-7329, "system", "queue", "Workplaces", "rule “hardware words”"),
            taken(-7290, "maria"),
            said(-7262, "reply", "maria", "Hello Tom,\n\nthank you for trying the cable, that "
                 "saves us a visit. The firmware of the dock has a known fault at 144 Hz. Please "
                 "set 60 Hz for now (Display, Advanced); I asked the maker for the fixed version."),
            said(-7040, "customer", "ruiz", "60 Hz is calm, I can work like this for a while."),
            said(-2700, "note", "maria", "Vendor case open, firmware 1.9 promised this week."),
            waits(-2699, "maria", "vendor", "dock firmware"),
        ),
        tags=("hardware",),
    ),
    Front(
        "front-locked", "ru", "kotov", "phone", "access.password", -7370,
        "Блокировка учётной записи",
        "Учётная запись блокируется каждое утро, хотя пароль верный. Разблокируют, день работает, "
        "утром опять. Началось после смены пароля на прошлой неделе.",
        (
            moved(-7368, "maria", "queue", "Access rights"),
            taken(-7368, "maria"),
            said(-7330, "note", "dhart", "<p>Журнал контроллера: неверный пароль с терминала "
                 "сбора данных <code>TSD-17</code> в 06:02, каждый день. На нём сохранён старый "
                 "пароль.</p>"),
            said(-7320, "call", "maria", "Договорились: Дмитрий принесёт терминал в понедельник, "
                 "сменим пароль на нём."),
            said(-1490, "customer", "kotov", "Терминал принёс, лежит на стойке. Сегодня опять "
                 "заблокировался."),
        ),
        due_min=360, tags=("access", "password"),
    ),
    Front(
        "front-plovdiv", "bg", "hristova", "chat", "network.branch", -52,
        "Няма интернет в склада в Пловдив",
        "Здравейте, от половин час в склада няма интернет, телефоните също не работят. "
        "Рутерът свети, снимах страницата му. Рестартирахме го веднъж.",
        (
            moved(-52, "system", "queue", "Network", "rule “branch words”"),
            moved(-51, "system", "priority", "urgent", "целият склад"),
            taken(-47, "maria"),
            said(-40, "note", "pkovalev", "<p>WAN порт получава адрес, но <b>DHCP</b> "
                 "към склада е изчерпан: 254 от 254. Схемата на клона е приложена, новите камери "
                 "са влезли в същата мрежа.</p>", "branch-network.png"),
            said(-31, "reply", "maria", "Здравейте, Пламена,\n\nнамерихме причината: новите камери "
                 "са заели всички адреси. Преместваме ги в отделна мрежа, до двайсет минути "
                 "компютрите ще се свържат. Моля, не рестартирайте рутера."),
            said(-6, "customer", "hristova", "Два компютъра тръгнаха, касата още не."),
        ),
        due_min=38, tags=("mass",), files=("router-dhcp.png",), read_by=(),
    ),
    Front(
        "front-phishing", "bg", "koleva", "email", "security.phishing", -29,
        "Подозрително писмо от „банката“",
        "Добър ден,\n\nполучих писмо, че банката ще спре сметката ни до 24 часа, ако не вляза от "
        "линка. Колежката ми вече го отвори и си въведе паролата. Прилагам снимка на екрана.\n\n"
        "Даниела Колева",
        (
            moved(-29, "system", "priority", "urgent", "rule “phishing words”"),
            tagged(-29, "system", "phishing", "rule “phishing words”"),
            taken(-26, "maria"),
            said(-22, "reply", "maria", "Здравейте, Даниела,\n\nмоля, не триете писмото. Паролата "
                 "на колежката Ви е сменена оттук и всички нейни сесии са прекратени; ще ѝ се "
                 "обадя след минута."),
            said(-15, "call", "maria", "Обадих се на колежката: въвела е само паролата, без код от "
                 "телефона. Картата не е въвеждана. Получила е нова парола лично."),
        ),
        due_min=52, files=("phishing-mail.png",), read_by=("maria", "pavel"),
    ),
    Front(
        "front-period", "bg", "stanev", "portal", "erp.posting", -311,
        "Не можем да приключим месеца",
        "При осчетоводяване на приемателна бележка излиза „Периодът е приключен“, а месецът още е "
        "отворен. Складът не може да изпише стоката. Документ 542717.",
        (
            moved(-310, "system", "queue", "1C and ERP", "rule “erp words”"),
            moved(-309, "system", "priority", "high", "rule “erp words”"),
            taken(-240, "maria"),
            said(-228, "note", "maria", "Периодът е затворен само за техния клон, вчера в 19:40, "
                 "от стажантски профил. Чакам потвърждение от главния счетоводител, че може да се "
                 "отвори."),
            said(-66, "customer", "stanev", "Потвърждавам, отворете го, моля. До обяд трябва да "
                 "изпратим стоката."),
        ),
        due_min=-8, tags=("erp",), files=("erp-period.png",),
    ),
    Front(
        "front-blue-screen", "ru", "maslov", "email", "hardware.computer", -1620,
        "Синий экран при запуске чертежа",
        "Здравствуйте!\n\nНоутбук дважды за утро ушёл в синий экран, оба раза при открытии "
        "большого чертежа. Фото прикладываю. Файлы вроде целы.\n\nИгорь Маслов",
        (
            moved(-1619, "system", "queue", "Workplaces", "rule “hardware words”"),
            taken(-1590, "maria"),
            said(-1560, "reply", "maria", "Здравствуйте, Игорь!\n\nКод ошибки указывает на драйвер "
                 "видеокарты. Поставили предыдущую версию, проверьте, пожалуйста, на том же "
                 "чертеже."),
            said(-205, "customer", "maslov", "С утра снова упал один раз, но уже не сразу."),
            said(-118, "note", "pavel", f"<p>{MARIA} прогнал тест памяти: второй модуль даёт "
                 "ошибки с 40-й минуты. Драйвер ни при чём. Модуль на замену есть, нужен час с "
                 "ноутбуком.</p>", "memory-test.png"),
        ),
        due_min=1600, tags=("hardware",), files=("blue-screen.png",), read_by=("pavel", "maria"),
    ),
)  # fmt: skip
