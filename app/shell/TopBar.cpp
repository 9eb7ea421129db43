// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/TopBar.h"

#include "app/style/ButtonLook.h"
#include "app/style/ColourRole.h"
#include "app/style/Icons.h"
#include "app/style/Shapes.h"
#include "app/style/Spacing.h"
#include "app/style/Typography.h"
#include "app/widgets/Badge.h"
#include "app/widgets/Button.h"
#include "app/widgets/EnterPresses.h"
#include "app/widgets/SyncStatusItem.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace spilno::shell {

using style::ColourRole;
using style::TextRole;
using style::Spacing::M;
using style::Spacing::S;
using style::Spacing::Xl;
namespace Typography = style::Typography;

/// Looks like a search field and opens the palette, where the typing happens.
class PaletteField : public QAbstractButton
{
public:
    PaletteField()
    {
        setFocusPolicy(Qt::StrongFocus);
        new widgets::EnterPresses(this);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::IBeamCursor);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    void follow(QAction *action)
    {
        m_action = action;
        connect(this, &QAbstractButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, this, [this] { read(); });
        read();
    }

    QSize sizeHint() const override
    {
        return {420, qMax(style::Size::Control, fontMetrics().height() + 2 * S)};
    }
    QSize minimumSizeHint() const override { return {44, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const style::Colours &colours = style::Colours::of(palette());
        const QColor edge = colours(underMouse() ? ColourRole::ControlLine : ColourRole::Line);
        style::paintBox(painter, rect(), style::Radius::Control, colours(ColourRole::Sunk), edge);
        if (hasFocus())
            style::paintFocusRing(
                painter, rect(), style::Radius::Control, colours(ColourRole::Accent));
        const QColor ink = colours(ColourRole::Muted);
        const int icon = Typography::scaled(16);
        const bool tiny = width() < 120;
        const double left = tiny ? (width() - icon) / 2.0 : 11;
        style::Icons::paint(
            painter, QStringLiteral("search"), QRectF(left, (height() - icon) / 2.0, icon, icon),
            ink);
        if (tiny)
            return;
        const QString key =
            m_action ? m_action->property(style::ButtonLook::KeyProperty).toString() : QString();
        painter.setFont(Typography::font(TextRole::Secondary));
        const int keyWidth = painter.fontMetrics().horizontalAdvance(key) + 2 * S - 1;
        const int keyHeight = painter.fontMetrics().height() + 4;
        const QRectF box(
            width() - keyWidth - S - 2, (height() - keyHeight) / 2.0, keyWidth, keyHeight);
        style::paintBox(painter, box, 5, colours(ColourRole::Raised), colours(ColourRole::Line));
        painter.setPen(ink);
        painter.drawText(box, Qt::AlignCenter, key);
        painter.setFont(font());
        const int textLeft = int(left) + icon + S;
        const QRect room(textLeft, 0, int(box.left()) - textLeft - S, height());
        painter.drawText(
            room, Qt::AlignLeft | Qt::AlignVCenter,
            fontMetrics().elidedText(text(), Qt::ElideRight, room.width()));
    }

    void changeEvent(QEvent *event) override
    {
        QAbstractButton::changeEvent(event);
        if (event->type() == QEvent::LanguageChange)
            read();
    }

private:
    void read()
    {
        setText(TopBar::tr("People, requests, pages, actions…"));
        if (m_action) {
            setAccessibleName(m_action->text());
            setToolTip(m_action->toolTip());
        }
    }

    QAction *m_action = nullptr;
};

TopBar::TopBar(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_field(new PaletteField)
    , m_notice(new widgets::Badge({}, widgets::Tone::Warning))
    , m_sync(new widgets::SyncStatusItem)
{
    m_row->setContentsMargins(M, S, M, S + 1);
    m_row->setSpacing(2);
    m_field->setMaximumWidth(Typography::scaled(420));
    m_row->addWidget(m_field, 4);
    m_row->addSpacing(M);
    m_row->addStretch(1);
    m_notice->hide();
    m_row->addWidget(m_notice, 0, Qt::AlignVCenter);
    m_row->addSpacing(S);
    m_row->addWidget(m_sync, 0);
    m_row->addSpacing(2);
}

void TopBar::setPaletteAction(QAction *action)
{
    m_field->follow(action);
}

void TopBar::setMoves(QAction *back, QAction *forward)
{
    m_row->insertWidget(0, iconButton(back));
    m_row->insertWidget(1, iconButton(forward));
    m_row->insertSpacing(2, S - 2);
}

void TopBar::addIconAction(QAction *action)
{
    m_row->addWidget(iconButton(action));
}

void TopBar::setNarrow(bool narrow)
{
    m_field->setMaximumWidth(Typography::scaled(narrow ? 340 : 420));
}

void TopBar::setNotice(const QString &text, const QString &explanation)
{
    m_notice->setText(text);
    m_notice->setToolTip(explanation);
    m_notice->setAccessibleDescription(explanation);
    m_notice->setVisible(!text.isEmpty());
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const style::Colours &colours = style::Colours::of(palette());
    painter.fillRect(rect(), colours(ColourRole::Raised));
    painter.fillRect(QRect(0, height() - 1, width(), 1), colours(ColourRole::Line));
}

widgets::Button *TopBar::iconButton(QAction *action)
{
    auto *button = widgets::Button::iconOnly({}, action->toolTip(), this);
    const auto read = [button, action] {
        button->setIcon(action->icon());
        button->setEnabled(action->isEnabled());
        button->setVisible(action->isVisible());
        button->setIconOnlyName(action->toolTip());
    };
    connect(action, &QAction::changed, button, read);
    connect(button, &widgets::Button::clicked, action, &QAction::trigger);
    read();
    return button;
}

} // namespace spilno::shell
