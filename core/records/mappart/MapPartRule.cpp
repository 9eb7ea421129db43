// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/mappart/MapPartRule.h"

#include "core/records/Fields.h"
#include "core/records/maplayer/MapLayerRule.h"

namespace spilno::records::mappart {

namespace {

QByteArray nameOf(const FoldChange &change)
{
    QByteArray name = writtenId<base::EntityId>(change, kLayer).toByteArray();
    name.append(static_cast<char>(written(change, kPlace).toInteger()));
    return name;
}

} // namespace

Verdict MapPartRule::check(
    const FoldChange &change, const EntityImage *before, const Authority &authority) const
{
    if (before != nullptr)
        return Verdict::Applied;
    const auto layer =
        authority.image(QStringLiteral("map_layer"), writtenId<base::EntityId>(change, kLayer));
    if (!layer || layer->scope != change.scope)
        return Verdict::UnknownRecord;
    if (layer->created.person != change.origin.person)
        return Verdict::NoRight;
    const qint64 place = written(change, kPlace).toInteger();
    if (place < 0 || place >= layer->value(maplayer::kParts).toInteger())
        return Verdict::BadField;
    return authority.nameTaken(kPartName, nameOf(change), change.entity) ? Verdict::Taken
                                                                         : Verdict::Applied;
}

void MapPartRule::effect(
    const FoldChange &change,
    const EntityImage &after,
    const Authority &,
    FoldEffects &effects) const
{
    if (change.payload.create)
        effects.takeName(kPartName, nameOf(change), after.entity);
}

} // namespace spilno::records::mappart
