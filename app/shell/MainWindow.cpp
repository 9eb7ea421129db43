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
#include "app/style/Typography.h"
#include "app/widgets/SyncStatusItem.h"
#include "app/widgets/Toast.h"

#include <QAccessible>
#include <QAction>
#include <QHBoxLayout>
#include <QResizeEvent>
#include <QStackedWidget>

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
    addWindowActions();
    addMoveActions();
    connect(m_toast, &widgets::Toast::acted, this, [this] {
        if (m_undo)
            m_undo();
    });
    connect(m_toast, &widgets::Toast::expired, this, [this] {
        if (m_done)
            m_done();
    });
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
        showPage(QStringLiteral("outbox"));
    });
}

void MainWindow::addWindowActions()
{
    const auto unlocked = [this] { return !isLocked(); };
    m_rail->setCreateAction(m_actions.add(
        {QStringLiteral("window.create"),
         ActionGroup::Window,
         [] { return tr("Create"); },
         QStringLiteral("plus"),
         QKeySequence(Qt::CTRL | Qt::Key_N),
         {},
         {},
         [this] { return !isLocked() && !m_actions.ids(ActionGroup::Create).isEmpty(); },
         [this] { showCreateMenu(); }}));
    connect(&m_actions, &pages::ActionRegistry::added, &m_actions, [this](const QAction *added) {
        if (added->objectName() != QStringLiteral("window.create"))
            m_actions.action(QStringLiteral("window.create"))
                ->setEnabled(!m_actions.ids(ActionGroup::Create).isEmpty());
    });
    m_top->setPaletteAction(m_actions.add(
        {QStringLiteral("window.palette"),
         ActionGroup::Window,
         [] { return tr("Find anything"); },
         QStringLiteral("search"),
         QKeySequence(Qt::CTRL | Qt::Key_K),
         {},
         {},
         unlocked,
         [this] { m_palette->popUp(); }}));
    m_actions.add(
        {QStringLiteral("window.find"),
         ActionGroup::Window,
         [] { return tr("Find on this page"); },
         QStringLiteral("list-filter"),
         QKeySequence(Qt::CTRL | Qt::Key_F),
         {},
         {},
         unlocked,
         [this] {
             Page *present = page(m_current);
             if (!present || !present->findRequested())
                 m_palette->popUp();
         }});
    m_actions.add(
        {QStringLiteral("window.lock"),
         ActionGroup::Window,
         [] { return tr("Lock"); },
         QStringLiteral("lock"),
         QKeySequence(Qt::CTRL | Qt::Key_L),
         {},
         {},
         [this] { return m_canLock && !isLocked(); },
         [this] { lock(); }});
    m_actions.add(
        {QStringLiteral("window.quit"),
         ActionGroup::Window,
         [] { return tr("Quit"); },
         QStringLiteral("log-out"),
         QKeySequence(Qt::CTRL | Qt::Key_Q),
         {},
         {},
         {},
         [this] { close(); }});
}

void MainWindow::addMoveActions()
{
    QAction *back = m_actions.add(
        {QStringLiteral("go.back"),
         ActionGroup::Go,
         [] { return tr("Back"); },
         QStringLiteral("arrow-left"),
         QKeySequence(Qt::ALT | Qt::Key_Left),
         {},
         {},
         [this] { return !isLocked() && m_history.canGoBack(); },
         [this] { move(true); }});
    QAction *forward = m_actions.add(
        {QStringLiteral("go.forward"),
         ActionGroup::Go,
         [] { return tr("Forward"); },
         QStringLiteral("arrow-right"),
         QKeySequence(Qt::ALT | Qt::Key_Right),
         {},
         {},
         [this] { return !isLocked() && m_history.canGoForward(); },
         [this] { move(false); }});
    m_top->setMoves(back, forward);
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
         [this] { return !isLocked(); },
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
    setWindowTitle(tr("%1 – Spilno").arg(name));
    m_actions.setPage(id);
    next->onShown();
    QAccessibleEvent news(next, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&news);
    Q_EMIT pageShown(id);
}

void MainWindow::move(bool back)
{
    const auto step = back ? m_history.back(here()) : m_history.forward(here());
    if (step)
        openPage(step->page, step->place);
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

void MainWindow::showToast(
    const QString &text,
    const QString &action,
    std::function<void()> undo,
    std::function<void()> done)
{
    m_toast->showText(text, action); // an older one expires with its own `done`
    m_undo = std::move(undo);
    m_done = std::move(done);
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
    m_covers->setCurrentWidget(m_frame);
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

void MainWindow::retranslate()
{
    m_actions.retranslate();
    m_menu.setAccessibleName(tr("Menu"));
    m_createMenu.setAccessibleName(tr("Create"));
    if (!m_current.isEmpty())
        setWindowTitle(tr("%1 – Spilno").arg(m_pages.value(m_current).entry.name()));
    else
        setWindowTitle(tr("Spilno"));
}

} // namespace spilno::shell
