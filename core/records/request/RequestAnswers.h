// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/Value.h"

#include <vector>

/// What the field `answers` of a request says: the answers to the questions of its category.
namespace spilno::records::request {

struct Answer
{
    QString code; ///< Of the question.
    wire::Value value;
};

/// [* [code of the question, answer]]
[[nodiscard]] wire::Value answersValue(const std::vector<Answer> &answers);

/// Reads it again. What is not of this form is left out: the value comes from other programs.
[[nodiscard]] std::vector<Answer> answersOf(const wire::Value &value);

} // namespace spilno::records::request
