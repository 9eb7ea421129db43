// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/Outbox.h"

#include "core/base/Limits.h"
#include "core/base/text/NumberFold.h"
#include "core/records/identity/IdentityRule.h"
#include "core/records/Judge.h"
#include "core/replica/RunPacker.h"

#include <algorithm>

namespace spilno::replica {

using base::ErrorCode;
using base::failure;

namespace {

/// The record as it is shown: overlay before base.
std::optional<records::EntityImage> shownImage(
    const DatabaseCore &core, const records::RecordType &type, const base::EntityId &entity)
{
    const auto row = core.log.entityRow(entity);
    if (!row)
        return std::nullopt;
    const qint64 now = core.options.clock->wallMs();
    auto image = core.projection.load(type, row->id, Layer::Overlay, now);
    return image ? std::move(image) : core.projection.load(type, row->id, Layer::Base, now);
}

std::vector<base::OpId> seenOps(const records::EntityImage *image, std::uint32_t key)
{
    std::vector<base::OpId> ops;
    const records::FieldImage *field = image != nullptr ? image->field(key) : nullptr;
    if (field != nullptr) {
        for (const records::Candidate &candidate : field->candidates)
            ops.push_back(candidate.origin.op);
    }
    return ops;
}

wire::FieldMode modeOf(const records::FieldDescriptor &field, bool addition)
{
    const bool structural = field.placement == records::Placement::Structural;
    if (addition)
        return structural ? wire::FieldMode::AddStructural : wire::FieldMode::Add;
    return structural ? wire::FieldMode::WriteStructural : wire::FieldMode::Write;
}

/// Of a verdict that means no effect.
ErrorCode errorOf(records::Verdict verdict)
{
    using records::Verdict;
    if (verdict == Verdict::NoRight)
        return ErrorCode::NotPermitted;
    const bool isLate = verdict == Verdict::AlreadyExists || verdict == Verdict::Closed ||
                        verdict == Verdict::Taken;
    return isLate ? ErrorCode::Conflict : ErrorCode::InvalidArgument;
}

tl::unexpected<base::Error> badField(const QString &name, const char *why)
{
    return failure(
        ErrorCode::InvalidArgument, QStringLiteral("%1: %2").arg(name, QLatin1String(why)));
}

} // namespace

base::Result<> Outbox::workFields(
    const Draft &draft, const records::EntityImage *image, Worked &worked) const
{
    const auto add = [&](const QString &name, const wire::Value &value,
                         bool addition) -> base::Result<> {
        const records::FieldDescriptor *field = worked.type->field(name);
        if (field == nullptr)
            return badField(name, "no such field");
        if ((field->merge == records::MergeClass::Set) != addition ||
            field->merge == records::MergeClass::Transition)
            return badField(name, "cannot be written this way");
        if (!value.isEmpty() && !records::fits(*field, value))
            return badField(name, "not a value of this field, or too long");
        if (value.isEmpty() && field->required)
            return badField(name, "cannot be empty");
        wire::FieldChange change{field->key, modeOf(*field, addition), {}, value};
        if (!addition)
            change.refs = seenOps(image, field->key);
        worked.payload.fields.push_back(std::move(change));
        return {};
    };
    for (const auto &[name, value] : draft.fields)
        SPILNO_TRY(add(name, value, false));
    for (const auto &[name, value] : draft.additions)
        SPILNO_TRY(add(name, value, true));
    for (const auto &[name, op] : draft.removals) {
        const records::FieldDescriptor *field = worked.type->field(name);
        if (field == nullptr || field->merge != records::MergeClass::Set)
            return badField(name, "is not a set");
        worked.payload.fields.push_back({field->key, wire::FieldMode::Remove, {op}, {}});
    }
    // Nobody judges later whether a value that can be erased was there.
    for (const records::FieldDescriptor &field : worked.type->fields) {
        if (field.required && image == nullptr && worked.payload.field(field.key) == nullptr)
            return badField(field.name, "is missing");
    }
    auto &fields = worked.payload.fields;
    std::sort(
        fields.begin(), fields.end(), [](const auto &a, const auto &b) { return a.key < b.key; });
    const auto twice = std::adjacent_find(
        fields.begin(), fields.end(), [](const auto &a, const auto &b) { return a.key == b.key; });
    if (twice != fields.end())
        return failure(
            ErrorCode::InvalidArgument, QStringLiteral("a field is written twice in one change"));
    if (fields.size() > static_cast<std::size_t>(limits::kFieldsPerChangeMax))
        return failure(ErrorCode::LimitExceeded, QStringLiteral("too many fields in one change"));
    return {};
}

base::Result<> Outbox::workNumber(Worked &worked) const
{
    for (const records::FieldDescriptor &field : worked.type->fields) {
        if (!field.numbered || worked.payload.field(field.key) != nullptr)
            continue;
        const QString prefix = m_core.authority.prefixOf(m_core.identity->device.publicKey());
        if (prefix.isEmpty())
            continue; // a device without a grant gives no numbers
        const QString counterName = QStringLiteral("number/") + prefix;
        SPILNO_ASSIGN(qint64 counter, m_core.metaNumber(counterName));
        QString number;
        do { // a profile restored from a copy finds its later numbers taken
            number = base::requestNumber(prefix, ++counter);
        } while (worked.type->rule &&
                 !worked.type->rule->isNumberFree(number, worked.scope, m_core.authority));
        SPILNO_TRY(m_core.setMetaNumber(counterName, counter));
        worked.payload.fields.push_back({field.key, modeOf(field, false), {}, wire::Value(number)});
    }
    return {};
}

base::Result<> Outbox::workStep(
    const Draft &draft, const records::EntityImage *image, Worked &worked) const
{
    if (draft.step.isEmpty())
        return {};
    if (image == nullptr)
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a new record takes no step"));
    const records::Step *step = worked.type->machine.step(image->state, draft.step);
    if (step == nullptr)
        return failure(
            ErrorCode::Conflict,
            QStringLiteral("the step %1 is not possible from this state").arg(draft.step));
    worked.payload.transition =
        wire::Transition{worked.type->stateKey, step->from, step->to, image->stateOrigin.op};
    return {};
}

base::Result<Outbox::Worked> Outbox::work(const Draft &draft) const
{
    Worked worked;
    worked.type = m_core.options.registry->type(draft.type);
    if (worked.type == nullptr)
        return failure(
            ErrorCode::InvalidArgument, QStringLiteral("no record type %1").arg(draft.type));
    std::optional<records::EntityImage> image;
    if (draft.entity.isNull()) {
        worked.scope = draft.scope;
        if (worked.scope.isNull() && worked.type->home == records::Home::Rules)
            worked.scope = wire::rulesScope(m_core.cityId);
        if (worked.scope.isNull() && worked.type->home == records::Home::People)
            worked.scope = wire::peopleScope(m_core.cityId);
        const base::Salt salt = draft.salt ? *draft.salt : m_core.options.random->id<base::Salt>();
        worked.payload.create = salt;
        worked.entity = wire::entityId(m_core.identity->person, worked.scope, salt);
    } else {
        worked.entity = draft.entity;
        image = shownImage(m_core, *worked.type, draft.entity);
        if (!image)
            return failure(ErrorCode::NotFound, QStringLiteral("no such record here"));
        worked.scope = image->scope;
    }
    if (!m_core.log.scope(worked.scope))
        return failure(ErrorCode::NotFound, QStringLiteral("no such scope here"));
    SPILNO_TRY(workFields(draft, image ? &*image : nullptr, worked));
    if (draft.entity.isNull() && draft.numbered)
        SPILNO_TRY(workNumber(worked));
    std::sort(
        worked.payload.fields.begin(), worked.payload.fields.end(),
        [](const auto &a, const auto &b) { return a.key < b.key; });
    SPILNO_TRY(workStep(draft, image ? &*image : nullptr, worked));
    worked.payload.settles = draft.settles;
    worked.claim = draft.claim;
    for (const auto &[tag, bytes] : draft.extra)
        worked.payload.extra.emplace_back(tag, bytes);
    std::sort(worked.payload.extra.begin(), worked.payload.extra.end());
    return worked;
}

base::Result<base::OpId> Outbox::certificate() const
{
    // The op that certified this device: the identity's creation, by entity of the person's salt.
    const QString device = m_core.identity->device.publicKey().toHex();
    SPILNO_ASSIGN(QByteArray op, m_core.meta(QStringLiteral("certificate/") + device));
    if (op.isEmpty()) {
        SPILNO_ASSIGN(op, m_core.meta(QStringLiteral("certificate")));
    }
    return op.size() == static_cast<qsizetype>(base::OpId::size)
               ? base::OpId::fromTrusted(op.constData())
               : base::OpId();
}

base::Result<> Outbox::noteCertificates(const Worked &worked, const base::OpId &op)
{
    if (worked.payload.create)
        return m_core.setMeta(QStringLiteral("certificate"), op.toByteArray());
    for (const wire::FieldChange &field : worked.payload.fields) {
        const auto entry = field.key == records::identity::kDevices
                               ? records::identity::deviceEntry(field.value)
                               : std::nullopt;
        if (entry)
            SPILNO_TRY(m_core.setMeta(
                QStringLiteral("certificate/") + entry->device.toHex(), op.toByteArray()));
    }
    return {};
}

base::Result<Outbox::OwnFeed> Outbox::openOwnFeed(
    const ScopeRow &scope, const log::FeedState *parent)
{
    wire::FeedOpening opening;
    opening.city = m_core.cityId;
    opening.person = m_core.identity->person;
    opening.device = m_core.identity->device.publicKey();
    opening.scope = scope.status.scope;
    opening.incarnation = m_core.options.random->id<base::Incarnation>();
    if (parent != nullptr) {
        opening.parentFeed = parent->feed;
        opening.parentSeq = parent->nextSeq;
        opening.parentHash = parent->head;
    }
    SPILNO_ASSIGN(opening.certificate, certificate());
    const QByteArray bytes = wire::encodeOpening(opening);
    SPILNO_ASSIGN(const log::FeedState state, log::openFeed(bytes, m_core.cityId));
    SPILNO_ASSIGN(const FeedRow row, m_core.log.addFeed(state, bytes, scope.id, true));
    SPILNO_TRY(m_core.setMeta(
        QStringLiteral("own_feed/") + scope.status.scope.toHex(), state.feed.toByteArray()));
    return OwnFeed{row.id, state};
}

base::Result<Outbox::OwnFeed> Outbox::ownFeed(const base::ScopeId &scopeId)
{
    const auto scope = m_core.log.scope(scopeId);
    if (!scope)
        return failure(ErrorCode::NotFound, QStringLiteral("no such scope here"));
    SPILNO_ASSIGN(
        const QByteArray name, m_core.meta(QStringLiteral("own_feed/") + scopeId.toHex()));
    const auto feed = name.isEmpty() ? std::nullopt
                                     : m_core.log.feed(base::FeedId::fromTrusted(name.constData()));
    const bool mine = feed && feed->state.device == m_core.identity->device.publicKey();
    if (!mine)
        return openOwnFeed(*scope, nullptr);
    OwnFeed own{feed->id, feed->state};
    Statement last = m_core.connection->prepare(
        "SELECT seq, hash, hlc, refused IS NOT NULL FROM pending WHERE feed = ?1"
        " ORDER BY seq DESC LIMIT 1");
    last.bind(1, feed->id);
    if (last.next()) {
        if (last.integer(3) != 0) // nothing follows what is refused for ever
            return openOwnFeed(*scope, &feed->state);
        own.state.nextSeq = static_cast<std::uint64_t>(last.integer(0)) + 1;
        own.state.head = last.id<base::Hash>(1);
        own.state.hlc = static_cast<base::Hlc>(last.integer(2));
    }
    // A clock that must go back opens a new incarnation: hlc is strictly increasing in a feed, and
    // a value far ahead would win every display for as long.
    const qint64 now = m_core.options.clock->wallMs();
    if (base::hlcMs(own.state.hlc) > now + limits::kClockAheadMs * 10)
        return openOwnFeed(*scope, &own.state);
    return own;
}

base::Result<> Outbox::store(
    OwnFeed &feed,
    const wire::ThinChange &thin,
    const base::EntityId &entity,
    const base::Hash &commit,
    qint64 writtenMs)
{
    const base::Hlc hlc = feed.state.hlc + thin.hlcDelta;
    const QByteArray header = wire::expandHeader(
        thin, feed.state.feed, feed.state.nextSeq, feed.state.head, hlc, entity, commit);
    const base::Hash hash = wire::headerHash(base::view(header));
    SPILNO_ASSIGN(const EntityRow row, m_core.log.internEntity(entity));
    SPILNO_TRY(m_core.log.saveEntities());
    m_core.overlayOwed.insert(row.id);
    Statement insert = m_core.connection->prepare(
        "INSERT INTO pending(feed, seq, entity, type, hlc, txn, hash, ext, shape, vals, sig,"
        " written) VALUES(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12)");
    insert.bind(1, feed.id).bind(2, static_cast<qint64>(feed.state.nextSeq)).bind(3, row.id);
    insert.bind(4, qint64{thin.type}).bind(5, static_cast<qint64>(hlc));
    insert.bind(6, qint64{thin.txn}).bind(7, hash);
    if (thin.ext.size() <= 1)
        insert.bindNull(8);
    else
        insert.bindBlob(8, thin.ext);
    insert.bindBlob(9, thin.shape).bindBlob(10, thin.values);
    base::Signature signature;
    if (thin.txn == 0) { // authors sign the last header of every transaction
        signature = m_core.identity->device.sign(wire::kChangeContext, hash.bytes());
        insert.bind(11, signature);
    } else {
        insert.bindNull(11);
    }
    insert.bind(12, writtenMs);
    SPILNO_TRY(insert.run());
    feed.state.nextSeq += 1;
    feed.state.head = hash;
    feed.state.hlc = hlc;
    return {};
}

wire::Payload Outbox::provenPayload(const Worked &worked) const
{
    wire::Payload payload = worked.payload;
    if (worked.claim) {
        const QByteArray statement =
            records::claimStatement(m_core.identity->person, worked.entity, payload);
        const base::Signature proof =
            worked.claim->sign(records::kClaimContext, base::view(statement));
        payload.extra.emplace_back(wire::kExtraClaimProof, proof.toByteArray());
        std::sort(payload.extra.begin(), payload.extra.end());
    }
    return payload;
}

base::Result<base::OpId> Outbox::append(
    OwnFeed &feed, const Worked &worked, std::uint32_t txn, qint64 &room)
{
    wire::PayloadBytes bytes =
        wire::encodePayload(provenPayload(worked), m_core.options.random->id<base::Salt>());
    const auto scope = m_core.log.scope(worked.scope);
    if (scope && scope->status.kind == ScopeKind::Sealed && !worked.type->inClear)
        bytes = wire::sealPayload(
            bytes, {feed.state.feed, feed.state.nextSeq, worked.type->number}, scope->sealingKey,
            m_core.identity->sealing.publicKey(), *m_core.options.random);
    if (bytes.shape.size() + bytes.values.size() > limits::kPayloadBytesMax)
        return failure(ErrorCode::LimitExceeded, QStringLiteral("a change over 64 KiB"));
    room -= bytes.shape.size() + bytes.values.size() + RunPacker::kChangeBytes;
    if (room < 0)
        return failure(ErrorCode::LimitExceeded, QStringLiteral("a transaction over a run"));
    const base::Hlc hlc = base::hlcNext(feed.state.hlc, m_core.options.clock->wallMs());
    const QByteArray ext = wire::ChangeHeader::emptyExt();
    wire::ThinChange thin;
    thin.hlcDelta = hlc - feed.state.hlc;
    thin.txn = txn;
    thin.type = worked.type->number;
    thin.ext = base::view(ext);
    thin.shape = base::view(bytes.shape);
    thin.values = base::view(bytes.values);
    const base::Hash commit = wire::payloadCommit(thin.shape, wire::valuesHash(thin.values));
    const base::OpId op =
        wire::opId(m_core.identity->person, feed.state.feed, feed.state.nextSeq, commit);
    SPILNO_TRY(store(feed, thin, worked.entity, commit, m_core.options.clock->wallMs()));
    if (worked.type->certifies)
        SPILNO_TRY(noteCertificates(worked, op));
    return op;
}

base::Result<> Outbox::appendAll(std::span<const Worked> transaction, Submitted &submitted)
{
    SPILNO_ASSIGN(OwnFeed feed, ownFeed(transaction.front().scope));
    qint64 room = RunPacker::kTransactionBytesMax;
    for (std::size_t i = 0; i < transaction.size(); ++i) {
        SPILNO_ASSIGN(
            const base::OpId op, append(
                                     feed, transaction[i],
                                     static_cast<std::uint32_t>(transaction.size() - 1 - i), room));
        submitted.ops.push_back(op);
        submitted.entities.push_back(transaction[i].entity);
    }
    return {};
}

base::Result<> Outbox::checkEffect(std::size_t count) const
{
    Statement newest =
        m_core.connection->prepare("SELECT verdict FROM pending ORDER BY id DESC LIMIT ?1");
    newest.bind(1, static_cast<qint64>(count));
    while (newest.next()) {
        const auto verdict = static_cast<records::Verdict>(newest.integer(0));
        if (!records::isVoid(verdict) || verdict == records::Verdict::NotCertified ||
            verdict == records::Verdict::UnknownRecord)
            continue;
        return failure(errorOf(verdict), records::verdictName(verdict));
    }
    return newest.result();
}

base::Result<Submitted> Outbox::submit(const std::vector<Draft> &drafts, Effect effect)
{
    if (!m_core.identity)
        return failure(ErrorCode::Locked, QStringLiteral("the profile is locked"));
    if (!m_core.hasCity)
        return failure(ErrorCode::NotFound, QStringLiteral("no city yet"));
    if (drafts.empty() || drafts.size() > static_cast<std::size_t>(limits::kTransactionChangesMax))
        return failure(ErrorCode::LimitExceeded, QStringLiteral("1 to 200 changes at once"));
    SPILNO_TRY(m_core.setDurability(ReplicaDatabase::Durability::Full));
    m_core.startMutation();
    WriteTransaction transaction(*m_core.connection);
    SPILNO_TRY(transaction.begun());
    std::vector<Worked> all;
    for (const Draft &draft : drafts) {
        SPILNO_ASSIGN(Worked worked, work(draft));
        all.push_back(std::move(worked));
    }
    Submitted submitted;
    for (std::size_t first = 0; first < all.size();) {
        std::size_t last = first;
        while (last + 1 < all.size() && all[last + 1].scope == all[first].scope)
            ++last;
        SPILNO_TRY(appendAll(std::span(all).subspan(first, last + 1 - first), submitted));
        first = last + 1;
    }
    m_core.outboxChanged = true;
    SPILNO_TRY(m_core.refreshOverlays());
    if (effect == Effect::Wanted)
        SPILNO_TRY(checkEffect(submitted.ops.size()));
    SPILNO_TRY(transaction.commit());
    submitted.changes = m_core.takeChanges();
    return submitted;
}

} // namespace spilno::replica
