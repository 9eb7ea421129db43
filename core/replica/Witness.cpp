// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/Witness.h"

#include "core/base/Limits.h"
#include "core/crypto/Hashing.h"
#include "core/log/LieJudge.h"
#include "core/wire/Cbor.h"

namespace spilno::replica {

using log::LieKind;
using log::LieProof;

namespace {

const QString kHeldCheckpointKey = QStringLiteral("witness_checkpoint");
const QString kHeldKeyChainKey = QStringLiteral("witness_key_chain");

qint64 signedNumber(std::uint64_t value)
{
    return static_cast<qint64>(value);
}

std::uint64_t lastIndexOfReceipt(const log::Receipt &receipt)
{
    return receipt.firstLogIndex + (receipt.lastPosition - receipt.firstPosition);
}

/// What a proof is about: the same lie again, met with every checkpoint that follows, is one.
base::Hash subjectOf(const LieProof &proof)
{
    const QByteArray kind(1, static_cast<char>(proof.kind));
    const QByteArray first = proof.receipts.empty() ? proof.checkpoints.front().encode()
                                                    : proof.receipts.front().encode();
    return crypto::blake2b("lie-subject", {base::view(kind), base::view(first), proof.tag.bytes()});
}

base::Result<std::vector<log::Receipt>> receiptsOf(Statement &query)
{
    std::vector<log::Receipt> receipts;
    while (query.next()) {
        // What is damaged here is as good as none: nobody is accused with it.
        if (const auto receipt = log::parseReceipt(query.blob(0)))
            receipts.push_back(*receipt);
    }
    SPILNO_TRY(query.result());
    return receipts;
}

} // namespace

base::Result<std::vector<QByteArray>> Witness::keyChain() const
{
    SPILNO_ASSIGN(const QByteArray bytes, m_core.meta(kHeldKeyChainKey));
    std::vector<QByteArray> links;
    if (bytes.isEmpty())
        return links;
    wire::CborReader reader(base::view(bytes));
    const std::uint64_t count = reader.array();
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i)
        links.push_back(base::toByteArray(reader.bytes(limits::kKeySuccessionBytesMax)));
    SPILNO_TRY(reader.conclude("the keys of the server"));
    return links;
}

base::Result<> Witness::setKeyChain(const std::vector<QByteArray> &links)
{
    QByteArray bytes;
    if (!links.empty()) {
        wire::CborWriter writer(bytes);
        writer.array(links.size());
        for (const QByteArray &link : links)
            writer.bytes(base::view(link));
    }
    SPILNO_ASSIGN(const QByteArray held, m_core.meta(kHeldKeyChainKey));
    return bytes == held ? base::Result<>() : m_core.setMeta(kHeldKeyChainKey, bytes);
}

base::Result<> Witness::accuse(LieKind kind, LieProof proof)
{
    proof.kind = kind;
    if (log::contradictionIn(proof) != log::LieFinding::Lie)
        return {};
    proof.genesis = m_core.genesisBytes;
    SPILNO_ASSIGN(proof.keyChain, keyChain());
    const QByteArray bytes = proof.encode();
    const auto verdict = log::judgeProof(base::view(bytes));
    if (!verdict || !verdict->isLie())
        return {};
    Statement insert = m_core.connection->prepare(
        "INSERT OR IGNORE INTO evidence(subject, kind, found, bytes) SELECT ?1, ?2, ?3, ?4"
        " WHERE (SELECT count(*) FROM evidence WHERE kind = ?2) < ?5");
    insert.bind(1, subjectOf(proof)).bind(2, qint64{static_cast<std::uint8_t>(kind)});
    insert.bind(3, m_core.options.clock->wallMs()).bindBlob(4, base::view(bytes));
    insert.bind(5, kEvidencePerKindMax);
    return insert.run();
}

base::Result<> Witness::compare(const log::Checkpoint &first, const log::Checkpoint &second)
{
    LieProof proof;
    proof.checkpoints = {first, second};
    return accuse(LieKind::TwoFaces, std::move(proof));
}

base::Result<> Witness::compare(const log::Receipt &receipt, const log::Checkpoint &checkpoint)
{
    LieProof proof;
    proof.receipts = {receipt};
    proof.checkpoints = {checkpoint};
    SPILNO_TRY(accuse(LieKind::DroppedChange, proof));
    return accuse(LieKind::TimeBeforeReceipt, std::move(proof));
}

base::Result<> Witness::compare(
    const ScopeRow &scope,
    const log::Receipt &receipt,
    const log::MappedHead &mapped,
    const log::Checkpoint &checkpoint)
{
    LieProof proof;
    proof.receipts = {receipt};
    proof.checkpoints = {checkpoint};
    proof.salt = scope.salt;
    proof.heads = {mapped};
    SPILNO_TRY(accuse(LieKind::ChangedHistory, proof));
    return accuse(LieKind::HeldBackReceipted, std::move(proof));
}

base::Result<> Witness::takeReceipt(const log::Receipt &receipt)
{
    const auto scope = m_core.log.scope(receipt.scope);
    if (!scope)
        return {};
    Statement same = m_core.connection->prepare(
        "SELECT bytes FROM held_receipt WHERE scope = ?1 AND epoch = ?2 AND last = ?3");
    same.bind(1, scope->id).bind(2, signedNumber(receipt.epoch));
    same.bind(3, signedNumber(receipt.lastPosition));
    SPILNO_ASSIGN(const auto earlier, receiptsOf(same));
    for (const log::Receipt &first : earlier) {
        LieProof proof;
        proof.receipts = {first, receipt};
        SPILNO_TRY(accuse(LieKind::PositionTwice, std::move(proof)));
    }
    SPILNO_ASSIGN(const auto checkpoint, heldCheckpoint());
    if (checkpoint)
        SPILNO_TRY(compare(receipt, *checkpoint));
    SPILNO_ASSIGN(const auto head, heldHead(scope->id));
    if (head)
        SPILNO_TRY(compare(*scope, receipt, head->mapped, head->checkpoint));
    Statement insert = m_core.connection->prepare(
        "INSERT OR IGNORE INTO held_receipt(scope, epoch, last, last_index, recorded, bytes)"
        " VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
    const QByteArray bytes = receipt.encode();
    insert.bind(1, scope->id).bind(2, signedNumber(receipt.epoch));
    insert.bind(3, signedNumber(receipt.lastPosition));
    insert.bind(4, signedNumber(lastIndexOfReceipt(receipt)));
    insert.bind(5, receipt.recordedMs).bindBlob(6, base::view(bytes));
    SPILNO_TRY(insert.run());
    Statement prune = m_core.connection->prepare(
        "DELETE FROM held_receipt WHERE scope = ?1 AND (epoch, last) <= (SELECT epoch, last FROM"
        " held_receipt WHERE scope = ?1 ORDER BY epoch DESC, last DESC LIMIT 1 OFFSET ?2)");
    prune.bind(1, scope->id).bind(2, kReceiptsPerScopeMax);
    return prune.run();
}

base::Result<> Witness::forgetReceiptsBelow(const ScopeRow &scope, std::uint64_t proven)
{
    Statement remove = m_core.connection->prepare(
        "DELETE FROM held_receipt WHERE scope = ?1 AND last < ?2 AND (epoch, last) <"
        " (SELECT epoch, last FROM held_receipt WHERE scope = ?1"
        " ORDER BY epoch DESC, last DESC LIMIT 1)");
    remove.bind(1, scope.id).bind(2, signedNumber(proven));
    return remove.run();
}

base::Result<> Witness::takeCheckpoint(const log::Checkpoint &checkpoint)
{
    SPILNO_ASSIGN(const auto held, heldCheckpoint());
    if (held)
        SPILNO_TRY(compare(*held, checkpoint));
    Statement twins = m_core.connection->prepare(
        "SELECT checkpoint FROM held_head WHERE epoch = ?1 AND size = ?2 LIMIT 1");
    twins.bind(1, signedNumber(checkpoint.epoch)).bind(2, signedNumber(checkpoint.treeSize));
    if (twins.next()) {
        if (const auto twin = log::parseCheckpoint(twins.blob(0)))
            SPILNO_TRY(compare(*twin, checkpoint));
    }
    SPILNO_TRY(twins.result());
    twins.reset();
    // The oldest that it leaves out, and the one that its time contradicts most.
    Statement receipts = m_core.connection->prepare(
        "SELECT bytes FROM (SELECT bytes FROM held_receipt WHERE epoch = ?1 AND last_index >= ?2"
        " ORDER BY recorded LIMIT 1) UNION SELECT bytes FROM (SELECT bytes FROM held_receipt"
        " WHERE epoch = ?1 AND last_index < ?2 ORDER BY recorded DESC LIMIT 1)");
    receipts.bind(1, signedNumber(checkpoint.epoch)).bind(2, signedNumber(checkpoint.treeSize));
    SPILNO_ASSIGN(const auto contradicted, receiptsOf(receipts));
    for (const log::Receipt &receipt : contradicted)
        SPILNO_TRY(compare(receipt, checkpoint));
    const bool isNewer = !held || held->epoch < checkpoint.epoch ||
                         (held->epoch == checkpoint.epoch && held->treeSize < checkpoint.treeSize);
    return isNewer ? m_core.setMeta(kHeldCheckpointKey, checkpoint.encode()) : base::Result<>();
}

base::Result<std::optional<log::Checkpoint>> Witness::heldCheckpoint() const
{
    SPILNO_ASSIGN(const QByteArray bytes, m_core.meta(kHeldCheckpointKey));
    auto checkpoint = log::parseCheckpoint(base::view(bytes));
    return checkpoint ? std::optional(std::move(*checkpoint)) : std::nullopt;
}

base::Result<std::optional<Witness::HeldHead>> Witness::heldHead(qint64 scopeRow) const
{
    Statement query = m_core.connection->prepare(
        "SELECT next, chain, proof, checkpoint FROM held_head WHERE scope = ?1");
    query.bind(1, scopeRow);
    if (!query.next()) {
        SPILNO_TRY(query.result());
        return std::optional<HeldHead>();
    }
    auto proof = log::parseMapProof(query.blob(2));
    auto checkpoint = log::parseCheckpoint(query.blob(3));
    if (!proof || !checkpoint)
        return std::optional<HeldHead>();
    const log::ScopeHead head{
        static_cast<std::uint64_t>(query.integer(0)), query.id<base::Hash>(1)};
    return std::optional(HeldHead{{head, std::move(*proof)}, std::move(*checkpoint)});
}

base::Result<> Witness::takeHead(
    const ScopeRow &scope, const log::MappedHead &mapped, const log::Checkpoint &checkpoint)
{
    // The receipt of the change that the head ends with, and the newest that it lacks.
    Statement query = m_core.connection->prepare(
        "SELECT bytes FROM held_receipt WHERE scope = ?1 AND epoch = ?2 AND last = ?3 - 1"
        " UNION SELECT bytes FROM (SELECT bytes FROM held_receipt WHERE scope = ?1 AND epoch = ?2"
        " AND last >= ?3 AND last_index < ?4 ORDER BY last LIMIT 1)");
    query.bind(1, scope.id).bind(2, signedNumber(checkpoint.epoch));
    query.bind(3, signedNumber(mapped.head.next)).bind(4, signedNumber(checkpoint.treeSize));
    SPILNO_ASSIGN(const auto receipts, receiptsOf(query));
    for (const log::Receipt &receipt : receipts)
        SPILNO_TRY(compare(scope, receipt, mapped, checkpoint));
    SPILNO_ASSIGN(const auto held, heldHead(scope.id));
    if (held) {
        LieProof proof;
        proof.checkpoints = {held->checkpoint, checkpoint};
        proof.tag = log::scopeTag(scope.status.scope, scope.salt);
        proof.heads = {held->mapped, mapped};
        SPILNO_TRY(accuse(LieKind::WentBack, proof));
        SPILNO_TRY(accuse(LieKind::TwoHistories, std::move(proof)));
    }
    const bool isHigher =
        !held || held->checkpoint.epoch < checkpoint.epoch ||
        (held->checkpoint.epoch == checkpoint.epoch && held->mapped.head.next < mapped.head.next);
    return isHigher && mapped.head.next > 0 ? keepHead(scope, mapped, checkpoint)
                                            : base::Result<>();
}

base::Result<> Witness::keepHead(
    const ScopeRow &scope, const log::MappedHead &mapped, const log::Checkpoint &checkpoint)
{
    Statement keep = m_core.connection->prepare(
        "INSERT OR REPLACE INTO held_head(scope, epoch, size, next, chain, proof, checkpoint)"
        " VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    const QByteArray proof = mapped.proof.encode();
    const QByteArray note = checkpoint.encode();
    keep.bind(1, scope.id).bind(2, signedNumber(checkpoint.epoch));
    keep.bind(3, signedNumber(checkpoint.treeSize)).bind(4, signedNumber(mapped.head.next));
    keep.bind(5, mapped.head.chain).bindBlob(6, base::view(proof)).bindBlob(7, base::view(note));
    return keep.run();
}

base::Result<std::vector<Evidence>> Witness::evidence() const
{
    std::vector<Evidence> all;
    Statement query =
        m_core.connection->prepare("SELECT id, kind, found, bytes FROM evidence ORDER BY id");
    while (query.next())
        all.push_back(
            {query.integer(0), static_cast<log::LieKind>(query.integer(1)), query.integer(2),
             query.bytes(3)});
    SPILNO_TRY(query.result());
    return all;
}

} // namespace spilno::replica
