// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/Badge.h"

#include <QFrame>

namespace spilno::widgets {

class Button;
class Label;

/// A problem or note that stands in the layout next to its cause until it is solved. Hidden until
/// show(); announces itself to screen readers. Not for confirming an ordinary save.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    /// `action` empty: no button. The button emits acted().
    void showMessage(Tone tone, const QString &text, const QString &action = {});
    void dismiss();

Q_SIGNALS:
    void acted();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    Tone m_tone = Tone::Informative;
    Label *m_text;
    Button *m_action;
    Button *m_close;
};

} // namespace spilno::widgets
