// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/sync/PageAssembler.h"
#include "core/wire/Frames.h"
#include "core/wire/Run.h"
#include "core/wire/Slice.h"

#include <deque>
#include <optional>
#include <variant>
#include <vector>

class QIODevice;

/// A piece of a city in a file, in the frames of a session: "SPBUNDL1", a GREETING that names the
/// city (its key, proof and nonce are zero: nobody speaks), then PAGE and PUSH frames, then BYE, so
/// that a file that was cut is known as one.
namespace spilno::sync {

/// What a bundle says of itself.
struct BundleOrigin
{
    QByteArray cityGenesis;
    std::vector<QByteArray> keyChain; ///< Successions of the sequencer key.
    qint64 madeMs = 0;

    [[nodiscard]] base::CityId city() const;
};

/// Writes a bundle to an open device. Errors are Io, from the device.
class BundleWriter
{
public:
    explicit BundleWriter(QIODevice &out)
        : m_out(out)
    {
    }

    [[nodiscard]] base::Result<> begin(const BundleOrigin &origin);
    /// A slice as ReplicaDatabase::readSlice() gives it; of a scope in the order of positions.
    /// LimitExceeded when it is too large once packed.
    [[nodiscard]] base::Result<> addSlice(const QByteArray &slice);
    /// A run that is not acknowledged yet, to be carried to the city.
    [[nodiscard]] base::Result<> addRun(const QByteArray &run);
    [[nodiscard]] base::Result<> end();

private:
    [[nodiscard]] base::Result<> write(const QByteArray &bytes);

    QIODevice &m_out;
};

using BundleItem = std::variant<wire::Slice, wire::Run>;

/// Reads a bundle from an open device, a part at a time, within the limits of a session. What is
/// read follows the grammar; signatures and chains are checked by who imports it.
class BundleReader
{
public:
    explicit BundleReader(QIODevice &in)
        : m_in(in)
    {
    }

    /// Malformed for another kind of file, BadSignature for a key chain that does not hold.
    [[nodiscard]] base::Result<BundleOrigin> begin();
    /// The next slice or run, nullopt at the end. Malformed also for a file that was cut,
    /// LimitExceeded, Io.
    [[nodiscard]] base::Result<std::optional<BundleItem>> next();

private:
    [[nodiscard]] base::Result<std::optional<wire::Frame>> nextFrame();

    QIODevice &m_in;
    wire::FrameParser m_parser;
    std::deque<wire::Frame> m_frames;
    PageAssembler m_assembler;
    bool m_ended = false;
};

} // namespace spilno::sync
