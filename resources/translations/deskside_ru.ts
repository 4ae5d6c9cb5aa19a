<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AccountPage</name>
    <message>
        <source>Account</source>
        <translation>Учётная запись</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Администратор</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Сотрудник</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Руководитель</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Practice profile: nothing here leaves this computer.</source>
        <translation>Учебный профиль: ничто отсюда не уходит с этого компьютера.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Этот компьютер</translation>
    </message>
    <message>
        <source>This device</source>
        <translation>Это устройство</translation>
    </message>
    <message>
        <source>What was not sent yet stays here and goes out when you sign in again.</source>
        <translation>Всё, что ещё не отправлено, останется здесь и уйдёт, когда вы войдёте снова.</translation>
    </message>
    <message>
        <source>Where you are signed in</source>
        <translation>Где выполнен вход</translation>
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
        <translation>Внутренняя заметка</translation>
    </message>
    <message>
        <source>Keep in a tab</source>
        <translation>Оставить во вкладке</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>Leave the search</source>
        <translation>Выйти из поиска</translation>
    </message>
    <message>
        <source>Log a call</source>
        <translation>Записать звонок</translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation>Новая заявка</translation>
    </message>
    <message>
        <source>Next ticket</source>
        <translation>Следующая заявка</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Исходящие</translation>
    </message>
    <message>
        <source>Postpone</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>Previous ticket</source>
        <translation>Предыдущая заявка</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Ответить</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Sync details</source>
        <translation>Сведения о синхронизации</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Синхронизировать сейчас</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Взять себе</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Передать</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Клиенты</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Найти что угодно</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Крупнее текст</translation>
    </message>
    <message>
        <source>Search the ticket list</source>
        <translation>Искать в списке заявок</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Мельче текст</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Обычный размер текста</translation>
    </message>
    <message>
        <source>Assign the selected</source>
        <translation>Назначить выбранные</translation>
    </message>
    <message>
        <source>In the ticket list</source>
        <translation>В списке заявок</translation>
    </message>
    <message>
        <source>Merge the selected</source>
        <translation>Объединить выбранные</translation>
    </message>
    <message>
        <source>Priority of the selected</source>
        <translation>Приоритет выбранных</translation>
    </message>
    <message>
        <source>Queue of the selected</source>
        <translation>Очередь выбранных</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Выбрать</translation>
    </message>
    <message>
        <source>Select all of the view</source>
        <translation>Выбрать всё в списке</translation>
    </message>
    <message>
        <source>Select further down</source>
        <translation>Выбирать дальше вниз</translation>
    </message>
    <message>
        <source>Select further up</source>
        <translation>Выбирать дальше вверх</translation>
    </message>
    <message>
        <source>Select or not</source>
        <translation>Выбрать или снять выбор</translation>
    </message>
    <message>
        <source>Tags of the selected</source>
        <translation>Метки выбранных</translation>
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
        <translation>Нужен специалист или уже нет</translation>
    </message>
</context>
<context>
    <name>AgeingCard</name>
    <message numerus="yes">
        <source>%n offered to everybody, the oldest first</source>
        <translation>
            <numerusform>%n предложена всем, сначала старые</numerusform>
            <numerusform>%n предложены всем, сначала старые</numerusform>
            <numerusform>%n предложено всем, сначала старые</numerusform>
        </translation>
    </message>
    <message>
        <source>1–3 days</source>
        <translation>1–3 дня</translation>
    </message>
    <message>
        <source>3–7 days</source>
        <translation>3–7 дней</translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation>Исполнитель</translation>
    </message>
    <message>
        <source>Nobody has an open ticket.</source>
        <translation>Ни у кого нет открытых заявок.</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Самая старая</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыто</translation>
    </message>
    <message>
        <source>Open tickets by age</source>
        <translation>Открытые заявки по возрасту</translation>
    </message>
    <message>
        <source>over a week</source>
        <translation>больше недели</translation>
    </message>
    <message>
        <source>under a day</source>
        <translation>до дня</translation>
    </message>
</context>
<context>
    <name>AnswerAllDialog</name>
    <message numerus="yes">
        <source>%n tickets get this reply, each its own.</source>
        <translation>
            <numerusform>Этот ответ получит %n заявка.</numerusform>
            <numerusform>Этот ответ получат %n заявки, каждая свой.</numerusform>
            <numerusform>Этот ответ получат %n заявок, каждая свой.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer %n</source>
        <translation>
            <numerusform>Ответить: %n</numerusform>
            <numerusform>Ответить: %n</numerusform>
            <numerusform>Ответить: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer the incidents of %1</source>
        <translation>Ответ по инцидентам %1</translation>
    </message>
    <message>
        <source>Choose at least one ticket.</source>
        <translation>Выберите хотя бы одну заявку.</translation>
    </message>
    <message>
        <source>Files can&apos;t be added to one answer for many.</source>
        <translation>К одному ответу для многих файлы не прикладываются.</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Инциденты</translation>
    </message>
    <message>
        <source>Mark them done as well</source>
        <translation>И отметить их готовыми</translation>
    </message>
    <message>
        <source>Reply to each of them</source>
        <translation>Ответ каждому</translation>
    </message>
    <message>
        <source>There is nothing to send yet.</source>
        <translation>Пока нечего отправлять.</translation>
    </message>
    <message>
        <source>Who is answered (Space chooses)</source>
        <translation>Кому ответ (пробел выбирает)</translation>
    </message>
</context>
<context>
    <name>AnswersCard</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>First answers, last 7 days</source>
        <translation>Первые ответы за 7 дней</translation>
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
        <translation>На заявки этого компьютера ещё никто не отвечал.</translation>
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
        <translation>Без обещания</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>About a thousand sample tickets are being laid out. A few seconds.</source>
        <translation>Раскладываем около тысячи учебных заявок. Это займёт несколько секунд.</translation>
    </message>
    <message>
        <source>Deskside could not start</source>
        <translation>Не удалось запустить Deskside</translation>
    </message>
    <message>
        <source>Preparing the practice desk</source>
        <translation>Готовим учебный профиль</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>This computer has no keyring, so you stay signed in for this session only.</source>
        <translation>На этом компьютере нет хранилища паролей, поэтому вход действует только до закрытия программы.</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>Внешний вид</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Просторная</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Плотная</translation>
    </message>
    <message>
        <source>Compact rows have two lines; twice as many tickets are in sight.</source>
        <translation>Плотные строки двойные; видно вдвое больше заявок.</translation>
    </message>
    <message>
        <source>Ctrl with + or - changes it from anywhere, Ctrl+0 is the usual.</source>
        <translation>Ctrl и + или - меняют его отовсюду, Ctrl+0 возвращает обычный.</translation>
    </message>
    <message>
        <source>Density of lists</source>
        <translation>Плотность списков</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Контрастная</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Размер текста</translation>
    </message>
</context>
<context>
    <name>ApprovalLine</name>
    <message>
        <source>%1 asks %2 · %3</source>
        <translation>%1 просит %2 · %3</translation>
    </message>
    <message>
        <source>%1 asks for approval · %3</source>
        <translation>%1 просит согласовать · %3</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Согласовать</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Отклонить</translation>
    </message>
    <message>
        <source>Why? Enter rejects, Esc goes back</source>
        <translation>Почему? Enter отклоняет, Esc возвращает</translation>
    </message>
    <message>
        <source>approved by %1 · %2</source>
        <translation>согласовано: %1 · %2</translation>
    </message>
    <message>
        <source>rejected by %1 · %2</source>
        <translation>отклонено: %1 · %2</translation>
    </message>
</context>
<context>
    <name>ArticleCard</name>
    <message>
        <source>How many of the words searched for are in this article. Rare words count more, and words in its title.</source>
        <translation>Какая доля искомых слов есть в статье. Редкие слова и слова заголовка весят больше.</translation>
    </message>
    <message>
        <source>Insert answer</source>
        <translation>Вставить ответ</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Ссылка</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>All categories</source>
        <translation>Все категории</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Все языки</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Статьи</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Knowledge base</source>
        <translation>База знаний</translation>
    </message>
    <message>
        <source>Language of the articles</source>
        <translation>Язык статей</translation>
    </message>
    <message>
        <source>Search articles</source>
        <translation>Поиск статей</translation>
    </message>
</context>
<context>
    <name>ArticlePane</name>
    <message>
        <source>changed %1</source>
        <translation>изменена %1</translation>
    </message>
</context>
<context>
    <name>ArticleTextView</name>
    <message>
        <source>Text of the article</source>
        <translation>Текст статьи</translation>
    </message>
</context>
<context>
    <name>AskApprovalDialog</name>
    <message>
        <source>Anybody with the ticket</source>
        <translation>Любой, у кого заявка</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Попросить</translation>
    </message>
    <message>
        <source>Ask for approval on %1</source>
        <translation>Попросить согласовать в %1</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>Кто согласует</translation>
    </message>
    <message>
        <source>Say what is to be approved.</source>
        <translation>Напишите, что нужно согласовать.</translation>
    </message>
    <message>
        <source>What is to be approved</source>
        <translation>Что согласовать</translation>
    </message>
</context>
<context>
    <name>AskedFacts</name>
    <message>
        <source>Not told yet: %1. Once more goes on without.</source>
        <translation>Ещё не указано: %1. Ещё раз — и без этого.</translation>
    </message>
    <message>
        <source>Write the day as 2027-01-31.</source>
        <translation>Напишите день так: 2027-01-31.</translation>
    </message>
</context>
<context>
    <name>Assembly</name>
    <message>
        <source>Add as internal note</source>
        <translation>Добавить как внутреннюю заметку</translation>
    </message>
    <message>
        <source>Add the note to a ticket</source>
        <translation>Добавить заметку к заявке</translation>
    </message>
    <message>
        <source>In the open ticket</source>
        <translation>В открытой заявке</translation>
    </message>
    <message>
        <source>Knowledge base</source>
        <translation>База знаний</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>Мои заметки</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Исходящие</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Withdrawn: {0}.</source>
        <translation>Отозвано: {0}.</translation>
    </message>
    <message>
        <source>Conflicts to settle</source>
        <translation>Конфликты, которые ждут решения</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Клиенты</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Сводка</translation>
    </message>
    <message>
        <source>A call from {0}.</source>
        <translation>Звонок от {0}.</translation>
    </message>
    <message>
        <source>A call is to be logged.</source>
        <translation>Нужно записать звонок.</translation>
    </message>
    <message>
        <source>Log a call</source>
        <translation>Записать звонок</translation>
    </message>
</context>
<context>
    <name>AssetBox</name>
    <message>
        <source>Add equipment</source>
        <translation>Добавить оборудование</translation>
    </message>
    <message>
        <source>Add equipment, e.g. Laptop T14</source>
        <translation>Добавить оборудование, например ноутбук T14</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Оборудование</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Убрать: %1</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Серийный номер</translation>
    </message>
    <message>
        <source>Serial number of %1</source>
        <translation>Серийный номер: %1</translation>
    </message>
    <message>
        <source>of the company</source>
        <translation>компании</translation>
    </message>
</context>
<context>
    <name>AttachmentsBar</name>
    <message>
        <source>Attached files</source>
        <translation>Приложенные файлы</translation>
    </message>
</context>
<context>
    <name>AvatarButton</name>
    <message>
        <source>You: {0}</source>
        <translation>Вы: {0}</translation>
    </message>
</context>
<context>
    <name>AwayStrip</name>
    <message numerus="yes">
        <source>%n customers replied</source>
        <translation>
            <numerusform>Ответил %n клиент</numerusform>
            <numerusform>Ответили %n клиента</numerusform>
            <numerusform>Ответили %n клиентов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mentions</source>
        <translation>
            <numerusform>%n упоминание</numerusform>
            <numerusform>%n упоминания</numerusform>
            <numerusform>%n упоминаний</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new in your queues</source>
        <translation>
            <numerusform>%n новая в ваших очередях</numerusform>
            <numerusform>%n новые в ваших очередях</numerusform>
            <numerusform>%n новых в ваших очередях</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n просрочена</numerusform>
            <numerusform>%n просрочены</numerusform>
            <numerusform>%n просрочено</numerusform>
        </translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Закрыть сообщение</translation>
    </message>
    <message>
        <source>While you were away (since {0}):</source>
        <translation>Пока вас не было (с {0}):</translation>
    </message>
</context>
<context>
    <name>BellButton</name>
    <message>
        <source>Needs your attention: {0}</source>
        <translation>Требует внимания: {0}</translation>
    </message>
    <message>
        <source>Nothing needs your attention</source>
        <translation>Ничто не требует вашего внимания</translation>
    </message>
    <message numerus="yes">
        <source>%n unread notices</source>
        <translation>
            <numerusform>%n непрочитанное уведомление</numerusform>
            <numerusform>%n непрочитанных уведомления</numerusform>
            <numerusform>%n непрочитанных уведомлений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>Выбрана %n</numerusform>
            <numerusform>Выбрано %n</numerusform>
            <numerusform>Выбрано %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Select none</source>
        <translation>Снять выбор</translation>
    </message>
    <message numerus="yes">
        <source>The first %n selected</source>
        <translation>
            <numerusform>Выбрана первая %n</numerusform>
            <numerusform>Выбраны первые %n</numerusform>
            <numerusform>Выбраны первые %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkDesk</name>
    <message>
        <source>Assign to {0}</source>
        <translation>Назначить: {0}</translation>
    </message>
    <message>
        <source>Category: {0}</source>
        <translation>Категория: {0}</translation>
    </message>
    <message>
        <source>Mark done</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>Merge into {0} · {1}</source>
        <translation>Объединить с {0} · {1}</translation>
    </message>
    <message>
        <source>Move to {0}</source>
        <translation>Перенести в очередь «{0}»</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>Без категории</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Никто</translation>
    </message>
    <message>
        <source>Postpone</source>
        <translation>Отложить</translation>
    </message>
    <message numerus="yes">
        <source>Postpone %n tickets</source>
        <translation>
            <numerusform>Отложить %n заявку</numerusform>
            <numerusform>Отложить %n заявки</numerusform>
            <numerusform>Отложить %n заявок</numerusform>
        </translation>
    </message>
    <message>
        <source>Priority: {0}</source>
        <translation>Приоритет: {0}</translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation>Кто-то другой…</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Метки</translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n tickets</source>
        <translation>
            <numerusform>Метки %n заявки</numerusform>
            <numerusform>Метки %n заявок</numerusform>
            <numerusform>Метки %n заявок</numerusform>
        </translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Взять</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Передать</translation>
    </message>
    <message numerus="yes">
        <source>Transfer %n tickets</source>
        <translation>
            <numerusform>Передать %n заявку</numerusform>
            <numerusform>Передать %n заявки</numerusform>
            <numerusform>Передать %n заявок</numerusform>
        </translation>
    </message>
    <message>
        <source>Unassign</source>
        <translation>Снять назначение</translation>
    </message>
</context>
<context>
    <name>BulkPanel</name>
    <message>
        <source>Apply</source>
        <translation>Применить</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Each ticket</source>
        <translation>Каждая заявка</translation>
    </message>
    <message>
        <source>Looking at what will change…</source>
        <translation>Смотрим, что изменится…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} из {1}</translation>
    </message>
</context>
<context>
    <name>BulkWords</name>
    <message numerus="yes">
        <source>%n tickets changed</source>
        <translation>
            <numerusform>Изменена %n заявка</numerusform>
            <numerusform>Изменены %n заявки</numerusform>
            <numerusform>Изменено %n заявок</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets left as they were</source>
        <translation>
            <numerusform>%n заявка осталась как была</numerusform>
            <numerusform>%n заявки остались как были</numerusform>
            <numerusform>%n заявок осталось как было</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets need no change</source>
        <translation>
            <numerusform>%n заявке изменение не нужно</numerusform>
            <numerusform>%n заявкам изменение не нужно</numerusform>
            <numerusform>%n заявкам изменение не нужно</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets needed no change</source>
        <translation>
            <numerusform>%n заявке изменение не понадобилось</numerusform>
            <numerusform>%n заявкам изменение не понадобилось</numerusform>
            <numerusform>%n заявкам изменение не понадобилось</numerusform>
        </translation>
    </message>
    <message>
        <source>No change needed</source>
        <translation>Изменение не нужно</translation>
    </message>
    <message numerus="yes">
        <source>%n tickets will change</source>
        <translation>
            <numerusform>Изменится %n заявка</numerusform>
            <numerusform>Изменятся %n заявки</numerusform>
            <numerusform>Изменится %n заявок</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Изменена</translation>
    </message>
    <message>
        <source>Will change</source>
        <translation>Изменится</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>Calendar</source>
        <translation>Календарь</translation>
    </message>
</context>
<context>
    <name>CallDesk</name>
    <message>
        <source>Another program has {0}: calls are not logged by it.</source>
        <translation>Сочетание {0} занято другой программой: звонки по нему не записываются.</translation>
    </message>
</context>
<context>
    <name>CallList</name>
    <message>
        <source>Check list</source>
        <translation>Список с отметками</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>What to ask</source>
        <translation>Что спросить</translation>
    </message>
</context>
<context>
    <name>CallPlace</name>
    <message>
        <source>A new ticket</source>
        <translation>Новая заявка</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>Куда записать</translation>
    </message>
</context>
<context>
    <name>CallResult</name>
    <message>
        <source>Call back</source>
        <translation>Перезвонить</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Передано</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Итог</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Решено</translation>
    </message>
    <message>
        <source>To be done</source>
        <translation>В работу</translation>
    </message>
    <message>
        <source>When to call back</source>
        <translation>Когда перезвонить</translation>
    </message>
</context>
<context>
    <name>CallsPage</name>
    <message>
        <source>A telephone program can open the caller here: let it start “deskside call NUMBER” or open the address “deskside://call?from=NUMBER”.</source>
        <translation>Программа телефонии может открыть звонящего здесь: пусть она запускает «deskside call НОМЕР» или открывает адрес «deskside://call?from=НОМЕР».</translation>
    </message>
    <message>
        <source>Another program has this key. Choose another one.</source>
        <translation>Эта клавиша занята другой программой. Выберите другую.</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Звонки</translation>
    </message>
    <message>
        <source>Choose a letter or a digit with Ctrl, Alt or Meta, or one of F1 to F24.</source>
        <translation>Выберите букву или цифру с Ctrl, Alt или Meta либо клавишу от F1 до F24.</translation>
    </message>
    <message>
        <source>Log a call by a key in any window</source>
        <translation>Записывать звонок клавишей в любом окне</translation>
    </message>
    <message>
        <source>On this desktop only its own settings bind such keys: add “deskside call” to its shortcuts.</source>
        <translation>В этой среде такие клавиши назначаются только в её настройках: добавьте туда «deskside call».</translation>
    </message>
    <message>
        <source>The key</source>
        <translation>Клавиша</translation>
    </message>
</context>
<context>
    <name>CardHead</name>
    <message>
        <source>not sent yet</source>
        <translation>ещё не отправлено</translation>
    </message>
</context>
<context>
    <name>CardPane</name>
    <message>
        <source>Bring back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Сравнить</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Оборудование</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Посмотреть</translation>
    </message>
    <message>
        <source>Merge with</source>
        <translation>Объединить с</translation>
    </message>
    <message>
        <source>Merge with: name or e-mail</source>
        <translation>Объединить с: имя или почта</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Объединены</translation>
    </message>
    <message>
        <source>People (%1)</source>
        <translation>Люди (%1)</translation>
    </message>
    <message>
        <source>Separate</source>
        <translation>Отделить</translation>
    </message>
    <message>
        <source>The same as somebody else?</source>
        <translation>Тот же, что и кто-то ещё?</translation>
    </message>
    <message>
        <source>This was deleted. Tickets and history are still here.</source>
        <translation>Эта карточка удалена. Заявки и история остались.</translation>
    </message>
    <message>
        <source>Two people changed this at the same time.</source>
        <translation>Это одновременно изменили двое.</translation>
    </message>
</context>
<context>
    <name>CategoriesPage</name>
    <message>
        <source>A category above this one asks for it.</source>
        <translation>Об этом просит категория выше.</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Любой</translation>
    </message>
    <message>
        <source>As above: %1</source>
        <translation>Как выше: %1</translation>
    </message>
    <message>
        <source>Ask for a screenshot</source>
        <translation>Попросить снимок экрана</translation>
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
        <translation>Категорий пока нет</translation>
    </message>
    <message>
        <source>Only a lead or an admin can change this.</source>
        <translation>Изменить это может только руководитель или администратор.</translation>
    </message>
    <message>
        <source>Preferred channel</source>
        <translation>Предпочтительный канал</translation>
    </message>
    <message>
        <source>They come with “deskside-server import settings”.</source>
        <translation>Они появляются после «deskside-server import settings».</translation>
    </message>
    <message>
        <source>What a category says, it says to everybody who writes a ticket or a reply, and the categories below it say it too.</source>
        <translation>Что говорит категория, видят все, кто пишет заявку или ответ; категории ниже говорят то же.</translation>
    </message>
</context>
<context>
    <name>CategoryHint</name>
    <message>
        <source>A screenshot helps here</source>
        <translation>Здесь поможет снимок экрана</translation>
    </message>
    <message>
        <source>Add a picture</source>
        <translation>Добавить картинку</translation>
    </message>
    <message>
        <source>Ask for a screenshot</source>
        <translation>Попросить снимок экрана</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>Сохранить и так</translation>
    </message>
    <message>
        <source>The screenshot is there</source>
        <translation>Снимок экрана есть</translation>
    </message>
    <message>
        <source>There is no screenshot yet.</source>
        <translation>Снимка экрана ещё нет.</translation>
    </message>
</context>
<context>
    <name>CategoryPicker</name>
    <message>
        <source>A part of its name</source>
        <translation>Часть названия</translation>
    </message>
    <message>
        <source>A ticket is done with a category that says what it was.</source>
        <translation>Готовой заявке нужна категория, которая говорит, о чём она была.</translation>
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
        <translation>Выбрать</translation>
    </message>
    <message>
        <source>Choose a category.</source>
        <translation>Выберите категорию.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>No category is called that.</source>
        <translation>Такой категории нет.</translation>
    </message>
    <message>
        <source>What was it about?</source>
        <translation>О чём была заявка?</translation>
    </message>
</context>
<context>
    <name>CategoryRows</name>
    <message>
        <source>All categories</source>
        <translation>Все категории</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>Без категории</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Недавние</translation>
    </message>
</context>
<context>
    <name>ChecklistPanel</name>
    <message>
        <source>A new line of the check list, Enter adds it</source>
        <translation>Новый пункт, Enter добавляет</translation>
    </message>
    <message>
        <source>Change the line, Enter keeps it, Esc leaves it as it is</source>
        <translation>Изменить пункт: Enter сохраняет, Esc оставляет как было</translation>
    </message>
</context>
<context>
    <name>CodeWords</name>
    <message>
        <source>A file can have at most 2 GB.</source>
        <translation>Файл может быть не больше 2 ГБ.</translation>
    </message>
    <message>
        <source>A file can have at most 20 MB for now.</source>
        <translation>Пока файл может занимать не больше 20 МБ.</translation>
    </message>
    <message>
        <source>A meeting link begins with https:// and names a host.</source>
        <translation>Ссылка на встречу начинается с https:// и называет сервер.</translation>
    </message>
    <message>
        <source>A password has at least 8 characters.</source>
        <translation>В пароле должно быть не меньше 8 символов.</translation>
    </message>
    <message>
        <source>A tag is one line of at most 80 characters.</source>
        <translation>Метка — одна строка не длиннее 80 символов.</translation>
    </message>
    <message>
        <source>A ticket can&apos;t be linked to itself.</source>
        <translation>Заявку нельзя связать с самой собой.</translation>
    </message>
    <message>
        <source>A work time has at least a minute and at most a month.</source>
        <translation>Время работы — не меньше минуты и не больше месяца.</translation>
    </message>
    <message>
        <source>A work time is of no such kind.</source>
        <translation>Рабочее время такого вида не бывает.</translation>
    </message>
    <message>
        <source>Another Deskside has this profile open.</source>
        <translation>Этот профиль уже открыт в другом окне Deskside.</translation>
    </message>
    <message>
        <source>Nine categories lie there already. Put one below another.</source>
        <translation>Там уже девять категорий. Положите одну под другую.</translation>
    </message>
    <message>
        <source>Only a lead or an admin can change this.</source>
        <translation>Изменить это может только руководитель или администратор.</translation>
    </message>
    <message>
        <source>Only an admin can change what somebody may do.</source>
        <translation>Менять права может только администратор.</translation>
    </message>
    <message>
        <source>Only its author or a lead can take a message back.</source>
        <translation>Отозвать сообщение может только его автор или руководитель.</translation>
    </message>
    <message>
        <source>Only its author or a lead can take a work time back.</source>
        <translation>Отозвать время работы может только его автор или руководитель.</translation>
    </message>
    <message>
        <source>Plain http is refused: the address must begin with https://.</source>
        <translation>Простой http не допускается: адрес должен начинаться с https://.</translation>
    </message>
    <message>
        <source>Please sign in first.</source>
        <translation>Сначала войдите.</translation>
    </message>
    <message>
        <source>Somebody else was first.</source>
        <translation>Кто-то успел раньше.</translation>
    </message>
    <message>
        <source>Tell what the category asks for before the ticket is done.</source>
        <translation>Сначала укажите то, что спрашивает категория, потом закрывайте заявку.</translation>
    </message>
    <message>
        <source>The file could not be fetched.</source>
        <translation>Не удалось загрузить файл.</translation>
    </message>
    <message>
        <source>The file could not be sent.</source>
        <translation>Файл не удалось отправить.</translation>
    </message>
    <message>
        <source>The file is no longer on this computer.</source>
        <translation>Файла больше нет на этом компьютере.</translation>
    </message>
    <message>
        <source>The file on this computer was changed after it was attached.</source>
        <translation>Файл на этом компьютере был изменён после того, как его приложили.</translation>
    </message>
    <message>
        <source>The local file can&apos;t be used.</source>
        <translation>Не удаётся использовать локальный файл.</translation>
    </message>
    <message>
        <source>The new ticket was worked on. It can be merged instead.</source>
        <translation>С новой заявкой уже работали. Её можно объединить с прежней.</translation>
    </message>
    <message>
        <source>The password is not right.</source>
        <translation>Неверный пароль.</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached.</source>
        <translation>Сервер недоступен.</translation>
    </message>
    <message>
        <source>The server does not have this.</source>
        <translation>На сервере этого нет.</translation>
    </message>
    <message>
        <source>The server has no room for this file.</source>
        <translation>На сервере нет места для этого файла.</translation>
    </message>
    <message>
        <source>The server is busy; trying again later.</source>
        <translation>Сервер занят, попробуем позже.</translation>
    </message>
    <message>
        <source>The server speaks another version of Deskside.</source>
        <translation>На сервере другая версия Deskside.</translation>
    </message>
    <message>
        <source>The server&apos;s answer can&apos;t be understood.</source>
        <translation>Не удалось понять ответ сервера.</translation>
    </message>
    <message>
        <source>The texts can&apos;t be saved there. Nothing was deleted.</source>
        <translation>Сюда сохранить тексты нельзя. Ничего не удалено.</translation>
    </message>
    <message>
        <source>There are open tickets of theirs. Close them, or merge this one with another.</source>
        <translation>По ним есть открытые заявки. Закройте их или объедините карточку с другой.</translation>
    </message>
    <message>
        <source>There is nothing to send yet.</source>
        <translation>Отправлять пока нечего.</translation>
    </message>
    <message>
        <source>These messages are no longer on this ticket.</source>
        <translation>Этих сообщений больше нет в этой заявке.</translation>
    </message>
    <message>
        <source>This Deskside is older than the server allows. Please update.</source>
        <translation>Эта версия Deskside слишком старая для сервера. Обновите программу.</translation>
    </message>
    <message>
        <source>This Deskside is too old for the server: install a newer one. What you write is still sent.</source>
        <translation>Эта версия Deskside слишком стара для сервера: установите новую. То, что вы пишете, по-прежнему отправляется.</translation>
    </message>
    <message>
        <source>This belongs to somebody else.</source>
        <translation>Это принадлежит другому сотруднику.</translation>
    </message>
    <message>
        <source>This can&apos;t be kept in this form.</source>
        <translation>В таком виде это нельзя сохранить.</translation>
    </message>
    <message>
        <source>This change failed again and again; it is kept apart.</source>
        <translation>Это изменение снова и снова не удавалось; оно отложено отдельно.</translation>
    </message>
    <message>
        <source>This change is being sent just now.</source>
        <translation>Это изменение как раз отправляется.</translation>
    </message>
    <message>
        <source>This change is being sent just now. Undo it instead.</source>
        <translation>Это изменение как раз отправляется. Отмените его обычным образом.</translation>
    </message>
    <message>
        <source>This change is not waiting any more.</source>
        <translation>Это изменение больше не ждёт.</translation>
    </message>
    <message>
        <source>This checklist item is no longer there.</source>
        <translation>Этого пункта списка больше нет.</translation>
    </message>
    <message>
        <source>This computer was signed out by an administrator.</source>
        <translation>Администратор отключил этот компьютер от Deskside.</translation>
    </message>
    <message>
        <source>This is no longer there.</source>
        <translation>Этого больше нет.</translation>
    </message>
    <message>
        <source>This is not what the category asks for: choose one, or write a day as 2027-01-31.</source>
        <translation>Категория спрашивает другое: выберите из списка или напишите день как 2027-01-31.</translation>
    </message>
    <message>
        <source>This is too large to be kept.</source>
        <translation>Это слишком велико, чтобы сохранить.</translation>
    </message>
    <message>
        <source>This message is no longer there.</source>
        <translation>Этого сообщения больше нет.</translation>
    </message>
    <message>
        <source>This profile belongs to another person. Choose another profile.</source>
        <translation>Это профиль другого человека. Выберите другой профиль.</translation>
    </message>
    <message>
        <source>This reply was mailed and can&apos;t be taken back.</source>
        <translation>Этот ответ уже ушёл по почте, отозвать его нельзя.</translation>
    </message>
    <message>
        <source>This reply was not held.</source>
        <translation>Этот ответ не был задержан.</translation>
    </message>
    <message>
        <source>This text has characters in it that can&apos;t be kept.</source>
        <translation>В тексте есть символы, которые нельзя сохранить.</translation>
    </message>
    <message>
        <source>This text is larger than 4 MB. Attach it as a file instead.</source>
        <translation>Этот текст больше 4 МБ. Приложите его файлом.</translation>
    </message>
    <message>
        <source>This ticket is in a queue that is not yours.</source>
        <translation>Эта заявка в очереди, к которой у вас нет доступа.</translation>
    </message>
    <message>
        <source>This ticket is no longer there.</source>
        <translation>Этой заявки больше нет.</translation>
    </message>
    <message>
        <source>This ticket was merged into another one.</source>
        <translation>Эта заявка объединена с другой.</translation>
    </message>
    <message>
        <source>This time entry is no longer there.</source>
        <translation>Этой записи времени больше нет.</translation>
    </message>
    <message>
        <source>Too many attempts. Please wait a minute.</source>
        <translation>Слишком много попыток. Подождите минуту.</translation>
    </message>
    <message>
        <source>What answers there is not a Deskside server.</source>
        <translation>По этому адресу отвечает не сервер Deskside.</translation>
    </message>
    <message>
        <source>What the server sent was damaged on its way; trying again.</source>
        <translation>Данные сервера повредились в пути; попробуем ещё раз.</translation>
    </message>
    <message>
        <source>You may not do this.</source>
        <translation>На это у вас нет прав.</translation>
    </message>
    <message>
        <source>Only its author or a lead can change a message.</source>
        <translation>Изменить сообщение может только автор или руководитель.</translation>
    </message>
    <message>
        <source>A checklist item is one line of at most 500 characters.</source>
        <translation>Пункт — одна строка, не больше 500 знаков.</translation>
    </message>
    <message>
        <source>A fact of a ticket is one line of at most 1000 characters.</source>
        <translation>Сведение заявки — одна строка, не больше 1000 знаков.</translation>
    </message>
    <message>
        <source>Somebody else is asked for this approval.</source>
        <translation>Согласовать просили другого.</translation>
    </message>
    <message>
        <source>There is no text left. Take the message back instead.</source>
        <translation>Текста не осталось. Лучше отзовите сообщение.</translation>
    </message>
    <message>
        <source>This reply is not held any more.</source>
        <translation>Этот ответ больше не задержан.</translation>
    </message>
    <message>
        <source>This reply was mailed and can&apos;t be changed.</source>
        <translation>Этот ответ уже отправлен, изменить его нельзя.</translation>
    </message>
    <message>
        <source>What the customer wrote can&apos;t be changed.</source>
        <translation>Написанное клиентом изменить нельзя.</translation>
    </message>
    <message>
        <source>A line may have 300 letters at most. Put the rest into the note.</source>
        <translation>В строке может быть не больше 300 знаков. Остальное напишите в примечании.</translation>
    </message>
    <message>
        <source>A note here may have 20000 letters at most.</source>
        <translation>В примечании может быть не больше 20000 знаков.</translation>
    </message>
    <message>
        <source>Nothing can be merged with itself.</source>
        <translation>Запись нельзя объединить с самой собой.</translation>
    </message>
    <message>
        <source>This is not a part of another one.</source>
        <translation>Эта запись не входит в другую.</translation>
    </message>
    <message>
        <source>Only who asked or a lead can take a question back.</source>
        <translation>Отозвать запрос может только тот, кто спросил, или руководитель.</translation>
    </message>
    <message>
        <source>This approval is no longer there.</source>
        <translation>Этого согласования больше нет.</translation>
    </message>
    <message>
        <source>This approval was decided already.</source>
        <translation>По этому согласованию уже есть решение.</translation>
    </message>
    <message>
        <source>This was changed meanwhile, so it was not undone.</source>
        <translation>Это тем временем изменилось, поэтому не отменено.</translation>
    </message>
    <message>
        <source>Choose a category before the ticket is done.</source>
        <translation>Выберите категорию, прежде чем заявка будет готова.</translation>
    </message>
    <message>
        <source>Choose a category below this one before the ticket is done.</source>
        <translation>Выберите категорию под этой, прежде чем заявка будет готова.</translation>
    </message>
    <message>
        <source>This category says too little to close a ticket by. Choose another one.</source>
        <translation>Эта категория говорит слишком мало, чтобы закрыть с ней заявку. Выберите другую.</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>Another colour</source>
        <translation>Другой цвет</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Как обычно</translation>
    </message>
    <message>
        <source>{0}, colour in bright themes</source>
        <translation>{0}: цвет в светлых темах</translation>
    </message>
    <message>
        <source>{0}, colour in the dark theme</source>
        <translation>{0}: цвет в тёмной теме</translation>
    </message>
</context>
<context>
    <name>ColumnWords</name>
    <message>
        <source>Age</source>
        <translation>Возраст</translation>
    </message>
    <message>
        <source>Customer&apos;s last word</source>
        <translation>Последнее слово клиента</translation>
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
        <translation>ничья</translation>
    </message>
    <message>
        <source>{0} old</source>
        <translation>возраст {0}</translation>
    </message>
</context>
<context>
    <name>ColumnsDesk</name>
    <message>
        <source>Facts in the rows…</source>
        <translation>Данные в строках…</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Facts in its rows; none: the usual ones</source>
        <translation>Данные в строках; ни одного — как обычно</translation>
    </message>
    <message>
        <source>Facts in the rows</source>
        <translation>Данные в строках</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
</context>
<context>
    <name>ComfortDesk</name>
    <message>
        <source>Text size {0} %</source>
        <translation>Размер текста {0} %</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands and search</source>
        <translation>Команды и поиск</translation>
    </message>
    <message>
        <source>Esc: close</source>
        <translation>Esc: закрыть</translation>
    </message>
    <message>
        <source>Nothing here is called that or has these words.</source>
        <translation>Здесь ничего так не называется и не содержит этих слов.</translation>
    </message>
    <message>
        <source>Search tickets, people, articles, commands</source>
        <translation>Искать заявки, людей, статьи, команды</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Что найдено</translation>
    </message>
    <message>
        <source>also searched as “{0}”</source>
        <translation>искали и как «{0}»</translation>
    </message>
</context>
<context>
    <name>CommandWords</name>
    <message>
        <source>Assignee changed</source>
        <translation>Исполнитель изменён</translation>
    </message>
    <message>
        <source>Call logged</source>
        <translation>Звонок записан</translation>
    </message>
    <message>
        <source>Category changed</source>
        <translation>Категория изменена</translation>
    </message>
    <message>
        <source>Category settings changed</source>
        <translation>Настройки категории изменены</translation>
    </message>
    <message>
        <source>Checklist item added</source>
        <translation>Пункт добавлен</translation>
    </message>
    <message>
        <source>Checklist item brought back</source>
        <translation>Пункт возвращён</translation>
    </message>
    <message>
        <source>Checklist item changed</source>
        <translation>Пункт изменён</translation>
    </message>
    <message>
        <source>Checklist item done</source>
        <translation>Пункт выполнен</translation>
    </message>
    <message>
        <source>Checklist item moved</source>
        <translation>Пункт перемещён</translation>
    </message>
    <message>
        <source>Checklist item opened again</source>
        <translation>Пункт снова открыт</translation>
    </message>
    <message>
        <source>Checklist item removed</source>
        <translation>Пункт убран</translation>
    </message>
    <message>
        <source>Colour given</source>
        <translation>Цвет задан</translation>
    </message>
    <message>
        <source>Colour removed</source>
        <translation>Цвет убран</translation>
    </message>
    <message>
        <source>Draft discarded</source>
        <translation>Черновик отброшен</translation>
    </message>
    <message>
        <source>Due time changed</source>
        <translation>Срок изменён</translation>
    </message>
    <message>
        <source>Facts told</source>
        <translation>Сведения указаны</translation>
    </message>
    <message>
        <source>Highlight rule removed</source>
        <translation>Правило выделения удалено</translation>
    </message>
    <message>
        <source>Highlight rule saved</source>
        <translation>Правило выделения сохранено</translation>
    </message>
    <message>
        <source>Internal note added</source>
        <translation>Внутренняя заметка добавлена</translation>
    </message>
    <message>
        <source>Link removed</source>
        <translation>Связь убрана</translation>
    </message>
    <message>
        <source>Marked done</source>
        <translation>Заявка отмечена готовой</translation>
    </message>
    <message>
        <source>Meeting ended</source>
        <translation>Встреча окончена</translation>
    </message>
    <message>
        <source>Meeting link changed</source>
        <translation>Ссылка на встречу изменена</translation>
    </message>
    <message>
        <source>Message returned</source>
        <translation>Сообщение возвращено</translation>
    </message>
    <message>
        <source>Message withdrawn</source>
        <translation>Сообщение отозвано</translation>
    </message>
    <message>
        <source>Moved to the trash</source>
        <translation>Заявка перемещена в корзину</translation>
    </message>
    <message>
        <source>Note deleted</source>
        <translation>Заметка удалена</translation>
    </message>
    <message>
        <source>Postponed</source>
        <translation>Заявка отложена</translation>
    </message>
    <message>
        <source>Priority changed</source>
        <translation>Приоритет изменён</translation>
    </message>
    <message>
        <source>Reply held again</source>
        <translation>Ответ снова задержан</translation>
    </message>
    <message>
        <source>Reply kept</source>
        <translation>Ответ сохранён</translation>
    </message>
    <message>
        <source>Requester changed</source>
        <translation>Заявитель изменён</translation>
    </message>
    <message>
        <source>Set to in work</source>
        <translation>Заявка взята в работу</translation>
    </message>
    <message>
        <source>Set to not started</source>
        <translation>Заявка возвращена в «не начато»</translation>
    </message>
    <message>
        <source>Set to waiting</source>
        <translation>Заявка переведена в ожидание</translation>
    </message>
    <message>
        <source>Split taken back</source>
        <translation>Разделение отменено</translation>
    </message>
    <message>
        <source>Status changed</source>
        <translation>Статус изменён</translation>
    </message>
    <message>
        <source>Subject changed</source>
        <translation>Тема изменена</translation>
    </message>
    <message>
        <source>Tags changed</source>
        <translation>Метки изменены</translation>
    </message>
    <message>
        <source>Taken by you</source>
        <translation>Вы взяли заявку себе</translation>
    </message>
    <message>
        <source>Ticket changed</source>
        <translation>Заявка изменена</translation>
    </message>
    <message>
        <source>Ticket created</source>
        <translation>Заявка создана</translation>
    </message>
    <message>
        <source>Ticket restored</source>
        <translation>Заявка восстановлена</translation>
    </message>
    <message>
        <source>Ticket split</source>
        <translation>Заявка разделена</translation>
    </message>
    <message>
        <source>Tickets linked</source>
        <translation>Заявки связаны</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Заявка передана</translation>
    </message>
    <message>
        <source>Work time added</source>
        <translation>Время работы добавлено</translation>
    </message>
    <message>
        <source>Work time brought back</source>
        <translation>Время работы возвращено</translation>
    </message>
    <message>
        <source>Work time taken back</source>
        <translation>Время работы отозвано</translation>
    </message>
    <message>
        <source>Approval asked for</source>
        <translation>Запрошено согласование</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Согласовано</translation>
    </message>
    <message>
        <source>Conflict opened again</source>
        <translation>Конфликт снова открыт</translation>
    </message>
    <message>
        <source>Conflict settled</source>
        <translation>Конфликт решён</translation>
    </message>
    <message>
        <source>Decision taken back</source>
        <translation>Решение отменено</translation>
    </message>
    <message>
        <source>Held reply dropped</source>
        <translation>Задержанный ответ удалён</translation>
    </message>
    <message>
        <source>Held reply made a note</source>
        <translation>Задержанный ответ стал заметкой</translation>
    </message>
    <message>
        <source>Held reply released</source>
        <translation>Задержанный ответ отпущен</translation>
    </message>
    <message>
        <source>Message edited</source>
        <translation>Сообщение изменено</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Отклонено</translation>
    </message>
    <message>
        <source>Ticket skipped</source>
        <translation>Заявка пропущена</translation>
    </message>
    <message>
        <source>View deleted</source>
        <translation>Вид удалён</translation>
    </message>
    <message>
        <source>View moved</source>
        <translation>Вид сдвинут</translation>
    </message>
    <message>
        <source>View saved</source>
        <translation>Вид сохранён</translation>
    </message>
    <message>
        <source>Companies merged</source>
        <translation>Компании объединены</translation>
    </message>
    <message>
        <source>Company changed</source>
        <translation>Компания изменена</translation>
    </message>
    <message>
        <source>Company deleted</source>
        <translation>Компания удалена</translation>
    </message>
    <message>
        <source>Contact changed</source>
        <translation>Контакт изменён</translation>
    </message>
    <message>
        <source>Contact deleted</source>
        <translation>Контакт удалён</translation>
    </message>
    <message>
        <source>Contacts merged</source>
        <translation>Контакты объединены</translation>
    </message>
    <message>
        <source>Equipment changed</source>
        <translation>Оборудование изменено</translation>
    </message>
    <message>
        <source>Equipment removed</source>
        <translation>Оборудование убрано</translation>
    </message>
    <message>
        <source>Separated again</source>
        <translation>Снова разделены</translation>
    </message>
    <message>
        <source>Merge taken back</source>
        <translation>Объединение отменено</translation>
    </message>
    <message>
        <source>Support line changed</source>
        <translation>Линия поддержки изменена</translation>
    </message>
    <message>
        <source>Ticket no longer watched</source>
        <translation>Наблюдение за заявкой снято</translation>
    </message>
    <message>
        <source>Ticket watched</source>
        <translation>За заявкой наблюдают</translation>
    </message>
    <message>
        <source>Tickets merged</source>
        <translation>Заявки объединены</translation>
    </message>
    <message>
        <source>Approval asked for again</source>
        <translation>Согласование запрошено снова</translation>
    </message>
    <message>
        <source>Approval asked for no longer</source>
        <translation>Согласование больше не запрашивается</translation>
    </message>
    <message>
        <source>Call-back promised</source>
        <translation>Обещан ответный звонок</translation>
    </message>
    <message>
        <source>Moved in your own order</source>
        <translation>Переставлено в вашем порядке</translation>
    </message>
    <message>
        <source>No longer pinned</source>
        <translation>Больше не закреплено</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Закреплено</translation>
    </message>
    <message>
        <source>Reminder dealt with</source>
        <translation>Напоминание отработано</translation>
    </message>
    <message>
        <source>Reminder set</source>
        <translation>Напоминание поставлено</translation>
    </message>
    <message>
        <source>Facts in the rows changed</source>
        <translation>Данные в строках изменены</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Attach files</source>
        <translation>Приложить файлы</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Внутренняя заметка</translation>
    </message>
    <message>
        <source>Only colleagues see this</source>
        <translation>Видно только коллегам</translation>
    </message>
    <message>
        <source>Reply to customer</source>
        <translation>Ответ клиенту</translation>
    </message>
    <message>
        <source>Screenshot %1.png</source>
        <translation>Снимок экрана %1.png</translation>
    </message>
    <message>
        <source>What to write</source>
        <translation>Что написать</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>кому: %1</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read and was not attached.</source>
        <translation>Файл «%1» не читается и не приложен.</translation>
    </message>
    <message>
        <source>“%1” is larger than 2 GB and was not attached.</source>
        <translation>Файл «%1» больше 2 ГБ и не приложен.</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>%1, %2 (later)</source>
        <translation>%1, %2 (позже)</translation>
    </message>
    <message>
        <source>%1, %2 (offline)</source>
        <translation>%1, %2 (без сети)</translation>
    </message>
    <message>
        <source>%1, %2 (on the server)</source>
        <translation>%1, %2 (на сервере)</translation>
    </message>
    <message>
        <source>1 and 2 choose, ↑ and ↓ go to another row, Esc leaves all as it is</source>
        <translation>1 и 2 выбирают, ↑ и ↓ переходят к другой строке, Esc оставляет всё как есть</translation>
    </message>
    <message>
        <source>Apply my choice</source>
        <translation>Применить мой выбор</translation>
    </message>
    <message>
        <source>Choose one of the two for “%1”.</source>
        <translation>Выберите одно из двух для «%1».</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Поле</translation>
    </message>
    <message>
        <source>Keep the server&apos;s</source>
        <translation>Оставить как на сервере</translation>
    </message>
    <message>
        <source>Nothing is lost: both versions are kept. Choose what is shown from now on.</source>
        <translation>Ничего не потеряно: обе версии сохранены. Выберите, что показывать дальше.</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>На сервере</translation>
    </message>
    <message>
        <source>Show before  B</source>
        <translation>Что было раньше  B</translation>
    </message>
    <message>
        <source>Show history</source>
        <translation>Показать историю</translation>
    </message>
    <message>
        <source>Two people changed %1 at the same time</source>
        <translation>Двое одновременно изменили %1</translation>
    </message>
    <message>
        <source>Two people changed %1 while you were offline</source>
        <translation>Двое изменили %1, пока вы были без сети</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ваше</translation>
    </message>
    <message>
        <source>Yours, %2 (later)</source>
        <translation>Ваше, %2 (позже)</translation>
    </message>
    <message>
        <source>Yours, %2 (offline)</source>
        <translation>Ваше, %2 (без сети)</translation>
    </message>
    <message>
        <source>Yours, %2 (on the server)</source>
        <translation>Ваше, %2 (на сервере)</translation>
    </message>
    <message>
        <source>merged by themselves: %1</source>
        <translation>объединились сами: %1</translation>
    </message>
</context>
<context>
    <name>ConflictField</name>
    <message>
        <source>Before: %1</source>
        <translation>Раньше: %1</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Сейчас: %1</translation>
    </message>
</context>
<context>
    <name>ConflictText</name>
    <message>
        <source>Before: %1</source>
        <translation>Раньше: %1</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Оба</translation>
    </message>
    <message>
        <source>Place %1</source>
        <translation>Место %1</translation>
    </message>
</context>
<context>
    <name>ContactField</name>
    <message>
        <source>Contacts found</source>
        <translation>Найденные контакты</translation>
    </message>
    <message>
        <source>Create contact “%1”</source>
        <translation>Создать контакт «%1»</translation>
    </message>
    <message>
        <source>Name, e-mail, company or phone</source>
        <translation>Имя, почта, компания или телефон</translation>
    </message>
</context>
<context>
    <name>ConversationView</name>
    <message>
        <source>Conversation</source>
        <translation>Переписка</translation>
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
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>Open the card of this company</source>
        <translation>Открыть карточку компании</translation>
    </message>
    <message>
        <source>Open the card of this contact</source>
        <translation>Открыть карточку контакта</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Тариф</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Должность</translation>
    </message>
</context>
<context>
    <name>CustomerDelegate</name>
    <message>
        <source>No address, no phone</source>
        <translation>Нет ни почты, ни телефона</translation>
    </message>
    <message>
        <source>No domain, no contract</source>
        <translation>Нет ни домена, ни договора</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Без имени</translation>
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
        <translation>Клиенты</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Удалённые</translation>
    </message>
    <message>
        <source>New company</source>
        <translation>Новая компания</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Новый контакт</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Search customers</source>
        <translation>Поиск клиентов</translation>
    </message>
</context>
<context>
    <name>CustomerModel</name>
    <message>
        <source>not active</source>
        <translation>не активен</translation>
    </message>
</context>
<context>
    <name>CustomerPanel</name>
    <message>
        <source>About the company</source>
        <translation>О компании</translation>
    </message>
    <message>
        <source>Newest tickets</source>
        <translation>Последние заявки</translation>
    </message>
    <message>
        <source>No other tickets</source>
        <translation>Других заявок нет</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Не указан</translation>
    </message>
    <message>
        <source>The ticket has no requester yet.</source>
        <translation>У заявки ещё нет заявителя.</translation>
    </message>
    <message>
        <source>About the contact</source>
        <translation>О контакте</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Оборудование</translation>
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
        <translation>Похожие буквы другого алфавита: %1</translation>
    </message>
    <message>
        <source>One address stands here. The others go below.</source>
        <translation>Здесь стоит один адрес. Остальные — ниже.</translation>
    </message>
    <message>
        <source>Without a name nobody will find this again.</source>
        <translation>Без имени это никто не найдёт.</translation>
    </message>
    <message>
        <source>Write the day as 2027-01-31.</source>
        <translation>Напишите день так: 2027-01-31.</translation>
    </message>
    <message>
        <source>“%1” is no domain.</source>
        <translation>«%1» — не домен.</translation>
    </message>
    <message>
        <source>“%1” is no e-mail address.</source>
        <translation>«%1» — не адрес почты.</translation>
    </message>
</context>
<context>
    <name>CustomerWords</name>
    <message>
        <source>Activated again</source>
        <translation>Снова включён</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Активен</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>Добавлено: %1</translation>
    </message>
    <message>
        <source>Became a part of %1</source>
        <translation>Вошло в: %1</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>Возвращено</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Обращение</translation>
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
        <translation>Отключён</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Удалено</translation>
    </message>
    <message>
        <source>In Latin letters</source>
        <translation>Латиницей</translation>
    </message>
    <message>
        <source>Is separate from %1 again</source>
        <translation>Снова отдельно от: %1</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Looks like the same company: same domain, %1</source>
        <translation>Похоже на ту же компанию: тот же домен, %1</translation>
    </message>
    <message>
        <source>Looks like the same company: same name, %1</source>
        <translation>Похоже на ту же компанию: то же название, %1</translation>
    </message>
    <message>
        <source>Looks like the same person: same e-mail, %1</source>
        <translation>Похоже на того же человека: та же почта, %1</translation>
    </message>
    <message>
        <source>Looks like the same person: same name, %1</source>
        <translation>Похоже на того же человека: то же имя, %1</translation>
    </message>
    <message>
        <source>Looks like the same person: same phone, %1</source>
        <translation>Похоже на того же человека: тот же телефон, %1</translation>
    </message>
    <message>
        <source>Merged with %1</source>
        <translation>Объединено с: %1</translation>
    </message>
    <message>
        <source>Patronymic</source>
        <translation>Отчество</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>Телефоны</translation>
    </message>
    <message>
        <source>Separated from %1</source>
        <translation>Отделено: %1</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Серийный номер</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Короткое название</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Должность</translation>
    </message>
    <message>
        <source>call</source>
        <translation>звонок</translation>
    </message>
    <message>
        <source>from the customer</source>
        <translation>от клиента</translation>
    </message>
    <message>
        <source>internal note</source>
        <translation>внутренняя заметка</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>без имени</translation>
    </message>
    <message>
        <source>reply</source>
        <translation>ответ</translation>
    </message>
    <message>
        <source>ticket opened</source>
        <translation>заявка открыта</translation>
    </message>
</context>
<context>
    <name>CustomersPage</name>
    <message>
        <source>Both are one now.</source>
        <translation>Теперь это одна запись.</translation>
    </message>
    <message>
        <source>Deleted. The tickets and their history stay.</source>
        <translation>Удалено. Заявки и их история остались.</translation>
    </message>
    <message>
        <source>Edit the card, or open a ticket of the timeline</source>
        <translation>Править карточку или открыть заявку из ленты</translation>
    </message>
    <message>
        <source>From the search into the list</source>
        <translation>Из поиска в список</translation>
    </message>
    <message>
        <source>Leave a field as it was, then back to the list</source>
        <translation>Оставить поле как было, затем назад к списку</translation>
    </message>
    <message>
        <source>New company</source>
        <translation>Новая компания</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Новый контакт</translation>
    </message>
    <message>
        <source>Nobody has these words</source>
        <translation>Таких слов нет ни у кого</translation>
    </message>
    <message>
        <source>Nobody is here yet</source>
        <translation>Здесь пока никого</translation>
    </message>
    <message>
        <source>Try fewer words, or add them.</source>
        <translation>Попробуйте меньше слов или добавьте нового.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Whoever writes or calls gathers here, and whom you add yourself.</source>
        <translation>Здесь собираются все, кто пишет и звонит, и те, кого вы добавите сами.</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Choose a ticket</source>
        <translation>Выберите заявку</translation>
    </message>
    <message>
        <source>It opens here. J and K go up and down.</source>
        <translation>Она откроется здесь. J и K ведут вниз и вверх.</translation>
    </message>
    <message>
        <source>Show the window</source>
        <translation>Показать окно</translation>
    </message>
    <message>
        <source>This ticket is open in its own window</source>
        <translation>Эта заявка открыта в своём окне</translation>
    </message>
    <message>
        <source>When you close that window, it opens here.</source>
        <translation>Когда вы закроете то окно, она откроется здесь.</translation>
    </message>
    <message>
        <source>Nothing to choose in this view</source>
        <translation>Здесь нечего выбрать</translation>
    </message>
    <message>
        <source>Other views may have tickets, and Ctrl+N makes one.</source>
        <translation>Заявки могут быть в других видах, а Ctrl+N создаёт новую.</translation>
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
        <translation>Отозванный компьютер выходит из учётной записи и удаляет всё, что хранит в Deskside.</translation>
    </message>
    <message>
        <source>Asking the server …</source>
        <translation>Спрашиваем сервер…</translation>
    </message>
    <message>
        <source>Really revoke?</source>
        <translation>Точно отозвать?</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Отозвать</translation>
    </message>
    <message>
        <source>Unnamed computer</source>
        <translation>Компьютер без имени</translation>
    </message>
    <message>
        <source>last seen %1</source>
        <translation>был на связи: %1</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>этот компьютер</translation>
    </message>
</context>
<context>
    <name>DialogFrame</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Press Escape or Cancel again to throw this away.</source>
        <translation>Нажмите Escape или «Отмена» ещё раз, чтобы не сохранять.</translation>
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
        <translation>Половина заявок в «%1» заняла больше %2.</translation>
    </message>
    <message>
        <source>Set the due time</source>
        <translation>Назначить срок</translation>
    </message>
    <message>
        <source>When is %1 due?</source>
        <translation>Какой срок у %1?</translation>
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
        <translation>Дописать туда</translation>
    </message>
    <message>
        <source>Known already?</source>
        <translation>Уже известно?</translation>
    </message>
    <message>
        <source>Open it, and keep this form</source>
        <translation>Открыть её, а форму сохранить</translation>
    </message>
</context>
<context>
    <name>EditDesk</name>
    <message>
        <source>Editing the held reply</source>
        <translation>Правка задержанного ответа</translation>
    </message>
    <message>
        <source>Editing the message</source>
        <translation>Правка сообщения</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Save or cancel this change first.</source>
        <translation>Сначала сохраните или отмените эту правку.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
</context>
<context>
    <name>EditTextDialog</name>
    <message>
        <source>Files can&apos;t be added here. Those it has stay with it.</source>
        <translation>Здесь нельзя добавить файлы. Те, что есть, останутся.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>There is no text left. Withdraw the change instead.</source>
        <translation>Текста не осталось. Лучше отзовите изменение.</translation>
    </message>
</context>
<context>
    <name>EmptyList</name>
    <message>
        <source>All answered</source>
        <translation>Всё отвечено</translation>
    </message>
    <message>
        <source>Every ticket has somebody</source>
        <translation>У каждой заявки есть исполнитель</translation>
    </message>
    <message>
        <source>Fetch this number</source>
        <translation>Запросить этот номер</translation>
    </message>
    <message>
        <source>No drafts</source>
        <translation>Черновиков нет</translation>
    </message>
    <message>
        <source>No reminders</source>
        <translation>Напоминаний нет</translation>
    </message>
    <message>
        <source>No ticket on this computer has these words or this number.</source>
        <translation>На этом компьютере нет заявки с такими словами или номером.</translation>
    </message>
    <message>
        <source>No ticket on this computer has these words or this number. Older tickets are on the server; they can be fetched by their number.</source>
        <translation>На этом компьютере нет заявки с такими словами или номером. Старые заявки лежат на сервере; их можно запросить по номеру.</translation>
    </message>
    <message>
        <source>No ticket passes the filter</source>
        <translation>Ни одна заявка не подходит под фильтр</translation>
    </message>
    <message>
        <source>No tickets on this computer yet</source>
        <translation>На этом компьютере пока нет заявок</translation>
    </message>
    <message>
        <source>Nobody has mentioned you</source>
        <translation>Вас никто не упоминал</translation>
    </message>
    <message>
        <source>Nothing done yet today</source>
        <translation>Сегодня ещё ничего не завершено</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Nothing is at risk</source>
        <translation>Сроки не под угрозой</translation>
    </message>
    <message>
        <source>Nothing is pinned</source>
        <translation>Ничего не закреплено</translation>
    </message>
    <message>
        <source>Nothing is postponed</source>
        <translation>Отложенных заявок нет</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Показать все</translation>
    </message>
    <message>
        <source>This queue is empty</source>
        <translation>Очередь пуста</translation>
    </message>
    <message>
        <source>Everything is begun</source>
        <translation>Всё начато</translation>
    </message>
    <message>
        <source>This filter is not clear</source>
        <translation>Фильтр непонятен</translation>
    </message>
    <message>
        <source>This view is empty</source>
        <translation>Здесь пусто</translation>
    </message>
    <message>
        <source>Nobody has too much</source>
        <translation>Ни у кого нет лишнего</translation>
    </message>
    <message>
        <source>Nothing is open for everybody</source>
        <translation>Для всех ничего не открыто</translation>
    </message>
    <message>
        <source>Nothing needs a specialist</source>
        <translation>Специалист нигде не нужен</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>A calendar or an SLA policy can&apos;t be understood. Ask whoever keeps the settings.</source>
        <translation>Календарь или правило SLA не удаётся понять. Обратитесь к тому, кто ведёт настройки.</translation>
    </message>
    <message>
        <source>Another program holds the local file, so this was not saved. Try again.</source>
        <translation>Локальный файл занят другой программой, поэтому это не сохранено. Повторите.</translation>
    </message>
    <message>
        <source>Something went wrong inside Deskside. What was saved before is safe; the details are in the log.</source>
        <translation>В Deskside произошла ошибка. Всё, что было сохранено раньше, в безопасности; подробности в журнале.</translation>
    </message>
    <message>
        <source>The SQLite in use is too old. Please install Deskside anew.</source>
        <translation>Используется слишком старая SQLite. Установите Deskside заново.</translation>
    </message>
    <message>
        <source>The local file can&apos;t be written, so this was not saved. Check its rights.</source>
        <translation>В локальный файл нельзя записать, поэтому это не сохранено. Проверьте права на файл.</translation>
    </message>
    <message>
        <source>The local file is damaged and can&apos;t be read.</source>
        <translation>Локальный файл повреждён и не читается.</translation>
    </message>
    <message>
        <source>The local file was made by a newer Deskside. Please update.</source>
        <translation>Локальный файл создан более новой версией Deskside. Обновите программу.</translation>
    </message>
    <message>
        <source>There is no room left on the disk, so this was not saved. Everything before it is safe. Make room and try again.</source>
        <translation>На диске не осталось места, поэтому это не сохранено. Всё прежнее в безопасности. Освободите место и повторите.</translation>
    </message>
    <message>
        <source>This is no longer on this computer.</source>
        <translation>Этого больше нет на этом компьютере.</translation>
    </message>
    <message>
        <source>A word of this filter can&apos;t be understood.</source>
        <translation>Слово в этом фильтре непонятно.</translation>
    </message>
</context>
<context>
    <name>EscalateDialog</name>
    <message>
        <source>Escalate</source>
        <translation>Эскалировать</translation>
    </message>
    <message>
        <source>Escalate %1</source>
        <translation>Эскалировать %1</translation>
    </message>
    <message>
        <source>It is with line %1 now.</source>
        <translation>Сейчас на линии %1.</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Линия %1</translation>
    </message>
    <message>
        <source>Say why it is to go there.</source>
        <translation>Напишите, почему она идёт туда.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Куда</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
</context>
<context>
    <name>FactField</name>
    <message>
        <source>%1, needed before the ticket is done</source>
        <translation>%1, нужно до закрытия заявки</translation>
    </message>
    <message>
        <source>%1, to be told</source>
        <translation>%1, нужно указать</translation>
    </message>
    <message>
        <source>Add a picture</source>
        <translation>Добавить снимок</translation>
    </message>
    <message>
        <source>Write the day as 2027-01-31.</source>
        <translation>Напишите день так: 2027-01-31.</translation>
    </message>
    <message>
        <source>there</source>
        <translation>есть</translation>
    </message>
</context>
<context>
    <name>FileActions</name>
    <message>
        <source>Files of this kind can be saved, but are not opened here.</source>
        <translation>Такие файлы можно сохранить, но здесь они не открываются.</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Сохранить файл</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Сохранено как %1</translation>
    </message>
    <message>
        <source>The file is not on this computer yet. It is being fetched.</source>
        <translation>Файла ещё нет на этом компьютере. Он загружается.</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message>
        <source>Enter opens it, Delete takes it away.</source>
        <translation>Enter открывает, Delete убирает.</translation>
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
        <translation>Приложен файл %1, %2</translation>
    </message>
    <message>
        <source>Press Delete to take this file off.</source>
        <translation>Нажмите Delete, чтобы убрать файл.</translation>
    </message>
</context>
<context>
    <name>FileStrip</name>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Picture %1</source>
        <translation>Картинка %1</translation>
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
        <translation>Сначала срочные</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>Важные</translation>
    </message>
    <message>
        <source>Highest priority first</source>
        <translation>Сначала важные</translation>
    </message>
    <message>
        <source>Longest waiting first</source>
        <translation>Сначала давно ждущие</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Сначала новые</translation>
    </message>
    <message>
        <source>Order: {0}</source>
        <translation>Порядок: {0}</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Непрочитанные</translation>
    </message>
    <message>
        <source>Unread {0}</source>
        <translation>Непрочитанные {0}</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>По категории</translation>
    </message>
    <message>
        <source>By how long half of the tickets of its category took at most, among those solved in the last 180 days.</source>
        <translation>По тому, за сколько решается не менее половины заявок категории, среди решённых за последние 180 дней.</translation>
    </message>
    <message>
        <source>By my reminders</source>
        <translation>По моим напоминаниям</translation>
    </message>
    <message>
        <source>By plan</source>
        <translation>По тарифу</translation>
    </message>
    <message>
        <source>By the moment at which three quarters of the promised time are gone; what nobody has to answer now comes last.</source>
        <translation>По моменту, когда истекут три четверти обещанного времени; где сейчас отвечать не нужно, — в конце.</translation>
    </message>
    <message>
        <source>Easiest first</source>
        <translation>Сначала простые</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Filter {0}</source>
        <translation>Фильтр {0}</translation>
    </message>
    <message>
        <source>First-time contacts first</source>
        <translation>Сначала новые люди</translation>
    </message>
    <message>
        <source>Has screenshot</source>
        <translation>Со снимком</translation>
    </message>
    <message>
        <source>Most at risk first</source>
        <translation>Сначала под угрозой</translation>
    </message>
    <message>
        <source>Only what the customer writes moves a ticket here.</source>
        <translation>Место заявки меняют только слова клиента.</translation>
    </message>
    <message>
        <source>Save as view…</source>
        <translation>Сохранить как вид…</translation>
    </message>
    <message>
        <source>The plan with the shortest promise first.</source>
        <translation>Сначала тариф с самым коротким сроком.</translation>
    </message>
    <message>
        <source>Drag rows, or move them with Alt+Up and Alt+Down. Only you see this order.</source>
        <translation>Перетаскивайте строки или двигайте их клавишами Alt+Вверх и Alt+Вниз. Этот порядок видите только вы.</translation>
    </message>
    <message>
        <source>My own order</source>
        <translation>Мой порядок</translation>
    </message>
</context>
<context>
    <name>FilterPopup</name>
    <message>
        <source>Filters</source>
        <translation>Фильтры</translation>
    </message>
    <message>
        <source>Find a filter or a value</source>
        <translation>Найти фильтр или значение</translation>
    </message>
    <message>
        <source>Nothing is called that</source>
        <translation>Ничего с таким названием</translation>
    </message>
    <message>
        <source>Show all filters</source>
        <translation>Показать все фильтры</translation>
    </message>
</context>
<context>
    <name>FilterWords</name>
    <message>
        <source>Created</source>
        <translation>Создано</translation>
    </message>
    <message>
        <source>Has</source>
        <translation>Есть</translation>
    </message>
    <message>
        <source>Is</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>My colour</source>
        <translation>Мой цвет</translation>
    </message>
    <message>
        <source>Newer than</source>
        <translation>Новее чем</translation>
    </message>
    <message>
        <source>Nothing done for</source>
        <translation>Без действий</translation>
    </message>
    <message>
        <source>Older than</source>
        <translation>Старше чем</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Тариф</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Решено</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Метка</translation>
    </message>
    <message>
        <source>There is no filter “{0}”. Put it in quotes to search for these words.</source>
        <translation>Нет фильтра «{0}». Чтобы искать эти слова, возьмите их в кавычки.</translation>
    </message>
    <message>
        <source>This view is no longer there.</source>
        <translation>Этого вида больше нет.</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Изменено</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>день</translation>
    </message>
    <message>
        <source>a draft of mine</source>
        <translation>мой черновик</translation>
    </message>
    <message>
        <source>a promised time</source>
        <translation>обещанный срок</translation>
    </message>
    <message>
        <source>a screenshot</source>
        <translation>снимок экрана</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>неделя</translation>
    </message>
    <message>
        <source>an attachment</source>
        <translation>приложенный файл</translation>
    </message>
    <message>
        <source>an internal note</source>
        <translation>внутренняя заметка</translation>
    </message>
    <message>
        <source>at risk</source>
        <translation>под угрозой</translation>
    </message>
    <message>
        <source>done</source>
        <translation>готово</translation>
    </message>
    <message>
        <source>four weeks</source>
        <translation>четыре недели</translation>
    </message>
    <message>
        <source>from a first-time contact</source>
        <translation>от нового человека</translation>
    </message>
    <message>
        <source>in less than a day</source>
        <translation>меньше чем через день</translation>
    </message>
    <message>
        <source>in less than two hours</source>
        <translation>меньше чем через два часа</translation>
    </message>
    <message>
        <source>in more than a day</source>
        <translation>больше чем через день</translation>
    </message>
    <message>
        <source>less than a week ago</source>
        <translation>меньше недели назад</translation>
    </message>
    <message>
        <source>me</source>
        <translation>я</translation>
    </message>
    <message>
        <source>more than a week ago</source>
        <translation>больше недели назад</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>не завершено</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>просрочено</translation>
    </message>
    <message>
        <source>postponed, not awake yet</source>
        <translation>отложено, ещё не вернулось</translation>
    </message>
    <message>
        <source>three days</source>
        <translation>три дня</translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>непрочитано</translation>
    </message>
    <message>
        <source>with a mention of me</source>
        <translation>с упоминанием меня</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>вчера</translation>
    </message>
    <message>
        <source>“{0}” can&apos;t be: the values are {1}.</source>
        <translation>«{0}» не бывает: возможны {1}.</translation>
    </message>
    <message>
        <source>“{0}” can&apos;t be: write a day or a length of time, as in &gt;2026-11-01, today, &lt;2h.</source>
        <translation>«{0}» не бывает: напишите день или срок, например &gt;2026-11-01, today, &lt;2h.</translation>
    </message>
    <message>
        <source>“{0}” can&apos;t be: write a length of time such as 30m, 2h, 3d or 1w.</source>
        <translation>«{0}» не бывает: напишите срок, например 30m, 2h, 3d или 1w.</translation>
    </message>
    <message>
        <source>“{0}” has no value yet.</source>
        <translation>У «{0}» ещё нет значения.</translation>
    </message>
    <message>
        <source>“{0}” is too long for a filter.</source>
        <translation>«{0}» — слишком длинно для фильтра.</translation>
    </message>
    <message>
        <source>My reminder</source>
        <translation>Моё напоминание</translation>
    </message>
    <message>
        <source>Pinned by me</source>
        <translation>Закреплено мной</translation>
    </message>
    <message>
        <source>amber</source>
        <translation>янтарный</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>синий</translation>
    </message>
    <message>
        <source>due now</source>
        <translation>уже пора</translation>
    </message>
    <message>
        <source>due today or earlier</source>
        <translation>сегодня или раньше</translation>
    </message>
    <message>
        <source>green</source>
        <translation>зелёный</translation>
    </message>
    <message>
        <source>no</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>red</source>
        <translation>красный</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>фиолетовый</translation>
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
        <translation>Выберите заявку.</translation>
    </message>
    <message>
        <source>No ticket on this computer has that number or those words.</source>
        <translation>На этом компьютере нет заявки с таким номером или словами.</translation>
    </message>
    <message>
        <source>Number or words of the ticket</source>
        <translation>Номер или слова из заявки</translation>
    </message>
    <message>
        <source>Tickets found</source>
        <translation>Найденные заявки</translation>
    </message>
</context>
<context>
    <name>FormatBar</name>
    <message>
        <source>Attach a file</source>
        <translation>Приложить файл</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Полужирный</translation>
    </message>
    <message>
        <source>Bulleted list</source>
        <translation>Маркированный список</translation>
    </message>
    <message>
        <source>Check list</source>
        <translation>Список с отметками</translation>
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
        <translation>Ссылка</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>Нумерованный список</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Цитата</translation>
    </message>
    <message>
        <source>Redo typing</source>
        <translation>Вернуть ввод</translation>
    </message>
    <message>
        <source>Strike through</source>
        <translation>Зачёркнутый</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Подчёркнутый</translation>
    </message>
    <message>
        <source>Undo typing</source>
        <translation>Отменить ввод</translation>
    </message>
</context>
<context>
    <name>HeldActs</name>
    <message>
        <source>Drop</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Make it a note</source>
        <translation>Сделать заметкой</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Всё равно отправить</translation>
    </message>
</context>
<context>
    <name>HintStrip</name>
    <message>
        <source>Ask for a screenshot</source>
        <translation>Попросить снимок экрана</translation>
    </message>
    <message>
        <source>No screenshot yet</source>
        <translation>Снимка экрана ещё нет</translation>
    </message>
</context>
<context>
    <name>HintWords</name>
    <message>
        <source>Best at the desk</source>
        <translation>Лучше лично</translation>
    </message>
    <message>
        <source>Best by e-mail</source>
        <translation>Лучше по почте</translation>
    </message>
    <message>
        <source>Best by phone</source>
        <translation>Лучше по телефону</translation>
    </message>
    <message>
        <source>Best in Telegram</source>
        <translation>Лучше в Telegram</translation>
    </message>
    <message>
        <source>Best in chat</source>
        <translation>Лучше в чате</translation>
    </message>
    <message>
        <source>Best in the portal</source>
        <translation>Лучше на портале</translation>
    </message>
    <message>
        <source>Please send us a screenshot of what you see.</source>
        <translation>Пришлите нам, пожалуйста, снимок того, что вы видите на экране.</translation>
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
            <numerusform>%n человек за работой</numerusform>
            <numerusform>%n человека за работой</numerusform>
            <numerusform>%n человек за работой</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without</source>
        <translation>
            <numerusform>%n без неё</numerusform>
            <numerusform>%n без неё</numerusform>
            <numerusform>%n без неё</numerusform>
        </translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Сводка</translation>
    </message>
    <message>
        <source>My open</source>
        <translation>Мои открытые</translation>
    </message>
    <message>
        <source>Nobody&apos;s yet</source>
        <translation>Ещё ничьи</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Не начаты</translation>
    </message>
    <message>
        <source>Open, in one window</source>
        <translation>Открыто, в одном окне</translation>
    </message>
    <message>
        <source>With a category</source>
        <translation>С категорией</translation>
    </message>
    <message numerus="yes">
        <source>from %n channels</source>
        <translation>
            <numerusform>из %n канала</numerusform>
            <numerusform>из %n каналов</numerusform>
            <numerusform>из %n каналов</numerusform>
        </translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>из %1</translation>
    </message>
    <message>
        <source>the feed is empty</source>
        <translation>лента пуста</translation>
    </message>
    <message>
        <source>the oldest for %1</source>
        <translation>самая старая ждёт %1</translation>
    </message>
</context>
<context>
    <name>KeptForm</name>
    <message>
        <source>Discard</source>
        <translation>Отбросить</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
</context>
<context>
    <name>KeptTickets</name>
    <message>
        <source>All tickets</source>
        <translation>Все заявки</translation>
    </message>
    <message numerus="yes">
        <source>Done in the last %n day(s)</source>
        <translation>
            <numerusform>Закрытые за последний %n день</numerusform>
            <numerusform>Закрытые за последние %n дня</numerusform>
            <numerusform>Закрытые за последние %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>Open tickets, your own and what you work on always stay. Others come from the server when you open them.</source>
        <translation>Открытые заявки, ваши и те, с которыми вы работаете, остаются всегда. Остальные приходят с сервера, когда вы их открываете.</translation>
    </message>
    <message>
        <source>Tickets kept here</source>
        <translation>Хранить на этом компьютере</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>Type a key…</source>
        <translation>Нажмите клавишу…</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>KeySheets</name>
    <message>
        <source>Save the keyboard shortcuts</source>
        <translation>Сохранить сочетания клавиш</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>Сохранено: {0}</translation>
    </message>
    <message>
        <source>The sheet could not be written: {0}.</source>
        <translation>Не удалось записать лист: {0}.</translation>
    </message>
</context>
<context>
    <name>KeyboardPage</name>
    <message>
        <source>All keys as they were</source>
        <translation>Вернуть все клавиши</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Везде</translation>
    </message>
    <message>
        <source>Back to {0}</source>
        <translation>Вернуть {0}</translation>
    </message>
    <message>
        <source>In the open ticket</source>
        <translation>В открытой заявке</translation>
    </message>
    <message>
        <source>In the ticket list</source>
        <translation>В списке заявок</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Клавиатура</translation>
    </message>
    <message>
        <source>Press a key&apos;s button, then the new key. Backspace leaves it without one.</source>
        <translation>Нажмите кнопку с клавишей, затем новую клавишу. Backspace оставит действие без клавиши.</translation>
    </message>
    <message>
        <source>Save a sheet to print…</source>
        <translation>Сохранить лист для печати…</translation>
    </message>
    <message>
        <source>{0} alone is typed as text. Hold Ctrl or Alt with it.</source>
        <translation>{0} без других клавиш вводит текст. Нажмите её вместе с Ctrl или Alt.</translation>
    </message>
    <message>
        <source>{0} is the key of “{1}”.</source>
        <translation>{0} — клавиша действия «{1}».</translation>
    </message>
</context>
<context>
    <name>Knowledge</name>
    <message>
        <source>For agents</source>
        <translation>Для сотрудников</translation>
    </message>
    <message>
        <source>For agents and customers</source>
        <translation>Для сотрудников и клиентов</translation>
    </message>
</context>
<context>
    <name>KnowledgePage</name>
    <message>
        <source>Articles of the knowledge base appear with the next sync.</source>
        <translation>Статьи базы знаний появятся при следующей синхронизации.</translation>
    </message>
    <message>
        <source>No article has these words</source>
        <translation>Нет статей с такими словами</translation>
    </message>
    <message>
        <source>No articles here yet</source>
        <translation>Статей пока нет</translation>
    </message>
    <message>
        <source>Try fewer words, or another category or language.</source>
        <translation>Попробуйте меньше слов, другую категорию или язык.</translation>
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
        <translation>Найдено</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Вставить</translation>
    </message>
    <message>
        <source>Insert answer</source>
        <translation>Вставить ответ</translation>
    </message>
    <message>
        <source>No article found</source>
        <translation>Статей не найдено</translation>
    </message>
    <message>
        <source>Other words may find one.</source>
        <translation>Попробуйте другие слова.</translation>
    </message>
    <message>
        <source>Quote the answer</source>
        <translation>Процитировать ответ</translation>
    </message>
    <message>
        <source>Search articles</source>
        <translation>Поиск статей</translation>
    </message>
    <message>
        <source>Solved the same way</source>
        <translation>Решено так же</translation>
    </message>
    <message>
        <source>Suggested for this ticket</source>
        <translation>Подходит к этой заявке</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Шаблоны</translation>
    </message>
</context>
<context>
    <name>LanguagePage</name>
    <message>
        <source>Deskside speaks %1 from the next start on.</source>
        <translation>Со следующего запуска язык Deskside: %1.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Of menus, buttons and messages. Tickets stay as they were written.</source>
        <translation>Язык меню, кнопок и сообщений. Заявки остаются такими, как написаны.</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Перезапустить</translation>
    </message>
</context>
<context>
    <name>LateBar</name>
    <message>
        <source>Look  F4</source>
        <translation>Посмотреть  F4</translation>
    </message>
    <message>
        <source>Two people changed this while you were offline: %1.</source>
        <translation>Двое изменили это, пока вы были без сети: %1.</translation>
    </message>
    <message>
        <source>Two people changed this without seeing each other: %1.</source>
        <translation>Двое изменили это, не видя правок друг друга: %1.</translation>
    </message>
</context>
<context>
    <name>LateDesk</name>
    <message>
        <source>There is no conflict to settle.</source>
        <translation>Конфликтов, которые ждут решения, нет.</translation>
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
        <translation>Ссылка</translation>
    </message>
    <message>
        <source>Remove link</source>
        <translation>Убрать ссылку</translation>
    </message>
    <message>
        <source>Text to show</source>
        <translation>Видимый текст</translation>
    </message>
</context>
<context>
    <name>ListChip</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Check list</source>
        <translation>Список с отметками</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Also searched as: {0}</source>
        <translation>Искали и так: {0}</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Search: {0}</source>
        <translation>Поиск: {0}</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached. Try again when you are online.</source>
        <translation>Нет связи с сервером. Повторите, когда будете в сети.</translation>
    </message>
    <message>
        <source>The server has no ticket with this number for you.</source>
        <translation>На сервере нет доступной вам заявки с этим номером.</translation>
    </message>
</context>
<context>
    <name>LogCallDialog</name>
    <message>
        <source>Choose the queue that it goes to.</source>
        <translation>Выберите очередь, в которую она попадёт.</translation>
    </message>
    <message>
        <source>Keep the call</source>
        <translation>Сохранить звонок</translation>
    </message>
    <message>
        <source>Log a call</source>
        <translation>Записать звонок</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Очередь</translation>
    </message>
    <message>
        <source>The first line becomes the subject.</source>
        <translation>Первая строка станет темой.</translation>
    </message>
    <message>
        <source>What about</source>
        <translation>По какому поводу</translation>
    </message>
    <message>
        <source>Who called</source>
        <translation>Кто звонил</translation>
    </message>
    <message>
        <source>Who called, and what about. Ctrl+Enter keeps it as a ticket.</source>
        <translation>Кто звонил и по какому поводу. Ctrl+Enter сохранит заявку.</translation>
    </message>
    <message>
        <source>Write down what the call was about.</source>
        <translation>Запишите, о чём был звонок.</translation>
    </message>
    <message>
        <source>You began a call at %1.</source>
        <translation>Вы начали записывать звонок в %1.</translation>
    </message>
    <message>
        <source>You began a call on %1.</source>
        <translation>Вы начали записывать звонок %1.</translation>
    </message>
    <message>
        <source>“%1” is new: a contact is made with this call.</source>
        <translation>«%1» ещё нет в контактах: контакт появится вместе со звонком.</translation>
    </message>
    <message>
        <source>Check list</source>
        <translation>Список с отметками</translation>
    </message>
    <message>
        <source>Choose a time that is still to come.</source>
        <translation>Выберите время, которое ещё не наступило.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Итог</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Look</source>
        <translation>Посмотреть</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message numerus="yes">
        <source>{0} tickets on this computer</source>
        <translation>
            <numerusform>{0} заявка на этом компьютере</numerusform>
            <numerusform>{0} заявки на этом компьютере</numerusform>
            <numerusform>{0} заявок на этом компьютере</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MeetingChip</name>
    <message>
        <source>%1, running</source>
        <translation>%1, идёт</translation>
    </message>
    <message>
        <source>End the meeting</source>
        <translation>Закончить встречу</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Встреча</translation>
    </message>
    <message>
        <source>Meeting link…</source>
        <translation>Ссылка на встречу…</translation>
    </message>
    <message>
        <source>Open the link</source>
        <translation>Открыть ссылку</translation>
    </message>
    <message>
        <source>Start the meeting</source>
        <translation>Начать встречу</translation>
    </message>
</context>
<context>
    <name>MeetingDesk</name>
    <message>
        <source>Meeting link…</source>
        <translation>Ссылка на встречу…</translation>
    </message>
    <message>
        <source>Start or end the meeting</source>
        <translation>Начать или закончить встречу</translation>
    </message>
</context>
<context>
    <name>MeetingLinkDialog</name>
    <message>
        <source>A meeting link begins with https:// and names a host.</source>
        <translation>Ссылка на встречу начинается с https:// и называет сервер.</translation>
    </message>
    <message>
        <source>Address of the meeting</source>
        <translation>Адрес встречи</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Meeting link</source>
        <translation>Ссылка на встречу</translation>
    </message>
</context>
<context>
    <name>MergePane</name>
    <message numerus="yes">
        <source>%n tickets come along.</source>
        <translation>
            <numerusform>Переходит %n заявка.</numerusform>
            <numerusform>Переходят %n заявки.</numerusform>
            <numerusform>Переходит %n заявок.</numerusform>
        </translation>
    </message>
    <message>
        <source>All domains stay.</source>
        <translation>Все домены остаются.</translation>
    </message>
    <message>
        <source>All e-mail addresses stay.</source>
        <translation>Все адреса почты остаются.</translation>
    </message>
    <message>
        <source>Both say the same: there is nothing to choose.</source>
        <translation>Значения совпадают: выбирать нечего.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>It can be taken back.</source>
        <translation>Это можно отменить.</translation>
    </message>
    <message>
        <source>Keep the other one</source>
        <translation>Оставить другую</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Объединить</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>пусто</translation>
    </message>
    <message>
        <source>“%1” becomes a part of “%2”</source>
        <translation>«%1» войдёт в «%2»</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Закрыть сообщение</translation>
    </message>
</context>
<context>
    <name>MessageEditor</name>
    <message>
        <source>A file can&apos;t be added to a message that is there. Write a new one.</source>
        <translation>К готовому сообщению нельзя добавить файл. Напишите новое.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Press Escape or Cancel again to throw this change away.</source>
        <translation>Нажмите Escape или «Отмена» ещё раз, чтобы отбросить правку.</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Текст заметки</translation>
    </message>
    <message>
        <source>Text of the reply</source>
        <translation>Текст ответа</translation>
    </message>
    <message>
        <source>There is no text left.</source>
        <translation>Текста не осталось.</translation>
    </message>
</context>
<context>
    <name>MessageMenu</name>
    <message>
        <source>Copy picture</source>
        <translation>Копировать картинку</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Копировать текст</translation>
    </message>
    <message>
        <source>Earlier versions…</source>
        <translation>Прежние версии…</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Open “%1”</source>
        <translation>Открыть «%1»</translation>
    </message>
    <message>
        <source>Save “%1”…</source>
        <translation>Сохранить «%1»…</translation>
    </message>
    <message>
        <source>Show all of it</source>
        <translation>Показать целиком</translation>
    </message>
    <message>
        <source>Split off…</source>
        <translation>Отделить…</translation>
    </message>
</context>
<context>
    <name>MessageReader</name>
    <message>
        <source>Text of the message</source>
        <translation>Текст сообщения</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message numerus="yes">
        <source>%n need your attention</source>
        <translation>
            <numerusform>%n требует вашего внимания</numerusform>
            <numerusform>%n требуют вашего внимания</numerusform>
            <numerusform>%n требуют вашего внимания</numerusform>
        </translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>Все заявки</translation>
    </message>
    <message>
        <source>At risk</source>
        <translation>Под угрозой</translation>
    </message>
    <message>
        <source>Done today</source>
        <translation>Готово сегодня</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Черновики</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>Входящие</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Упоминания</translation>
    </message>
    <message>
        <source>My open</source>
        <translation>Мои открытые</translation>
    </message>
    <message>
        <source>My reminders</source>
        <translation>Мои напоминания</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Страницы</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Закреплено</translation>
    </message>
    <message>
        <source>Postponed</source>
        <translation>Отложенные</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Очереди</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Не назначены</translation>
    </message>
    <message>
        <source>Views and queues</source>
        <translation>Представления и очереди</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Не начато</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Виды</translation>
    </message>
    <message>
        <source>Level 1</source>
        <translation>Линия 1</translation>
    </message>
    <message>
        <source>Level 2</source>
        <translation>Линия 2</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Предложенные</translation>
    </message>
</context>
<context>
    <name>NewContactForm</name>
    <message>
        <source>Choose from the list</source>
        <translation>Выбрать из списка</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>Name of the new contact</source>
        <translation>Имя нового контакта</translation>
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
        <translation>Картинка ещё сохраняется; повторите через мгновение.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Категория</translation>
    </message>
    <message>
        <source>Choose the queue that it goes to.</source>
        <translation>Выберите очередь, в которую она попадёт.</translation>
    </message>
    <message>
        <source>Create ticket</source>
        <translation>Создать заявку</translation>
    </message>
    <message>
        <source>Give the ticket a subject.</source>
        <translation>Укажите тему заявки.</translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation>Новая заявка</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>Без категории</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Приоритет</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Очередь</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Заявитель</translation>
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
        <translation>Укажите имя нового контакта.</translation>
    </message>
    <message>
        <source>The subject is longer than %1 characters; the rest belongs below.</source>
        <translation>Тема длиннее %1 знаков; остальное — в текст ниже.</translation>
    </message>
    <message>
        <source>You began a ticket at %1.</source>
        <translation>Вы начали заявку в %1.</translation>
    </message>
    <message>
        <source>You began a ticket on %1.</source>
        <translation>Вы начали заявку %1.</translation>
    </message>
</context>
<context>
    <name>NewTroubles</name>
    <message numerus="yes">
        <source>%n changes need your attention.</source>
        <translation>
            <numerusform>%n изменение требует вашего внимания.</numerusform>
            <numerusform>%n изменения требуют вашего внимания.</numerusform>
            <numerusform>%n изменений требуют вашего внимания.</numerusform>
        </translation>
    </message>
    <message>
        <source>A file could not be uploaded: {0}.</source>
        <translation>Файл не удалось загрузить: {0}.</translation>
    </message>
    <message>
        <source>The server refused your change: {0}.</source>
        <translation>Сервер отклонил ваше изменение: {0}.</translation>
    </message>
    <message>
        <source>Your change is held: {0}.</source>
        <translation>Ваше изменение задержано: {0}.</translation>
    </message>
    <message>
        <source>Your change met another one: {0}.</source>
        <translation>Ваше изменение встретилось с чужим: {0}.</translation>
    </message>
    <message>
        <source>Your reply is held: {0}.</source>
        <translation>Ваш ответ задержан: {0}.</translation>
    </message>
</context>
<context>
    <name>NextBar</name>
    <message>
        <source>Close this message</source>
        <translation>Закрыть это сообщение</translation>
    </message>
    <message>
        <source>Skip…</source>
        <translation>Пропустить…</translation>
    </message>
    <message>
        <source>Why skip it? Then Enter</source>
        <translation>Почему пропустить? Затем Enter</translation>
    </message>
    <message>
        <source>Why this ticket is skipped</source>
        <translation>Почему заявку пропускают</translation>
    </message>
</context>
<context>
    <name>NextDesk</name>
    <message>
        <source>Go on to the best ticket</source>
        <translation>К лучшей следующей заявке</translation>
    </message>
    <message>
        <source>Nothing here waits for you now.</source>
        <translation>Здесь вас сейчас ничего не ждёт.</translation>
    </message>
    <message>
        <source>Skip this ticket…</source>
        <translation>Пропустить заявку…</translation>
    </message>
</context>
<context>
    <name>NextTicket</name>
    <message>
        <source>Due in {0}</source>
        <translation>Срок через {0}</translation>
    </message>
    <message>
        <source>High priority, here for {0}</source>
        <translation>Высокий приоритет, здесь уже {0}</translation>
    </message>
    <message>
        <source>High priority, its customer waits: {0}</source>
        <translation>Высокий приоритет, клиент ждёт: {0}</translation>
    </message>
    <message>
        <source>Oldest of what is left: {0}</source>
        <translation>Самая старая из оставшихся: {0}</translation>
    </message>
    <message>
        <source>Oldest waiting customer: {0}</source>
        <translation>Дольше всех ждёт клиент: {0}</translation>
    </message>
    <message>
        <source>Overdue for {0}</source>
        <translation>Просрочено: {0}</translation>
    </message>
    <message>
        <source>Postponed until now, awake for {0}</source>
        <translation>Было отложено, вернулось {0} назад</translation>
    </message>
    <message>
        <source>Urgent, here for {0}</source>
        <translation>Срочно, здесь уже {0}</translation>
    </message>
    <message>
        <source>Urgent, its customer waits: {0}</source>
        <translation>Срочно, клиент ждёт: {0}</translation>
    </message>
    <message>
        <source>{0} plan</source>
        <translation>тариф {0}</translation>
    </message>
</context>
<context>
    <name>NoteDelegate</name>
    <message>
        <source>Empty note</source>
        <translation>Пустая заметка</translation>
    </message>
</context>
<context>
    <name>NoteList</name>
    <message>
        <source>My notes</source>
        <translation>Мои заметки</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Новая заметка</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
</context>
<context>
    <name>NotePane</name>
    <message>
        <source>Add to ticket …</source>
        <translation>В заявку…</translation>
    </message>
    <message>
        <source>Became #%1</source>
        <translation>Стала заявкой #%1</translation>
    </message>
    <message>
        <source>Became a ticket</source>
        <translation>Стала заявкой</translation>
    </message>
    <message>
        <source>Begun %1</source>
        <translation>Начата %1</translation>
    </message>
    <message>
        <source>Delete this note</source>
        <translation>Удалить заметку</translation>
    </message>
    <message>
        <source>Make a ticket</source>
        <translation>Создать заявку</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Текст заметки</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Title of the note</source>
        <translation>Заголовок заметки</translation>
    </message>
    <message>
        <source>Write, paste a picture, or begin a check list. It is saved as you type.</source>
        <translation>Пишите, вставляйте картинки, ведите список дел. Всё сохраняется по ходу.</translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <translation>d MMMM yyyy &apos;г.&apos;, HH:mm</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>сохранено</translation>
    </message>
    <message>
        <source>saved here, not sent yet</source>
        <translation>сохранено здесь, ещё не отправлено</translation>
    </message>
    <message>
        <source>saving …</source>
        <translation>сохраняется…</translation>
    </message>
</context>
<context>
    <name>NotesModel</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n файл</numerusform>
            <numerusform>%n файла</numerusform>
            <numerusform>%n файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty note</source>
        <translation>Пустая заметка</translation>
    </message>
    <message>
        <source>became a ticket</source>
        <translation>стала заявкой</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>ещё не отправлено</translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message>
        <source>Delete the note</source>
        <translation>Удалить заметку</translation>
    </message>
    <message>
        <source>Keep here what has no ticket yet: a call on the stairs, a picture from the server room, a list for Monday. It works without a network and follows you to your other computers.</source>
        <translation>Храните здесь то, для чего ещё нет заявки: разговор на лестнице, снимок из серверной, список на понедельник. Работает без сети и появляется на других ваших компьютерах.</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Новая заметка</translation>
    </message>
    <message>
        <source>Nothing written down yet</source>
        <translation>Пока ничего не записано</translation>
    </message>
</context>
<context>
    <name>NoticeDesk</name>
    <message>
        <source>Log a call</source>
        <translation>Записать звонок</translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation>Новая заявка</translation>
    </message>
    <message>
        <source>Open Deskside</source>
        <translation>Открыть Deskside</translation>
    </message>
    <message>
        <source>Quiet for an hour</source>
        <translation>Тишина на час</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти из программы</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n calls to return</source>
        <translation>
            <numerusform>%n звонок, который надо вернуть</numerusform>
            <numerusform>%n звонка, которые надо вернуть</numerusform>
            <numerusform>%n звонков, которые надо вернуть</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customers replied</source>
        <translation>
            <numerusform>Ответил %n клиент</numerusform>
            <numerusform>Ответили %n клиента</numerusform>
            <numerusform>Ответили %n клиентов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mentions</source>
        <translation>
            <numerusform>%n упоминание</numerusform>
            <numerusform>%n упоминания</numerusform>
            <numerusform>%n упоминаний</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new in your queues</source>
        <translation>
            <numerusform>%n новая в ваших очередях</numerusform>
            <numerusform>%n новые в ваших очередях</numerusform>
            <numerusform>%n новых в ваших очередях</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets back from being postponed</source>
        <translation>
            <numerusform>%n отложенная заявка вернулась</numerusform>
            <numerusform>%n отложенные заявки вернулись</numerusform>
            <numerusform>%n отложенных заявок вернулись</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets due soon</source>
        <translation>
            <numerusform>%n заявка со скорым сроком</numerusform>
            <numerusform>%n заявки со скорым сроком</numerusform>
            <numerusform>%n заявок со скорым сроком</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets given to you</source>
        <translation>
            <numerusform>Вам передана %n заявка</numerusform>
            <numerusform>Вам переданы %n заявки</numerusform>
            <numerusform>Вам передано %n заявок</numerusform>
        </translation>
    </message>
    <message>
        <source>A customer replies</source>
        <translation>Клиент отвечает</translation>
    </message>
    <message>
        <source>A new ticket in my queues</source>
        <translation>Новая заявка в моих очередях</translation>
    </message>
    <message>
        <source>A postponed ticket of mine is back</source>
        <translation>Моя отложенная заявка вернулась</translation>
    </message>
    <message>
        <source>A promised call is due</source>
        <translation>Пора перезвонить, как обещано</translation>
    </message>
    <message>
        <source>A ticket is given to me</source>
        <translation>Заявка передана мне</translation>
    </message>
    <message>
        <source>A ticket of mine is due within the hour</source>
        <translation>Срок моей заявки истекает в течение часа</translation>
    </message>
    <message>
        <source>Call back now</source>
        <translation>Пора перезвонить</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Позвонили</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>In 15 minutes</source>
        <translation>Через 15 минут</translation>
    </message>
    <message>
        <source>New ticket {0}</source>
        <translation>Новая заявка {0}</translation>
    </message>
    <message>
        <source>News on your desk</source>
        <translation>Новое в заявках</translation>
    </message>
    <message>
        <source>No notices yet</source>
        <translation>Уведомлений пока нет</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Postpone for an hour</source>
        <translation>Отложить на час</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Ответить</translation>
    </message>
    <message>
        <source>Somebody mentions me</source>
        <translation>Меня упоминают</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Взять</translation>
    </message>
    <message>
        <source>The customer replied on {0}</source>
        <translation>Клиент ответил в {0}</translation>
    </message>
    <message>
        <source>You are mentioned on {0}</source>
        <translation>Вас упомянули в {0}</translation>
    </message>
    <message>
        <source>{0} is back from being postponed</source>
        <translation>{0}: отложенная заявка вернулась</translation>
    </message>
    <message>
        <source>{0} is due within the hour</source>
        <translation>{0}: срок истекает в течение часа</translation>
    </message>
    <message>
        <source>{0} is yours now</source>
        <translation>{0} теперь ваша</translation>
    </message>
    <message>
        <source>{1} gave you {0}</source>
        <translation>{1}: вам передана {0}</translation>
    </message>
    <message>
        <source>{1} mentions you on {0}</source>
        <translation>{1}: вас упомянули в {0}</translation>
    </message>
    <message>
        <source>{1} replied on {0}</source>
        <translation>{1}: ответ в {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n reminders</source>
        <translation>
            <numerusform>%n напоминание</numerusform>
            <numerusform>%n напоминания</numerusform>
            <numerusform>%n напоминаний</numerusform>
        </translation>
    </message>
    <message>
        <source>A reminder of mine is due</source>
        <translation>Пришло время моего напоминания</translation>
    </message>
    <message>
        <source>Dealt with</source>
        <translation>Отработано</translation>
    </message>
    <message>
        <source>Reminder about {0}</source>
        <translation>Напоминание о {0}</translation>
    </message>
</context>
<context>
    <name>NoticesPage</name>
    <message>
        <source>In these queues</source>
        <translation>В этих очередях</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Уведомления</translation>
    </message>
    <message>
        <source>Quiet every day</source>
        <translation>Тишина каждый день</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Тишина с</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Тишина до</translation>
    </message>
    <message>
        <source>Tell me when</source>
        <translation>Сообщать, когда</translation>
    </message>
    <message>
        <source>Mentions and reminders of your own always get through. Everything else waits under the bell.</source>
        <translation>Упоминания и ваши собственные напоминания приходят всегда. Всё остальное ждёт под колокольчиком.</translation>
    </message>
</context>
<context>
    <name>OfferedRow</name>
    <message>
        <source>Take over  A</source>
        <translation>Взять  A</translation>
    </message>
    <message>
        <source>Take over %1</source>
        <translation>Взять %1</translation>
    </message>
</context>
<context>
    <name>OlderBar</name>
    <message>
        <source>Loading older messages…</source>
        <translation>Загружаются старые сообщения…</translation>
    </message>
    <message>
        <source>Older messages of this ticket are not on this computer. They come when the server can be reached.</source>
        <translation>Старых сообщений этой заявки нет на этом компьютере. Они придут, когда появится связь с сервером.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
</context>
<context>
    <name>Online</name>
    <message numerus="yes">
        <source>%n people online</source>
        <translation>
            <numerusform>%n человек в сети</numerusform>
            <numerusform>%n человека в сети</numerusform>
            <numerusform>%n человек в сети</numerusform>
        </translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Отсутствуют</translation>
    </message>
    <message>
        <source>Nobody else is online</source>
        <translation>Больше никого нет в сети</translation>
    </message>
    <message>
        <source>Offline: nobody knows who is online</source>
        <translation>Нет связи: неизвестно, кто в сети</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>В сети</translation>
    </message>
    <message>
        <source>Who is online</source>
        <translation>Кто в сети</translation>
    </message>
    <message>
        <source>{0} and {1} online</source>
        <translation>{0} и {1} в сети</translation>
    </message>
    <message>
        <source>{0} online</source>
        <translation>{0} в сети</translation>
    </message>
    <message numerus="yes">
        <source>{0}, {1} and %n others online</source>
        <translation>
            <numerusform>{0}, {1} и ещё %n коллега в сети</numerusform>
            <numerusform>{0}, {1} и ещё %n коллеги в сети</numerusform>
            <numerusform>{0}, {1} и ещё %n коллег в сети</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutboxList</name>
    <message>
        <source>Change the text</source>
        <translation>Изменить текст</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробнее</translation>
    </message>
    <message>
        <source>In the outbox</source>
        <translation>В исходящих</translation>
    </message>
    <message>
        <source>Open the ticket</source>
        <translation>Открыть заявку</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Исходящие</translation>
    </message>
    <message>
        <source>Pause or resume a file</source>
        <translation>Приостановить или продолжить файл</translation>
    </message>
    <message>
        <source>Sync details</source>
        <translation>Сведения о синхронизации</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Отозвать</translation>
    </message>
</context>
<context>
    <name>OutboxModel</name>
    <message>
        <source>Needs attention</source>
        <translation>Требует внимания</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>В пути</translation>
    </message>
    <message>
        <source>Sent today</source>
        <translation>Отправлено сегодня</translation>
    </message>
    <message>
        <source>folded away</source>
        <translation>свёрнуто</translation>
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
        <translation>Выберите изменение</translation>
    </message>
    <message>
        <source>Everything is on the server</source>
        <translation>Всё на сервере</translation>
    </message>
    <message>
        <source>Nothing waits on this computer</source>
        <translation>На этом компьютере ничего не ждёт</translation>
    </message>
</context>
<context>
    <name>OutboxPane</name>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>No ticket</source>
        <translation>Без заявки</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Приостановить</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Отозвать</translation>
    </message>
</context>
<context>
    <name>OutboxWords</name>
    <message>
        <source>Approval asked for</source>
        <translation>Запрошено согласование</translation>
    </message>
    <message>
        <source>Approval decided</source>
        <translation>Решение по согласованию</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Статья</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменение</translation>
    </message>
    <message>
        <source>Change of a newer Deskside</source>
        <translation>Изменение из более нового Deskside</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>Conflict settled</source>
        <translation>Конфликт разрешён</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Контакт</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Файл</translation>
    </message>
    <message>
        <source>Held reply decided</source>
        <translation>Решение о задержанном ответе</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Внутренняя заметка</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>Отмечено прочитанным</translation>
    </message>
    <message>
        <source>Message changed</source>
        <translation>Сообщение изменено</translation>
    </message>
    <message>
        <source>My colour</source>
        <translation>Мой цвет</translation>
    </message>
    <message>
        <source>My notes</source>
        <translation>Мои заметки</translation>
    </message>
    <message>
        <source>Reply to the requester</source>
        <translation>Ответ заявителю</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Настройка</translation>
    </message>
    <message>
        <source>Something was said here meanwhile. Read it, then decide about your reply.</source>
        <translation>Тем временем здесь появилось новое сообщение. Прочтите его и решите, что делать с ответом.</translation>
    </message>
    <message>
        <source>Two people changed: {0}</source>
        <translation>Изменили двое: {0}</translation>
    </message>
    <message>
        <source>a field</source>
        <translation>поле</translation>
    </message>
    <message>
        <source>assignee</source>
        <translation>исполнитель</translation>
    </message>
    <message>
        <source>being sent</source>
        <translation>отправляется</translation>
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
        <translation>задержано</translation>
    </message>
    <message>
        <source>name</source>
        <translation>имя</translation>
    </message>
    <message>
        <source>not uploaded</source>
        <translation>не загружено</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>приостановлено</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>приоритет</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>очередь</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>отклонено</translation>
    </message>
    <message>
        <source>requester</source>
        <translation>заявитель</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>отправлено</translation>
    </message>
    <message>
        <source>status</source>
        <translation>состояние</translation>
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
        <translation>время возврата</translation>
    </message>
    <message>
        <source>title</source>
        <translation>заголовок</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>ждёт</translation>
    </message>
    <message>
        <source>waits to be uploaded</source>
        <translation>ждёт загрузки</translation>
    </message>
    <message>
        <source>{0} % uploaded</source>
        <translation>загружено {0} %</translation>
    </message>
    <message>
        <source>{0} had changed this, and you had not seen it yet.</source>
        <translation>{0}: изменение, которого вы ещё не видели.</translation>
    </message>
    <message>
        <source>{0}: deleted</source>
        <translation>{0}: удалено</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>Оборудование</translation>
    </message>
    <message>
        <source>Own order</source>
        <translation>Свой порядок</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Закрепить</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Напоминание</translation>
    </message>
</context>
<context>
    <name>OwnMarks</name>
    <message>
        <source>Amber</source>
        <translation>Янтарный</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Синий</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Зелёный</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Красный</translation>
    </message>
    <message>
        <source>Reminder {0}</source>
        <translation>Напоминание {0}</translation>
    </message>
    <message>
        <source>Reminder, due since {0}</source>
        <translation>Напоминание, пора с {0}</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Фиолетовый</translation>
    </message>
</context>
<context>
    <name>OwnStrip</name>
    <message>
        <source>Another time …</source>
        <translation>Другое время…</translation>
    </message>
    <message>
        <source>Dealt with</source>
        <translation>Отработано</translation>
    </message>
    <message>
        <source>Only you see this</source>
        <translation>Это видите только вы</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Закреплено</translation>
    </message>
    <message>
        <source>Remove my colour</source>
        <translation>Убрать мой цвет</translation>
    </message>
    <message>
        <source>Remove my colour: {0}</source>
        <translation>Убрать мой цвет: {0}</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Открепить</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Density of lists: {0}</source>
        <translation>Плотность списков: {0}</translation>
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
        <translation>Состояние: {0}</translation>
    </message>
    <message>
        <source>Theme: {0}</source>
        <translation>Тема: {0}</translation>
    </message>
    <message>
        <source>Transfer to “{0}”</source>
        <translation>Передать в «{0}»</translation>
    </message>
    <message>
        <source>colleague</source>
        <translation>коллега</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>контакт</translation>
    </message>
    <message>
        <source>run</source>
        <translation>выполнить</translation>
    </message>
</context>
<context>
    <name>PaletteDesk</name>
    <message>
        <source>Articles</source>
        <translation>Статьи</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команды</translation>
    </message>
    <message>
        <source>Commands for {0}</source>
        <translation>Команды для {0}</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Перейти</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Люди</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Недавнее</translation>
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
        <translation>назначить {0}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>открыть</translation>
    </message>
    <message>
        <source>put into the reply to {0}</source>
        <translation>вставить в ответ на {0}</translation>
    </message>
    <message>
        <source>read</source>
        <translation>читать</translation>
    </message>
    <message>
        <source>show all in the list</source>
        <translation>показать всё в списке</translation>
    </message>
    <message>
        <source>tickets with this name</source>
        <translation>заявки с этим именем</translation>
    </message>
</context>
<context>
    <name>PasswordForm</name>
    <message>
        <source>Asking the server …</source>
        <translation>Спрашиваем сервер…</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Сменить пароль</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>Текущий пароль</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Новый пароль</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Новый пароль ещё раз</translation>
    </message>
    <message numerus="yes">
        <source>The new password needs at least %n characters.</source>
        <translation>
            <numerusform>В новом пароле должен быть хотя бы %n символ.</numerusform>
            <numerusform>В новом пароле должно быть не меньше %n символов.</numerusform>
            <numerusform>В новом пароле должно быть не меньше %n символов.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two new passwords differ.</source>
        <translation>Новые пароли не совпадают.</translation>
    </message>
    <message>
        <source>Type your current password first.</source>
        <translation>Сначала введите текущий пароль.</translation>
    </message>
    <message>
        <source>Your password is changed.</source>
        <translation>Пароль изменён.</translation>
    </message>
</context>
<context>
    <name>PostponeDialog</name>
    <message>
        <source>Another time</source>
        <translation>Другое время</translation>
    </message>
    <message>
        <source>Another time …</source>
        <translation>Другое время…</translation>
    </message>
    <message>
        <source>Choose a time that is still to come.</source>
        <translation>Выберите время в будущем.</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>Через час</translation>
    </message>
    <message>
        <source>It stays in its list, marked as postponed, and rises again at that time.</source>
        <translation>Заявка останется в списке с пометкой «отложено» и поднимется снова в это время.</translation>
    </message>
    <message>
        <source>Next Monday</source>
        <translation>В следующий понедельник</translation>
    </message>
    <message>
        <source>Postpone</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>Postpone #%1</source>
        <translation>Отложить #%1</translation>
    </message>
    <message>
        <source>This afternoon</source>
        <translation>Сегодня днём</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Завтра утром</translation>
    </message>
    <message>
        <source>When it comes back</source>
        <translation>Когда вернуться</translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message numerus="yes">
        <source>{0} and %n others are typing</source>
        <translation>
            <numerusform>{0} и ещё %n коллега печатают</numerusform>
            <numerusform>{0} и ещё %n коллеги печатают</numerusform>
            <numerusform>{0} и ещё %n коллег печатают</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} and %n others are viewing</source>
        <translation>
            <numerusform>{0} и ещё %n коллега смотрят</numerusform>
            <numerusform>{0} и ещё %n коллеги смотрят</numerusform>
            <numerusform>{0} и ещё %n коллег смотрят</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} and {1} are typing</source>
        <translation>{0} и {1} печатают</translation>
    </message>
    <message>
        <source>{0} and {1} are viewing</source>
        <translation>{0} и {1} смотрят</translation>
    </message>
    <message>
        <source>{0} is typing</source>
        <translation>{0} печатает</translation>
    </message>
    <message>
        <source>{0} is viewing</source>
        <translation>{0} смотрит</translation>
    </message>
</context>
<context>
    <name>PrivateDesk</name>
    <message>
        <source>Move down in my own order</source>
        <translation>Ниже в моём порядке</translation>
    </message>
    <message>
        <source>Move up in my own order</source>
        <translation>Выше в моём порядке</translation>
    </message>
    <message>
        <source>My colour</source>
        <translation>Мой цвет</translation>
    </message>
    <message>
        <source>My colour…</source>
        <translation>Мой цвет…</translation>
    </message>
    <message>
        <source>No colour</source>
        <translation>Без цвета</translation>
    </message>
    <message>
        <source>Pin or unpin, for me alone</source>
        <translation>Закрепить или открепить только для меня</translation>
    </message>
    <message>
        <source>Remind me…</source>
        <translation>Напомнить…</translation>
    </message>
    <message>
        <source>Reminder dealt with</source>
        <translation>Напоминание отработано</translation>
    </message>
</context>
<context>
    <name>PromiseCard</name>
    <message>
        <source>by the clock</source>
        <translation>по часам</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>срок %1</translation>
    </message>
    <message>
        <source>due %1, set by hand</source>
        <translation>срок %1, задан вручную</translation>
    </message>
    <message>
        <source>paused since %1: %2</source>
        <translation>часы стоят с %1: %2</translation>
    </message>
    <message>
        <source>so far %1</source>
        <translation>пока %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>заняло %1</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>за %1</translation>
    </message>
    <message>
        <source>working</source>
        <translation>рабочих</translation>
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
        <translation>Первый ответ</translation>
    </message>
    <message>
        <source>Next answer</source>
        <translation>Следующий ответ</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>Решение</translation>
    </message>
    <message>
        <source>answer in {0}</source>
        <translation>ответить за {0}</translation>
    </message>
    <message>
        <source>answer {0} overdue</source>
        <translation>ответ просрочен на {0}</translation>
    </message>
    <message>
        <source>due in {0}</source>
        <translation>срок через {0}</translation>
    </message>
    <message>
        <source>next answer in {0}</source>
        <translation>снова ответить за {0}</translation>
    </message>
    <message>
        <source>next answer {0} overdue</source>
        <translation>новый ответ просрочен на {0}</translation>
    </message>
    <message>
        <source>solution {0} overdue</source>
        <translation>решение просрочено на {0}</translation>
    </message>
    <message>
        <source>solve in {0}</source>
        <translation>решить за {0}</translation>
    </message>
    <message>
        <source>{0} overdue</source>
        <translation>просрочено на {0}</translation>
    </message>
</context>
<context>
    <name>PropertyBar</name>
    <message>
        <source>Assignee</source>
        <translation>Исполнитель</translation>
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
        <translation>Очередь</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Статус</translation>
    </message>
    <message>
        <source>online</source>
        <translation>в сети</translation>
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
        <translation>%1: не задано</translation>
    </message>
</context>
<context>
    <name>PropertyMenus</name>
    <message>
        <source>%1 (me)</source>
        <translation>%1 (я)</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>Без категории</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Не назначен</translation>
    </message>
    <message>
        <source>Somebody else…</source>
        <translation>Кто-то другой…</translation>
    </message>
    <message>
        <source>online</source>
        <translation>в сети</translation>
    </message>
    <message>
        <source>postpone…</source>
        <translation>отложить…</translation>
    </message>
</context>
<context>
    <name>Relate</name>
    <message>
        <source>%1 and %2 name each other. Both stay as they are.</source>
        <translation>%1 и %2 ссылаются друг на друга. Обе остаются как есть.</translation>
    </message>
    <message>
        <source>%1 becomes a watcher.</source>
        <translation>Наблюдать будет %1.</translation>
    </message>
    <message>
        <source>%1 becomes an incident of %2: one answer on %2 can go to all of them.</source>
        <translation>%1 становится инцидентом проблемы %2: один ответ в %2 может уйти всем.</translation>
    </message>
    <message>
        <source>%1 goes into %2: %3, %4. %1 is marked done, the conversation goes on in %2.</source>
        <translation>%1 входит в %2: %3, %4. %1 отмечается готовой, переписка продолжается в %2.</translation>
    </message>
    <message>
        <source>%1 goes into it: they become one ticket</source>
        <translation>%1 входит в неё: будет одна заявка</translation>
    </message>
    <message>
        <source>%1 is a duplicate of it</source>
        <translation>%1 — её дубликат</translation>
    </message>
    <message>
        <source>%1 is an incident of it: it is the problem</source>
        <translation>%1 — её инцидент, а она — проблема</translation>
    </message>
    <message>
        <source>%1 says that it is a duplicate of %2. Both stay as they are.</source>
        <translation>У %1 будет сказано, что это дубликат %2. Обе остаются как есть.</translation>
    </message>
    <message>
        <source>%2 becomes an incident of %1: one answer on %1 can go to all of them.</source>
        <translation>%2 становится инцидентом проблемы %1: один ответ в %1 может уйти всем.</translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n файл</numerusform>
            <numerusform>%n файла</numerusform>
            <numerusform>%n файлов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n сообщение</numerusform>
            <numerusform>%n сообщения</numerusform>
            <numerusform>%n сообщений</numerusform>
        </translation>
    </message>
    <message>
        <source>It is an incident of %1: %1 is the problem</source>
        <translation>Она — инцидент %1, а %1 — проблема</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Связать</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Объединить</translation>
    </message>
    <message>
        <source>Replies go to %1, no longer to %2.</source>
        <translation>Ответы получит %1, а не %2.</translation>
    </message>
    <message>
        <source>They have to do with each other</source>
        <translation>Они связаны по смыслу</translation>
    </message>
</context>
<context>
    <name>RelateDialog</name>
    <message>
        <source>%1 was merged into another ticket. Take it out of there first.</source>
        <translation>%1 объединена с другой заявкой. Сначала отделите её.</translation>
    </message>
    <message>
        <source>Link %1</source>
        <translation>Связать %1</translation>
    </message>
    <message>
        <source>Merge %1 into another ticket</source>
        <translation>Объединить %1 с другой заявкой</translation>
    </message>
    <message>
        <source>What they have to do with each other</source>
        <translation>Как они связаны</translation>
    </message>
</context>
<context>
    <name>Relations</name>
    <message>
        <source>Duplicate of</source>
        <translation>Дубликат</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Дубликаты</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Инциденты</translation>
    </message>
    <message>
        <source>Merged here</source>
        <translation>Объединены сюда</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>Объединена с</translation>
    </message>
    <message>
        <source>Part of</source>
        <translation>Часть проблемы</translation>
    </message>
    <message>
        <source>Related</source>
        <translation>Связана с</translation>
    </message>
    <message>
        <source>Remove the link to %1</source>
        <translation>Убрать связь с %1</translation>
    </message>
    <message>
        <source>Take %1 out again</source>
        <translation>Снова отделить %1</translation>
    </message>
    <message>
        <source>Take it out of %1 again</source>
        <translation>Снова отделить от %1</translation>
    </message>
    <message numerus="yes">
        <source>handed over %n times</source>
        <translation>
            <numerusform>передана %n раз</numerusform>
            <numerusform>передана %n раза</numerusform>
            <numerusform>передана %n раз</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reopened %n times</source>
        <translation>
            <numerusform>возвращена в работу %n раз</numerusform>
            <numerusform>возвращена в работу %n раза</numerusform>
            <numerusform>возвращена в работу %n раз</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelationsDesk</name>
    <message>
        <source>%1 has no incidents. Link them to it first.</source>
        <translation>У %1 нет инцидентов. Сначала свяжите их с ней.</translation>
    </message>
    <message numerus="yes">
        <source>%n tickets answered</source>
        <translation>
            <numerusform>Ответ дан: %n заявка</numerusform>
            <numerusform>Ответ дан: %n заявки</numerusform>
            <numerusform>Ответ дан: %n заявок</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer all incidents…</source>
        <translation>Ответить по всем инцидентам…</translation>
    </message>
    <message>
        <source>Answered: %1.</source>
        <translation>Ответ дан: %1.</translation>
    </message>
    <message>
        <source>Escalate…</source>
        <translation>Эскалировать…</translation>
    </message>
    <message>
        <source>Link to another ticket…</source>
        <translation>Связать с другой заявкой…</translation>
    </message>
    <message>
        <source>Merge into another ticket…</source>
        <translation>Объединить с другой заявкой…</translation>
    </message>
    <message>
        <source>Not answered: %1. %2</source>
        <translation>Без ответа: %1. %2</translation>
    </message>
    <message>
        <source>Split off messages…</source>
        <translation>Отделить сообщения…</translation>
    </message>
    <message>
        <source>Watch, or watch no longer</source>
        <translation>Наблюдать или перестать</translation>
    </message>
</context>
<context>
    <name>RelationsStrip</name>
    <message>
        <source>%1 no longer watches</source>
        <translation>Снять наблюдение: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n alike in half an hour</source>
        <translation>
            <numerusform>%n похожая за полчаса</numerusform>
            <numerusform>%n похожие за полчаса</numerusform>
            <numerusform>%n похожих за полчаса</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer all %n…</source>
        <translation>
            <numerusform>Ответить по %n инциденту…</numerusform>
            <numerusform>Ответить по %n инцидентам…</numerusform>
            <numerusform>Ответить по %n инцидентам…</numerusform>
        </translation>
    </message>
    <message>
        <source>Goes round</source>
        <translation>Ходит по кругу</translation>
    </message>
    <message numerus="yes">
        <source>Make this the problem, and %n others its incidents</source>
        <translation>
            <numerusform>Сделать её проблемой, а ещё %n заявку — инцидентом</numerusform>
            <numerusform>Сделать её проблемой, а ещё %n заявки — инцидентами</numerusform>
            <numerusform>Сделать её проблемой, а ещё %n заявок — инцидентами</numerusform>
        </translation>
    </message>
    <message>
        <source>Perhaps one problem</source>
        <translation>Возможно, одна проблема</translation>
    </message>
    <message>
        <source>Support line</source>
        <translation>Линия</translation>
    </message>
    <message>
        <source>Watch this ticket</source>
        <translation>Наблюдать за заявкой</translation>
    </message>
    <message>
        <source>Watched by</source>
        <translation>Наблюдают</translation>
    </message>
</context>
<context>
    <name>RemindDialog</name>
    <message>
        <source>Only you see this, on all your devices. The ticket stays as it is.</source>
        <translation>Это видите только вы, на всех своих устройствах. Сама заявка не меняется.</translation>
    </message>
    <message>
        <source>Remind me</source>
        <translation>Напомнить</translation>
    </message>
    <message>
        <source>Remind me of %1</source>
        <translation>Напомнить о %1</translation>
    </message>
    <message>
        <source>What about? May stay empty</source>
        <translation>О чём? Можно не заполнять</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Когда</translation>
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
            <numerusform>%n изменение</numerusform>
            <numerusform>%n изменения</numerusform>
            <numerusform>%n изменений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n файл</numerusform>
            <numerusform>%n файла</numerusform>
            <numerusform>%n файлов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n сообщение</numerusform>
            <numerusform>%n сообщения</numerusform>
            <numerusform>%n сообщений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts to be indexed for search</source>
        <translation>
            <numerusform>%n текст ждёт индексации для поиска</numerusform>
            <numerusform>%n текста ждут индексации для поиска</numerusform>
            <numerusform>%n текстов ждут индексации для поиска</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets</source>
        <translation>
            <numerusform>%n заявка</numerusform>
            <numerusform>%n заявки</numerusform>
            <numerusform>%n заявок</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask your administrator for an address that begins with https://.</source>
        <translation>Спросите у администратора адрес, который начинается с https://.</translation>
    </message>
    <message>
        <source>Ask your administrator for the server&apos;s address.</source>
        <translation>Спросите у администратора адрес сервера.</translation>
    </message>
    <message>
        <source>Check the network. It is tried again by itself, and nothing is lost.</source>
        <translation>Проверьте сеть. Попытки повторяются сами, и ничего не пропадёт.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Часы</translation>
    </message>
    <message>
        <source>Copy this report and send it to your administrator.</source>
        <translation>Скопируйте этот отчёт и отправьте его администратору.</translation>
    </message>
    <message>
        <source>Install a newer Deskside. What you write is sent until then.</source>
        <translation>Установите новую версию Deskside. До тех пор то, что вы пишете, отправляется.</translation>
    </message>
    <message>
        <source>Last synced</source>
        <translation>Последняя синхронизация</translation>
    </message>
    <message>
        <source>Last trouble</source>
        <translation>Последняя ошибка</translation>
    </message>
    <message>
        <source>Make room on the disk, or close what else uses the local file.</source>
        <translation>Освободите место на диске или закройте программу, которая держит локальный файл.</translation>
    </message>
    <message>
        <source>News comes by</source>
        <translation>Новости приходят через</translation>
    </message>
    <message>
        <source>Nothing to do: it is tried again by itself.</source>
        <translation>Делать ничего не нужно: попытки повторяются сами.</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>На этом компьютере</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Server&apos;s version</source>
        <translation>Версия сервера</translation>
    </message>
    <message>
        <source>Sign in again. What waits here is kept and goes out then.</source>
        <translation>Войдите снова. То, что ждёт здесь, сохранено и уйдёт тогда.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>Этот сеанс</translation>
    </message>
    <message>
        <source>Update Deskside, or ask your administrator which version to use.</source>
        <translation>Обновите Deskside или спросите у администратора, какая версия нужна.</translation>
    </message>
    <message>
        <source>Update Deskside. What waits here is kept and goes out then.</source>
        <translation>Обновите Deskside. То, что ждёт здесь, сохранено и уйдёт тогда.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Ждёт</translation>
    </message>
    <message>
        <source>What is synced</source>
        <translation>Что синхронизируется</translation>
    </message>
    <message>
        <source>a long poll, at once</source>
        <translation>длинный опрос, сразу</translation>
    </message>
    <message>
        <source>a stream, at once</source>
        <translation>поток, сразу</translation>
    </message>
    <message>
        <source>agrees with the server</source>
        <translation>совпадают с сервером</translation>
    </message>
    <message>
        <source>directory</source>
        <translation>справочник</translation>
    </message>
    <message>
        <source>knowledge base</source>
        <translation>база знаний</translation>
    </message>
    <message>
        <source>none in this session</source>
        <translation>в этом сеансе не было</translation>
    </message>
    <message>
        <source>nothing just now; it is asked for every minute</source>
        <translation>сейчас ничего; запрашиваются каждую минуту</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>пока ничего</translation>
    </message>
    <message>
        <source>personal</source>
        <translation>личное</translation>
    </message>
    <message>
        <source>queues ({0})</source>
        <translation>очереди ({0})</translation>
    </message>
    <message>
        <source>since {0}: {1} requests, {2} up, {3} down, {4} rows in {5} pages</source>
        <translation>с {0}: запросов {1}, отправлено {2}, получено {3}, строк {4}, страниц {5}</translation>
    </message>
    <message>
        <source>{0} s ahead of the server</source>
        <translation>спешат относительно сервера на {0} с</translation>
    </message>
    <message>
        <source>{0} s behind the server</source>
        <translation>отстают от сервера на {0} с</translation>
    </message>
</context>
<context>
    <name>RevokedPage</name>
    <message numerus="yes">
        <source>%n texts were never sent. Save them first: after that, everything of Deskside on this computer is deleted.</source>
        <translation>
            <numerusform>%n текст не был отправлен. Сначала сохраните его: после этого все данные Deskside на этом компьютере будут удалены.</numerusform>
            <numerusform>%n текста не были отправлены. Сначала сохраните их: после этого все данные Deskside на этом компьютере будут удалены.</numerusform>
            <numerusform>%n текстов не были отправлены. Сначала сохраните их: после этого все данные Deskside на этом компьютере будут удалены.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Everything you wrote has been sent. What Deskside keeps on this computer is deleted now.</source>
        <translation>Всё, что вы написали, отправлено. Данные Deskside на этом компьютере сейчас будут удалены.</translation>
    </message>
    <message>
        <source>Nothing of Deskside is left on this computer.</source>
        <translation>Данных Deskside на этом компьютере больше нет.</translation>
    </message>
    <message>
        <source>Save and delete …</source>
        <translation>Сохранить и удалить…</translation>
    </message>
    <message>
        <source>Save the texts in</source>
        <translation>Куда сохранить тексты</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Войти снова</translation>
    </message>
    <message>
        <source>This computer was signed out by an administrator.</source>
        <translation>Администратор отключил этот компьютер от Deskside.</translation>
    </message>
    <message>
        <source>What was never sent is saved in %1</source>
        <translation>Неотправленное сохранено в %1</translation>
    </message>
</context>
<context>
    <name>RowPreview</name>
    <message>
        <source>How a row looks</source>
        <translation>Как выглядит строка</translation>
    </message>
</context>
<context>
    <name>SaveViewDialog</name>
    <message>
        <source>Change the view</source>
        <translation>Изменить вид</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Give the view a name.</source>
        <translation>Назовите вид.</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>Значок</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Only me, on all my devices</source>
        <translation>Только я, на всех моих устройствах</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Порядок</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Save as view</source>
        <translation>Сохранить как вид</translation>
    </message>
    <message>
        <source>Who sees it</source>
        <translation>Кто его видит</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>столбики</translation>
    </message>
    <message>
        <source>book</source>
        <translation>книга</translation>
    </message>
    <message>
        <source>building</source>
        <translation>здание</translation>
    </message>
    <message>
        <source>calendar</source>
        <translation>календарь</translation>
    </message>
    <message>
        <source>database</source>
        <translation>база данных</translation>
    </message>
    <message>
        <source>envelope</source>
        <translation>конверт</translation>
    </message>
    <message>
        <source>exclamation mark</source>
        <translation>восклицательный знак</translation>
    </message>
    <message>
        <source>eye</source>
        <translation>глаз</translation>
    </message>
    <message>
        <source>globe</source>
        <translation>глобус</translation>
    </message>
    <message>
        <source>hand</source>
        <translation>рука</translation>
    </message>
    <message>
        <source>headset</source>
        <translation>гарнитура</translation>
    </message>
    <message>
        <source>hourglass</source>
        <translation>песочные часы</translation>
    </message>
    <message>
        <source>key</source>
        <translation>ключ</translation>
    </message>
    <message>
        <source>lightning</source>
        <translation>молния</translation>
    </message>
    <message>
        <source>network</source>
        <translation>сеть</translation>
    </message>
    <message>
        <source>people</source>
        <translation>люди</translation>
    </message>
    <message>
        <source>person</source>
        <translation>человек</translation>
    </message>
    <message>
        <source>screen</source>
        <translation>экран</translation>
    </message>
    <message>
        <source>screenshot</source>
        <translation>снимок экрана</translation>
    </message>
    <message>
        <source>speech bubble</source>
        <translation>реплика</translation>
    </message>
    <message>
        <source>star</source>
        <translation>звезда</translation>
    </message>
    <message>
        <source>stopwatch</source>
        <translation>секундомер</translation>
    </message>
    <message>
        <source>sun</source>
        <translation>солнце</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>метка</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>телефон</translation>
    </message>
    <message>
        <source>“{0}” in the filter can&apos;t be understood.</source>
        <translation>«{0}» в фильтре непонятно.</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Empty the search</source>
        <translation>Очистить поиск</translation>
    </message>
</context>
<context>
    <name>SendRow</name>
    <message>
        <source>Add and mark done</source>
        <translation>Добавить и завершить</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Добавить заметку</translation>
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
        <translation>Черновик сохранён</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Send and mark done</source>
        <translation>Отправить и завершить</translation>
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
        <translation>Такой настройки нет.</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Страницы настроек</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Искать в настройках</translation>
    </message>
</context>
<context>
    <name>ShortcutsHelp</name>
    <message>
        <source>Anywhere</source>
        <translation>Везде</translation>
    </message>
    <message>
        <source>In the ticket list</source>
        <translation>В списке заявок</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
</context>
<context>
    <name>SiblingLine</name>
    <message numerus="yes">
        <source>%n files are only there</source>
        <translation>
            <numerusform>%n файл есть только там</numerusform>
            <numerusform>%n файла есть только там</numerusform>
            <numerusform>%n файлов есть только там</numerusform>
        </translation>
    </message>
    <message>
        <source>A draft from %1, %2</source>
        <translation>Черновик с %1, %2</translation>
    </message>
    <message>
        <source>A draft of a note from %1, %2</source>
        <translation>Черновик заметки с %1, %2</translation>
    </message>
    <message>
        <source>A draft of a reply from %1, %2</source>
        <translation>Черновик ответа с %1, %2</translation>
    </message>
    <message>
        <source>Add below</source>
        <translation>Добавить ниже</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Отбросить</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Скрыть</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>Text of the other draft</source>
        <translation>Текст другого черновика</translation>
    </message>
    <message>
        <source>The draft from %1, %2, is in your text</source>
        <translation>Черновик с %1, %2, уже в вашем тексте</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Взять</translation>
    </message>
    <message>
        <source>another computer</source>
        <translation>другого компьютера</translation>
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
        <translation>Боковая панель</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>%1 answers, but it is not a Deskside server. Is the address right?</source>
        <translation>%1 отвечает, но это не сервер Deskside. Верен ли адрес?</translation>
    </message>
    <message>
        <source>Connects to %1</source>
        <translation>Подключение к %1</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Login and password don&apos;t match. Please try again.</source>
        <translation>Неверный логин или пароль. Попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>Needs https:// outside this computer.</source>
        <translation>Вне этого компьютера нужен https://.</translation>
    </message>
    <message>
        <source>Nothing answers at %1; is the address right?</source>
        <translation>По адресу %1 ничто не отвечает. Верен ли адрес?</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Plain http would send your password readable. Use an address that begins with https://.</source>
        <translation>По простому http пароль ушёл бы открытым текстом. Укажите адрес, который начинается с https://.</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Адрес сервера</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>Sign in once; after that Deskside also opens without a network.</source>
        <translation>Войдите один раз; потом Deskside открывается и без сети.</translation>
    </message>
    <message>
        <source>Signing in to %1 …</source>
        <translation>Входим на %1…</translation>
    </message>
    <message>
        <source>The name or address your administrator gave you.</source>
        <translation>Имя или адрес, который дал администратор.</translation>
    </message>
    <message>
        <source>The server at %1 speaks another version of Deskside. Update this program, or ask your administrator.</source>
        <translation>На сервере %1 другая версия Deskside. Обновите программу или обратитесь к администратору.</translation>
    </message>
    <message>
        <source>This computer was signed out by an administrator.</source>
        <translation>Администратор отключил этот компьютер от Deskside.</translation>
    </message>
    <message>
        <source>This is not an address yet.</source>
        <translation>Это ещё не адрес.</translation>
    </message>
    <message>
        <source>This is not an address. Try one like desk.example.com.</source>
        <translation>Это не адрес. Введите, например, desk.example.com.</translation>
    </message>
    <message>
        <source>Too many attempts. Please wait a minute before you try again.</source>
        <translation>Слишком много попыток. Подождите минуту и повторите.</translation>
    </message>
    <message>
        <source>What was never sent was saved in %1</source>
        <translation>Неотправленное сохранено в %1</translation>
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
            <numerusform>%n сообщение станет отдельной заявкой</numerusform>
            <numerusform>%n сообщения станут отдельной заявкой</numerusform>
            <numerusform>%n сообщений станут отдельной заявкой</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay on %1</source>
        <translation>
            <numerusform>%n останется в %1</numerusform>
            <numerusform>%n останутся в %1</numerusform>
            <numerusform>%n останутся в %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose at least one message.</source>
        <translation>Выберите хотя бы одно сообщение.</translation>
    </message>
    <message>
        <source>Messages of the ticket</source>
        <translation>Сообщения заявки</translation>
    </message>
    <message>
        <source>Messages that go (Space chooses)</source>
        <translation>Какие сообщения уходят (пробел выбирает)</translation>
    </message>
    <message>
        <source>Split %1</source>
        <translation>Разделить %1</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>Отделить</translation>
    </message>
    <message>
        <source>Subject of the new ticket</source>
        <translation>Тема новой заявки</translation>
    </message>
</context>
<context>
    <name>StateRow</name>
    <message>
        <source>Activate again</source>
        <translation>Включить снова</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>Отключить</translation>
    </message>
    <message>
        <source>Delete the company</source>
        <translation>Удалить компанию</translation>
    </message>
    <message>
        <source>Delete the contact</source>
        <translation>Удалить контакт</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Lists who is online</source>
        <translation>Показывает, кто в сети</translation>
    </message>
    <message>
        <source>Opens the outbox</source>
        <translation>Открывает исходящие</translation>
    </message>
    <message>
        <source>Opens the sync details</source>
        <translation>Открывает сведения о синхронизации</translation>
    </message>
    <message>
        <source>Practice desk: nothing here leaves this computer</source>
        <translation>Учебный режим: ничто отсюда не уходит с этого компьютера</translation>
    </message>
</context>
<context>
    <name>StepLine</name>
    <message>
        <source>Level 2: needs a specialist</source>
        <translation>Линия 2: нужен специалист</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Дальше: %1</translation>
    </message>
    <message>
        <source>Owner: %1</source>
        <translation>Ведёт: %1</translation>
    </message>
    <message>
        <source>Step: %1</source>
        <translation>Шаг: %1</translation>
    </message>
    <message>
        <source>a specialist of %1</source>
        <translation>специалист из «%1»</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>никто</translation>
    </message>
    <message>
        <source>somebody of %1</source>
        <translation>кто-нибудь из «%1»</translation>
    </message>
    <message>
        <source>the customer</source>
        <translation>клиент</translation>
    </message>
</context>
<context>
    <name>SubjectLine</name>
    <message>
        <source>(no subject)</source>
        <translation>(без темы)</translation>
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
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Скопировано</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Скопировать отчёт</translation>
    </message>
    <message>
        <source>Sync details</source>
        <translation>Сведения о синхронизации</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Синхронизировать</translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>%n changes need your attention</source>
        <translation>
            <numerusform>%n изменение требует вашего внимания</numerusform>
            <numerusform>%n изменения требуют вашего внимания</numerusform>
            <numerusform>%n изменений требуют вашего внимания</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes on the way</source>
        <translation>
            <numerusform>%n изменение в пути</numerusform>
            <numerusform>%n изменения в пути</numerusform>
            <numerusform>%n изменений в пути</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes wait on this computer and will be sent later</source>
        <translation>
            <numerusform>%n изменение ждёт на этом компьютере и будет отправлено позже</numerusform>
            <numerusform>%n изменения ждут на этом компьютере и будут отправлены позже</numerusform>
            <numerusform>%n изменений ждут на этом компьютере и будут отправлены позже</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As of {0}, %n changes wait.</source>
        <translation>
            <numerusform>По состоянию на {0}, %n изменение ждёт отправки.</numerusform>
            <numerusform>По состоянию на {0}, %n изменения ждут отправки.</numerusform>
            <numerusform>По состоянию на {0}, %n изменений ждут отправки.</numerusform>
        </translation>
    </message>
    <message>
        <source>As of {0}.</source>
        <translation>По состоянию на {0}.</translation>
    </message>
    <message>
        <source>Confirmed at {0}.</source>
        <translation>Подтверждено: {0}.</translation>
    </message>
    <message>
        <source>First sync: {0} %</source>
        <translation>Первая синхронизация: {0} %</translation>
    </message>
    <message>
        <source>Next due: {0} in {1}</source>
        <translation>Ближайший срок: {0} через {1}</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Вход не выполнен</translation>
    </message>
    <message>
        <source>Not synced yet.</source>
        <translation>Ещё не синхронизировано.</translation>
    </message>
    <message>
        <source>Offline since {0}</source>
        <translation>Нет связи с {0}</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>Sync has stopped</source>
        <translation>Синхронизация остановлена</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>Синхронизировано</translation>
    </message>
    <message>
        <source>Synced {0}</source>
        <translation>Синхронизировано {0}</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Синхронизация</translation>
    </message>
    <message>
        <source>The server has not answered yet</source>
        <translation>Сервер пока не отвечает</translation>
    </message>
    <message>
        <source>This computer was signed out by an administrator</source>
        <translation>Администратор отключил этот компьютер от Deskside</translation>
    </message>
    <message>
        <source>at {0}</source>
        <translation>в {0}</translation>
    </message>
    <message>
        <source>{0} min ago</source>
        <translation>{0} мин назад</translation>
    </message>
    <message>
        <source>{0} s ago</source>
        <translation>{0} с назад</translation>
    </message>
    <message>
        <source>The oldest has waited for {0}.</source>
        <translation>Самая старая ждёт {0}.</translation>
    </message>
</context>
<context>
    <name>TabsDesk</name>
    <message>
        <source>Close the tab</source>
        <translation>Закрыть вкладку</translation>
    </message>
    <message>
        <source>Keep in a tab</source>
        <translation>Оставить во вкладке</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>Следующая вкладка</translation>
    </message>
    <message>
        <source>Open in its own window</source>
        <translation>Открыть в своём окне</translation>
    </message>
    <message>
        <source>Open the closed tab again</source>
        <translation>Снова открыть закрытую вкладку</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>Предыдущая вкладка</translation>
    </message>
</context>
<context>
    <name>TagChip</name>
    <message>
        <source>Press Delete to take this tag off.</source>
        <translation>Нажмите Delete, чтобы снять метку.</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>Метка %1</translation>
    </message>
</context>
<context>
    <name>TagField</name>
    <message>
        <source>Add a tag</source>
        <translation>Добавить метку</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Новая метка</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Метка</translation>
    </message>
</context>
<context>
    <name>TagsDialog</name>
    <message>
        <source>A tag has at most 80 characters.</source>
        <translation>В метке не больше 80 знаков.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Далее</translation>
    </message>
    <message>
        <source>Several tags with commas between them.</source>
        <translation>Несколько меток — через запятую.</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Снять</translation>
    </message>
    <message>
        <source>Write at least one tag.</source>
        <translation>Напишите хотя бы одну метку.</translation>
    </message>
</context>
<context>
    <name>TasteForm</name>
    <message>
        <source>Choose a colour, an icon or a sound.</source>
        <translation>Выберите цвет, значок или звук.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Фильтр</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>Значок</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Послушать</translation>
    </message>
    <message>
        <source>No icon</source>
        <translation>Без значка</translation>
    </message>
    <message>
        <source>Save the rule</source>
        <translation>Сохранить правило</translation>
    </message>
    <message>
        <source>Say for which tickets: choose a filter.</source>
        <translation>Скажите, для каких заявок: выберите фильтр.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Звук</translation>
    </message>
    <message>
        <source>Take {0}</source>
        <translation>Взять {0}</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Заявки</translation>
    </message>
    <message>
        <source>{0}: write a colour such as #c02b2b, for each of both.</source>
        <translation>{0}: напишите цвет вида #c02b2b в каждое из двух полей.</translation>
    </message>
</context>
<context>
    <name>TastePage</name>
    <message>
        <source>Down</source>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>Give urgent tickets a colour, those of a customer an icon, or let a new one be heard.</source>
        <translation>Дайте срочным заявкам цвет, заявкам клиента — значок, или пусть новую будет слышно.</translation>
    </message>
    <message>
        <source>Highlight rules</source>
        <translation>Правила выделения</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Новое правило</translation>
    </message>
    <message>
        <source>No rule yet</source>
        <translation>Правил пока нет</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Rules, the first that fits wins</source>
        <translation>Правила, действует первое подходящее</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>What fits a rule stands out in the list, on all your devices. The first rule that fits wins. Sounds keep to the quiet hours of the notices.</source>
        <translation>Что подходит под правило, выделяется в списке на всех ваших устройствах. Действует первое подходящее правило. Звуки соблюдают тихие часы уведомлений.</translation>
    </message>
</context>
<context>
    <name>TasteWords</name>
    <message>
        <source>%1, %2: the contrast is %3 to 1, and it has to be %4 to 1.</source>
        <translation>%1, %2: контраст %3 к 1, а нужен %4 к 1.</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Фон</translation>
    </message>
    <message>
        <source>No colour has that on this background.</source>
        <translation>На этом фоне его нет ни у одного цвета.</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Без звука</translation>
    </message>
    <message>
        <source>Signal once</source>
        <translation>Один сигнал</translation>
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
        <translation>Полоса и значок</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>The nearest colour that has: {0}.</source>
        <translation>Ближайший цвет, у которого он есть: {0}.</translation>
    </message>
    <message>
        <source>amber</source>
        <translation>янтарный</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>синий</translation>
    </message>
    <message>
        <source>dark theme</source>
        <translation>тёмная тема</translation>
    </message>
    <message>
        <source>green</source>
        <translation>зелёный</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>серый</translation>
    </message>
    <message>
        <source>high contrast theme</source>
        <translation>тема высокого контраста</translation>
    </message>
    <message>
        <source>light theme</source>
        <translation>светлая тема</translation>
    </message>
    <message>
        <source>red</source>
        <translation>красный</translation>
    </message>
    <message>
        <source>violet</source>
        <translation>фиолетовый</translation>
    </message>
</context>
<context>
    <name>TickList</name>
    <message>
        <source>chosen</source>
        <translation>выбрано</translation>
    </message>
</context>
<context>
    <name>TicketHeaderBar</name>
    <message>
        <source>Add a tag</source>
        <translation>Добавить метку</translation>
    </message>
    <message>
        <source>Change the subject</source>
        <translation>Изменить тему</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Копировать номер</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>В корзину</translation>
    </message>
    <message>
        <source>Postpone</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Вернуть в работу</translation>
    </message>
    <message>
        <source>Show or hide the side panel</source>
        <translation>Показать или скрыть боковую панель</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Взять</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Передать</translation>
    </message>
    <message>
        <source>Ask for approval…</source>
        <translation>Попросить согласовать…</translation>
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
        <translation>Назад к списку</translation>
    </message>
    <message>
        <source>Change the subject</source>
        <translation>Изменить тему</translation>
    </message>
    <message>
        <source>Choose one in the list and it opens here.</source>
        <translation>Выберите заявку в списке, и она откроется здесь.</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>Скопировано: %1</translation>
    </message>
    <message>
        <source>Copy a message</source>
        <translation>Скопировать сообщение</translation>
    </message>
    <message>
        <source>It was moved to another queue or to the trash.</source>
        <translation>Её переместили в другую очередь или в корзину.</translation>
    </message>
    <message>
        <source>Next part of the ticket</source>
        <translation>Следующая часть заявки</translation>
    </message>
    <message>
        <source>No ticket is open</source>
        <translation>Заявка не выбрана</translation>
    </message>
    <message>
        <source>Put a link to an article in</source>
        <translation>Вставить ссылку на статью</translation>
    </message>
    <message>
        <source>Put an article, an earlier answer or a template in</source>
        <translation>Вставить статью, прежний ответ или шаблон</translation>
    </message>
    <message>
        <source>Read a message by itself</source>
        <translation>Прочитать сообщение отдельно</translation>
    </message>
    <message>
        <source>This ticket is not here</source>
        <translation>Этой заявки здесь нет</translation>
    </message>
    <message>
        <source>What may help with this ticket</source>
        <translation>Что поможет с этой заявкой</translation>
    </message>
    <message>
        <source>Drop a held reply</source>
        <translation>Удалить задержанный ответ</translation>
    </message>
    <message>
        <source>Ask for a screenshot</source>
        <translation>Попросить снимок экрана</translation>
    </message>
    <message>
        <source>Edit a message</source>
        <translation>Изменить сообщение</translation>
    </message>
    <message>
        <source>Make a held reply a note</source>
        <translation>Сделать задержанный ответ заметкой</translation>
    </message>
    <message>
        <source>Send a held reply anyway</source>
        <translation>Всё равно отправить задержанный ответ</translation>
    </message>
    <message>
        <source>What a message said before</source>
        <translation>Что было в сообщении раньше</translation>
    </message>
    <message>
        <source>Move a line of the check list</source>
        <translation>Передвинуть пункт списка</translation>
    </message>
    <message>
        <source>Take off a file, a tag, a link or a line</source>
        <translation>Убрать файл, метку, связь или пункт</translation>
    </message>
</context>
<context>
    <name>TicketRow</name>
    <message>
        <source>a change needs your attention</source>
        <translation>изменение требует внимания</translation>
    </message>
    <message>
        <source>assigned to {0}</source>
        <translation>исполнитель {0}</translation>
    </message>
    <message>
        <source>back since {0}</source>
        <translation>снова здесь с {0}</translation>
    </message>
    <message>
        <source>high priority</source>
        <translation>высокий приоритет</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>ещё не отправлено</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>просрочено</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>закреплена</translation>
    </message>
    <message>
        <source>postponed until {0}</source>
        <translation>отложено до {0}</translation>
    </message>
    <message>
        <source>reminder due</source>
        <translation>пора напомнить</translation>
    </message>
    <message>
        <source>reminder {0}</source>
        <translation>напоминание {0}</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>непрочитанная</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>срочная</translation>
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
        <translation>осталось {0}</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} мин</translation>
    </message>
    <message>
        <source>−{0} d overdue</source>
        <translation>просрочено на {0} д</translation>
    </message>
    <message>
        <source>−{0} overdue</source>
        <translation>просрочено на {0}</translation>
    </message>
    <message>
        <source>reply held</source>
        <translation>ответ задержан</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Остальные</translation>
    </message>
    <message>
        <source>Pinned · only you see this</source>
        <translation>Закреплено · видите только вы</translation>
    </message>
    <message>
        <source>Postponed</source>
        <translation>Отложенные</translation>
    </message>
    <message>
        <source>my colour: amber</source>
        <translation>мой цвет: янтарный</translation>
    </message>
    <message>
        <source>my colour: blue</source>
        <translation>мой цвет: синий</translation>
    </message>
    <message>
        <source>my colour: green</source>
        <translation>мой цвет: зелёный</translation>
    </message>
    <message>
        <source>my colour: red</source>
        <translation>мой цвет: красный</translation>
    </message>
    <message>
        <source>my colour: violet</source>
        <translation>мой цвет: фиолетовый</translation>
    </message>
    <message>
        <source>selected, {0}</source>
        <translation>выбрана, {0}</translation>
    </message>
</context>
<context>
    <name>TicketTabBar</name>
    <message>
        <source>Close the tab</source>
        <translation>Закрыть вкладку</translation>
    </message>
    <message>
        <source>Open tickets</source>
        <translation>Открытые вкладки</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Заявка</translation>
    </message>
    <message>
        <source>Typed text is not sent</source>
        <translation>Набранный текст не отправлен</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Не прочитано</translation>
    </message>
</context>
<context>
    <name>TicketWords</name>
    <message>
        <source>%1 cleared</source>
        <translation>Поле «%1» очищено</translation>
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
        <translation>Попросить снимок экрана</translation>
    </message>
    <message>
        <source>Assigned to %1</source>
        <translation>Назначен исполнитель %1</translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation>Исполнитель</translation>
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
        <translation>Пункт списка</translation>
    </message>
    <message>
        <source>Checklist item added</source>
        <translation>Пункт добавлен</translation>
    </message>
    <message>
        <source>Checklist item brought back</source>
        <translation>Пункт возвращён</translation>
    </message>
    <message>
        <source>Checklist item changed</source>
        <translation>Пункт изменён</translation>
    </message>
    <message>
        <source>Checklist item done</source>
        <translation>Пункт выполнен</translation>
    </message>
    <message>
        <source>Checklist item opened again</source>
        <translation>Пункт снова открыт</translation>
    </message>
    <message>
        <source>Checklist item removed</source>
        <translation>Пункт убран</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Компания</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Создана</translation>
    </message>
    <message>
        <source>Created, %1</source>
        <translation>Создана, %1</translation>
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
        <translation>Связан дубликат</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>Сведения</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Группа</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Высокий</translation>
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
        <translation>Связан инцидент</translation>
    </message>
    <message>
        <source>Link to a duplicate removed</source>
        <translation>Связь с дубликатом убрана</translation>
    </message>
    <message>
        <source>Link to a problem removed</source>
        <translation>Связь с проблемой убрана</translation>
    </message>
    <message>
        <source>Link to a related ticket removed</source>
        <translation>Связь с похожей заявкой убрана</translation>
    </message>
    <message>
        <source>Link to an incident removed</source>
        <translation>Связь с инцидентом убрана</translation>
    </message>
    <message>
        <source>Linked as a duplicate of</source>
        <translation>Отмечена как дубликат заявки</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Низкий</translation>
    </message>
    <message>
        <source>Marked %1</source>
        <translation>Статус «%1»</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Встреча</translation>
    </message>
    <message>
        <source>Meeting link</source>
        <translation>Ссылка на встречу</translation>
    </message>
    <message>
        <source>Message brought back</source>
        <translation>Сообщение возвращено</translation>
    </message>
    <message>
        <source>Message taken back</source>
        <translation>Сообщение отозвано</translation>
    </message>
    <message>
        <source>Moved to the trash</source>
        <translation>Перемещена в корзину</translation>
    </message>
    <message>
        <source>No duplicate any more of</source>
        <translation>Больше не дубликат заявки</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Обычный</translation>
    </message>
    <message>
        <source>Postponed until %1</source>
        <translation>Отложена до %1</translation>
    </message>
    <message>
        <source>Preferred channel</source>
        <translation>Предпочтительный канал</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Приоритет</translation>
    </message>
    <message>
        <source>Problem linked</source>
        <translation>Связана с проблемой</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Продукт</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Очередь</translation>
    </message>
    <message>
        <source>Related ticket linked</source>
        <translation>Связана похожая заявка</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Заявитель</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Восстановлена</translation>
    </message>
    <message>
        <source>Routed to %1</source>
        <translation>Передана в очередь «%1»</translation>
    </message>
    <message>
        <source>Split from</source>
        <translation>Отделена от заявки</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>Отделена заявка</translation>
    </message>
    <message>
        <source>Split taken back</source>
        <translation>Разделение отменено</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
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
        <translation>Метки</translation>
    </message>
    <message>
        <source>Telegram</source>
        <translation>Telegram</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Линия поддержки</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Обновлено</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Срочность</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>Срочный</translation>
    </message>
    <message>
        <source>Waiting for</source>
        <translation>Ожидание</translation>
    </message>
    <message>
        <source>Wakes</source>
        <translation>Вернётся</translation>
    </message>
    <message>
        <source>Work time added</source>
        <translation>Время работы добавлено</translation>
    </message>
    <message>
        <source>Work time brought back</source>
        <translation>Время работы возвращено</translation>
    </message>
    <message>
        <source>Work time taken back</source>
        <translation>Время работы отозвано</translation>
    </message>
    <message>
        <source>a long message, shown in part: press here for all of it</source>
        <translation>длинное сообщение, показана часть: нажмите, чтобы увидеть целиком</translation>
    </message>
    <message>
        <source>by Telegram</source>
        <translation>в Telegram</translation>
    </message>
    <message>
        <source>by chat</source>
        <translation>в чате</translation>
    </message>
    <message>
        <source>by e-mail</source>
        <translation>по эл. почте</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>по телефону</translation>
    </message>
    <message>
        <source>by the portal</source>
        <translation>через портал</translation>
    </message>
    <message>
        <source>call</source>
        <translation>звонок</translation>
    </message>
    <message>
        <source>came back undelivered</source>
        <translation>вернулось недоставленным</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>чат</translation>
    </message>
    <message>
        <source>desk</source>
        <translation>рабочее место</translation>
    </message>
    <message>
        <source>done</source>
        <translation>готово</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>эл. почта</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>не отправлен: %1</translation>
    </message>
    <message>
        <source>held again</source>
        <translation>снова задержан</translation>
    </message>
    <message>
        <source>in work</source>
        <translation>в работе</translation>
    </message>
    <message>
        <source>internal note</source>
        <translation>внутренняя заметка</translation>
    </message>
    <message>
        <source>kept here: %1</source>
        <translation>хранится здесь: %1</translation>
    </message>
    <message>
        <source>kept here: no mail channel is set up</source>
        <translation>хранится здесь: почтовый канал не настроен</translation>
    </message>
    <message>
        <source>mailed</source>
        <translation>отправлено по почте</translation>
    </message>
    <message>
        <source>not mailed: refused</source>
        <translation>не отправлено: отклонено</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>не начато</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>приостановлен</translation>
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
        <translation>отложено</translation>
    </message>
    <message>
        <source>postponed until %1</source>
        <translation>отложено до %1</translation>
    </message>
    <message>
        <source>reply to customer</source>
        <translation>ответ клиенту</translation>
    </message>
    <message>
        <source>uploading %1 %</source>
        <translation>отправлено %1 %</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>ожидание</translation>
    </message>
    <message>
        <source>waiting for colleague</source>
        <translation>ждём коллегу</translation>
    </message>
    <message>
        <source>waiting for customer</source>
        <translation>ждём клиента</translation>
    </message>
    <message>
        <source>waiting for vendor</source>
        <translation>ждём поставщика</translation>
    </message>
    <message>
        <source>waiting to be uploaded</source>
        <translation>ждёт отправки</translation>
    </message>
    <message>
        <source>waits on this computer</source>
        <translation>ждёт на этом компьютере</translation>
    </message>
    <message>
        <source>will be mailed</source>
        <translation>будет отправлено по почте</translation>
    </message>
    <message>
        <source>Approval asked for</source>
        <translation>Запрошено согласование</translation>
    </message>
    <message>
        <source>Approval asked for: %1</source>
        <translation>Запрошено согласование: %1</translation>
    </message>
    <message>
        <source>Approval: %1</source>
        <translation>Согласование: %1</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Согласовано</translation>
    </message>
    <message>
        <source>Approved: %1</source>
        <translation>Согласовано: %1</translation>
    </message>
    <message>
        <source>Decision taken back</source>
        <translation>Решение отменено</translation>
    </message>
    <message>
        <source>Decision taken back: %1</source>
        <translation>Решение отменено: %1</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Эл. почта</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Held reply</source>
        <translation>Задержанный ответ</translation>
    </message>
    <message>
        <source>Held reply %1</source>
        <translation>Задержанный ответ: %1</translation>
    </message>
    <message>
        <source>Held: %1 wrote at %2, before your reply arrived</source>
        <translation>Задержано: %1, сообщение в %2, до вашего ответа</translation>
    </message>
    <message>
        <source>Held: %1 wrote at %2, while you were offline</source>
        <translation>Задержано: %1, сообщение в %2, пока вы были без сети</translation>
    </message>
    <message>
        <source>Held: something was said here meanwhile</source>
        <translation>Задержано: тем временем здесь появилось новое сообщение</translation>
    </message>
    <message>
        <source>Message edited</source>
        <translation>Сообщение изменено</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Заметка</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Отклонено</translation>
    </message>
    <message>
        <source>Rejected: %1</source>
        <translation>Отклонено: %1</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>Text of a message</source>
        <translation>Текст сообщения</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Заголовок</translation>
    </message>
    <message>
        <source>Written while the ticket was in the trash</source>
        <translation>Написано, пока заявка была в корзине</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>согласовано</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>удалён</translation>
    </message>
    <message>
        <source>edited %1</source>
        <translation>изменено %1</translation>
    </message>
    <message>
        <source>held by %3</source>
        <translation>задержано: %3</translation>
    </message>
    <message>
        <source>held by %3: %1 wrote at %2</source>
        <translation>задержано (%3): %1, сообщение в %2</translation>
    </message>
    <message>
        <source>made an internal note</source>
        <translation>стал внутренней заметкой</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>отклонено</translation>
    </message>
    <message>
        <source>sent anyway</source>
        <translation>всё равно отправлен</translation>
    </message>
    <message>
        <source>waiting for an answer</source>
        <translation>ждёт ответа</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Договор</translation>
    </message>
    <message>
        <source>Domains</source>
        <translation>Домены</translation>
    </message>
    <message>
        <source>More e-mails</source>
        <translation>Другие адреса</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Тариф</translation>
    </message>
    <message>
        <source>Merged into</source>
        <translation>Объединена с</translation>
    </message>
    <message>
        <source>Merged with it:</source>
        <translation>Сюда объединена:</translation>
    </message>
    <message>
        <source>No longer watched by</source>
        <translation>Больше не наблюдает</translation>
    </message>
    <message>
        <source>Taken out again of</source>
        <translation>Снова отделена от</translation>
    </message>
    <message>
        <source>Taken out again:</source>
        <translation>Снова отделена:</translation>
    </message>
    <message>
        <source>Watched by</source>
        <translation>Наблюдают</translation>
    </message>
    <message>
        <source>Approval asked for again</source>
        <translation>Согласование запрошено снова</translation>
    </message>
    <message>
        <source>Approval asked for no longer</source>
        <translation>Согласование больше не запрашивается</translation>
    </message>
    <message>
        <source>had this contact last</source>
        <translation>последним работал с этим контактом</translation>
    </message>
    <message>
        <source>impact and urgency</source>
        <translation>влияние и срочность</translation>
    </message>
    <message>
        <source>rule “%1”</source>
        <translation>правило «%1»</translation>
    </message>
</context>
<context>
    <name>TimeChip</name>
    <message>
        <source>%1, running</source>
        <translation>%1, идёт</translation>
    </message>
    <message>
        <source>Add work time…</source>
        <translation>Добавить время работы…</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>Исправить…</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Встреча</translation>
    </message>
    <message>
        <source>Start the clock</source>
        <translation>Запустить часы</translation>
    </message>
    <message>
        <source>Stop the clock</source>
        <translation>Остановить часы</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Work time</source>
        <translation>Время работы</translation>
    </message>
</context>
<context>
    <name>TimelineModel</name>
    <message>
        <source>Open tickets</source>
        <translation>Открытые заявки</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Лента</translation>
    </message>
</context>
<context>
    <name>TimelinePane</name>
    <message numerus="yes">
        <source>%n tickets</source>
        <translation>
            <numerusform>%n заявка</numerusform>
            <numerusform>%n заявки</numerusform>
            <numerusform>%n заявок</numerusform>
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
        <translation>Пока никто ничего не менял</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>Пока ничего не было</translation>
    </message>
    <message>
        <source>Tickets, mails, calls and notes of all channels gather here.</source>
        <translation>Здесь собираются заявки, письма, звонки и заметки со всех каналов.</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Лента</translation>
    </message>
    <message>
        <source>Who changes a name, an address or a contract is named here.</source>
        <translation>Здесь видно, кто меняет имя, адрес или договор.</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search tickets, people, articles, commands</source>
        <translation>Искать заявки, людей, статьи, команды</translation>
    </message>
</context>
<context>
    <name>TopSearch</name>
    <message>
        <source>Search the ticket list</source>
        <translation>Искать в списке заявок</translation>
    </message>
</context>
<context>
    <name>Transfer</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n открытая</numerusform>
            <numerusform>%n открытые</numerusform>
            <numerusform>%n открытых</numerusform>
        </translation>
    </message>
    <message>
        <source>Hand-over: %1 to %2</source>
        <translation>Передача: %1 → %2</translation>
    </message>
    <message numerus="yes">
        <source>This ticket was handed over %n times already. Whoever gets it now asks the customer anew unless the card says it all.</source>
        <translation>
            <numerusform>Заявку уже передавали %n раз. Новый исполнитель станет снова расспрашивать клиента, если в карточке не будет всего.</numerusform>
            <numerusform>Заявку уже передавали %n раза. Новый исполнитель станет снова расспрашивать клиента, если в карточке не будет всего.</numerusform>
            <numerusform>Заявку уже передавали %n раз. Новый исполнитель станет снова расспрашивать клиента, если в карточке не будет всего.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is next</source>
        <translation>Что дальше</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Что сделано</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>администратор</translation>
    </message>
    <message>
        <source>away until %1</source>
        <translation>нет до %1</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>руководитель</translation>
    </message>
    <message>
        <source>not one of yours</source>
        <translation>не из ваших</translation>
    </message>
    <message>
        <source>online</source>
        <translation>в сети</translation>
    </message>
    <message>
        <source>you</source>
        <translation>вы</translation>
    </message>
</context>
<context>
    <name>TransferDialog</name>
    <message>
        <source>Choose a person or a queue.</source>
        <translation>Выберите сотрудника или очередь.</translation>
    </message>
    <message>
        <source>Nobody and no queue is called that.</source>
        <translation>Нет ни сотрудника, ни очереди с таким названием.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Сотрудники</translation>
    </message>
    <message>
        <source>People and queues</source>
        <translation>Сотрудники и очереди</translation>
    </message>
    <message>
        <source>Person or queue</source>
        <translation>Сотрудник или очередь</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Очереди</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Передать</translation>
    </message>
    <message>
        <source>Transfer #%1</source>
        <translation>Передать #%1</translation>
    </message>
    <message>
        <source>Found out, tried, told the customer</source>
        <translation>Что выяснено, испробовано, сказано клиенту</translation>
    </message>
    <message>
        <source>Keep watching it</source>
        <translation>Продолжать наблюдать</translation>
    </message>
    <message>
        <source>Tell %1 what is next.</source>
        <translation>Напишите, что дальше: %1.</translation>
    </message>
    <message>
        <source>What is left, and why it goes there</source>
        <translation>Что осталось и почему туда</translation>
    </message>
    <message>
        <source>What is next</source>
        <translation>Что дальше</translation>
    </message>
    <message>
        <source>What is next, if there is something to say</source>
        <translation>Что дальше, если есть что сказать</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Что сделано</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>Deskside: %n unread notices</source>
        <translation>
            <numerusform>Deskside: %n непрочитанное уведомление</numerusform>
            <numerusform>Deskside: %n непрочитанных уведомления</numerusform>
            <numerusform>Deskside: %n непрочитанных уведомлений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Close this message</source>
        <translation>Закрыть сообщение</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Ctrl Z</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
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
        <translation>Всё равно отменить</translation>
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
        <translation>%1: «%2» теперь «%3», тем временем это изменил(а) %4. Отмена не выполнена.</translation>
    </message>
    <message>
        <source>%1: %2 was changed by %4 meanwhile. It was not undone.</source>
        <translation>%1: «%2» тем временем изменил(а) %4. Отмена не выполнена.</translation>
    </message>
    <message>
        <source>%1: %2 was changed meanwhile. It was not undone.</source>
        <translation>%1: «%2» тем временем изменилось. Отмена не выполнена.</translation>
    </message>
    <message numerus="yes">
        <source>%n more changes could not be undone either.</source>
        <translation>
            <numerusform>Ещё %n изменение тоже не отменено.</numerusform>
            <numerusform>Ещё %n изменения тоже не отменены.</numerusform>
            <numerusform>Ещё %n изменений тоже не отменено.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Earlier versions</source>
        <translation>Прежние версии</translation>
    </message>
    <message>
        <source>Until %1 changed it, %2</source>
        <translation>До правки: %1, %2</translation>
    </message>
</context>
<context>
    <name>ViewDesk</name>
    <message>
        <source>Change the view…</source>
        <translation>Изменить вид…</translation>
    </message>
    <message>
        <source>Delete the view</source>
        <translation>Удалить вид</translation>
    </message>
    <message>
        <source>Move the view down</source>
        <translation>Сдвинуть вид вниз</translation>
    </message>
    <message>
        <source>Move the view up</source>
        <translation>Сдвинуть вид вверх</translation>
    </message>
    <message>
        <source>Save as view…</source>
        <translation>Сохранить как вид…</translation>
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
        <translation>Начать</translation>
    </message>
    <message>
        <source>Leave the introduction</source>
        <translation>Закрыть введение</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>Without a network you simply go on: the line at the bottom says what waits. {0} lists all keys.</source>
        <translation>Без сети работа продолжается: строка внизу говорит, что ждёт отправки. {0} показывает все клавиши.</translation>
    </message>
    <message>
        <source>{0} and {1} go down and up the list, {2} marks the chosen ticket done, and {3} takes back whatever you did.</source>
        <translation>{0} и {1} ведут вниз и вверх по списку, {2} завершает выбранную заявку, а {3} отменяет любое ваше действие.</translation>
    </message>
    <message>
        <source>{0} finds tickets, people, articles and every command, in any keyboard layout.</source>
        <translation>{0} находит заявки, людей, статьи и любую команду в любой раскладке клавиатуры.</translation>
    </message>
</context>
<context>
    <name>WindowMenus</name>
    <message numerus="yes">
        <source>%n changes need your attention</source>
        <translation>
            <numerusform>%n изменение требует вашего внимания</numerusform>
            <numerusform>%n изменения требуют вашего внимания</numerusform>
            <numerusform>%n изменений требуют вашего внимания</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти из программы</translation>
    </message>
</context>
<context>
    <name>WorkDesk</name>
    <message numerus="yes">
        <source>%1 is done, and %n lines of its check list are open.</source>
        <translation>
            <numerusform>%1 готова, а в её списке открыт %n пункт.</numerusform>
            <numerusform>%1 готова, а в её списке открыты %n пункта.</numerusform>
            <numerusform>%1 готова, а в её списке открыты %n пунктов.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is done, and the clock still runs on it.</source>
        <translation>%1 готова, а часы по ней ещё идут.</translation>
    </message>
    <message>
        <source>%1 is done, though nobody told: %2.</source>
        <translation>%1 готова, хотя не указано: %2.</translation>
    </message>
    <message>
        <source>Check list</source>
        <translation>Список с отметками</translation>
    </message>
    <message>
        <source>Not done yet</source>
        <translation>Ещё не готово</translation>
    </message>
    <message>
        <source>Start or stop the work clock</source>
        <translation>Запустить или остановить часы работы</translation>
    </message>
    <message>
        <source>Stop the clock</source>
        <translation>Остановить часы</translation>
    </message>
</context>
<context>
    <name>WorkTimeDialog</name>
    <message>
        <source>Add work time</source>
        <translation>Добавить время работы</translation>
    </message>
    <message>
        <source>Correct the work time</source>
        <translation>Исправить время работы</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Минуты</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Что сделано</translation>
    </message>
</context>
<context>
    <name>WritingBox</name>
    <message>
        <source>Add files</source>
        <translation>Добавить файлы</translation>
    </message>
</context>
<context>
    <name>WritingKeys</name>
    <message>
        <source>Bold</source>
        <translation>Полужирный</translation>
    </message>
    <message>
        <source>Bulleted list</source>
        <translation>Маркированный список</translation>
    </message>
    <message>
        <source>Check list</source>
        <translation>Список с отметками</translation>
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
        <translation>Ссылка</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>Нумерованный список</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Цитата</translation>
    </message>
    <message>
        <source>Redo typing</source>
        <translation>Вернуть ввод</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Send and mark done</source>
        <translation>Отправить и завершить</translation>
    </message>
    <message>
        <source>Strike through</source>
        <translation>Зачёркнутый</translation>
    </message>
    <message>
        <source>Tick an entry</source>
        <translation>Отметить пункт</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Подчёркнутый</translation>
    </message>
    <message>
        <source>Undo typing</source>
        <translation>Отменить ввод</translation>
    </message>
    <message>
        <source>While writing</source>
        <translation>При написании</translation>
    </message>
</context>
<context>
    <name>_ItemList</name>
    <message>
        <source>Check list: Space ticks, E changes, Alt and arrows move, Delete removes</source>
        <translation>Список с отметками: пробел отмечает, E изменяет, Alt со стрелками двигает, Delete убирает</translation>
    </message>
</context>
</TS>
