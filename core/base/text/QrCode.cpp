// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text/QrCode.h"

#include <QtCore/QStringList>

#ifdef SPILNO_QRENCODE
#include <qrencode.h>
#endif

#include <memory>

namespace spilno::base {

Result<QrCode> QrCode::encode(const QString &text)
{
#ifdef SPILNO_QRENCODE
    const QByteArray bytes = text.toUtf8();
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> made(
        QRcode_encodeData(
            static_cast<int>(bytes.size()),
            reinterpret_cast<const unsigned char *>(bytes.constData()), 0, QR_ECLEVEL_M),
        &QRcode_free);
    if (!made)
        return failure(ErrorCode::LimitExceeded, QStringLiteral("too long for a QR code"));
    QrCode code;
    code.m_size = made->width;
    code.m_modules.assign(
        made->data, made->data + static_cast<std::size_t>(made->width * made->width));
    for (std::uint8_t &module : code.m_modules)
        module &= 1;
    return code;
#else
    static_cast<void>(text);
    return failure(ErrorCode::NotFound, QStringLiteral("built without libqrencode"));
#endif
}

bool QrCode::isDark(int column, int row) const
{
    const bool inside = column >= 0 && row >= 0 && column < m_size && row < m_size;
    return inside && m_modules[static_cast<std::size_t>(row * m_size + column)] != 0;
}

QString QrCode::toTerminal() const
{
    constexpr int border = 2; // half of it is enough on a screen
    static constexpr char16_t kHalves[] = {u' ', u'▄', u'▀', u'█'};
    QStringList lines;
    for (int row = -border; row < m_size + border; row += 2) {
        QString line;
        for (int column = -border; column < m_size + border; ++column) {
            const int upper = isDark(column, row) ? 0 : 2;
            const int lower = isDark(column, row + 1) ? 0 : 1;
            line += QChar(kHalves[upper + lower]);
        }
        lines.append(line);
    }
    return lines.join(u'\n');
}

} // namespace spilno::base
