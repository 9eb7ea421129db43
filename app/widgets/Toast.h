// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

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

    /// `action` is the text of the button ("Undo"); empty shows none. A second call replaces the
    /// first, whose expired() is then emitted.
    void showText(const QString &text, const QString &action = {});

Q_SIGNALS:
    void acted();
    /// The note went away without its button being used: what it offered to undo may proceed.
    void expired();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();
    void expire();

    Label *m_text;
    Button *m_action;
    Button *m_close;
    QTimer m_timer;
};

} // namespace spilno::widgets
