// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/sync/SyncPage.h"
#include "app/session/Session.h"
#include "core/log/LieWords.h"
#include "core/replica/Sqlite.h"
#include "tests/app/CityFixture.h"
#include "tests/support/ProtocolVectors.h"

#include <QLabel>
#include <QTest>

using namespace spilno;

/// What the page of synchronisation tells of the server's truth.
class SyncPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLieThatIsProvenIsTold();
};

void SyncPageTest::aLieThatIsProvenIsTold()
{
    test::CityFixture city;
    session::SessionContext &context = city.open();
    const auto lie = support::ProtocolVector::read(
        support::vectorFolder(QStringLiteral("lie")) + QStringLiteral("/dropped-change.json"));
    QVERIFY(lie);
    const QByteArray bytes = lie->input();
    {
        replica::Connection::Options options;
        options.path = city.city.folder.filePath(QStringLiteral("person1/replica.db"));
        const auto connection = replica::Connection::open(options);
        QVERIFY(connection);
        auto insert = (*connection)
                          ->prepare("INSERT INTO evidence(subject, kind, found, bytes)"
                                    " VALUES(zeroblob(32), 3, 1760000000000, ?1)");
        insert.bindBlob(1, base::view(bytes));
        QVERIFY(insert.run());
    }
    session::Session session{{&city.city.clock, &city.random, nullptr}};
    pages::SyncPage page(session, context);
    page.show();
    page.onShown();
    const auto verdict = log::judgeProof(base::view(bytes));
    QVERIFY(verdict && verdict->isLie());
    const QString told = log::lieSentence(*verdict);
    QTRY_VERIFY([&] {
        const auto labels = page.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&told](const QLabel *label) {
            return label->isVisible() && label->text().contains(told);
        });
    }());
}

QTEST_MAIN(SyncPageTest)
#include "SyncPageTest.moc"
