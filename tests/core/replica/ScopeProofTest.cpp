// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Limits.h"
#include "core/log/ScopeMap.h"
#include "core/replica/Sqlite.h"
#include "tests/support/Drafts.h"
#include "tests/support/TestCity.h"

#include <QtTest/QTest>

using namespace spilno;
using base::ErrorCode;
using test::requestDraft;
using test::TestCity;
using test::TestPerson;

namespace {

/// A city with requests in two scopes, a reader who has them all, and the server's checkpoint.
class Proven
{
public:
    Proven()
        : roads(city.makeScope(QStringLiteral("Дороги")))
        , parks(city.makeScope(QStringLiteral("Парки")))
        , person(city.join())
    {
        report(3);
        checkpoint = *city.server->buildCheckpoint(city.clock.wallMs());
    }

    void report(int count)
    {
        for (int i = 0; i < count; ++i)
            QVERIFY(person.replica->submit({requestDraft(roads, QStringLiteral("Яма"))}));
        city.sync(person);
    }

    [[nodiscard]] replica::ScopeProof proof() const { return **city.server->scopeProof(roads); }
    [[nodiscard]] base::Result<std::uint64_t> check(const replica::ScopeProof &shown) const
    {
        return person.replica->prove(shown, checkpoint);
    }
    [[nodiscard]] qint64 provenAtMs() const
    {
        const QString name = QString::fromLatin1(replica::kProofTimeSetting);
        return person.replica->setting(name).value_or(QByteArray()).toLongLong();
    }
    [[nodiscard]] std::uint64_t proven() const { return (*person.replica->scope(roads))->proven; }

    TestCity city;
    base::ScopeId roads;
    base::ScopeId parks;
    TestPerson person;
    log::Checkpoint checkpoint;
};

} // namespace

class ScopeProofTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileThatWasMadeBeforeThereWereProofsGetsTheirTables();
    void aReplicaThatHoldsAllOfAScopeKnowsIt();
    void whatCameAfterTheCheckpointIsNotProven();
    void aHeadThatTheMapDoesNotHaveIsRefused();
    void otherChangesThanThoseSignedAreFound();
    void aScopeThatBecameShorterIsFound();
    void noProofIsGivenBeforeACheckpoint();
    void aClockThatIsWrongWhileSigningMakesNoLie();
};

void ScopeProofTest::aFileThatWasMadeBeforeThereWereProofsGetsTheirTables()
{
    TestCity city;
    city.pull(*city.openReplica(QStringLiteral("old")));
    {
        replica::Connection::Options options;
        options.path = city.folder.filePath(QStringLiteral("old/replica.db"));
        const auto file = replica::Connection::open(options);
        QVERIFY(
            file && (*file)->execute("DROP TABLE held_receipt; DROP TABLE held_head;"
                                     "DROP TABLE evidence"));
    }
    const auto again = city.openReplica(QStringLiteral("old"));
    QVERIFY(again);
    QCOMPARE(again->evidence()->size(), std::size_t{0});
    // Whoever reads proofs writes into all of them.
    const base::ScopeId people = wire::peopleScope(again->cityId());
    const auto checkpoint = city.server->buildCheckpoint(city.clock.wallMs());
    QVERIFY(again->prove(**city.server->scopeProof(people), *checkpoint));
    QVERIFY((*again->scope(people))->proven > 0);
}

void ScopeProofTest::aReplicaThatHoldsAllOfAScopeKnowsIt()
{
    Proven at;
    QCOMPARE(at.proven(), 0U);
    const auto proven = at.check(at.proof());
    QVERIFY2(proven, qPrintable(proven ? QString() : proven.error().detail));
    QCOMPARE(*proven, 3U);
    QCOMPARE(at.proven(), 3U);
    QCOMPARE(*at.check(at.proof()), 3U); // the same again
    QCOMPARE(at.provenAtMs(), at.checkpoint.timeMs);
}

void ScopeProofTest::whatCameAfterTheCheckpointIsNotProven()
{
    Proven at;
    at.report(2);
    QCOMPARE(*at.check(at.proof()), 3U);
    QCOMPARE((*at.person.replica->scope(at.roads))->next, 5U);
    at.checkpoint = *at.city.server->buildCheckpoint(at.city.clock.wallMs());
    QCOMPARE(*at.check(at.proof()), 5U);
}

void ScopeProofTest::aHeadThatTheMapDoesNotHaveIsRefused()
{
    Proven at;
    replica::ScopeProof forged = at.proof();
    forged.head.next = 2;
    QCOMPARE(at.check(forged).error().code, ErrorCode::BadSignature);
    forged = at.proof();
    forged.bytes = (**at.city.server->scopeProof(wire::rulesScope(at.city.server->cityId()))).bytes;
    QCOMPARE(at.check(forged).error().code, ErrorCode::BadSignature);
    forged.bytes = "no path";
    QCOMPARE(at.check(forged).error().code, ErrorCode::Malformed);
    forged = at.proof();
    forged.treeSize += 1;
    QCOMPARE(at.check(forged).error().code, ErrorCode::InvalidArgument);
    QCOMPARE(at.proven(), 0U);
}

void ScopeProofTest::otherChangesThanThoseSignedAreFound()
{
    Proven at;
    // The server signs a map in which the rules have another chain than it has shown.
    const base::ScopeId rules = wire::rulesScope(at.city.server->cityId());
    log::ScopeHead head{(*at.person.replica->scope(rules))->next, {}};
    head.chain = base::Hash::fromTrusted(QByteArray(32, 'x').constData());
    const log::ScopeTag tag = log::scopeTag(rules, {});
    log::ScopeMap map;
    map.set(tag, head);
    at.checkpoint.mapRoot = map.root();
    const auto found = at.check({rules, at.checkpoint.treeSize, head, map.prove(tag).encode()});
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::BrokenChain);
    QCOMPARE((*at.person.replica->scope(rules))->proven, 0U);
    QCOMPARE(at.provenAtMs(), 0); // nothing was shown to be whole
}

void ScopeProofTest::aScopeThatBecameShorterIsFound()
{
    Proven at;
    const replica::ScopeProof early = at.proof();
    const log::Checkpoint before = at.checkpoint;
    at.report(2);
    at.checkpoint = *at.city.server->buildCheckpoint(at.city.clock.wallMs());
    QCOMPARE(*at.check(at.proof()), 5U);
    const auto back = at.person.replica->prove(early, before);
    QVERIFY(!back);
    QCOMPARE(back.error().code, ErrorCode::BrokenChain);
    QCOMPARE(at.proven(), 5U);
}

void ScopeProofTest::noProofIsGivenBeforeACheckpoint()
{
    TestCity city;
    const base::ScopeId scope = city.makeScope(QStringLiteral("Дороги"));
    QVERIFY(!*city.server->scopeProof(scope));
    QVERIFY(city.server->buildCheckpoint(city.clock.wallMs()));
    QVERIFY(*city.server->scopeProof(scope));
    QVERIFY(!*city.server->scopeProof(base::ScopeId()));
}

/// A receipt of afterwards must never lie more than 60 s before a checkpoint without its change.
void ScopeProofTest::aClockThatIsWrongWhileSigningMakesNoLie()
{
    Proven at;
    const qint64 newest = at.city.server->lastRecordedMs();
    const qint64 tenYears = qint64{3'650} * 24 * 60 * 60 * 1'000;
    const auto ahead = at.city.server->buildCheckpoint(at.city.clock.wallMs() + tenYears);
    QCOMPARE(ahead->timeMs, newest + limits::kCheckpointWithinMs);
    const auto behind = at.city.server->buildCheckpoint(at.city.clock.wallMs() - tenYears);
    QCOMPARE(behind->timeMs, newest);
}

QTEST_GUILESS_MAIN(ScopeProofTest)
#include "ScopeProofTest.moc"
