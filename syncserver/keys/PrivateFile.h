// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

namespace spilno::server {

/// Writes the whole file or nothing, readable by its owner only (0600), synced to the disk.
/// ReadOnly, DiskFull or Io, naming the file.
[[nodiscard]] base::Result<> writePrivateFile(const QString &path, const QByteArray &bytes);

/// NotFound, LimitExceeded when it is larger than `maxBytes`, Io; naming the file.
[[nodiscard]] base::Result<QByteArray> readWholeFile(const QString &path, qint64 maxBytes);

} // namespace spilno::server
