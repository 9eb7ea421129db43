// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/RoundTrip.h"

#include "core/crypto/Vault.h"
#include "core/log/Checkpoint.h"
#include "core/log/LieJudge.h"
#include "core/log/LogLeaf.h"
#include "core/log/MapProof.h"
#include "core/log/Receipt.h"
#include "core/log/Verifier.h"
#include "core/wire/Frames.h"
#include "core/wire/Genesis.h"
#include "core/wire/Payload.h"
#include "core/wire/Run.h"
#include "core/wire/Slice.h"

#include <QtCore/QtGlobal>

#include <algorithm>
#include <cstring>

namespace spilno::support {

namespace {

Outcome compare(const QByteArray &again, base::ByteView bytes)
{
    return again == base::rawByteArray(bytes) ? Outcome::Same : Outcome::Different;
}

Outcome roundTripValue(base::ByteView bytes)
{
    const auto value = wire::Value::decode(bytes);
    return value ? compare(value->encoded(), bytes) : Outcome::Refused;
}

Outcome roundTripHeader(base::ByteView bytes)
{
    const auto header = wire::decodeHeader(bytes);
    return header ? compare(wire::encodeHeader(*header), bytes) : Outcome::Refused;
}

/// Unknown items are skipped, so only an ext of known ones is written again.
Outcome roundTripExt(base::ByteView bytes)
{
    const auto ext = wire::decodeExt(bytes);
    if (!ext)
        return Outcome::Refused;
    const QByteArray again = wire::encodeExt(*ext);
    const bool isAllKnown = bytes[0] == static_cast<std::uint8_t>(again[0]);
    return isAllKnown ? compare(again, bytes) : Outcome::Same;
}

Outcome roundTripOpening(base::ByteView bytes)
{
    const auto opening = wire::decodeOpening(bytes);
    return opening ? compare(wire::encodeOpening(*opening), bytes) : Outcome::Refused;
}

Outcome roundTripPayload(base::ByteView bytes)
{
    if (bytes.size() < 2)
        return Outcome::Refused;
    const auto length = static_cast<std::size_t>(bytes[0] << 8 | bytes[1]);
    if (length > bytes.size() - 2)
        return Outcome::Refused;
    const base::ByteView shape = bytes.subspan(2, length);
    const base::ByteView values = bytes.subspan(2 + length);
    const auto payload = wire::decodePayload(shape, values);
    if (!payload)
        return Outcome::Refused;
    const auto blinding = values.empty() ? base::Salt() : base::Salt::fromTrusted(values.data());
    const wire::PayloadBytes again = wire::encodePayload(*payload, blinding);
    if (compare(again.shape, shape) != Outcome::Same)
        return Outcome::Different;
    return values.empty() ? Outcome::Same : compare(again.values, values);
}

Outcome roundTripRun(base::ByteView bytes)
{
    const auto run = wire::decodeRun(base::toByteArray(bytes));
    if (!run)
        return Outcome::Refused;
    // Whatever the verifier says, it must say it without harm.
    if (const auto opening = wire::decodeOpening(base::view(run->opening))) {
        if (const auto state = log::openFeed(run->opening, opening->city))
            (void)log::verifyRun(*run, *state).has_value();
    }
    return compare(wire::encodeRun(*run), bytes);
}

Outcome roundTripSlice(base::ByteView bytes)
{
    const auto slice = wire::decodeSlice(base::toByteArray(bytes));
    if (!slice)
        return Outcome::Refused;
    const auto &first = slice->feeds.front();
    if (const auto opening = wire::decodeOpening(base::view(first.opening))) {
        const auto nothing = [](const base::FeedId &) { return std::nullopt; };
        (void)log::verifySlice(*slice, opening->city, {}, nothing).has_value();
    }
    return compare(wire::encodeSlice(*slice), bytes);
}

Outcome roundTripPreview(base::ByteView bytes)
{
    const auto preview = wire::decodePreview(base::toByteArray(bytes));
    if (!preview)
        return Outcome::Refused;
    const QByteArray opening = preview->heads.empty() ? preview->slice.feeds.front().opening
                                                      : preview->heads.front().opening;
    if (const auto read = wire::decodeOpening(base::view(opening)))
        (void)log::verifyPreview(*preview, read->city).has_value();
    return compare(wire::encodePreview(*preview), bytes);
}

/// A stream of frames, in one piece and in small ones: both ways must give the same.
Outcome roundTripFrames(base::ByteView bytes)
{
    wire::FrameParser parser;
    const auto frames = parser.feed(bytes);
    wire::FrameParser slow;
    QByteArray pieces;
    bool isSlowOk = true;
    const std::size_t step = 1 + bytes.size() / 32;
    for (std::size_t i = 0; i < bytes.size() && isSlowOk; i += step) {
        const auto some = slow.feed(bytes.subspan(i, std::min(step, bytes.size() - i)));
        isSlowOk = some.has_value();
        for (std::size_t k = 0; isSlowOk && k < some->size(); ++k)
            pieces += wire::encodeFrame((*some)[k]);
    }
    if (isSlowOk != frames.has_value())
        return Outcome::Different;
    if (!frames)
        return Outcome::Refused;
    QByteArray again;
    for (const wire::Frame &frame : *frames)
        again += wire::encodeFrame(frame);
    if (again != pieces || parser.pendingBytes() != slow.pendingBytes())
        return Outcome::Different;
    const qsizetype taken = static_cast<qsizetype>(bytes.size()) - parser.pendingBytes();
    // A frame of unknown type is skipped, so fewer bytes are written; never more.
    if (again.size() < taken)
        return Outcome::Same;
    return compare(again, bytes.first(static_cast<std::size_t>(taken)));
}

Outcome roundTripCity(base::ByteView bytes)
{
    const auto genesis = wire::decodeCityGenesis(bytes);
    return genesis ? compare(wire::encodeCityGenesis(*genesis), bytes) : Outcome::Refused;
}

Outcome roundTripIdentity(base::ByteView bytes)
{
    const auto genesis = wire::decodeIdentityGenesis(bytes);
    return genesis ? compare(wire::encodeIdentityGenesis(*genesis), bytes) : Outcome::Refused;
}

template <auto Parse>
Outcome roundTripStatement(base::ByteView bytes)
{
    const auto statement = Parse(bytes);
    return statement ? compare(statement->encode(), bytes) : Outcome::Refused;
}

/// Whatever the judge says of a proof, it must say it without harm.
Outcome roundTripLie(base::ByteView bytes)
{
    const auto proof = log::parseLieProof(bytes);
    if (!proof)
        return Outcome::Refused;
    (void)log::judgeProof(*proof).has_value();
    return compare(proof->encode(), bytes);
}

/// Sealed bytes have no second form to compare with. Only the cheapest cost is tried.
Outcome openVault(base::ByteView bytes)
{
    if (bytes.size() > 8 && bytes[8] != 0)
        return Outcome::Refused;
    static const auto passphrase =
        crypto::SecretBytes::copyOf(base::view(std::string_view("correct horse battery staple")));
    return crypto::openVault(bytes, passphrase) ? Outcome::Same : Outcome::Refused;
}

Outcome unpack(base::ByteView bytes)
{
    constexpr qint64 kMax = 1024 * 1024;
    const auto plain = wire::decompress(bytes, kMax);
    if (!plain)
        return Outcome::Refused;
    const QByteArray packed = wire::compress(*plain);
    const auto again = wire::decompress(base::view(packed), kMax);
    return again && *again == *plain ? Outcome::Same : Outcome::Different;
}

constexpr Codec kCodecs[]{
    {"value", "value", roundTripValue},
    {"header", "header", roundTripHeader},
    {"ext", "ext", roundTripExt},
    {"opening", "opening", roundTripOpening},
    {"payload", "payload", roundTripPayload},
    {"run", "run", roundTripRun},
    {"slice", "slice", roundTripSlice},
    {"preview", "preview", roundTripPreview},
    {"frames", "frames", roundTripFrames},
    {"genesis", "city", roundTripCity},
    {"identity", "identity", roundTripIdentity},
    {"checkpoint", "checkpoint", roundTripStatement<log::parseCheckpoint>},
    {"receipt", "receipt", roundTripStatement<log::parseReceipt>},
    {"held", "held", roundTripStatement<log::parseHeld>},
    {"leaf", "log-leaf", roundTripStatement<log::parseLogLeaf>},
    {"proof", "scope-map", roundTripStatement<log::parseMapProof>},
    {"lie", "lie", roundTripLie},
    {"vault", "vault", openVault},
    {"zstd", "zstd", unpack},
};

} // namespace

std::span<const Codec> codecs()
{
    return kCodecs;
}

const Codec &codec(const char *name)
{
    for (const Codec &one : kCodecs) {
        if (std::strcmp(one.name, name) == 0)
            return one;
    }
    qFatal("no codec named %s", name);
}

} // namespace spilno::support
