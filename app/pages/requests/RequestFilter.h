// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/replica/Query.h"

#include <QVariant>

namespace spilno::pages {

/// Which requests a list shows at all; the chips over it.
enum class RequestView {
    Open,
    AssignedToMe,
    ReportedByMe,
    Unassigned,
    Overdue,
    WaitingForWord, ///< done, waits for the reporter
    Closed,
    All,
};

enum class RequestOrder { Changed, Created, Number, Deadline };

/// What a person asked a list of requests for. A plain value.
struct RequestFilter
{
    RequestView view = RequestView::Open;
    std::uint32_t state = 0; ///< A state of the machine, or 0: as the view says.
    base::EntityId category; ///< Null: any.
    base::ScopeId scope;     ///< Null: any district or department.
    QString text;
    RequestOrder order = RequestOrder::Changed;

    /// The question to a replica, for this person at this time.
    [[nodiscard]] replica::Query query(const base::PersonId &person, qint64 nowMs) const;
    /// Whether anything but the view narrows the list.
    [[nodiscard]] bool isNarrowed() const;

    [[nodiscard]] QVariantMap toMap() const;
    /// What does not fit reads as the default.
    [[nodiscard]] static RequestFilter fromMap(const QVariantMap &map);

    friend bool operator==(const RequestFilter &, const RequestFilter &) = default;
};

} // namespace spilno::pages
