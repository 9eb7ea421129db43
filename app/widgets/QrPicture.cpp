// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/QrPicture.h"

#include <QPainter>

namespace spilno::widgets {

namespace {

constexpr int kSide = 200; ///< Not scaled with the text: it is for a camera.

void paintModules(QPainter &painter, const QRectF &square, const base::QrCode &code)
{
    const int modules = code.size() + 2 * base::QrCode::kBorder;
    const double side = square.width() / modules;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    painter.fillRect(square, Qt::white);
    for (int row = 0; row < code.size(); ++row) {
        for (int column = 0; column < code.size(); ++column) {
            if (!code.isDark(column, row))
                continue;
            // A touch larger, so that no light line shows between two dark modules.
            painter.fillRect(
                QRectF(
                    square.left() + (column + base::QrCode::kBorder) * side,
                    square.top() + (row + base::QrCode::kBorder) * side, side * 1.02, side * 1.02),
                Qt::black);
        }
    }
    painter.restore();
}

} // namespace

QrPicture::QrPicture(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void QrPicture::setText(const QString &text, const QString &what)
{
    auto code = base::QrCode::encode(text);
    m_code = code ? std::optional<base::QrCode>(std::move(*code)) : std::nullopt;
    setVisible(m_code.has_value());
    setAccessibleName(what);
    update();
}

bool QrPicture::paint(QPainter &painter, const QRectF &square, const QString &text)
{
    const auto code = base::QrCode::encode(text);
    if (code)
        paintModules(painter, square, *code);
    return code.has_value();
}

QSize QrPicture::sizeHint() const
{
    return {kSide, kSide};
}

void QrPicture::paintEvent(QPaintEvent *)
{
    if (!m_code)
        return;
    QPainter painter(this);
    // Whole pixels a module keep the edges sharp.
    const int modules = m_code->size() + 2 * base::QrCode::kBorder;
    const int side = qMax(1, kSide / modules) * modules;
    const QRectF square((width() - side) / 2.0, (height() - side) / 2.0, side, side);
    painter.fillRect(rect(), Qt::white);
    paintModules(painter, square, *m_code);
}

} // namespace spilno::widgets
