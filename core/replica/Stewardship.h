// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/DatabaseCore.h"

namespace spilno::replica {

/// What the computer of a body's administrator does by itself, as that person: gives the body's
/// staff the key of its sealed scope and a prefix for request numbers. And, for every reader of a
/// sealed scope, opens what became readable. Works on the writing thread.
class Stewardship
{
public:
    explicit Stewardship(DatabaseCore &core)
        : m_core(core)
    {
    }

    /// Opens the keys granted to this device; true when there is a new one.
    bool takeKeys();

    /// The grants that are owed to the staff's devices; empty unless this person administers a body
    /// and the profile is unlocked. One transaction each.
    [[nodiscard]] base::Result<std::vector<Draft>> owed() const;

private:
    struct Device
    {
        base::PublicKey key;
        base::SealingKey sealing;
    };

    [[nodiscard]] std::vector<Device> staffDevices(const base::EntityId &body) const;
    [[nodiscard]] QSet<base::PublicKey> grantedDevices(qint64 scopeRow) const;
    [[nodiscard]] std::optional<Draft> keyGrant(const ScopeRow &scope) const;
    [[nodiscard]] std::vector<Draft> numberGrants(const base::EntityId &body) const;
    [[nodiscard]] QString freePrefix(const base::PublicKey &device) const;

    DatabaseCore &m_core;
};

} // namespace spilno::replica
