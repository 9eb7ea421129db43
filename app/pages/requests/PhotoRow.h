// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/BlobFolder.h"
#include "core/replica/Record.h"

#include <QHash>
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
    /// A photo is on this computer now.
    void photoArrived(const base::BlobId &blob);

Q_SIGNALS:
    /// A photo is shown that is not on this computer.
    void wanted(const spilno::base::BlobId &blob);

private:
    void load(PhotoTile *tile, const base::BlobId &blob);
    void open(const PhotoTile *tile);

    replica::BlobFolder m_blobs;
    std::vector<base::EntityId> m_shown;
    QHash<PhotoTile *, base::BlobId> m_missing; ///< Tiles whose photos are not here.
};

} // namespace spilno::pages
