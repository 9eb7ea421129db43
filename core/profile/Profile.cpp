// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/Profile.h"

#include "core/base/platform/LockFile.h"
#include "core/wire/Cbor.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>

namespace spilno::profile {

using base::ErrorCode;
using base::failure;

namespace {

constexpr qint64 kVaultBytesMax = 64 * 1024;
constexpr int kHexGroup = 4;

QString vaultPath(const QString &folder)
{
    return folder + QStringLiteral("/vault");
}

base::Result<> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(ErrorCode::ReadOnly, QStringLiteral("%1 cannot be written").arg(path));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (file.write(bytes) != bytes.size() || !file.commit())
        return failure(ErrorCode::DiskFull, QStringLiteral("%1 could not be saved").arg(path));
    return {};
}

base::Result<QByteArray> readVault(const QString &folder)
{
    QFile file(vaultPath(folder));
    if (!file.exists())
        return failure(
            ErrorCode::NotFound, QStringLiteral("there is no profile in %1").arg(folder));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Io, QStringLiteral("the vault cannot be read"));
    if (file.size() > kVaultBytesMax)
        return failure(ErrorCode::Malformed, QStringLiteral("the vault file is too large"));
    return file.readAll();
}

/// [1, identity genesis, device seed, sealing seed], in guarded memory only.
crypto::SecretBytes encodeSecret(const replica::Identity &identity)
{
    QByteArray bytes;
    wire::CborWriter writer(bytes);
    writer.array(4).number(1).bytes(base::view(identity.genesis));
    writer.bytes(identity.device.seed()).bytes(identity.sealing.seed());
    crypto::SecretBytes secret = crypto::SecretBytes::copyOf(base::view(bytes));
    crypto::wipe(bytes);
    return secret;
}

base::Result<std::shared_ptr<const replica::Identity>> decodeSecret(base::ByteView secret)
{
    wire::CborReader reader(secret);
    reader.array(4);
    const std::uint64_t version = reader.number();
    if (reader.ok() && version != 1)
        return failure(
            ErrorCode::UnsupportedVersion, QStringLiteral("the vault is of a newer program"));
    const base::ByteView genesisBytes = reader.bytes();
    const base::ByteView device = reader.bytes();
    const base::ByteView sealing = reader.bytes();
    if (!reader.finished() || device.size() != crypto::SigningKey::kSeedBytes ||
        sealing.size() != crypto::SealingPair::kSeedBytes)
        return failure(ErrorCode::Malformed, QStringLiteral("the vault's content is damaged"));
    SPILNO_ASSIGN(const auto genesis, wire::decodeIdentityGenesis(genesisBytes));
    return std::make_shared<const replica::Identity>(replica::Identity{
        wire::personId(genesisBytes), base::toByteArray(genesisBytes),
        crypto::SigningKey::fromSeed(device), crypto::SealingPair::fromSeed(sealing),
        genesis.kind});
}

QString grouped(base::ByteView bytes)
{
    const QString hex = QString::fromLatin1(base::toByteArray(bytes).toHex());
    QStringList groups;
    for (int at = 0; at < hex.size(); at += kHexGroup)
        groups.append(hex.mid(at, kHexGroup));
    return groups.join(QLatin1Char(' '));
}

base::Result<std::unique_ptr<QLockFile>> lockFolder(const QString &folder)
{
    return base::lockFile(folder + QStringLiteral("/profile.lock"), folder);
}

} // namespace

Profile::Profile(QString folder, std::unique_ptr<QLockFile> lock)
    : m_folder(std::move(folder))
    , m_lock(std::move(lock))
{
}

Profile::~Profile() = default;

bool Profile::exists(const QString &folder)
{
    return QFile::exists(vaultPath(folder));
}

base::Result<NewProfile> Profile::create(
    const QString &folder,
    const crypto::SecretBytes &passphrase,
    wire::DeviceKind kind,
    crypto::VaultCost cost,
    base::Random &random)
{
    if (exists(folder))
        return failure(
            ErrorCode::InvalidArgument,
            QStringLiteral("there is a profile in %1 already").arg(folder));
    if (!QDir().mkpath(folder))
        return failure(ErrorCode::ReadOnly, QStringLiteral("%1 cannot be made").arg(folder));
    SPILNO_ASSIGN(auto lock, lockFolder(folder));
    auto device = crypto::SigningKey::generate(random);
    auto sealing = crypto::SealingPair::generate(random);
    const auto recovery = crypto::SigningKey::generate(random);
    wire::IdentityGenesis genesis;
    genesis.device = device.publicKey();
    genesis.deviceSealing = sealing.publicKey();
    genesis.kind = kind;
    genesis.recovery = recovery.publicKey();
    genesis.random = random.id<base::Salt>();
    const QByteArray bytes = wire::encodeIdentityGenesis(genesis);
    auto identity = std::make_shared<const replica::Identity>(replica::Identity{
        wire::personId(base::view(bytes)), bytes, std::move(device), std::move(sealing), kind});
    SPILNO_ASSIGN(
        const QByteArray vault,
        crypto::sealVault(encodeSecret(*identity), passphrase, cost, random));
    SPILNO_TRY(writeFile(vaultPath(folder), vault));
    NewProfile made;
    made.profile.reset(new Profile(folder, std::move(lock)));
    made.profile->m_identity = std::move(identity);
    made.recoveryCode = grouped(recovery.seed());
    return made;
}

base::Result<std::unique_ptr<Profile>> Profile::open(const QString &folder)
{
    SPILNO_TRY(readVault(folder));
    SPILNO_ASSIGN(auto lock, lockFolder(folder));
    return std::unique_ptr<Profile>(new Profile(folder, std::move(lock)));
}

base::Result<> Profile::unlock(const crypto::SecretBytes &passphrase)
{
    SPILNO_ASSIGN(const QByteArray vault, readVault(m_folder));
    SPILNO_ASSIGN(const auto secret, crypto::openVault(base::view(vault), passphrase));
    SPILNO_ASSIGN(m_identity, decodeSecret(secret.bytes()));
    return {};
}

void Profile::lock()
{
    m_identity.reset();
}

base::Result<> Profile::changePassphrase(
    const crypto::SecretBytes &old, const crypto::SecretBytes &fresh, base::Random &random)
{
    SPILNO_ASSIGN(const QByteArray vault, readVault(m_folder));
    SPILNO_ASSIGN(const auto secret, crypto::openVault(base::view(vault), old));
    SPILNO_ASSIGN(
        const QByteArray sealed,
        crypto::sealVault(secret, fresh, crypto::VaultCost::Interactive, random));
    return writeFile(vaultPath(m_folder), sealed);
}

QList<CityEntry> Profile::citiesIn(const QString &folder)
{
    QList<CityEntry> entries;
    QFile file(folder + QStringLiteral("/cities.json"));
    if (!file.open(QIODevice::ReadOnly))
        return entries;
    const QJsonArray array = QJsonDocument::fromJson(file.read(kVaultBytesMax)).array();
    for (const QJsonValue &item : array) {
        const QJsonObject object = item.toObject();
        const auto city = base::CityId::fromHex(object.value(QStringLiteral("city")).toString());
        if (city)
            entries.append(
                {*city, object.value(QStringLiteral("name")).toString(),
                 object.value(QStringLiteral("address")).toString()});
    }
    return entries;
}

base::Result<> Profile::rememberCity(const CityEntry &entry)
{
    QList<CityEntry> entries = cities();
    const auto known = std::find_if(entries.begin(), entries.end(), [&entry](const CityEntry &e) {
        return e.city == entry.city;
    });
    if (known == entries.end())
        entries.append(entry);
    else
        *known = entry;
    if (!QDir().mkpath(cityFolder(entry.city)))
        return failure(ErrorCode::ReadOnly, QStringLiteral("the profile cannot be written"));
    QJsonArray array;
    for (const CityEntry &one : std::as_const(entries)) {
        array.append(QJsonObject{
            {QStringLiteral("city"), one.city.toHex()},
            {QStringLiteral("name"), one.name},
            {QStringLiteral("address"), one.address}});
    }
    return writeFile(m_folder + QStringLiteral("/cities.json"), QJsonDocument(array).toJson());
}

base::CityId Profile::lastShown() const
{
    QFile file(m_folder + QStringLiteral("/shown-city"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray hex = file.read(2 * static_cast<qint64>(base::CityId::size));
    return base::CityId::fromHex(QString::fromLatin1(hex)).value_or(base::CityId());
}

base::Result<> Profile::rememberShown(const base::CityId &city)
{
    return writeFile(m_folder + QStringLiteral("/shown-city"), city.toHex().toLatin1());
}

QString Profile::cityFolder(const base::CityId &city) const
{
    return m_folder + QStringLiteral("/cities/") + city.toHex().left(16);
}

QString Profile::photoFolder(const base::CityId &city) const
{
    return cityFolder(city) + QStringLiteral("/photos");
}

QString Profile::replicaPath(const base::CityId &city) const
{
    return cityFolder(city) + QStringLiteral("/replica.db");
}

} // namespace spilno::profile
