// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>

namespace spilno::shell {

class RailButton;

/// An entry of the rail as a screen reader meets it: a tab that shows its page, not a tick box.
class RailAccessible : public QAccessibleWidget
{
public:
    explicit RailAccessible(RailButton *button);
    /// From now on every RailButton is told of so.
    static void install();

    QAccessible::State state() const override;
    QStringList actionNames() const override;
    void doAction(const QString &name) override;

private:
    RailButton &button() const;
};

} // namespace spilno::shell
