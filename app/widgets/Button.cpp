// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/Button.h"

#include "app/style/Icons.h"
#include "app/widgets/EnterPresses.h"

#include <QAction>
#include <QEvent>

namespace spilno::widgets {

Button::Button(const QString &text, style::ButtonKind kind, QWidget *parent)
    : QPushButton(text, parent)
{
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    setKind(kind);
    new EnterPresses(this);
}

Button *Button::iconOnly(const QString &icon, const QString &name, QWidget *parent)
{
    auto *button = new Button({}, style::ButtonKind::Quiet, parent);
    button->setIconName(icon);
    button->setIconOnlyName(name);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return button;
}

void Button::setKind(style::ButtonKind kind)
{
    setProperty(style::ButtonLook::KindProperty, int(kind));
    style::Typography::follow(
        this, kind == style::ButtonKind::Quiet ? style::TextRole::Body : style::TextRole::Strong);
    update();
}

style::ButtonKind Button::kind() const
{
    return static_cast<style::ButtonKind>(property(style::ButtonLook::KindProperty).toInt());
}

void Button::setIconName(const QString &icon)
{
    setIcon(icon.isEmpty() ? QIcon() : style::Icons::icon(icon));
}

void Button::setKeyHint(const QString &key)
{
    setProperty(style::ButtonLook::KeyProperty, key);
    // The button remembers its size without the key until something it knows has changed.
    QEvent changed(QEvent::FontChange);
    QPushButton::changeEvent(&changed);
    updateGeometry();
    update();
}

QString Button::keyHint() const
{
    return property(style::ButtonLook::KeyProperty).toString();
}

void Button::setIconOnlyName(const QString &name)
{
    setAccessibleName(name);
    setToolTip(name);
}

void Button::setAction(QAction *action)
{
    connect(this, &Button::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, [this, action] { readAction(action); });
    readAction(action);
}

void Button::readAction(QAction *action)
{
    setText(action->text());
    setIcon(action->icon());
    setEnabled(action->isEnabled());
    setKeyHint(action->property(style::ButtonLook::KeyProperty).toString());
}

} // namespace spilno::widgets
