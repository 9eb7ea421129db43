// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

#include <functional>

namespace spilno::widgets {

/// What a list shows when it has nothing to show: icon, one line, why, and what to do now.
struct EmptyText
{
    QString icon; ///< lucide name
    QString title;
    QString explanation;
    QString action; ///< text of the button; empty shows none
};

/// The four designed states of a list: loading, empty, error, content. Owned by the page; the
/// content widget becomes its child.
class StateStack : public QStackedWidget
{
    Q_OBJECT

public:
    enum class State { Loading, Empty, Error, Content };
    /// What stands behind the states other than content: a card of their own, or nothing where the
    /// stack fills a card or a window.
    enum class Ground { Card, None };

    explicit StateStack(QWidget *content, Ground ground = Ground::Card, QWidget *parent = nullptr);

    void showLoading();
    void showEmpty(const EmptyText &text);
    /// `sentence` is for people; the button emits retried().
    void showError(const QString &sentence);
    void showContent();
    State state() const { return m_state; }

Q_SIGNALS:
    /// The empty state's button.
    void acted();
    void retried();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showPanel(State state, const EmptyText &text);

    class Panel;
    Ground m_ground;
    QWidget *m_content;
    Panel *m_panel;
    State m_state = State::Content;
    QString m_error;
};

} // namespace spilno::widgets
