<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>spilno::pages::BundleCard</name>
    <message numerus="yes">
        <source>%n change(s) are in %1.</source>
        <translation>
            <numerusform>%n change is in %1.</numerusform>
            <numerusform>%n changes are in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them still wait(s) for the city.</source>
        <translation>
            <numerusform>%n of them still waits for the city.</numerusform>
            <numerusform>%n of them still wait for the city.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new change(s) from this file.</source>
        <translation>
            <numerusform>%n new change from this file.</numerusform>
            <numerusform>%n new changes from this file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of others go to the city with the next synchronisation.</source>
        <translation>
            <numerusform>%n change of others goes to the city with the next synchronisation.</numerusform>
            <numerusform>%n changes of others go to the city with the next synchronisation.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) do not join what is here: ask for a file that begins earlier.</source>
        <translation>
            <numerusform>%n change does not join what is here: ask for a file that begins earlier.</numerusform>
            <numerusform>%n changes do not join what is here: ask for a file that begins earlier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) do not verify and were left out.</source>
        <translation>
            <numerusform>%n change does not verify and was left out.</numerusform>
            <numerusform>%n changes do not verify and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spilno::pages::InvitationList</name>
    <message numerus="yes">
        <source>for %n person(s)</source>
        <translation>
            <numerusform>for %n person</numerusform>
            <numerusform>for %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spilno::pages::NewRequestPage</name>
    <message numerus="yes">
        <source>%n similar request(s) are open already: %1. A comment there helps more than a second one.</source>
        <translation>
            <numerusform>%n similar request is open already: %1. A comment there helps more than a second one.</numerusform>
            <numerusform>%n similar requests are open already: %1. A comment there helps more than another one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spilno::pages::PassphraseRows</name>
    <message numerus="yes">
        <source>At least %n sign(s).</source>
        <translation>
            <numerusform>At least %n sign.</numerusform>
            <numerusform>At least %n signs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spilno::pages::PhotoPicker</name>
    <message numerus="yes">
        <source>%n photo(s) at most.</source>
        <translation>
            <numerusform>%n photo at most.</numerusform>
            <numerusform>%n photos at most.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spilno::pages::PointField</name>
    <message numerus="yes">
        <source>Everyone sees the place only to %n metre(s).</source>
        <translation>
            <numerusform>Everyone sees the place only to %n metre.</numerusform>
            <numerusform>Everyone sees the place only to %n metres.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spilno::pages::RequestMapPanel</name>
    <message numerus="yes">
        <source>%n request(s) in sight</source>
        <translation>
            <numerusform>%n request in sight</numerusform>
            <numerusform>%n requests in sight</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spilno::pages::RequestWords</name>
    <message numerus="yes">
        <source>Overdue by %n min</source>
        <translation>
            <numerusform>Overdue by %n min</numerusform>
            <numerusform>Overdue by %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Overdue by %n h</source>
        <translation>
            <numerusform>Overdue by %n h</numerusform>
            <numerusform>Overdue by %n h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Overdue by %n day(s)</source>
        <translation>
            <numerusform>Overdue by %n day</numerusform>
            <numerusform>Overdue by %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Overdue by %n month(s)</source>
        <translation>
            <numerusform>Overdue by %n month</numerusform>
            <numerusform>Overdue by %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Overdue by %n year(s)</source>
        <translation>
            <numerusform>Overdue by %n year</numerusform>
            <numerusform>Overdue by %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <comment>of a term that is over</comment>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <comment>of a term that is over</comment>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <comment>of a term that is over</comment>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <comment>of a term that is over</comment>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <comment>of a term that is over</comment>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spilno::pages::SyncPage</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are shown before the log has come; they are still being checked.</source>
        <translation>
            <numerusform>%n record is shown before the log has come; it is still being checked.</numerusform>
            <numerusform>%n records are shown before the log has come; they are still being checked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spilno::records::FieldEditor</name>
    <message numerus="yes">
        <source>Too long by about %n character(s).</source>
        <translation>
            <numerusform>Too long by about %n character.</numerusform>
            <numerusform>Too long by about %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spilno::session::Sentences</name>
    <message numerus="yes">
        <source>%n change(s) still to come</source>
        <translation>
            <numerusform>%n change still to come</numerusform>
            <numerusform>%n changes still to come</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %n change(s)</source>
        <translation>
            <numerusform>Sending %n change</numerusform>
            <numerusform>Sending %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spilno::widgets::MapView</name>
    <message numerus="yes">
        <source>%n mark(s)</source>
        <translation>
            <numerusform>%n mark</numerusform>
            <numerusform>%n marks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spilno::widgets::SyncStatusItem</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n change waiting</numerusform>
            <numerusform>%n changes waiting</numerusform>
        </translation>
    </message>
</context>
</TS>
