// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

QT_BEGIN_NAMESPACE
class QAction;
class QMenu;
QT_END_NAMESPACE

namespace spilno::shell {

/// One entry of the rail: icon, words and count, or the icon alone with a mark for the count.
class RailButton : public QAbstractButton
{
    Q_OBJECT

public:
    RailButton(QAction *action, QWidget *parent);

    void setCount(int count);
    void setCompact(bool compact);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void readAction();
    void nameIt();
    void paintCount(QPainter &painter);

    QAction *m_action;
    int m_count = 0;
    bool m_compact = false;
};

/// The person at the bottom of the rail; opens the window's menu.
class ProfileBlock : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ProfileBlock(QWidget *parent = nullptr);

    void setProfile(const QString &name, const QString &role);
    void setMenu(QMenu *menu) { m_menu = menu; }
    void setCompact(bool compact);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void nameIt();
    /// Two where the role and its body do not fit into one.
    int roleLines(int room) const;

    QString m_role;
    QMenu *m_menu = nullptr;
    bool m_compact = false;
};

} // namespace spilno::shell
