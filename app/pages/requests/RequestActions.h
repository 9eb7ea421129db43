// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>

namespace spilno::pages {

class ActionRegistry;
class RequestsPage;

/// The actions on requests in the one registry. Registered once, while the page comes and goes
/// with its city. Owned by main.cpp.
class RequestActions : public QObject
{
    Q_OBJECT

public:
    /// Ids of the pages this folder has.
    static QString listPage() { return QStringLiteral("requests"); }
    static QString newPage() { return QStringLiteral("new-request"); }

    /// openPage shows a page by id.
    RequestActions(
        ActionRegistry &registry,
        std::function<void(const QString &page)> openPage,
        QObject *parent = nullptr);

    void setPage(RequestsPage *page);
    /// Asks again what can be done.
    void refresh();
    /// The key of an action as the present keyboard has it.
    QString keyOf(const QString &action) const;

Q_SIGNALS:
    void keysChanged();

private:
    ActionRegistry &m_registry;
    QPointer<RequestsPage> m_page;
};

} // namespace spilno::pages
