// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/BlobFolder.h"
#include "core/replica/ReplicaTypes.h"

#include <QWidget>

namespace spilno::pages {

class PhotoTile;

/// The photos of a request as thumbnails; one opens large. Files are read and checked off the GUI
/// thread; a photo that is not on this computer is a tile that says so.
class PhotoRow : public QWidget
{
    Q_OBJECT

public:
    explicit PhotoRow(replica::BlobFolder blobs, QWidget *parent = nullptr);

    void setPhotos(const std::vector<replica::Record> &attachments);

private:
    void load(PhotoTile *tile, const base::BlobId &blob);
    void open(const PhotoTile *tile);

    replica::BlobFolder m_blobs;
    std::vector<base::EntityId> m_shown;
};

} // namespace spilno::pages
