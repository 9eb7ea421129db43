// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/Genesis.h"

#include "core/base/Limits.h"
#include "core/crypto/Hashing.h"
#include "core/wire/Cbor.h"

namespace spilno::wire {

namespace {

constexpr std::size_t kNameBytesMax = limits::kCityNameBytesMax;
constexpr qint64 kCreatedMsMax =
    INT64_MAX >> 16; // what a clock of 63 bits with 16 of counter holds

} // namespace

QByteArray encodeCityGenesis(const CityGenesis &genesis)
{
    QByteArray bytes;
    CborWriter writer(bytes);
    writer.array(9).number(1).text(genesis.name).text(genesis.timeZone);
    writer.array(genesis.owners.size());
    for (const base::PersonId &owner : genesis.owners)
        writer.id(owner);
    writer.array(2).number(genesis.powersEndAfterDays).number(genesis.powersEndAtAttested);
    writer.id(genesis.sequencer).number(static_cast<std::uint64_t>(genesis.createdMs));
    writer.array(genesis.rules.size());
    for (const auto &[key, value] : genesis.rules) {
        writer.array(2).text(key);
        value.encode(bytes);
    }
    writer.id(genesis.random);
    return bytes;
}

base::Result<CityGenesis> decodeCityGenesis(base::ByteView bytes)
{
    if (bytes.size() > limits::kCityGenesisBytesMax)
        return base::failure(
            base::ErrorCode::LimitExceeded, QStringLiteral("a city genesis too large"));
    CborReader reader(bytes);
    CityGenesis genesis;
    SPILNO_TRY(reader.openVersioned(9, "a city genesis"));
    genesis.name = reader.string(kNameBytesMax);
    genesis.timeZone = reader.string(kNameBytesMax);
    const std::uint64_t owners = reader.array();
    if (owners == 0 || owners > limits::kCityOwnersMax)
        reader.fail();
    for (std::uint64_t i = 0; i < owners && reader.ok(); ++i)
        genesis.owners.push_back(reader.id<base::PersonId>());
    reader.array(2);
    genesis.powersEndAfterDays = static_cast<std::uint32_t>(reader.number(UINT32_MAX));
    genesis.powersEndAtAttested = static_cast<std::uint32_t>(reader.number(UINT32_MAX));
    genesis.sequencer = reader.id<base::PublicKey>();
    genesis.createdMs = static_cast<qint64>(reader.number(kCreatedMsMax));
    QByteArray lastKey;
    const std::uint64_t rules = reader.array();
    if (rules > limits::kCityRulesMax)
        reader.fail();
    for (std::uint64_t i = 0; i < rules && reader.ok(); ++i) {
        reader.array(2);
        QString key = reader.string(kNameBytesMax);
        QByteArray utf8 = key.toUtf8();
        auto value = Value::decode(reader.item());
        // Ascending as bytes, which is not the order of QString beyond the basic plane.
        if (!value || utf8 <= lastKey) {
            reader.fail();
            break;
        }
        lastKey = std::move(utf8);
        genesis.rules.emplace_back(std::move(key), std::move(*value));
    }
    genesis.random = reader.id<base::Salt>();
    SPILNO_TRY(reader.conclude("a city genesis"));
    return genesis;
}

base::CityId cityId(base::ByteView genesisBytes)
{
    return crypto::blake2bAs<base::CityId>("spilno-city", {genesisBytes});
}

base::ScopeId rulesScope(const base::CityId &city)
{
    return crypto::blake2bAs<base::ScopeId>(
        "spilno-scope", {city.bytes(), base::view(std::string_view("rules"))});
}

base::ScopeId peopleScope(const base::CityId &city)
{
    return crypto::blake2bAs<base::ScopeId>(
        "spilno-scope", {city.bytes(), base::view(std::string_view("people"))});
}

base::ScopeId scopeId(const base::CityId &city, const base::OpId &scopeOp)
{
    return crypto::blake2bAs<base::ScopeId>("spilno-scope", {city.bytes(), scopeOp.bytes()});
}

QByteArray encodeIdentityGenesis(const IdentityGenesis &genesis)
{
    QByteArray bytes;
    CborWriter writer(bytes);
    writer.array(6).number(1).id(genesis.device).id(genesis.deviceSealing);
    writer.number(static_cast<std::uint64_t>(genesis.kind)).id(genesis.recovery).id(genesis.random);
    return bytes;
}

base::Result<IdentityGenesis> decodeIdentityGenesis(base::ByteView bytes)
{
    if (bytes.size() > limits::kIdentityGenesisBytesMax)
        return base::failure(
            base::ErrorCode::LimitExceeded, QStringLiteral("an identity genesis too large"));
    CborReader reader(bytes);
    IdentityGenesis genesis;
    SPILNO_TRY(reader.openVersioned(6, "an identity genesis"));
    genesis.device = reader.id<base::PublicKey>();
    genesis.deviceSealing = reader.id<base::SealingKey>();
    const std::uint64_t kind = reader.number(static_cast<std::uint64_t>(DeviceKind::Importer));
    if (kind == 0)
        reader.fail();
    genesis.kind = static_cast<DeviceKind>(kind);
    genesis.recovery = reader.id<base::PublicKey>();
    genesis.random = reader.id<base::Salt>();
    SPILNO_TRY(reader.conclude("an identity genesis"));
    return genesis;
}

base::PersonId personId(base::ByteView identityBytes)
{
    return crypto::blake2bAs<base::PersonId>("spilno-person", {identityBytes});
}

} // namespace spilno::wire
