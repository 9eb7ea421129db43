// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/ActionRegistry.h"
#include "app/pages/Page.h"
#include "app/shell/History.h"

#include <QHash>
#include <QMainWindow>
#include <QMenu>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace spilno::settings {
class Settings;
}
namespace spilno::widgets {
class SyncStatusItem;
class Toast;
} // namespace spilno::widgets

namespace spilno::shell {

class CommandPalette;
class IdleWatch;
class LetterShortcuts;
class LockScreen;
class Rail;
class TopBar;

/// The frame: rail, top bar, one page at a time, palette, toast, lock. It takes pages as
/// PageEntry and knows none of them. Owned by main.cpp; the registry and the settings outlive it.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(
        pages::ActionRegistry &actions, settings::Settings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Registers "go.<id>" and puts it on the rail. The first page added is shown first.
    QAction *addPage(pages::PageEntry entry);
    /// Throws the page objects away, as when another city comes up; the present page, or the first
    /// one the person has, is made anew and shown.
    void dropPages();
    /// Covers the whole window with `cover` instead of rail and pages, or uncovers it (nullptr).
    /// Not owned before the call, the window's afterwards; a cover of before is deleted.
    void setCover(QWidget *cover);
    bool isCovered() const;
    /// Asks every entry's when() again, as after a change of roles.
    void refreshPages();
    /// Shows a page by id at a place it understands; false for an unknown id.
    bool showPage(const QString &id, const QVariant &place = {});
    QString currentPage() const { return m_current; }
    /// Ids in the order they were added.
    QStringList pageIds() const;
    /// The page object, created if it was not yet; nullptr for an unknown id.
    pages::Page *page(const QString &id);
    void setCount(const QString &id, int count);

    void goBack();
    void goForward();
    const History &history() const { return m_history; }
    /// Ctrl+F: the page's own search, or the palette where it has none.
    void find();
    /// The choices of ActionGroup::Create; a single one runs at once.
    void showCreateMenu();

    void setProfile(const QString &name, const QString &role);
    /// A short warning that stands in the top bar, with `explanation` on hover; empty: none.
    void setNotice(const QString &text, const QString &explanation = {});
    /// Undo and finished background work only. `undo` runs on the button, `done` otherwise.
    void showToast(
        const QString &text,
        const QString &action = {},
        std::function<void()> undo = {},
        std::function<void()> done = {});
    /// Takes effect only when canLock(): a profile without a passphrase can not be locked.
    void lock();
    void unlock();
    bool isLocked() const;
    bool canLock() const { return m_canLock; }
    void setCanLock(bool canLock);

    LockScreen &lockScreen() { return *m_lockScreen; }
    CommandPalette &commandPalette() { return *m_palette; }
    widgets::SyncStatusItem &syncStatus();

Q_SIGNALS:
    void locked();
    void pageShown(const QString &id);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    struct Known
    {
        pages::PageEntry entry;
        QAction *action = nullptr;
        pages::Page *page = nullptr;
    };

    void layOut();
    void addActions();
    void connectPage(const QString &id, pages::Page *page);
    void focusPage(pages::Page &page);
    void openPage(const QString &id, const QVariant &place);
    History::Step here() const;
    void updateBreakpoint();
    void nameWindow();
    void retranslate();

    pages::ActionRegistry &m_actions;
    settings::Settings &m_settings;
    pages::KeyboardLayout *m_layout;
    LetterShortcuts *m_letters;
    IdleWatch *m_idle;
    QStackedWidget *m_covers;
    QWidget *m_frame;
    Rail *m_rail;
    TopBar *m_top;
    QStackedWidget *m_stack;
    LockScreen *m_lockScreen;
    QWidget *m_cover = nullptr;
    CommandPalette *m_palette;
    widgets::Toast *m_toast;
    QMenu m_menu;
    QMenu m_createMenu;
    QHash<QString, Known> m_pages;
    QStringList m_order;
    QString m_current;
    History m_history;
    bool m_canLock = false;
};

} // namespace spilno::shell
