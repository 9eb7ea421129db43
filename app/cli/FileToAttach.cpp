// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/FileToAttach.h"

#include "core/base/Limits.h"

#include <QtCore/QFile>
#include <QtCore/QMimeDatabase>
#include <QtCore/QtEndian>

namespace spilno::cli {

using base::ErrorCode;

namespace {

const QByteArray kJpegStart("\xff\xd8", 2);
const QByteArray kPngStart("\x89PNG\r\n\x1a\n", 8);
constexpr uchar kStartOfScan = 0xda;
constexpr uchar kComment = 0xfe;
constexpr uchar kFirstApplication = 0xe0; ///< JFIF: needed by some readers.
constexpr uchar kColourProfile = 0xe2;
constexpr uchar kAdobe = 0xee; ///< Says how colours are to be read.
constexpr uchar kLastApplication = 0xef;

bool isNote(uchar marker)
{
    const bool application = marker > kFirstApplication && marker <= kLastApplication;
    return marker == kComment || (application && marker != kColourProfile && marker != kAdobe);
}

QByteArray cleanJpeg(const QByteArray &picture)
{
    QByteArray clean = kJpegStart;
    qsizetype at = kJpegStart.size();
    while (at + 4 <= picture.size()) {
        const auto lead = static_cast<uchar>(picture[at]);
        const auto marker = static_cast<uchar>(picture[at + 1]);
        if (lead != 0xff)
            return {};
        if (marker == kStartOfScan)
            return clean + picture.mid(at);
        const qsizetype length = qFromBigEndian<quint16>(picture.constData() + at + 2) + 2;
        if (length < 4 || at + length > picture.size())
            return {};
        if (!isNote(marker))
            clean += picture.mid(at, length);
        at += length;
    }
    return {};
}

QByteArray cleanPng(const QByteArray &picture)
{
    static const QList<QByteArray> notes{"tEXt", "zTXt", "iTXt", "eXIf", "tIME"};
    QByteArray clean = kPngStart;
    qsizetype at = kPngStart.size();
    while (at + 12 <= picture.size()) {
        const qsizetype length =
            static_cast<qsizetype>(qFromBigEndian<quint32>(picture.constData() + at)) + 12;
        if (at + length > picture.size())
            return {};
        const QByteArray kind = picture.mid(at + 4, 4);
        if (!notes.contains(kind))
            clean += picture.mid(at, length);
        at += length;
        if (kind == "IEND")
            return clean;
    }
    return {};
}

} // namespace

QByteArray FileToAttach::withoutNotes(const QByteArray &picture)
{
    if (picture.startsWith(kJpegStart))
        return cleanJpeg(picture);
    return picture.startsWith(kPngStart) ? cleanPng(picture) : QByteArray();
}

base::Result<FileToAttach> FileToAttach::read(const Surroundings &around, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return around.terminal.fail(
            ErrorCode::NotFound, tr("The file %1 cannot be read.").arg(path));
    if (file.size() > limits::kBlobBytesMax)
        return around.terminal.fail(
            ErrorCode::LimitExceeded, tr("The file %1 is over 64 MiB.").arg(path));
    FileToAttach result;
    result.bytes = file.readAll();
    if (result.bytes.isEmpty())
        return around.terminal.fail(
            ErrorCode::InvalidArgument, tr("The file %1 is empty.").arg(path));
    const QMimeType type = QMimeDatabase().mimeTypeForData(result.bytes);
    result.mime = type.name();
    const QString suffix = type.preferredSuffix();
    const bool isPicture = result.mime.startsWith(QLatin1String("image/"));
    result.name = isPicture ? QStringLiteral("photo") : QStringLiteral("file");
    if (!suffix.isEmpty())
        result.name += QLatin1Char('.') + suffix;
    if (!isPicture)
        return result;
    result.bytes = withoutNotes(result.bytes);
    if (result.bytes.isEmpty())
        return around.terminal.fail(
            ErrorCode::InvalidArgument,
            tr("The picture %1 is damaged or neither JPEG nor PNG, so that notes of the camera "
               "cannot be taken out of it.")
                .arg(path));
    return result;
}

} // namespace spilno::cli
