// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <cstdint>
#include <vector>

namespace spilno::records {

enum class Right : std::uint8_t;

/// A state as data. `number` stands on the wire, `name` in JSON.
struct State
{
    std::uint32_t number = 0;
    QString name;
    const char *label = nullptr; ///< QT_TRANSLATE_NOOP("records", …)
    bool open = true;            ///< Still somebody's work.
};

/// A permitted step. `needsNote` steps carry a sentence in the type's note field.
struct Step
{
    QString name; ///< `spilnoctl act TYPE ID NAME`
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    Right right{};
    bool needsNote = false;
    const char *label = nullptr;
};

/// A state machine: data, versioned with its record type. State `initial` is that of a creation.
struct StateMachine
{
    std::uint32_t initial = 0;
    std::vector<State> states;
    std::vector<Step> steps;

    [[nodiscard]] bool isEmpty() const { return states.empty(); }
    [[nodiscard]] const State *state(std::uint32_t number) const;
    [[nodiscard]] const State *state(const QString &name) const;
    [[nodiscard]] const Step *step(std::uint32_t from, std::uint32_t to) const;
    [[nodiscard]] const Step *step(std::uint32_t from, const QString &name) const;
};

} // namespace spilno::records
