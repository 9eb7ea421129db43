// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/Signing.h"
#include "core/replica/ReplicaDatabase.h"

#include <map>
#include <memory>

namespace spilno::profile {

/// The receipts that a person took into their cabinet: the keys of requests that they or somebody
/// else reported, sealed to the own device beside the replica. With them one acts as the reporter
/// without the paper. A value, read and written on the replica's threads.
class ReceiptBook
{
public:
    using Key = std::shared_ptr<const crypto::SigningKey>;

    /// Of an unlocked replica; empty while it is locked or nothing was kept. Malformed when what
    /// is kept was made for another device.
    [[nodiscard]] static base::Result<ReceiptBook> read(const replica::ReplicaDatabase &database);
    /// Locked, LimitExceeded beyond kReceiptsMax.
    [[nodiscard]] static base::Result<> keep(
        replica::ReplicaDatabase &database, const base::EntityId &request, const Key &key);
    [[nodiscard]] static base::Result<> drop(
        replica::ReplicaDatabase &database, const base::EntityId &request);

    /// Null when there is none.
    [[nodiscard]] Key keyOf(const base::EntityId &request) const;
    [[nodiscard]] std::vector<base::EntityId> requests() const;

private:
    static constexpr std::size_t kReceiptsMax = 1'000;

    [[nodiscard]] base::Result<> write(replica::ReplicaDatabase &database) const;

    std::map<base::EntityId, Key> m_keys;
};

} // namespace spilno::profile
