// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/Invariants.h"

#include "core/records/Registry.h"
#include "core/wire/Slice.h"
#include "tests/sim/CheckpointCheck.h"
#include "tests/sim/ModelCheck.h"

#include <algorithm>

namespace spilno::sim {

namespace {

using namespace Qt::StringLiterals;

/// Replicas that are rebuilt and verified; all are compared with the server's.
constexpr int kLookedIntoDeeply = 3;
constexpr int kCheckpointWithinS = 120;

QString textOf(const wire::Value &value)
{
    return QString::fromLatin1(value.encoded().toHex());
}

/// A record's history as every replica must tell it: what is pending is a replica's own.
QString historyOf(const replica::ReplicaDatabase &database, const base::EntityId &entity)
{
    QStringList lines;
    const auto history = database.history(entity);
    if (!history)
        return history.error().detail;
    for (const replica::HistoryItem &item : *history) {
        if (item.pending)
            continue;
        lines.append(
            QString::number(item.position) + u' ' + item.op.toHex().left(8) + u' ' + item.verdict +
            (item.erased ? u" erased"_s : QString()) + u' ' + item.step);
    }
    lines.sort(); // changes of other scopes that name it stand anywhere
    return lines.join(u'\n');
}

bool tookEffect(const QString &verdict)
{
    return verdict.isEmpty() || verdict == "soft"_L1;
}

} // namespace

QString shownOf(const replica::ReplicaDatabase &database)
{
    QStringList lines;
    for (const records::RecordType *type : records::Registry::standard().types()) {
        replica::Query query;
        query.type = type->name;
        query.limit = 1000;
        const auto page = database.list(query);
        for (const replica::Record &listed : page->items) {
            const auto record = database.record(type->name, listed.entity);
            QString line = type->name + u' ' + listed.entity.toHex() + u' ' +
                           listed.author.toHex().left(8) + u' ' +
                           QString::number(listed.createdMs) + u' ' +
                           QString::number(listed.changedMs) + u" state "_s +
                           QString::number(listed.state) + (listed.conflicted ? u"!"_s : QString());
            for (const auto &[name, value] : listed.fields)
                line += u' ' + name + u'=' + textOf(value);
            for (const auto &[name, values] : (*record)->sets) {
                for (const wire::Value &value : values)
                    line += u' ' + name + u'+' + textOf(value);
            }
            lines.append(line);
        }
    }
    lines.sort();
    return lines.join(u'\n');
}

QString digestOf(const replica::ReplicaDatabase &database)
{
    QStringList lines;
    const auto digests = database.digests();
    if (!digests)
        return digests.error().detail;
    for (const replica::ScopeDigest &digest : *digests)
        lines.append(
            digest.scope.toHex().left(8) + u' ' + digest.name + u' ' +
            QString::number(digest.applied) + u' ' + digest.chain.toHex() + u' ' +
            digest.tables.toHex());
    lines.sort();
    return lines.join(u'\n');
}

QString firstDifference(const QString &a, const QString &b)
{
    QStringList left = a.split(u'\n');
    QStringList right = b.split(u'\n');
    while (!left.isEmpty() && !right.isEmpty() && left.first() == right.first()) {
        left.removeFirst();
        right.removeFirst();
    }
    const QStringList ours = left.value(0).split(u' ');
    const QStringList theirs = right.value(0).split(u' ');
    QString text = ours.mid(0, 2).join(u' ') + u':';
    for (qsizetype i = 0; i < std::max(ours.size(), theirs.size()); ++i) {
        if (ours.value(i) != theirs.value(i))
            text += u' ' + ours.value(i) + u" / "_s + theirs.value(i);
    }
    return text.left(300);
}

Invariants::Invariants(World &world)
    : m_world(world)
{
}

void Invariants::wrong(const char *invariant, const QString &what)
{
    m_world.marks.wrong(QLatin1String(invariant), what);
}

void Invariants::checkAll()
{
    waitForCheckpoint();
    m_world.server.stop();
    auto opened = replica::ReplicaDatabase::open(m_world.server.options());
    if (!opened) {
        wrong("I1", u"the server's file does not open: "_s + opened.error().detail);
        return;
    }
    m_server = std::move(*opened);
    auto log = LogView::read(*m_server, m_world.random);
    if (!log) {
        wrong("I2", u"the log does not verify: "_s + log.error().detail);
        return;
    }
    m_log = std::move(*log);
    checkReceipts();
    checkNobodyIsAccused();
    checkNothingLost();
    checkEqualReplicas();
    checkVerdicts();
    checkModel();
    checkCheckpoint();
    checkFreshReader();
    checkTransactions();
    checkRevoked();
    for (int i = 0; i < kLookedIntoDeeply; ++i)
        checkRebuild(m_world, m_world.anyClient());
    checkErased();
    checkVerified();
    checkPreviews();
    m_server.reset();
}

/// I4: where the log has come, no preview is left. I9: who sent none that was false is not accused.
void Invariants::checkPreviews()
{
    const auto &hits = m_world.marks.hits();
    const bool forged = hits.contains(u"preview forged: other times"_s);
    for (const auto &client : m_world.clients) {
        const auto shown =
            client->isUp() ? client->database()->previewed() : base::Result<replica::Previewed>();
        if (!shown || shown->records > 0)
            wrong("I4", client->machine() + u" still shows previews"_s);
        if (!shown || shown->contradiction.isEmpty())
            continue;
        m_world.marks.hit(u"preview contradicted by the log"_s);
        if (!forged)
            wrong("I9", client->machine() + u" accuses: "_s + shown->contradiction);
    }
}

/// I1: what was signed is true: the run stands at those positions, at that time, under that chain.
void Invariants::checkReceipts()
{
    for (const log::Receipt &receipt : m_world.witness.receipts) {
        const LogView::Change *first = m_log.at(receipt.scope, receipt.firstPosition);
        const LogView::Change *last = m_log.at(receipt.scope, receipt.lastPosition);
        const bool placed =
            first != nullptr && last != nullptr && last->hash == receipt.lastHeaderHash &&
            last->recordedMs == receipt.recordedMs && first->logIndex == receipt.firstLogIndex &&
            m_log.chainAt(receipt.scope, receipt.lastPosition + 1) == receipt.chain;
        if (!placed)
            wrong(
                "I1", u"a receipt that the log does not bear out, of positions %1 to %2"_s
                          .arg(receipt.firstPosition)
                          .arg(receipt.lastPosition));
        for (auto at = receipt.firstPosition; placed && at <= receipt.lastPosition; ++at) {
            if (m_log.at(receipt.scope, at)->device != last->device)
                wrong("I1", u"a receipt over changes of several devices"_s);
        }
    }
}

bool Invariants::standsInSomeOutbox(const base::OpId &op) const
{
    return std::any_of(m_world.clients.begin(), m_world.clients.end(), [&op](const auto &client) {
        const auto items = client->database()->outbox(100'000);
        return items && std::any_of(items->begin(), items->end(), [&op](const auto &item) {
                   return item.op == op;
               });
    });
}

/// I1, I10: what a replica took as durable is in the log, through crashes, forks and copies, or, of
/// a revoked device, still on its computer.
void Invariants::checkNothingLost()
{
    for (const SimWritten &one : m_world.written) {
        if (m_log.placesOf(one.op).size() > 1)
            m_world.marks.hit(u"issued again by two programs"_s);
        if (!m_log.placesOf(one.op).empty())
            continue;
        const bool cannotSend =
            m_world.revoked.contains(one.device) || m_world.stranded.contains(one.device);
        if (cannotSend && standsInSomeOutbox(one.op)) {
            m_world.marks.hit(u"kept by a revoked device"_s);
            continue;
        }
        wrong(
            "I10", u"lost: a %1 of %2 (%3)"_s.arg(
                       one.type, one.machine,
                       standsInSomeOutbox(one.op) ? u"still in an outbox"_s : u"nowhere"_s));
    }
}

/// I2: the same positions show the same everywhere.
void Invariants::checkEqualReplicas()
{
    const QString digest = digestOf(*m_server);
    const QString shown = shownOf(*m_server);
    for (const auto &client : m_world.clients) {
        if (digestOf(*client->database()) != digest)
            wrong(
                "I2", client->machine() + u" has another digest: "_s +
                          firstDifference(digestOf(*client->database()), digest));
        // What a revoked device still shows of its own is in its overlay.
        const bool pending = !client->database()->outbox(1)->empty();
        if (!pending && shownOf(*client->database()) != shown)
            wrong(
                "I2", client->machine() + u" shows another city: "_s +
                          firstDifference(shownOf(*client->database()), shown));
    }
}

/// I2, I3: every change is judged the same by whoever folds it.
void Invariants::checkVerdicts()
{
    std::set<base::EntityId> seen;
    for (const SimWritten &one : m_world.written) {
        if (!seen.insert(one.entity).second)
            continue;
        const QString history = historyOf(*m_server, one.entity);
        for (const auto &client : m_world.clients) {
            const QString other = historyOf(*client->database(), one.entity);
            if (other != history)
                wrong(
                    "I2",
                    client->machine() + u" judges otherwise: "_s + firstDifference(other, history));
        }
    }
}

/// I3, I14: a replica that reads slices of other sizes, scope by scope in another order, and some
/// twice, folds the same; so does the server's own log when it is folded again.
void Invariants::checkFreshReader()
{
    replica::ReplicaDatabase::Options options = m_world.server.options();
    options.path = u"/reader/replica.db"_s;
    auto reader = replica::ReplicaDatabase::open(options);
    if (!reader || !(*reader)->setCity(m_world.genesis)) {
        wrong("I3", u"no reader"_s);
        return;
    }
    for (bool moved = true; moved;) {
        moved = false;
        const auto scopes = (*reader)->scopes();
        for (const replica::ScopeStatus &scope : *scopes) {
            const int most = 1 + static_cast<int>(m_world.below(9));
            const auto bytes = m_server->readSlice(scope.scope, scope.next, most, 1 << 20);
            if (!bytes || bytes->isEmpty())
                continue;
            const auto slice = wire::decodeSlice(*bytes);
            const auto verified = log::verifySlice(
                *slice, (*reader)->cityId(), scope.chain,
                [&reader](const base::FeedId &feed) { return (*reader)->feedState(feed); });
            if (!verified) {
                wrong("I3", verified.error().detail);
                return;
            }
            const auto applied = (*reader)->applySlice(*verified);
            if (!applied && applied.error().code == base::ErrorCode::Busy)
                continue;
            const auto again = applied ? (*reader)->applySlice(*verified) : applied;
            if (!again || !again->isEmpty())
                wrong("I14", u"a slice that is applied twice"_s);
            moved = moved || applied.has_value();
        }
    }
    if (digestOf(**reader) != digestOf(*m_server) || shownOf(**reader) != shownOf(*m_server))
        wrong(
            "I3", u"a new reader folds otherwise: "_s +
                      firstDifference(shownOf(**reader), shownOf(*m_server)));
    const QString before = shownOf(*m_server);
    if (!m_server->rebuild() || shownOf(*m_server) != before)
        wrong(
            "I4",
            u"the server's log folds otherwise: "_s + firstDifference(before, shownOf(*m_server)));
}

/// I4: what grew change by change is what folding anew gives, own pending work included.
void Invariants::checkRebuild(World &world, SimClient &client)
{
    if (!client.isUp() || !client.database()->hasCity())
        return;
    const QString shown = shownOf(*client.database());
    const QString digest = digestOf(*client.database());
    const auto rebuilt = client.database()->rebuild();
    if (!rebuilt) {
        world.marks.wrong(u"I4"_s, rebuilt.error().detail);
        return;
    }
    if (digestOf(*client.database()) != digest || shownOf(*client.database()) != shown)
        world.marks.wrong(
            u"I4"_s, client.machine() + u" rebuilds otherwise: "_s +
                         firstDifference(shown, shownOf(*client.database())));
}

/// I16: what the server shows is what its log means, as the plainest reading of it has it.
void Invariants::checkModel()
{
    FoldModel model(m_world.genesis);
    model.fold(m_log);
    ModelCheck(*m_server, m_log, model, m_world.marks).checkAll();
}

/// I12: a checkpoint of everything reaches all programs soon after the last change.
void Invariants::waitForCheckpoint()
{
    const auto sizeOf = [](const QByteArray &note) {
        const auto checkpoint = log::parseCheckpoint(base::view(note));
        return checkpoint ? checkpoint->treeSize : 0;
    };
    const auto isEverywhere = [&] {
        const std::uint64_t all = m_world.server.store()->treeSize();
        return sizeOf(m_world.server.newestCheckpoint()) == all &&
               std::all_of(m_world.clients.begin(), m_world.clients.end(), [&](const auto &client) {
                   const auto seen = client->database()->setting(u"checkpoint"_s);
                   return seen && sizeOf(*seen) == all;
               });
    };
    for (int seconds = 0; seconds < kCheckpointWithinS && !isEverywhere(); ++seconds)
        m_world.time.runFor(1'000);
    if (!isEverywhere())
        wrong("I12", u"the newest checkpoint does not cover the log everywhere"_s);
}

/// I9: the server signed what its log is, as the plainest reading of it has it.
void Invariants::checkCheckpoint()
{
    const QByteArray &note = m_world.server.newestCheckpoint();
    const auto checkpoint = log::parseCheckpoint(base::view(note));
    const log::Checkpoint plain = plainCheckpoint(m_world.city, m_log);
    if (!checkpoint || !checkpoint->verify(m_world.server.publicKey()) ||
        checkpoint->treeSize != plain.treeSize || checkpoint->root != plain.root ||
        checkpoint->mapRoot != plain.mapRoot || checkpoint->city != plain.city)
        wrong("I9", u"the newest checkpoint is not that of the log"_s);
}

/// I9: no program holds a proof of a lie of this server, which told none.
void Invariants::checkNobodyIsAccused()
{
    for (const auto &client : m_world.clients) {
        const auto evidence = client->database()->evidence();
        if (!evidence || !evidence->empty())
            wrong(
                "I9", client->machine() + u" accuses the server: "_s +
                          (evidence ? log::lieKindName(evidence->front().kind)
                                    : evidence.error().detail));
    }
}

/// I5: of one transaction everything took effect, or nothing.
void Invariants::checkTransactions()
{
    std::map<int, std::set<bool>> effects;
    std::map<int, std::vector<std::uint64_t>> positions;
    for (const SimWritten &one : m_world.written) {
        const auto history = m_server->history(one.entity);
        for (const replica::HistoryItem &item : *history) {
            if (item.op != one.op || item.pending || item.verdict == "duplicate"_L1)
                continue;
            effects[one.transaction].insert(tookEffect(item.verdict));
            positions[one.transaction].push_back(item.position);
        }
    }
    for (const auto &[transaction, both] : effects) {
        if (both.size() > 1)
            wrong("I5", u"half a transaction took effect"_s);
        if (both.size() == 1 && !*both.begin() && positions[transaction].size() > 1)
            m_world.marks.hit(u"void transaction"_s);
        const auto &places = positions[transaction];
        const auto [low, high] = std::minmax_element(places.begin(), places.end());
        if (*high - *low + 1 != places.size())
            wrong("I5", u"a transaction with something else inside"_s);
    }
}

/// I8: after the scrub what was taken back stands in no file.
void Invariants::checkErased()
{
    (void)m_server->scrub();
    for (const auto &client : m_world.clients)
        (void)client->database()->scrub();
    for (const SimErased &one : m_world.erased) {
        const auto verdicts = m_server->history(one.eraseRecord);
        const bool inForce = verdicts && !verdicts->empty() && !verdicts->front().pending &&
                             verdicts->front().verdict.isEmpty();
        if (!inForce)
            continue;
        m_world.marks.hit(u"erased for good"_s);
        if (one.programs > 2)
            m_world.marks.hit(u"taken back from three programs"_s);
        if (one.programs < m_world.clients.size())
            m_world.marks.hit(u"taken back before a program joined"_s);
        if (m_world.disk.contains(SimServer::kMachine, one.words))
            wrong(
                "I8",
                u"the server still holds what was taken back: "_s + QString::fromUtf8(one.words));
        for (const auto &client : m_world.clients) {
            if (m_world.disk.contains(client->machine().toStdString(), one.words))
                wrong(
                    "I8", client->machine() + u" still holds what was taken back: "_s +
                              QString::fromUtf8(one.words));
        }
        if (m_world.disk.contains("reader", one.words))
            wrong("I8", u"a new reader was given what was taken back"_s);
    }
}

/// I11: nothing of a revoked key stands behind its revocation.
void Invariants::checkRevoked()
{
    std::map<base::PublicKey, std::uint64_t> ends;
    for (const auto &[person, facts] : m_world.people) {
        const auto record = m_server->record(u"identity"_s, facts.identityRecord);
        const auto history = m_server->history(facts.identityRecord);
        for (const replica::HistoryItem &item : *history) {
            if (item.pending || !tookEffect(item.verdict))
                continue;
            for (const auto &[name, value] : item.fields) {
                if (name != "revoked"_L1)
                    continue;
                const auto key = base::PublicKey::fromBytes(base::view(value.toBytes()));
                const LogView::Change *change =
                    m_log.at(wire::peopleScope(m_world.city), item.position);
                if (key && change != nullptr)
                    ends.emplace(*key, change->logIndex);
            }
        }
    }
    for (const auto &[scope, changes] : m_log.scopes()) {
        for (const LogView::Change &change : changes) {
            const auto end = ends.find(change.device);
            if (end != ends.end() && change.logIndex > end->second)
                wrong("I11", u"a revoked device wrote after its end"_s);
        }
    }
    if (!ends.empty())
        m_world.marks.hit(u"revocation in force"_s);
}

/// Every hash, signature and chain of every file is right.
void Invariants::checkVerified()
{
    const auto check = [this](const replica::ReplicaDatabase &database, const QString &name) {
        const auto found = database.verify();
        if (!found || !found->empty())
            wrong(
                "I2",
                name + u" is damaged: "_s + (found ? found->front().text() : found.error().detail));
    };
    check(*m_server, u"the server"_s);
    for (int i = 0; i < kLookedIntoDeeply; ++i) {
        SimClient &client = m_world.anyClient();
        check(*client.database(), client.machine());
    }
}

} // namespace spilno::sim
