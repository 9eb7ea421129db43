// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "syncserver/founding/CityFounding.h"
#include "syncserver/founding/LocalExchange.h"

namespace spilno::server {

/// What a founder writes into the empty log, from the plan: the owner's identity and profile, the
/// city's record, bodies with their scopes, the owner's offices, categories, the first prefix of
/// request numbers. Part of CityFounding.
class FirstChanges
{
public:
    /// `request` outlives it.
    FirstChanges(
        const CityFounding::Request &request, const QString &cityName, const base::CityId &city);

    /// Enters everything, in transactions that a later reader understands one by one.
    [[nodiscard]] base::Result<CityFounding::City> enter(LocalExchange &exchange);

private:
    [[nodiscard]] base::Result<> enterOwner(LocalExchange &exchange) const;
    [[nodiscard]] base::Result<> enterBodies(LocalExchange &exchange);
    [[nodiscard]] base::Result<> enterOffices(LocalExchange &exchange) const;
    [[nodiscard]] base::Result<> enterScopes(LocalExchange &exchange);
    [[nodiscard]] base::Result<> enterCategories(LocalExchange &exchange) const;
    [[nodiscard]] base::EntityId bodyEntity(const QString &id) const;
    [[nodiscard]] replica::Draft scopeDraft(
        const QString &name, const base::EntityId &body, bool sealed) const;
    /// Gives the owner's device the key of a sealed scope.
    [[nodiscard]] replica::Draft ownerKeyDraft(const base::ScopeId &scope) const;

    const CityFounding::Request &m_request;
    QString m_cityName;
    CityFounding::City m_city;
    std::optional<crypto::SealingPair> m_sealing; ///< Of the sealed scope of the body at hand.
};

} // namespace spilno::server
