// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"
#include "core/import/GeoJsonReader.h"
#include "core/records/maplayer/MapLayerRule.h"
#include "core/replica/ReplicaDatabase.h"

namespace spilno::import {

/// What a person says of a layer.
struct MapLayerWords
{
    QString name;
    QString nameUk;
    QString attribution;
    QString licence;
    records::maplayer::Kind kind = records::maplayer::Kind::Districts;
    qint64 order = 0;
};

/// Writes a map layer as signed changes: the layer and its parts, and the end of the layers of the
/// same name that it takes the place of.
class MapLayerImport
{
public:
    struct Done
    {
        base::EntityId layer;
        int parts = 0;
        int replaced = 0; ///< Layers of the same name that are no longer used.
        replica::ChangeSet changes;
    };

    /// For the replica's writing thread. NotPermitted for who may not, and what submit() says.
    [[nodiscard]] static base::Result<Done> write(
        replica::ReplicaDatabase &database,
        const base::PersonId &person,
        base::Random &random,
        const MapLayerWords &words,
        const QByteArray &bytes);
};

} // namespace spilno::import
