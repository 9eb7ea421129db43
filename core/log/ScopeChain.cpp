// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/ScopeChain.h"

#include "core/crypto/Hashing.h"

#include <QtCore/QtEndian>

#include <array>

namespace spilno::log {

ScopeTag scopeTag(const base::ScopeId &scope, const base::Salt &salt)
{
    return crypto::blake2bAs<ScopeTag>("scope-tag", {scope.bytes(), salt.bytes()});
}

ScopeChain::ScopeChain(const base::ScopeId &scope)
    : m_head{0, crypto::blake2b("scope-chain-0", {scope.bytes()})}
{
}

ScopeChain::ScopeChain(const ScopeHead &head)
    : m_head(head)
{
}

void ScopeChain::append(const base::Hash &headerHash, quint64 logIndex, qint64 recordedMs)
{
    std::array<std::uint8_t, 16> place{};
    qToBigEndian<quint64>(logIndex, place.data());
    qToBigEndian<quint64>(static_cast<quint64>(recordedMs), place.data() + 8);
    m_head.chain =
        crypto::blake2b("scope-chain", {m_head.chain.bytes(), headerHash.bytes(), place});
    ++m_head.next;
}

} // namespace spilno::log
