// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/Rail.h"

#include "app/shell/RailButton.h"
#include "app/style/Icons.h"
#include "app/style/Shapes.h"
#include "app/style/Spacing.h"
#include "app/widgets/Button.h"
#include "app/widgets/Label.h"

#include <QAction>
#include <QEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace spilno::shell {

using pages::RailGroup;
using style::ColourRole;
using style::TextRole;
namespace Typography = style::Typography;

namespace {

constexpr int FullWidth = 208;
constexpr int CompactWidth = 60;
constexpr int Side = 10;

/// The gold square with the handshake, and the name of the program.
class Brand : public QWidget
{
public:
    Brand() { setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); }

    void set(const QString &name, bool compact)
    {
        m_name = name;
        m_compact = compact;
        setAccessibleName(name);
        update();
    }

    QSize sizeHint() const override { return {40, qMax(40, Typography::scaled(40))}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const style::Colours &colours = style::Colours::of(palette());
        const int side = Typography::scaled(26);
        const QRectF box(
            m_compact ? (width() - side) / 2.0 : 8, (height() - side) / 2.0 + 1, side, side);
        style::paintBox(painter, box, style::Radius::Control - 1, colours(ColourRole::Gold));
        const double inset = side * 0.17;
        style::Icons::paint(
            painter, QStringLiteral("handshake"), box.adjusted(inset, inset, -inset, -inset),
            colours(ColourRole::OnGold));
        if (m_compact)
            return;
        QFont font = Typography::font(TextRole::CardTitle);
        font.setPointSizeF(font.pointSizeF() * 1.1);
        font.setWeight(QFont::Bold);
        painter.setFont(font);
        painter.setPen(colours(ColourRole::OnRail));
        const int x = int(box.right()) + Side;
        painter.drawText(
            QRect(x, 1, width() - x, height()), Qt::AlignLeft | Qt::AlignVCenter, m_name);
    }

private:
    QString m_name;
    bool m_compact = false;
};

} // namespace

Rail::Rail(QWidget *parent)
    : QWidget(parent)
    , m_brand(new Brand)
    , m_create(new widgets::Button({}, style::ButtonKind::Create))
    , m_profile(new ProfileBlock)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(Side, Side, Side, Side);
    outer->setSpacing(0);
    outer->addWidget(m_brand);
    outer->addSpacing(Side);
    auto *createRow = new QHBoxLayout;
    createRow->setContentsMargins(2, 0, 2, 0);
    m_create->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    createRow->addWidget(m_create);
    outer->addLayout(createRow);
    outer->addSpacing(Side);
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (const RailGroup group :
         {RailGroup::Mine, RailGroup::City, RailGroup::Together, RailGroup::Workplace})
        addGroup(group, *column);
    column->addStretch(1);
    area->setWidget(inside);
    outer->addWidget(area, 1);
    outer->addSpacing(Side * 2);
    outer->addWidget(m_profile);
    applyPalette();
    refresh();
}

void Rail::addGroup(RailGroup group, QVBoxLayout &column)
{
    auto *caption = new widgets::Label({}, TextRole::Caption, ColourRole::RailText);
    caption->setContentsMargins(Side, Side + 1, 0, Side + 1);
    caption->hide();
    auto *items = new QVBoxLayout;
    items->setSpacing(2);
    column.addWidget(caption);
    column.addLayout(items);
    m_groups.append({group, caption, items});
}

void Rail::addAction(QAction *action, RailGroup group)
{
    for (Group &each : m_groups) {
        if (each.group != group)
            continue;
        auto *button = new RailButton(action, each.caption->parentWidget());
        button->setCompact(m_compact);
        each.items->addWidget(button);
        m_buttons.insert(action, button);
        connect(action, &QAction::changed, this, &Rail::showCaptions);
    }
    showCaptions();
}

void Rail::setCount(QAction *action, int count)
{
    if (RailButton *button = m_buttons.value(action))
        button->setCount(count);
}

void Rail::setCreateAction(QAction *action)
{
    m_createAction = action;
    connect(m_create, &widgets::Button::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, &Rail::refresh);
    refresh();
}

void Rail::setProfileMenu(QMenu *menu)
{
    m_profile->setMenu(menu);
}

void Rail::setProfile(const QString &name, const QString &role)
{
    m_profile->setProfile(name, role);
}

void Rail::setCompact(bool compact)
{
    m_compact = compact;
    for (RailButton *button : std::as_const(m_buttons))
        button->setCompact(compact);
    m_profile->setCompact(compact);
    showCaptions();
    refresh();
}

void Rail::refresh()
{
    const int width = m_compact ? CompactWidth : FullWidth;
    setFixedWidth(
        m_compact ? qMax(width, Typography::scaled(44) + 2 * Side) : Typography::scaled(width));
    static_cast<Brand *>(m_brand)->set(tr("Spilno"), m_compact);
    for (const Group &group : std::as_const(m_groups)) {
        switch (group.group) {
        case RailGroup::Mine:
            group.caption->setText(tr("MINE"));
            break;
        case RailGroup::City:
            group.caption->setText(tr("CITY"));
            break;
        case RailGroup::Together:
            group.caption->setText(tr("TOGETHER"));
            break;
        default:
            group.caption->setText(tr("WORKPLACE"));
        }
    }
    if (!m_createAction)
        return;
    m_create->setIcon(m_createAction->icon());
    m_create->setText(m_compact ? QString() : m_createAction->text());
    m_create->setKeyHint(
        m_compact ? QString()
                  : m_createAction->property(style::ButtonLook::KeyProperty).toString());
    m_create->setIconOnlyName(m_createAction->toolTip());
    m_create->setFixedHeight(Typography::scaled(36));
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const style::Colours &colours = style::Colours::of(palette());
    painter.fillRect(rect(), colours(ColourRole::Rail));
    const int y = m_profile->y() - Side;
    painter.fillRect(QRect(Side, y, width() - 2 * Side, 1), colours(ColourRole::RailSelected));
}

void Rail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        refresh();
    else if (event->type() == QEvent::PaletteChange)
        applyPalette();
}

void Rail::showCaptions()
{
    for (const Group &group : std::as_const(m_groups)) {
        bool any = false;
        for (int i = 0; i < group.items->count(); ++i)
            any = any || !group.items->itemAt(i)->widget()->isHidden();
        group.caption->setVisible(any && !m_compact);
        group.items->setContentsMargins(0, any && m_compact ? Side : 0, 0, 0);
    }
}

void Rail::applyPalette()
{
    const QPalette rail = style::Colours::of(palette()).railPalette();
    if (palette().color(QPalette::Window) != rail.color(QPalette::Window))
        setPalette(rail);
}

} // namespace spilno::shell
