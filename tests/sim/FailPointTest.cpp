// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Registry.h"
#include "core/wire/Slice.h"
#include "tests/sim/Invariants.h"
#include "tests/support/TestCity.h"

#include <QtTest/QTest>

#include <sqlite3.h>

using namespace spilno;
using namespace Qt::StringLiterals;
using replica::ReplicaDatabase;

namespace {

using Databases = std::unique_ptr<ReplicaDatabase>;
using Work = std::function<base::Result<>(ReplicaDatabase &)>;

/// A server and a writer on a simulated disk, at the moment before something is done.
class Stage
{
public:
    Stage()
    {
        m_identity = makeIdentity();
        wire::CityGenesis city;
        city.name = u"Тестове"_s;
        city.timeZone = u"Europe/Kyiv"_s;
        city.owners = {m_identity->person};
        city.sequencer = crypto::SigningKey::generate(m_random).publicKey();
        city.createdMs = m_clock.wallMs();
        city.random = m_random.id<base::Salt>();
        const QByteArray genesis = wire::encodeCityGenesis(city);
        for (const QString &machine : {u"server"_s, u"writer"_s}) {
            if (!open(machine)->setCity(genesis))
                qFatal("no city");
        }
        write(test::TestCity::identityDraft(*m_identity));
        replica::Draft scope;
        scope.type = u"scope"_s;
        scope.fields = {
            {u"name"_s, wire::Value(u"Дороги"_s)},
            {u"kind"_s, wire::Value(qint64{0})},
            {u"salt"_s, wire::Value(m_random.id<base::Salt>().toByteArray())}};
        m_scope = wire::scopeId(wire::cityId(base::view(genesis)), write(scope).ops.front());
        exchange();
        for (int i = 0; i < 3; ++i)
            m_request = write(request(i)).entities.front();
        exchange();
        write(edit(1));
        write(erase());
    }

    Databases open(const QString &machine)
    {
        ReplicaDatabase::Options options;
        options.path = u"/%1/replica.db"_s.arg(machine);
        options.registry = &records::Registry::standard();
        options.clock = &m_clock;
        options.random = &m_random;
        options.vfs = disk.vfs();
        auto opened = ReplicaDatabase::open(options);
        if (!opened)
            return nullptr;
        if (machine != "server"_L1)
            (*opened)->setIdentity(m_identity);
        return std::move(*opened);
    }

    replica::Draft request(int number)
    {
        replica::Draft draft;
        draft.type = u"request"_s;
        draft.scope = m_scope;
        draft.fields = {{u"title"_s, wire::Value(u"Яма %1"_s.arg(number))}};
        return draft;
    }

    replica::Draft edit(int number)
    {
        replica::Draft draft;
        draft.type = u"request"_s;
        draft.entity = m_request;
        draft.fields = {{u"title"_s, wire::Value(u"Велика яма %1"_s.arg(number))}};
        return draft;
    }

    /// What the writer has not sent, as the server takes it.
    base::Result<std::vector<log::VerifiedRun>> runs()
    {
        const auto writer = open(u"writer"_s);
        const auto server = open(u"server"_s);
        std::vector<log::VerifiedRun> verified;
        SPILNO_ASSIGN(const auto pending, writer->pendingRuns(1 << 20));
        for (const replica::PendingRun &one : pending) {
            SPILNO_ASSIGN(const wire::Run run, wire::decodeRun(one.bytes));
            SPILNO_ASSIGN(auto before, server->feedStateBefore(run.feed, run.firstSeq));
            if (!before) {
                SPILNO_ASSIGN(before, log::openFeed(run.opening, server->cityId()));
            }
            SPILNO_ASSIGN(auto checked, log::verifyRun(run, *before));
            verified.push_back(std::move(checked));
        }
        return verified;
    }

    /// The slices that a replica lacks of the server, all that follow one another.
    void exchange()
    {
        const auto sent = runs();
        if (!sent || !open(u"server"_s)->sequence(*sent, m_clock.wallMs()))
            qFatal("not sequenced");
        while (const auto slice = next(u"writer"_s)) {
            if (!open(u"writer"_s)->applySlice(*slice))
                qFatal("not applied");
        }
    }

    /// The next slice that a machine can apply.
    std::optional<log::VerifiedSlice> next(const QString &machine)
    {
        const auto server = open(u"server"_s);
        const auto reader = open(machine);
        const auto scopes = reader->scopes();
        for (const replica::ScopeStatus &scope : *scopes) {
            const auto bytes = server->readSlice(scope.scope, scope.next, 256, 1 << 20);
            if (!bytes || bytes->isEmpty())
                continue;
            const auto slice = wire::decodeSlice(*bytes);
            auto verified = log::verifySlice(
                *slice, reader->cityId(), scope.chain,
                [&reader](const base::FeedId &feed) { return reader->feedState(feed); });
            const auto rules = reader->scope(wire::rulesScope(reader->cityId()));
            const auto people = reader->scope(wire::peopleScope(reader->cityId()));
            const bool isRules = scope.kind == replica::ScopeKind::Rules;
            const bool isPeople = scope.kind == replica::ScopeKind::People;
            if (verified && (isRules || (*rules)->next >= verified->rulesNext) &&
                (isPeople || (*people)->next >= verified->peopleNext))
                return std::move(*verified);
        }
        return std::nullopt;
    }

    test::TestClock &clock() { return m_clock; }

    sim::SimDisk disk;

private:
    std::shared_ptr<replica::Identity> makeIdentity()
    {
        wire::IdentityGenesis made;
        auto device = crypto::SigningKey::generate(m_random);
        auto sealing = crypto::SealingPair::generate(m_random);
        made.device = device.publicKey();
        made.deviceSealing = sealing.publicKey();
        made.recovery = crypto::SigningKey::generate(m_random).publicKey();
        made.random = m_random.id<base::Salt>();
        const QByteArray bytes = wire::encodeIdentityGenesis(made);
        return std::make_shared<replica::Identity>(replica::Identity{
            wire::personId(base::view(bytes)), bytes, std::move(device), std::move(sealing),
            wire::DeviceKind::Desktop});
    }

    replica::Submitted write(const replica::Draft &draft)
    {
        const auto writer = open(u"writer"_s);
        auto submitted = writer->submit({draft});
        if (!submitted)
            qFatal("not written: %s", qPrintable(submitted.error().detail));
        m_clock.advance(10);
        return *submitted;
    }

    replica::Draft erase()
    {
        const auto history = open(u"writer"_s)->history(m_request);
        replica::Draft draft;
        draft.type = u"erase"_s;
        draft.scope = m_scope;
        draft.fields = {{u"target"_s, wire::Value(m_request.toByteArray())}};
        draft.extra.append({wire::kExtraErases, history->front().op.toByteArray()});
        return draft;
    }

    test::TestClock m_clock;
    test::TestRandom m_random;
    std::shared_ptr<const replica::Identity> m_identity;
    base::ScopeId m_scope;
    base::EntityId m_request;
};

/// All that a replica holds, to tell «before» from «after» and from anything else.
QString stateOf(const ReplicaDatabase &database)
{
    QString state = sim::digestOf(database) + u'\n' + sim::shownOf(database) + u'\n' +
                    QString::number(database.treeSize());
    const auto items = database.outbox(1'000);
    for (const replica::OutboxItem &item : *items)
        state += u'\n' + QString::number(static_cast<int>(item.state)) + item.action + item.title;
    return state;
}

/// The lines that one has and the other has not.
QString differenceOf(const QString &wanted, const QString &found)
{
    const QStringList a = wanted.split(u'\n');
    const QStringList b = found.split(u'\n');
    QString text;
    for (const QString &line : a) {
        if (!b.contains(line))
            text += u"\n  missing: "_s + line.left(160);
    }
    for (const QString &line : b) {
        if (!a.contains(line))
            text += u"\n  instead: "_s + line.left(160);
    }
    return text;
}

QString damageOf(const ReplicaDatabase &database)
{
    const auto found = database.verify();
    return !found ? found.error().detail : found->empty() ? QString() : found->front().text();
}

struct Trial
{
    Stage &stage;
    QString machine;
    Work work;
    QString before = {};
    QString after = {};
    int step = 1; ///< From one call that is tried to the next.

    /// Why the n-th call must not fail like this; empty when all is well. `passed`: no call was
    /// left to fail.
    QString fail(int n, int code, sim::SimDisk::Failure failure, bool &passed)
    {
        stage.disk.copyMachine(machine.toStdString(), "trial");
        auto database = stage.open(u"trial"_s);
        stage.disk.failAfter(n, code, failure);
        const auto outcome = work(*database);
        passed = !stage.disk.stopFailing();
        if (passed && !outcome)
            return u"it fails by itself: "_s + outcome.error().detail;
        if (!outcome && outcome.error().code != base::ErrorCode::Io &&
            outcome.error().code != base::ErrorCode::DiskFull &&
            outcome.error().code != base::ErrorCode::ReadOnly)
            return u"an unclear error: "_s + outcome.error().detail;
        // The same program goes on.
        if (const QString state = stateOf(*database); state != (outcome ? after : before))
            return u"half done in the open file, "_s +
                   (outcome ? u"told as done"_s : outcome.error().detail) +
                   differenceOf(outcome ? after : before, state);
        database.reset();
        database = stage.open(u"trial"_s);
        if (!database)
            return u"it does not open again"_s;
        if (const QString damage = damageOf(*database); !damage.isEmpty())
            return u"damaged: "_s + damage;
        const QString state = stateOf(*database);
        if (outcome && state != after)
            return u"what was acknowledged is lost"_s;
        if (state != before && state != after)
            return u"half done in the file"_s;
        if (state == before && !work(*database))
            return u"it cannot be done any more"_s;
        return {};
    }
};

} // namespace

class FailPointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCallMayFailWhileSubmitting();
    void everyCallMayFailWhileSequencing();
    void everyCallMayFailWhileApplyingASlice();
    void everyCallMayFailWhileApplyingInBulk();
    void everyCallMayFailWhileAsking();

private:
    void tryAll(Trial &trial);
};

void FailPointTest::tryAll(Trial &trial)
{
    {
        trial.stage.disk.copyMachine(trial.machine.toStdString(), "trial");
        const auto database = trial.stage.open(u"trial"_s);
        trial.before = stateOf(*database);
        QVERIFY(trial.work(*database));
        trial.after = stateOf(*database);
        QVERIFY(trial.before != trial.after);
    }
    using Failure = sim::SimDisk::Failure;
    for (const int code : {SQLITE_IOERR_WRITE, SQLITE_FULL}) {
        for (const Failure failure : {Failure::Once, Failure::FromThenOn}) {
            int n = 0;
            for (bool passed = false; !passed; n += trial.step) {
                const QString wrong = trial.fail(n, code, failure, passed);
                QVERIFY2(
                    wrong.isEmpty(),
                    qPrintable(u"call %1, code %2, %3: %4"_s.arg(n).arg(code).arg(
                        failure == Failure::Once ? u"once"_s : u"from then on"_s, wrong)));
            }
            QVERIFY(n > 3); // there were calls to fail
        }
    }
}

void FailPointTest::everyCallMayFailWhileSubmitting()
{
    Stage stage;
    const replica::Draft request = [&stage] {
        replica::Draft draft = stage.request(7);
        draft.salt = base::Salt::fromTrusted("0123456789abcdef");
        return draft;
    }();
    const replica::Draft edit = stage.edit(8);
    Trial trial{stage, u"writer"_s, [&](ReplicaDatabase &database) -> base::Result<> {
                    const auto submitted = database.submit({request, edit});
                    return submitted ? base::Result<>() : base::failure(submitted.error());
                }};
    tryAll(trial);
}

void FailPointTest::everyCallMayFailWhileSequencing()
{
    Stage stage;
    const auto runs = stage.runs();
    QVERIFY(runs && !runs->empty());
    Trial trial{stage, u"server"_s, [&](ReplicaDatabase &database) -> base::Result<> {
                    const auto outcomes = database.sequence(*runs, stage.clock().wallMs());
                    return outcomes ? base::Result<>() : base::failure(outcomes.error());
                }};
    tryAll(trial);
}

void FailPointTest::everyCallMayFailWhileApplyingASlice()
{
    Stage stage;
    const auto runs = stage.runs();
    QVERIFY(runs && stage.open(u"server"_s)->sequence(*runs, stage.clock().wallMs()));
    const auto slice = stage.next(u"writer"_s);
    QVERIFY(slice);
    Trial trial{stage, u"writer"_s, [&](ReplicaDatabase &database) -> base::Result<> {
                    const auto applied = database.applySlice(*slice);
                    return applied ? base::Result<>() : base::failure(applied.error());
                }};
    tryAll(trial);
}

void FailPointTest::everyCallMayFailWhileApplyingInBulk()
{
    Stage stage;
    const auto runs = stage.runs();
    QVERIFY(runs && stage.open(u"server"_s)->sequence(*runs, stage.clock().wallMs()));
    const auto slice = stage.next(u"writer"_s);
    QVERIFY(slice);
    Trial trial{stage, u"writer"_s, [&](ReplicaDatabase &database) -> base::Result<> {
                    SPILNO_TRY(database.beginBulk());
                    const auto applied = database.applySlice(*slice);
                    return applied ? base::Result<>() : base::failure(applied.error());
                }};
    trial.step = 11; // indexes are many calls, all alike
    tryAll(trial);
}

/// What cannot be read is told as that, and never answered as «not there».
void FailPointTest::everyCallMayFailWhileAsking()
{
    Stage stage;
    const auto runs = stage.runs();
    QVERIFY(runs && !runs->empty());
    const log::FeedState feed = runs->front().after;
    const base::ScopeId scope = feed.scope;
    replica::Query requests;
    requests.type = u"request"_s;
    using Question = std::function<base::Result<bool>(const ReplicaDatabase &)>;
    const std::map<QString, Question> questions{
        {u"feed"_s,
         [&](const ReplicaDatabase &database) -> base::Result<bool> {
             SPILNO_ASSIGN(const auto state, database.feedState(feed.feed));
             return state.has_value();
         }},
        {u"header"_s,
         [&](const ReplicaDatabase &database) -> base::Result<bool> {
             SPILNO_ASSIGN(const QByteArray header, database.headerAt(feed.feed, 0));
             return !header.isEmpty();
         }},
        {u"scope"_s,
         [&](const ReplicaDatabase &database) -> base::Result<bool> {
             SPILNO_ASSIGN(const auto status, database.scope(scope));
             return status.has_value();
         }},
        {u"device"_s,
         [&](const ReplicaDatabase &database) -> base::Result<bool> {
             SPILNO_ASSIGN(const auto person, database.personOf(feed.device));
             return person.has_value();
         }},
        {u"right to read"_s,
         [&](const ReplicaDatabase &database) { return database.mayRead(scope, feed.device); }},
        {u"records"_s, [&](const ReplicaDatabase &database) -> base::Result<bool> {
             SPILNO_ASSIGN(const replica::Page page, database.list(requests));
             return page.items.size() == 3;
         }}};
    for (const auto &[name, question] : questions) {
        int n = 0;
        for (bool passed = false; !passed; ++n) {
            const auto database = stage.open(u"server"_s);
            stage.disk.failAfter(n, SQLITE_IOERR_READ, sim::SimDisk::Failure::FromThenOn);
            const auto answer = question(*database);
            passed = !stage.disk.stopFailing();
            QVERIFY2(!answer || *answer, qPrintable(u"%1: told as absent"_s.arg(name)));
            QVERIFY2(answer || !passed, qPrintable(name));
        }
        QVERIFY2(n > 1, qPrintable(name)); // there were calls to fail
    }
}

QTEST_GUILESS_MAIN(FailPointTest)
#include "FailPointTest.moc"
