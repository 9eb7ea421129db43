// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/PreviewForger.h"

#include "core/log/ScopeChain.h"
#include "core/log/Verifier.h"

namespace spilno::sim {

namespace {

/// A preview again, with what was changed in its slice.
QByteArray encoded(wire::Preview &preview)
{
    preview.slice.bytes = wire::encodeSlice(preview.slice);
    return wire::encodePreview(preview);
}

} // namespace

QString PreviewForger::name(int manner)
{
    static const QString kNames[kManners] = {
        QStringLiteral("other signature"), QStringLiteral("other prev"),
        QStringLiteral("other scope"),     QStringLiteral("other chain"),
        QStringLiteral("noise"),           QStringLiteral("other times")};
    return kNames[manner];
}

QByteArray PreviewForger::withOtherTimes(const QByteArray &bytes) const
{
    auto preview = wire::decodePreview(bytes);
    const auto verified =
        preview ? log::verifyPreview(*preview, m_city) : base::failure(preview.error());
    if (!verified)
        return bytes;
    for (wire::SliceSegment &segment : preview->slice.segments)
        segment.recordedMs += 1;
    log::ScopeChain chain(log::ScopeHead{preview->slice.firstPosition, preview->chainBefore});
    for (const log::VerifiedChange &change : verified->slice.changes)
        chain.append(change.hash, change.logIndex, change.recordedMs + 1);
    preview->slice.chain = chain.head().chain;
    return encoded(*preview);
}

QByteArray PreviewForger::forge(const QByteArray &bytes, int manner) const
{
    if (name(manner) == QLatin1String("other times"))
        return withOtherTimes(bytes);
    auto preview = wire::decodePreview(bytes);
    if (!preview || name(manner) == QLatin1String("noise"))
        return bytes.left(bytes.size() / 2) + QByteArray(40, '\x5a');
    if (manner == 1 && !preview->heads.empty())
        preview->heads.back().prev.data()[3] ^= 1;
    else if (manner == 2)
        preview->slice.scope.data()[0] ^= 1;
    else if (manner == 3)
        preview->chainBefore.data()[0] ^= 1;
    else
        preview->slice.feeds.back().signature.data()[9] ^= 1;
    return encoded(*preview);
}

} // namespace spilno::sim
