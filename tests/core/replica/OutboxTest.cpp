// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Drafts.h"
#include "tests/support/TestCity.h"

#include <QtTest/QTest>

using namespace spilno;
using namespace Qt::StringLiterals;
using test::requestDraft;
using test::TestCity;
using test::TestPerson;
using test::titleEdit;

namespace {

QString titleOf(const replica::ReplicaDatabase &replica, const base::EntityId &entity)
{
    const auto record = replica.record(u"request"_s, entity);
    return record && *record ? (*record)->value(u"title"_s).toText() : QString();
}

qint64 countRequests(const replica::ReplicaDatabase &replica)
{
    replica::Query query;
    query.type = u"request"_s;
    return replica.count(query).value();
}

/// Another program with the same files and keys.
TestPerson cloneOf(TestCity &city, const TestPerson &person)
{
    const QString copy = city.folder.filePath(u"clone/replica.db"_s);
    if (!QDir().mkpath(QFileInfo(copy).absolutePath()) || !person.replica->backupTo(copy))
        qFatal("no copy");
    TestPerson clone{person.identity, city.openReplica(u"clone"_s)};
    clone.replica->setIdentity(person.identity);
    return clone;
}

/// The person's oldest pending run as the server verifies it.
log::VerifiedRun firstRun(const TestCity &city, const TestPerson &person)
{
    const auto pending = person.replica->pendingRuns(1 << 20);
    const auto run = wire::decodeRun(pending->front().bytes);
    auto before = city.server->feedStateBefore(run->feed, run->firstSeq).value();
    if (!before)
        before = log::openFeed(run->opening, city.server->cityId()).value();
    return log::verifyRun(*run, *before).value();
}

} // namespace

class OutboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aForkMetWhileLockedIsResolvedWhenTheProfileIsOpened();
    void aForkResolvedTwiceIssuesNothingTwice();
    void aStepSignedByTheSixWordsSurvivesAFork();
    void aCreationThatIsVoidLeavesNoGhost();
    void whatIsWrittenAfterTheClockWentBackStandsOnWhatWasWrittenBefore();
    void aLaterFeedWaitsForTheOldestOfItsScope();
    void aRunLoggedInPartsGetsTheReceiptOfItsFirstPart();
    void whatWaitsFollowsTheRightsOfItsAuthor();
    void whatNamesARecordThatComesLaterIsJudgedAgain();
    void nothingFollowsWhatIsRefused();
    void aRequiredValueIsAskedForBeforeItIsSigned();
    void whatWaitsForItsIdentityIsShownAlsoByALockedProfile();
};

void OutboxTest::aForkMetWhileLockedIsResolvedWhenTheProfileIsOpened()
{
    TestCity city;
    const auto scope = city.makeScope(u"Дороги"_s);
    TestPerson anna = city.join();
    QVERIFY(anna.replica->submit({requestDraft(scope, u"Перша"_s)}));
    city.sync(anna);
    TestPerson clone = cloneOf(city, anna);
    QVERIFY(anna.replica->submit({requestDraft(scope, u"З кабінету"_s)}));
    QVERIFY(clone.replica->submit({requestDraft(scope, u"З клону"_s)}));
    city.sync(anna);
    clone.replica->setIdentity(nullptr);
    city.pull(*clone.replica); // the fork shows, and nobody can sign
    QVERIFY(clone.replica->pendingRuns(1 << 20)->empty());
    QCOMPARE(clone.replica->outbox(10)->size(), std::size_t{1});
    clone.replica->setIdentity(clone.identity);
    QVERIFY(city.push(clone));
    city.pull(*clone.replica);
    QVERIFY(clone.replica->outbox(10)->empty());
    QCOMPARE(countRequests(*city.server), qint64{3});
}

void OutboxTest::aForkResolvedTwiceIssuesNothingTwice()
{
    TestCity city;
    const auto scope = city.makeScope(u"Дороги"_s);
    TestPerson anna = city.join();
    TestPerson clone = cloneOf(city, anna);
    QVERIFY(anna.replica->submit({requestDraft(scope, u"З кабінету"_s)}));
    QVERIFY(clone.replica->submit({requestDraft(scope, u"З клону"_s)}));
    city.sync(anna);
    const base::FeedId feed = clone.replica->pendingRuns(1 << 20)->front().feed;
    QVERIFY(clone.replica->resolveFork(feed, 0));
    const base::FeedId fresh = clone.replica->pendingRuns(1 << 20)->front().feed;
    QVERIFY(fresh != feed);
    QVERIFY(clone.replica->resolveFork(feed, 0));
    QCOMPARE(clone.replica->pendingRuns(1 << 20)->front().feed, fresh);
    QCOMPARE(clone.replica->outbox(10)->size(), std::size_t{1});
}

void OutboxTest::aStepSignedByTheSixWordsSurvivesAFork()
{
    TestCity city;
    const auto scope = city.makeScope(u"Дороги"_s);
    TestPerson anna = city.join();
    TestPerson borys = city.join();
    const QByteArray seed(32, 7);
    const auto words =
        std::make_shared<const crypto::SigningKey>(crypto::SigningKey::fromSeed(base::view(seed)));
    replica::Draft draft = requestDraft(scope, u"Яма"_s);
    draft.fields.append({u"claim_key"_s, wire::Value(words->publicKey().toByteArray())});
    const base::EntityId entity = anna.replica->submit({draft})->entities.front();
    city.sync(anna);
    city.sync(borys);
    TestPerson clone = cloneOf(city, borys);
    QVERIFY(borys.replica->submit({requestDraft(scope, u"З кабінету"_s)}));
    replica::Draft edit = titleEdit(entity, u"Яма біля школи"_s);
    edit.claim = words;
    QVERIFY(clone.replica->submit({edit}));
    city.sync(borys);
    city.sync(clone); // meets the fork and issues the step again on a feed of its own
    city.sync(clone);
    QVERIFY(clone.replica->outbox(10)->empty());
    QCOMPARE(titleOf(*city.server, entity), u"Яма біля школи"_s);
}

void OutboxTest::aCreationThatIsVoidLeavesNoGhost()
{
    TestCity city;
    TestPerson anna = city.join();
    const auto scope = city.makeScope(u"Дороги"_s); // not known to Anna's replica yet
    city.pull(*anna.replica);
    // Certified when it was written, not any more when it is logged.
    replica::Draft draft = requestDraft(scope, u"Яма"_s);
    draft.fields.append({u"number"_s, wire::Value(u"Ш7-0412"_s)}); // a prefix nobody granted
    QVERIFY(anna.replica->submit({draft}));
    city.sync(anna);
    QVERIFY(anna.replica->outbox(10)->empty());
    QCOMPARE(countRequests(*anna.replica), qint64{0});
    QCOMPARE(countRequests(*city.server), qint64{0});
}

void OutboxTest::whatIsWrittenAfterTheClockWentBackStandsOnWhatWasWrittenBefore()
{
    TestCity city;
    const auto scope = city.makeScope(u"Дороги"_s);
    TestPerson anna = city.join();
    const qint64 now = city.clock.wallMs();
    city.clock.setWall(now + 365LL * 24 * 3600 * 1000);
    const auto made = anna.replica->submit({requestDraft(scope, u"Яма"_s)});
    city.clock.setWall(now);
    QVERIFY(anna.replica->submit({titleEdit(made->entities.front(), u"Велика яма"_s)}));
    QCOMPARE(titleOf(*anna.replica, made->entities.front()), u"Велика яма"_s);
    city.sync(anna);
    city.sync(anna);
    QCOMPARE(titleOf(*city.server, made->entities.front()), u"Велика яма"_s);
    QVERIFY(anna.replica->conflicts(10)->empty());
}

void OutboxTest::aLaterFeedWaitsForTheOldestOfItsScope()
{
    TestCity city;
    const auto scope = city.makeScope(u"Дороги"_s);
    TestPerson anna = city.join();
    const qint64 now = city.clock.wallMs();
    city.clock.setWall(now + 365LL * 24 * 3600 * 1000);
    const auto made = anna.replica->submit({requestDraft(scope, u"Яма"_s)});
    city.clock.setWall(now); // a clock that goes back opens a new incarnation
    QVERIFY(anna.replica->submit({titleEdit(made->entities.front(), u"Велика яма"_s)}));
    const auto runs = anna.replica->pendingRuns(1 << 20);
    QCOMPARE(runs->size(), std::size_t{1});
    QVERIFY(city.push(anna));
    const auto rest = anna.replica->pendingRuns(1 << 20);
    QCOMPARE(rest->size(), std::size_t{1});
    QVERIFY(rest->front().feed != runs->front().feed);
}

void OutboxTest::aRunLoggedInPartsGetsTheReceiptOfItsFirstPart()
{
    TestCity city;
    const auto scope = city.makeScope(u"Дороги"_s);
    TestPerson anna = city.join();
    TestPerson boris = city.join();
    // Two runs of Anna with one of Boris between; the receipts are lost.
    QVERIFY(anna.replica->submit({requestDraft(scope, u"А"_s)}));
    QVERIFY(city.server->sequence({firstRun(city, anna)}, city.clock.wallMs()));
    QVERIFY(boris.replica->submit({requestDraft(scope, u"Б"_s)}));
    QVERIFY(city.server->sequence({firstRun(city, boris)}, city.clock.wallMs()));
    QVERIFY(anna.replica->submit({requestDraft(scope, u"В"_s)}));
    {
        auto run = firstRun(city, anna); // both of Anna's, of which one is logged
        const auto outcome = city.server->sequence({run}, city.clock.wallMs());
        QCOMPARE(outcome->front().state, replica::SequenceState::Duplicate);
        QCOMPARE(outcome->front().receipt.firstPosition, std::uint64_t{0});
        QCOMPARE(outcome->front().receipt.lastPosition, std::uint64_t{0});
        QVERIFY(anna.replica->applyReceipt(outcome->front().receipt));
    }
    const auto rest = anna.replica->pendingRuns(1 << 20);
    QCOMPARE(rest->size(), std::size_t{1});
    QCOMPARE(rest->front().count, std::uint64_t{1});
    QCOMPARE(
        city.server->sequence({firstRun(city, anna)}, city.clock.wallMs())->front().state,
        replica::SequenceState::Sequenced);
}

void OutboxTest::whatWaitsFollowsTheRightsOfItsAuthor()
{
    TestCity city;
    TestPerson anna = city.join();
    replica::Draft body;
    body.type = u"body"_s;
    body.fields = {{u"name"_s, wire::Value(u"Дороги"_s)}, {u"kind"_s, wire::Value(qint64{1})}};
    const auto made = city.owner.replica->submit({body});
    city.sync(city.owner);
    city.pull(*anna.replica);
    replica::Draft edit;
    edit.type = u"body"_s;
    edit.entity = made->entities.front();
    edit.fields = {{u"phone"_s, wire::Value(u"15-60"_s)}};
    QVERIFY(anna.replica->submit({edit}));
    QCOMPARE(anna.replica->outbox(10)->front().state, replica::OutboxState::Void);
    replica::Draft role;
    role.type = u"role"_s;
    role.fields = {
        {u"person"_s, wire::Value(anna.identity->person.toByteArray())},
        {u"role"_s, wire::Value(static_cast<qint64>(replica::Role::BodyAdmin))},
        {u"body"_s, wire::Value(made->entities.front().toByteArray())}};
    QVERIFY(city.owner.replica->submit({role}));
    city.sync(city.owner);
    city.pull(*anna.replica);
    QCOMPARE(anna.replica->outbox(10)->front().state, replica::OutboxState::OnThisComputer);
}

void OutboxTest::whatNamesARecordThatComesLaterIsJudgedAgain()
{
    TestCity city;
    const auto scope = city.makeScope(u"Дороги"_s);
    TestPerson anna = city.join();
    TestPerson boris = city.join();
    city.pull(*anna.replica);
    const auto request = boris.replica->submit({requestDraft(scope, u"Яма"_s)});
    city.sync(boris);
    replica::Draft comment;
    comment.type = u"comment"_s;
    comment.scope = scope;
    comment.fields = {
        {u"about"_s, wire::Value(request->entities.front().toByteArray())},
        {u"kind"_s, wire::Value(qint64{1})}, // an answer: the office's alone
        {u"text"_s, wire::Value(u"Засиплемо завтра"_s)}};
    QVERIFY(anna.replica->submit({comment}));
    QCOMPARE(anna.replica->outbox(10)->front().reason, u"unknown-record"_s);
    city.pull(*anna.replica);
    QCOMPARE(anna.replica->outbox(10)->front().reason, u"no-right"_s);
}

void OutboxTest::nothingFollowsWhatIsRefused()
{
    TestCity city;
    const auto scope = city.makeScope(u"Дороги"_s);
    TestPerson anna = city.join();
    QVERIFY(anna.replica->submit({requestDraft(scope, u"Відмовлено"_s)}));
    const auto runs = anna.replica->pendingRuns(1 << 20);
    QVERIFY(anna.replica->refuse(runs->front().feed, runs->front().firstSeq, u"malformed"_s));
    const auto made = anna.replica->submit({requestDraft(scope, u"Далі"_s)});
    QVERIFY(city.push(anna));
    city.pull(*anna.replica);
    QCOMPARE(titleOf(*city.server, made->entities.front()), u"Далі"_s);
    QCOMPARE(anna.replica->outbox(10)->size(), std::size_t{1}); // the refused one, to be seen
}

void OutboxTest::aRequiredValueIsAskedForBeforeItIsSigned()
{
    TestCity city;
    const auto scope = city.makeScope(u"Дороги"_s);
    TestPerson anna = city.join();
    replica::Draft draft = requestDraft(scope, QString());
    const auto empty = anna.replica->submit({draft});
    QVERIFY(!empty && empty.error().code == base::ErrorCode::InvalidArgument);
    draft.fields = {{u"text"_s, wire::Value(u"без назви"_s)}};
    const auto missing = anna.replica->submit({draft});
    QVERIFY(!missing && missing.error().code == base::ErrorCode::InvalidArgument);
    QVERIFY(missing.error().detail.contains(u"title"_s));
}

void OutboxTest::whatWaitsForItsIdentityIsShownAlsoByALockedProfile()
{
    TestCity city;
    const auto scope = city.makeScope(u"Дороги"_s);
    TestPerson anna = city.join(false);
    city.pull(*anna.replica);
    QVERIFY(anna.replica->submit({TestCity::identityDraft(*anna.identity)}));
    const auto made = anna.replica->submit({requestDraft(scope, u"Яма"_s)});
    QVERIFY(made);
    anna.replica->setIdentity(nullptr);
    (void)city.makeScope(u"Парки"_s); // the rules change: what waits is judged anew
    city.pull(*anna.replica);
    QCOMPARE(titleOf(*anna.replica, made->entities.front()), u"Яма"_s);
    anna.replica->setIdentity(anna.identity);
    QCOMPARE(titleOf(*anna.replica, made->entities.front()), u"Яма"_s);
}

QTEST_GUILESS_MAIN(OutboxTest)
#include "OutboxTest.moc"
