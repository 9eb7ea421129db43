// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/ReceiptBook.h"

#include "core/wire/Cbor.h"

namespace spilno::profile {

using base::ErrorCode;
using base::failure;
using replica::ReplicaDatabase;

namespace {

const QString kSetting = QStringLiteral("receipts");

} // namespace

base::Result<ReceiptBook> ReceiptBook::read(const ReplicaDatabase &database)
{
    ReceiptBook book;
    SPILNO_ASSIGN(const QByteArray sealed, database.setting(kSetting));
    if (sealed.isEmpty() || !database.identity())
        return book;
    const auto plain = database.identity()->sealing.open(base::view(sealed));
    if (!plain)
        return failure(ErrorCode::Malformed, QStringLiteral("receipts of another device"));
    wire::CborReader reader(plain->bytes());
    reader.array(2);
    const bool isKnown = reader.number() == 1;
    const std::uint64_t count = reader.array();
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
        reader.array(2);
        const auto request = base::EntityId::fromBytes(reader.bytes());
        const base::ByteView seed = reader.bytes();
        if (!reader.ok() || !request || seed.size() != crypto::SigningKey::kSeedBytes)
            return failure(ErrorCode::Malformed, QStringLiteral("the kept receipts are damaged"));
        book.m_keys[*request] =
            std::make_shared<const crypto::SigningKey>(crypto::SigningKey::fromSeed(seed));
    }
    if (!isKnown || !reader.finished())
        return failure(ErrorCode::Malformed, QStringLiteral("the kept receipts are damaged"));
    return book;
}

base::Result<> ReceiptBook::write(ReplicaDatabase &database) const
{
    if (!database.identity())
        return failure(ErrorCode::Locked, QStringLiteral("the profile is locked"));
    QByteArray plain;
    wire::CborWriter writer(plain);
    writer.array(2).number(1).array(m_keys.size());
    for (const auto &[request, key] : m_keys)
        writer.array(2).bytes(request.bytes()).bytes(key->seed());
    const QByteArray sealed =
        crypto::sealTo(database.identity()->sealing.publicKey(), base::view(plain));
    crypto::wipe(plain);
    return database.setSetting(kSetting, sealed);
}

base::Result<> ReceiptBook::keep(
    ReplicaDatabase &database, const base::EntityId &request, const Key &key)
{
    SPILNO_ASSIGN(ReceiptBook book, read(database));
    book.m_keys[request] = key;
    if (book.m_keys.size() > kReceiptsMax)
        return failure(ErrorCode::LimitExceeded, QStringLiteral("too many receipts are kept"));
    return book.write(database);
}

base::Result<> ReceiptBook::drop(ReplicaDatabase &database, const base::EntityId &request)
{
    SPILNO_ASSIGN(ReceiptBook book, read(database));
    return book.m_keys.erase(request) > 0 ? book.write(database) : base::Result<>();
}

ReceiptBook::Key ReceiptBook::keyOf(const base::EntityId &request) const
{
    const auto found = m_keys.find(request);
    return found == m_keys.end() ? Key() : found->second;
}

std::vector<base::EntityId> ReceiptBook::requests() const
{
    std::vector<base::EntityId> all;
    for (const auto &[request, key] : m_keys)
        all.push_back(request);
    return all;
}

} // namespace spilno::profile
