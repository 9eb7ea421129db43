// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/base/Ids.h"
#include "core/records/Registry.h"
#include "core/records/Verdict.h"
#include "core/wire/Payload.h"

#include <vector>

namespace spilno::records {

/// Which change a value comes from, and what decides between concurrent ones.
struct Origin
{
    qint64 change = 0; ///< Row id in the log; negative while pending; 0: none.
    base::OpId op;
    base::Hlc hlc = 0; ///< Effective: min(author's, recorded time + 60 s).
    base::FeedId feed;
    std::uint64_t seq = 0;
    base::PersonId person;
};

/// A change as the fold sees it.
struct FoldChange
{
    Origin origin;
    base::EntityId entity;
    base::ScopeId scope;
    base::PublicKey device;
    std::uint32_t type = 0;
    std::uint64_t epoch = 0;
    std::uint64_t logIndex = 0; ///< UINT64_MAX while pending: judged by the newest rules.
    qint64 recordedMs = 0;      ///< The local time while pending.
    bool valuesAbsent = false;  ///< Erased or withheld: structure only.
    wire::Payload payload;

    [[nodiscard]] bool pending() const { return origin.change < 0; }
};

/// A value that competes for a register, or an element of a set.
struct Candidate
{
    Origin origin;
    wire::Value value;
    bool absent = false; ///< Erased: it stays the winner, with no value.
};

/// What a change puts forward for a field. A value that is erased, or that does not fit its field,
/// is absent.
[[nodiscard]] Candidate candidateOf(
    const FieldDescriptor &field, const FoldChange &change, const wire::FieldChange &written);

struct FieldImage
{
    std::uint32_t key = 0;
    /// Register: the newest first, which is shown. Set: its elements.
    std::vector<Candidate> candidates;
};

/// A record folded from its changes, and the pure rules of folding: no database, no clock, no
/// rights. The same code folds the base tables, the overlay of pending changes and the reference
/// model.
struct EntityImage
{
    const RecordType *type = nullptr;
    base::EntityId entity;
    base::ScopeId scope;
    Origin created;
    qint64 createdMs = 0;
    qint64 changedMs = 0;
    std::vector<FieldImage> fields; ///< Keys ascending; only fields ever written.
    std::uint32_t state = 0;
    Origin stateOrigin;         ///< Of the last step; op is null before any.
    qint64 stateRecordedMs = 0; ///< Recorded time of the creation or last step, for deadlines.

    /// The image a creating change makes. The change has been judged.
    [[nodiscard]] static EntityImage create(const RecordType &type, const FoldChange &change);

    /// Whether the transition of `payload` can happen here; Applied where there is none.
    [[nodiscard]] Verdict checkStep(const wire::Payload &payload) const;

    /// Takes a judged change in. Only calls whose checkStep was Applied or AppliedSoft.
    void apply(const FoldChange &change);

    [[nodiscard]] const FieldImage *field(std::uint32_t key) const;
    /// The shown value of a register, empty when never written or erased.
    [[nodiscard]] wire::Value value(std::uint32_t key) const;
    [[nodiscard]] wire::Value value(const QString &name) const;
    /// True when a register has more than one value that none supersedes.
    [[nodiscard]] bool conflicted() const;

private:
    FieldImage &fieldForWriting(std::uint32_t key);
};

/// The order that decides the shown value among concurrent writes, and in which pending changes
/// fold.
[[nodiscard]] bool precedes(const Origin &a, const Origin &b);

} // namespace spilno::records
