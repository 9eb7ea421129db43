// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/Appearance.h"
#include "app/shell/LockScreen.h"
#include "app/shell/MainWindow.h"
#include "app/shell/SettingsPage.h"
#include "app/shell/ShortcutsPage.h"
#include "app/widgets/SyncStatusItem.h"
#include "tests/app/CardsPage.h"
#include "tests/app/FormPage.h"
#include "tests/app/QueuePage.h"

#include <QDateTime>
#include <QSettings>
#include <QTemporaryDir>

namespace spilno::demonstration {

/// A whole window with demonstration pages, composed as main.cpp composes the real one.
class Window
{
public:
    Window()
    {
        using pages::RailGroup;
        using State = widgets::StateStack::State;
        actions.add(
            {QStringLiteral("requests.create"),
             pages::ActionGroup::Create,
             [] { return say(u"New request", u"Нове звернення"); },
             QStringLiteral("siren"),
             {},
             QChar(u'N'),
             {},
             {},
             [this] { ran.append(QStringLiteral("create")); }});
        actions.add(
            {QStringLiteral("requests.reply"),
             pages::ActionGroup::Page,
             [] { return say(u"Answer", u"Відповісти"); },
             QStringLiteral("send"),
             {},
             QChar(u'R'),
             QStringLiteral("dispatch"),
             {},
             [this] { ran.append(QStringLiteral("reply")); }});
        actions.add(
            {QStringLiteral("requests.state"),
             pages::ActionGroup::Page,
             [] { return say(u"Change the state", u"Змінити стан"); },
             QStringLiteral("check"),
             {},
             QChar(u'S'),
             QStringLiteral("dispatch"),
             {},
             [this] { ran.append(QStringLiteral("state")); }});
        add("cabinet", RailGroup::Mine, u"My cabinet", u"Кабінет", "id-card",
            [] { return new FormPage; });
        add("outbox", RailGroup::Mine, u"My requests", u"Мої звернення", "inbox",
            [] { return new StatePage(State::Error); });
        add("messages", RailGroup::Mine, u"Messages", u"Повідомлення", "mail",
            [] { return new StatePage(State::Empty); });
        add("feed", RailGroup::City, u"Feed", u"Стрічка", "house", [] { return new CardsPage; });
        add("people", RailGroup::City, u"People and organisations", u"Люди й організації", "users",
            [] { return new StatePage(State::Loading); });
        add("dispatch", RailGroup::Workplace, u"Dispatch", u"Диспетчерська", "siren",
            [] { return new QueuePage; });
        window.addPage(
            {QStringLiteral("settings"),
             RailGroup::Hidden,
             [] { return say(u"Settings", u"Налаштування"); },
             QStringLiteral("settings"),
             QKeySequence(Qt::CTRL | Qt::Key_Comma),
             [this] { return new shell::SettingsPage(settings); },
             {}});
        window.addPage(
            {QStringLiteral("help"),
             RailGroup::Hidden,
             [] { return say(u"Keyboard", u"Клавіатура"); },
             QStringLiteral("circle-question-mark"),
             QKeySequence(Qt::Key_F1),
             [this] { return new shell::ShortcutsPage(actions); },
             {}});
        window.setCount(QStringLiteral("outbox"), 1);
        window.setCount(QStringLiteral("dispatch"), 38);
        window.setProfile(
            QStringLiteral("Оксана Коваль"), say(u"Operator · 1551", u"Оператор · 1551"));
        window.setCanLock(true);
        window.syncStatus().setStatus(
            {widgets::SyncStatus::Link::Offline, 3, QDateTime(QDate::currentDate(), QTime(9, 14))});
    }

private:
    QTemporaryDir m_folder;
    QSettings m_store{m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};

    template <typename Create>
    void add(
        const char *id,
        pages::RailGroup group,
        const char16_t *english,
        const char16_t *ukrainian,
        const char *icon,
        Create create)
    {
        window.addPage(
            {QString::fromLatin1(id),
             group,
             [=] { return say(english, ukrainian); },
             QString::fromLatin1(icon),
             {},
             create,
             {}});
    }

public:
    settings::Settings settings{m_store};
    settings::Appearance appearance{settings};
    pages::ActionRegistry actions;
    QStringList ran; ///< what the demonstration's actions were triggered for
    shell::MainWindow window{actions, settings};
};

} // namespace spilno::demonstration
