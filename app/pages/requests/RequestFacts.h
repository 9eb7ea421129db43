// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/profile/ReceiptBook.h"
#include "core/records/Registry.h"
#include "core/replica/ReplicaDatabase.h"

#include <optional>
#include <vector>

namespace spilno::session {
class SessionContext;
}

namespace spilno::pages {

class CityBook;

/// Everything one request is shown with, read in one go.
struct RequestFacts
{
    replica::Record request;
    std::vector<replica::HistoryItem> history;
    std::vector<replica::Record> comments;
    std::vector<replica::Record> photos;
    profile::ReceiptBook::Key receipt;       ///< Kept in this profile; null: none.
    std::vector<replica::Record> companions; ///< Empty for who may not read them.
    QString assigneeName;
    QString duplicateOfNumber; ///< With its title.

    /// For any thread that owns a database. Nothing when there is no such request here.
    [[nodiscard]] static base::Result<std::optional<RequestFacts>> read(
        const replica::ReplicaDatabase &database, const base::EntityId &request);

    [[nodiscard]] QString text(const char *field) const;
    [[nodiscard]] base::EntityId entity(const char *field) const;
};

/// What a person may do with a request, as the rules of its type will judge it.
struct RequestRights
{
    bool author = false;
    bool staff = false;
    bool registrar = false;
    bool claim = false; ///< The receipt of the request was shown.

    [[nodiscard]] static RequestRights of(
        const replica::Record &request,
        const session::SessionContext &context,
        const CityBook &book);

    [[nodiscard]] bool allows(records::Right right) const;
    /// The steps from the present state that this person may take, the likeliest first.
    [[nodiscard]] std::vector<records::Step> steps(const replica::Record &request) const;
};

/// What field of a record holds an id reads as; null when it holds none.
[[nodiscard]] base::EntityId entityIn(const replica::Record &record, const char *field);

} // namespace spilno::pages
