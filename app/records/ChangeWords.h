// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/HeldRole.h"
#include "core/replica/ScopeStatus.h"
#include "core/wire/Value.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace spilno::records {

/// Changes of records of any type in the person's language: what was done to what, why it did not
/// take effect, what stands in a field. Made from the descriptors; pure functions, GUI thread.
class ChangeWords
{
    Q_DECLARE_TR_FUNCTIONS(spilno::records::ChangeWords)

public:
    /// «Request», «Invitation».
    static QString typeName(std::uint32_t type);
    /// «New», «Edited» or the name of the step.
    static QString action(std::uint32_t type, const QString &action);
    /// Why a change did not take effect, in a sentence, by the code of a verdict.
    static QString reason(const QString &code);
    /// The name of a field on forms; of the state for "state".
    static QString field(std::uint32_t type, const QString &name);
    /// A value as a person reads it; «empty» where it is.
    static QString value(
        std::uint32_t type, const QString &field, const wire::Value &value, const QTimeZone &zone);
    static QString roleName(Role role);
    static QString state(std::uint32_t type, std::uint32_t number);
    static QString scopeName(const replica::ScopeStatus &scope);
};

} // namespace spilno::records
