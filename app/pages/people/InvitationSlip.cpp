// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/people/InvitationSlip.h"

#include "app/widgets/QrPicture.h"

#include <QCoreApplication>
#include <QPainter>

namespace spilno::pages {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("spilno::pages::InvitationSlip", text);
}

/// Writes lines from the top down.
class Pen
{
public:
    Pen(QPainter &painter, const QRectF &page)
        : m_painter(painter)
        , m_page(page)
    {
    }

    void write(const QString &text, double points, QFont::Weight weight = QFont::Normal)
    {
        if (text.isEmpty())
            return;
        QFont font = m_painter.font();
        font.setPointSizeF(points);
        font.setWeight(weight);
        m_painter.setFont(font);
        const QRectF room(
            m_page.left(), m_page.top() + m_used, m_page.width(), m_page.height() - m_used);
        QRectF drawn;
        m_painter.drawText(room, Qt::TextWordWrap | Qt::TextWrapAnywhere, text, &drawn);
        m_used += drawn.height() + points / 3;
    }
    void leave(double points) { m_used += points; }
    [[nodiscard]] double used() const { return m_used; }

private:
    QPainter &m_painter;
    QRectF m_page;
    double m_used = 0;
};

} // namespace

widgets::PaintSheet InvitationSlip::sheet() const
{
    return [slip = *this](QPainter &painter, const QRectF &page) {
        constexpr double squareSide = 190;
        // Font sizes are points, and so is the page.
        painter.setPen(Qt::black);
        Pen pen(painter, page);
        pen.write(words(QT_TRANSLATE_NOOP("spilno::pages::InvitationSlip", "Invitation")), 12);
        pen.write(slip.city, 24, QFont::Bold);
        pen.write(slip.name, 16, QFont::DemiBold);
        pen.write(slip.role, 13);
        if (!slip.until.isEmpty())
            pen.write(
                words(QT_TRANSLATE_NOOP("spilno::pages::InvitationSlip", "Valid until %1"))
                    .arg(slip.until),
                11);
        pen.leave(12);
        const QRectF square(page.left(), page.top() + pen.used(), squareSide, squareSide);
        if (widgets::QrPicture::paint(painter, square, slip.link))
            pen.leave(squareSide + 10);
        pen.write(
            words(QT_TRANSLATE_NOOP(
                "spilno::pages::InvitationSlip",
                "1. Install Spilno and open it.\n2. Choose «I have an invitation».\n3. Read the QR "
                "code with a phone and send yourself its text, or type this link:")),
            11);
        pen.write(slip.link, 10, QFont::DemiBold);
        pen.leave(6);
        pen.write(
            words(QT_TRANSLATE_NOOP(
                "spilno::pages::InvitationSlip",
                "Whoever holds this slip can join in your place: keep it to yourself, and tear it "
                "up afterwards.")),
            10);
    };
}

} // namespace spilno::pages
