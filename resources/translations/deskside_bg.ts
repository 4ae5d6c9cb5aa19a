<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="bg" sourcelanguage="en">
<context>
    <name>AccountPage</name>
    <message>
        <source>Account</source>
        <translation>Профил</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Администратор</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Служител</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Ръководител</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Потребителско име</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Парола</translation>
    </message>
    <message>
        <source>Practice profile: nothing here leaves this computer.</source>
        <translation>Учебен профил: нищо оттук не напуска този компютър.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сървър</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Изход</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Този компютър</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Това устройство</translation>
    </message>
    <message>
        <source>What was not sent yet stays here and goes out when you sign in again.</source>
        <translation>Каквото още не е изпратено, остава тук и ще бъде изпратено, когато влезете отново.</translation>
    </message>
    <message>
        <source>Where you are signed in</source>
        <translation>Къде сте влезли</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Вътрешна бележка</translation>
    </message>
    <message>
        <source>Keep in a tab</source>
        <translation>Задръж в раздел</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Клавишни комбинации</translation>
    </message>
    <message>
        <source>Leave the search</source>
        <translation>Изход от търсенето</translation>
    </message>
    <message>
        <source>Log a call</source>
        <translation>Записване на обаждане</translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation>Нова заявка</translation>
    </message>
    <message>
        <source>Next ticket</source>
        <translation>Следваща заявка</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Изходящи</translation>
    </message>
    <message>
        <source>Postpone</source>
        <translation>Отлагане</translation>
    </message>
    <message>
        <source>Previous ticket</source>
        <translation>Предишна заявка</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Отговор</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Sync details</source>
        <translation>Подробности за синхронизацията</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Синхронизиране сега</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Поемане</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Прехвърляне</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отмяна</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Клиенти</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Търсене на всичко</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>По-едър текст</translation>
    </message>
    <message>
        <source>Search the ticket list</source>
        <translation>Търсене в списъка със заявки</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>По-дребен текст</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Обичаен размер на текста</translation>
    </message>
    <message>
        <source>Assign the selected</source>
        <translation>Възлагане на избраните</translation>
    </message>
    <message>
        <source>In the ticket list</source>
        <translation>В списъка със заявки</translation>
    </message>
    <message>
        <source>Merge the selected</source>
        <translation>Обединяване на избраните</translation>
    </message>
    <message>
        <source>Priority of the selected</source>
        <translation>Приоритет на избраните</translation>
    </message>
    <message>
        <source>Queue of the selected</source>
        <translation>Опашка на избраните</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повтаряне</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Избиране</translation>
    </message>
    <message>
        <source>Select all of the view</source>
        <translation>Избиране на целия изглед</translation>
    </message>
    <message>
        <source>Select further down</source>
        <translation>Избиране надолу</translation>
    </message>
    <message>
        <source>Select further up</source>
        <translation>Избиране нагоре</translation>
    </message>
    <message>
        <source>Select or not</source>
        <translation>Избиране или отказ</translation>
    </message>
    <message>
        <source>Tags of the selected</source>
        <translation>Етикети на избраните</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Due time</source>
        <translation>Срок</translation>
    </message>
    <message>
        <source>Needs a specialist, or no more</source>
        <translation>Нужен е специалист или вече не</translation>
    </message>
</context>
<context>
    <name>AgeingCard</name>
    <message numerus="yes">
        <source>%n offered to everybody, the oldest first</source>
        <translation>
            <numerusform>%n предложена на всички, първо старите</numerusform>
            <numerusform>%n предложени на всички, първо старите</numerusform>
        </translation>
    </message>
    <message>
        <source>1–3 days</source>
        <translation>1–3 дни</translation>
    </message>
    <message>
        <source>3–7 days</source>
        <translation>3–7 дни</translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation>Изпълнител</translation>
    </message>
    <message>
        <source>Nobody has an open ticket.</source>
        <translation>Никой няма отворена заявка.</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Най-старата</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Отворени</translation>
    </message>
    <message>
        <source>Open tickets by age</source>
        <translation>Отворени заявки по възраст</translation>
    </message>
    <message>
        <source>over a week</source>
        <translation>над седмица</translation>
    </message>
    <message>
        <source>under a day</source>
        <translation>до ден</translation>
    </message>
</context>
<context>
    <name>AnswerAllDialog</name>
    <message numerus="yes">
        <source>%n tickets get this reply, each its own.</source>
        <translation>
            <numerusform>%n заявка получава този отговор.</numerusform>
            <numerusform>%n заявки получават този отговор, всяка своя.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer %n</source>
        <translation>
            <numerusform>Отговор до %n</numerusform>
            <numerusform>Отговор до %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer the incidents of %1</source>
        <translation>Отговор на инцидентите на %1</translation>
    </message>
    <message>
        <source>Choose at least one ticket.</source>
        <translation>Изберете поне една заявка.</translation>
    </message>
    <message>
        <source>Files can&apos;t be added to one answer for many.</source>
        <translation>Към един отговор за много файлове не се прилагат.</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Инциденти</translation>
    </message>
    <message>
        <source>Mark them done as well</source>
        <translation>И отбелязване като готови</translation>
    </message>
    <message>
        <source>Reply to each of them</source>
        <translation>Отговор до всеки</translation>
    </message>
    <message>
        <source>There is nothing to send yet.</source>
        <translation>Още няма какво да се изпрати.</translation>
    </message>
    <message>
        <source>Who is answered (Space chooses)</source>
        <translation>На кого се отговаря (интервалът избира)</translation>
    </message>
</context>
<context>
    <name>AnswersCard</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 от %2</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Всички</translation>
    </message>
    <message>
        <source>First answers, last 7 days</source>
        <translation>Първи отговори за 7 дни</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>В срок</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Мои</translation>
    </message>
    <message>
        <source>Nobody was answered on this computer&apos;s tickets yet.</source>
        <translation>По заявките на този компютър още никой не е отговарял.</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Правило</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Обещано</translation>
    </message>
    <message>
        <source>Without a promise</source>
        <translation>Без обещание</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>About a thousand sample tickets are being laid out. A few seconds.</source>
        <translation>Подреждаме около хиляда примерни заявки. Ще отнеме няколко секунди.</translation>
    </message>
    <message>
        <source>Deskside could not start</source>
        <translation>Deskside не можа да се стартира</translation>
    </message>
    <message>
        <source>Preparing the practice desk</source>
        <translation>Подготвяме учебния профил</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>This computer has no keyring, so you stay signed in for this session only.</source>
        <translation>На този компютър няма хранилище за пароли, затова оставате влезли само до затварянето на програмата.</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>Външен вид</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Като системата</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тъмна</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светла</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Просторна</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Сбита</translation>
    </message>
    <message>
        <source>Compact rows have two lines; twice as many tickets are in sight.</source>
        <translation>Сбитите редове са двойни; виждат се два пъти повече заявки.</translation>
    </message>
    <message>
        <source>Ctrl with + or - changes it from anywhere, Ctrl+0 is the usual.</source>
        <translation>Ctrl с + или - го променя отвсякъде, Ctrl+0 връща обичайния.</translation>
    </message>
    <message>
        <source>Density of lists</source>
        <translation>Плътност на списъците</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Висок контраст</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Размер на текста</translation>
    </message>
</context>
<context>
    <name>ApprovalLine</name>
    <message>
        <source>%1 asks %2 · %3</source>
        <translation>%1 пита %2 · %3</translation>
    </message>
    <message>
        <source>%1 asks for approval · %3</source>
        <translation>%1 иска одобрение · %3</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Одобри</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Отхвърли</translation>
    </message>
    <message>
        <source>Why? Enter rejects, Esc goes back</source>
        <translation>Защо? Enter отхвърля, Esc връща назад</translation>
    </message>
    <message>
        <source>approved by %1 · %2</source>
        <translation>одобрено от %1 · %2</translation>
    </message>
    <message>
        <source>rejected by %1 · %2</source>
        <translation>отхвърлено от %1 · %2</translation>
    </message>
</context>
<context>
    <name>ArticleCard</name>
    <message>
        <source>How many of the words searched for are in this article. Rare words count more, and words in its title.</source>
        <translation>Каква част от търсените думи има в статията. Редките думи и думите в заглавието тежат повече.</translation>
    </message>
    <message>
        <source>Insert answer</source>
        <translation>Вмъкване на отговора</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Връзка</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>All categories</source>
        <translation>Всички категории</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Всички езици</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Статии</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Knowledge base</source>
        <translation>База знания</translation>
    </message>
    <message>
        <source>Language of the articles</source>
        <translation>Език на статиите</translation>
    </message>
    <message>
        <source>Search articles</source>
        <translation>Търсене на статии</translation>
    </message>
</context>
<context>
    <name>ArticlePane</name>
    <message>
        <source>changed %1</source>
        <translation>променена %1</translation>
    </message>
</context>
<context>
    <name>ArticleTextView</name>
    <message>
        <source>Text of the article</source>
        <translation>Текст на статията</translation>
    </message>
</context>
<context>
    <name>AskApprovalDialog</name>
    <message>
        <source>Anybody with the ticket</source>
        <translation>Всеки, при когото е заявката</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Поискай</translation>
    </message>
    <message>
        <source>Ask for approval on %1</source>
        <translation>Искане на одобрение по %1</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>От кого</translation>
    </message>
    <message>
        <source>Say what is to be approved.</source>
        <translation>Напишете какво да се одобри.</translation>
    </message>
    <message>
        <source>What is to be approved</source>
        <translation>Какво да се одобри</translation>
    </message>
</context>
<context>
    <name>AskedFacts</name>
    <message>
        <source>Not told yet: %1. Once more goes on without.</source>
        <translation>Още не е посочено: %1. Още веднъж — и без това.</translation>
    </message>
    <message>
        <source>Write the day as 2027-01-31.</source>
        <translation>Напишете деня така: 2027-01-31.</translation>
    </message>
</context>
<context>
    <name>Assembly</name>
    <message>
        <source>Add as internal note</source>
        <translation>Добавяне като вътрешна бележка</translation>
    </message>
    <message>
        <source>Add the note to a ticket</source>
        <translation>Добавяне на бележката към заявка</translation>
    </message>
    <message>
        <source>In the open ticket</source>
        <translation>В отворената заявка</translation>
    </message>
    <message>
        <source>Knowledge base</source>
        <translation>База знания</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>Моите бележки</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Изходящи</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отмени</translation>
    </message>
    <message>
        <source>Withdrawn: {0}.</source>
        <translation>Оттеглено: {0}.</translation>
    </message>
    <message>
        <source>Conflicts to settle</source>
        <translation>Конфликти за решаване</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Клиенти</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Табло</translation>
    </message>
    <message>
        <source>A call from {0}.</source>
        <translation>Обаждане от {0}.</translation>
    </message>
    <message>
        <source>A call is to be logged.</source>
        <translation>Трябва да се запише обаждане.</translation>
    </message>
    <message>
        <source>Log a call</source>
        <translation>Записване на обаждане</translation>
    </message>
</context>
<context>
    <name>AssetBox</name>
    <message>
        <source>Add equipment</source>
        <translation>Добавяне на оборудване</translation>
    </message>
    <message>
        <source>Add equipment, e.g. Laptop T14</source>
        <translation>Добавяне на оборудване, напр. лаптоп T14</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Оборудване</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Премахване: %1</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Сериен номер</translation>
    </message>
    <message>
        <source>Serial number of %1</source>
        <translation>Сериен номер: %1</translation>
    </message>
    <message>
        <source>of the company</source>
        <translation>на компанията</translation>
    </message>
</context>
<context>
    <name>AttachmentsBar</name>
    <message>
        <source>Attached files</source>
        <translation>Прикачени файлове</translation>
    </message>
</context>
<context>
    <name>AvatarButton</name>
    <message>
        <source>You: {0}</source>
        <translation>Вие: {0}</translation>
    </message>
</context>
<context>
    <name>AwayStrip</name>
    <message numerus="yes">
        <source>%n customers replied</source>
        <translation>
            <numerusform>%n клиент отговори</numerusform>
            <numerusform>%n клиенти отговориха</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mentions</source>
        <translation>
            <numerusform>%n споменаване</numerusform>
            <numerusform>%n споменавания</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new in your queues</source>
        <translation>
            <numerusform>%n нова във вашите опашки</numerusform>
            <numerusform>%n нови във вашите опашки</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n просрочена</numerusform>
            <numerusform>%n просрочени</numerusform>
        </translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Затваряне на съобщението</translation>
    </message>
    <message>
        <source>While you were away (since {0}):</source>
        <translation>Докато ви нямаше (от {0}):</translation>
    </message>
</context>
<context>
    <name>BellButton</name>
    <message>
        <source>Needs your attention: {0}</source>
        <translation>Изисква внимание: {0}</translation>
    </message>
    <message>
        <source>Nothing needs your attention</source>
        <translation>Нищо не изисква вниманието ви</translation>
    </message>
    <message numerus="yes">
        <source>%n unread notices</source>
        <translation>
            <numerusform>%n непрочетено известие</numerusform>
            <numerusform>%n непрочетени известия</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>Избрана %n</numerusform>
            <numerusform>Избрани %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>Без избор</translation>
    </message>
    <message numerus="yes">
        <source>The first %n selected</source>
        <translation>
            <numerusform>Избрана първата %n</numerusform>
            <numerusform>Избрани първите %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkDesk</name>
    <message>
        <source>Assign to {0}</source>
        <translation>Възлагане на {0}</translation>
    </message>
    <message>
        <source>Category: {0}</source>
        <translation>Категория: {0}</translation>
    </message>
    <message>
        <source>Mark done</source>
        <translation>Приключване</translation>
    </message>
    <message>
        <source>Merge into {0} · {1}</source>
        <translation>Обединяване с {0} · {1}</translation>
    </message>
    <message>
        <source>Move to {0}</source>
        <translation>Преместване в „{0}“</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>Без категория</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Никой</translation>
    </message>
    <message>
        <source>Postpone</source>
        <translation>Отлагане</translation>
    </message>
    <message numerus="yes">
        <source>Postpone %n tickets</source>
        <translation>
            <numerusform>Отлагане на %n заявка</numerusform>
            <numerusform>Отлагане на %n заявки</numerusform>
        </translation>
    </message>
    <message>
        <source>Priority: {0}</source>
        <translation>Приоритет: {0}</translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation>Някой друг…</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Етикети</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n tickets</source>
        <translation>
            <numerusform>Етикети на %n заявка</numerusform>
            <numerusform>Етикети на %n заявки</numerusform>
        </translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Поемане</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Прехвърляне</translation>
    </message>
    <message numerus="yes">
        <source>Transfer %n tickets</source>
        <translation>
            <numerusform>Прехвърляне на %n заявка</numerusform>
            <numerusform>Прехвърляне на %n заявки</numerusform>
        </translation>
    </message>
    <message>
        <source>Unassign</source>
        <translation>Без отговорник</translation>
    </message>
</context>
<context>
    <name>BulkPanel</name>
    <message>
        <source>Apply</source>
        <translation>Прилагане</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Затваряне</translation>
    </message>
    <message>
        <source>Each ticket</source>
        <translation>Всяка заявка</translation>
    </message>
    <message>
        <source>Looking at what will change…</source>
        <translation>Проверяваме какво ще се промени…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Спиране</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отмяна</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} от {1}</translation>
    </message>
</context>
<context>
    <name>BulkWords</name>
    <message numerus="yes">
        <source>%n tickets changed</source>
        <translation>
            <numerusform>Променена е %n заявка</numerusform>
            <numerusform>Променени са %n заявки</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets left as they were</source>
        <translation>
            <numerusform>%n заявка остана както беше</numerusform>
            <numerusform>%n заявки останаха както бяха</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets need no change</source>
        <translation>
            <numerusform>%n заявка няма нужда от промяна</numerusform>
            <numerusform>%n заявки нямат нужда от промяна</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets needed no change</source>
        <translation>
            <numerusform>%n заявка нямаше нужда от промяна</numerusform>
            <numerusform>%n заявки нямаха нужда от промяна</numerusform>
        </translation>
    </message>
    <message>
        <source>No change needed</source>
        <translation>Няма нужда от промяна</translation>
    </message>
    <message numerus="yes">
        <source>%n tickets will change</source>
        <translation>
            <numerusform>Ще се промени %n заявка</numerusform>
            <numerusform>Ще се променят %n заявки</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Променена</translation>
    </message>
    <message>
        <source>Will change</source>
        <translation>Ще се промени</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>Calendar</source>
        <translation>Календар</translation>
    </message>
</context>
<context>
    <name>CallDesk</name>
    <message>
        <source>Another program has {0}: calls are not logged by it.</source>
        <translation>Клавишът {0} е зает от друга програма: обажданията не се записват с него.</translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <source>Check list</source>
        <translation>Списък с отметки</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Няма</translation>
    </message>
    <message>
        <source>What to ask</source>
        <translation>Какво да се попита</translation>
    </message>
</context>
<context>
    <name>CallPlace</name>
    <message>
        <source>A new ticket</source>
        <translation>Нова заявка</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>Къде се записва</translation>
    </message>
</context>
<context>
    <name>CallResult</name>
    <message>
        <source>Call back</source>
        <translation>Обратно обаждане</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Предадено</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Резултат</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Решено</translation>
    </message>
    <message>
        <source>To be done</source>
        <translation>За работа</translation>
    </message>
    <message>
        <source>When to call back</source>
        <translation>Кога да се обадим</translation>
    </message>
</context>
<context>
    <name>CallsPage</name>
    <message>
        <source>A telephone program can open the caller here: let it start “deskside call NUMBER” or open the address “deskside://call?from=NUMBER”.</source>
        <translation>Телефонна програма може да отвори обаждащия се тук: нека стартира „deskside call НОМЕР“ или отваря адреса „deskside://call?from=НОМЕР“.</translation>
    </message>
    <message>
        <source>Another program has this key. Choose another one.</source>
        <translation>Този клавиш е зает от друга програма. Изберете друг.</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Обаждания</translation>
    </message>
    <message>
        <source>Choose a letter or a digit with Ctrl, Alt or Meta, or one of F1 to F24.</source>
        <translation>Изберете буква или цифра с Ctrl, Alt или Meta или клавиш от F1 до F24.</translation>
    </message>
    <message>
        <source>Log a call by a key in any window</source>
        <translation>Записване на обаждане с клавиш във всеки прозорец</translation>
    </message>
    <message>
        <source>On this desktop only its own settings bind such keys: add “deskside call” to its shortcuts.</source>
        <translation>В тази среда такива клавиши се задават само в нейните настройки: добавете там „deskside call“.</translation>
    </message>
    <message>
        <source>The key</source>
        <translation>Клавиш</translation>
    </message>
</context>
<context>
    <name>CardHead</name>
    <message>
        <source>not sent yet</source>
        <translation>още не е изпратено</translation>
    </message>
</context>
<context>
    <name>CardPane</name>
    <message>
        <source>Bring back</source>
        <translation>Връщане</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравняване</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Оборудване</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Преглед</translation>
    </message>
    <message>
        <source>Merge with</source>
        <translation>Обединяване с</translation>
    </message>
    <message>
        <source>Merge with: name or e-mail</source>
        <translation>Обединяване с: име или имейл</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Обединени</translation>
    </message>
    <message>
        <source>People (%1)</source>
        <translation>Хора (%1)</translation>
    </message>
    <message>
        <source>Separate</source>
        <translation>Отделяне</translation>
    </message>
    <message>
        <source>The same as somebody else?</source>
        <translation>Същият като някой друг?</translation>
    </message>
    <message>
        <source>This was deleted. Tickets and history are still here.</source>
        <translation>Тази карта е изтрита. Заявките и историята са тук.</translation>
    </message>
    <message>
        <source>Two people changed this at the same time.</source>
        <translation>Двама са променили това едновременно.</translation>
    </message>
</context>
<context>
    <name>CategoriesPage</name>
    <message>
        <source>A category above this one asks for it.</source>
        <translation>Иска го категория над тази.</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Всеки</translation>
    </message>
    <message>
        <source>As above: %1</source>
        <translation>Като по-горната: %1</translation>
    </message>
    <message>
        <source>Ask for a screenshot</source>
        <translation>Поискайте екранна снимка</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Категории</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Подсказка</translation>
    </message>
    <message>
        <source>No category yet</source>
        <translation>Още няма категории</translation>
    </message>
    <message>
        <source>Only a lead or an admin can change this.</source>
        <translation>Само ръководител или администратор може да промени това.</translation>
    </message>
    <message>
        <source>Preferred channel</source>
        <translation>Предпочитан канал</translation>
    </message>
    <message>
        <source>They come with “deskside-server import settings”.</source>
        <translation>Те идват с „deskside-server import settings“.</translation>
    </message>
    <message>
        <source>What a category says, it says to everybody who writes a ticket or a reply, and the categories below it say it too.</source>
        <translation>Каквото казва категорията, виждат всички, които пишат заявка или отговор; категориите под нея казват същото.</translation>
    </message>
</context>
<context>
    <name>CategoryHint</name>
    <message>
        <source>A screenshot helps here</source>
        <translation>Тук помага екранна снимка</translation>
    </message>
    <message>
        <source>Add a picture</source>
        <translation>Добавяне на снимка</translation>
    </message>
    <message>
        <source>Ask for a screenshot</source>
        <translation>Поискайте екранна снимка</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>Запис и без нея</translation>
    </message>
    <message>
        <source>The screenshot is there</source>
        <translation>Екранната снимка е тук</translation>
    </message>
    <message>
        <source>There is no screenshot yet.</source>
        <translation>Още няма екранна снимка.</translation>
    </message>
</context>
<context>
    <name>CategoryPicker</name>
    <message>
        <source>A part of its name</source>
        <translation>Част от името</translation>
    </message>
    <message>
        <source>A ticket is done with a category that says what it was.</source>
        <translation>За готова заявка е нужна категория, която казва за какво е била.</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Категории</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Избери</translation>
    </message>
    <message>
        <source>Choose a category.</source>
        <translation>Изберете категория.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>No category is called that.</source>
        <translation>Няма такава категория.</translation>
    </message>
    <message>
        <source>What was it about?</source>
        <translation>За какво беше заявката?</translation>
    </message>
</context>
<context>
    <name>CategoryRows</name>
    <message>
        <source>All categories</source>
        <translation>Всички категории</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>Без категория</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Последни</translation>
    </message>
</context>
<context>
    <name>ChecklistPanel</name>
    <message>
        <source>A new line of the check list, Enter adds it</source>
        <translation>Нова точка от списъка, Enter я добавя</translation>
    </message>
    <message>
        <source>Change the line, Enter keeps it, Esc leaves it as it is</source>
        <translation>Промяна на точката: Enter я запазва, Esc я оставя както е</translation>
    </message>
</context>
<context>
    <name>CodeWords</name>
    <message>
        <source>A file can have at most 2 GB.</source>
        <translation>Файлът може да е най-много 2 ГБ.</translation>
    </message>
    <message>
        <source>A file can have at most 20 MB for now.</source>
        <translation>Засега файлът може да е най-много 20 МБ.</translation>
    </message>
    <message>
        <source>A meeting link begins with https:// and names a host.</source>
        <translation>Връзката за срещата започва с https:// и посочва сървър.</translation>
    </message>
    <message>
        <source>A password has at least 8 characters.</source>
        <translation>Паролата трябва да има поне 8 знака.</translation>
    </message>
    <message>
        <source>A tag is one line of at most 80 characters.</source>
        <translation>Етикетът е един ред с най-много 80 знака.</translation>
    </message>
    <message>
        <source>A ticket can&apos;t be linked to itself.</source>
        <translation>Заявка не може да се свърже сама със себе си.</translation>
    </message>
    <message>
        <source>A work time has at least a minute and at most a month.</source>
        <translation>Работното време е поне минута и най-много месец.</translation>
    </message>
    <message>
        <source>A work time is of no such kind.</source>
        <translation>Няма работно време от такъв вид.</translation>
    </message>
    <message>
        <source>Another Deskside has this profile open.</source>
        <translation>Този профил вече е отворен в друг прозорец на Deskside.</translation>
    </message>
    <message>
        <source>Nine categories lie there already. Put one below another.</source>
        <translation>Там вече има девет категории. Поставете една под друга.</translation>
    </message>
    <message>
        <source>Only a lead or an admin can change this.</source>
        <translation>Само ръководител или администратор може да промени това.</translation>
    </message>
    <message>
        <source>Only an admin can change what somebody may do.</source>
        <translation>Само администратор може да променя правата.</translation>
    </message>
    <message>
        <source>Only its author or a lead can take a message back.</source>
        <translation>Само авторът или ръководител може да оттегли съобщението.</translation>
    </message>
    <message>
        <source>Only its author or a lead can take a work time back.</source>
        <translation>Само авторът или ръководител може да оттегли работното време.</translation>
    </message>
    <message>
        <source>Plain http is refused: the address must begin with https://.</source>
        <translation>Обикновен http не се допуска: адресът трябва да започва с https://.</translation>
    </message>
    <message>
        <source>Please sign in first.</source>
        <translation>Първо влезте.</translation>
    </message>
    <message>
        <source>Somebody else was first.</source>
        <translation>Някой ви изпревари.</translation>
    </message>
    <message>
        <source>Tell what the category asks for before the ticket is done.</source>
        <translation>Първо посочете какво иска категорията, после приключвайте заявката.</translation>
    </message>
    <message>
        <source>The file could not be fetched.</source>
        <translation>Файлът не можа да бъде изтеглен.</translation>
    </message>
    <message>
        <source>The file could not be sent.</source>
        <translation>Файлът не можа да бъде изпратен.</translation>
    </message>
    <message>
        <source>The file is no longer on this computer.</source>
        <translation>Файлът вече не е на този компютър.</translation>
    </message>
    <message>
        <source>The file on this computer was changed after it was attached.</source>
        <translation>Файлът на този компютър е променен, след като беше прикачен.</translation>
    </message>
    <message>
        <source>The local file can&apos;t be used.</source>
        <translation>Локалният файл не може да се използва.</translation>
    </message>
    <message>
        <source>The new ticket was worked on. It can be merged instead.</source>
        <translation>По новата заявка вече е работено. Вместо това тя може да се обедини.</translation>
    </message>
    <message>
        <source>The password is not right.</source>
        <translation>Грешна парола.</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached.</source>
        <translation>Няма връзка със сървъра.</translation>
    </message>
    <message>
        <source>The server does not have this.</source>
        <translation>На сървъра го няма.</translation>
    </message>
    <message>
        <source>The server has no room for this file.</source>
        <translation>На сървъра няма място за този файл.</translation>
    </message>
    <message>
        <source>The server is busy; trying again later.</source>
        <translation>Сървърът е зает, ще опитаме по-късно.</translation>
    </message>
    <message>
        <source>The server speaks another version of Deskside.</source>
        <translation>На сървъра има друга версия на Deskside.</translation>
    </message>
    <message>
        <source>The server&apos;s answer can&apos;t be understood.</source>
        <translation>Отговорът на сървъра не може да бъде разчетен.</translation>
    </message>
    <message>
        <source>The texts can&apos;t be saved there. Nothing was deleted.</source>
        <translation>Текстовете не могат да се запазят там. Нищо не е изтрито.</translation>
    </message>
    <message>
        <source>There are open tickets of theirs. Close them, or merge this one with another.</source>
        <translation>За тях има отворени заявки. Приключете ги или обединете картата с друга.</translation>
    </message>
    <message>
        <source>There is nothing to send yet.</source>
        <translation>Още няма какво да се изпрати.</translation>
    </message>
    <message>
        <source>These messages are no longer on this ticket.</source>
        <translation>Тези съобщения вече не са в тази заявка.</translation>
    </message>
    <message>
        <source>This Deskside is older than the server allows. Please update.</source>
        <translation>Тази версия на Deskside е твърде стара за сървъра. Обновете програмата.</translation>
    </message>
    <message>
        <source>This Deskside is too old for the server: install a newer one. What you write is still sent.</source>
        <translation>Тази версия на Deskside е твърде стара за сървъра: инсталирайте нова. Написаното от вас продължава да се изпраща.</translation>
    </message>
    <message>
        <source>This belongs to somebody else.</source>
        <translation>Това принадлежи на друг служител.</translation>
    </message>
    <message>
        <source>This can&apos;t be kept in this form.</source>
        <translation>В този вид това не може да бъде запазено.</translation>
    </message>
    <message>
        <source>This change failed again and again; it is kept apart.</source>
        <translation>Тази промяна не успяваше отново и отново; тя е оставена настрана.</translation>
    </message>
    <message>
        <source>This change is being sent just now.</source>
        <translation>Тази промяна се изпраща в момента.</translation>
    </message>
    <message>
        <source>This change is being sent just now. Undo it instead.</source>
        <translation>Тази промяна се изпраща в момента. Вместо това я отменете.</translation>
    </message>
    <message>
        <source>This change is not waiting any more.</source>
        <translation>Тази промяна вече не чака.</translation>
    </message>
    <message>
        <source>This checklist item is no longer there.</source>
        <translation>Тази точка от списъка вече я няма.</translation>
    </message>
    <message>
        <source>This computer was signed out by an administrator.</source>
        <translation>Администратор изключи този компютър от Deskside.</translation>
    </message>
    <message>
        <source>This is no longer there.</source>
        <translation>Това вече го няма.</translation>
    </message>
    <message>
        <source>This is not what the category asks for: choose one, or write a day as 2027-01-31.</source>
        <translation>Категорията иска друго: изберете от списъка или напишете деня като 2027-01-31.</translation>
    </message>
    <message>
        <source>This is too large to be kept.</source>
        <translation>Това е твърде голямо, за да бъде запазено.</translation>
    </message>
    <message>
        <source>This message is no longer there.</source>
        <translation>Това съобщение вече го няма.</translation>
    </message>
    <message>
        <source>This profile belongs to another person. Choose another profile.</source>
        <translation>Този профил е на друг човек. Изберете друг профил.</translation>
    </message>
    <message>
        <source>This reply was mailed and can&apos;t be taken back.</source>
        <translation>Този отговор вече е изпратен по пощата и не може да бъде оттеглен.</translation>
    </message>
    <message>
        <source>This reply was not held.</source>
        <translation>Този отговор не е бил задържан.</translation>
    </message>
    <message>
        <source>This text has characters in it that can&apos;t be kept.</source>
        <translation>В текста има знаци, които не могат да бъдат запазени.</translation>
    </message>
    <message>
        <source>This text is larger than 4 MB. Attach it as a file instead.</source>
        <translation>Този текст е по-голям от 4 МБ. Прикачете го като файл.</translation>
    </message>
    <message>
        <source>This ticket is in a queue that is not yours.</source>
        <translation>Тази заявка е в опашка, до която нямате достъп.</translation>
    </message>
    <message>
        <source>This ticket is no longer there.</source>
        <translation>Тази заявка вече я няма.</translation>
    </message>
    <message>
        <source>This ticket was merged into another one.</source>
        <translation>Тази заявка е обединена с друга.</translation>
    </message>
    <message>
        <source>This time entry is no longer there.</source>
        <translation>Този запис на време вече го няма.</translation>
    </message>
    <message>
        <source>Too many attempts. Please wait a minute.</source>
        <translation>Твърде много опити. Изчакайте една минута.</translation>
    </message>
    <message>
        <source>What answers there is not a Deskside server.</source>
        <translation>На този адрес не отговаря сървър на Deskside.</translation>
    </message>
    <message>
        <source>What the server sent was damaged on its way; trying again.</source>
        <translation>Изпратеното от сървъра се повреди по пътя; ще се опита отново.</translation>
    </message>
    <message>
        <source>You may not do this.</source>
        <translation>Нямате права за това.</translation>
    </message>
    <message>
        <source>Only its author or a lead can change a message.</source>
        <translation>Само авторът или ръководител може да промени съобщение.</translation>
    </message>
    <message>
        <source>A checklist item is one line of at most 500 characters.</source>
        <translation>Точката е един ред с най-много 500 знака.</translation>
    </message>
    <message>
        <source>A fact of a ticket is one line of at most 1000 characters.</source>
        <translation>Сведението на заявка е един ред с най-много 1000 знака.</translation>
    </message>
    <message>
        <source>Somebody else is asked for this approval.</source>
        <translation>За това одобрение е помолен друг.</translation>
    </message>
    <message>
        <source>There is no text left. Take the message back instead.</source>
        <translation>Не остана текст. По-добре оттеглете съобщението.</translation>
    </message>
    <message>
        <source>This reply is not held any more.</source>
        <translation>Този отговор вече не е задържан.</translation>
    </message>
    <message>
        <source>This reply was mailed and can&apos;t be changed.</source>
        <translation>Този отговор вече е изпратен и не може да се промени.</translation>
    </message>
    <message>
        <source>What the customer wrote can&apos;t be changed.</source>
        <translation>Написаното от клиента не може да се промени.</translation>
    </message>
    <message>
        <source>A line may have 300 letters at most. Put the rest into the note.</source>
        <translation>Един ред може да има най-много 300 знака. Останалото запишете в бележката.</translation>
    </message>
    <message>
        <source>A note here may have 20000 letters at most.</source>
        <translation>Бележката тук може да има най-много 20000 знака.</translation>
    </message>
    <message>
        <source>Nothing can be merged with itself.</source>
        <translation>Запис не може да се обедини сам със себе си.</translation>
    </message>
    <message>
        <source>This is not a part of another one.</source>
        <translation>Този запис не е част от друг.</translation>
    </message>
    <message>
        <source>Only who asked or a lead can take a question back.</source>
        <translation>Само който е попитал или ръководител може да оттегли въпроса.</translation>
    </message>
    <message>
        <source>This approval is no longer there.</source>
        <translation>Това одобрение вече го няма.</translation>
    </message>
    <message>
        <source>This approval was decided already.</source>
        <translation>За това одобрение вече има решение.</translation>
    </message>
    <message>
        <source>This was changed meanwhile, so it was not undone.</source>
        <translation>Това междувременно се промени, затова не е отменено.</translation>
    </message>
    <message>
        <source>Choose a category before the ticket is done.</source>
        <translation>Изберете категория, преди заявката да е готова.</translation>
    </message>
    <message>
        <source>Choose a category below this one before the ticket is done.</source>
        <translation>Изберете категория под тази, преди заявката да е готова.</translation>
    </message>
    <message>
        <source>This category says too little to close a ticket by. Choose another one.</source>
        <translation>Тази категория казва твърде малко, за да се затвори с нея заявка. Изберете друга.</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>Another colour</source>
        <translation>Друг цвят</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Както обикновено</translation>
    </message>
    <message>
        <source>{0}, colour in bright themes</source>
        <translation>{0}: цвят в светлите теми</translation>
    </message>
    <message>
        <source>{0}, colour in the dark theme</source>
        <translation>{0}: цвят в тъмната тема</translation>
    </message>
</context>
<context>
    <name>ColumnWords</name>
    <message>
        <source>Age</source>
        <translation>Възраст</translation>
    </message>
    <message>
        <source>Customer&apos;s last word</source>
        <translation>Последна дума на клиента</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>customer {0}</source>
        <translation>клиент {0}</translation>
    </message>
    <message>
        <source>nobody&apos;s</source>
        <translation>ничия</translation>
    </message>
    <message>
        <source>{0} old</source>
        <translation>от {0}</translation>
    </message>
</context>
<context>
    <name>ColumnsDesk</name>
    <message>
        <source>Facts in the rows…</source>
        <translation>Данни в редовете…</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Facts in its rows; none: the usual ones</source>
        <translation>Данни в редовете; нито едно — обичайните</translation>
    </message>
    <message>
        <source>Facts in the rows</source>
        <translation>Данни в редовете</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Запазване</translation>
    </message>
</context>
<context>
    <name>ComfortDesk</name>
    <message>
        <source>Text size {0} %</source>
        <translation>Размер на текста {0} %</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands and search</source>
        <translation>Команди и търсене</translation>
    </message>
    <message>
        <source>Esc: close</source>
        <translation>Esc: затваряне</translation>
    </message>
    <message>
        <source>Nothing here is called that or has these words.</source>
        <translation>Тук нищо не се казва така и не съдържа тези думи.</translation>
    </message>
    <message>
        <source>Search tickets, people, articles, commands</source>
        <translation>Търсене на заявки, хора, статии, команди</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Намерено</translation>
    </message>
    <message>
        <source>also searched as “{0}”</source>
        <translation>търсено и като „{0}“</translation>
    </message>
</context>
<context>
    <name>CommandWords</name>
    <message>
        <source>Assignee changed</source>
        <translation>Изпълнителят е променен</translation>
    </message>
    <message>
        <source>Call logged</source>
        <translation>Обаждането е записано</translation>
    </message>
    <message>
        <source>Category changed</source>
        <translation>Категорията е променена</translation>
    </message>
    <message>
        <source>Category settings changed</source>
        <translation>Настройките на категорията са променени</translation>
    </message>
    <message>
        <source>Checklist item added</source>
        <translation>Точката е добавена</translation>
    </message>
    <message>
        <source>Checklist item brought back</source>
        <translation>Точката е върната</translation>
    </message>
    <message>
        <source>Checklist item changed</source>
        <translation>Точката е променена</translation>
    </message>
    <message>
        <source>Checklist item done</source>
        <translation>Точката е изпълнена</translation>
    </message>
    <message>
        <source>Checklist item moved</source>
        <translation>Точката е преместена</translation>
    </message>
    <message>
        <source>Checklist item opened again</source>
        <translation>Точката е отворена отново</translation>
    </message>
    <message>
        <source>Checklist item removed</source>
        <translation>Точката е премахната</translation>
    </message>
    <message>
        <source>Colour given</source>
        <translation>Цветът е зададен</translation>
    </message>
    <message>
        <source>Colour removed</source>
        <translation>Цветът е махнат</translation>
    </message>
    <message>
        <source>Draft discarded</source>
        <translation>Черновата е отхвърлена</translation>
    </message>
    <message>
        <source>Due time changed</source>
        <translation>Срокът е променен</translation>
    </message>
    <message>
        <source>Facts told</source>
        <translation>Сведенията са посочени</translation>
    </message>
    <message>
        <source>Highlight rule removed</source>
        <translation>Правилото за открояване е махнато</translation>
    </message>
    <message>
        <source>Highlight rule saved</source>
        <translation>Правилото за открояване е запазено</translation>
    </message>
    <message>
        <source>Internal note added</source>
        <translation>Вътрешната бележка е добавена</translation>
    </message>
    <message>
        <source>Link removed</source>
        <translation>Връзката е премахната</translation>
    </message>
    <message>
        <source>Marked done</source>
        <translation>Отбелязана като готова</translation>
    </message>
    <message>
        <source>Meeting ended</source>
        <translation>Срещата приключи</translation>
    </message>
    <message>
        <source>Meeting link changed</source>
        <translation>Връзката за срещата е променена</translation>
    </message>
    <message>
        <source>Message returned</source>
        <translation>Съобщението е върнато</translation>
    </message>
    <message>
        <source>Message withdrawn</source>
        <translation>Съобщението е оттеглено</translation>
    </message>
    <message>
        <source>Moved to the trash</source>
        <translation>Заявката е преместена в кошчето</translation>
    </message>
    <message>
        <source>Note deleted</source>
        <translation>Бележката е изтрита</translation>
    </message>
    <message>
        <source>Postponed</source>
        <translation>Заявката е отложена</translation>
    </message>
    <message>
        <source>Priority changed</source>
        <translation>Приоритетът е променен</translation>
    </message>
    <message>
        <source>Reply held again</source>
        <translation>Отговорът отново е задържан</translation>
    </message>
    <message>
        <source>Reply kept</source>
        <translation>Отговорът е запазен</translation>
    </message>
    <message>
        <source>Requester changed</source>
        <translation>Заявителят е променен</translation>
    </message>
    <message>
        <source>Set to in work</source>
        <translation>Заявката е в работа</translation>
    </message>
    <message>
        <source>Set to not started</source>
        <translation>Заявката е върната като незапочната</translation>
    </message>
    <message>
        <source>Set to waiting</source>
        <translation>Заявката е в изчакване</translation>
    </message>
    <message>
        <source>Split taken back</source>
        <translation>Разделянето е отменено</translation>
    </message>
    <message>
        <source>Status changed</source>
        <translation>Статусът е променен</translation>
    </message>
    <message>
        <source>Subject changed</source>
        <translation>Темата е променена</translation>
    </message>
    <message>
        <source>Tags changed</source>
        <translation>Етикетите са променени</translation>
    </message>
    <message>
        <source>Taken by you</source>
        <translation>Поехте заявката</translation>
    </message>
    <message>
        <source>Ticket changed</source>
        <translation>Заявката е променена</translation>
    </message>
    <message>
        <source>Ticket created</source>
        <translation>Заявката е създадена</translation>
    </message>
    <message>
        <source>Ticket restored</source>
        <translation>Заявката е възстановена</translation>
    </message>
    <message>
        <source>Ticket split</source>
        <translation>Заявката е разделена</translation>
    </message>
    <message>
        <source>Tickets linked</source>
        <translation>Заявките са свързани</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Заявката е прехвърлена</translation>
    </message>
    <message>
        <source>Work time added</source>
        <translation>Работното време е добавено</translation>
    </message>
    <message>
        <source>Work time brought back</source>
        <translation>Работното време е върнато</translation>
    </message>
    <message>
        <source>Work time taken back</source>
        <translation>Работното време е оттеглено</translation>
    </message>
    <message>
        <source>Approval asked for</source>
        <translation>Поискано е одобрение</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Одобрено</translation>
    </message>
    <message>
        <source>Conflict opened again</source>
        <translation>Конфликтът е отворен отново</translation>
    </message>
    <message>
        <source>Conflict settled</source>
        <translation>Конфликтът е решен</translation>
    </message>
    <message>
        <source>Decision taken back</source>
        <translation>Решението е оттеглено</translation>
    </message>
    <message>
        <source>Held reply dropped</source>
        <translation>Задържаният отговор е изхвърлен</translation>
    </message>
    <message>
        <source>Held reply made a note</source>
        <translation>Задържаният отговор стана бележка</translation>
    </message>
    <message>
        <source>Held reply released</source>
        <translation>Задържаният отговор е пуснат</translation>
    </message>
    <message>
        <source>Message edited</source>
        <translation>Съобщението е променено</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Отхвърлено</translation>
    </message>
    <message>
        <source>Ticket skipped</source>
        <translation>Заявката е пропусната</translation>
    </message>
    <message>
        <source>View deleted</source>
        <translation>Изгледът е изтрит</translation>
    </message>
    <message>
        <source>View moved</source>
        <translation>Изгледът е преместен</translation>
    </message>
    <message>
        <source>View saved</source>
        <translation>Изгледът е запазен</translation>
    </message>
    <message>
        <source>Companies merged</source>
        <translation>Компаниите са обединени</translation>
    </message>
    <message>
        <source>Company changed</source>
        <translation>Компанията е променена</translation>
    </message>
    <message>
        <source>Company deleted</source>
        <translation>Компанията е изтрита</translation>
    </message>
    <message>
        <source>Contact changed</source>
        <translation>Контактът е променен</translation>
    </message>
    <message>
        <source>Contact deleted</source>
        <translation>Контактът е изтрит</translation>
    </message>
    <message>
        <source>Contacts merged</source>
        <translation>Контактите са обединени</translation>
    </message>
    <message>
        <source>Equipment changed</source>
        <translation>Оборудването е променено</translation>
    </message>
    <message>
        <source>Equipment removed</source>
        <translation>Оборудването е премахнато</translation>
    </message>
    <message>
        <source>Separated again</source>
        <translation>Отново разделени</translation>
    </message>
    <message>
        <source>Merge taken back</source>
        <translation>Обединяването е отменено</translation>
    </message>
    <message>
        <source>Support line changed</source>
        <translation>Линията на поддръжка е променена</translation>
    </message>
    <message>
        <source>Ticket no longer watched</source>
        <translation>Заявката вече не се наблюдава</translation>
    </message>
    <message>
        <source>Ticket watched</source>
        <translation>Заявката се наблюдава</translation>
    </message>
    <message>
        <source>Tickets merged</source>
        <translation>Заявките са обединени</translation>
    </message>
    <message>
        <source>Approval asked for again</source>
        <translation>Одобрение се иска отново</translation>
    </message>
    <message>
        <source>Approval asked for no longer</source>
        <translation>Одобрение вече не се иска</translation>
    </message>
    <message>
        <source>Call-back promised</source>
        <translation>Обещано е обратно обаждане</translation>
    </message>
    <message>
        <source>Moved in your own order</source>
        <translation>Преместена във вашия ред</translation>
    </message>
    <message>
        <source>No longer pinned</source>
        <translation>Вече не е закачена</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Закачена</translation>
    </message>
    <message>
        <source>Reminder dealt with</source>
        <translation>Напомнянето е приключено</translation>
    </message>
    <message>
        <source>Reminder set</source>
        <translation>Напомнянето е зададено</translation>
    </message>
    <message>
        <source>Facts in the rows changed</source>
        <translation>Данните в редовете са променени</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Attach files</source>
        <translation>Прикачване на файлове</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Вътрешна бележка</translation>
    </message>
    <message>
        <source>Only colleagues see this</source>
        <translation>Вижда се само от колегите</translation>
    </message>
    <message>
        <source>Reply to customer</source>
        <translation>Отговор до клиента</translation>
    </message>
    <message>
        <source>Screenshot %1.png</source>
        <translation>Екранна снимка %1.png</translation>
    </message>
    <message>
        <source>What to write</source>
        <translation>Какво да напишете</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>до %1</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read and was not attached.</source>
        <translation>„%1“ не може да се прочете и не беше прикачен.</translation>
    </message>
    <message>
        <source>“%1” is larger than 2 GB and was not attached.</source>
        <translation>„%1“ е по-голям от 2 ГБ и не е прикачен.</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>%1, %2 (later)</source>
        <translation>%1, %2 (по-късно)</translation>
    </message>
    <message>
        <source>%1, %2 (offline)</source>
        <translation>%1, %2 (без връзка)</translation>
    </message>
    <message>
        <source>%1, %2 (on the server)</source>
        <translation>%1, %2 (на сървъра)</translation>
    </message>
    <message>
        <source>1 and 2 choose, ↑ and ↓ go to another row, Esc leaves all as it is</source>
        <translation>1 и 2 избират, ↑ и ↓ сменят реда, Esc оставя всичко както е</translation>
    </message>
    <message>
        <source>Apply my choice</source>
        <translation>Приложи избора ми</translation>
    </message>
    <message>
        <source>Choose one of the two for “%1”.</source>
        <translation>Изберете едно от двете за „%1“.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Keep the server&apos;s</source>
        <translation>Остави това от сървъра</translation>
    </message>
    <message>
        <source>Nothing is lost: both versions are kept. Choose what is shown from now on.</source>
        <translation>Нищо не е изгубено: и двете версии са запазени. Изберете какво да се показва занапред.</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>На сървъра</translation>
    </message>
    <message>
        <source>Show before  B</source>
        <translation>Какво беше преди  B</translation>
    </message>
    <message>
        <source>Show history</source>
        <translation>Покажи историята</translation>
    </message>
    <message>
        <source>Two people changed %1 at the same time</source>
        <translation>Двама промениха %1 едновременно</translation>
    </message>
    <message>
        <source>Two people changed %1 while you were offline</source>
        <translation>Двама промениха %1, докато бяхте без връзка</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Вашето</translation>
    </message>
    <message>
        <source>Yours, %2 (later)</source>
        <translation>Вашето, %2 (по-късно)</translation>
    </message>
    <message>
        <source>Yours, %2 (offline)</source>
        <translation>Вашето, %2 (без връзка)</translation>
    </message>
    <message>
        <source>Yours, %2 (on the server)</source>
        <translation>Вашето, %2 (на сървъра)</translation>
    </message>
    <message>
        <source>merged by themselves: %1</source>
        <translation>обединиха се сами: %1</translation>
    </message>
</context>
<context>
    <name>ConflictField</name>
    <message>
        <source>Before: %1</source>
        <translation>Преди: %1</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Сега: %1</translation>
    </message>
</context>
<context>
    <name>ConflictText</name>
    <message>
        <source>Before: %1</source>
        <translation>Преди: %1</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>И двете</translation>
    </message>
    <message>
        <source>Place %1</source>
        <translation>Място %1</translation>
    </message>
</context>
<context>
    <name>ContactField</name>
    <message>
        <source>Contacts found</source>
        <translation>Намерени контакти</translation>
    </message>
    <message>
        <source>Create contact “%1”</source>
        <translation>Създаване на контакт „%1“</translation>
    </message>
    <message>
        <source>Name, e-mail, company or phone</source>
        <translation>Име, имейл, компания или телефон</translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message>
        <source>Conversation</source>
        <translation>Кореспонденция</translation>
    </message>
</context>
<context>
    <name>CustomerCardBox</name>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Договор</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Имейл</translation>
    </message>
    <message>
        <source>Open the card of this company</source>
        <translation>Отваряне на картата на компанията</translation>
    </message>
    <message>
        <source>Open the card of this contact</source>
        <translation>Отваряне на картата на контакта</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>План</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Длъжност</translation>
    </message>
</context>
<context>
    <name>CustomerDelegate</name>
    <message>
        <source>No address, no phone</source>
        <translation>Няма имейл и телефон</translation>
    </message>
    <message>
        <source>No domain, no contract</source>
        <translation>Няма домейн и договор</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Без име</translation>
    </message>
</context>
<context>
    <name>CustomerList</name>
    <message>
        <source>Companies</source>
        <translation>Компании</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Контакт</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Клиенти</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Изтрити</translation>
    </message>
    <message>
        <source>New company</source>
        <translation>Нова компания</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Нов контакт</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Хора</translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation>Търсене на клиенти</translation>
    </message>
</context>
<context>
    <name>CustomerModel</name>
    <message>
        <source>not active</source>
        <translation>неактивен</translation>
    </message>
</context>
<context>
    <name>CustomerPanel</name>
    <message>
        <source>About the company</source>
        <translation>За компанията</translation>
    </message>
    <message>
        <source>Newest tickets</source>
        <translation>Последни заявки</translation>
    </message>
    <message>
        <source>No other tickets</source>
        <translation>Няма други заявки</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Няма посочен</translation>
    </message>
    <message>
        <source>The ticket has no requester yet.</source>
        <translation>Заявката още няма заявител.</translation>
    </message>
    <message>
        <source>About the contact</source>
        <translation>За контакта</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Оборудване</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Обещано</translation>
    </message>
</context>
<context>
    <name>CustomerValues</name>
    <message>
        <source>Look-alike letters of another alphabet in %1</source>
        <translation>Подобни букви от друга азбука: %1</translation>
    </message>
    <message>
        <source>One address stands here. The others go below.</source>
        <translation>Тук стои един адрес. Останалите са по-долу.</translation>
    </message>
    <message>
        <source>Without a name nobody will find this again.</source>
        <translation>Без име никой няма да намери това.</translation>
    </message>
    <message>
        <source>Write the day as 2027-01-31.</source>
        <translation>Напишете деня така: 2027-01-31.</translation>
    </message>
    <message>
        <source>“%1” is no domain.</source>
        <translation>„%1“ не е домейн.</translation>
    </message>
    <message>
        <source>“%1” is no e-mail address.</source>
        <translation>„%1“ не е имейл адрес.</translation>
    </message>
</context>
<context>
    <name>CustomerWords</name>
    <message>
        <source>Activated again</source>
        <translation>Отново активиран</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Активен</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>Добавено: %1</translation>
    </message>
    <message>
        <source>Became a part of %1</source>
        <translation>Стана част от: %1</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>Върнато</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Наричан</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Контакт</translation>
    </message>
    <message>
        <source>Contract until</source>
        <translation>Договор до</translation>
    </message>
    <message>
        <source>Deactivated</source>
        <translation>Деактивиран</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Изтрито</translation>
    </message>
    <message>
        <source>In Latin letters</source>
        <translation>С латиница</translation>
    </message>
    <message>
        <source>Is separate from %1 again</source>
        <translation>Отново отделно от: %1</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Език</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Потребител</translation>
    </message>
    <message>
        <source>Looks like the same company: same domain, %1</source>
        <translation>Изглежда същата компания: същият домейн, %1</translation>
    </message>
    <message>
        <source>Looks like the same company: same name, %1</source>
        <translation>Изглежда същата компания: същото име, %1</translation>
    </message>
    <message>
        <source>Looks like the same person: same e-mail, %1</source>
        <translation>Изглежда същият човек: същият имейл, %1</translation>
    </message>
    <message>
        <source>Looks like the same person: same name, %1</source>
        <translation>Изглежда същият човек: същото име, %1</translation>
    </message>
    <message>
        <source>Looks like the same person: same phone, %1</source>
        <translation>Изглежда същият човек: същият телефон, %1</translation>
    </message>
    <message>
        <source>Merged with %1</source>
        <translation>Обединено с: %1</translation>
    </message>
    <message>
        <source>Patronymic</source>
        <translation>Бащино име</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Телефони</translation>
    </message>
    <message>
        <source>Separated from %1</source>
        <translation>Отделено: %1</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Сериен номер</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Кратко име</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Длъжност</translation>
    </message>
    <message>
        <source>call</source>
        <translation>обаждане</translation>
    </message>
    <message>
        <source>from the customer</source>
        <translation>от клиента</translation>
    </message>
    <message>
        <source>internal note</source>
        <translation>вътрешна бележка</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>без име</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>отговор</translation>
    </message>
    <message>
        <source>ticket opened</source>
        <translation>отворена заявка</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>Both are one now.</source>
        <translation>Сега двете са едно.</translation>
    </message>
    <message>
        <source>Deleted. The tickets and their history stay.</source>
        <translation>Изтрито. Заявките и историята им остават.</translation>
    </message>
    <message>
        <source>Edit the card, or open a ticket of the timeline</source>
        <translation>Редакция на картата или отваряне на заявка от хронологията</translation>
    </message>
    <message>
        <source>From the search into the list</source>
        <translation>От търсенето в списъка</translation>
    </message>
    <message>
        <source>Leave a field as it was, then back to the list</source>
        <translation>Полето остава както беше, после назад към списъка</translation>
    </message>
    <message>
        <source>New company</source>
        <translation>Нова компания</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Нов контакт</translation>
    </message>
    <message>
        <source>Nobody has these words</source>
        <translation>Никой няма тези думи</translation>
    </message>
    <message>
        <source>Nobody is here yet</source>
        <translation>Тук още няма никого</translation>
    </message>
    <message>
        <source>Try fewer words, or add them.</source>
        <translation>Опитайте с по-малко думи или добавете нов.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отмяна</translation>
    </message>
    <message>
        <source>Whoever writes or calls gathers here, and whom you add yourself.</source>
        <translation>Тук се събират всички, които пишат или се обаждат, и тези, които добавите сами.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Choose a ticket</source>
        <translation>Изберете заявка</translation>
    </message>
    <message>
        <source>It opens here. J and K go up and down.</source>
        <translation>Тя ще се отвори тук. J и K водят надолу и нагоре.</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Покажи прозореца</translation>
    </message>
    <message>
        <source>This ticket is open in its own window</source>
        <translation>Тази заявка е отворена в свой прозорец</translation>
    </message>
    <message>
        <source>When you close that window, it opens here.</source>
        <translation>Когато затворите онзи прозорец, тя ще се отвори тук.</translation>
    </message>
    <message>
        <source>Nothing to choose in this view</source>
        <translation>Тук няма какво да се избере</translation>
    </message>
    <message>
        <source>Other views may have tickets, and Ctrl+N makes one.</source>
        <translation>Заявки може да има в други изгледи, а Ctrl+N създава нова.</translation>
    </message>
</context>
<context>
    <name>DetachedWindow</name>
    <message>
        <source>Ticket</source>
        <translation>Заявка</translation>
    </message>
</context>
<context>
    <name>DeviceListView</name>
    <message>
        <source>A computer that you revoke signs out and deletes what it has of Deskside.</source>
        <translation>Компютър с отнет достъп излиза от профила и изтрива всичко, което пази от Deskside.</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>Питаме сървъра…</translation>
    </message>
    <message>
        <source>Really revoke?</source>
        <translation>Наистина ли?</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Отнемане</translation>
    </message>
    <message>
        <source>Unnamed computer</source>
        <translation>Компютър без име</translation>
    </message>
    <message>
        <source>last seen %1</source>
        <translation>последно: %1</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>този компютър</translation>
    </message>
</context>
<context>
    <name>DialogFrame</name>
    <message>
        <source>Cancel</source>
        <translation>Отказ</translation>
    </message>
    <message>
        <source>Press Escape or Cancel again to throw this away.</source>
        <translation>Натиснете Escape или „Отказ“ още веднъж, за да отхвърлите написаното.</translation>
    </message>
</context>
<context>
    <name>DueDialog</name>
    <message>
        <source>%1 d</source>
        <translation>%1 д</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>Half of the tickets in “%1” took more than %2.</source>
        <translation>Половината заявки в „%1“ отнеха повече от %2.</translation>
    </message>
    <message>
        <source>Set the due time</source>
        <translation>Задай срок</translation>
    </message>
    <message>
        <source>When is %1 due?</source>
        <translation>Какъв е срокът на %1?</translation>
    </message>
    <message>
        <source>When it is due</source>
        <translation>Срок</translation>
    </message>
</context>
<context>
    <name>DuplicateLine</name>
    <message>
        <source>Add to it instead</source>
        <translation>Добавяне към нея</translation>
    </message>
    <message>
        <source>Known already?</source>
        <translation>Вече известно?</translation>
    </message>
    <message>
        <source>Open it, and keep this form</source>
        <translation>Отваряне, формата се запазва</translation>
    </message>
</context>
<context>
    <name>EditDesk</name>
    <message>
        <source>Editing the held reply</source>
        <translation>Редактиране на задържания отговор</translation>
    </message>
    <message>
        <source>Editing the message</source>
        <translation>Редактиране на съобщението</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Запази</translation>
    </message>
    <message>
        <source>Save or cancel this change first.</source>
        <translation>Първо запазете или откажете тази промяна.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Изпрати</translation>
    </message>
</context>
<context>
    <name>EditTextDialog</name>
    <message>
        <source>Files can&apos;t be added here. Those it has stay with it.</source>
        <translation>Тук не могат да се добавят файлове. Тези, които има, остават.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Запази</translation>
    </message>
    <message>
        <source>There is no text left. Withdraw the change instead.</source>
        <translation>Не остана текст. По-добре оттеглете промяната.</translation>
    </message>
</context>
<context>
    <name>EmptyList</name>
    <message>
        <source>All answered</source>
        <translation>На всичко е отговорено</translation>
    </message>
    <message>
        <source>Every ticket has somebody</source>
        <translation>Всяка заявка има изпълнител</translation>
    </message>
    <message>
        <source>Fetch this number</source>
        <translation>Изтегли този номер</translation>
    </message>
    <message>
        <source>No drafts</source>
        <translation>Няма чернови</translation>
    </message>
    <message>
        <source>No ticket on this computer has these words or this number.</source>
        <translation>На този компютър няма заявка с такива думи или такъв номер.</translation>
    </message>
    <message>
        <source>No ticket on this computer has these words or this number. Older tickets are on the server; they can be fetched by their number.</source>
        <translation>На този компютър няма заявка с такива думи или такъв номер. По-старите заявки са на сървъра; те се изтеглят по номер.</translation>
    </message>
    <message>
        <source>No ticket passes the filter</source>
        <translation>Нито една заявка не отговаря на филтъра</translation>
    </message>
    <message>
        <source>No tickets on this computer yet</source>
        <translation>На този компютър още няма заявки</translation>
    </message>
    <message>
        <source>Nobody has mentioned you</source>
        <translation>Никой не ви е споменал</translation>
    </message>
    <message>
        <source>Nothing done yet today</source>
        <translation>Днес още нищо не е приключено</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Нищо не е намерено</translation>
    </message>
    <message>
        <source>Nothing is at risk</source>
        <translation>Няма застрашени срокове</translation>
    </message>
    <message>
        <source>Nothing is postponed</source>
        <translation>Няма отложени заявки</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показване на всички</translation>
    </message>
    <message>
        <source>This queue is empty</source>
        <translation>Опашката е празна</translation>
    </message>
    <message>
        <source>Everything is begun</source>
        <translation>Всичко е започнато</translation>
    </message>
    <message>
        <source>This filter is not clear</source>
        <translation>Филтърът е неясен</translation>
    </message>
    <message>
        <source>This view is empty</source>
        <translation>Изгледът е празен</translation>
    </message>
    <message>
        <source>Nobody has too much</source>
        <translation>Никой няма твърде много</translation>
    </message>
    <message>
        <source>Nothing is open for everybody</source>
        <translation>Няма нищо отворено за всички</translation>
    </message>
    <message>
        <source>Nothing needs a specialist</source>
        <translation>Никъде не е нужен специалист</translation>
    </message>
    <message>
        <source>No reminders</source>
        <translation>Няма напомняния</translation>
    </message>
    <message>
        <source>Nothing is pinned</source>
        <translation>Няма закачени</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A calendar or an SLA policy can&apos;t be understood. Ask whoever keeps the settings.</source>
        <translation>Календар или правило за SLA не може да се разчете. Обърнете се към този, който поддържа настройките.</translation>
    </message>
    <message>
        <source>Another program holds the local file, so this was not saved. Try again.</source>
        <translation>Друга програма държи локалния файл, затова това не е запазено. Опитайте отново.</translation>
    </message>
    <message>
        <source>Something went wrong inside Deskside. What was saved before is safe; the details are in the log.</source>
        <translation>В Deskside възникна грешка. Запазеното досега е в безопасност; подробностите са в дневника.</translation>
    </message>
    <message>
        <source>The SQLite in use is too old. Please install Deskside anew.</source>
        <translation>Използваната SQLite е твърде стара. Инсталирайте Deskside наново.</translation>
    </message>
    <message>
        <source>The local file can&apos;t be written, so this was not saved. Check its rights.</source>
        <translation>В локалния файл не може да се пише, затова това не е запазено. Проверете правата му.</translation>
    </message>
    <message>
        <source>The local file is damaged and can&apos;t be read.</source>
        <translation>Локалният файл е повреден и не може да се прочете.</translation>
    </message>
    <message>
        <source>The local file was made by a newer Deskside. Please update.</source>
        <translation>Локалният файл е създаден от по-нова версия на Deskside. Обновете програмата.</translation>
    </message>
    <message>
        <source>There is no room left on the disk, so this was not saved. Everything before it is safe. Make room and try again.</source>
        <translation>Няма място на диска, затова това не е запазено. Всичко преди него е в безопасност. Освободете място и опитайте отново.</translation>
    </message>
    <message>
        <source>This is no longer on this computer.</source>
        <translation>Това вече не е на този компютър.</translation>
    </message>
    <message>
        <source>A word of this filter can&apos;t be understood.</source>
        <translation>Дума в този филтър е неразбираема.</translation>
    </message>
</context>
<context>
    <name>EscalateDialog</name>
    <message>
        <source>Escalate</source>
        <translation>Ескалация</translation>
    </message>
    <message>
        <source>Escalate %1</source>
        <translation>Ескалация на %1</translation>
    </message>
    <message>
        <source>It is with line %1 now.</source>
        <translation>Сега е на линия %1.</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Линия %1</translation>
    </message>
    <message>
        <source>Say why it is to go there.</source>
        <translation>Напишете защо отива там.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Към</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Защо</translation>
    </message>
</context>
<context>
    <name>FactField</name>
    <message>
        <source>%1, needed before the ticket is done</source>
        <translation>%1, нужно преди приключването на заявката</translation>
    </message>
    <message>
        <source>%1, to be told</source>
        <translation>%1, да се посочи</translation>
    </message>
    <message>
        <source>Add a picture</source>
        <translation>Добавяне на снимка</translation>
    </message>
    <message>
        <source>Write the day as 2027-01-31.</source>
        <translation>Напишете деня така: 2027-01-31.</translation>
    </message>
    <message>
        <source>there</source>
        <translation>има</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Files of this kind can be saved, but are not opened here.</source>
        <translation>Такива файлове могат да се запазят, но не се отварят оттук.</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Запазване на файла</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Запазено като %1</translation>
    </message>
    <message>
        <source>The file is not on this computer yet. It is being fetched.</source>
        <translation>Файлът още не е на този компютър. Изтегля се.</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message>
        <source>Enter opens it, Delete takes it away.</source>
        <translation>Enter го отваря, Delete го маха.</translation>
    </message>
    <message>
        <source>File %1, %2</source>
        <translation>Файл %1, %2</translation>
    </message>
</context>
<context>
    <name>FileChip</name>
    <message>
        <source>Attached file %1, %2</source>
        <translation>Прикачен файл %1, %2</translation>
    </message>
    <message>
        <source>Press Delete to take this file off.</source>
        <translation>Натиснете Delete, за да махнете файла.</translation>
    </message>
</context>
<context>
    <name>FileStrip</name>
    <message>
        <source>Files</source>
        <translation>Файлове</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Изображение %1</translation>
    </message>
</context>
<context>
    <name>FileWords</name>
    <message>
        <source>%1 B</source>
        <translation>%1 Б</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 КБ</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 МБ</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Due first</source>
        <translation>Първо спешните</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>Важни</translation>
    </message>
    <message>
        <source>Highest priority first</source>
        <translation>Първо важните</translation>
    </message>
    <message>
        <source>Longest waiting first</source>
        <translation>Първо най-дълго чакащите</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Първо новите</translation>
    </message>
    <message>
        <source>Order: {0}</source>
        <translation>Ред: {0}</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Непрочетени</translation>
    </message>
    <message>
        <source>Unread {0}</source>
        <translation>Непрочетени {0}</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>По категория</translation>
    </message>
    <message>
        <source>By how long half of the tickets of its category took at most, among those solved in the last 180 days.</source>
        <translation>По времето, за което се решават поне половината заявки от категорията, сред решените през последните 180 дни.</translation>
    </message>
    <message>
        <source>By plan</source>
        <translation>По план</translation>
    </message>
    <message>
        <source>By the moment at which three quarters of the promised time are gone; what nobody has to answer now comes last.</source>
        <translation>По момента, в който изтичат три четвърти от обещаното време; където сега не се чака отговор, е накрая.</translation>
    </message>
    <message>
        <source>Easiest first</source>
        <translation>Първо лесните</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Филтър</translation>
    </message>
    <message>
        <source>Filter {0}</source>
        <translation>Филтър {0}</translation>
    </message>
    <message>
        <source>First-time contacts first</source>
        <translation>Първо новите хора</translation>
    </message>
    <message>
        <source>Has screenshot</source>
        <translation>Със снимка</translation>
    </message>
    <message>
        <source>Most at risk first</source>
        <translation>Първо в риск</translation>
    </message>
    <message>
        <source>Only what the customer writes moves a ticket here.</source>
        <translation>Мястото на заявката се променя само от думите на клиента.</translation>
    </message>
    <message>
        <source>Save as view…</source>
        <translation>Запазване като изглед…</translation>
    </message>
    <message>
        <source>The plan with the shortest promise first.</source>
        <translation>Първо планът с най-кратък срок.</translation>
    </message>
    <message>
        <source>By my reminders</source>
        <translation>По моите напомняния</translation>
    </message>
    <message>
        <source>Drag rows, or move them with Alt+Up and Alt+Down. Only you see this order.</source>
        <translation>Влачете редовете или ги местете с Alt+Нагоре и Alt+Надолу. Този ред виждате само вие.</translation>
    </message>
    <message>
        <source>My own order</source>
        <translation>Мой ред</translation>
    </message>
</context>
<context>
    <name>FilterPopup</name>
    <message>
        <source>Filters</source>
        <translation>Филтри</translation>
    </message>
    <message>
        <source>Find a filter or a value</source>
        <translation>Търсене на филтър или стойност</translation>
    </message>
    <message>
        <source>Nothing is called that</source>
        <translation>Няма нищо с такова име</translation>
    </message>
    <message>
        <source>Show all filters</source>
        <translation>Показване на всички филтри</translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message>
        <source>Created</source>
        <translation>Създадена</translation>
    </message>
    <message>
        <source>Has</source>
        <translation>Има</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Състояние</translation>
    </message>
    <message>
        <source>My colour</source>
        <translation>Мой цвят</translation>
    </message>
    <message>
        <source>Newer than</source>
        <translation>По-нова от</translation>
    </message>
    <message>
        <source>Nothing done for</source>
        <translation>Без действие от</translation>
    </message>
    <message>
        <source>Older than</source>
        <translation>По-стара от</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>План</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Решена</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Етикет</translation>
    </message>
    <message>
        <source>There is no filter “{0}”. Put it in quotes to search for these words.</source>
        <translation>Няма филтър „{0}“. За да търсите тези думи, сложете ги в кавички.</translation>
    </message>
    <message>
        <source>This view is no longer there.</source>
        <translation>Този изглед вече го няма.</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Променена</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>ден</translation>
    </message>
    <message>
        <source>a draft of mine</source>
        <translation>моя чернова</translation>
    </message>
    <message>
        <source>a promised time</source>
        <translation>обещан срок</translation>
    </message>
    <message>
        <source>a screenshot</source>
        <translation>снимка на екрана</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>седмица</translation>
    </message>
    <message>
        <source>an attachment</source>
        <translation>прикачен файл</translation>
    </message>
    <message>
        <source>an internal note</source>
        <translation>вътрешна бележка</translation>
    </message>
    <message>
        <source>at risk</source>
        <translation>в риск</translation>
    </message>
    <message>
        <source>done</source>
        <translation>готова</translation>
    </message>
    <message>
        <source>four weeks</source>
        <translation>четири седмици</translation>
    </message>
    <message>
        <source>from a first-time contact</source>
        <translation>от нов човек</translation>
    </message>
    <message>
        <source>in less than a day</source>
        <translation>след по-малко от ден</translation>
    </message>
    <message>
        <source>in less than two hours</source>
        <translation>след по-малко от два часа</translation>
    </message>
    <message>
        <source>in more than a day</source>
        <translation>след повече от ден</translation>
    </message>
    <message>
        <source>less than a week ago</source>
        <translation>преди по-малко от седмица</translation>
    </message>
    <message>
        <source>me</source>
        <translation>аз</translation>
    </message>
    <message>
        <source>more than a week ago</source>
        <translation>преди повече от седмица</translation>
    </message>
    <message>
        <source>none</source>
        <translation>няма</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>неприключена</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>просрочена</translation>
    </message>
    <message>
        <source>postponed, not awake yet</source>
        <translation>отложена, още не се е върнала</translation>
    </message>
    <message>
        <source>three days</source>
        <translation>три дни</translation>
    </message>
    <message>
        <source>today</source>
        <translation>днес</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>непрочетена</translation>
    </message>
    <message>
        <source>with a mention of me</source>
        <translation>със споменаване на мен</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>вчера</translation>
    </message>
    <message>
        <source>“{0}” can&apos;t be: the values are {1}.</source>
        <translation>„{0}“ не може: стойностите са {1}.</translation>
    </message>
    <message>
        <source>“{0}” can&apos;t be: write a day or a length of time, as in &gt;2026-11-01, today, &lt;2h.</source>
        <translation>„{0}“ не може: напишете ден или срок, например &gt;2026-11-01, today, &lt;2h.</translation>
    </message>
    <message>
        <source>“{0}” can&apos;t be: write a length of time such as 30m, 2h, 3d or 1w.</source>
        <translation>„{0}“ не може: напишете срок, например 30m, 2h, 3d или 1w.</translation>
    </message>
    <message>
        <source>“{0}” has no value yet.</source>
        <translation>„{0}“ още няма стойност.</translation>
    </message>
    <message>
        <source>“{0}” is too long for a filter.</source>
        <translation>„{0}“ е твърде дълго за филтър.</translation>
    </message>
    <message>
        <source>My reminder</source>
        <translation>Мое напомняне</translation>
    </message>
    <message>
        <source>Pinned by me</source>
        <translation>Закачена от мен</translation>
    </message>
    <message>
        <source>amber</source>
        <translation>кехлибар</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>син</translation>
    </message>
    <message>
        <source>due now</source>
        <translation>вече е време</translation>
    </message>
    <message>
        <source>due today or earlier</source>
        <translation>днес или по-рано</translation>
    </message>
    <message>
        <source>green</source>
        <translation>зелен</translation>
    </message>
    <message>
        <source>no</source>
        <translation>не</translation>
    </message>
    <message>
        <source>red</source>
        <translation>червен</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>виолетов</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
</context>
<context>
    <name>FindTicketDialog</name>
    <message>
        <source>Choose a ticket.</source>
        <translation>Изберете заявка.</translation>
    </message>
    <message>
        <source>No ticket on this computer has that number or those words.</source>
        <translation>На този компютър няма заявка с такъв номер или такива думи.</translation>
    </message>
    <message>
        <source>Number or words of the ticket</source>
        <translation>Номер или думи от заявката</translation>
    </message>
    <message>
        <source>Tickets found</source>
        <translation>Намерени заявки</translation>
    </message>
</context>
<context>
    <name>FormatBar</name>
    <message>
        <source>Attach a file</source>
        <translation>Прикачване на файл</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Получер</translation>
    </message>
    <message>
        <source>Bulleted list</source>
        <translation>Списък с водещи знаци</translation>
    </message>
    <message>
        <source>Check list</source>
        <translation>Списък с отметки</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Курсив</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Връзка</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>Номериран списък</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Цитат</translation>
    </message>
    <message>
        <source>Redo typing</source>
        <translation>Връщане на въведеното</translation>
    </message>
    <message>
        <source>Strike through</source>
        <translation>Зачертан</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Подчертан</translation>
    </message>
    <message>
        <source>Undo typing</source>
        <translation>Отмяна на въведеното</translation>
    </message>
</context>
<context>
    <name>HeldActs</name>
    <message>
        <source>Drop</source>
        <translation>Изхвърли</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Редактирай</translation>
    </message>
    <message>
        <source>Make it a note</source>
        <translation>Направи бележка</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Изпрати въпреки това</translation>
    </message>
</context>
<context>
    <name>HintStrip</name>
    <message>
        <source>Ask for a screenshot</source>
        <translation>Поискайте екранна снимка</translation>
    </message>
    <message>
        <source>No screenshot yet</source>
        <translation>Още няма екранна снимка</translation>
    </message>
</context>
<context>
    <name>HintWords</name>
    <message>
        <source>Best at the desk</source>
        <translation>Най-добре на място</translation>
    </message>
    <message>
        <source>Best by e-mail</source>
        <translation>Най-добре по имейл</translation>
    </message>
    <message>
        <source>Best by phone</source>
        <translation>Най-добре по телефона</translation>
    </message>
    <message>
        <source>Best in Telegram</source>
        <translation>Най-добре в Telegram</translation>
    </message>
    <message>
        <source>Best in chat</source>
        <translation>Най-добре в чата</translation>
    </message>
    <message>
        <source>Best in the portal</source>
        <translation>Най-добре в портала</translation>
    </message>
    <message>
        <source>Please send us a screenshot of what you see.</source>
        <translation>Моля, изпратете ни екранна снимка на това, което виждате.</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>%n people at work</source>
        <translation>
            <numerusform>%n човек работи</numerusform>
            <numerusform>%n души работят</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without</source>
        <translation>
            <numerusform>%n без категория</numerusform>
            <numerusform>%n без категория</numerusform>
        </translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Табло</translation>
    </message>
    <message>
        <source>My open</source>
        <translation>Моите отворени</translation>
    </message>
    <message>
        <source>Nobody&apos;s yet</source>
        <translation>Още ничии</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Незапочнати</translation>
    </message>
    <message>
        <source>Open, in one window</source>
        <translation>Отворени, в един прозорец</translation>
    </message>
    <message>
        <source>With a category</source>
        <translation>С категория</translation>
    </message>
    <message numerus="yes">
        <source>from %n channels</source>
        <translation>
            <numerusform>от %n канал</numerusform>
            <numerusform>от %n канала</numerusform>
        </translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>от %1</translation>
    </message>
    <message>
        <source>the feed is empty</source>
        <translation>лентата е празна</translation>
    </message>
    <message>
        <source>the oldest for %1</source>
        <translation>най-старата чака %1</translation>
    </message>
</context>
<context>
    <name>KeptForm</name>
    <message>
        <source>Discard</source>
        <translation>Отхвърляне</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продължаване</translation>
    </message>
</context>
<context>
    <name>KeptTickets</name>
    <message>
        <source>All tickets</source>
        <translation>Всички заявки</translation>
    </message>
    <message numerus="yes">
        <source>Done in the last %n day(s)</source>
        <translation>
            <numerusform>Приключени през последния %n ден</numerusform>
            <numerusform>Приключени през последните %n дни</numerusform>
        </translation>
    </message>
    <message>
        <source>Open tickets, your own and what you work on always stay. Others come from the server when you open them.</source>
        <translation>Отворените заявки, вашите и тези, по които работите, остават винаги. Останалите идват от сървъра, когато ги отворите.</translation>
    </message>
    <message>
        <source>Tickets kept here</source>
        <translation>Заявки на този компютър</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>Type a key…</source>
        <translation>Натиснете клавиш…</translation>
    </message>
    <message>
        <source>none</source>
        <translation>няма</translation>
    </message>
</context>
<context>
    <name>KeySheets</name>
    <message>
        <source>Save the keyboard shortcuts</source>
        <translation>Записване на клавишните комбинации</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>Записано като {0}</translation>
    </message>
    <message>
        <source>The sheet could not be written: {0}.</source>
        <translation>Листът не можа да бъде записан: {0}.</translation>
    </message>
</context>
<context>
    <name>KeyboardPage</name>
    <message>
        <source>All keys as they were</source>
        <translation>Връщане на всички клавиши</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Навсякъде</translation>
    </message>
    <message>
        <source>Back to {0}</source>
        <translation>Връщане на {0}</translation>
    </message>
    <message>
        <source>In the open ticket</source>
        <translation>В отворената заявка</translation>
    </message>
    <message>
        <source>In the ticket list</source>
        <translation>В списъка със заявки</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Клавиатура</translation>
    </message>
    <message>
        <source>Press a key&apos;s button, then the new key. Backspace leaves it without one.</source>
        <translation>Натиснете бутона с клавиша, после новия клавиш. Backspace оставя действието без клавиш.</translation>
    </message>
    <message>
        <source>Save a sheet to print…</source>
        <translation>Записване на лист за печат…</translation>
    </message>
    <message>
        <source>{0} alone is typed as text. Hold Ctrl or Alt with it.</source>
        <translation>Само {0} въвежда текст. Натиснете го заедно с Ctrl или Alt.</translation>
    </message>
    <message>
        <source>{0} is the key of “{1}”.</source>
        <translation>{0} е клавишът на „{1}“.</translation>
    </message>
</context>
<context>
    <name>Knowledge</name>
    <message>
        <source>For agents</source>
        <translation>За служители</translation>
    </message>
    <message>
        <source>For agents and customers</source>
        <translation>За служители и клиенти</translation>
    </message>
</context>
<context>
    <name>KnowledgePage</name>
    <message>
        <source>Articles of the knowledge base appear with the next sync.</source>
        <translation>Статиите от базата знания ще се появят при следващата синхронизация.</translation>
    </message>
    <message>
        <source>No article has these words</source>
        <translation>Няма статии с тези думи</translation>
    </message>
    <message>
        <source>No articles here yet</source>
        <translation>Още няма статии</translation>
    </message>
    <message>
        <source>Try fewer words, or another category or language.</source>
        <translation>Опитайте с по-малко думи, друга категория или друг език.</translation>
    </message>
</context>
<context>
    <name>KnowledgePanel</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Намерени</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Вмъкване</translation>
    </message>
    <message>
        <source>Insert answer</source>
        <translation>Вмъкване на отговора</translation>
    </message>
    <message>
        <source>No article found</source>
        <translation>Няма намерени статии</translation>
    </message>
    <message>
        <source>Other words may find one.</source>
        <translation>Опитайте с други думи.</translation>
    </message>
    <message>
        <source>Quote the answer</source>
        <translation>Цитиране на отговора</translation>
    </message>
    <message>
        <source>Search articles</source>
        <translation>Търсене на статии</translation>
    </message>
    <message>
        <source>Solved the same way</source>
        <translation>Решено по същия начин</translation>
    </message>
    <message>
        <source>Suggested for this ticket</source>
        <translation>Предложени за тази заявка</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Шаблони</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Deskside speaks %1 from the next start on.</source>
        <translation>От следващото стартиране езикът на Deskside е %1.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Език</translation>
    </message>
    <message>
        <source>Of menus, buttons and messages. Tickets stay as they were written.</source>
        <translation>Езикът на менютата, бутоните и съобщенията. Заявките остават както са написани.</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Рестартиране сега</translation>
    </message>
</context>
<context>
    <name>LateBar</name>
    <message>
        <source>Look  F4</source>
        <translation>Преглед  F4</translation>
    </message>
    <message>
        <source>Two people changed this while you were offline: %1.</source>
        <translation>Двама промениха това, докато бяхте без връзка: %1.</translation>
    </message>
    <message>
        <source>Two people changed this without seeing each other: %1.</source>
        <translation>Двама промениха това, без да се видят един друг: %1.</translation>
    </message>
</context>
<context>
    <name>LateDesk</name>
    <message>
        <source>There is no conflict to settle.</source>
        <translation>Няма конфликт за решаване.</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Връзка</translation>
    </message>
    <message>
        <source>Remove link</source>
        <translation>Премахване на връзката</translation>
    </message>
    <message>
        <source>Text to show</source>
        <translation>Видим текст</translation>
    </message>
</context>
<context>
    <name>ListChip</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 от %2</translation>
    </message>
    <message>
        <source>Check list</source>
        <translation>Списък с отметки</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Also searched as: {0}</source>
        <translation>Търсено и като: {0}</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Нищо не е намерено</translation>
    </message>
    <message>
        <source>Search: {0}</source>
        <translation>Търсене: {0}</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached. Try again when you are online.</source>
        <translation>Няма връзка със сървъра. Опитайте пак, когато сте на линия.</translation>
    </message>
    <message>
        <source>The server has no ticket with this number for you.</source>
        <translation>На сървъра няма достъпна за вас заявка с този номер.</translation>
    </message>
</context>
<context>
    <name>LogCallDialog</name>
    <message>
        <source>Choose the queue that it goes to.</source>
        <translation>Изберете опашката, в която да отиде.</translation>
    </message>
    <message>
        <source>Keep the call</source>
        <translation>Запазване на обаждането</translation>
    </message>
    <message>
        <source>Log a call</source>
        <translation>Записване на обаждане</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Опашка</translation>
    </message>
    <message>
        <source>The first line becomes the subject.</source>
        <translation>Първият ред става тема.</translation>
    </message>
    <message>
        <source>What about</source>
        <translation>За какво</translation>
    </message>
    <message>
        <source>Who called</source>
        <translation>Кой се обади</translation>
    </message>
    <message>
        <source>Who called, and what about. Ctrl+Enter keeps it as a ticket.</source>
        <translation>Кой се обади и за какво. Ctrl+Enter запазва обаждането като заявка.</translation>
    </message>
    <message>
        <source>Write down what the call was about.</source>
        <translation>Запишете за какво беше обаждането.</translation>
    </message>
    <message>
        <source>You began a call at %1.</source>
        <translation>Започнахте да записвате обаждане в %1.</translation>
    </message>
    <message>
        <source>You began a call on %1.</source>
        <translation>Започнахте да записвате обаждане на %1.</translation>
    </message>
    <message>
        <source>“%1” is new: a contact is made with this call.</source>
        <translation>„%1“ е нов контакт: ще бъде създаден с това обаждане.</translation>
    </message>
    <message>
        <source>Check list</source>
        <translation>Списък с отметки</translation>
    </message>
    <message>
        <source>Choose a time that is still to come.</source>
        <translation>Изберете време, което още не е настъпило.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Резултат</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Look</source>
        <translation>Виж</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message numerus="yes">
        <source>{0} tickets on this computer</source>
        <translation>
            <numerusform>{0} заявка на този компютър</numerusform>
            <numerusform>{0} заявки на този компютър</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeetingChip</name>
    <message>
        <source>%1, running</source>
        <translation>%1, тече</translation>
    </message>
    <message>
        <source>End the meeting</source>
        <translation>Приключи срещата</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Среща</translation>
    </message>
    <message>
        <source>Meeting link…</source>
        <translation>Връзка за срещата…</translation>
    </message>
    <message>
        <source>Open the link</source>
        <translation>Отвори връзката</translation>
    </message>
    <message>
        <source>Start the meeting</source>
        <translation>Започни срещата</translation>
    </message>
</context>
<context>
    <name>MeetingDesk</name>
    <message>
        <source>Meeting link…</source>
        <translation>Връзка за срещата…</translation>
    </message>
    <message>
        <source>Start or end the meeting</source>
        <translation>Започни или приключи срещата</translation>
    </message>
</context>
<context>
    <name>MeetingLinkDialog</name>
    <message>
        <source>A meeting link begins with https:// and names a host.</source>
        <translation>Връзката за срещата започва с https:// и посочва сървър.</translation>
    </message>
    <message>
        <source>Address of the meeting</source>
        <translation>Адрес на срещата</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Запази</translation>
    </message>
    <message>
        <source>Meeting link</source>
        <translation>Връзка за срещата</translation>
    </message>
</context>
<context>
    <name>MergePane</name>
    <message numerus="yes">
        <source>%n tickets come along.</source>
        <translation>
            <numerusform>Прехвърля се %n заявка.</numerusform>
            <numerusform>Прехвърлят се %n заявки.</numerusform>
        </translation>
    </message>
    <message>
        <source>All domains stay.</source>
        <translation>Всички домейни остават.</translation>
    </message>
    <message>
        <source>All e-mail addresses stay.</source>
        <translation>Всички имейл адреси остават.</translation>
    </message>
    <message>
        <source>Both say the same: there is nothing to choose.</source>
        <translation>Стойностите съвпадат: няма какво да се избира.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отказ</translation>
    </message>
    <message>
        <source>It can be taken back.</source>
        <translation>Това може да се отмени.</translation>
    </message>
    <message>
        <source>Keep the other one</source>
        <translation>Запазване на другия</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Обединяване</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>празно</translation>
    </message>
    <message>
        <source>“%1” becomes a part of “%2”</source>
        <translation>„%1“ става част от „%2“</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Затваряне на съобщението</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>A file can&apos;t be added to a message that is there. Write a new one.</source>
        <translation>Към готово съобщение не може да се добави файл. Напишете ново.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отказ</translation>
    </message>
    <message>
        <source>Press Escape or Cancel again to throw this change away.</source>
        <translation>Натиснете отново Escape или „Отказ“, за да изхвърлите промяната.</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Текст на бележката</translation>
    </message>
    <message>
        <source>Text of the reply</source>
        <translation>Текст на отговора</translation>
    </message>
    <message>
        <source>There is no text left.</source>
        <translation>Не остана текст.</translation>
    </message>
</context>
<context>
    <name>MessageMenu</name>
    <message>
        <source>Copy picture</source>
        <translation>Копиране на изображението</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Копиране на текста</translation>
    </message>
    <message>
        <source>Earlier versions…</source>
        <translation>Предишни версии…</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Редактирай</translation>
    </message>
    <message>
        <source>Open “%1”</source>
        <translation>Отваряне на „%1“</translation>
    </message>
    <message>
        <source>Save “%1”…</source>
        <translation>Запазване на „%1“…</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Показване изцяло</translation>
    </message>
    <message>
        <source>Split off…</source>
        <translation>Отделяне…</translation>
    </message>
</context>
<context>
    <name>MessageReader</name>
    <message>
        <source>Text of the message</source>
        <translation>Текст на съобщението</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message numerus="yes">
        <source>%n need your attention</source>
        <translation>
            <numerusform>%n изисква вашето внимание</numerusform>
            <numerusform>%n изискват вашето внимание</numerusform>
        </translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>Всички заявки</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>В риск</translation>
    </message>
    <message>
        <source>Done today</source>
        <translation>Готови днес</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Чернови</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Входящи</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Споменавания</translation>
    </message>
    <message>
        <source>My open</source>
        <translation>Моите отворени</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страници</translation>
    </message>
    <message>
        <source>Postponed</source>
        <translation>Отложени</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Опашки</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Неразпределени</translation>
    </message>
    <message>
        <source>Views and queues</source>
        <translation>Изгледи и опашки</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Незапочнати</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Изгледи</translation>
    </message>
    <message>
        <source>Level 1</source>
        <translation>Ниво 1</translation>
    </message>
    <message>
        <source>Level 2</source>
        <translation>Ниво 2</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Предложени</translation>
    </message>
    <message>
        <source>My reminders</source>
        <translation>Моите напомняния</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Закачени</translation>
    </message>
</context>
<context>
    <name>NewContactForm</name>
    <message>
        <source>Choose from the list</source>
        <translation>Избор от списъка</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Имейл</translation>
    </message>
    <message>
        <source>Name of the new contact</source>
        <translation>Име на новия контакт</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
</context>
<context>
    <name>NewTicketDialog</name>
    <message>
        <source>A picture is still being kept; try again in a moment.</source>
        <translation>Изображението още се запазва; опитайте отново след миг.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Choose the queue that it goes to.</source>
        <translation>Изберете опашката, в която да отиде.</translation>
    </message>
    <message>
        <source>Create ticket</source>
        <translation>Създаване на заявка</translation>
    </message>
    <message>
        <source>Give the ticket a subject.</source>
        <translation>Посочете тема на заявката.</translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation>Нова заявка</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>Без категория</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Приоритет</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Опашка</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Заявител</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>The new contact needs a name.</source>
        <translation>Посочете името на новия контакт.</translation>
    </message>
    <message>
        <source>The subject is longer than %1 characters; the rest belongs below.</source>
        <translation>Темата е по-дълга от %1 знака; останалото е за текста по-долу.</translation>
    </message>
    <message>
        <source>You began a ticket at %1.</source>
        <translation>Започнахте заявка в %1.</translation>
    </message>
    <message>
        <source>You began a ticket on %1.</source>
        <translation>Започнахте заявка на %1.</translation>
    </message>
</context>
<context>
    <name>NewTroubles</name>
    <message numerus="yes">
        <source>%n changes need your attention.</source>
        <translation>
            <numerusform>%n промяна изисква вашето внимание.</numerusform>
            <numerusform>%n промени изискват вашето внимание.</numerusform>
        </translation>
    </message>
    <message>
        <source>A file could not be uploaded: {0}.</source>
        <translation>Файл не можа да се качи: {0}.</translation>
    </message>
    <message>
        <source>The server refused your change: {0}.</source>
        <translation>Сървърът отказа вашата промяна: {0}.</translation>
    </message>
    <message>
        <source>Your change is held: {0}.</source>
        <translation>Вашата промяна е задържана: {0}.</translation>
    </message>
    <message>
        <source>Your change met another one: {0}.</source>
        <translation>Вашата промяна срещна друга: {0}.</translation>
    </message>
    <message>
        <source>Your reply is held: {0}.</source>
        <translation>Вашият отговор е задържан: {0}.</translation>
    </message>
</context>
<context>
    <name>NextBar</name>
    <message>
        <source>Close this message</source>
        <translation>Затваряне на съобщението</translation>
    </message>
    <message>
        <source>Skip…</source>
        <translation>Пропускане…</translation>
    </message>
    <message>
        <source>Why skip it? Then Enter</source>
        <translation>Защо да се пропусне? После Enter</translation>
    </message>
    <message>
        <source>Why this ticket is skipped</source>
        <translation>Защо заявката се пропуска</translation>
    </message>
</context>
<context>
    <name>NextDesk</name>
    <message>
        <source>Go on to the best ticket</source>
        <translation>Към най-добрата заявка</translation>
    </message>
    <message>
        <source>Nothing here waits for you now.</source>
        <translation>Тук сега нищо не ви чака.</translation>
    </message>
    <message>
        <source>Skip this ticket…</source>
        <translation>Пропускане на заявката…</translation>
    </message>
</context>
<context>
    <name>NextTicket</name>
    <message>
        <source>Due in {0}</source>
        <translation>Срок след {0}</translation>
    </message>
    <message>
        <source>High priority, here for {0}</source>
        <translation>Висок приоритет, тук от {0}</translation>
    </message>
    <message>
        <source>High priority, its customer waits: {0}</source>
        <translation>Висок приоритет, клиентът чака: {0}</translation>
    </message>
    <message>
        <source>Oldest of what is left: {0}</source>
        <translation>Най-старата от останалите: {0}</translation>
    </message>
    <message>
        <source>Oldest waiting customer: {0}</source>
        <translation>Най-дълго чакащ клиент: {0}</translation>
    </message>
    <message>
        <source>Overdue for {0}</source>
        <translation>Просрочена: {0}</translation>
    </message>
    <message>
        <source>Postponed until now, awake for {0}</source>
        <translation>Беше отложена, върна се преди {0}</translation>
    </message>
    <message>
        <source>Urgent, here for {0}</source>
        <translation>Спешно, тук от {0}</translation>
    </message>
    <message>
        <source>Urgent, its customer waits: {0}</source>
        <translation>Спешно, клиентът чака: {0}</translation>
    </message>
    <message>
        <source>{0} plan</source>
        <translation>план {0}</translation>
    </message>
</context>
<context>
    <name>NoteDelegate</name>
    <message>
        <source>Empty note</source>
        <translation>Празна бележка</translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message>
        <source>My notes</source>
        <translation>Моите бележки</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Нова бележка</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Бележка</translation>
    </message>
</context>
<context>
    <name>NotePane</name>
    <message>
        <source>Add to ticket …</source>
        <translation>Към заявка…</translation>
    </message>
    <message>
        <source>Became #%1</source>
        <translation>Стана заявка #%1</translation>
    </message>
    <message>
        <source>Became a ticket</source>
        <translation>Стана заявка</translation>
    </message>
    <message>
        <source>Begun %1</source>
        <translation>Започната на %1</translation>
    </message>
    <message>
        <source>Delete this note</source>
        <translation>Изтриване на бележката</translation>
    </message>
    <message>
        <source>Make a ticket</source>
        <translation>Създаване на заявка</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Текст на бележката</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заглавие</translation>
    </message>
    <message>
        <source>Title of the note</source>
        <translation>Заглавие на бележката</translation>
    </message>
    <message>
        <source>Write, paste a picture, or begin a check list. It is saved as you type.</source>
        <translation>Пишете, поставете изображение или започнете списък. Запазва се, докато пишете.</translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <translation>d MMMM yyyy &apos;г.&apos;, HH:mm</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>запазено</translation>
    </message>
    <message>
        <source>saved here, not sent yet</source>
        <translation>запазено тук, още не е изпратено</translation>
    </message>
    <message>
        <source>saving …</source>
        <translation>запазва се…</translation>
    </message>
</context>
<context>
    <name>NotesModel</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n файл</numerusform>
            <numerusform>%n файла</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty note</source>
        <translation>Празна бележка</translation>
    </message>
    <message>
        <source>became a ticket</source>
        <translation>стана заявка</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>още не е изпратено</translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message>
        <source>Delete the note</source>
        <translation>Изтриване на бележката</translation>
    </message>
    <message>
        <source>Keep here what has no ticket yet: a call on the stairs, a picture from the server room, a list for Monday. It works without a network and follows you to your other computers.</source>
        <translation>Пазете тук това, за което още няма заявка: разговор на стълбите, снимка от сървърното, списък за понеделник. Работи без мрежа и ви следва на другите ви компютри.</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Нова бележка</translation>
    </message>
    <message>
        <source>Nothing written down yet</source>
        <translation>Още нищо не е записано</translation>
    </message>
</context>
<context>
    <name>NoticeDesk</name>
    <message>
        <source>Log a call</source>
        <translation>Записване на обаждане</translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation>Нова заявка</translation>
    </message>
    <message>
        <source>Open Deskside</source>
        <translation>Отваряне на Deskside</translation>
    </message>
    <message>
        <source>Quiet for an hour</source>
        <translation>Тишина за час</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Изход от програмата</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n calls to return</source>
        <translation>
            <numerusform>%n обаждане за връщане</numerusform>
            <numerusform>%n обаждания за връщане</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customers replied</source>
        <translation>
            <numerusform>%n клиент отговори</numerusform>
            <numerusform>%n клиенти отговориха</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mentions</source>
        <translation>
            <numerusform>%n споменаване</numerusform>
            <numerusform>%n споменавания</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new in your queues</source>
        <translation>
            <numerusform>%n нова във вашите опашки</numerusform>
            <numerusform>%n нови във вашите опашки</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets back from being postponed</source>
        <translation>
            <numerusform>%n отложена заявка се върна</numerusform>
            <numerusform>%n отложени заявки се върнаха</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets due soon</source>
        <translation>
            <numerusform>%n заявка с близък срок</numerusform>
            <numerusform>%n заявки с близък срок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets given to you</source>
        <translation>
            <numerusform>%n заявка е възложена на вас</numerusform>
            <numerusform>%n заявки са възложени на вас</numerusform>
        </translation>
    </message>
    <message>
        <source>A customer replies</source>
        <translation>Клиент отговаря</translation>
    </message>
    <message>
        <source>A new ticket in my queues</source>
        <translation>Нова заявка в моите опашки</translation>
    </message>
    <message>
        <source>A postponed ticket of mine is back</source>
        <translation>Моя отложена заявка се върна</translation>
    </message>
    <message>
        <source>A promised call is due</source>
        <translation>Време е за обещано обаждане</translation>
    </message>
    <message>
        <source>A ticket is given to me</source>
        <translation>Заявка е възложена на мен</translation>
    </message>
    <message>
        <source>A ticket of mine is due within the hour</source>
        <translation>Срокът на моя заявка изтича до час</translation>
    </message>
    <message>
        <source>Call back now</source>
        <translation>Време е за обратно обаждане</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Обадихме се</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>In 15 minutes</source>
        <translation>След 15 минути</translation>
    </message>
    <message>
        <source>New ticket {0}</source>
        <translation>Нова заявка {0}</translation>
    </message>
    <message>
        <source>News on your desk</source>
        <translation>Новини по заявките</translation>
    </message>
    <message>
        <source>No notices yet</source>
        <translation>Още няма известия</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Отвори</translation>
    </message>
    <message>
        <source>Postpone for an hour</source>
        <translation>Отлагане с един час</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Отговор</translation>
    </message>
    <message>
        <source>Somebody mentions me</source>
        <translation>Споменават ме</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Поемане</translation>
    </message>
    <message>
        <source>The customer replied on {0}</source>
        <translation>Клиентът отговори по {0}</translation>
    </message>
    <message>
        <source>You are mentioned on {0}</source>
        <translation>Споменати сте в {0}</translation>
    </message>
    <message>
        <source>{0} is back from being postponed</source>
        <translation>{0}: отложената заявка се върна</translation>
    </message>
    <message>
        <source>{0} is due within the hour</source>
        <translation>{0}: срокът изтича до час</translation>
    </message>
    <message>
        <source>{0} is yours now</source>
        <translation>{0} вече е ваша</translation>
    </message>
    <message>
        <source>{1} gave you {0}</source>
        <translation>{1} ви възложи {0}</translation>
    </message>
    <message>
        <source>{1} mentions you on {0}</source>
        <translation>{1} ви споменава в {0}</translation>
    </message>
    <message>
        <source>{1} replied on {0}</source>
        <translation>{1} отговори по {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n reminders</source>
        <translation>
            <numerusform>%n напомняне</numerusform>
            <numerusform>%n напомняния</numerusform>
        </translation>
    </message>
    <message>
        <source>A reminder of mine is due</source>
        <translation>Дойде време за мое напомняне</translation>
    </message>
    <message>
        <source>Dealt with</source>
        <translation>Приключено</translation>
    </message>
    <message>
        <source>Reminder about {0}</source>
        <translation>Напомняне за {0}</translation>
    </message>
</context>
<context>
    <name>NoticesPage</name>
    <message>
        <source>In these queues</source>
        <translation>В тези опашки</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Известия</translation>
    </message>
    <message>
        <source>Quiet every day</source>
        <translation>Тишина всеки ден</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Тишина от</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Тишина до</translation>
    </message>
    <message>
        <source>Tell me when</source>
        <translation>Съобщавай, когато</translation>
    </message>
    <message>
        <source>Mentions and reminders of your own always get through. Everything else waits under the bell.</source>
        <translation>Споменаванията и вашите собствени напомняния винаги пристигат. Всичко друго чака под звънеца.</translation>
    </message>
</context>
<context>
    <name>OfferedRow</name>
    <message>
        <source>Take over  A</source>
        <translation>Поемане  A</translation>
    </message>
    <message>
        <source>Take over %1</source>
        <translation>Поемане на %1</translation>
    </message>
</context>
<context>
    <name>OlderBar</name>
    <message>
        <source>Loading older messages…</source>
        <translation>Зареждат се по-старите съобщения…</translation>
    </message>
    <message>
        <source>Older messages of this ticket are not on this computer. They come when the server can be reached.</source>
        <translation>По-старите съобщения на тази заявка не са на този компютър. Те ще дойдат, когато има връзка със сървъра.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Опитай пак</translation>
    </message>
</context>
<context>
    <name>Online</name>
    <message numerus="yes">
        <source>%n people online</source>
        <translation>
            <numerusform>%n човек на линия</numerusform>
            <numerusform>%n души на линия</numerusform>
        </translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Отсъстват</translation>
    </message>
    <message>
        <source>Nobody else is online</source>
        <translation>Никой друг не е на линия</translation>
    </message>
    <message>
        <source>Offline: nobody knows who is online</source>
        <translation>Няма връзка: не се знае кой е на линия</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>На линия</translation>
    </message>
    <message>
        <source>Who is online</source>
        <translation>Кой е на линия</translation>
    </message>
    <message>
        <source>{0} and {1} online</source>
        <translation>{0} и {1} на линия</translation>
    </message>
    <message>
        <source>{0} online</source>
        <translation>{0} на линия</translation>
    </message>
    <message numerus="yes">
        <source>{0}, {1} and %n others online</source>
        <translation>
            <numerusform>{0}, {1} и още %n колега на линия</numerusform>
            <numerusform>{0}, {1} и още %n колеги на линия</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutboxList</name>
    <message>
        <source>Change the text</source>
        <translation>Промени текста</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробно</translation>
    </message>
    <message>
        <source>In the outbox</source>
        <translation>В изходящите</translation>
    </message>
    <message>
        <source>Open the ticket</source>
        <translation>Отвори заявката</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Изходящи</translation>
    </message>
    <message>
        <source>Pause or resume a file</source>
        <translation>Спри или продължи файл</translation>
    </message>
    <message>
        <source>Sync details</source>
        <translation>Подробности за синхронизацията</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Опитай пак</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Оттегли</translation>
    </message>
</context>
<context>
    <name>OutboxModel</name>
    <message>
        <source>Needs attention</source>
        <translation>Изисква внимание</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>На път</translation>
    </message>
    <message>
        <source>Sent today</source>
        <translation>Изпратено днес</translation>
    </message>
    <message>
        <source>folded away</source>
        <translation>свито</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>показано</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>Choose a change</source>
        <translation>Изберете промяна</translation>
    </message>
    <message>
        <source>Everything is on the server</source>
        <translation>Всичко е на сървъра</translation>
    </message>
    <message>
        <source>Nothing waits on this computer</source>
        <translation>Нищо не чака на този компютър</translation>
    </message>
</context>
<context>
    <name>OutboxPane</name>
    <message>
        <source>Edit</source>
        <translation>Промени</translation>
    </message>
    <message>
        <source>No ticket</source>
        <translation>Без заявка</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Отвори</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Спри</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продължи</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Опитай пак</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Оттегли</translation>
    </message>
</context>
<context>
    <name>OutboxWords</name>
    <message>
        <source>Approval asked for</source>
        <translation>Поискано одобрение</translation>
    </message>
    <message>
        <source>Approval decided</source>
        <translation>Решение за одобрение</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Статия</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Промяна</translation>
    </message>
    <message>
        <source>Change of a newer Deskside</source>
        <translation>Промяна от по-нов Deskside</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Фирма</translation>
    </message>
    <message>
        <source>Conflict settled</source>
        <translation>Конфликтът е решен</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Контакт</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Чернова</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Held reply decided</source>
        <translation>Решение за задържан отговор</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Вътрешна бележка</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>Отбелязано като прочетено</translation>
    </message>
    <message>
        <source>Message changed</source>
        <translation>Съобщението е променено</translation>
    </message>
    <message>
        <source>My colour</source>
        <translation>Мой цвят</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>Моите бележки</translation>
    </message>
    <message>
        <source>Reply to the requester</source>
        <translation>Отговор до заявителя</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Настройка</translation>
    </message>
    <message>
        <source>Something was said here meanwhile. Read it, then decide about your reply.</source>
        <translation>Междувременно тук се появи ново съобщение. Прочетете го и решете за отговора си.</translation>
    </message>
    <message>
        <source>Two people changed: {0}</source>
        <translation>Двама промениха: {0}</translation>
    </message>
    <message>
        <source>a field</source>
        <translation>поле</translation>
    </message>
    <message>
        <source>assignee</source>
        <translation>изпълнител</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>изпраща се</translation>
    </message>
    <message>
        <source>category</source>
        <translation>категория</translation>
    </message>
    <message>
        <source>conflict</source>
        <translation>конфликт</translation>
    </message>
    <message>
        <source>due time</source>
        <translation>срок</translation>
    </message>
    <message>
        <source>held</source>
        <translation>задържано</translation>
    </message>
    <message>
        <source>name</source>
        <translation>име</translation>
    </message>
    <message>
        <source>not uploaded</source>
        <translation>не е качено</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>спряно</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>приоритет</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>опашка</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>отказано</translation>
    </message>
    <message>
        <source>requester</source>
        <translation>заявител</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>изпратено</translation>
    </message>
    <message>
        <source>status</source>
        <translation>състояние</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>тема</translation>
    </message>
    <message>
        <source>text</source>
        <translation>текст</translation>
    </message>
    <message>
        <source>time to come back</source>
        <translation>време за връщане</translation>
    </message>
    <message>
        <source>title</source>
        <translation>заглавие</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>чака</translation>
    </message>
    <message>
        <source>waits to be uploaded</source>
        <translation>чака качване</translation>
    </message>
    <message>
        <source>{0} % uploaded</source>
        <translation>качени {0} %</translation>
    </message>
    <message>
        <source>{0} had changed this, and you had not seen it yet.</source>
        <translation>{0}: промяна, която още не бяхте видели.</translation>
    </message>
    <message>
        <source>{0}: deleted</source>
        <translation>{0}: изтрито</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Оборудване</translation>
    </message>
    <message>
        <source>Own order</source>
        <translation>Собствен ред</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Закачане</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Напомняне</translation>
    </message>
</context>
<context>
    <name>OwnMarks</name>
    <message>
        <source>Amber</source>
        <translation>Кехлибарен</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Син</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Зелен</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Червен</translation>
    </message>
    <message>
        <source>Reminder {0}</source>
        <translation>Напомняне {0}</translation>
    </message>
    <message>
        <source>Reminder, due since {0}</source>
        <translation>Напомняне, време е от {0}</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Виолетов</translation>
    </message>
</context>
<context>
    <name>OwnStrip</name>
    <message>
        <source>Another time …</source>
        <translation>Друго време…</translation>
    </message>
    <message>
        <source>Dealt with</source>
        <translation>Приключено</translation>
    </message>
    <message>
        <source>Only you see this</source>
        <translation>Това виждате само вие</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Закачена</translation>
    </message>
    <message>
        <source>Remove my colour</source>
        <translation>Махане на моя цвят</translation>
    </message>
    <message>
        <source>Remove my colour: {0}</source>
        <translation>Махане на моя цвят: {0}</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Откачане</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Density of lists: {0}</source>
        <translation>Плътност на списъците: {0}</translation>
    </message>
    <message>
        <source>Priority: {0}</source>
        <translation>Приоритет: {0}</translation>
    </message>
    <message>
        <source>Settings: {0}</source>
        <translation>Настройки: {0}</translation>
    </message>
    <message>
        <source>State: {0}</source>
        <translation>Състояние: {0}</translation>
    </message>
    <message>
        <source>Theme: {0}</source>
        <translation>Тема: {0}</translation>
    </message>
    <message>
        <source>Transfer to “{0}”</source>
        <translation>Прехвърляне в „{0}“</translation>
    </message>
    <message>
        <source>colleague</source>
        <translation>колега</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>контакт</translation>
    </message>
    <message>
        <source>run</source>
        <translation>изпълнение</translation>
    </message>
</context>
<context>
    <name>PaletteDesk</name>
    <message>
        <source>Articles</source>
        <translation>Статии</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команди</translation>
    </message>
    <message>
        <source>Commands for {0}</source>
        <translation>Команди за {0}</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Преминаване към</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Хора</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Скорошни</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Заявки</translation>
    </message>
    <message>
        <source>assign {0}</source>
        <translation>възлагане на {0}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>отваряне</translation>
    </message>
    <message>
        <source>put into the reply to {0}</source>
        <translation>вмъкване в отговора на {0}</translation>
    </message>
    <message>
        <source>read</source>
        <translation>четене</translation>
    </message>
    <message>
        <source>show all in the list</source>
        <translation>показване на всички в списъка</translation>
    </message>
    <message>
        <source>tickets with this name</source>
        <translation>заявки с това име</translation>
    </message>
</context>
<context>
    <name>PasswordForm</name>
    <message>
        <source>Asking the server …</source>
        <translation>Питаме сървъра…</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Смяна на паролата</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Текуща парола</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Нова парола</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Новата парола отново</translation>
    </message>
    <message numerus="yes">
        <source>The new password needs at least %n characters.</source>
        <translation>
            <numerusform>Новата парола трябва да има поне %n знак.</numerusform>
            <numerusform>Новата парола трябва да има поне %n знака.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two new passwords differ.</source>
        <translation>Двете нови пароли се различават.</translation>
    </message>
    <message>
        <source>Type your current password first.</source>
        <translation>Първо въведете текущата парола.</translation>
    </message>
    <message>
        <source>Your password is changed.</source>
        <translation>Паролата е сменена.</translation>
    </message>
</context>
<context>
    <name>PostponeDialog</name>
    <message>
        <source>Another time</source>
        <translation>Друг час</translation>
    </message>
    <message>
        <source>Another time …</source>
        <translation>Друг час…</translation>
    </message>
    <message>
        <source>Choose a time that is still to come.</source>
        <translation>Изберете бъдещ час.</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>След един час</translation>
    </message>
    <message>
        <source>It stays in its list, marked as postponed, and rises again at that time.</source>
        <translation>Заявката остава в списъка, отбелязана като отложена, и се връща отгоре в този час.</translation>
    </message>
    <message>
        <source>Next Monday</source>
        <translation>Следващия понеделник</translation>
    </message>
    <message>
        <source>Postpone</source>
        <translation>Отлагане</translation>
    </message>
    <message>
        <source>Postpone #%1</source>
        <translation>Отлагане на #%1</translation>
    </message>
    <message>
        <source>This afternoon</source>
        <translation>Днес следобед</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Утре сутринта</translation>
    </message>
    <message>
        <source>When it comes back</source>
        <translation>Кога да се върне</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message numerus="yes">
        <source>{0} and %n others are typing</source>
        <translation>
            <numerusform>{0} и още %n колега пишат</numerusform>
            <numerusform>{0} и още %n колеги пишат</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} and %n others are viewing</source>
        <translation>
            <numerusform>{0} и още %n колега гледат</numerusform>
            <numerusform>{0} и още %n колеги гледат</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} and {1} are typing</source>
        <translation>{0} и {1} пишат</translation>
    </message>
    <message>
        <source>{0} and {1} are viewing</source>
        <translation>{0} и {1} гледат</translation>
    </message>
    <message>
        <source>{0} is typing</source>
        <translation>{0} пише</translation>
    </message>
    <message>
        <source>{0} is viewing</source>
        <translation>{0} гледа</translation>
    </message>
</context>
<context>
    <name>PrivateDesk</name>
    <message>
        <source>Move down in my own order</source>
        <translation>Надолу в моя ред</translation>
    </message>
    <message>
        <source>Move up in my own order</source>
        <translation>Нагоре в моя ред</translation>
    </message>
    <message>
        <source>My colour</source>
        <translation>Мой цвят</translation>
    </message>
    <message>
        <source>My colour…</source>
        <translation>Мой цвят…</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>Без цвят</translation>
    </message>
    <message>
        <source>Pin or unpin, for me alone</source>
        <translation>Закачане или откачане само за мен</translation>
    </message>
    <message>
        <source>Remind me…</source>
        <translation>Напомняне…</translation>
    </message>
    <message>
        <source>Reminder dealt with</source>
        <translation>Напомнянето е приключено</translation>
    </message>
</context>
<context>
    <name>PromiseCard</name>
    <message>
        <source>by the clock</source>
        <translation>по часовник</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>срок %1</translation>
    </message>
    <message>
        <source>due %1, set by hand</source>
        <translation>срок %1, зададен на ръка</translation>
    </message>
    <message>
        <source>paused since %1: %2</source>
        <translation>часовникът е спрян от %1: %2</translation>
    </message>
    <message>
        <source>so far %1</source>
        <translation>досега %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>отне %1</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>до %1</translation>
    </message>
    <message>
        <source>working</source>
        <translation>работни</translation>
    </message>
</context>
<context>
    <name>Promises</name>
    <message>
        <source>%1 d</source>
        <translation>%1 д</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 д %2 ч</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 ч %2 мин</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>First answer</source>
        <translation>Първи отговор</translation>
    </message>
    <message>
        <source>Next answer</source>
        <translation>Следващ отговор</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>Решение</translation>
    </message>
    <message>
        <source>answer in {0}</source>
        <translation>отговор до {0}</translation>
    </message>
    <message>
        <source>answer {0} overdue</source>
        <translation>отговор: закъснение {0}</translation>
    </message>
    <message>
        <source>due in {0}</source>
        <translation>срок след {0}</translation>
    </message>
    <message>
        <source>next answer in {0}</source>
        <translation>нов отговор до {0}</translation>
    </message>
    <message>
        <source>next answer {0} overdue</source>
        <translation>нов отговор: закъснение {0}</translation>
    </message>
    <message>
        <source>solution {0} overdue</source>
        <translation>решение: закъснение {0}</translation>
    </message>
    <message>
        <source>solve in {0}</source>
        <translation>решение до {0}</translation>
    </message>
    <message>
        <source>{0} overdue</source>
        <translation>закъснение {0}</translation>
    </message>
</context>
<context>
    <name>PropertyBar</name>
    <message>
        <source>Assignee</source>
        <translation>Изпълнител</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Приоритет</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Опашка</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>online</source>
        <translation>на линия</translation>
    </message>
</context>
<context>
    <name>PropertyChip</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: not set</source>
        <translation>%1: не е зададено</translation>
    </message>
</context>
<context>
    <name>PropertyMenus</name>
    <message>
        <source>%1 (me)</source>
        <translation>%1 (аз)</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>Без категория</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Без изпълнител</translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation>Някой друг…</translation>
    </message>
    <message>
        <source>online</source>
        <translation>на линия</translation>
    </message>
    <message>
        <source>postpone…</source>
        <translation>отлагане…</translation>
    </message>
</context>
<context>
    <name>Relate</name>
    <message>
        <source>%1 and %2 name each other. Both stay as they are.</source>
        <translation>%1 и %2 се посочват взаимно. И двете остават както са.</translation>
    </message>
    <message>
        <source>%1 becomes a watcher.</source>
        <translation>Наблюдател става %1.</translation>
    </message>
    <message>
        <source>%1 becomes an incident of %2: one answer on %2 can go to all of them.</source>
        <translation>%1 става инцидент на проблема %2: един отговор в %2 може да отиде до всички.</translation>
    </message>
    <message>
        <source>%1 goes into %2: %3, %4. %1 is marked done, the conversation goes on in %2.</source>
        <translation>%1 влиза в %2: %3, %4. %1 се отбелязва като готова, разговорът продължава в %2.</translation>
    </message>
    <message>
        <source>%1 goes into it: they become one ticket</source>
        <translation>%1 влиза в нея: стават една заявка</translation>
    </message>
    <message>
        <source>%1 is a duplicate of it</source>
        <translation>%1 е неин дубликат</translation>
    </message>
    <message>
        <source>%1 is an incident of it: it is the problem</source>
        <translation>%1 е неин инцидент, тя е проблемът</translation>
    </message>
    <message>
        <source>%1 says that it is a duplicate of %2. Both stay as they are.</source>
        <translation>В %1 ще пише, че е дубликат на %2. И двете остават както са.</translation>
    </message>
    <message>
        <source>%2 becomes an incident of %1: one answer on %1 can go to all of them.</source>
        <translation>%2 става инцидент на проблема %1: един отговор в %1 може да отиде до всички.</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n файл</numerusform>
            <numerusform>%n файла</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n съобщение</numerusform>
            <numerusform>%n съобщения</numerusform>
        </translation>
    </message>
    <message>
        <source>It is an incident of %1: %1 is the problem</source>
        <translation>Тя е инцидент на %1, а %1 е проблемът</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Свързване</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Обединяване</translation>
    </message>
    <message>
        <source>Replies go to %1, no longer to %2.</source>
        <translation>Отговорите ще получава %1, а не %2.</translation>
    </message>
    <message>
        <source>They have to do with each other</source>
        <translation>Те са свързани по смисъл</translation>
    </message>
</context>
<context>
    <name>RelateDialog</name>
    <message>
        <source>%1 was merged into another ticket. Take it out of there first.</source>
        <translation>%1 е обединена с друга заявка. Първо я отделете.</translation>
    </message>
    <message>
        <source>Link %1</source>
        <translation>Свързване на %1</translation>
    </message>
    <message>
        <source>Merge %1 into another ticket</source>
        <translation>Обединяване на %1 с друга заявка</translation>
    </message>
    <message>
        <source>What they have to do with each other</source>
        <translation>Как са свързани</translation>
    </message>
</context>
<context>
    <name>Relations</name>
    <message>
        <source>Duplicate of</source>
        <translation>Дубликат на</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Дубликати</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Инциденти</translation>
    </message>
    <message>
        <source>Merged here</source>
        <translation>Обединени тук</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>Обединена с</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Част от</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>Свързана с</translation>
    </message>
    <message>
        <source>Remove the link to %1</source>
        <translation>Премахване на връзката с %1</translation>
    </message>
    <message>
        <source>Take %1 out again</source>
        <translation>Отново отделяне на %1</translation>
    </message>
    <message>
        <source>Take it out of %1 again</source>
        <translation>Отново отделяне от %1</translation>
    </message>
    <message numerus="yes">
        <source>handed over %n times</source>
        <translation>
            <numerusform>прехвърлена %n път</numerusform>
            <numerusform>прехвърлена %n пъти</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reopened %n times</source>
        <translation>
            <numerusform>върната в работа %n път</numerusform>
            <numerusform>върната в работа %n пъти</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelationsDesk</name>
    <message>
        <source>%1 has no incidents. Link them to it first.</source>
        <translation>%1 няма инциденти. Първо ги свържете с нея.</translation>
    </message>
    <message numerus="yes">
        <source>%n tickets answered</source>
        <translation>
            <numerusform>Отговорено на %n заявка</numerusform>
            <numerusform>Отговорено на %n заявки</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer all incidents…</source>
        <translation>Отговор на всички инциденти…</translation>
    </message>
    <message>
        <source>Answered: %1.</source>
        <translation>Отговорено: %1.</translation>
    </message>
    <message>
        <source>Escalate…</source>
        <translation>Ескалация…</translation>
    </message>
    <message>
        <source>Link to another ticket…</source>
        <translation>Свързване с друга заявка…</translation>
    </message>
    <message>
        <source>Merge into another ticket…</source>
        <translation>Обединяване с друга заявка…</translation>
    </message>
    <message>
        <source>Not answered: %1. %2</source>
        <translation>Без отговор: %1. %2</translation>
    </message>
    <message>
        <source>Split off messages…</source>
        <translation>Отделяне на съобщения…</translation>
    </message>
    <message>
        <source>Watch, or watch no longer</source>
        <translation>Наблюдаване или край на него</translation>
    </message>
</context>
<context>
    <name>RelationsStrip</name>
    <message>
        <source>%1 no longer watches</source>
        <translation>Край на наблюдението: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n alike in half an hour</source>
        <translation>
            <numerusform>%n подобна за половин час</numerusform>
            <numerusform>%n подобни за половин час</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer all %n…</source>
        <translation>
            <numerusform>Отговор на %n инцидент…</numerusform>
            <numerusform>Отговор на всички %n…</numerusform>
        </translation>
    </message>
    <message>
        <source>Goes round</source>
        <translation>Обикаля в кръг</translation>
    </message>
    <message numerus="yes">
        <source>Make this the problem, and %n others its incidents</source>
        <translation>
            <numerusform>Тази става проблемът, %n друга — неин инцидент</numerusform>
            <numerusform>Тази става проблемът, %n други — нейни инциденти</numerusform>
        </translation>
    </message>
    <message>
        <source>Perhaps one problem</source>
        <translation>Може би един проблем</translation>
    </message>
    <message>
        <source>Support line</source>
        <translation>Линия</translation>
    </message>
    <message>
        <source>Watch this ticket</source>
        <translation>Наблюдаване на заявката</translation>
    </message>
    <message>
        <source>Watched by</source>
        <translation>Наблюдават</translation>
    </message>
</context>
<context>
    <name>RemindDialog</name>
    <message>
        <source>Only you see this, on all your devices. The ticket stays as it is.</source>
        <translation>Това виждате само вие, на всичките си устройства. Самата заявка не се променя.</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>Напомни ми</translation>
    </message>
    <message>
        <source>Remind me of %1</source>
        <translation>Напомняне за %1</translation>
    </message>
    <message>
        <source>What about? May stay empty</source>
        <translation>За какво? Може да остане празно</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Кога</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Текст</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n промяна</numerusform>
            <numerusform>%n промени</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n файл</numerusform>
            <numerusform>%n файла</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n съобщение</numerusform>
            <numerusform>%n съобщения</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts to be indexed for search</source>
        <translation>
            <numerusform>%n текст чака индексиране за търсене</numerusform>
            <numerusform>%n текста чакат индексиране за търсене</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets</source>
        <translation>
            <numerusform>%n заявка</numerusform>
            <numerusform>%n заявки</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask your administrator for an address that begins with https://.</source>
        <translation>Поискайте от администратора адрес, който започва с https://.</translation>
    </message>
    <message>
        <source>Ask your administrator for the server&apos;s address.</source>
        <translation>Поискайте от администратора адреса на сървъра.</translation>
    </message>
    <message>
        <source>Check the network. It is tried again by itself, and nothing is lost.</source>
        <translation>Проверете мрежата. Опитите се повтарят сами и нищо не се губи.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Часовник</translation>
    </message>
    <message>
        <source>Copy this report and send it to your administrator.</source>
        <translation>Копирайте този отчет и го изпратете на администратора.</translation>
    </message>
    <message>
        <source>Install a newer Deskside. What you write is sent until then.</source>
        <translation>Инсталирайте нова версия на Deskside. Дотогава написаното от вас се изпраща.</translation>
    </message>
    <message>
        <source>Last synced</source>
        <translation>Последна синхронизация</translation>
    </message>
    <message>
        <source>Last trouble</source>
        <translation>Последна грешка</translation>
    </message>
    <message>
        <source>Make room on the disk, or close what else uses the local file.</source>
        <translation>Освободете място на диска или затворете програмата, която държи локалния файл.</translation>
    </message>
    <message>
        <source>News comes by</source>
        <translation>Новините идват чрез</translation>
    </message>
    <message>
        <source>Nothing to do: it is tried again by itself.</source>
        <translation>Не е нужно нищо: опитите се повтарят сами.</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>На този компютър</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сървър</translation>
    </message>
    <message>
        <source>Server&apos;s version</source>
        <translation>Версия на сървъра</translation>
    </message>
    <message>
        <source>Sign in again. What waits here is kept and goes out then.</source>
        <translation>Влезте отново. Това, което чака тук, е запазено и ще тръгне тогава.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Състояние</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>Тази сесия</translation>
    </message>
    <message>
        <source>Update Deskside, or ask your administrator which version to use.</source>
        <translation>Обновете Deskside или попитайте администратора коя версия е нужна.</translation>
    </message>
    <message>
        <source>Update Deskside. What waits here is kept and goes out then.</source>
        <translation>Обновете Deskside. Това, което чака тук, е запазено и ще тръгне тогава.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Чака</translation>
    </message>
    <message>
        <source>What is synced</source>
        <translation>Какво се синхронизира</translation>
    </message>
    <message>
        <source>a long poll, at once</source>
        <translation>дълго запитване, веднага</translation>
    </message>
    <message>
        <source>a stream, at once</source>
        <translation>поток, веднага</translation>
    </message>
    <message>
        <source>agrees with the server</source>
        <translation>съвпада със сървъра</translation>
    </message>
    <message>
        <source>directory</source>
        <translation>справочник</translation>
    </message>
    <message>
        <source>knowledge base</source>
        <translation>база знания</translation>
    </message>
    <message>
        <source>none in this session</source>
        <translation>няма в тази сесия</translation>
    </message>
    <message>
        <source>nothing just now; it is asked for every minute</source>
        <translation>сега нищо; питат се всяка минута</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>още нищо</translation>
    </message>
    <message>
        <source>personal</source>
        <translation>лично</translation>
    </message>
    <message>
        <source>queues ({0})</source>
        <translation>опашки ({0})</translation>
    </message>
    <message>
        <source>since {0}: {1} requests, {2} up, {3} down, {4} rows in {5} pages</source>
        <translation>от {0}: заявки към сървъра {1}, изпратени {2}, получени {3}, реда {4}, страници {5}</translation>
    </message>
    <message>
        <source>{0} s ahead of the server</source>
        <translation>избързва пред сървъра с {0} с</translation>
    </message>
    <message>
        <source>{0} s behind the server</source>
        <translation>изостава от сървъра с {0} с</translation>
    </message>
</context>
<context>
    <name>RevokedPage</name>
    <message numerus="yes">
        <source>%n texts were never sent. Save them first: after that, everything of Deskside on this computer is deleted.</source>
        <translation>
            <numerusform>%n текст не е изпратен. Първо го запазете: след това всичко от Deskside на този компютър ще бъде изтрито.</numerusform>
            <numerusform>%n текста не са изпратени. Първо ги запазете: след това всичко от Deskside на този компютър ще бъде изтрито.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Изтриване</translation>
    </message>
    <message>
        <source>Everything you wrote has been sent. What Deskside keeps on this computer is deleted now.</source>
        <translation>Всичко, което сте написали, е изпратено. Данните на Deskside на този компютър сега ще бъдат изтрити.</translation>
    </message>
    <message>
        <source>Nothing of Deskside is left on this computer.</source>
        <translation>На този компютър не остана нищо от Deskside.</translation>
    </message>
    <message>
        <source>Save and delete …</source>
        <translation>Запазване и изтриване…</translation>
    </message>
    <message>
        <source>Save the texts in</source>
        <translation>Къде да се запазят текстовете</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Ново влизане</translation>
    </message>
    <message>
        <source>This computer was signed out by an administrator.</source>
        <translation>Администратор изключи този компютър от Deskside.</translation>
    </message>
    <message>
        <source>What was never sent is saved in %1</source>
        <translation>Неизпратеното е запазено в %1</translation>
    </message>
</context>
<context>
    <name>RowPreview</name>
    <message>
        <source>How a row looks</source>
        <translation>Как изглежда редът</translation>
    </message>
</context>
<context>
    <name>SaveViewDialog</name>
    <message>
        <source>Change the view</source>
        <translation>Промяна на изгледа</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Всички</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Филтър</translation>
    </message>
    <message>
        <source>Give the view a name.</source>
        <translation>Дайте име на изгледа.</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>Икона</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Име</translation>
    </message>
    <message>
        <source>Only me, on all my devices</source>
        <translation>Само аз, на всичките ми устройства</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Подредба</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Запазване</translation>
    </message>
    <message>
        <source>Save as view</source>
        <translation>Запазване като изглед</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>Кой го вижда</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>стълбчета</translation>
    </message>
    <message>
        <source>book</source>
        <translation>книга</translation>
    </message>
    <message>
        <source>building</source>
        <translation>сграда</translation>
    </message>
    <message>
        <source>calendar</source>
        <translation>календар</translation>
    </message>
    <message>
        <source>database</source>
        <translation>база данни</translation>
    </message>
    <message>
        <source>envelope</source>
        <translation>плик</translation>
    </message>
    <message>
        <source>exclamation mark</source>
        <translation>удивителен знак</translation>
    </message>
    <message>
        <source>eye</source>
        <translation>око</translation>
    </message>
    <message>
        <source>globe</source>
        <translation>глобус</translation>
    </message>
    <message>
        <source>hand</source>
        <translation>ръка</translation>
    </message>
    <message>
        <source>headset</source>
        <translation>слушалки</translation>
    </message>
    <message>
        <source>hourglass</source>
        <translation>пясъчен часовник</translation>
    </message>
    <message>
        <source>key</source>
        <translation>ключ</translation>
    </message>
    <message>
        <source>lightning</source>
        <translation>мълния</translation>
    </message>
    <message>
        <source>network</source>
        <translation>мрежа</translation>
    </message>
    <message>
        <source>people</source>
        <translation>хора</translation>
    </message>
    <message>
        <source>person</source>
        <translation>човек</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>екран</translation>
    </message>
    <message>
        <source>screenshot</source>
        <translation>снимка на екрана</translation>
    </message>
    <message>
        <source>speech bubble</source>
        <translation>балонче</translation>
    </message>
    <message>
        <source>star</source>
        <translation>звезда</translation>
    </message>
    <message>
        <source>stopwatch</source>
        <translation>хронометър</translation>
    </message>
    <message>
        <source>sun</source>
        <translation>слънце</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>етикет</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>телефон</translation>
    </message>
    <message>
        <source>“{0}” in the filter can&apos;t be understood.</source>
        <translation>„{0}“ във филтъра е неразбираемо.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Empty the search</source>
        <translation>Изчистване на търсенето</translation>
    </message>
</context>
<context>
    <name>SendRow</name>
    <message>
        <source>Add and mark done</source>
        <translation>Добавяне и приключване</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Добавяне на бележка</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Enter</source>
        <translation>Ctrl+Shift+Enter</translation>
    </message>
    <message>
        <source>Draft saved</source>
        <translation>Черновата е запазена</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Изпращане</translation>
    </message>
    <message>
        <source>Send and mark done</source>
        <translation>Изпращане и приключване</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
</context>
<context>
    <name>SettingsPages</name>
    <message>
        <source>No setting is called that.</source>
        <translation>Няма такава настройка.</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Страници с настройки</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Търсене в настройките</translation>
    </message>
</context>
<context>
    <name>ShortcutsHelp</name>
    <message>
        <source>Anywhere</source>
        <translation>Навсякъде</translation>
    </message>
    <message>
        <source>In the ticket list</source>
        <translation>В списъка със заявки</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Клавишни комбинации</translation>
    </message>
</context>
<context>
    <name>SiblingLine</name>
    <message numerus="yes">
        <source>%n files are only there</source>
        <translation>
            <numerusform>%n файл има само там</numerusform>
            <numerusform>%n файла има само там</numerusform>
        </translation>
    </message>
    <message>
        <source>A draft from %1, %2</source>
        <translation>Чернова от %1, %2</translation>
    </message>
    <message>
        <source>A draft of a note from %1, %2</source>
        <translation>Чернова на бележка от %1, %2</translation>
    </message>
    <message>
        <source>A draft of a reply from %1, %2</source>
        <translation>Чернова на отговор от %1, %2</translation>
    </message>
    <message>
        <source>Add below</source>
        <translation>Добави отдолу</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Отхвърли</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Скрий</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Покажи</translation>
    </message>
    <message>
        <source>Text of the other draft</source>
        <translation>Текст на другата чернова</translation>
    </message>
    <message>
        <source>The draft from %1, %2, is in your text</source>
        <translation>Черновата от %1, %2, вече е в текста ви</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Вземи</translation>
    </message>
    <message>
        <source>another computer</source>
        <translation>друг компютър</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Knowledge</source>
        <translation>Знания</translation>
    </message>
    <message>
        <source>Side panel</source>
        <translation>Страничен панел</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>%1 answers, but it is not a Deskside server. Is the address right?</source>
        <translation>%1 отговаря, но не е сървър на Deskside. Верен ли е адресът?</translation>
    </message>
    <message>
        <source>Connects to %1</source>
        <translation>Свързва се с %1</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Потребителско име</translation>
    </message>
    <message>
        <source>Login and password don&apos;t match. Please try again.</source>
        <translation>Грешно потребителско име или парола. Опитайте отново.</translation>
    </message>
    <message>
        <source>Needs https:// outside this computer.</source>
        <translation>Извън този компютър е нужен https://.</translation>
    </message>
    <message>
        <source>Nothing answers at %1; is the address right?</source>
        <translation>Нищо не отговаря на адрес %1. Верен ли е адресът?</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Парола</translation>
    </message>
    <message>
        <source>Plain http would send your password readable. Use an address that begins with https://.</source>
        <translation>По обикновен http паролата би тръгнала в открит вид. Използвайте адрес, който започва с https://.</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Адрес на сървъра</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>Sign in once; after that Deskside also opens without a network.</source>
        <translation>Влезте веднъж; след това Deskside се отваря и без мрежа.</translation>
    </message>
    <message>
        <source>Signing in to %1 …</source>
        <translation>Влизане в %1…</translation>
    </message>
    <message>
        <source>The name or address your administrator gave you.</source>
        <translation>Името или адресът, даден от администратора.</translation>
    </message>
    <message>
        <source>The server at %1 speaks another version of Deskside. Update this program, or ask your administrator.</source>
        <translation>На сървъра %1 има друга версия на Deskside. Обновете програмата или се обърнете към администратора.</translation>
    </message>
    <message>
        <source>This computer was signed out by an administrator.</source>
        <translation>Администратор изключи този компютър от Deskside.</translation>
    </message>
    <message>
        <source>This is not an address yet.</source>
        <translation>Това още не е адрес.</translation>
    </message>
    <message>
        <source>This is not an address. Try one like desk.example.com.</source>
        <translation>Това не е адрес. Опитайте с адрес като desk.example.com.</translation>
    </message>
    <message>
        <source>Too many attempts. Please wait a minute before you try again.</source>
        <translation>Твърде много опити. Изчакайте една минута и опитайте отново.</translation>
    </message>
    <message>
        <source>What was never sent was saved in %1</source>
        <translation>Неизпратеното е запазено в %1</translation>
    </message>
</context>
<context>
    <name>SolvedWords</name>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Done in %1</source>
        <translation>Готово за %1</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message numerus="yes">
        <source>%n messages become a ticket of their own</source>
        <translation>
            <numerusform>%n съобщение става отделна заявка</numerusform>
            <numerusform>%n съобщения стават отделна заявка</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay on %1</source>
        <translation>
            <numerusform>%n остава в %1</numerusform>
            <numerusform>%n остават в %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose at least one message.</source>
        <translation>Изберете поне едно съобщение.</translation>
    </message>
    <message>
        <source>Messages of the ticket</source>
        <translation>Съобщения на заявката</translation>
    </message>
    <message>
        <source>Messages that go (Space chooses)</source>
        <translation>Кои съобщения се отделят (интервалът избира)</translation>
    </message>
    <message>
        <source>Split %1</source>
        <translation>Разделяне на %1</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>Отделяне</translation>
    </message>
    <message>
        <source>Subject of the new ticket</source>
        <translation>Тема на новата заявка</translation>
    </message>
</context>
<context>
    <name>StateRow</name>
    <message>
        <source>Activate again</source>
        <translation>Активиране отново</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Деактивиране</translation>
    </message>
    <message>
        <source>Delete the company</source>
        <translation>Изтриване на компанията</translation>
    </message>
    <message>
        <source>Delete the contact</source>
        <translation>Изтриване на контакта</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Lists who is online</source>
        <translation>Показва кой е на линия</translation>
    </message>
    <message>
        <source>Opens the outbox</source>
        <translation>Отваря изходящите</translation>
    </message>
    <message>
        <source>Opens the sync details</source>
        <translation>Отваря подробностите за синхронизацията</translation>
    </message>
    <message>
        <source>Practice desk: nothing here leaves this computer</source>
        <translation>Учебен режим: нищо не напуска този компютър</translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>Level 2: needs a specialist</source>
        <translation>Ниво 2: нужен е специалист</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Следва: %1</translation>
    </message>
    <message>
        <source>Owner: %1</source>
        <translation>Води: %1</translation>
    </message>
    <message>
        <source>Step: %1</source>
        <translation>Стъпка: %1</translation>
    </message>
    <message>
        <source>a specialist of %1</source>
        <translation>специалист от „%1“</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>никой</translation>
    </message>
    <message>
        <source>somebody of %1</source>
        <translation>някой от „%1“</translation>
    </message>
    <message>
        <source>the customer</source>
        <translation>клиентът</translation>
    </message>
</context>
<context>
    <name>SubjectLine</name>
    <message>
        <source>(no subject)</source>
        <translation>(без тема)</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Тема</translation>
    </message>
</context>
<context>
    <name>SyncDetails</name>
    <message>
        <source>Close</source>
        <translation>Затвори</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Копирано</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Копирай отчета</translation>
    </message>
    <message>
        <source>Sync details</source>
        <translation>Подробности за синхронизацията</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Синхронизирай</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>%n changes need your attention</source>
        <translation>
            <numerusform>%n промяна изисква вниманието ви</numerusform>
            <numerusform>%n промени изискват вниманието ви</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes on the way</source>
        <translation>
            <numerusform>%n промяна е на път</numerusform>
            <numerusform>%n промени са на път</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes wait on this computer and will be sent later</source>
        <translation>
            <numerusform>%n промяна чака на този компютър и ще бъде изпратена по-късно</numerusform>
            <numerusform>%n промени чакат на този компютър и ще бъдат изпратени по-късно</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As of {0}, %n changes wait.</source>
        <translation>
            <numerusform>Към {0}, %n промяна чака изпращане.</numerusform>
            <numerusform>Към {0}, %n промени чакат изпращане.</numerusform>
        </translation>
    </message>
    <message>
        <source>As of {0}.</source>
        <translation>Към {0}.</translation>
    </message>
    <message>
        <source>Confirmed at {0}.</source>
        <translation>Потвърдено: {0}.</translation>
    </message>
    <message>
        <source>First sync: {0} %</source>
        <translation>Първа синхронизация: {0} %</translation>
    </message>
    <message>
        <source>Next due: {0} in {1}</source>
        <translation>Следващ срок: {0} след {1}</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Не сте влезли</translation>
    </message>
    <message>
        <source>Not synced yet.</source>
        <translation>Още не е синхронизирано.</translation>
    </message>
    <message>
        <source>Offline since {0}</source>
        <translation>Без връзка от {0}</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Стартиране</translation>
    </message>
    <message>
        <source>Sync has stopped</source>
        <translation>Синхронизацията е спряна</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>Синхронизирано</translation>
    </message>
    <message>
        <source>Synced {0}</source>
        <translation>Синхронизирано {0}</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Синхронизиране</translation>
    </message>
    <message>
        <source>The server has not answered yet</source>
        <translation>Сървърът още не отговаря</translation>
    </message>
    <message>
        <source>This computer was signed out by an administrator</source>
        <translation>Администратор изключи този компютър от Deskside</translation>
    </message>
    <message>
        <source>at {0}</source>
        <translation>в {0}</translation>
    </message>
    <message>
        <source>{0} min ago</source>
        <translation>преди {0} мин</translation>
    </message>
    <message>
        <source>{0} s ago</source>
        <translation>преди {0} сек</translation>
    </message>
    <message>
        <source>The oldest has waited for {0}.</source>
        <translation>Най-старата чака {0}.</translation>
    </message>
</context>
<context>
    <name>TabsDesk</name>
    <message>
        <source>Close the tab</source>
        <translation>Затвори раздела</translation>
    </message>
    <message>
        <source>Keep in a tab</source>
        <translation>Задръж в раздел</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Следващ раздел</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>Отвори в свой прозорец</translation>
    </message>
    <message>
        <source>Open the closed tab again</source>
        <translation>Отвори пак затворения раздел</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Предишен раздел</translation>
    </message>
</context>
<context>
    <name>TagChip</name>
    <message>
        <source>Press Delete to take this tag off.</source>
        <translation>Натиснете Delete, за да махнете етикета.</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>Етикет %1</translation>
    </message>
</context>
<context>
    <name>TagField</name>
    <message>
        <source>Add a tag</source>
        <translation>Добавяне на етикет</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Нов етикет</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Етикет</translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message>
        <source>A tag has at most 80 characters.</source>
        <translation>Етикетът има най-много 80 знака.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавяне</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Напред</translation>
    </message>
    <message>
        <source>Several tags with commas between them.</source>
        <translation>Няколко етикета се разделят със запетаи.</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Премахване</translation>
    </message>
    <message>
        <source>Write at least one tag.</source>
        <translation>Напишете поне един етикет.</translation>
    </message>
</context>
<context>
    <name>TasteForm</name>
    <message>
        <source>Choose a colour, an icon or a sound.</source>
        <translation>Изберете цвят, икона или звук.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Филтър</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>Икона</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Чуване</translation>
    </message>
    <message>
        <source>No icon</source>
        <translation>Без икона</translation>
    </message>
    <message>
        <source>Save the rule</source>
        <translation>Запазване на правилото</translation>
    </message>
    <message>
        <source>Say for which tickets: choose a filter.</source>
        <translation>Кажете за кои заявки: изберете филтър.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Звук</translation>
    </message>
    <message>
        <source>Take {0}</source>
        <translation>Вземане на {0}</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Заявки</translation>
    </message>
    <message>
        <source>{0}: write a colour such as #c02b2b, for each of both.</source>
        <translation>{0}: напишете цвят като #c02b2b във всяко от двете полета.</translation>
    </message>
</context>
<context>
    <name>TastePage</name>
    <message>
        <source>Down</source>
        <translation>Надолу</translation>
    </message>
    <message>
        <source>Give urgent tickets a colour, those of a customer an icon, or let a new one be heard.</source>
        <translation>Дайте цвят на спешните заявки, икона на тези на един клиент или нека новата се чува.</translation>
    </message>
    <message>
        <source>Highlight rules</source>
        <translation>Правила за открояване</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Ново правило</translation>
    </message>
    <message>
        <source>No rule yet</source>
        <translation>Още няма правила</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Премахване</translation>
    </message>
    <message>
        <source>Rules, the first that fits wins</source>
        <translation>Правила, важи първото подходящо</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Нагоре</translation>
    </message>
    <message>
        <source>What fits a rule stands out in the list, on all your devices. The first rule that fits wins. Sounds keep to the quiet hours of the notices.</source>
        <translation>Което отговаря на правило, се откроява в списъка на всичките ви устройства. Важи първото подходящо правило. Звуците спазват тихите часове на известията.</translation>
    </message>
</context>
<context>
    <name>TasteWords</name>
    <message>
        <source>%1, %2: the contrast is %3 to 1, and it has to be %4 to 1.</source>
        <translation>%1, %2: контрастът е %3 към 1, а трябва да е %4 към 1.</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Фон</translation>
    </message>
    <message>
        <source>No colour has that on this background.</source>
        <translation>На този фон никой цвят не го достига.</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Без звук</translation>
    </message>
    <message>
        <source>Signal once</source>
        <translation>Един сигнал</translation>
    </message>
    <message>
        <source>Signal three times</source>
        <translation>Три сигнала</translation>
    </message>
    <message>
        <source>Signal twice</source>
        <translation>Два сигнала</translation>
    </message>
    <message>
        <source>Strip and icon</source>
        <translation>Лента и икона</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>The nearest colour that has: {0}.</source>
        <translation>Най-близкият цвят, който го достига: {0}.</translation>
    </message>
    <message>
        <source>amber</source>
        <translation>кехлибар</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>синьо</translation>
    </message>
    <message>
        <source>dark theme</source>
        <translation>тъмна тема</translation>
    </message>
    <message>
        <source>green</source>
        <translation>зелено</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>сиво</translation>
    </message>
    <message>
        <source>high contrast theme</source>
        <translation>тема с висок контраст</translation>
    </message>
    <message>
        <source>light theme</source>
        <translation>светла тема</translation>
    </message>
    <message>
        <source>red</source>
        <translation>червено</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>виолетово</translation>
    </message>
</context>
<context>
    <name>TickList</name>
    <message>
        <source>chosen</source>
        <translation>избрано</translation>
    </message>
</context>
<context>
    <name>TicketHeaderBar</name>
    <message>
        <source>Add a tag</source>
        <translation>Добавяне на етикет</translation>
    </message>
    <message>
        <source>Change the subject</source>
        <translation>Промяна на темата</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Копиране на номера</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Още</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Преместване в кошчето</translation>
    </message>
    <message>
        <source>Postpone</source>
        <translation>Отложи</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Върни в работа</translation>
    </message>
    <message>
        <source>Show or hide the side panel</source>
        <translation>Показване или скриване на страничния панел</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Поеми</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Прехвърли</translation>
    </message>
    <message>
        <source>Ask for approval…</source>
        <translation>Поискай одобрение…</translation>
    </message>
</context>
<context>
    <name>TicketListView</name>
    <message>
        <source>Tickets</source>
        <translation>Заявки</translation>
    </message>
</context>
<context>
    <name>TicketPane</name>
    <message>
        <source>Back to the list</source>
        <translation>Обратно към списъка</translation>
    </message>
    <message>
        <source>Change the subject</source>
        <translation>Промяна на темата</translation>
    </message>
    <message>
        <source>Choose one in the list and it opens here.</source>
        <translation>Изберете заявка от списъка и тя ще се отвори тук.</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>Копирано: %1</translation>
    </message>
    <message>
        <source>Copy a message</source>
        <translation>Копиране на съобщението</translation>
    </message>
    <message>
        <source>It was moved to another queue or to the trash.</source>
        <translation>Преместена е в друга опашка или в кошчето.</translation>
    </message>
    <message>
        <source>Next part of the ticket</source>
        <translation>Следваща част на заявката</translation>
    </message>
    <message>
        <source>No ticket is open</source>
        <translation>Няма отворена заявка</translation>
    </message>
    <message>
        <source>Put a link to an article in</source>
        <translation>Вмъкване на връзка към статия</translation>
    </message>
    <message>
        <source>Put an article, an earlier answer or a template in</source>
        <translation>Вмъкване на статия, предишен отговор или шаблон</translation>
    </message>
    <message>
        <source>Read a message by itself</source>
        <translation>Четене на съобщението отделно</translation>
    </message>
    <message>
        <source>This ticket is not here</source>
        <translation>Тази заявка не е тук</translation>
    </message>
    <message>
        <source>What may help with this ticket</source>
        <translation>Какво може да помогне с тази заявка</translation>
    </message>
    <message>
        <source>Drop a held reply</source>
        <translation>Изхвърляне на задържан отговор</translation>
    </message>
    <message>
        <source>Ask for a screenshot</source>
        <translation>Поискайте екранна снимка</translation>
    </message>
    <message>
        <source>Edit a message</source>
        <translation>Редактиране на съобщение</translation>
    </message>
    <message>
        <source>Make a held reply a note</source>
        <translation>Задържан отговор да стане бележка</translation>
    </message>
    <message>
        <source>Send a held reply anyway</source>
        <translation>Изпращане на задържан отговор въпреки това</translation>
    </message>
    <message>
        <source>What a message said before</source>
        <translation>Какво е пишело преди в съобщението</translation>
    </message>
    <message>
        <source>Move a line of the check list</source>
        <translation>Преместване на точка от списъка</translation>
    </message>
    <message>
        <source>Take off a file, a tag, a link or a line</source>
        <translation>Премахване на файл, етикет, връзка или точка</translation>
    </message>
</context>
<context>
    <name>TicketRow</name>
    <message>
        <source>a change needs your attention</source>
        <translation>промяна изисква внимание</translation>
    </message>
    <message>
        <source>assigned to {0}</source>
        <translation>изпълнител {0}</translation>
    </message>
    <message>
        <source>back since {0}</source>
        <translation>отново тук от {0}</translation>
    </message>
    <message>
        <source>high priority</source>
        <translation>висок приоритет</translation>
    </message>
    <message>
        <source>my colour: amber</source>
        <translation>мой цвят: кехлибарен</translation>
    </message>
    <message>
        <source>my colour: blue</source>
        <translation>мой цвят: син</translation>
    </message>
    <message>
        <source>my colour: green</source>
        <translation>мой цвят: зелен</translation>
    </message>
    <message>
        <source>my colour: red</source>
        <translation>мой цвят: червен</translation>
    </message>
    <message>
        <source>my colour: violet</source>
        <translation>мой цвят: виолетов</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>още не е изпратено</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>просрочена</translation>
    </message>
    <message>
        <source>postponed until {0}</source>
        <translation>отложена до {0}</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>непрочетена</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>спешна</translation>
    </message>
    <message>
        <source>{0} d</source>
        <translation>{0} д</translation>
    </message>
    <message>
        <source>{0} d {1} h</source>
        <translation>{0} д {1} ч</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} ч</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} ч {1} мин</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>остават {0}</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} мин</translation>
    </message>
    <message>
        <source>−{0} d overdue</source>
        <translation>просрочена с {0} д</translation>
    </message>
    <message>
        <source>−{0} overdue</source>
        <translation>просрочена с {0}</translation>
    </message>
    <message>
        <source>reply held</source>
        <translation>отговорът е задържан</translation>
    </message>
    <message>
        <source>Postponed</source>
        <translation>Отложени</translation>
    </message>
    <message>
        <source>selected, {0}</source>
        <translation>избрана, {0}</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>закачена</translation>
    </message>
    <message>
        <source>reminder due</source>
        <translation>време е</translation>
    </message>
    <message>
        <source>reminder {0}</source>
        <translation>напомняне {0}</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Останалите</translation>
    </message>
    <message>
        <source>Pinned · only you see this</source>
        <translation>Закачени · виждате само вие</translation>
    </message>
</context>
<context>
    <name>TicketTabBar</name>
    <message>
        <source>Close the tab</source>
        <translation>Затвори раздела</translation>
    </message>
    <message>
        <source>Open tickets</source>
        <translation>Отворени раздели</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Заявка</translation>
    </message>
    <message>
        <source>Typed text is not sent</source>
        <translation>Написаният текст не е изпратен</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Непрочетено</translation>
    </message>
</context>
<context>
    <name>TicketWords</name>
    <message>
        <source>%1 cleared</source>
        <translation>Изчистено: %1</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 · written %2</source>
        <translation>%1 · написано %2</translation>
    </message>
    <message>
        <source>Ask for a screenshot</source>
        <translation>Поискайте екранна снимка</translation>
    </message>
    <message>
        <source>Assigned to %1</source>
        <translation>Назначен изпълнител %1</translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation>Изпълнител</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Канал</translation>
    </message>
    <message>
        <source>Checklist item</source>
        <translation>Точка от списъка</translation>
    </message>
    <message>
        <source>Checklist item added</source>
        <translation>Точката е добавена</translation>
    </message>
    <message>
        <source>Checklist item brought back</source>
        <translation>Точката е върната</translation>
    </message>
    <message>
        <source>Checklist item changed</source>
        <translation>Точката е променена</translation>
    </message>
    <message>
        <source>Checklist item done</source>
        <translation>Точката е изпълнена</translation>
    </message>
    <message>
        <source>Checklist item opened again</source>
        <translation>Точката е отворена отново</translation>
    </message>
    <message>
        <source>Checklist item removed</source>
        <translation>Точката е премахната</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Създадена</translation>
    </message>
    <message>
        <source>Created, %1</source>
        <translation>Създадена, %1</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Срок</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Срок %1</translation>
    </message>
    <message>
        <source>Duplicate linked</source>
        <translation>Свързан дубликат</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Сведения</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Група</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Висок</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Подсказка</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>Влияние</translation>
    </message>
    <message>
        <source>Incident linked</source>
        <translation>Свързан инцидент</translation>
    </message>
    <message>
        <source>Link to a duplicate removed</source>
        <translation>Премахната връзка с дубликат</translation>
    </message>
    <message>
        <source>Link to a problem removed</source>
        <translation>Премахната връзка с проблем</translation>
    </message>
    <message>
        <source>Link to a related ticket removed</source>
        <translation>Премахната връзка със сродна заявка</translation>
    </message>
    <message>
        <source>Link to an incident removed</source>
        <translation>Премахната връзка с инцидент</translation>
    </message>
    <message>
        <source>Linked as a duplicate of</source>
        <translation>Отбелязана като дубликат на</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Нисък</translation>
    </message>
    <message>
        <source>Marked %1</source>
        <translation>Статус „%1“</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Среща</translation>
    </message>
    <message>
        <source>Meeting link</source>
        <translation>Връзка за срещата</translation>
    </message>
    <message>
        <source>Message brought back</source>
        <translation>Съобщението е върнато</translation>
    </message>
    <message>
        <source>Message taken back</source>
        <translation>Съобщението е оттеглено</translation>
    </message>
    <message>
        <source>Moved to the trash</source>
        <translation>Преместена в кошчето</translation>
    </message>
    <message>
        <source>No duplicate any more of</source>
        <translation>Вече не е дубликат на</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Нормален</translation>
    </message>
    <message>
        <source>Postponed until %1</source>
        <translation>Отложена до %1</translation>
    </message>
    <message>
        <source>Preferred channel</source>
        <translation>Предпочитан канал</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Приоритет</translation>
    </message>
    <message>
        <source>Problem linked</source>
        <translation>Свързан проблем</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Продукт</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Опашка</translation>
    </message>
    <message>
        <source>Related ticket linked</source>
        <translation>Свързана сродна заявка</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Заявител</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Възстановена</translation>
    </message>
    <message>
        <source>Routed to %1</source>
        <translation>Насочена към опашка „%1“</translation>
    </message>
    <message>
        <source>Split from</source>
        <translation>Отделена от заявка</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>Отделена заявка</translation>
    </message>
    <message>
        <source>Split taken back</source>
        <translation>Разделянето е отменено</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Състояние</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Етикети</translation>
    </message>
    <message>
        <source>Telegram</source>
        <translation>Telegram</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Ниво на поддръжка</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Обновено</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Спешност</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Спешен</translation>
    </message>
    <message>
        <source>Waiting for</source>
        <translation>Изчаква се</translation>
    </message>
    <message>
        <source>Wakes</source>
        <translation>Връща се</translation>
    </message>
    <message>
        <source>Work time added</source>
        <translation>Работното време е добавено</translation>
    </message>
    <message>
        <source>Work time brought back</source>
        <translation>Работното време е върнато</translation>
    </message>
    <message>
        <source>Work time taken back</source>
        <translation>Работното време е оттеглено</translation>
    </message>
    <message>
        <source>a long message, shown in part: press here for all of it</source>
        <translation>дълго съобщение, показано частично: натиснете тук за целия текст</translation>
    </message>
    <message>
        <source>by Telegram</source>
        <translation>в Telegram</translation>
    </message>
    <message>
        <source>by chat</source>
        <translation>в чат</translation>
    </message>
    <message>
        <source>by e-mail</source>
        <translation>по имейл</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>по телефон</translation>
    </message>
    <message>
        <source>by the portal</source>
        <translation>през портала</translation>
    </message>
    <message>
        <source>call</source>
        <translation>обаждане</translation>
    </message>
    <message>
        <source>came back undelivered</source>
        <translation>върнато като недоставено</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>чат</translation>
    </message>
    <message>
        <source>desk</source>
        <translation>работно място</translation>
    </message>
    <message>
        <source>done</source>
        <translation>готово</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>имейл</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>неизпратен: %1</translation>
    </message>
    <message>
        <source>held again</source>
        <translation>отново задържан</translation>
    </message>
    <message>
        <source>in work</source>
        <translation>в работа</translation>
    </message>
    <message>
        <source>internal note</source>
        <translation>вътрешна бележка</translation>
    </message>
    <message>
        <source>kept here: %1</source>
        <translation>пази се тук: %1</translation>
    </message>
    <message>
        <source>kept here: no mail channel is set up</source>
        <translation>пази се тук: няма настроен пощенски канал</translation>
    </message>
    <message>
        <source>mailed</source>
        <translation>изпратено по пощата</translation>
    </message>
    <message>
        <source>not mailed: refused</source>
        <translation>не е изпратено: отхвърлено</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>незапочната</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>на пауза</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>телефон</translation>
    </message>
    <message>
        <source>portal</source>
        <translation>портал</translation>
    </message>
    <message>
        <source>postponed</source>
        <translation>отложена</translation>
    </message>
    <message>
        <source>postponed until %1</source>
        <translation>отложена до %1</translation>
    </message>
    <message>
        <source>reply to customer</source>
        <translation>отговор до клиента</translation>
    </message>
    <message>
        <source>uploading %1 %</source>
        <translation>качени %1 %</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>изчакване</translation>
    </message>
    <message>
        <source>waiting for colleague</source>
        <translation>изчаква се колега</translation>
    </message>
    <message>
        <source>waiting for customer</source>
        <translation>изчаква се клиент</translation>
    </message>
    <message>
        <source>waiting for vendor</source>
        <translation>изчаква се доставчик</translation>
    </message>
    <message>
        <source>waiting to be uploaded</source>
        <translation>чака качване</translation>
    </message>
    <message>
        <source>waits on this computer</source>
        <translation>чака на този компютър</translation>
    </message>
    <message>
        <source>will be mailed</source>
        <translation>ще бъде изпратено по пощата</translation>
    </message>
    <message>
        <source>Approval asked for</source>
        <translation>Поискано е одобрение</translation>
    </message>
    <message>
        <source>Approval asked for: %1</source>
        <translation>Поискано е одобрение: %1</translation>
    </message>
    <message>
        <source>Approval: %1</source>
        <translation>Одобрение: %1</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Одобрено</translation>
    </message>
    <message>
        <source>Approved: %1</source>
        <translation>Одобрено: %1</translation>
    </message>
    <message>
        <source>Decision taken back</source>
        <translation>Решението е оттеглено</translation>
    </message>
    <message>
        <source>Decision taken back: %1</source>
        <translation>Решението е оттеглено: %1</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Имейл</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлове</translation>
    </message>
    <message>
        <source>Held reply</source>
        <translation>Задържан отговор</translation>
    </message>
    <message>
        <source>Held reply %1</source>
        <translation>Задържан отговор: %1</translation>
    </message>
    <message>
        <source>Held: %1 wrote at %2, before your reply arrived</source>
        <translation>Задържано: %1 писа в %2, преди да дойде отговорът ви</translation>
    </message>
    <message>
        <source>Held: %1 wrote at %2, while you were offline</source>
        <translation>Задържано: %1 писа в %2, докато бяхте без връзка</translation>
    </message>
    <message>
        <source>Held: something was said here meanwhile</source>
        <translation>Задържано: междувременно тук има ново съобщение</translation>
    </message>
    <message>
        <source>Message edited</source>
        <translation>Съобщението е променено</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Име</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Бележка</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Отхвърлено</translation>
    </message>
    <message>
        <source>Rejected: %1</source>
        <translation>Отхвърлено: %1</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Text of a message</source>
        <translation>Текст на съобщение</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заглавие</translation>
    </message>
    <message>
        <source>Written while the ticket was in the trash</source>
        <translation>Написано, докато заявката беше в кошчето</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>одобрено</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>изхвърлен</translation>
    </message>
    <message>
        <source>edited %1</source>
        <translation>променено %1</translation>
    </message>
    <message>
        <source>held by %3</source>
        <translation>задържано от %3</translation>
    </message>
    <message>
        <source>held by %3: %1 wrote at %2</source>
        <translation>задържано от %3: %1 писа в %2</translation>
    </message>
    <message>
        <source>made an internal note</source>
        <translation>стана вътрешна бележка</translation>
    </message>
    <message>
        <source>none</source>
        <translation>няма</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>отхвърлено</translation>
    </message>
    <message>
        <source>sent anyway</source>
        <translation>изпратен въпреки това</translation>
    </message>
    <message>
        <source>waiting for an answer</source>
        <translation>чака отговор</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Договор</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Домейни</translation>
    </message>
    <message>
        <source>More e-mails</source>
        <translation>Още имейли</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>План</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>Обединена с</translation>
    </message>
    <message>
        <source>Merged with it:</source>
        <translation>Обединена тук:</translation>
    </message>
    <message>
        <source>No longer watched by</source>
        <translation>Вече не наблюдава</translation>
    </message>
    <message>
        <source>Taken out again of</source>
        <translation>Отново отделена от</translation>
    </message>
    <message>
        <source>Taken out again:</source>
        <translation>Отново отделена:</translation>
    </message>
    <message>
        <source>Watched by</source>
        <translation>Наблюдават</translation>
    </message>
    <message>
        <source>Approval asked for again</source>
        <translation>Одобрение се иска отново</translation>
    </message>
    <message>
        <source>Approval asked for no longer</source>
        <translation>Одобрение вече не се иска</translation>
    </message>
    <message>
        <source>had this contact last</source>
        <translation>последно работи с този контакт</translation>
    </message>
    <message>
        <source>impact and urgency</source>
        <translation>въздействие и спешност</translation>
    </message>
    <message>
        <source>rule “%1”</source>
        <translation>правило „%1“</translation>
    </message>
</context>
<context>
    <name>TimeChip</name>
    <message>
        <source>%1, running</source>
        <translation>%1, тече</translation>
    </message>
    <message>
        <source>Add work time…</source>
        <translation>Добавяне на време за работа…</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>Поправка…</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Среща</translation>
    </message>
    <message>
        <source>Start the clock</source>
        <translation>Пускане на часовника</translation>
    </message>
    <message>
        <source>Stop the clock</source>
        <translation>Спиране на часовника</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Премахване</translation>
    </message>
    <message>
        <source>Work time</source>
        <translation>Време за работа</translation>
    </message>
</context>
<context>
    <name>TimelineModel</name>
    <message>
        <source>Open tickets</source>
        <translation>Отворени заявки</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Хронология</translation>
    </message>
</context>
<context>
    <name>TimelinePane</name>
    <message numerus="yes">
        <source>%n tickets</source>
        <translation>
            <numerusform>%n заявка</numerusform>
            <numerusform>%n заявки</numerusform>
        </translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>History</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Nobody changed anything yet</source>
        <translation>Още никой нищо не е променял</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>Още нищо не се е случило</translation>
    </message>
    <message>
        <source>Tickets, mails, calls and notes of all channels gather here.</source>
        <translation>Тук се събират заявки, писма, обаждания и бележки от всички канали.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Хронология</translation>
    </message>
    <message>
        <source>Who changes a name, an address or a contract is named here.</source>
        <translation>Тук се вижда кой променя име, адрес или договор.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search tickets, people, articles, commands</source>
        <translation>Търсене на заявки, хора, статии, команди</translation>
    </message>
</context>
<context>
    <name>TopSearch</name>
    <message>
        <source>Search the ticket list</source>
        <translation>Търсене в списъка със заявки</translation>
    </message>
</context>
<context>
    <name>Transfer</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n отворена</numerusform>
            <numerusform>%n отворени</numerusform>
        </translation>
    </message>
    <message>
        <source>Hand-over: %1 to %2</source>
        <translation>Предаване: %1 → %2</translation>
    </message>
    <message numerus="yes">
        <source>This ticket was handed over %n times already. Whoever gets it now asks the customer anew unless the card says it all.</source>
        <translation>
            <numerusform>Заявката вече е прехвърляна %n път. Следващият пак ще разпитва клиента, ако в картата не е всичко.</numerusform>
            <numerusform>Заявката вече е прехвърляна %n пъти. Следващият пак ще разпитва клиента, ако в картата не е всичко.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is next</source>
        <translation>Какво следва</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Какво е направено</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>администратор</translation>
    </message>
    <message>
        <source>away until %1</source>
        <translation>отсъства до %1</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>ръководител</translation>
    </message>
    <message>
        <source>not one of yours</source>
        <translation>не е от вашите</translation>
    </message>
    <message>
        <source>online</source>
        <translation>на линия</translation>
    </message>
    <message>
        <source>you</source>
        <translation>вие</translation>
    </message>
</context>
<context>
    <name>TransferDialog</name>
    <message>
        <source>Choose a person or a queue.</source>
        <translation>Изберете служител или опашка.</translation>
    </message>
    <message>
        <source>Nobody and no queue is called that.</source>
        <translation>Няма служител или опашка с такова име.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Служители</translation>
    </message>
    <message>
        <source>People and queues</source>
        <translation>Служители и опашки</translation>
    </message>
    <message>
        <source>Person or queue</source>
        <translation>Служител или опашка</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Опашки</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Прехвърляне</translation>
    </message>
    <message>
        <source>Transfer #%1</source>
        <translation>Прехвърляне на #%1</translation>
    </message>
    <message>
        <source>Found out, tried, told the customer</source>
        <translation>Какво е установено, опитано, казано на клиента</translation>
    </message>
    <message>
        <source>Keep watching it</source>
        <translation>Продължаване на наблюдението</translation>
    </message>
    <message>
        <source>Tell %1 what is next.</source>
        <translation>Напишете какво следва: %1.</translation>
    </message>
    <message>
        <source>What is left, and why it goes there</source>
        <translation>Какво остава и защо отива там</translation>
    </message>
    <message>
        <source>What is next</source>
        <translation>Какво следва</translation>
    </message>
    <message>
        <source>What is next, if there is something to say</source>
        <translation>Какво следва, ако има какво да се каже</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Какво е направено</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>Deskside: %n unread notices</source>
        <translation>
            <numerusform>Deskside: %n непрочетено известие</numerusform>
            <numerusform>Deskside: %n непрочетени известия</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Close this message</source>
        <translation>Затваряне на съобщението</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Ctrl Z</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отмяна</translation>
    </message>
</context>
<context>
    <name>UndoDesk</name>
    <message>
        <source>Done again</source>
        <translation>Повторено</translation>
    </message>
    <message>
        <source>Undo anyway</source>
        <translation>Отмяна въпреки това</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Отменено</translation>
    </message>
</context>
<context>
    <name>UndoWords</name>
    <message>
        <source>%1: %2 is “%3” now, changed by %4 meanwhile. It was not undone.</source>
        <translation>%1: „%2“ сега е „%3“, междувременно го промени %4. Не е отменено.</translation>
    </message>
    <message>
        <source>%1: %2 was changed by %4 meanwhile. It was not undone.</source>
        <translation>%1: „%2“ междувременно промени %4. Не е отменено.</translation>
    </message>
    <message>
        <source>%1: %2 was changed meanwhile. It was not undone.</source>
        <translation>%1: „%2“ междувременно се промени. Не е отменено.</translation>
    </message>
    <message numerus="yes">
        <source>%n more changes could not be undone either.</source>
        <translation>
            <numerusform>Още %n промяна също не е отменена.</numerusform>
            <numerusform>Още %n промени също не са отменени.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Close</source>
        <translation>Затвори</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Предишни версии</translation>
    </message>
    <message>
        <source>Until %1 changed it, %2</source>
        <translation>До промяната от %1, %2</translation>
    </message>
</context>
<context>
    <name>ViewDesk</name>
    <message>
        <source>Change the view…</source>
        <translation>Промяна на изгледа…</translation>
    </message>
    <message>
        <source>Delete the view</source>
        <translation>Изтриване на изгледа</translation>
    </message>
    <message>
        <source>Move the view down</source>
        <translation>Изгледът надолу</translation>
    </message>
    <message>
        <source>Move the view up</source>
        <translation>Изгледът нагоре</translation>
    </message>
    <message>
        <source>Save as view…</source>
        <translation>Запазване като изглед…</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>Leave the introduction</source>
        <translation>Затваряне на въведението</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Напред</translation>
    </message>
    <message>
        <source>Without a network you simply go on: the line at the bottom says what waits. {0} lists all keys.</source>
        <translation>Без мрежа работата продължава: редът долу казва какво чака. {0} показва всички клавиши.</translation>
    </message>
    <message>
        <source>{0} and {1} go down and up the list, {2} marks the chosen ticket done, and {3} takes back whatever you did.</source>
        <translation>{0} и {1} водят надолу и нагоре по списъка, {2} приключва избраната заявка, а {3} връща всяко ваше действие.</translation>
    </message>
    <message>
        <source>{0} finds tickets, people, articles and every command, in any keyboard layout.</source>
        <translation>{0} намира заявки, хора, статии и всяка команда при всяка клавиатурна подредба.</translation>
    </message>
</context>
<context>
    <name>WindowMenus</name>
    <message numerus="yes">
        <source>%n changes need your attention</source>
        <translation>
            <numerusform>%n промяна изисква вашето внимание</numerusform>
            <numerusform>%n промени изискват вашето внимание</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Изход от програмата</translation>
    </message>
</context>
<context>
    <name>WorkDesk</name>
    <message numerus="yes">
        <source>%1 is done, and %n lines of its check list are open.</source>
        <translation>
            <numerusform>%1 е готова, а в списъка ѝ е отворена %n точка.</numerusform>
            <numerusform>%1 е готова, а в списъка ѝ са отворени %n точки.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is done, and the clock still runs on it.</source>
        <translation>%1 е готова, а часовникът по нея още тече.</translation>
    </message>
    <message>
        <source>%1 is done, though nobody told: %2.</source>
        <translation>%1 е готова, макар че не е посочено: %2.</translation>
    </message>
    <message>
        <source>Check list</source>
        <translation>Списък с отметки</translation>
    </message>
    <message>
        <source>Not done yet</source>
        <translation>Още не е готова</translation>
    </message>
    <message>
        <source>Start or stop the work clock</source>
        <translation>Пускане или спиране на часовника за работа</translation>
    </message>
    <message>
        <source>Stop the clock</source>
        <translation>Спиране на часовника</translation>
    </message>
</context>
<context>
    <name>WorkTimeDialog</name>
    <message>
        <source>Add work time</source>
        <translation>Добавяне на време за работа</translation>
    </message>
    <message>
        <source>Correct the work time</source>
        <translation>Поправка на времето за работа</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Запазване</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Минути</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Какво е направено</translation>
    </message>
</context>
<context>
    <name>WritingBox</name>
    <message>
        <source>Add files</source>
        <translation>Добавяне на файлове</translation>
    </message>
</context>
<context>
    <name>WritingKeys</name>
    <message>
        <source>Bold</source>
        <translation>Получер</translation>
    </message>
    <message>
        <source>Bulleted list</source>
        <translation>Списък с водещи знаци</translation>
    </message>
    <message>
        <source>Check list</source>
        <translation>Списък с отметки</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Курсив</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Връзка</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>Номериран списък</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Цитат</translation>
    </message>
    <message>
        <source>Redo typing</source>
        <translation>Връщане на въведеното</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Изпращане</translation>
    </message>
    <message>
        <source>Send and mark done</source>
        <translation>Изпращане и приключване</translation>
    </message>
    <message>
        <source>Strike through</source>
        <translation>Зачертан</translation>
    </message>
    <message>
        <source>Tick an entry</source>
        <translation>Отмятане на точка</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Подчертан</translation>
    </message>
    <message>
        <source>Undo typing</source>
        <translation>Отмяна на въведеното</translation>
    </message>
    <message>
        <source>While writing</source>
        <translation>При писане</translation>
    </message>
</context>
<context>
    <name>_ItemList</name>
    <message>
        <source>Check list: Space ticks, E changes, Alt and arrows move, Delete removes</source>
        <translation>Списък с отметки: интервалът отмята, E променя, Alt и стрелките местят, Delete премахва</translation>
    </message>
</context>
</TS>
