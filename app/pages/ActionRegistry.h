// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/KeyPosition.h"

#include <QKeySequence>
#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <vector>

QT_BEGIN_NAMESPACE
class QAction;
class QMenu;
QT_END_NAMESPACE

namespace spilno::pages {

/// Where an action stands in menus, the palette and the page of shortcuts.
enum class ActionGroup { Create, Go, Page, Window, Help };

/// One thing a person can do. Texts are functions, so that they follow the language.
struct ActionSpec
{
    QString id; ///< "requests.reply"; unique
    ActionGroup group = ActionGroup::Page;
    std::function<QString()> text;
    QString icon;               ///< lucide name or empty
    QKeySequence keys;          ///< with Ctrl, Alt or a function key; works anywhere
    QChar letter;               ///< A..Z, by key position, only while a list has the focus
    QString page;               ///< id of the page it belongs to; empty: everywhere
    std::function<bool()> when; ///< whether it can be done now; empty: always
    std::function<void()> run;
};

/// Every action of the window: menus, buttons, the palette, shortcuts and their page read it.
/// Owned by main.cpp, GUI thread. A duplicate id or key is a bug: it is reported in problems()
/// and on the log, and the first one stays.
class ActionRegistry : public QObject
{
    Q_OBJECT

public:
    explicit ActionRegistry(QObject *parent = nullptr);
    ~ActionRegistry() override;

    /// The QAction is owned by the registry; for a duplicate id the existing one is returned.
    QAction *add(ActionSpec spec);
    QAction *action(const QString &id) const;
    const ActionSpec *spec(const QString &id) const;
    /// Ids in the order they were added, those of `group` only.
    QStringList ids(ActionGroup group) const;
    QStringList ids() const;
    /// The key as it stands on the present keyboard: "К", "Ctrl K" or empty.
    QString keyText(const QString &id) const;
    /// Fills `menu` with the group's actions that can be done on the present page.
    void fill(QMenu &menu, ActionGroup group);

    /// Asks every `when` again. Pages call it when their selection changes.
    void refresh();
    /// Actions of other pages are switched off. Empty: no page.
    void setPage(const QString &page);
    /// Which letters the keyboard shows.
    void setLayout(QLocale::Language language);
    /// The enabled action with this letter, or nullptr.
    QAction *byLetter(QChar latin) const;
    /// The enabled action whose keys are Ctrl (+ Shift) + this letter, or nullptr.
    QAction *byControlLetter(QChar latin, Qt::KeyboardModifiers modifiers) const;
    /// Texts again, after a change of language.
    void retranslate();

    QStringList problems() const { return m_problems; }
    static QString groupName(ActionGroup group);

Q_SIGNALS:
    void added(QAction *action);
    void keysChanged();

private:
    struct Entry;

    const Entry *find(const QString &id) const;
    bool available(const Entry &entry) const;
    void report(const QString &problem);
    void dropTakenKeys(ActionSpec &spec);
    void write(Entry &entry);

    std::vector<std::unique_ptr<Entry>> m_entries;
    QString m_page;
    QLocale::Language m_layout = QLocale::English;
    QStringList m_problems;
};

} // namespace spilno::pages
