// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

QT_BEGIN_NAMESPACE
class QDialogButtonBox;
class QVBoxLayout;
QT_END_NAMESPACE

namespace spilno::widgets {

class Label;

/// Base of every dialog: title, body that scrolls, buttons that always stay in sight. Never
/// higher than 520 pixels nor than its screen. Open it with open(), never exec().
class ScrollDialog : public QDialog
{
    Q_OBJECT

public:
    static constexpr int GreatestHeight = 520;

    explicit ScrollDialog(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    QVBoxLayout *body() const { return m_body; }
    /// Buttons at the bottom; its accepted and rejected signals are connected.
    QDialogButtonBox *buttons() const { return m_buttons; }

    QSize sizeHint() const override;

protected:
    /// Enter in a field, and Ctrl and Enter anywhere, press the primary button.
    void keyPressEvent(QKeyEvent *event) override;

private:
    Label *m_title;
    QVBoxLayout *m_body;
    QDialogButtonBox *m_buttons;
};

} // namespace spilno::widgets
