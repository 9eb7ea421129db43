// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/CityBook.h"
#include "app/pages/requests/NewRequestPage.h"
#include "app/pages/requests/RequestActions.h"
#include "app/pages/requests/RequestsPage.h"
#include "app/settings/Settings.h"
#include "app/shell/Desktop.h"
#include "app/shell/MainWindow.h"

#include <QCryptographicHash>

namespace spilno::shell {

using pages::CityBook;
using pages::RequestActions;

/// The list of requests and the form for a new one. Each city has photos and drafts of its own.
void Desktop::addRequestPages()
{
    auto *actions = new RequestActions(
        m_actions, [this](const QString &page) { m_window.showPage(page, QVariant(true)); }, this);
    const auto photos = [this]() -> QString { return m_session.context()->photoFolder(); };
    const auto drafts = [this]() -> QString {
        const QByteArray address = m_session.context()->address().toUtf8();
        const QByteArray hash =
            QCryptographicHash::hash(address, QCryptographicHash::Sha256).toHex().left(16);
        return m_session.folder() + QStringLiteral("/drafts/") + QString::fromLatin1(hash);
    };
    m_window.addPage(
        {RequestActions::listPage(),
         pages::RailGroup::City,
         [] { return tr("Requests"); },
         QStringLiteral("siren"),
         QKeySequence(Qt::CTRL | Qt::Key_1),
         [this, actions, photos] {
             session::SessionContext &context = *m_session.context();
             auto *page =
                 new pages::RequestsPage(context, CityBook::of(context), actions, photos());
             page->setMapWanted(m_settings.requestMap());
             connect(page, &pages::RequestsPage::mapToggled, this, [this](bool shown) {
                 m_settings.setRequestMap(shown);
             });
             return page;
         },
         {}});
    m_window.addPage(
        {RequestActions::newPage(),
         pages::RailGroup::Hidden,
         [] { return tr("New request"); },
         QStringLiteral("plus"),
         {},
         [this, photos, drafts] {
             session::SessionContext &context = *m_session.context();
             return new pages::NewRequestPage(context, CityBook::of(context), drafts(), photos());
         },
         {}});
}

} // namespace spilno::shell
