// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/Bundle.h"

#include "core/base/Limits.h"
#include "core/sync/ServerProof.h"
#include "core/wire/Genesis.h"

#include <QtCore/QIODevice>

#include <algorithm>
#include <iterator>

namespace spilno::sync {

using base::ErrorCode;
using base::failure;

namespace {

constexpr char kMagic[] = "SPBUNDL1";
constexpr qint64 kMagicBytes = sizeof kMagic - 1;
constexpr qint64 kBundleReadBytes = 256 * 1024;
constexpr qsizetype kPartBytes = 512 * 1024;

} // namespace

base::CityId BundleOrigin::city() const
{
    return wire::cityId(base::view(cityGenesis));
}

base::Result<> BundleWriter::write(const QByteArray &bytes)
{
    if (m_out.write(bytes) != bytes.size())
        return failure(ErrorCode::Io, m_out.errorString());
    return {};
}

base::Result<> BundleWriter::begin(const BundleOrigin &origin)
{
    SPILNO_ASSIGN(const auto genesis, wire::decodeCityGenesis(base::view(origin.cityGenesis)));
    SPILNO_TRY(log::walkKeyChain(genesis.sequencer, origin.keyChain));
    wire::GreetingFrame greeting;
    greeting.versions = {1};
    greeting.cityGenesis = origin.cityGenesis;
    greeting.keyChain = origin.keyChain;
    greeting.nonce = QByteArray(32, '\0');
    greeting.nowMs = origin.madeMs;
    SPILNO_TRY(write(QByteArray(kMagic, kMagicBytes)));
    return write(wire::encodeFrame(greeting));
}

base::Result<> BundleWriter::addSlice(const QByteArray &slice)
{
    SPILNO_ASSIGN(const wire::Slice decoded, wire::decodeSlice(slice));
    const QByteArray packed = wire::compress(slice, 9);
    if (packed.size() > limits::kSliceWireBytesMax)
        return failure(ErrorCode::LimitExceeded, QStringLiteral("a slice over its limit"));
    std::uint64_t part = 0;
    for (qsizetype at = 0; at < packed.size(); at += kPartBytes) {
        wire::PageFrame page;
        page.scope = decoded.scope;
        page.firstPosition = decoded.firstPosition;
        page.part = part++;
        page.last = at + kPartBytes >= packed.size();
        page.bytes = packed.mid(at, kPartBytes);
        SPILNO_TRY(write(wire::encodeFrame(page)));
    }
    return {};
}

base::Result<> BundleWriter::addRun(const QByteArray &run)
{
    return write(wire::encodeFrame(wire::PushFrame{run}));
}

base::Result<> BundleWriter::end()
{
    return write(wire::encodeFrame(wire::ByeFrame{QStringLiteral("end"), {}}));
}

base::Result<std::optional<wire::Frame>> BundleReader::nextFrame()
{
    while (m_frames.empty()) {
        const QByteArray bytes = m_in.read(kBundleReadBytes);
        if (bytes.isEmpty() && !m_in.atEnd())
            return failure(ErrorCode::Io, m_in.errorString());
        if (bytes.isEmpty())
            return std::optional<wire::Frame>();
        SPILNO_ASSIGN(auto frames, m_parser.feed(base::view(bytes)));
        m_frames.assign(
            std::make_move_iterator(frames.begin()), std::make_move_iterator(frames.end()));
    }
    wire::Frame frame = std::move(m_frames.front());
    m_frames.pop_front();
    return std::optional<wire::Frame>(std::move(frame));
}

base::Result<BundleOrigin> BundleReader::begin()
{
    if (m_in.read(kMagicBytes) != QByteArray(kMagic, kMagicBytes))
        return failure(ErrorCode::Malformed, QStringLiteral("not a bundle"));
    SPILNO_ASSIGN(const auto frame, nextFrame());
    const auto *greeting = frame ? std::get_if<wire::GreetingFrame>(&*frame) : nullptr;
    if (greeting == nullptr)
        return failure(ErrorCode::Malformed, QStringLiteral("a bundle that names no city"));
    if (std::find(greeting->versions.begin(), greeting->versions.end(), 1) ==
        greeting->versions.end())
        return failure(ErrorCode::UnsupportedVersion, QStringLiteral("bundle version"));
    SPILNO_ASSIGN(const auto genesis, wire::decodeCityGenesis(base::view(greeting->cityGenesis)));
    SPILNO_ASSIGN(const auto keys, log::walkKeyChain(genesis.sequencer, greeting->keyChain));
    return BundleOrigin{greeting->cityGenesis, greeting->keyChain, greeting->nowMs};
}

base::Result<std::optional<BundleItem>> BundleReader::next()
{
    while (!m_ended) {
        SPILNO_ASSIGN(const auto frame, nextFrame());
        if (!frame)
            return failure(ErrorCode::Malformed, QStringLiteral("a bundle that was cut"));
        if (const auto *push = std::get_if<wire::PushFrame>(&*frame)) {
            SPILNO_ASSIGN(wire::Run run, wire::decodeRun(push->run));
            return std::optional<BundleItem>(std::move(run));
        }
        if (const auto *page = std::get_if<wire::PageFrame>(&*frame)) {
            SPILNO_ASSIGN(const auto packed, m_assembler.take(*page));
            if (!packed || packed->preview)
                continue;
            SPILNO_ASSIGN(
                const QByteArray raw,
                wire::decompress(base::view(packed->bytes), limits::kSliceRawBytesMax));
            SPILNO_ASSIGN(wire::Slice slice, wire::decodeSlice(raw));
            if (slice.scope != packed->scope || slice.firstPosition != packed->firstPosition)
                return failure(
                    ErrorCode::Malformed, QStringLiteral("a slice other than its page says"));
            return std::optional<BundleItem>(std::move(slice));
        }
        // Other frames may stand in a bundle of a later version.
        m_ended = std::holds_alternative<wire::ByeFrame>(*frame);
    }
    return std::optional<BundleItem>();
}

} // namespace spilno::sync
