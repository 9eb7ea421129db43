// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/QrPicture.h"

#ifdef SPILNO_QRENCODE
#include <qrencode.h>

#include <memory>
#endif

namespace spilno::pages {

QImage qrPicture(const QString &text)
{
#ifdef SPILNO_QRENCODE
    constexpr int Quiet = 4;
    const QByteArray bytes = text.toUtf8();
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(
            static_cast<int>(bytes.size()),
            reinterpret_cast<const unsigned char *>(bytes.constData()), 0, QR_ECLEVEL_M),
        &QRcode_free);
    if (!code)
        return {};
    const int side = code->width;
    QImage image(side + 2 * Quiet, side + 2 * Quiet, QImage::Format_RGB32);
    image.fill(Qt::white);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            if (code->data[y * side + x] & 1)
                image.setPixelColor(x + Quiet, y + Quiet, Qt::black);
        }
    }
    return image;
#else
    Q_UNUSED(text)
    return {};
#endif
}

} // namespace spilno::pages
