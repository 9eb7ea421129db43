// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <cstdint>

namespace spilno::records {

/// What became of a change at its place in the log. The numbers are stored; never renumber.
enum class Verdict : std::uint8_t {
    Applied = 0,
    AppliedSoft = 1,   ///< The step took effect, but its author had not seen the step before it.
    Conflict = 2,      ///< The step started from a state the record is not in.
    Kept = 3,          ///< Of a type or version this program does not know; kept and forwarded.
    Duplicate = 4,     ///< Its op id is in the scope already (a re-issue): folds to nothing.
    NotCertified = 10, ///< The device was not certified for the person at that point.
    NoRight = 11,
    UnknownRecord = 12, ///< Names a record that is not in this scope, or of another type.
    AlreadyExists = 13,
    WrongScope = 14, ///< This type does not live in such a scope.
    BadField = 15,   ///< A value of a wrong kind or over its limit.
    MissingField = 16,
    NoSuchStep = 17,
    Closed = 18,      ///< The record or the time for it is over.
    Taken = 19,       ///< A number or name that must be unique is another's.
    BadProof = 20,    ///< A claim, join or device proof does not verify.
    Transaction = 21, ///< Another change of the same transaction did not take effect.
    Unreadable = 22,  ///< The payload does not follow its grammar.
    Sealed = 23,      ///< Sealed to others: kept, not folded here.
};

[[nodiscard]] constexpr bool tookEffect(Verdict verdict)
{
    return verdict == Verdict::Applied || verdict == Verdict::AppliedSoft;
}
/// Neither took effect nor is harmless: its author must see it.
[[nodiscard]] constexpr bool isVoid(Verdict verdict)
{
    return verdict >= Verdict::NotCertified && verdict != Verdict::Sealed;
}
/// The stable lower-case name, such as "no-right"; empty for Applied.
[[nodiscard]] QString verdictName(Verdict verdict);

} // namespace spilno::records
