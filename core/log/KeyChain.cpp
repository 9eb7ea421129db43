// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/KeyChain.h"

#include "core/crypto/Signing.h"
#include "core/wire/Cbor.h"

namespace spilno::log {

using base::ErrorCode;
using base::failure;

namespace {

QByteArray keyLinkBody(const KeyLink &link)
{
    QByteArray body;
    wire::CborWriter writer(body);
    writer.array(4).number(1).id(link.oldKey).id(link.newKey);
    writer.number(static_cast<std::uint64_t>(link.sinceMs));
    return body;
}

} // namespace

QByteArray encodeKeyLink(const KeyLink &link, const crypto::SigningKey &oldKey)
{
    const QByteArray body = keyLinkBody(link);
    return body + oldKey.sign(kKeyLinkContext, base::view(body)).toByteArray();
}

base::Result<KeyLink> readKeyLink(base::ByteView bytes)
{
    if (bytes.size() < base::Signature::size)
        return failure(ErrorCode::Malformed, QStringLiteral("a key link without a signature"));
    const base::ByteView body = bytes.first(bytes.size() - base::Signature::size);
    const auto signature = base::Signature::fromTrusted(bytes.data() + body.size());
    wire::CborReader reader(body);
    reader.array(4);
    const std::uint64_t version = reader.number();
    if (reader.ok() && version != 1)
        return failure(ErrorCode::UnsupportedVersion, QStringLiteral("key link version"));
    KeyLink link;
    link.oldKey = reader.id<base::PublicKey>();
    link.newKey = reader.id<base::PublicKey>();
    link.sinceMs = static_cast<qint64>(reader.number(INT64_MAX));
    SPILNO_TRY(reader.conclude("a key link"));
    if (!crypto::verify(link.oldKey, kKeyLinkContext, body, signature))
        return failure(ErrorCode::BadSignature, QStringLiteral("a key link badly signed"));
    return link;
}

base::Result<std::vector<base::PublicKey>> walkKeyChain(
    const base::PublicKey &genesisKey, const std::vector<QByteArray> &links)
{
    std::vector<base::PublicKey> keys{genesisKey};
    for (const QByteArray &bytes : links) {
        SPILNO_ASSIGN(const KeyLink link, readKeyLink(base::view(bytes)));
        if (link.oldKey != keys.back())
            return failure(ErrorCode::Malformed, QStringLiteral("key links that do not join"));
        keys.push_back(link.newKey);
    }
    return keys;
}

} // namespace spilno::log
