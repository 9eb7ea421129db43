// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/PhotoRow.h"

#include "app/pages/requests/PhotoTile.h"
#include "app/widgets/FlowLayout.h"
#include "app/widgets/ScrollDialog.h"

#include <QApplication>
#include <QBuffer>
#include <QDialogButtonBox>
#include <QImageReader>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QThreadPool>
#include <QVBoxLayout>

namespace spilno::pages {

namespace {

constexpr int kLargeSide = 680;
constexpr int kDecodedSideMax = 8192; ///< What claims to be larger is not decoded at all.

/// A picture no larger than the window; null when the bytes are none.
QImage decoded(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || size.width() > kDecodedSideMax || size.height() > kDecodedSideMax)
        return {};
    if (size.width() > kLargeSide || size.height() > kLargeSide)
        reader.setScaledSize(size.scaled(kLargeSide, kLargeSide, Qt::KeepAspectRatio));
    return reader.read();
}

} // namespace

PhotoRow::PhotoRow(replica::BlobFolder blobs, QWidget *parent)
    : QWidget(parent)
    , m_blobs(std::move(blobs))
{
    new widgets::FlowLayout(this, 8);
    hide();
}

void PhotoRow::setPhotos(const std::vector<replica::Record> &attachments)
{
    std::vector<base::EntityId> entities;
    for (const replica::Record &attachment : attachments)
        entities.push_back(attachment.entity);
    const auto tiles = findChildren<PhotoTile *>();
    const bool complete = std::all_of(
        tiles.begin(), tiles.end(), [](const PhotoTile *tile) { return tile->hasImage(); });
    if (entities == m_shown && complete)
        return;
    m_shown = entities;
    qDeleteAll(tiles);
    m_missing.clear();
    for (const replica::Record &attachment : attachments) {
        QString name = attachment.value(QStringLiteral("name")).toText();
        if (name.isEmpty())
            name = tr("Photo");
        const QString size =
            QLocale().formattedDataSize(attachment.value(QStringLiteral("size")).toInteger());
        auto *tile = new PhotoTile(tr("%1, %2", "photo, size").arg(name, size));
        layout()->addWidget(tile);
        const QByteArray bytes = attachment.value(QStringLiteral("blob")).toBytes();
        const auto blob = base::BlobId::fromBytes(base::view(bytes));
        if (blob && m_blobs.has(*blob)) {
            load(tile, *blob);
        } else if (blob) {
            tile->setToolTip(tr("The photo is not on this computer yet."));
            m_missing.insert(tile, *blob);
            Q_EMIT wanted(*blob);
        }
        connect(tile, &PhotoTile::clicked, this, [this, tile] { open(tile); });
    }
    setVisible(!attachments.empty());
}

void PhotoRow::photoArrived(const base::BlobId &blob)
{
    const QList<PhotoTile *> tiles = m_missing.keys(blob);
    for (PhotoTile *tile : tiles) {
        m_missing.remove(tile);
        tile->setToolTip({});
        load(tile, blob);
    }
}

void PhotoRow::load(PhotoTile *tile, const base::BlobId &blob)
{
    QThreadPool::globalInstance()->start(
        [blobs = m_blobs, blob, target = QPointer<PhotoTile>(tile)] {
            const auto bytes = blobs.read(blob);
            const QImage image = bytes ? decoded(*bytes) : QImage();
            QMetaObject::invokeMethod(
                qApp,
                [target, image] {
                    if (target)
                        target->setImage(image);
                },
                Qt::QueuedConnection);
        });
}

void PhotoRow::open(const PhotoTile *tile)
{
    auto *dialog = new widgets::ScrollDialog(tile->accessibleName(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *picture = new QLabel;
    picture->setAccessibleName(tile->accessibleName());
    picture->setAlignment(Qt::AlignCenter);
    if (tile->hasImage())
        picture->setPixmap(QPixmap::fromImage(tile->image()));
    else
        picture->setText(tr("The photo is not on this computer yet."));
    dialog->body()->addWidget(picture);
    dialog->buttons()->setStandardButtons(QDialogButtonBox::Close);
    dialog->open();
}

} // namespace spilno::pages
