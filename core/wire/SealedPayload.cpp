// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/SealedPayload.h"

#include <QtCore/QtEndian>

namespace spilno::wire {

namespace {

constexpr char kMark = 0x53;
constexpr qsizetype kNameBytes = 8;
constexpr qsizetype kBoxBytes = crypto::ScopeKey::kBytes + 48;
constexpr qsizetype kHeadBytes = 1 + kNameBytes + 2 * kBoxBytes;

QByteArray associated(const SealedPlace &place, const QByteArray &name, char part)
{
    QByteArray bytes = place.feed.toByteArray();
    const quint64 seq = qToBigEndian<quint64>(place.seq);
    const quint32 type = qToBigEndian<quint32>(place.type);
    bytes.append(reinterpret_cast<const char *>(&seq), sizeof seq);
    bytes.append(reinterpret_cast<const char *>(&type), sizeof type);
    bytes.append(name);
    bytes.append(part);
    return bytes;
}

base::Result<crypto::ScopeKey> contentKey(
    const QByteArray &head, const QByteArray &name, const PayloadOpener &opener)
{
    const QByteArray boxes[] = {
        head.mid(1 + kNameBytes, kBoxBytes), head.mid(1 + kNameBytes + kBoxBytes, kBoxBytes)};
    const crypto::SealingPair *pairs[] = {opener.scopeKey(name), opener.ownKey()};
    for (int i = 0; i < 2; ++i) {
        if (pairs[i] == nullptr)
            continue;
        if (const auto key = pairs[i]->open(base::view(boxes[i])))
            return crypto::ScopeKey::fromBytes(key->bytes());
    }
    return base::failure(
        base::ErrorCode::BadSignature, QStringLiteral("sealed to others, or altered"));
}

} // namespace

QByteArray sealingName(const base::SealingKey &scope)
{
    return scope.toByteArray().left(kNameBytes);
}

bool isSealed(base::ByteView shape)
{
    return !shape.empty() && shape[0] == static_cast<std::uint8_t>(kMark);
}

PayloadBytes sealPayload(
    const PayloadBytes &plain,
    const SealedPlace &place,
    const base::SealingKey &scope,
    const base::SealingKey &author,
    base::Random &random)
{
    const crypto::ScopeKey key = crypto::ScopeKey::generate(random);
    const QByteArray name = sealingName(scope);
    PayloadBytes sealed;
    sealed.shape.append(kMark);
    sealed.shape.append(name);
    sealed.shape.append(crypto::sealTo(scope, key.bytes()));
    sealed.shape.append(crypto::sealTo(author, key.bytes()));
    const QByteArray shapeTag = associated(place, name, 's');
    const QByteArray valuesTag = associated(place, name, 'v');
    sealed.shape.append(key.seal(base::view(plain.shape), base::view(shapeTag), random));
    sealed.values = key.seal(base::view(plain.values), base::view(valuesTag), random);
    return sealed;
}

base::Result<PayloadBytes> openPayload(
    base::ByteView shape,
    base::ByteView values,
    const SealedPlace &place,
    const PayloadOpener &opener)
{
    if (!isSealed(shape) || shape.size() <= static_cast<std::size_t>(kHeadBytes))
        return base::failure(base::ErrorCode::Malformed, QStringLiteral("not a sealed payload"));
    const QByteArray head(reinterpret_cast<const char *>(shape.data()), kHeadBytes);
    const QByteArray name = head.mid(1, kNameBytes);
    SPILNO_ASSIGN(const crypto::ScopeKey key, contentKey(head, name, opener));
    PayloadBytes plain;
    const QByteArray shapeTag = associated(place, name, 's');
    const QByteArray valuesTag = associated(place, name, 'v');
    SPILNO_ASSIGN(plain.shape, key.open(shape.subspan(kHeadBytes), base::view(shapeTag)));
    if (!values.empty()) {
        SPILNO_ASSIGN(plain.values, key.open(values, base::view(valuesTag)));
    }
    return plain;
}

} // namespace spilno::wire
