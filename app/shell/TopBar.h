// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QHBoxLayout;
QT_END_NAMESPACE

namespace spilno::widgets {
class Badge;
class Button;
class SyncStatusItem;
} // namespace spilno::widgets

namespace spilno::shell {

class PaletteField;

/// The strip over the page: back and forward, the field that opens the palette, how
/// synchronisation stands, notifications, help. Shows QActions; does nothing itself.
class TopBar : public QWidget
{
    Q_OBJECT

public:
    explicit TopBar(QWidget *parent = nullptr);

    void setPaletteAction(QAction *action);
    void setMoves(QAction *back, QAction *forward);
    /// Appends an icon button at the right that follows the action.
    void addIconAction(QAction *action);
    widgets::SyncStatusItem *syncStatus() const { return m_sync; }
    void setNarrow(bool narrow);
    /// A warning badge before the synchronisation item; empty hides it.
    void setNotice(const QString &text, const QString &explanation);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    widgets::Button *iconButton(QAction *action);

    QHBoxLayout *m_row;
    PaletteField *m_field;
    widgets::Badge *m_notice;
    widgets::SyncStatusItem *m_sync;
};

} // namespace spilno::shell
