// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QtCore/QJsonObject>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace spilno::support {

/// One scenario of docs/protocol/vectors.
struct ProtocolVector
{
    QJsonObject fields;

    /// Malformed where the file is no JSON object.
    [[nodiscard]] static base::Result<ProtocolVector> read(const QString &path);

    [[nodiscard]] QByteArray bytes(const char *name) const;
    /// "bytes" with the zeros that "padding" says.
    [[nodiscard]] QByteArray input() const;
    [[nodiscard]] QString text(const char *name) const;
};

/// docs/protocol/vectors/<folder>.
[[nodiscard]] QString vectorFolder(const QString &folder);
/// The paths of the scenarios of a folder, by name.
[[nodiscard]] QStringList vectorFiles(const QString &folder);

/// What this implementation reads from a vector of that folder, or why it refuses.
[[nodiscard]] base::Result<QJsonObject> judge(const QString &folder, const ProtocolVector &vector);

} // namespace spilno::support
