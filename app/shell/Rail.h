// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/Page.h"

#include <QHash>
#include <QList>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QHBoxLayout;
class QMenu;
class QVBoxLayout;
QT_END_NAMESPACE

namespace spilno::widgets {
class Button;
class Label;
} // namespace spilno::widgets

namespace spilno::shell {

class ProfileBlock;
class RailButton;

/// The navigation at the left: brand, Create, the pages in their groups, the person at the
/// bottom. Shows QActions and knows nothing of pages. Without room it is icons with tooltips.
class Rail : public QWidget
{
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);

    /// The button follows the action's text, icon, checked and visible state.
    void addAction(QAction *action, pages::RailGroup group);
    using QWidget::addAction;
    void setCount(QAction *action, int count);
    void setCreateAction(QAction *action);
    /// The menu behind the person at the bottom; not owned.
    void setProfileMenu(QMenu *menu);
    void setProfile(const QString &name, const QString &role);
    void setCompact(bool compact);
    bool isCompact() const { return m_compact; }
    /// Captions in the present language, widths at the present text size.
    void refresh();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Group
    {
        pages::RailGroup group;
        widgets::Label *caption;
        QVBoxLayout *items;
    };

    void addGroup(pages::RailGroup group, QVBoxLayout &column);
    void showCaptions();
    void applyPalette();

    QWidget *m_brand;
    widgets::Button *m_create;
    QAction *m_createAction = nullptr;
    QList<Group> m_groups;
    QHash<QAction *, RailButton *> m_buttons;
    ProfileBlock *m_profile;
    bool m_compact = false;
};

} // namespace spilno::shell
