// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/base/Result.h"
#include "core/wire/Value.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <vector>

namespace spilno::wire {

/// The first word of a city. The city's id, its FINGERPRINT in addresses, is the hash of its bytes.
///   genesis = [1, name, time zone, [* owner person], [owner powers end after days, attested
///   people],
///              sequencer key, created ms, [* [rule key, value]], random 16]
struct CityGenesis
{
    QString name;
    QString timeZone; ///< IANA id; "today" and deadlines are in it.
    std::vector<base::PersonId> owners;
    std::uint32_t powersEndAfterDays = 365;
    std::uint32_t powersEndAtAttested = 1000;
    base::PublicKey sequencer; ///< The first sequencer key.
    qint64 createdMs = 0;
    std::vector<std::pair<QString, Value>>
        rules; ///< Keys ascending by their UTF-8 bytes, none empty.
    base::Salt random;
};

[[nodiscard]] QByteArray encodeCityGenesis(const CityGenesis &genesis);
[[nodiscard]] base::Result<CityGenesis> decodeCityGenesis(base::ByteView bytes);
[[nodiscard]] base::CityId cityId(base::ByteView genesisBytes);

/// The ids of the two scopes every city has from the start.
[[nodiscard]] base::ScopeId rulesScope(const base::CityId &city);
[[nodiscard]] base::ScopeId peopleScope(const base::CityId &city);
/// The id of a scope made by a SCOPE change.
[[nodiscard]] base::ScopeId scopeId(const base::CityId &city, const base::OpId &scopeOp);

/// What a device is for.
enum class DeviceKind : std::uint8_t { Desktop = 1, Phone, Kiosk, Hub, Gateway, Importer };

/// The first word of a person. The person's id is the hash of its bytes; its first device is
/// certified by it, the recovery key can certify another when all devices are lost.
///   identity = [1, device key, device sealing key, device kind, recovery key, random 16]
struct IdentityGenesis
{
    base::PublicKey device;
    base::SealingKey deviceSealing;
    DeviceKind kind = DeviceKind::Desktop;
    base::PublicKey recovery;
    base::Salt random;
};

[[nodiscard]] QByteArray encodeIdentityGenesis(const IdentityGenesis &genesis);
[[nodiscard]] base::Result<IdentityGenesis> decodeIdentityGenesis(base::ByteView bytes);
[[nodiscard]] base::PersonId personId(base::ByteView identityBytes);

} // namespace spilno::wire
