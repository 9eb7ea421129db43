// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/RequestActions.h"

#include "app/pages/ActionRegistry.h"
#include "app/pages/requests/RequestsPage.h"

namespace spilno::pages {

RequestActions::RequestActions(
    ActionRegistry &registry, std::function<void(const QString &)> openPage, QObject *parent)
    : QObject(parent)
    , m_registry(registry)
{
    m_registry.add(
        {QStringLiteral("requests.create"),
         ActionGroup::Create,
         [] { return tr("New request"); },
         QStringLiteral("siren"),
         {},
         QChar(u'N'),
         {},
         {},
         [openPage] { openPage(newPage()); }});
    const auto add = [this](
                         const char *id, const std::function<QString()> &text, const char *icon,
                         char16_t letter, bool (RequestDetail::*can)() const,
                         void (RequestDetail::*run)()) {
        m_registry.add(
            {QString::fromLatin1(id),
             ActionGroup::Page,
             text,
             QString::fromLatin1(icon),
             {},
             QChar(letter),
             listPage(),
             [this, can] { return m_page && (m_page->detail()->*can)(); },
             [this, run] {
                 if (m_page)
                     (m_page->detail()->*run)();
             }});
    };
    add(
        "requests.answer", [] { return tr("Answer the request"); }, "send", u'R',
        &RequestDetail::canAnswer, &RequestDetail::answer);
    add(
        "requests.state", [] { return tr("Change the state of the request"); }, "check", u'S',
        &RequestDetail::canStep, &RequestDetail::chooseStep);
    add(
        "requests.edit", [] { return tr("Edit the request"); }, "pencil", u'E',
        &RequestDetail::canEdit, &RequestDetail::edit);
    m_registry.add(
        {QStringLiteral("requests.map"),
         ActionGroup::Page,
         [] { return tr("Show or hide the map of the requests"); },
         QStringLiteral("map"),
         {},
         QChar(u'V'),
         listPage(),
         [this] { return !m_page.isNull(); },
         [this] {
             if (m_page)
                 m_page->toggleMap();
         }});
    connect(&m_registry, &ActionRegistry::keysChanged, this, &RequestActions::keysChanged);
}

void RequestActions::setPage(RequestsPage *page)
{
    m_page = page;
    refresh();
}

void RequestActions::refresh()
{
    m_registry.refresh();
}

QString RequestActions::keyOf(const QString &action) const
{
    return m_registry.keyText(action);
}

} // namespace spilno::pages
