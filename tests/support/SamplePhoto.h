// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

namespace spilno::test {

/// A JPEG as far as its frame goes, with a note of the camera in it.
inline QByteArray photoWithNote()
{
    QByteArray jpeg("\xff\xd8", 2);
    const QByteArray note = QByteArray("Exif\0\0", 6) + "home of the reporter";
    jpeg += QByteArray("\xff\xe1\x00", 3) + static_cast<char>(note.size() + 2) + note;
    jpeg += QByteArray("\xff\xdb\x00\x04\x01\x02", 6);
    jpeg += QByteArray("\xff\xda\x00\x02", 4);
    for (int i = 0; i < 600'000; ++i)
        jpeg += static_cast<char>(i * 7);
    return jpeg + QByteArray("\xff\xd9", 2);
}

} // namespace spilno::test
