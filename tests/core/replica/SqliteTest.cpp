// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/Sqlite.h"

#include "core/base/Ids.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace spilno;

namespace {

base::Hash filled(std::uint8_t byte)
{
    base::Hash hash;
    std::fill_n(hash.data(), hash.bytes().size(), byte);
    return hash;
}

} // namespace

class SqliteTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Was only looked at, and gone when the statement ran: the hash kept of an erased value was
    /// whatever stood on the stack by then.
    void aTemporaryIsCopiedWhenItIsBound()
    {
        QTemporaryDir folder;
        replica::Connection::Options options;
        options.path = folder.filePath(QStringLiteral("some.db"));
        const auto database = replica::Connection::open(options);
        QVERIFY(database);
        QVERIFY((*database)->execute("CREATE TABLE t(id BLOB, other BLOB)"));
        {
            replica::Statement insert = (*database)->prepare("INSERT INTO t VALUES(?1, ?2)");
            insert.bind(1, filled(1));
            insert.bind(2, filled(2));
            QVERIFY(insert.run());
        }
        replica::Statement query = (*database)->prepare("SELECT id, other FROM t");
        QVERIFY(query.next());
        QCOMPARE(query.id<base::Hash>(0), filled(1));
        QCOMPARE(query.id<base::Hash>(1), filled(2));
    }
};

QTEST_GUILESS_MAIN(SqliteTest)
#include "SqliteTest.moc"
