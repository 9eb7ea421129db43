// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/DatabaseCore.h"

namespace spilno::replica {

/// Puts verified, sequenced changes into the log and folds them: the common path of a replica that
/// applies a slice and of a server that sequences runs. Inside the caller's transaction.
class Ingest
{
public:
    explicit Ingest(DatabaseCore &core)
        : m_core(core)
    {
    }

    /// `changes` are contiguous positions of one scope in order; `feeds` by their feed index;
    /// `decoded`, if any, is what is decoded of the changes already, which is taken.
    [[nodiscard]] base::Result<> insert(
        const ScopeRow &scope,
        std::span<const FeedRow> feeds,
        std::span<log::VerifiedChange> changes,
        std::vector<log::DecodedChange> *decoded = nullptr);

    /// The fold item of a change, decoded from its verified form.
    [[nodiscard]] base::Result<Folder::Item> item(
        const ScopeRow &scope,
        const FeedRow &feed,
        log::VerifiedChange &change,
        log::DecodedChange decoded = {});

private:
    [[nodiscard]] bool isErased(
        const base::OpId &op,
        const base::EntityId &entity,
        const FeedRow &feed,
        const ScopeRow &scope);

    DatabaseCore &m_core;
};

} // namespace spilno::replica
