// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/MainWindow.h"

#include "app/settings/Settings.h"
#include "app/shell/CommandPalette.h"
#include "app/shell/IdleWatch.h"
#include "app/shell/LetterShortcuts.h"
#include "app/shell/LockScreen.h"
#include "app/shell/Rail.h"
#include "app/shell/TopBar.h"
#include "app/shell/WindowActions.h"
#include "app/style/Typography.h"
#include "app/widgets/SyncStatusItem.h"
#include "app/widgets/Toast.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QAction>
#include <QHBoxLayout>
#include <QResizeEvent>
#include <QStackedWidget>

#include <utility>

namespace spilno::shell {

using pages::ActionGroup;
using pages::Page;

MainWindow::MainWindow(
    pages::ActionRegistry &actions, settings::Settings &settings, QWidget *parent)
    : QMainWindow(parent)
    , m_actions(actions)
    , m_settings(settings)
    , m_layout(new pages::KeyboardLayout(this))
    , m_letters(new LetterShortcuts(actions, this))
    , m_idle(new IdleWatch(this))
    , m_covers(new QStackedWidget)
    , m_frame(new QWidget)
    , m_rail(new Rail)
    , m_top(new TopBar)
    , m_stack(new QStackedWidget)
    , m_lockScreen(new LockScreen)
    , m_palette(new CommandPalette(actions, this))
    , m_toast(new widgets::Toast(m_stack))
{
    for (const QString &id : actions.ids())
        addAction(actions.action(id));
    connect(&actions, &pages::ActionRegistry::added, this, [this](QAction *action) {
        addAction(action);
    });
    connect(m_layout, &pages::KeyboardLayout::changed, this, [this] {
        m_actions.setLayout(m_layout->language());
    });
    m_actions.setLayout(m_layout->language());
    layOut();
    addActions();
    const auto readSettings = [this] {
        m_letters->setLettersOn(m_settings.letterShortcuts());
        m_idle->setMinutes(m_canLock ? m_settings.idleLockMinutes() : 0);
    };
    connect(&settings, &settings::Settings::letterShortcutsChanged, this, readSettings);
    connect(&settings, &settings::Settings::idleLockMinutesChanged, this, readSettings);
    connect(m_idle, &IdleWatch::idle, this, &MainWindow::lock);
    readSettings();
    setMinimumSize(720, 480);
    resize(1280, 800);
    restoreGeometry(m_settings.windowGeometry());
    retranslate();
}

MainWindow::~MainWindow() = default;

void MainWindow::layOut()
{
    auto *columns = new QHBoxLayout(m_frame);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(m_rail);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_top);
    right->addWidget(m_stack, 1);
    columns->addLayout(right, 1);
    m_covers->addWidget(m_frame);
    m_covers->addWidget(m_lockScreen);
    setCentralWidget(m_covers);
    m_rail->setProfileMenu(&m_menu);
    connect(&m_menu, &QMenu::aboutToShow, this, [this] {
        m_menu.clear();
        m_actions.fill(m_menu, ActionGroup::Window);
        m_menu.addSeparator();
        m_actions.fill(m_menu, ActionGroup::Help);
    });
    connect(&syncStatus(), &widgets::SyncStatusItem::clicked, this, [this] {
        // What waits stands in the outbox; how it goes with the city, on a page of its own.
        if (syncStatus().status().waiting > 0 || !showPage(QStringLiteral("sync")))
            showPage(QStringLiteral("outbox"));
    });
}

void MainWindow::addActions()
{
    addWindowActions(*this, m_actions);
    m_rail->setCreateAction(m_actions.action(QStringLiteral("window.create")));
    m_top->setPaletteAction(m_actions.action(QStringLiteral("window.palette")));
    m_top->setMoves(
        m_actions.action(QStringLiteral("go.back")),
        m_actions.action(QStringLiteral("go.forward")));
}

QAction *MainWindow::addPage(pages::PageEntry entry)
{
    const QString id = entry.id;
    if (m_pages.contains(id))
        return m_pages.value(id).action;
    QAction *action = m_actions.add(
        {QStringLiteral("go.") + id,
         ActionGroup::Go,
         entry.name,
         entry.icon,
         entry.keys,
         {},
         {},
         [this] { return !isLocked() && !isCovered(); },
         [this, id] { showPage(id); }});
    action->setCheckable(true);
    action->setVisible(!entry.when || entry.when());
    m_rail->addAction(action, entry.group);
    // These two also stand in the top bar, where everybody looks for them.
    if (id == QStringLiteral("notifications") || id == QStringLiteral("help"))
        m_top->addIconAction(action);
    m_pages.insert(id, {std::move(entry), action, nullptr});
    m_order.append(id);
    if (m_current.isEmpty() && action->isVisible())
        openPage(id, {});
    return action;
}

void MainWindow::refreshPages()
{
    for (const Known &known : std::as_const(m_pages))
        known.action->setVisible(!known.entry.when || known.entry.when());
    m_actions.refresh();
}

void MainWindow::dropPages()
{
    m_history = {};
    for (Known &known : m_pages) {
        delete known.page;
        known.page = nullptr;
    }
    refreshPages();
    const auto shown = [this](const QString &id) {
        return m_pages.contains(id) && m_pages.value(id).action->isVisible();
    };
    QString next = shown(m_current) ? m_current : QString();
    for (const QString &id : std::as_const(m_order)) {
        if (next.isEmpty() && shown(id))
            next = id;
    }
    if (!next.isEmpty())
        openPage(next, {});
}

void MainWindow::setCover(QWidget *cover)
{
    QWidget *old = std::exchange(m_cover, cover);
    if (cover != nullptr)
        m_covers->addWidget(cover);
    m_palette->reject();
    m_covers->setCurrentWidget(cover != nullptr ? cover : m_frame);
    if (old != nullptr)
        old->deleteLater();
    m_actions.refresh();
}

bool MainWindow::isCovered() const
{
    return m_cover != nullptr && m_covers->currentWidget() == m_cover;
}

bool MainWindow::showPage(const QString &id, const QVariant &place)
{
    if (!m_pages.contains(id))
        return false;
    const bool samePlace = id == m_current && !place.isValid();
    if (!samePlace && !m_current.isEmpty())
        m_history.leave(here());
    openPage(id, place);
    return true;
}

QStringList MainWindow::pageIds() const
{
    return m_order;
}

Page *MainWindow::page(const QString &id)
{
    const auto known = m_pages.find(id);
    if (known == m_pages.end())
        return nullptr;
    if (!known->page) {
        known->page = known->entry.create();
        connectPage(id, known->page);
        m_stack->addWidget(known->page);
        m_toast->raise();
    }
    return known->page;
}

void MainWindow::connectPage(const QString &id, Page *page)
{
    page->setObjectName(QStringLiteral("page.") + id);
    page->setBreakpoint(pages::breakpointFor(width(), style::Typography::textPercent()));
    connect(page, &Page::countChanged, this, [this, id](int count) { setCount(id, count); });
    connect(page, &Page::pageRequested, this, [this](const QString &other, const QVariant &place) {
        showPage(other, place);
    });
    connect(page, &Page::placeLeft, this, [this, id](const QVariant &before) {
        m_history.leave({id, before});
        m_actions.refresh();
    });
}

void MainWindow::setCount(const QString &id, int count)
{
    const auto known = m_pages.constFind(id);
    if (known != m_pages.constEnd())
        m_rail->setCount(known->action, count);
}

void MainWindow::openPage(const QString &id, const QVariant &place)
{
    Page *next = page(id);
    if (place.isValid())
        next->goTo(place);
    m_current = id;
    for (auto known = m_pages.cbegin(); known != m_pages.cend(); ++known)
        known->action->setChecked(known.key() == id);
    m_stack->setCurrentWidget(next);
    const QString name = m_pages.value(id).entry.name();
    next->setAccessibleName(name);
    next->setAccessibleDescription(next->description());
    nameWindow();
    m_actions.setPage(id);
    next->onShown();
    focusPage(*next);
    QAccessibleEvent news(next, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&news);
    Q_EMIT pageShown(id);
}

/// Who opens a page by the keyboard goes on in it: in its list, or where Tab begins.
void MainWindow::focusPage(pages::Page &page)
{
    // What is hidden, as a list that is still read, may be remembered and takes no key.
    const QWidget *now = focusWidget();
    if (now != nullptr && page.isAncestorOf(now) && now->isVisibleTo(&page))
        return;
    const auto takesFocus = [&page](const QWidget *widget) {
        return page.isAncestorOf(widget) && widget->isVisibleTo(&page) && widget->isEnabled() &&
               (widget->focusPolicy() & Qt::TabFocus);
    };
    const auto lists = page.findChildren<QAbstractItemView *>();
    for (QAbstractItemView *list : lists) {
        if (takesFocus(list)) {
            list->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    QWidget *next = page.nextInFocusChain();
    while (next != &page && !takesFocus(next))
        next = next->nextInFocusChain();
    if (next != &page)
        next->setFocus(Qt::OtherFocusReason);
}

void MainWindow::goBack()
{
    if (const auto step = m_history.back(here()))
        openPage(step->page, step->place);
}

void MainWindow::goForward()
{
    if (const auto step = m_history.forward(here()))
        openPage(step->page, step->place);
}

void MainWindow::find()
{
    Page *present = page(m_current);
    if (!present || !present->findRequested())
        m_palette->popUp();
}

History::Step MainWindow::here() const
{
    const Known known = m_pages.value(m_current);
    return {m_current, known.page ? known.page->place() : QVariant()};
}

void MainWindow::setProfile(const QString &name, const QString &role)
{
    m_rail->setProfile(name, role);
    m_lockScreen->setProfile(name);
}

void MainWindow::setNotice(const QString &text, const QString &explanation)
{
    m_top->setNotice(text, explanation);
}

void MainWindow::showToast(
    const QString &text,
    const QString &action,
    std::function<void()> undo,
    std::function<void()> done)
{
    m_toast->showText(text, action, std::move(undo), std::move(done));
}

void MainWindow::setCanLock(bool canLock)
{
    m_canLock = canLock;
    m_idle->setMinutes(canLock ? m_settings.idleLockMinutes() : 0);
    m_actions.refresh();
}

void MainWindow::lock()
{
    if (!m_canLock || isLocked())
        return;
    m_palette->reject();
    m_covers->setCurrentWidget(m_lockScreen);
    m_lockScreen->arm();
    m_actions.refresh();
    Q_EMIT locked();
}

void MainWindow::unlock()
{
    m_covers->setCurrentWidget(m_cover != nullptr ? m_cover : m_frame);
    m_actions.refresh();
}

bool MainWindow::isLocked() const
{
    return m_covers->currentWidget() == m_lockScreen;
}

widgets::SyncStatusItem &MainWindow::syncStatus()
{
    return *m_top->syncStatus();
}

void MainWindow::showCreateMenu()
{
    m_createMenu.clear();
    m_actions.fill(m_createMenu, ActionGroup::Create);
    const QList<QAction *> choices = m_createMenu.actions();
    if (choices.size() == 1)
        choices.first()->trigger();
    else if (!choices.isEmpty())
        m_createMenu.popup(m_rail->mapToGlobal(QPoint(m_rail->width() + 4, 56)));
}

void MainWindow::updateBreakpoint()
{
    const auto breakpoint = pages::breakpointFor(width(), style::Typography::textPercent());
    const bool compact = breakpoint != pages::Breakpoint::Wide;
    if (m_rail->isCompact() != compact)
        m_rail->setCompact(compact);
    m_top->setNarrow(breakpoint == pages::Breakpoint::Narrow);
    for (const Known &known : std::as_const(m_pages)) {
        if (known.page)
            known.page->setBreakpoint(breakpoint);
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    updateBreakpoint();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        updateBreakpoint();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setWindowGeometry(saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::nameWindow()
{
    const auto known = m_pages.constFind(m_current);
    setWindowTitle(
        known == m_pages.constEnd() ? tr("Spilno") : tr("%1 – Spilno").arg(known->entry.name()));
}

void MainWindow::retranslate()
{
    m_actions.retranslate();
    m_menu.setAccessibleName(tr("Menu"));
    m_createMenu.setAccessibleName(tr("Create"));
    nameWindow();
}

} // namespace spilno::shell
