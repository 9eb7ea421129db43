<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>spilno::cli::ImportCommand</name>
    <message numerus="yes">
        <source>Entering %n departments into the city…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spilno::cli::VerifyCommand</name>
    <message numerus="yes">
        <source>%n things are not as they were signed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
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
