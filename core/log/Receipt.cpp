// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/Receipt.h"

#include "core/base/Limits.h"
#include "core/crypto/Signing.h"
#include "core/wire/Cbor.h"

namespace spilno::log {

using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

constexpr std::uint64_t kReceiptVersion = 1;
constexpr std::string_view kReceiptContext = "spilno-rcp-1";
constexpr std::string_view kHeldContext = "spilno-hld-1";

/// A statement cut into its body and the signature behind it.
struct Statement
{
    wire::CborReader body;
    base::Signature signature;
};

/// Cuts a statement and reads its array head and version.
Result<Statement> openStatement(base::ByteView bytes, std::uint64_t items)
{
    if (bytes.size() > limits::kReceiptBytesMax)
        return failure(ErrorCode::LimitExceeded, QStringLiteral("a statement too long"));
    if (bytes.size() < base::Signature::size)
        return failure(ErrorCode::Malformed, QStringLiteral("a statement without a signature"));
    const std::size_t bodySize = bytes.size() - base::Signature::size;
    Statement statement;
    statement.body = wire::CborReader(bytes.first(bodySize));
    statement.signature = base::Signature::fromTrusted(bytes.data() + bodySize);
    const std::uint64_t found = statement.body.array();
    const std::uint64_t version = statement.body.number();
    if (statement.body.ok() && version != kReceiptVersion)
        return failure(ErrorCode::UnsupportedVersion, QStringLiteral("statement version"));
    if (found != items)
        statement.body.fail();
    return statement;
}

/// First to last must be one run.
void expectRun(wire::CborReader &body, quint64 first, quint64 last)
{
    if (last < first || last - first >= limits::kRunChangesMax)
        body.fail();
}

Result<> expectSigned(
    const base::PublicKey &key,
    std::string_view context,
    const QByteArray &body,
    const base::Signature &signature)
{
    if (!crypto::verify(key, context, base::view(body), signature))
        return failure(ErrorCode::BadSignature, QStringLiteral("a statement badly signed"));
    return {};
}

} // namespace

QByteArray Receipt::body() const
{
    QByteArray bytes;
    wire::CborWriter writer(bytes);
    writer.array(10).number(kReceiptVersion).id(city).number(epoch).id(scope).number(firstPosition);
    writer.number(lastPosition).number(firstLogIndex).number(static_cast<quint64>(recordedMs));
    writer.id(lastHeaderHash).id(chain);
    return bytes;
}

QByteArray Receipt::encode() const
{
    return body() + signature.toByteArray();
}

void Receipt::sign(const crypto::SigningKey &sequencer)
{
    signature = sequencer.sign(kReceiptContext, base::view(body()));
}

Result<> Receipt::verify(const base::PublicKey &sequencer) const
{
    return expectSigned(sequencer, kReceiptContext, body(), signature);
}

Result<Receipt> parseReceipt(base::ByteView bytes)
{
    SPILNO_ASSIGN(Statement statement, openStatement(bytes, 10));
    wire::CborReader &body = statement.body;
    Receipt receipt;
    receipt.city = body.id<base::CityId>();
    receipt.epoch = body.number(INT64_MAX);
    receipt.scope = body.id<base::ScopeId>();
    receipt.firstPosition = body.number(INT64_MAX);
    receipt.lastPosition = body.number(INT64_MAX);
    receipt.firstLogIndex = body.number(INT64_MAX);
    receipt.recordedMs = static_cast<qint64>(body.number(INT64_MAX));
    receipt.lastHeaderHash = body.id<base::Hash>();
    receipt.chain = body.id<base::Hash>();
    receipt.signature = statement.signature;
    expectRun(body, receipt.firstPosition, receipt.lastPosition);
    SPILNO_TRY(body.conclude("a receipt"));
    return receipt;
}

QByteArray Held::body() const
{
    QByteArray bytes;
    wire::CborWriter writer(bytes);
    writer.array(7).number(kReceiptVersion).id(city).id(feed).number(firstSeq).number(lastSeq);
    writer.id(lastHeaderHash).number(static_cast<quint64>(timeMs));
    return bytes;
}

QByteArray Held::encode() const
{
    return body() + signature.toByteArray();
}

void Held::sign(const crypto::SigningKey &hub)
{
    signature = hub.sign(kHeldContext, base::view(body()));
}

Result<> Held::verify(const base::PublicKey &hub) const
{
    return expectSigned(hub, kHeldContext, body(), signature);
}

Result<Held> parseHeld(base::ByteView bytes)
{
    SPILNO_ASSIGN(Statement statement, openStatement(bytes, 7));
    wire::CborReader &body = statement.body;
    Held held;
    held.city = body.id<base::CityId>();
    held.feed = body.id<base::FeedId>();
    held.firstSeq = body.number(INT64_MAX);
    held.lastSeq = body.number(INT64_MAX);
    held.lastHeaderHash = body.id<base::Hash>();
    held.timeMs = static_cast<qint64>(body.number(INT64_MAX));
    held.signature = statement.signature;
    expectRun(body, held.firstSeq, held.lastSeq);
    SPILNO_TRY(body.conclude("a held statement"));
    return held;
}

} // namespace spilno::log
