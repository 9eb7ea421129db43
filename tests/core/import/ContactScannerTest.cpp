// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/ContactScanner.h"

#include <QtTest/QtTest>

using namespace spilno::import;

class ContactScannerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void contactsAreFoundWhereTheyStand_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char16_t *text, const char16_t *expected) {
            QTest::addRow("%s", qUtf8Printable(QString::fromUtf16(text)))
                << QString::fromUtf16(text) << QString::fromUtf16(expected);
        };
        row(u"тел. +380671234567", u"+380671234567");
        row(u"дзвоніть: +38 (067) 123-45-67!", u"+38 (067) 123-45-67");
        row(u"0671234567", u"0671234567");
        row(u"067 123 45 67 Олена", u"067 123 45 67");
        row(u"(044) 279-15-51", u"044) 279-15-51");
        row(u"кв. 12 067-123-45-67", u"067-123-45-67");
        row(u"80501234567", u"80501234567");
        row(u"380 50 123 45 67", u"380 50 123 45 67");
        row(u"Call 617-555-0123 please", u"617-555-0123");
        row(u"call (617) 555-0123", u"617) 555-0123");
        row(u"617.555.0123", u"617.555.0123");
        row(u"1-617-555-0123", u"1-617-555-0123");
        row(u"+1 617 555 0123", u"+1 617 555 0123");
        row(u"пишіть на olena.m@ukr.net.", u"olena.m@ukr.net");
        row(u"MAIL:X_Y@City.Boston.GOV", u"X_Y@City.Boston.GOV");
        row(u"name+tag@домен.укр", u"name+tag@домен.укр");
    }
    void contactsAreFoundWhereTheyStand()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto contact = ContactScanner::firstContact(text);
        QVERIFY(contact);
        QCOMPARE(text.mid(contact->begin, contact->length), expected);
        QCOMPARE(contact->kind == ContactKind::Email, expected.contains(u'@'));
    }

    void otherNumbersAreNoContacts_data()
    {
        QTest::addColumn<QString>("text");
        for (const char16_t *text :
             {u"2015-07-01 06:51:56.243",
              u"Closed date : 2015-07-01 06:51:56.243 Case Resolved",
              u"4/28/2015...10:20am",
              u"28.04.2015 10:20",
              u"101001363735",
              u"crm #404461",
              u"CASE 101001414684 duplicate",
              u"вул. Хрещатик, 22, кв. 15",
              u"№ 0412-2026",
              u"Ш7-0412",
              u"42.3516, -71.0859",
              u"50.4501 30.5234",
              u"1000000 грн",
              u"02101-1234",
              u"01001",
              u"№ 10001234567",
              u"9 a.m. - 5 p.m.",
              u"15 @ Main",
              u"@sidewalk",
              u"a@b",
              u"10@30",
              u"12.05.2026-13.06.2026",
              u"02115 2015-07-01",
              u"20150701065156",
              u"буд. 10-12-14",
              u"404461 404462",
              u"http://x/5588250fd0528e43ce386e7f",
              u"0000000000",
              u"+5 градусів",
              u"new cart # 0671234567",
              u"cart picked up 0415302621 08/26",
              u"UA213223130000026007233566001",
              u"",
              u"+",
              u"@",
              u"0 0 0 0 0 0 0 0 0 0"})
            QTest::addRow("%s", qUtf8Printable(QString::fromUtf16(text)))
                << QString::fromUtf16(text);
    }
    void otherNumbersAreNoContacts()
    {
        QFETCH(QString, text);
        const auto contact = ContactScanner::firstContact(text);
        QVERIFY2(
            !contact, contact ? qUtf8Printable(text.mid(contact->begin, contact->length)) : "");
    }
};

QTEST_GUILESS_MAIN(ContactScannerTest)
#include "ContactScannerTest.moc"
