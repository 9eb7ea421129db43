// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/ActionRegistry.h"

#include "app/style/ButtonLook.h"
#include "app/style/Icons.h"

#include <QAction>
#include <QLoggingCategory>
#include <QMenu>

#include <utility>

namespace spilno::pages {
namespace {

const QLoggingCategory &actionLog()
{
    static const QLoggingCategory category("spilno.actions");
    return category;
}

/// The keys of a shortcut as they stand on a keyboard: "Ctrl K", "Alt ←".
QString shownKeys(const QKeySequence &keys)
{
    QString text = keys.toString(QKeySequence::NativeText);
    const QString portable = keys.toString(QKeySequence::PortableText);
    for (const auto &[name, arrow] :
         {std::pair(u"Left", u"←"), std::pair(u"Right", u"→"), std::pair(u"Up", u"↑"),
          std::pair(u"Down", u"↓")}) {
        const QString key = QString::fromUtf16(name);
        if (portable.endsWith(QLatin1Char('+') + key))
            text = portable.chopped(key.size()) + QString::fromUtf16(arrow);
    }
    return text.replace(QLatin1Char('+'), QLatin1Char(' '));
}

} // namespace

struct ActionRegistry::Entry
{
    ActionSpec spec;
    QAction *action;
};

ActionRegistry::ActionRegistry(QObject *parent)
    : QObject(parent)
{
}

ActionRegistry::~ActionRegistry() = default;

QAction *ActionRegistry::add(ActionSpec spec)
{
    Q_ASSERT(spec.text && spec.run);
    if (const Entry *known = find(spec.id)) {
        report(QStringLiteral("action %1 is registered twice").arg(spec.id));
        return known->action;
    }
    dropTakenKeys(spec);
    auto entry = std::make_unique<Entry>(Entry{std::move(spec), new QAction(this)});
    QAction *action = entry->action;
    action->setObjectName(entry->spec.id);
    action->setShortcut(entry->spec.keys);
    action->setShortcutContext(Qt::WindowShortcut);
    if (!entry->spec.icon.isEmpty())
        action->setIcon(style::Icons::icon(entry->spec.icon));
    const Entry *lasting = entry.get();
    connect(action, &QAction::triggered, this, [this, lasting] {
        if (available(*lasting))
            lasting->spec.run();
    });
    write(*entry);
    action->setEnabled(available(*entry));
    m_entries.push_back(std::move(entry));
    Q_EMIT added(action);
    return action;
}

QAction *ActionRegistry::action(const QString &id) const
{
    const Entry *entry = find(id);
    return entry ? entry->action : nullptr;
}

const ActionSpec *ActionRegistry::spec(const QString &id) const
{
    const Entry *entry = find(id);
    return entry ? &entry->spec : nullptr;
}

QStringList ActionRegistry::ids(ActionGroup group) const
{
    QStringList ids;
    for (const auto &entry : m_entries) {
        if (entry->spec.group == group)
            ids.append(entry->spec.id);
    }
    return ids;
}

QStringList ActionRegistry::ids() const
{
    QStringList ids;
    for (const auto &entry : m_entries)
        ids.append(entry->spec.id);
    return ids;
}

QString ActionRegistry::keyText(const QString &id) const
{
    const Entry *entry = find(id);
    if (!entry)
        return {};
    if (!entry->spec.letter.isNull())
        return KeyPosition::shown(entry->spec.letter, m_layout);
    return shownKeys(entry->action->shortcut());
}

void ActionRegistry::fill(QMenu &menu, ActionGroup group)
{
    refresh();
    for (const auto &entry : m_entries) {
        if (entry->spec.group == group &&
            (entry->spec.page.isEmpty() || entry->spec.page == m_page))
            menu.addAction(entry->action);
    }
}

void ActionRegistry::refresh()
{
    for (const auto &entry : m_entries)
        entry->action->setEnabled(available(*entry));
}

void ActionRegistry::setPage(const QString &page)
{
    m_page = page;
    refresh();
}

void ActionRegistry::setLayout(QLocale::Language language)
{
    if (language == m_layout)
        return;
    m_layout = language;
    for (const auto &entry : m_entries)
        write(*entry);
    Q_EMIT keysChanged();
}

QAction *ActionRegistry::byLetter(QChar latin) const
{
    for (const auto &entry : m_entries) {
        if (!latin.isNull() && entry->spec.letter == latin && available(*entry))
            return entry->action;
    }
    return nullptr;
}

QAction *ActionRegistry::byControlLetter(QChar latin, Qt::KeyboardModifiers modifiers) const
{
    const QKeySequence wanted(
        QKeyCombination(modifiers & ~Qt::KeypadModifier, Qt::Key(latin.toUpper().unicode())));
    for (const auto &entry : m_entries) {
        if (entry->spec.keys == wanted && available(*entry))
            return entry->action;
    }
    return nullptr;
}

void ActionRegistry::retranslate()
{
    for (const auto &entry : m_entries)
        write(*entry);
}

QString ActionRegistry::groupName(ActionGroup group)
{
    switch (group) {
    case ActionGroup::Create:
        return tr("Create");
    case ActionGroup::Go:
        return tr("Go to");
    case ActionGroup::Page:
        return tr("On this page");
    case ActionGroup::Window:
        return tr("Window");
    case ActionGroup::Help:
        break;
    }
    return tr("Help");
}

const ActionRegistry::Entry *ActionRegistry::find(const QString &id) const
{
    for (const auto &entry : m_entries) {
        if (entry->spec.id == id)
            return entry.get();
    }
    return nullptr;
}

bool ActionRegistry::available(const Entry &entry) const
{
    if (!entry.spec.page.isEmpty() && entry.spec.page != m_page)
        return false;
    return !entry.spec.when || entry.spec.when();
}

void ActionRegistry::report(const QString &problem)
{
    m_problems.append(problem);
    qCWarning(actionLog).noquote() << problem;
}

void ActionRegistry::dropTakenKeys(ActionSpec &spec)
{
    spec.letter = spec.letter.toUpper();
    for (const auto &entry : m_entries) {
        const ActionSpec &other = entry->spec;
        const bool together =
            spec.page.isEmpty() || other.page.isEmpty() || spec.page == other.page;
        if (together && !spec.keys.isEmpty() && spec.keys == other.keys) {
            report(QStringLiteral("%1 and %2 want the key %3")
                       .arg(other.id, spec.id, spec.keys.toString()));
            spec.keys = {};
        }
        if (together && !spec.letter.isNull() && spec.letter == other.letter) {
            report(QStringLiteral("%1 and %2 want the letter %3")
                       .arg(other.id, spec.id, QString(spec.letter)));
            spec.letter = {};
        }
    }
}

void ActionRegistry::write(Entry &entry)
{
    entry.action->setText(entry.spec.text());
    const QString key = entry.spec.letter.isNull()
                            ? shownKeys(entry.action->shortcut())
                            : QString(KeyPosition::shown(entry.spec.letter, m_layout));
    entry.action->setProperty(style::ButtonLook::KeyProperty, key);
    QString tip = entry.spec.text();
    if (!key.isEmpty())
        tip += QStringLiteral(" (%1)").arg(key);
    entry.action->setToolTip(tip);
}

} // namespace spilno::pages
