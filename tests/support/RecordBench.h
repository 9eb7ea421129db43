// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/Signing.h"
#include "core/records/Judge.h"
#include "tests/support/FakeAuthority.h"

#include <vector>

namespace spilno::test {

/// A workbench for record types: makes changes by field name, judges them by the standard registry
/// at a place of the log that the bench counts, and folds what takes effect. No bytes, no database.
class RecordBench
{
public:
    struct Actor
    {
        base::PersonId person;
        base::PublicKey device;
    };
    using Field = std::pair<const char *, wire::Value>;
    using Fields = std::vector<Field>;

    /// A city owned by owner(), with its rules and people scopes.
    RecordBench();

    FakeAuthority authority;
    base::ScopeId rules;
    base::ScopeId people;
    qint64 nowMs = 1'700'000'000'000;
    std::uint64_t logIndex = 0; ///< Of the last change folded.

    /// A certified person; each call another one.
    [[nodiscard]] Actor newPerson();
    [[nodiscard]] const Actor &owner() const { return m_owner; }
    /// A person with a role, from the start.
    [[nodiscard]] Actor newPersonWith(records::Role role, const base::EntityId &body);
    [[nodiscard]] base::ScopeId newScope(records::Home home, const base::EntityId &body);
    template <class Id>
    [[nodiscard]] Id newId()
    {
        Id id;
        ++m_ids;
        std::memcpy(id.data(), &m_ids, sizeof(m_ids));
        return id;
    }
    [[nodiscard]] crypto::SigningKey newKey();

    /// A creating change, not judged yet.
    [[nodiscard]] records::FoldChange creation(
        const Actor &actor, const base::ScopeId &scope, const char *type, const Fields &fields);
    /// A change of a folded record: writes registers, adds to sets, takes the step named.
    [[nodiscard]] records::FoldChange edit(
        const Actor &actor,
        const base::EntityId &entity,
        const Fields &fields,
        const char *step = nullptr);

    /// Judges the change at the next place of the log; when it takes effect, folds it.
    records::Verdict fold(records::FoldChange &change);
    records::Verdict fold(records::FoldChange &&change) { return fold(change); }
    /// Folds a creation that has to take effect and gives its record.
    base::EntityId make(
        const Actor &actor, const base::ScopeId &scope, const char *type, const Fields &fields);

    /// The state of a folded record by name.
    [[nodiscard]] QString state(const base::EntityId &entity) const;

    /// Proves the claim of a record by its key, for this change as it is now.
    static void proveClaim(records::FoldChange &change, const crypto::SigningKey &key);

private:
    [[nodiscard]] records::FoldChange start(const Actor &actor);
    static void write(
        const records::RecordType &type,
        const Fields &fields,
        const records::EntityImage *seen,
        wire::Payload &payload);

    Actor m_owner;
    std::uint64_t m_ids = 0;
    std::uint64_t m_seq = 0;
};

/// The value of an id, as fields hold it.
template <class Id>
[[nodiscard]] wire::Value idValue(const Id &id)
{
    return wire::Value(id.toByteArray());
}
[[nodiscard]] inline wire::Value text(const char *words)
{
    return wire::Value(QString::fromUtf8(words));
}
[[nodiscard]] inline wire::Value number(qint64 value)
{
    return wire::Value(value);
}

} // namespace spilno::test
