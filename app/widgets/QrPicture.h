// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/text/QrCode.h"

#include <QWidget>

#include <optional>

namespace spilno::widgets {

/// A QR code, black on white in every theme, as scanners want it. Empty where the program has no
/// library for them or the text is too long: whoever shows it shows the text as well.
class QrPicture : public QWidget
{
    Q_OBJECT

public:
    explicit QrPicture(QWidget *parent = nullptr);

    /// what: what the code holds, for a screen reader.
    void setText(const QString &text, const QString &what);
    [[nodiscard]] bool isEmpty() const { return !m_code; }
    /// Paints the code of a text with its quiet border in a square, on paper too; false where there
    /// is none to paint.
    static bool paint(QPainter &painter, const QRectF &square, const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<base::QrCode> m_code;
};

} // namespace spilno::widgets
