// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

namespace spilno::pages {

/// A QR code with its quiet zone, one pixel a module, black on white; null where the program is
/// built without the library or the text is too long.
[[nodiscard]] QImage qrPicture(const QString &text);

} // namespace spilno::pages
