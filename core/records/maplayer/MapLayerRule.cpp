// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/maplayer/MapLayerRule.h"

#include "core/base/Limits.h"
#include "core/records/Fields.h"

namespace spilno::records::maplayer {

Verdict MapLayerRule::check(
    const FoldChange &change, const EntityImage *before, const Authority &) const
{
    if (before != nullptr)
        return Verdict::Applied;
    const qint64 parts = written(change, kParts).toInteger();
    const qint64 size = written(change, kSize).toInteger();
    const bool isSound = parts >= 1 && parts <= limits::kMapLayerPartsMax && size >= 1 &&
                         size <= parts * limits::kMapPartBytesMax;
    return isSound ? Verdict::Applied : Verdict::BadField;
}

} // namespace spilno::records::maplayer
