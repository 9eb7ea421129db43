// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/SealedKeys.h"

namespace spilno::replica {

void SealedKeys::lock()
{
    m_identity.reset();
    m_pairs.clear();
}

bool SealedKeys::take(base::ByteView box)
{
    if (!m_identity)
        return false;
    const auto seed = m_identity->sealing.open(box);
    if (!seed || seed->bytes().size() != crypto::SealingPair::kSeedBytes)
        return false;
    auto pair = crypto::SealingPair::fromSeed(seed->bytes());
    const QByteArray name = wire::sealingName(pair.publicKey());
    return m_pairs.emplace(name, std::move(pair)).second;
}

const crypto::SealingPair *SealedKeys::pairOf(const base::SealingKey &scope) const
{
    const crypto::SealingPair *pair = scopeKey(wire::sealingName(scope));
    return pair != nullptr && pair->publicKey() == scope ? pair : nullptr;
}

bool SealedKeys::holds(const base::SealingKey &scope) const
{
    return pairOf(scope) != nullptr;
}

const crypto::SealingPair *SealedKeys::scopeKey(const QByteArray &name) const
{
    const auto pair = m_pairs.find(name);
    return pair != m_pairs.end() ? &pair->second : nullptr;
}

const crypto::SealingPair *SealedKeys::ownKey() const
{
    return m_identity ? &m_identity->sealing : nullptr;
}

} // namespace spilno::replica
