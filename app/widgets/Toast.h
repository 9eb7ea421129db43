// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

#include <functional>

namespace spilno::widgets {

class Button;
class Label;

/// A short note over the bottom of its parent: for undo and for finished background work only.
/// Stays 10 s, longer while the pointer or the focus is on it.
class Toast : public QFrame
{
    Q_OBJECT

public:
    static constexpr int ShownMs = 10'000;

    explicit Toast(QWidget *parent);

    /// `action` is the text of the button ("Undo"); empty shows none. `undo` runs on the button,
    /// `done` when the note goes away without it. A second call replaces the first, whose `done`
    /// runs then.
    void showText(
        const QString &text,
        const QString &action = {},
        std::function<void()> undo = {},
        std::function<void()> done = {});

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    void expire();
    void runOnce(std::function<void()> &chosen);

    Label *m_text;
    Button *m_action;
    Button *m_close;
    QTimer m_timer;
    std::function<void()> m_undo;
    std::function<void()> m_done;
};

} // namespace spilno::widgets
