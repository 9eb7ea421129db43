// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QLineEdit;
QT_END_NAMESPACE

namespace spilno::widgets {
class Avatar;
class Button;
class Card;
class FormRow;
class Label;
} // namespace spilno::widgets

namespace spilno::shell {

/// Covers the whole window while it is locked. Knows nothing of vaults: who owns it checks the
/// passphrase and calls MainWindow::unlock() or refuse().
class LockScreen : public QWidget
{
    Q_OBJECT

public:
    explicit LockScreen(QWidget *parent = nullptr);

    void setProfile(const QString &name);
    /// Empties the field and puts the focus there.
    void arm();
    /// The sentence stands under the field; empty means a wrong passphrase.
    void refuse(const QString &sentence = {});
    /// While a passphrase is being checked the field is off.
    void setChecking(bool checking);

Q_SIGNALS:
    void unlockRequested(const QString &passphrase);

protected:
    void changeEvent(QEvent *event) override;

private:
    void submit();
    void retranslate();

    widgets::Avatar *m_avatar;
    widgets::Label *m_title;
    widgets::Label *m_name;
    QLineEdit *m_passphrase;
    widgets::FormRow *m_row;
    widgets::Button *m_unlock;
};

} // namespace spilno::shell
