// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/Avatar.h"

#include "app/style/ColourRole.h"
#include "app/style/Typography.h"

#include <QPainter>

#include <numeric>

namespace spilno::widgets {

Avatar::Avatar(const QString &name, int side, QWidget *parent)
    : QWidget(parent)
    , m_side(side)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setName(name);
}

void Avatar::setName(const QString &name)
{
    m_name = name;
    setAccessibleName(name);
    update();
}

QSize Avatar::sizeHint() const
{
    const int side = style::Typography::scaled(m_side);
    return {side, side};
}

QString Avatar::initials(const QString &name)
{
    // What stands in quotation marks is the name proper: ГО «Зелена варта».
    const qsizetype quote = name.indexOf(QChar(u'«'));
    const QString proper = quote >= 0 ? name.mid(quote) : name;
    QString letters;
    bool start = true;
    for (const QChar symbol : proper) {
        if (symbol.isLetterOrNumber() && start && letters.size() < 2)
            letters.append(symbol.toUpper());
        start = symbol.isSpace() || symbol == QChar(u'«') || symbol == QChar(u'"');
    }
    return letters;
}

void Avatar::paint(QPainter &painter, const QRectF &box, const QString &name)
{
    const std::size_t number = std::accumulate(
        name.cbegin(), name.cend(), std::size_t(0),
        [](std::size_t sum, QChar symbol) { return sum * 31 + symbol.unicode(); });
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style::Colours::avatarGround(number));
    painter.drawEllipse(box);
    QFont font = style::Typography::font(style::TextRole::Strong);
    font.setPixelSize(qMax(8, qRound(box.height() * 0.37)));
    font.setWeight(QFont::Bold);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(box, Qt::AlignCenter, initials(name));
    painter.restore();
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, rect(), m_name);
}

} // namespace spilno::widgets
