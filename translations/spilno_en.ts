<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>spilno::pages::BundleCard</name>
    <message numerus="yes">
        <source>%Ln change(s) are in %1.</source>
        <translation>
            <numerusform>%Ln change is in %1.</numerusform>
            <numerusform>%Ln changes are in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them still wait(s) for the city.</source>
        <translation>
            <numerusform>%Ln of them still waits for the city.</numerusform>
            <numerusform>%Ln of them still wait for the city.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new change(s) from this file.</source>
        <translation>
            <numerusform>%Ln new change from this file.</numerusform>
            <numerusform>%Ln new changes from this file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) of others go to the city with the next synchronisation.</source>
        <translation>
            <numerusform>%Ln change of others goes to the city with the next synchronisation.</numerusform>
            <numerusform>%Ln changes of others go to the city with the next synchronisation.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) do not join what is here: ask for a file that begins earlier.</source>
        <translation>
            <numerusform>%Ln change does not join what is here: ask for a file that begins earlier.</numerusform>
            <numerusform>%Ln changes do not join what is here: ask for a file that begins earlier.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) do not verify and were left out.</source>
        <translation>
            <numerusform>%Ln change does not verify and was left out.</numerusform>
            <numerusform>%Ln changes do not verify and were left out.</numerusform>
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
    <message numerus="yes">
        <source>%Ln used</source>
        <translation>
            <numerusform>%Ln used</numerusform>
            <numerusform>%Ln used</numerusform>
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
        <source>%Ln request(s) in sight</source>
        <translation>
            <numerusform>%Ln request in sight</numerusform>
            <numerusform>%Ln requests in sight</numerusform>
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
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
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
        <source>%Ln record(s) are shown before the log has come; they are still being checked.</source>
        <translation>
            <numerusform>%Ln record is shown before the log has come; it is still being checked.</numerusform>
            <numerusform>%Ln records are shown before the log has come; they are still being checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) are not proven yet; the city&apos;s next signed checkpoint does it.</source>
        <translation>
            <numerusform>%Ln change is not proven yet; the city&apos;s next signed checkpoint does it.</numerusform>
            <numerusform>%Ln changes are not proven yet; the city&apos;s next signed checkpoint does it.</numerusform>
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
        <source>%Ln change(s) still to come</source>
        <translation>
            <numerusform>%Ln change still to come</numerusform>
            <numerusform>%Ln changes still to come</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Sending %Ln change(s)</source>
        <translation>
            <numerusform>Sending %Ln change</numerusform>
            <numerusform>Sending %Ln changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spilno::widgets::MapView</name>
    <message numerus="yes">
        <source>%Ln mark(s)</source>
        <translation>
            <numerusform>%Ln mark</numerusform>
            <numerusform>%Ln marks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spilno::widgets::SyncStatusItem</name>
    <message numerus="yes">
        <source>%Ln change(s) waiting</source>
        <translation>
            <numerusform>%Ln change waiting</numerusform>
            <numerusform>%Ln changes waiting</numerusform>
        </translation>
    </message>
</context>
</TS>
