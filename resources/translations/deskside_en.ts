<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AgeingCard</name>
    <message numerus="yes">
        <source>%n offered to everybody, the oldest first</source>
        <translation>
            <numerusform>%n offered to everybody</numerusform>
            <numerusform>%n offered to everybody, the oldest first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerAllDialog</name>
    <message numerus="yes">
        <source>%n tickets get this reply, each its own.</source>
        <translation>
            <numerusform>%n ticket gets this reply.</numerusform>
            <numerusform>%n tickets get this reply, each its own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer %n</source>
        <translation>
            <numerusform>Answer %n</numerusform>
            <numerusform>Answer %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AwayStrip</name>
    <message numerus="yes">
        <source>%n customers replied</source>
        <translation>
            <numerusform>%n customer replied</numerusform>
            <numerusform>%n customers replied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mentions</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new in your queues</source>
        <translation>
            <numerusform>%n new in your queues</numerusform>
            <numerusform>%n new in your queues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BellButton</name>
    <message numerus="yes">
        <source>%n unread notices</source>
        <translation>
            <numerusform>%n unread notice</numerusform>
            <numerusform>%n unread notices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n selected</source>
        <translation>
            <numerusform>The first %n selected</numerusform>
            <numerusform>The first %n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkDesk</name>
    <message numerus="yes">
        <source>Postpone %n tickets</source>
        <translation>
            <numerusform>Postpone %n ticket</numerusform>
            <numerusform>Postpone %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tags of %n tickets</source>
        <translation>
            <numerusform>Tags of %n ticket</numerusform>
            <numerusform>Tags of %n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Transfer %n tickets</source>
        <translation>
            <numerusform>Transfer %n ticket</numerusform>
            <numerusform>Transfer %n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BulkWords</name>
    <message numerus="yes">
        <source>%n tickets changed</source>
        <translation>
            <numerusform>%n ticket changed</numerusform>
            <numerusform>%n tickets changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets left as they were</source>
        <translation>
            <numerusform>%n ticket left as it was</numerusform>
            <numerusform>%n tickets left as they were</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets need no change</source>
        <translation>
            <numerusform>%n ticket needs no change</numerusform>
            <numerusform>%n tickets need no change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets needed no change</source>
        <translation>
            <numerusform>%n ticket needed no change</numerusform>
            <numerusform>%n tickets needed no change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets will change</source>
        <translation>
            <numerusform>%n ticket will change</numerusform>
            <numerusform>%n tickets will change</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>%n people at work</source>
        <translation>
            <numerusform>%n person at work</numerusform>
            <numerusform>%n people at work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without</source>
        <translation>
            <numerusform>%n without</numerusform>
            <numerusform>%n without</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n channels</source>
        <translation>
            <numerusform>from %n channel</numerusform>
            <numerusform>from %n channels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeptTickets</name>
    <message numerus="yes">
        <source>Done in the last %n day(s)</source>
        <translation>
            <numerusform>Done in the last %n day</numerusform>
            <numerusform>Done in the last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message numerus="yes">
        <source>{0} tickets on this computer</source>
        <translation>
            <numerusform>{0} ticket on this computer</numerusform>
            <numerusform>{0} tickets on this computer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergePane</name>
    <message numerus="yes">
        <source>%n tickets come along.</source>
        <translation>
            <numerusform>%n ticket comes along.</numerusform>
            <numerusform>%n tickets come along.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message numerus="yes">
        <source>%n need your attention</source>
        <translation>
            <numerusform>%n needs your attention</numerusform>
            <numerusform>%n need your attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewTroubles</name>
    <message numerus="yes">
        <source>%n changes need your attention.</source>
        <translation>
            <numerusform>%n change needs your attention.</numerusform>
            <numerusform>%n changes need your attention.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotesModel</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n calls to return</source>
        <translation>
            <numerusform>%n call to return</numerusform>
            <numerusform>%n calls to return</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customers replied</source>
        <translation>
            <numerusform>%n customer replied</numerusform>
            <numerusform>%n customers replied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mentions</source>
        <translation>
            <numerusform>%n mention</numerusform>
            <numerusform>%n mentions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new in your queues</source>
        <translation>
            <numerusform>%n new in your queues</numerusform>
            <numerusform>%n new in your queues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reminders</source>
        <translation>
            <numerusform>%n reminder</numerusform>
            <numerusform>%n reminders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets back from being postponed</source>
        <translation>
            <numerusform>%n ticket back from being postponed</numerusform>
            <numerusform>%n tickets back from being postponed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets due soon</source>
        <translation>
            <numerusform>%n ticket due soon</numerusform>
            <numerusform>%n tickets due soon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets given to you</source>
        <translation>
            <numerusform>%n ticket given to you</numerusform>
            <numerusform>%n tickets given to you</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Online</name>
    <message numerus="yes">
        <source>%n people online</source>
        <translation>
            <numerusform>%n person online</numerusform>
            <numerusform>%n people online</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0}, {1} and %n others online</source>
        <translation>
            <numerusform>{0}, {1} and %n other online</numerusform>
            <numerusform>{0}, {1} and %n others online</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasswordForm</name>
    <message numerus="yes">
        <source>The new password needs at least %n characters.</source>
        <translation>
            <numerusform>The new password needs at least %n character.</numerusform>
            <numerusform>The new password needs at least %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Presence</name>
    <message numerus="yes">
        <source>{0} and %n others are typing</source>
        <translation>
            <numerusform>{0} and %n other are typing</numerusform>
            <numerusform>{0} and %n others are typing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{0} and %n others are viewing</source>
        <translation>
            <numerusform>{0} and %n other are viewing</numerusform>
            <numerusform>{0} and %n others are viewing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Relate</name>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Relations</name>
    <message numerus="yes">
        <source>handed over %n times</source>
        <translation>
            <numerusform>handed over %n time</numerusform>
            <numerusform>handed over %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reopened %n times</source>
        <translation>
            <numerusform>reopened %n time</numerusform>
            <numerusform>reopened %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelationsDesk</name>
    <message numerus="yes">
        <source>%n tickets answered</source>
        <translation>
            <numerusform>%n ticket answered</numerusform>
            <numerusform>%n tickets answered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RelationsStrip</name>
    <message numerus="yes">
        <source>%n alike in half an hour</source>
        <translation>
            <numerusform>%n alike in half an hour</numerusform>
            <numerusform>%n alike in half an hour</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer all %n…</source>
        <translation>
            <numerusform>Answer %n…</numerusform>
            <numerusform>Answer all %n…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make this the problem, and %n others its incidents</source>
        <translation>
            <numerusform>Make this the problem, and %n other its incident</numerusform>
            <numerusform>Make this the problem, and %n others its incidents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n messages</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts to be indexed for search</source>
        <translation>
            <numerusform>%n text to be indexed for search</numerusform>
            <numerusform>%n texts to be indexed for search</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tickets</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RevokedPage</name>
    <message numerus="yes">
        <source>%n texts were never sent. Save them first: after that, everything of Deskside on this computer is deleted.</source>
        <translation>
            <numerusform>%n text was never sent. Save it first: after that, everything of Deskside on this computer is deleted.</numerusform>
            <numerusform>%n texts were never sent. Save them first: after that, everything of Deskside on this computer is deleted.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SiblingLine</name>
    <message numerus="yes">
        <source>%n files are only there</source>
        <translation>
            <numerusform>%n file is only there</numerusform>
            <numerusform>%n files are only there</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message numerus="yes">
        <source>%n messages become a ticket of their own</source>
        <translation>
            <numerusform>%n message becomes a ticket of its own</numerusform>
            <numerusform>%n messages become a ticket of their own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay on %1</source>
        <translation>
            <numerusform>%n stays on %1</numerusform>
            <numerusform>%n stay on %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncWords</name>
    <message numerus="yes">
        <source>%n changes need your attention</source>
        <translation>
            <numerusform>%n change needs your attention</numerusform>
            <numerusform>%n changes need your attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes on the way</source>
        <translation>
            <numerusform>%n change on the way</numerusform>
            <numerusform>%n changes on the way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes wait on this computer and will be sent later</source>
        <translation>
            <numerusform>%n change waits on this computer and will be sent later</numerusform>
            <numerusform>%n changes wait on this computer and will be sent later</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>As of {0}, %n changes wait.</source>
        <translation>
            <numerusform>As of {0}, %n change waits.</numerusform>
            <numerusform>As of {0}, %n changes wait.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelinePane</name>
    <message numerus="yes">
        <source>%n tickets</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Transfer</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This ticket was handed over %n times already. Whoever gets it now asks the customer anew unless the card says it all.</source>
        <translation>
            <numerusform>This ticket was handed over %n time already. Whoever gets it now asks the customer anew unless the card says it all.</numerusform>
            <numerusform>This ticket was handed over %n times already. Whoever gets it now asks the customer anew unless the card says it all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message numerus="yes">
        <source>Deskside: %n unread notices</source>
        <translation>
            <numerusform>Deskside: %n unread notice</numerusform>
            <numerusform>Deskside: %n unread notices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoWords</name>
    <message numerus="yes">
        <source>%n more changes could not be undone either.</source>
        <translation>
            <numerusform>%n more change could not be undone either.</numerusform>
            <numerusform>%n more changes could not be undone either.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowMenus</name>
    <message numerus="yes">
        <source>%n changes need your attention</source>
        <translation>
            <numerusform>%n change needs your attention</numerusform>
            <numerusform>%n changes need your attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WorkDesk</name>
    <message numerus="yes">
        <source>%1 is done, and %n lines of its check list are open.</source>
        <translation>
            <numerusform>%1 is done, and %n line of its check list is open.</numerusform>
            <numerusform>%1 is done, and %n lines of its check list are open.</numerusform>
        </translation>
    </message>
</context>
</TS>
