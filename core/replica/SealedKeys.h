// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/Identity.h"
#include "core/wire/SealedPayload.h"

#include <map>

namespace spilno::replica {

/// The keys by which this replica reads sealed scopes: opened from the key grants while the profile
/// is unlocked, never stored.
class SealedKeys final : public wire::PayloadOpener
{
public:
    void unlock(std::shared_ptr<const Identity> identity) { m_identity = std::move(identity); }
    void lock();

    /// Opens a box that a key grant holds for this device. True when that gives a new key.
    bool take(base::ByteView box);
    [[nodiscard]] bool holds(const base::SealingKey &scope) const;
    /// The secret of a scope's key, to be sealed to another reader; null when it is not held.
    [[nodiscard]] const crypto::SealingPair *pairOf(const base::SealingKey &scope) const;

    [[nodiscard]] const crypto::SealingPair *scopeKey(const QByteArray &name) const override;
    [[nodiscard]] const crypto::SealingPair *ownKey() const override;

private:
    std::shared_ptr<const Identity> m_identity;
    std::map<QByteArray, crypto::SealingPair> m_pairs; ///< By key name.
};

} // namespace spilno::replica
