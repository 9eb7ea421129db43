// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/ReplicaDatabase.h"

namespace spilno::test {

/// A new service request of a title and nothing else.
inline replica::Draft requestDraft(const base::ScopeId &scope, const QString &title)
{
    replica::Draft draft;
    draft.type = QStringLiteral("request");
    draft.scope = scope;
    draft.fields = {{QStringLiteral("title"), wire::Value(title)}};
    return draft;
}

/// Writes one text field of a service request.
inline replica::Draft requestEdit(
    const base::EntityId &request, const QString &field, const QString &value)
{
    replica::Draft draft;
    draft.type = QStringLiteral("request");
    draft.entity = request;
    draft.fields = {{field, wire::Value(value)}};
    return draft;
}

/// Gives a service request another title.
inline replica::Draft titleEdit(const base::EntityId &request, const QString &title)
{
    return requestEdit(request, QStringLiteral("title"), title);
}

/// What equal replicas have in common, a line a scope.
inline QByteArrayList digestsOf(const replica::ReplicaDatabase &replica)
{
    QByteArrayList all;
    const auto digests = replica.digests();
    for (const auto &one : digests ? *digests : std::vector<replica::ScopeDigest>())
        all.append(
            one.scope.toByteArray().toHex() + " " + QByteArray::number(one.applied) + " " +
            one.chain.toByteArray().toHex() + " " + one.tables.toByteArray().toHex());
    return all;
}

} // namespace spilno::test
