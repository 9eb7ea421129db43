// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/Migration.h"

#include "core/replica/Schema.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace spilno;
using namespace spilno::replica;

namespace {

std::unique_ptr<Connection> openFile(const QString &path)
{
    Connection::Options options;
    options.path = path;
    auto opened = Connection::open(options);
    return opened ? std::move(*opened) : nullptr;
}

qint64 number(Connection &connection, const char *sql)
{
    Statement query = connection.prepare(sql);
    return query.next() ? query.integer(0) : -1;
}

/// A city of format 1 as two later formats would find it.
const std::vector<Migration::Step> kSteps{
    {2, "ALTER TABLE word ADD COLUMN length INTEGER; UPDATE word SET length = length(text);"},
    {3, "CREATE INDEX word_length ON word(length);"}};

} // namespace

class MigrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void oldFileIsCopiedAndBroughtToThePresentFormat();
    void cutInTheMiddleLosesNothingAndGoesOn();
    void newerFileIsRefusedUntouched();
    void freshFileIsOfThePresentFormat();
    void foreignDatabaseIsRefused();
    void readerIsToldOfAnotherFormat();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

void MigrationTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = m_folder->filePath(QStringLiteral("city.sqlite"));
    const auto file = openFile(m_path);
    QVERIFY(file);
    QVERIFY(
        file->execute("CREATE TABLE word(text TEXT); INSERT INTO word VALUES('яма'), ('ліхтар');"
                      "PRAGMA user_version=1"));
}

void MigrationTest::oldFileIsCopiedAndBroughtToThePresentFormat()
{
    const auto file = openFile(m_path);
    QVERIFY(Migration::run(*file, m_path, kSteps));
    QCOMPARE(number(*file, "PRAGMA user_version"), 3);
    QCOMPARE(number(*file, "SELECT sum(length) FROM word"), 9);
    const auto copy = openFile(Migration::copyOf(m_path, 1));
    QCOMPARE(number(*copy, "PRAGMA user_version"), 1);
    QCOMPARE(number(*copy, "SELECT count(*) FROM word"), 2);
    QCOMPARE(number(*copy, "SELECT count(*) FROM pragma_table_info('word')"), 1);
    QVERIFY(Migration::run(*file, m_path, kSteps)); // nothing is left to do
}

void MigrationTest::cutInTheMiddleLosesNothingAndGoesOn()
{
    {
        const auto file = openFile(m_path);
        // The second step breaks off half done, as a cut would.
        std::vector<Migration::Step> broken = kSteps;
        broken[1].sql = "CREATE INDEX word_length ON word(length); INSERT INTO nowhere VALUES(1);";
        QVERIFY(!Migration::run(*file, m_path, broken));
        QCOMPARE(number(*file, "PRAGMA user_version"), 2);
    }
    const auto file = openFile(m_path);
    QVERIFY(Migration::run(*file, m_path, kSteps));
    QCOMPARE(number(*file, "PRAGMA user_version"), 3);
    QCOMPARE(number(*file, "SELECT sum(length) FROM word"), 9);
    // The copy is still the one from before the first step.
    const auto copy = openFile(Migration::copyOf(m_path, 1));
    QCOMPARE(number(*copy, "PRAGMA user_version"), 1);
}

void MigrationTest::newerFileIsRefusedUntouched()
{
    const auto file = openFile(m_path);
    QVERIFY(file->execute("PRAGMA user_version=4"));
    const auto refused = Migration::run(*file, m_path, kSteps);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, base::ErrorCode::UnsupportedVersion);
    QCOMPARE(number(*file, "PRAGMA user_version"), 4);
    QVERIFY(!QFile::exists(Migration::copyOf(m_path, 4)));
}

void MigrationTest::freshFileIsOfThePresentFormat()
{
    const QString path = m_folder->filePath(QStringLiteral("fresh.sqlite"));
    const auto file = openFile(path);
    QVERIFY(Migration::run(*file, path));
    QCOMPARE(number(*file, "PRAGMA user_version"), kSchemaVersion);
    QVERIFY(!QFile::exists(Migration::copyOf(path, 0)));
}

void MigrationTest::foreignDatabaseIsRefused()
{
    const auto file = openFile(m_path);
    QVERIFY(file->execute("PRAGMA user_version=0"));
    const auto refused = Migration::run(*file, m_path, kSteps);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, base::ErrorCode::Malformed);
}

void MigrationTest::readerIsToldOfAnotherFormat()
{
    const auto file = openFile(m_path);
    QVERIFY(Migration::check(*file, {}));
    const auto refused = Migration::check(*file, kSteps);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, base::ErrorCode::UnsupportedVersion);
}

QTEST_GUILESS_MAIN(MigrationTest)
#include "MigrationTest.moc"
