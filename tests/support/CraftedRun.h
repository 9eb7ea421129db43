// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/Verifier.h"
#include "core/replica/Identity.h"
#include "core/wire/Payload.h"

#include <deque>

namespace spilno::test {

/// A run that begins a feed of its own, signed by real keys, and says whatever a test wants to be
/// said: what no honest program would write, and what the server has to put in order all the same.
class CraftedRun
{
public:
    struct Change
    {
        std::uint32_t type = 0;
        wire::Payload payload;
        std::optional<base::EntityId> entity = {}; ///< None: the one its salt implies.
        base::Hlc hlc = 0;                         ///< At least one more than the one before.
        std::uint32_t txn = 0;
        std::optional<wire::FirstIssue> firstIssue = {};
        QByteArray shape = {}; ///< Instead of the payload's own.
    };

    /// `incarnation` makes two runs of a person in a scope two feeds.
    CraftedRun(
        const replica::Identity &identity,
        const base::CityId &city,
        const base::ScopeId &scope,
        const base::Incarnation &incarnation);

    /// Appends a change and gives its op id.
    base::OpId add(const Change &change);
    /// What a change that is issued again says of the newest one here.
    [[nodiscard]] wire::FirstIssue issue() const { return m_newest; }
    /// The entity of the newest change.
    [[nodiscard]] base::EntityId entity() const { return m_entity; }

    [[nodiscard]] wire::Run run() const;
    [[nodiscard]] log::VerifiedRun verified() const;

private:
    const replica::Identity &m_identity;
    QByteArray m_opening;
    log::FeedState m_start;
    log::FeedState m_state;
    wire::FirstIssue m_newest;
    base::EntityId m_entity;
    std::vector<wire::ThinChange> m_changes;
    std::deque<QByteArray> m_bytes; ///< Keeps the views alive.
};

} // namespace spilno::test
