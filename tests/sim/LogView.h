// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/ReplicaDatabase.h"
#include "core/wire/Payload.h"
#include "tests/support/TestRandom.h"

#include <map>
#include <optional>
#include <vector>

namespace spilno::sim {

/// A server's whole log as its slices say it, every hash and signature checked on the way, without
/// any table of the replica that holds it.
class LogView
{
public:
    struct Change
    {
        base::Hash hash;
        std::uint64_t logIndex = 0;
        qint64 recordedMs = 0;
        base::PublicKey device;
        base::OpId op;
        std::uint32_t txn = 0;
        base::ScopeId scope;
        std::uint64_t position = 0;
        base::PersonId person;
        base::FeedId feed;
        std::uint64_t seq = 0;
        base::Hlc hlc = 0; ///< As its author wrote it, of the first issue.
        bool reissued = false;
        std::uint32_t type = 0;
        base::EntityId entity;
        std::optional<wire::Payload> payload; ///< nullopt: does not follow its grammar.
        bool valuesAbsent = false;
    };
    struct Place
    {
        base::ScopeId scope;
        std::uint64_t position = 0;
    };

    /// Reads in slices of random sizes; the error of the first that does not verify.
    [[nodiscard]] static base::Result<LogView> read(
        const replica::ReplicaDatabase &database, test::TestRandom &random);

    /// The change at a place, or null.
    [[nodiscard]] const Change *at(const base::ScopeId &scope, std::uint64_t position) const;
    /// The chain with so many positions.
    [[nodiscard]] base::Hash chainAt(const base::ScopeId &scope, std::uint64_t next) const;
    /// Every place an op stands at.
    [[nodiscard]] std::vector<Place> placesOf(const base::OpId &op) const;
    [[nodiscard]] const std::map<base::ScopeId, std::vector<Change>> &scopes() const
    {
        return m_scopes;
    }

private:
    [[nodiscard]] base::Result<> readScope(
        const replica::ReplicaDatabase &database,
        const base::ScopeId &scope,
        test::TestRandom &random);

    std::map<base::ScopeId, std::vector<Change>> m_scopes;
    std::multimap<base::OpId, Place> m_ops;
};

} // namespace spilno::sim
