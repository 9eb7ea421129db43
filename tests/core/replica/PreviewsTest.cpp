// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/ReplicaDatabase.h"
#include "tests/support/Drafts.h"
#include "tests/support/TestCity.h"

#include "core/base/Limits.h"
#include "core/log/ScopeChain.h"

#include <QtTest/QTest>

using namespace spilno;
using namespace Qt::StringLiterals;
using base::ErrorCode;
using test::digestsOf;
using test::requestDraft;
using test::TestCity;
using test::TestPerson;
using test::titleEdit;

namespace {

constexpr int kRawBytes = 1 << 20;

/// A city with one scope, requests in it, each synchronised for itself, and somebody without a log.
struct Town
{
    TestCity city;
    base::ScopeId scope = city.makeScope(QStringLiteral("Дороги"));
    TestPerson writer = city.join();
    std::vector<base::EntityId> requests;

    explicit Town(int count = 12)
    {
        for (int i = 0; i < count; ++i) {
            const auto made =
                writer.replica->submit({requestDraft(scope, QStringLiteral("Яма %1").arg(i))});
            requests.push_back(made->entities.front());
            city.sync(writer);
        }
    }

    /// Somebody without a log.
    TestPerson reader()
    {
        return {nullptr, city.openReplica(QStringLiteral("reader%1").arg(++m_readers))};
    }

    void edit(std::size_t which, const QString &title)
    {
        if (!writer.replica->submit({titleEdit(requests[which], title)}))
            qFatal("an edit that is not taken");
        city.sync(writer);
    }

    /// Brings rules and people, and of the scope the positions below `upTo`.
    void pull(replica::ReplicaDatabase &replica, std::uint64_t upTo)
    {
        for (bool moved = true; moved;) {
            moved = false;
            const auto cursors = replica.cursors();
            for (const wire::ScopeCursor &cursor : *cursors) {
                const int most = cursor.scope == scope ? 1 : 256;
                if (cursor.scope == scope && cursor.applied >= upTo)
                    continue;
                const auto bytes =
                    city.server->readSlice(cursor.scope, cursor.applied, most, kRawBytes);
                if (!bytes || bytes->isEmpty())
                    continue;
                const auto slice = wire::decodeSlice(*bytes);
                const auto verified = log::verifySlice(
                    *slice, replica.cityId(), cursor.chain,
                    [&replica](const base::FeedId &feed) { return replica.feedState(feed); });
                moved = replica.applySlice(*verified).has_value() || moved;
            }
        }
    }

    base::Result<log::VerifiedPreview> preview(int changes)
    {
        SPILNO_ASSIGN(const QByteArray bytes, city.server->readPreview(scope, changes, kRawBytes));
        SPILNO_ASSIGN(const auto preview, wire::decodePreview(bytes));
        return log::verifyPreview(preview, city.server->cityId());
    }

private:
    int m_readers = 0;
};

std::vector<replica::Record> listed(const replica::ReplicaDatabase &replica)
{
    replica::Query query;
    query.type = QStringLiteral("request");
    const auto page = replica.list(query);
    return page ? page->items : std::vector<replica::Record>();
}

QStringList titlesOf(const replica::ReplicaDatabase &replica)
{
    QStringList titles;
    for (const replica::Record &record : listed(replica)) {
        titles.append(
            record.value(QStringLiteral("title")).toText() +
            (record.preview ? QStringLiteral("?") : QString()) +
            (record.pending ? QStringLiteral("!") : QString()));
    }
    return titles;
}

} // namespace

class PreviewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNewestIsShownBesideAnEmptyLog();
    void onlyRecordsThatAreMadeInItAreShown();
    void theLogTakesThePlaceOfThePreviewStepByStep();
    void aTransactionIsShownWholeOrNotAtAll();
    void whatIsActedOnStaysWhenTheLogComes();
    void whatIsTakenBackIsNoLongerPreviewed();
    void aContradictionDropsAllOfIt();
    void aPreviewWithoutItsRulesIsNotShown();
    void aPreviewThatComesLateOrTwiceDoesNothing();
    void aReaderOfSlicesGivesPreviewsToo();
    void thereIsNoPreviewOfRulesPeopleOrLittle();
};

void PreviewsTest::theNewestIsShownBesideAnEmptyLog()
{
    Town town;
    town.edit(11, QStringLiteral("Глибша яма"));
    TestPerson reader = town.reader();
    town.pull(*reader.replica, 0);
    const QByteArrayList before = digestsOf(*reader.replica);
    const auto preview = town.preview(4);
    QVERIFY2(preview, qPrintable(preview ? QString() : preview.error().detail));
    QVERIFY(preview->slice.firstPosition > 0);
    QVERIFY(reader.replica->showPreview(*preview));
    QCOMPARE(titlesOf(*reader.replica), (QStringList{u"Глибша яма?"_s, u"Яма 10?"_s, u"Яма 9?"_s}));
    replica::Query query;
    query.type = QStringLiteral("request");
    QCOMPARE(reader.replica->count(query).value(), qint64{3});
    QCOMPARE(reader.replica->outline(query)->size(), std::size_t{3});
    QCOMPARE(reader.replica->previewed()->records, qint64{3});
    QCOMPARE(digestsOf(*reader.replica), before);
    QCOMPARE(reader.replica->scope(town.scope).value()->next, std::uint64_t{0});
    const auto history = reader.replica->history(town.requests.back());
    QCOMPARE(history->size(), std::size_t{2});
    QVERIFY(history->front().preview && !history->front().pending);
    const auto faults = reader.replica->verify();
    QVERIFY(faults && faults->empty());
    QVERIFY(reader.replica->rebuild());
    QCOMPARE(digestsOf(*reader.replica), before);
    QCOMPARE(reader.replica->previewed()->records, qint64{3});
}

void PreviewsTest::onlyRecordsThatAreMadeInItAreShown()
{
    Town town;
    town.edit(3, QStringLiteral("Давня яма"));
    TestPerson reader = town.reader();
    town.pull(*reader.replica, 0);
    QVERIFY(reader.replica->showPreview(*town.preview(3)));
    QCOMPARE(titlesOf(*reader.replica), (QStringList{u"Яма 11?"_s, u"Яма 10?"_s}));
}

void PreviewsTest::theLogTakesThePlaceOfThePreviewStepByStep()
{
    Town town;
    town.edit(10, QStringLiteral("Глибша яма"));
    TestPerson reader = town.reader();
    TestPerson straight = town.reader();
    town.pull(*reader.replica, 0);
    QVERIFY(reader.replica->showPreview(*town.preview(6)));
    const std::uint64_t end = town.city.server->scope(town.scope).value()->next;
    for (std::uint64_t at = 1; at <= end; ++at) {
        town.pull(*reader.replica, at);
        const auto newest = reader.replica->record(QStringLiteral("request"), town.requests[10]);
        QVERIFY(newest && *newest);
        QCOMPARE((*newest)->value(QStringLiteral("title")).toText(), QStringLiteral("Глибша яма"));
        QCOMPARE((*newest)->preview, at < end);
    }
    QCOMPARE(reader.replica->previewed()->records, qint64{0});
    QVERIFY(reader.replica->previewed()->contradiction.isEmpty());
    town.city.pull(*straight.replica);
    QCOMPARE(digestsOf(*reader.replica), digestsOf(*straight.replica));
    QCOMPARE(titlesOf(*reader.replica), titlesOf(*straight.replica));
    const QByteArrayList before = digestsOf(*reader.replica);
    QVERIFY(reader.replica->rebuild());
    QCOMPARE(digestsOf(*reader.replica), before);
}

void PreviewsTest::aTransactionIsShownWholeOrNotAtAll()
{
    Town town;
    const auto both = town.writer.replica->submit(
        {requestDraft(town.scope, QStringLiteral("Перша")),
         requestDraft(town.scope, QStringLiteral("Друга"))});
    QVERIFY(both);
    town.city.sync(town.writer);
    TestPerson reader = town.reader();
    town.pull(*reader.replica, 0);
    auto preview = town.preview(5);
    QVERIFY(preview);
    auto &changes = preview->slice.changes;
    QCOMPARE(changes.at(changes.size() - 2).txn, 1U);
    changes.back().type = 999'999; // as if this program did not know it
    QVERIFY(reader.replica->showPreview(*preview));
    const QStringList titles = titlesOf(*reader.replica);
    QVERIFY(titles.contains(QStringLiteral("Яма 11?")));
    QVERIFY(!titles.contains(QStringLiteral("Перша?")));
    QVERIFY(!titles.contains(QStringLiteral("Друга?")));
}

void PreviewsTest::whatIsActedOnStaysWhenTheLogComes()
{
    Town town;
    TestPerson twin{town.writer.identity, town.city.openReplica(QStringLiteral("twin"))};
    town.pull(*twin.replica, 0);
    twin.replica->setIdentity(town.writer.identity);
    QVERIFY(twin.replica->showPreview(*town.preview(5)));
    const auto edited =
        twin.replica->submit({titleEdit(town.requests[11], QStringLiteral("Засипано"))});
    QVERIFY2(edited, qPrintable(edited ? QString() : edited.error().detail));
    QCOMPARE(titlesOf(*twin.replica).front(), QStringLiteral("Засипано?!"));
    const auto outbox = twin.replica->outbox(10);
    QCOMPARE(outbox->size(), std::size_t{1});
    QCOMPARE(outbox->front().state, replica::OutboxState::OnThisComputer);
    QVERIFY(town.city.push(twin));
    town.city.pull(*twin.replica);
    QCOMPARE(titlesOf(*twin.replica).front(), QStringLiteral("Засипано"));
    QVERIFY(twin.replica->conflicts(10)->empty());
    town.city.sync(town.writer);
    QCOMPARE(digestsOf(*twin.replica), digestsOf(*town.writer.replica));
}

void PreviewsTest::whatIsTakenBackIsNoLongerPreviewed()
{
    Town town;
    const auto preview = town.preview(5);
    QVERIFY(preview);
    TestPerson reader = town.reader();
    town.pull(*reader.replica, 0);
    QVERIFY(reader.replica->showPreview(*preview));
    QVERIFY(titlesOf(*reader.replica).contains(QStringLiteral("Яма 11?")));
    const auto history = town.writer.replica->history(town.requests[11]);
    replica::Erasure taken;
    taken.op = history->front().op;
    taken.person = town.writer.identity->person;
    taken.scope = town.scope;
    taken.entity = town.requests[11];
    QVERIFY(reader.replica->eraseAgain({taken}));
    QVERIFY(!titlesOf(*reader.replica).contains(QStringLiteral("Яма 11?")));
    // It comes again, with the words that were taken back: they are not written.
    QVERIFY(reader.replica->showPreview(*preview));
    QVERIFY(!titlesOf(*reader.replica).contains(QStringLiteral("Яма 11?")));
    QVERIFY(titlesOf(*reader.replica).contains(QStringLiteral("Яма 10?")));
}

void PreviewsTest::aContradictionDropsAllOfIt()
{
    Town town;
    TestPerson reader = town.reader();
    town.pull(*reader.replica, 0);
    auto preview = town.preview(6);
    QVERIFY(preview);
    preview->slice.changes[1].recordedMs += 1;
    QVERIFY(reader.replica->showPreview(*preview));
    QVERIFY(reader.replica->previewed()->records > 3);
    const std::uint64_t first = preview->slice.firstPosition;
    town.pull(*reader.replica, first + 1);
    QVERIFY(reader.replica->previewed()->records > 0);
    town.pull(*reader.replica, first + 2);
    const auto told = reader.replica->previewed();
    QCOMPARE(told->records, qint64{0});
    QVERIFY2(
        told->contradiction.contains(QStringLiteral("position %1").arg(first + 1)),
        qPrintable(told->contradiction));
    for (const replica::Record &record : listed(*reader.replica))
        QVERIFY(!record.preview);
    town.city.pull(*reader.replica);
    QCOMPARE(digestsOf(*reader.replica), digestsOf(*town.city.server));
}

void PreviewsTest::aPreviewWithoutItsRulesIsNotShown()
{
    Town town;
    auto preview = town.preview(5);
    QVERIFY(preview);
    TestPerson reader = town.reader();
    const auto unknown = reader.replica->showPreview(*preview);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::NotFound);
    town.pull(*reader.replica, 0);
    preview->slice.peopleNext += 1'000;
    const auto early = reader.replica->showPreview(*preview);
    QVERIFY(!early);
    QCOMPARE(early.error().code, ErrorCode::Busy);
    preview->slice.scope = wire::peopleScope(town.city.server->cityId());
    const auto people = reader.replica->showPreview(*preview);
    QVERIFY(!people);
    QVERIFY(titlesOf(*reader.replica).isEmpty());
}

void PreviewsTest::aPreviewThatComesLateOrTwiceDoesNothing()
{
    Town town;
    const auto preview = town.preview(5);
    QVERIFY(preview);
    TestPerson reader = town.reader();
    town.pull(*reader.replica, 0);
    QVERIFY(reader.replica->showPreview(*preview));
    const QStringList once = titlesOf(*reader.replica);
    QVERIFY(reader.replica->showPreview(*preview));
    QCOMPARE(titlesOf(*reader.replica), once);
    town.city.pull(*reader.replica);
    QVERIFY(reader.replica->showPreview(*preview));
    QCOMPARE(reader.replica->previewed()->records, qint64{0});
    QCOMPARE(digestsOf(*reader.replica), digestsOf(*town.city.server));
}

void PreviewsTest::aReaderOfSlicesGivesPreviewsToo()
{
    Town town;
    TestPerson hub = town.reader();
    town.city.pull(*hub.replica, 4);
    const auto bytes = hub.replica->readPreview(town.scope, 10, kRawBytes);
    QVERIFY(bytes && !bytes->isEmpty());
    const auto decoded = wire::decodePreview(*bytes);
    QVERIFY(decoded);
    QCOMPARE(decoded->slice.lastPosition() + 1, town.city.server->scope(town.scope).value()->next);
    const auto verified = log::verifyPreview(*decoded, town.city.server->cityId());
    QVERIFY2(verified, qPrintable(verified ? QString() : verified.error().detail));
    TestPerson reader = town.reader();
    town.pull(*reader.replica, 0);
    QVERIFY(reader.replica->showPreview(*verified));
    QCOMPARE(titlesOf(*reader.replica).front(), QStringLiteral("Яма 11?"));
}

void PreviewsTest::thereIsNoPreviewOfRulesPeopleOrLittle()
{
    Town town(3);
    const auto &server = *town.city.server;
    const base::CityId city = server.cityId();
    QVERIFY(server.readPreview(wire::rulesScope(city), 2, kRawBytes)->isEmpty());
    QVERIFY(server.readPreview(wire::peopleScope(city), 1, kRawBytes)->isEmpty());
    QVERIFY(server.readPreview(town.scope, 2'000, kRawBytes)->isEmpty()); // that is all of it
    QVERIFY(server.readPreview(town.scope, 2, 50)->isEmpty());
    QVERIFY(!server.readPreview(town.scope, 2, kRawBytes)->isEmpty());
}

QTEST_GUILESS_MAIN(PreviewsTest)
#include "PreviewsTest.moc"
