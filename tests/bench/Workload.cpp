// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Workload.h"

#include "tests/bench/Phase.h"

#include "core/profile/Profile.h"
#include "core/records/Registry.h"
#include "core/records/request/RequestRule.h"
#include "core/wire/Run.h"
#include "syncserver/store/DataFolder.h"

#include <algorithm>
#include <cmath>

namespace spilno::bench {

namespace {

const char *const kWords[] = {
    "яма",         "дорога",     "ліхтар",    "сміття",  "двір",     "вода",      "труба",
    "дерево",      "лавка",      "майданчик", "зупинка", "перехід",  "світлофор", "тротуар",
    "каналізація", "опалення",   "будинок",   "вулиця",  "провулок", "площа",     "бордюр",
    "паркан",      "машина",     "знак",      "не",      "працює",   "зламана",   "тече",
    "темно",       "небезпечно", "вже",       "тиждень",
};

QString words(FixedRandom &random, int count)
{
    QString text;
    for (int i = 0; i < count; ++i) {
        if (i > 0)
            text += u' ';
        text += QString::fromUtf8(kWords[random.next() % std::size(kWords)]);
    }
    return text;
}

} // namespace

void FixedRandom::fill(std::span<std::uint8_t> out)
{
    for (std::uint8_t &byte : out)
        byte = static_cast<std::uint8_t>(next() >> 32);
}

std::uint64_t FixedRandom::next()
{
    m_state ^= m_state << 13; // xorshift64
    m_state ^= m_state >> 7;
    m_state ^= m_state << 17;
    return m_state;
}

/// A person with one device and one feed in one scope.
struct Workload::Author
{
    QByteArray seed; ///< Of its key; so many keys do not fit into locked memory.
    base::PublicKey device;
    QByteArray identity;
    base::PersonId person;
    base::OpId certificate;
    QByteArray opening;
    log::FeedState state;
    std::deque<wire::PayloadBytes> kept;

    void open(
        const base::CityId &city,
        const base::ScopeId &scope,
        const base::OpId &certified,
        FixedRandom &dice)
    {
        wire::FeedOpening feed;
        feed.city = city;
        feed.person = person;
        feed.device = device;
        feed.scope = scope;
        feed.incarnation = dice.id<base::Incarnation>();
        feed.certificate = certified;
        opening = wire::encodeOpening(feed);
        state = log::openFeed(opening, city).value();
    }

    /// Signs the payloads as the next run.
    log::VerifiedRun run(
        std::uint32_t type,
        const std::vector<wire::Payload> &payloads,
        FixedRandom &dice,
        qint64 nowMs,
        qint64 &verifyNs)
    {
        wire::Run run;
        run.feed = state.feed;
        run.firstSeq = state.nextSeq;
        run.opening = state.nextSeq == 0 ? opening : QByteArray();
        static const QByteArray ext = wire::ChangeHeader::emptyExt();
        log::FeedState after = state;
        std::deque<wire::PayloadBytes> bytes;
        for (const wire::Payload &payload : payloads) {
            bytes.push_back(wire::encodePayload(payload, dice.id<base::Salt>()));
            wire::ThinChange thin;
            thin.hlcDelta = base::hlcNext(after.hlc, nowMs) - after.hlc;
            thin.type = type;
            thin.ext = base::view(ext);
            thin.shape = base::view(bytes.back().shape);
            thin.values = base::view(bytes.back().values);
            after.hlc += thin.hlcDelta;
            const auto entity = wire::entityId(person, state.scope, *payload.create);
            const auto commit = wire::payloadCommit(thin.shape, wire::valuesHash(thin.values));
            const QByteArray header = wire::expandHeader(
                thin, after.feed, after.nextSeq, after.head, after.hlc, entity, commit);
            certificate = wire::opId(person, after.feed, after.nextSeq, commit);
            after.head = wire::headerHash(base::view(header));
            ++after.nextSeq;
            run.changes.push_back(std::move(thin));
        }
        run.signature = crypto::SigningKey::fromSeed(base::view(seed))
                            .sign(wire::kChangeContext, after.head.bytes());
        const QByteArray sent = wire::encodeRun(run);
        QElapsedTimer timer;
        timer.start();
        const auto decoded = wire::decodeRun(sent);
        const auto verified = decoded
                                  ? log::verifyRun(*decoded, state)
                                  : base::Result<log::VerifiedRun>(base::failure(decoded.error()));
        verifyNs += timer.nsecsElapsed();
        if (!verified)
            giveUp(QStringLiteral("a run of the workload: ") + verified.error().detail);
        state = verified->after;
        return *verified;
    }
};

Workload::Workload(const Shape &shape)
    : m_shape(shape)
{
    auto owner = profile::Profile::create(
        path(QStringLiteral("owner")), crypto::SecretBytes::copyOf(base::view(m_shape.passphrase)),
        wire::DeviceKind::Desktop, crypto::VaultCost::Minimal, random);
    if (!owner)
        giveUp(owner.error().detail);
    server::CityFounding::Request request;
    request.folder = data();
    request.name = QStringLiteral("Вимірне");
    request.owner = owner->profile->identity();
    request.displayName = QStringLiteral("Власниця");
    request.plan = server::FoundingPlan::standard(server::PlanLanguage::Ukrainian);
    auto &names = request.plan.bodies.front().scopes;
    names.clear();
    for (int i = 0; i < m_shape.scopes; ++i)
        names.append(QStringLiteral("Район %1").arg(i + 1));
    request.ownerReplica = [&](const base::CityId &id) { return owner->profile->replicaPath(id); };
    request.clock = &clock;
    request.random = &random;
    auto founded = server::CityFounding::found(request);
    if (!founded)
        giveUp(founded.error().detail);
    m_city = *founded;
    m_scopes = m_city.bodies.front().scopes;
}

void Workload::sequence(const std::vector<log::VerifiedRun> &runs)
{
    QElapsedTimer timer;
    timer.start();
    const auto outcomes = m_server->sequence(runs, clock.wallMs());
    m_sequenceNs += timer.nsecsElapsed();
    m_commitMs.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    if (!outcomes)
        giveUp(outcomes.error().detail);
    for (const auto &outcome : *outcomes) {
        if (outcome.state != replica::SequenceState::Sequenced)
            giveUp(QStringLiteral("a run was not sequenced"));
    }
}

std::vector<std::unique_ptr<Workload::Author>> Workload::makeAuthors()
{
    std::vector<std::unique_ptr<Author>> authors;
    const auto count = std::max<qint64>(1, m_shape.changes / m_shape.changesPerFeed);
    for (qint64 i = 0; i < count; ++i) {
        QByteArray seed(crypto::SigningKey::kSeedBytes, Qt::Uninitialized);
        m_fixed.fill(
            {reinterpret_cast<std::uint8_t *>(seed.data()), crypto::SigningKey::kSeedBytes});
        wire::IdentityGenesis genesis;
        genesis.device = crypto::SigningKey::fromSeed(base::view(seed)).publicKey();
        genesis.deviceSealing = m_fixed.id<base::SealingKey>();
        genesis.recovery = m_fixed.id<base::PublicKey>();
        genesis.random = m_fixed.id<base::Salt>();
        const QByteArray bytes = wire::encodeIdentityGenesis(genesis);
        authors.emplace_back(new Author{
            seed, genesis.device, bytes, wire::personId(base::view(bytes)), {}, {}, {}, {}});
    }
    return authors;
}

void Workload::enrol(std::vector<std::unique_ptr<Author>> &authors)
{
    const auto *identity = records::Registry::standard().type(QStringLiteral("identity"));
    std::vector<log::VerifiedRun> runs;
    for (auto &author : authors) {
        author->open(m_city.id, wire::peopleScope(m_city.id), {}, m_fixed);
        wire::Payload payload;
        payload.create = m_fixed.id<base::Salt>();
        payload.extra.emplace_back(wire::kExtraIdentity, author->identity);
        runs.push_back(
            author->run(identity->number, {payload}, m_fixed, clock.wallMs(), m_verifyNs));
        if (runs.size() == static_cast<std::size_t>(m_shape.runsPerCommit) ||
            author == authors.back()) {
            sequence(runs);
            runs.clear();
        }
        const base::ScopeId scope = m_scopes[m_fixed.next() % m_scopes.size()];
        author->open(m_city.id, scope, author->certificate, m_fixed);
    }
}

std::vector<std::uint32_t> Workload::order(std::size_t authors)
{
    // Zipf: the k-th author writes a part in proportion to 1/k, everybody at least one change.
    double sum = 0;
    for (std::size_t i = 0; i < authors; ++i)
        sum += 1.0 / static_cast<double>(i + 1);
    std::vector<std::uint32_t> order;
    order.reserve(static_cast<std::size_t>(m_shape.changes));
    for (std::size_t i = 0; i < authors; ++i)
        order.push_back(static_cast<std::uint32_t>(i));
    const double left = static_cast<double>(m_shape.changes) - static_cast<double>(authors);
    for (std::size_t i = 0; i < authors; ++i) {
        const double share = left / sum / static_cast<double>(i + 1);
        for (double given = 0; given + 0.5 < share; given += m_shape.runChanges)
            order.push_back(static_cast<std::uint32_t>(i));
    }
    for (std::size_t i = order.size() - 1; i > 0; --i)
        std::swap(order[i], order[m_fixed.next() % (i + 1)]);
    return order;
}

std::vector<wire::Payload> Workload::requests(
    qint64 count,
    const std::vector<base::EntityId> &categories,
    const std::vector<base::EntityId> &places)
{
    using namespace records::request;
    std::vector<wire::Payload> payloads;
    for (qint64 i = 0; i < count; ++i) {
        wire::Payload payload;
        payload.create = m_fixed.id<base::Salt>();
        const auto category = categories[m_fixed.next() % categories.size()].toByteArray();
        const auto place = places[m_fixed.next() % places.size()].toByteArray();
        payload.fields = {
            {kTitle, wire::FieldMode::Write, {}, wire::Value(words(m_fixed, 4))},
            {kText, wire::FieldMode::Write, {}, wire::Value(words(m_fixed, 7))},
            {kCategory, wire::FieldMode::WriteStructural, {}, wire::Value(category)},
            {kPlace, wire::FieldMode::Write, {}, wire::Value(place)}};
        payloads.push_back(std::move(payload));
    }
    return payloads;
}

std::unique_ptr<profile::Profile> Workload::openOwner()
{
    auto opened = profile::Profile::open(path(QStringLiteral("owner")));
    if (!opened || !(*opened)->unlock(crypto::SecretBytes::copyOf(base::view(m_shape.passphrase))))
        giveUp(QStringLiteral("the owner's profile does not open"));
    return std::move(*opened);
}

replica::ReplicaDatabase::Options Workload::ownerReplica(const profile::Profile &owner)
{
    replica::ReplicaDatabase::Options options;
    options.path = owner.replicaPath(m_city.id);
    options.registry = &records::Registry::standard();
    options.clock = &clock;
    options.random = &random;
    options.searched = true;
    return options;
}

void Workload::openServer()
{
    replica::ReplicaDatabase::Options options;
    options.path = server::DataFolder(data()).databaseFile();
    options.registry = &records::Registry::standard();
    options.clock = &clock;
    options.random = &random;
    auto opened = replica::ReplicaDatabase::open(options);
    if (!opened)
        giveUp(opened.error().detail);
    m_server = std::move(*opened);
}

void Workload::pullInto(replica::ReplicaDatabase &replica)
{
    openServer();
    if (!replica.beginBulk())
        giveUp(QStringLiteral("no bulk mode"));
    for (bool moved = true; moved;) {
        moved = false;
        const auto cursors = replica.cursors();
        for (const wire::ScopeCursor &cursor : *cursors) {
            for (std::uint64_t at = cursor.applied;;) {
                const auto bytes = m_server->readSlice(cursor.scope, at, 4096, 4 << 20);
                if (!bytes || bytes->isEmpty())
                    break;
                const auto slice = wire::decodeSlice(*bytes);
                const auto chain = replica.scope(cursor.scope).value()->chain;
                const auto verified = log::verifySlice(
                    *slice, replica.cityId(), chain,
                    [&](const base::FeedId &feed) { return replica.feedState(feed); });
                if (!verified)
                    giveUp(verified.error().detail);
                const auto applied = replica.applySlice(*verified);
                if (!applied && applied.error().code == base::ErrorCode::Busy)
                    break; // the other authority scope goes first
                if (!applied)
                    giveUp(applied.error().detail);
                at += verified->changes.size();
                moved = true;
            }
        }
    }
    if (!replica.endBulk())
        giveUp(QStringLiteral("the bulk mode does not end"));
    m_server.reset();
}

void Workload::fill()
{
    openServer();
    auto authors = makeAuthors();
    enrol(authors);
    std::vector<base::EntityId> categories;
    replica::Query query;
    query.type = QStringLiteral("category");
    const auto page = m_server->list(query);
    for (const auto &record : page->items)
        categories.push_back(record.entity);
    std::vector<base::EntityId> places(200);
    for (auto &place : places)
        place = m_fixed.id<base::EntityId>();
    const auto *request = records::Registry::standard().type(QStringLiteral("request"));
    m_verifyNs = 0;
    m_sequenceNs = 0;
    m_commitMs.clear();
    Phase phase(QStringLiteral("workload signed, verified and sequenced"));
    qint64 written = 0;
    std::vector<log::VerifiedRun> runs;
    std::vector<bool> began(authors.size());
    for (const std::uint32_t index : order(authors.size())) {
        if (written >= m_shape.changes)
            break;
        Author &author = *authors[index];
        const qint64 count =
            std::min<qint64>(m_shape.changes - written, began[index] ? m_shape.runChanges : 1);
        began[index] = true;
        runs.push_back(author.run(
            request->number, requests(count, categories, places), m_fixed, clock.wallMs(),
            m_verifyNs));
        written += count;
        if (runs.size() == static_cast<std::size_t>(m_shape.runsPerCommit) ||
            written == m_shape.changes) {
            sequence(runs);
            runs.clear();
        }
    }
    if (!runs.empty())
        sequence(runs);
    m_server.reset();
    phase.add(QStringLiteral("verify_s"), static_cast<double>(m_verifyNs) / 1e9);
    phase.add(QStringLiteral("sequence_s"), static_cast<double>(m_sequenceNs) / 1e9);
    phase.addLatencies(m_commitMs);
    phase.add(QStringLiteral("feeds"), static_cast<double>(authors.size()));
    phase.add(QStringLiteral("disk_bytes"), static_cast<double>(bytesBelow(data())));
    phase.finish(written);
}

} // namespace spilno::bench
