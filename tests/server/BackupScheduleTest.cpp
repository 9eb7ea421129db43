// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/commands/BackupSchedule.h"

#include "syncserver/commands/ListenAddress.h"

#include "tests/server/ServedCity.h"

#include <QtCore/QDir>

using namespace spilno;
using namespace spilno::server;
using namespace spilno::server::test;
using namespace Qt::StringLiterals;

class BackupScheduleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesAreRead_data();
    void timesAreRead();
    void optionsBelongTogether();
    void onlyTheNewestAreKept();
    void aRecentBackupIsNotRepeated();
    void listenAddressesAreRead();
};

void BackupScheduleTest::timesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms"); // 0: not a time
    QTest::newRow("day") << u"1d"_s << qint64{86'400'000};
    QTest::newRow("hours") << u"12h"_s << qint64{43'200'000};
    QTest::newRow("minutes") << u"30m"_s << qint64{1'800'000};
    QTest::newRow("seconds") << u"5s"_s << qint64{5'000};
    QTest::newRow("weeks") << u"2w"_s << qint64{1'209'600'000};
    for (const char *wrong : {"", "d", "0d", "-1d", "1", "1y", "1.5h", "day", "99999999999d"})
        QTest::newRow(wrong) << QString::fromLatin1(wrong) << qint64{0};
}

void BackupScheduleTest::timesAreRead()
{
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    QCOMPARE(BackupSchedule::duration(text).value_or(0), ms);
}

void BackupScheduleTest::optionsBelongTogether()
{
    const auto problem = [](const QStringList &words) {
        CommandLine line(QStringList{u"backup"_s} + words);
        Syntax syntax;
        syntax.name = u"backup"_s;
        syntax.optional = {u"every"_s, u"keep"_s, u"to"_s};
        if (const auto wrong = line.bind(syntax))
            return *wrong;
        BackupSchedule::Plan plan;
        return BackupSchedule::read(line, plan).value_or(QString());
    };
    QCOMPARE(problem({}), QString());
    QCOMPARE(problem({u"--every"_s, u"1d"_s, u"--keep=3"_s, u"--to"_s, u"folder"_s}), QString());
    QVERIFY(problem({u"--every"_s, u"1d"_s}).contains(u"--to"_s));
    QVERIFY(problem({u"--keep"_s, u"3"_s}).contains(u"--every"_s));
    QVERIFY(problem({u"--every"_s, u"1d"_s, u"--to"_s, u"f"_s, u"--keep"_s, u"0"_s})
                .contains(u"--keep"_s));
}

void BackupScheduleTest::onlyTheNewestAreKept()
{
    ServedCity city;
    const QString folder = city.root.filePath(u"backups"_s);
    QVERIFY(QDir().mkpath(folder));
    for (const char *name :
         {"city-20200101-000000.spilno-backup", "city-20210101-000000.spilno-backup",
          "city-20220101-000000.spilno-backup", "another-file"}) {
        QFile file(folder + u'/' + QString::fromLatin1(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    ServerLog log(city.clock, [](const QByteArray &) {});
    {
        BackupSchedule schedule({86'400'000, 2, folder}, DataFolder(city.data()), city.clock, log);
        schedule.start();
    } // waits for the first one
    const QStringList left = QDir(folder).entryList(QDir::Files, QDir::Name);
    QCOMPARE(left.size(), 3);
    QVERIFY(left.contains(u"another-file"_s));
    QVERIFY(left.contains(u"city-20220101-000000.spilno-backup"_s));
}

void BackupScheduleTest::aRecentBackupIsNotRepeated()
{
    ServedCity city;
    const QString folder = city.root.filePath(u"backups"_s);
    ServerLog log(city.clock, [](const QByteArray &) {});
    for (int start = 0; start < 3; ++start) {
        BackupSchedule schedule({86'400'000, 9, folder}, DataFolder(city.data()), city.clock, log);
        schedule.start();
    }
    QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 1);
}

void BackupScheduleTest::listenAddressesAreRead()
{
    const auto text = [](const char *address) {
        const auto read = ListenAddress::parse(QString::fromLatin1(address));
        return read ? read->toString() : QString();
    };
    QCOMPARE(text("127.0.0.1:80"), u"127.0.0.1:80"_s);
    QCOMPARE(text("127.0.0.1"), u"127.0.0.1:7717"_s);
    QCOMPARE(text("[::1]:81"), u"[::1]:81"_s);
    QCOMPARE(text("[::1]"), u"[::1]:7717"_s);
    QCOMPARE(text("city.example:0"), u"city.example:0"_s);
    for (const char *wrong : {"", ":80", "host:x", "host:70000", "[::1", "[::1]80", "a b:1"})
        QCOMPARE(text(wrong), QString());
    QCOMPARE(ListenAddress({u"10.1.2.3"_s, 1}).publicHost(), u"10.1.2.3"_s);
    const QString reachable = ListenAddress({u"0.0.0.0"_s, 1}).publicHost();
    QVERIFY(!reachable.isEmpty() && reachable != u"0.0.0.0"_s);
}

QTEST_GUILESS_MAIN(BackupScheduleTest)
#include "BackupScheduleTest.moc"
