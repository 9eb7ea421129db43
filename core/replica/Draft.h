// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/replica/ChangeSet.h"
#include "core/wire/Payload.h"

#include <QtCore/QList>
#include <QtCore/QString>

#include <memory>
#include <optional>
#include <vector>

namespace spilno::crypto {
class SigningKey;
}

namespace spilno::replica {

/// A change that a person wants to make, before it is signed.
struct Draft
{
    QString type;
    base::EntityId entity;                             ///< Null: create.
    base::ScopeId scope;                               ///< Where to create; ignored for edits.
    QList<std::pair<QString, wire::Value>> fields;     ///< Registers to write.
    QList<std::pair<QString, wire::Value>> additions;  ///< Elements to add to sets.
    QList<std::pair<QString, base::OpId>> removals;    ///< Elements (by op) to take out of sets.
    QString step;                                      ///< Name of a transition, or empty.
    std::vector<base::OpId> settles;                   ///< Conflicts this change ends.
    QList<std::pair<std::uint32_t, QByteArray>> extra; ///< wire::kExtra…
    std::optional<base::Salt> salt;                    ///< Of a creation; random when not given.
    bool numbered = true; ///< A creation takes the device's next number (imports do not).
    /// The key of a receipt of six words: the change proves that its author holds it.
    std::shared_ptr<const crypto::SigningKey> claim;
};

/// Whether a change is kept that would have no effect as things stand here.
enum class Effect {
    Any,   ///< Kept: somebody else may have what is lacking.
    Wanted ///< Not kept: NotPermitted, Conflict (late) or InvalidArgument with the verdict's name.
           ///< What waits for a certificate or a record that may be on its way is kept.
};

struct Submitted
{
    std::vector<base::EntityId> entities; ///< One for each draft.
    std::vector<base::OpId> ops;
    ChangeSet changes;
};

/// A record that comes from elsewhere, as from a file: created and, where `step` is given, taken at
/// once out of its first state, in one transaction.
struct BulkItem
{
    Draft creation; ///< With the salt from which its id follows.
    QString step;
};

struct BulkOutcome
{
    qint64 created = 0;
    qint64 known = 0; ///< Their ids were here already; nothing was written for them.
    ChangeSet changes;
};

} // namespace spilno::replica
