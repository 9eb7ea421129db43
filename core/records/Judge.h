// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/Authority.h"
#include "core/records/Verdict.h"

#include <string_view>

namespace spilno::records {

/// Judges one change at its place: certified device, form of the payload against the descriptor,
/// rights, state machine, the type's own rule. Pure: everything it asks is in its arguments.
/// `type` is null for an unknown one, `before` null when the record does not exist here.
[[nodiscard]] Verdict judge(
    const RecordType *type,
    const FoldChange &change,
    const EntityImage *before,
    const Authority &authority);

/// Whether a person has a right over a record (or, before creation, over its scope).
[[nodiscard]] bool hasRight(
    Right right, const FoldChange &change, const EntityImage *record, const Authority &authority);

/// Whether the change carries a signature of itself by the claim key of `record`.
[[nodiscard]] bool provesClaim(const FoldChange &change, const EntityImage &record);

/// Whether a value is of the field's kind and within its limit.
[[nodiscard]] bool fits(const FieldDescriptor &field, const wire::Value &value);

/// The context of claim proofs.
inline constexpr std::string_view kClaimContext = "spilno-clm-1";
/// What a claim proof signs: the acting person ‖ entity ‖ hash of the payload's shape without the
/// proof. Nothing of it changes when the change is issued again on another feed, and nobody else,
/// nor another step, can use it.
[[nodiscard]] QByteArray claimStatement(
    const base::PersonId &person, const base::EntityId &entity, wire::Payload payload);

} // namespace spilno::records
