// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/RailButton.h"

#include "app/shell/RailAccessible.h"
#include "app/style/ColourRole.h"
#include "app/style/Icons.h"
#include "app/style/Shapes.h"
#include "app/style/Spacing.h"
#include "app/style/Typography.h"
#include "app/widgets/Avatar.h"
#include "app/widgets/EnterPresses.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>

namespace spilno::shell {

using style::ColourRole;
using style::TextRole;
using style::Spacing::S;
namespace Typography = style::Typography;

namespace {

constexpr int IconLeft = 9;
constexpr int TextGap = 11;
constexpr int AvatarSide = 34;
constexpr int AvatarGap = 14; ///< Between the avatar and the words, with the end of the line.

QFont countFont()
{
    QFont font = Typography::font(TextRole::Caption);
    font.setWeight(QFont::Bold);
    return font;
}

} // namespace

RailButton::RailButton(QAction *action, QWidget *parent)
    : QAbstractButton(parent)
    , m_action(action)
{
    RailAccessible::install();
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(action, &QAction::changed, this, &RailButton::readAction);
    // A click checks it; the page that is then shown checks its action.
    connect(this, &QAbstractButton::toggled, this, [this](bool checked) {
        if (checked == m_action->isChecked())
            return;
        setChecked(m_action->isChecked());
        m_action->trigger();
    });
    readAction();
}

void RailButton::setCount(int count)
{
    m_count = count;
    nameIt();
    update();
}

void RailButton::setCompact(bool compact)
{
    m_compact = compact;
    nameIt();
    updateGeometry();
    update();
}

QSize RailButton::sizeHint() const
{
    const int height = qMax(36, Typography::scaled(36));
    return {m_compact ? height + 4 : Typography::scaled(188), height};
}

QSize RailButton::minimumSizeHint() const
{
    return {36, sizeHint().height()};
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const style::Colours &colours = style::Colours::of(palette());
    const bool on = isChecked();
    if (on) {
        style::paintBox(painter, rect(), style::Radius::Control, colours(ColourRole::RailSelected));
        painter.fillRect(QRectF(0, 9, 3, height() - 18), colours(ColourRole::Gold));
    } else if (underMouse() || isDown()) {
        QColor hover = colours(ColourRole::RailSelected);
        hover.setAlphaF(0.55F);
        style::paintBox(painter, rect(), style::Radius::Control, hover);
    }
    if (hasFocus())
        style::paintFocusRing(painter, rect(), style::Radius::Control, colours(ColourRole::OnRail));
    const QColor ink = colours(on ? ColourRole::OnRail : ColourRole::RailText);
    const int side = Typography::scaled(style::Size::Icon);
    const double left = m_compact ? (width() - side) / 2.0 : IconLeft;
    style::Icons::paint(painter, icon(), QRectF(left, (height() - side) / 2.0, side, side), ink);
    if (m_count > 0)
        paintCount(painter);
    if (m_compact)
        return;
    painter.setFont(Typography::font(on ? TextRole::Strong : TextRole::Body));
    painter.setPen(ink);
    const int textLeft = IconLeft + side + TextGap;
    int room = width() - textLeft - S;
    if (m_count > 0)
        room -= QFontMetrics(countFont()).horizontalAdvance(QString::number(m_count)) + 16;
    painter.drawText(
        QRect(textLeft, 0, room, height()), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
        painter.fontMetrics().elidedText(text(), Qt::ElideRight, room));
}

void RailButton::paintCount(QPainter &painter)
{
    const style::Colours &colours = style::Colours::of(palette());
    const QColor gold = colours(ColourRole::Gold);
    if (m_compact) {
        QRectF mark(0, 0, 9, 9);
        mark.moveCenter(
            {width() / 2.0 + Typography::scaled(9), height() / 2.0 - Typography::scaled(9)});
        style::paintBox(painter, mark, 5, gold);
        return;
    }
    const QFont font = countFont();
    const QFontMetrics metrics(font);
    const QString text = m_count > 999 ? QStringLiteral("999+") : QString::number(m_count);
    const int width = qMax(metrics.horizontalAdvance(text) + 13, metrics.height() + 5);
    const QRectF pill(
        this->width() - width - S, (height() - metrics.height() - 2) / 2.0, width,
        metrics.height() + 2);
    style::paintBox(painter, pill, pill.height() / 2, gold);
    painter.setFont(font);
    painter.setPen(colours(ColourRole::OnGold));
    painter.drawText(pill, Qt::AlignCenter, text);
}

void RailButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)
        focusNextPrevChild(event->key() == Qt::Key_Down);
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void RailButton::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void RailButton::readAction()
{
    setText(m_action->text());
    setIcon(m_action->icon());
    setChecked(m_action->isChecked());
    setVisible(m_action->isVisible());
    nameIt();
    update();
}

void RailButton::nameIt()
{
    const QString name =
        m_count > 0 ? QStringLiteral("%1, %2").arg(m_action->text(), QLocale().toString(m_count))
                    : m_action->text();
    setAccessibleName(name);
    const bool cut = QFontMetrics(Typography::font(TextRole::Strong)).horizontalAdvance(text()) >
                     Typography::scaled(130);
    setToolTip(m_compact || cut ? name : QString());
}

ProfileBlock::ProfileBlock(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    new widgets::EnterPresses(this);
    connect(this, &QAbstractButton::clicked, this, [this] {
        if (m_menu)
            m_menu->popup(mapToGlobal(QPoint(0, -m_menu->sizeHint().height() - 4)));
    });
    nameIt();
}

void ProfileBlock::setProfile(const QString &name, const QString &role)
{
    setText(name);
    m_role = role;
    nameIt();
    updateGeometry();
    update();
}

void ProfileBlock::setCompact(bool compact)
{
    m_compact = compact;
    nameIt();
    updateGeometry();
    update();
}

int ProfileBlock::roleLines(int room) const
{
    const int line = QFontMetrics(Typography::font(TextRole::Secondary)).horizontalAdvance(m_role);
    return m_role.isEmpty() ? 0 : (line > room ? 2 : 1);
}

QSize ProfileBlock::sizeHint() const
{
    const int avatar = Typography::scaled(AvatarSide);
    if (m_compact)
        return {Typography::scaled(48), avatar + 2 * S + 4};
    const int width = Typography::scaled(188);
    const int words = QFontMetrics(Typography::font(TextRole::Strong)).height() +
                      roleLines(width - avatar - S - AvatarGap) *
                          QFontMetrics(Typography::font(TextRole::Secondary)).lineSpacing();
    return {width, qMax(avatar, words + 2) + 2 * S + 4};
}

QSize ProfileBlock::minimumSizeHint() const
{
    return {40, sizeHint().height()};
}

void ProfileBlock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const style::Colours &colours = style::Colours::of(palette());
    if (underMouse())
        style::paintBox(painter, rect(), style::Radius::Control, colours(ColourRole::RailSelected));
    if (hasFocus())
        style::paintFocusRing(painter, rect(), style::Radius::Control, colours(ColourRole::OnRail));
    const int side = Typography::scaled(AvatarSide);
    const double left = m_compact ? (width() - side) / 2.0 : S;
    const QRectF box(left, (height() - side) / 2.0, side, side);
    if (text().isEmpty())
        style::Icons::paint(
            painter, QStringLiteral("menu"), box.adjusted(8, 8, -8, -8),
            colours(ColourRole::RailText));
    else
        widgets::Avatar::paint(painter, box, text());
    if (m_compact)
        return;
    const QFont strong = Typography::font(TextRole::Strong);
    const QFont quiet = Typography::font(TextRole::Secondary);
    const int x = int(box.right()) + AvatarGap - 4;
    const int room = width() - x - 4;
    const int first = QFontMetrics(strong).height();
    const int lines = roleLines(room);
    const int second = lines * QFontMetrics(quiet).lineSpacing() + 1;
    const int top = (height() - first - second) / 2;
    painter.setFont(strong);
    painter.setPen(colours(ColourRole::OnRail));
    painter.drawText(
        QRect(x, top, room, first), Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(strong).elidedText(text(), Qt::ElideRight, room));
    painter.setFont(quiet);
    painter.setPen(colours(ColourRole::RailText));
    if (lines < 2)
        painter.drawText(
            QRect(x, top + first, room, second), Qt::AlignLeft | Qt::AlignVCenter, m_role);
    else
        painter.drawText(
            QRect(x, top + first, room, second), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
            m_role);
}

void ProfileBlock::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        nameIt();
    else if (event->type() == QEvent::FontChange)
        updateGeometry();
}

void ProfileBlock::nameIt()
{
    const QString who = m_role.isEmpty() ? text() : QStringLiteral("%1, %2").arg(text(), m_role);
    setAccessibleName(text().isEmpty() ? tr("Menu") : tr("Menu of %1").arg(who));
    setToolTip(accessibleName());
}

} // namespace spilno::shell
