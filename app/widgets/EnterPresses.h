// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QAbstractButton;
QT_END_NAMESPACE

namespace spilno::widgets {

/// Lets Enter press a button that has the focus, as Space does: Qt leaves Enter to dialogs, and to
/// a person it is a key that does nothing. Owned by the button; GUI thread.
class EnterPresses : public QObject
{
    Q_OBJECT

public:
    explicit EnterPresses(QAbstractButton *button);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QAbstractButton *m_button;
};

} // namespace spilno::widgets
