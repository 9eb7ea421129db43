// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/JoinNote.h"

#include "core/wire/Cbor.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace spilno::session {

namespace {

constexpr qint64 kBytesMax = 16 * 1024;

QString pathIn(const QString &cityFolder)
{
    return cityFolder + QStringLiteral("/joining");
}

} // namespace

base::Result<> JoinNote::write(const QString &cityFolder, const replica::Identity &identity) const
{
    QByteArray plain;
    wire::CborWriter writer(plain);
    const QByteArray name = displayName.toUtf8();
    const QByteArray code = invitationCode.toUtf8();
    writer.array(2).bytes(base::view(name)).bytes(base::view(code));
    if (!QDir().mkpath(cityFolder))
        return base::failure(
            base::ErrorCode::ReadOnly, QStringLiteral("%1 cannot be made").arg(cityFolder));
    QSaveFile file(pathIn(cityFolder));
    const QByteArray sealed = crypto::sealTo(identity.sealing.publicKey(), base::view(plain));
    crypto::wipe(plain);
    if (!file.open(QIODevice::WriteOnly))
        return base::failure(
            base::ErrorCode::ReadOnly, QStringLiteral("%1 cannot be written").arg(cityFolder));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (file.write(sealed) != sealed.size() || !file.commit())
        return base::failure(
            base::ErrorCode::DiskFull, QStringLiteral("%1 could not be saved").arg(cityFolder));
    return {};
}

std::optional<JoinNote> JoinNote::read(const QString &cityFolder, const replica::Identity &identity)
{
    QFile file(pathIn(cityFolder));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray sealed = file.read(kBytesMax);
    const auto plain = identity.sealing.open(base::view(sealed));
    if (!plain)
        return std::nullopt;
    wire::CborReader reader(plain->bytes());
    reader.array(2);
    JoinNote note;
    note.displayName = QString::fromUtf8(base::toByteArray(reader.bytes()));
    note.invitationCode = QString::fromUtf8(base::toByteArray(reader.bytes()));
    return reader.finished() ? std::optional<JoinNote>(note) : std::nullopt;
}

void JoinNote::remove(const QString &cityFolder)
{
    QFile::remove(pathIn(cityFolder));
}

bool JoinNote::exists(const QString &cityFolder)
{
    return QFile::exists(pathIn(cityFolder));
}

} // namespace spilno::session
