// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/style/ButtonLook.h"
#include "app/style/Typography.h"

#include <QPushButton>

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace spilno::widgets {

/// A push button that names its kind (primary, secondary, quiet, danger, create) and may show its
/// key at the right. AppStyle paints it.
class Button : public QPushButton
{
    Q_OBJECT

public:
    explicit Button(
        const QString &text,
        style::ButtonKind kind = style::ButtonKind::Secondary,
        QWidget *parent = nullptr);
    /// An icon alone; `name` becomes the accessible name and the tooltip.
    static Button *iconOnly(const QString &icon, const QString &name, QWidget *parent = nullptr);

    void setKind(style::ButtonKind kind);
    style::ButtonKind kind() const;
    /// Lucide name of the icon at the left.
    void setIconName(const QString &icon);
    /// Text of the key, such as "R" or "Ctrl N"; empty shows none.
    void setKeyHint(const QString &key);
    QString keyHint() const;
    /// Name of a button without text: accessible name and tooltip.
    void setIconOnlyName(const QString &name);
    /// Text, icon, key, enabled state and trigger of a registered action, kept in step with it.
    void setAction(QAction *action);

    QSize minimumSizeHint() const override { return sizeHint(); }

private:
    void readAction(QAction *action);
};

} // namespace spilno::widgets
