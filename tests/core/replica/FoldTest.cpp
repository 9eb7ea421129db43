// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/CraftedRun.h"
#include "tests/support/TestCity.h"

#include <QtTest/QTest>

using namespace spilno;
using namespace Qt::StringLiterals;
using test::CraftedRun;
using test::TestCity;
using test::TestPerson;

namespace {

constexpr std::uint32_t kRequest = 12;
constexpr std::uint32_t kErase = 16;
constexpr std::uint32_t kTitle = 1;
constexpr std::uint32_t kAddress = 5;
constexpr std::uint32_t kProgress = 24;

/// A request, or an edit of one, as nobody's program checks it.
CraftedRun::Change creation(const QString &title, char salt)
{
    CraftedRun::Change change;
    change.type = kRequest;
    change.payload.create = base::Salt::fromTrusted(QByteArray(16, salt).constData());
    change.payload.fields.push_back({kTitle, wire::FieldMode::Write, {}, title});
    return change;
}

CraftedRun::Change edit(
    const base::EntityId &entity,
    const QString &address,
    const std::vector<base::OpId> &seen = {},
    base::Hlc hlc = 0)
{
    CraftedRun::Change change;
    change.type = kRequest;
    change.entity = entity;
    change.hlc = hlc;
    change.payload.fields.push_back({kAddress, wire::FieldMode::Write, seen, address});
    return change;
}

CraftedRun runOf(TestCity &city, const TestPerson &person, const base::ScopeId &scope)
{
    return {*person.identity, city.server->cityId(), scope, city.random.id<base::Incarnation>()};
}

void place(TestCity &city, const CraftedRun &run)
{
    city.clock.advance(1);
    const auto outcomes = city.server->sequence({run.verified()}, city.clock.wallMs());
    QVERIFY(outcomes);
    QCOMPARE(outcomes->front().state, replica::SequenceState::Sequenced);
}

QString addressOf(const replica::ReplicaDatabase &replica, const base::EntityId &entity)
{
    const auto record = replica.record(u"request"_s, entity);
    return record && *record ? (*record)->value(u"address"_s).toText() : QString();
}

QStringList verdictsOf(const replica::ReplicaDatabase &replica, const base::EntityId &entity)
{
    QStringList verdicts;
    const auto history = replica.history(entity);
    for (const replica::HistoryItem &item : *history)
        verdicts.append(item.verdict);
    return verdicts;
}

/// Brings scopes up to date that are judged by each other, run by run.
void pull(
    TestCity &city, replica::ReplicaDatabase &reader, const std::vector<base::ScopeId> &scopes)
{
    for (bool moved = true; moved;) {
        moved = false;
        for (const base::ScopeId &scope : scopes) {
            const auto state = reader.scope(scope);
            const auto bytes = city.server->readSlice(scope, (*state)->next, 1, 1 << 20);
            if (bytes->isEmpty())
                continue;
            const auto slice = wire::decodeSlice(*bytes);
            const auto verified = log::verifySlice(
                *slice, city.server->cityId(), (*state)->chain,
                [&reader](const base::FeedId &feed) { return reader.feedState(feed); });
            moved = reader.applySlice(*verified).has_value() || moved;
        }
    }
}

/// A replica that folds one scope of content before the other.
std::unique_ptr<replica::ReplicaDatabase> readerOf(
    TestCity &city, const QString &name, const std::vector<base::ScopeId> &order)
{
    auto reader = city.openReplica(name);
    const base::CityId id = city.server->cityId();
    pull(city, *reader, {wire::rulesScope(id), wire::peopleScope(id)});
    for (const base::ScopeId &scope : order)
        pull(city, *reader, {scope});
    return reader;
}

} // namespace

/// What a change does at its place in the log, also where no honest program would have put it.
class FoldTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFirstIssueThatComesAfterItsSecondDoesNothing();
    void anOperationIsADuplicateOnAnyRecordOfItsScope();
    void anOperationOfAnotherScopeIsNoDuplicate();
    void onlyAChangeOfTheRecordSettlesItsConflicts();
    void theNewestOfTheValuesThatNobodySawIsShown();
    void aDuplicateBesideAnErasureStaysWithoutEffect();
    void aRecordKeepsTheTimeOfAChangeThatOnlySettled();
    void aRecordOfAnotherScopeDoesNotExistHere();
};

void FoldTest::aFirstIssueThatComesAfterItsSecondDoesNothing()
{
    TestCity city;
    const auto scope = city.makeScope(u"Дороги"_s);
    const TestPerson anna = city.join();
    CraftedRun made = runOf(city, anna, scope);
    made.add(creation(u"Яма"_s, 'a'));
    place(city, made);
    CraftedRun first = runOf(city, anna, scope);
    first.add(edit(made.entity(), u"Польова, 1"_s));
    CraftedRun second = runOf(city, anna, scope);
    CraftedRun::Change again = edit(made.entity(), u"Польова, 1"_s);
    again.firstIssue = first.issue();
    const base::OpId op = second.add(again);
    CraftedRun later = runOf(city, anna, scope);
    later.add(edit(made.entity(), u"Польова, 2"_s, {op}));
    place(city, second);
    place(city, later);
    place(city, first); // of a copy of the profile that was away
    QCOMPARE(
        verdictsOf(*city.server, made.entity()),
        (QStringList{u""_s, u""_s, u""_s, u"duplicate"_s}));
    QCOMPARE(addressOf(*city.server, made.entity()), u"Польова, 2"_s);
    QVERIFY(city.server->conflicts(10)->empty());
    QVERIFY(city.server->rebuild());
    QCOMPARE(addressOf(*city.server, made.entity()), u"Польова, 2"_s);
    QVERIFY(city.server->conflicts(10)->empty());
}

void FoldTest::anOperationIsADuplicateOnAnyRecordOfItsScope()
{
    TestCity city;
    const auto scope = city.makeScope(u"Дороги"_s);
    const TestPerson anna = city.join();
    CraftedRun made = runOf(city, anna, scope);
    made.add(creation(u"Яма"_s, 'a'));
    const base::EntityId pit = made.entity();
    made.add(edit(pit, u"Польова, 1"_s));
    const wire::FirstIssue issue = made.issue();
    made.add(creation(u"Ліхтар"_s, 'b'));
    const base::EntityId lamp = made.entity();
    place(city, made);
    CraftedRun again = runOf(city, anna, scope);
    CraftedRun::Change change = edit(lamp, u"Польова, 1"_s);
    change.firstIssue = issue;
    again.add(change);
    place(city, again);
    QCOMPARE(verdictsOf(*city.server, lamp), (QStringList{u""_s, u"duplicate"_s}));
    QCOMPARE(addressOf(*city.server, lamp), QString());
}

void FoldTest::anOperationOfAnotherScopeIsNoDuplicate()
{
    TestCity city;
    const auto roads = city.makeScope(u"Дороги"_s);
    const auto parks = city.makeScope(u"Парки"_s);
    const TestPerson anna = city.join();
    CraftedRun unsent = runOf(city, anna, roads);
    unsent.add(creation(u"Яма"_s, 'a'));
    const auto claim = [&](const base::ScopeId &scope) {
        CraftedRun run = runOf(city, anna, scope);
        CraftedRun::Change change = creation(u"Яма"_s, 'a');
        change.firstIssue = unsent.issue(); // one and the same, in two scopes
        run.add(change);
        place(city, run);
        return run.entity();
    };
    const base::EntityId inRoads = claim(roads);
    const base::EntityId inParks = claim(parks);
    const auto one = readerOf(city, u"one"_s, {roads, parks});
    const auto other = readerOf(city, u"other"_s, {parks, roads});
    for (const auto *replica : {city.server.get(), one.get(), other.get()}) {
        QCOMPARE(verdictsOf(*replica, inRoads), QStringList{QString()});
        QCOMPARE(verdictsOf(*replica, inParks), QStringList{QString()});
    }
}

void FoldTest::onlyAChangeOfTheRecordSettlesItsConflicts()
{
    TestCity city;
    const auto scope = city.makeScope(u"Дороги"_s);
    const TestPerson anna = city.join();
    const TestPerson borys = city.join();
    CraftedRun made = runOf(city, anna, scope);
    made.add(creation(u"Яма"_s, 'a'));
    CraftedRun::Change step = edit(made.entity(), u"Польова, 1"_s);
    step.payload.transition = wire::Transition{kProgress, 3, 4, {}};
    const base::OpId failed = made.add(step);
    place(city, made);
    QCOMPARE(city.server->conflicts(10)->size(), std::size_t{1});
    CraftedRun stranger = runOf(city, borys, scope);
    CraftedRun::Change settling = creation(u"Ліхтар"_s, 'b');
    settling.payload.settles = {failed};
    stranger.add(settling);
    place(city, stranger);
    QCOMPARE(city.server->conflicts(10)->size(), std::size_t{1});
    CraftedRun author = runOf(city, anna, scope);
    CraftedRun::Change own = edit(made.entity(), u"Польова, 2"_s);
    own.payload.settles = {failed};
    author.add(own);
    place(city, author);
    QVERIFY(city.server->conflicts(10)->empty());
}

void FoldTest::theNewestOfTheValuesThatNobodySawIsShown()
{
    TestCity city;
    const auto scope = city.makeScope(u"Дороги"_s);
    const TestPerson anna = city.join();
    const base::Hlc now = base::hlcFromMs(city.clock.wallMs());
    const auto write = [&](const base::EntityId &entity, const QString &address, base::Hlc hlc,
                           const std::vector<base::OpId> &seen = {}) {
        CraftedRun run = runOf(city, anna, scope);
        const base::OpId op = run.add(edit(entity, address, seen, hlc));
        place(city, run);
        return op;
    };
    CraftedRun made = runOf(city, anna, scope);
    made.add(creation(u"Яма"_s, 'a'));
    place(city, made);
    const base::OpId newest = write(made.entity(), u"Польова, 5"_s, now - 10);
    write(made.entity(), u"Польова, 3"_s, now - 30);
    write(made.entity(), u"Польова, 4"_s, now - 20);
    write(made.entity(), u"Польова, 2"_s, now - 40, {newest}); // by a clock that is late
    QCOMPARE(addressOf(*city.server, made.entity()), u"Польова, 4"_s);
    const auto conflicts = city.server->conflicts(10);
    QStringList versions;
    for (const auto &[op, value] : conflicts->front().versions)
        versions.append(value.toText());
    QCOMPARE(versions, (QStringList{u"Польова, 4"_s, u"Польова, 3"_s, u"Польова, 2"_s}));
}

void FoldTest::aDuplicateBesideAnErasureStaysWithoutEffect()
{
    TestCity city;
    const auto scope = city.makeScope(u"Дороги"_s);
    const TestPerson anna = city.join();
    CraftedRun made = runOf(city, anna, scope);
    made.add(creation(u"Яма"_s, 'a'));
    const base::OpId named = made.add(edit(made.entity(), u"Польова, 1"_s));
    const wire::FirstIssue issue = made.issue();
    made.add(edit(made.entity(), u"Польова, 2"_s, {named}));
    place(city, made);
    CraftedRun again = runOf(city, anna, scope);
    CraftedRun::Change duplicate = edit(made.entity(), u"Польова, 1"_s);
    duplicate.firstIssue = issue;
    duplicate.txn = 1;
    duplicate.hlc = base::hlcFromMs(city.clock.wallMs());
    again.add(duplicate);
    CraftedRun::Change erasure;
    erasure.type = kErase;
    erasure.payload.create = base::Salt::fromTrusted(QByteArray(16, 'c').constData());
    erasure.payload.fields.push_back(
        {1, wire::FieldMode::WriteStructural, {}, made.entity().toByteArray()});
    erasure.payload.extra.emplace_back(wire::kExtraErases, named.toByteArray());
    again.add(erasure);
    place(city, again);
    QCOMPARE(addressOf(*city.server, made.entity()), u"Польова, 2"_s);
    QVERIFY(city.server->conflicts(10)->empty());
}

void FoldTest::aRecordKeepsTheTimeOfAChangeThatOnlySettled()
{
    TestCity city;
    const auto scope = city.makeScope(u"Дороги"_s);
    const TestPerson anna = city.join();
    const base::Hlc now = base::hlcFromMs(city.clock.wallMs());
    CraftedRun made = runOf(city, anna, scope);
    CraftedRun::Change first = creation(u"Яма"_s, 'a');
    first.hlc = now - base::hlcFromMs(60'000);
    made.add(first);
    CraftedRun::Change settling;
    settling.type = kRequest;
    settling.entity = made.entity();
    settling.hlc = now;
    settling.payload.settles = {city.random.id<base::OpId>()};
    made.add(settling);
    place(city, made);
    CraftedRun late = runOf(city, anna, scope);
    late.add(edit(made.entity(), u"Польова, 1"_s, {}, now - base::hlcFromMs(30'000)));
    place(city, late);
    const auto record = city.server->record(u"request"_s, made.entity());
    QCOMPARE((*record)->changedMs, base::hlcMs(now));
}

void FoldTest::aRecordOfAnotherScopeDoesNotExistHere()
{
    TestCity city;
    const auto roads = city.makeScope(u"Дороги"_s);
    const auto parks = city.makeScope(u"Парки"_s);
    const TestPerson anna = city.join();
    CraftedRun made = runOf(city, anna, roads);
    made.add(creation(u"Яма"_s, 'a'));
    place(city, made);
    CraftedRun elsewhere = runOf(city, anna, parks);
    CraftedRun::Change change = edit(made.entity(), u"Польова, 1"_s);
    change.type = 8; // a role, which has its home in the rules
    elsewhere.add(change);
    place(city, elsewhere);
    const auto one = readerOf(city, u"one"_s, {roads, parks});
    const auto other = readerOf(city, u"other"_s, {parks, roads});
    for (const auto *replica : {city.server.get(), one.get(), other.get()})
        QVERIFY(verdictsOf(*replica, made.entity()).contains(u"wrong-scope"_s));
}

QTEST_GUILESS_MAIN(FoldTest)
#include "FoldTest.moc"
