// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/PhotoCleaner.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>

namespace spilno::pages {

using base::ErrorCode;
using base::failure;

base::Result<CleanPhoto> PhotoCleaner::clean(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::NotFound, file.errorString());
    if (file.size() > kSourceBytesMax)
        return failure(ErrorCode::LimitExceeded, QStringLiteral("the file is over 64 MiB"));
    return clean(file.readAll());
}

base::Result<CleanPhoto> PhotoCleaner::clean(QByteArray bytes)
{
    QBuffer source(&bytes);
    source.open(QIODevice::ReadOnly);
    QImageReader reader(&source);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.width() > kSourceSideMax || size.height() > kSourceSideMax)
        return failure(ErrorCode::LimitExceeded, QStringLiteral("the picture is too large"));
    // Decoders of large photos can leave out pixels at once.
    if (size.isValid() && std::max(size.width(), size.height()) > 2 * kSideMax)
        reader.setScaledSize(size.scaled(2 * kSideMax, 2 * kSideMax, Qt::KeepAspectRatio));
    const QImage picture = reader.read();
    if (picture.isNull())
        return failure(ErrorCode::Malformed, reader.errorString());
    QSize target = picture.size();
    if (std::max(target.width(), target.height()) > kSideMax)
        target.scale(kSideMax, kSideMax, Qt::KeepAspectRatio);
    target = target.expandedTo({1, 1});
    QImage fresh(target, QImage::Format_RGB32);
    fresh.fill(Qt::white);
    QPainter painter(&fresh);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRect({}, target), picture);
    painter.end();
    CleanPhoto photo;
    QBuffer out(&photo.jpeg);
    out.open(QIODevice::WriteOnly);
    QImageWriter writer(&out, "jpg");
    writer.setQuality(82);
    if (!writer.write(fresh))
        return failure(ErrorCode::Unknown, writer.errorString());
    photo.width = target.width();
    photo.height = target.height();
    return photo;
}

} // namespace spilno::pages
