// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/Liar.h"

#include "core/crypto/Hashing.h"
#include "core/log/Receipt.h"

#include <algorithm>
#include <utility>

namespace spilno::sim {

namespace {

/// How many changes fewer the new epoch counts.
constexpr std::uint64_t kLostInEpoch = 3;

base::Hash otherThan(const base::Hash &hash)
{
    return crypto::blake2b("another", {hash.bytes()});
}

} // namespace

Liar::Liar(
    Tale tale,
    const crypto::SigningKey &key,
    const base::ScopeId &scope,
    const base::Salt &salt,
    HeadOf headOf)
    : m_tale(tale)
    , m_key(key)
    , m_scope(scope)
    , m_tag(log::scopeTag(scope, salt))
    , m_headOf(std::move(headOf))
    , m_atFirst(m_headOf())
{
}

QByteArray Liar::told(const QByteArray &frames)
{
    wire::FrameParser parser;
    auto parsed = parser.feed(base::view(frames));
    if (!parsed || parser.pendingBytes() > 0)
        qFatal("a server sends half a frame");
    QByteArray told;
    for (wire::Frame &frame : *parsed) {
        if (auto *welcome = std::get_if<wire::WelcomeFrame>(&frame))
            spoil(welcome->checkpoint, welcome->consistency, true);
        else if (auto *checkpoint = std::get_if<wire::CheckpointFrame>(&frame))
            spoil(checkpoint->checkpoint, checkpoint->consistency, false);
        else if (auto *proof = std::get_if<wire::ProofFrame>(&frame))
            spoil(*proof);
        else if (auto *receipt = std::get_if<wire::ReceiptFrame>(&frame))
            spoil(*receipt);
        told += wire::encodeFrame(frame);
    }
    return told;
}

/// The map that is signed for a tree: nothing but the scope that is lied about.
log::ScopeMap Liar::mapOf(std::uint64_t treeSize)
{
    const auto known = m_maps.find(treeSize);
    if (known != m_maps.end())
        return known->second;
    log::ScopeHead head = m_atFirst;
    if (m_tale == Tale::GoesBack)
        head = {m_atFirst.next - 1, otherThan(m_atFirst.chain)};
    else if (m_tale == Tale::ChangesHistory)
        head = {m_headOf().next, otherThan(m_headOf().chain)};
    log::ScopeMap map;
    map.set(m_tag, head);
    m_maps.emplace(treeSize, map);
    return map;
}

void Liar::spoil(QByteArray &note, std::vector<base::Hash> &consistency, bool isWelcome)
{
    auto checkpoint = log::parseCheckpoint(base::view(note));
    if (!checkpoint)
        return;
    if (!m_first)
        m_first = *checkpoint;
    if (!isWelcome)
        m_sizes.insert(checkpoint->treeSize);
    const bool isLater = checkpoint->treeSize > m_first->treeSize;
    const qint64 timeMs = checkpoint->timeMs;
    switch (m_tale) {
    case Tale::DropsChanges:
    case Tale::ShowsAnOldCopy:
        *checkpoint = *m_first;
        consistency.clear();
        if (m_tale == Tale::DropsChanges)
            checkpoint->timeMs = timeMs;
        break;
    case Tale::ShowsTwoFaces:
        // A new line is shown another face of a tree that was signed before.
        if (isWelcome && !m_sizes.insert(checkpoint->treeSize).second)
            checkpoint->mapRoot = otherThan(checkpoint->mapRoot);
        break;
    case Tale::GoesBack:
    case Tale::HoldsBack:
    case Tale::ChangesHistory:
        if (isLater)
            checkpoint->mapRoot = mapOf(checkpoint->treeSize).root();
        break;
    case Tale::SignsOldTimes:
        if (isLater)
            checkpoint->timeMs = 1;
        break;
    case Tale::BeginsAnEpoch:
        checkpoint->epoch += 1;
        checkpoint->treeSize -= kLostInEpoch;
        checkpoint->root = otherThan(checkpoint->root);
        checkpoint->mapRoot = otherThan(checkpoint->mapRoot);
        consistency.clear();
        break;
    case Tale::GivesTwice:
        return;
    }
    checkpoint->signatures.clear();
    checkpoint->sign(m_key);
    m_lies += checkpoint->encode() == note ? 0 : 1;
    note = checkpoint->encode();
}

void Liar::spoil(wire::ProofFrame &proof) const
{
    const auto map = m_maps.find(proof.treeSize);
    const bool isNone = m_tale == Tale::DropsChanges || m_tale == Tale::BeginsAnEpoch;
    if (map == m_maps.end() && !isNone)
        return;
    proof.next = 0;
    proof.chain = {};
    proof.bytes.clear();
    if (map == m_maps.end() || proof.scope != m_scope)
        return;
    const log::ScopeHead head = *map->second.find(m_tag);
    proof.next = head.next;
    proof.chain = head.chain;
    proof.bytes = map->second.prove(m_tag).encode();
}

void Liar::spoil(wire::ReceiptFrame &frame)
{
    auto receipt = log::parseReceipt(base::view(frame.receipt));
    if (!receipt || receipt->scope != m_scope)
        return;
    if (m_tale == Tale::BeginsAnEpoch) {
        receipt->epoch += 1;
        receipt->firstPosition = m_atFirst.next - 1 + m_givenAgain;
        receipt->lastPosition = receipt->firstPosition;
        receipt->firstLogIndex -= kLostInEpoch;
        ++m_givenAgain;
    } else if (m_tale == Tale::GivesTwice && m_given) {
        receipt->firstPosition = m_given->firstPosition;
        receipt->lastPosition = m_given->lastPosition;
    } else {
        m_given = *receipt;
        return;
    }
    receipt->sign(m_key);
    frame.receipt = receipt->encode();
    ++m_lies;
}

} // namespace spilno::sim
