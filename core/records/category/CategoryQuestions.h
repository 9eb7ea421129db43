// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/Value.h"

#include <QtCore/QString>

#include <vector>

/// What the field `questions` of a category says: the extra questions of its request form. Plain
/// values and pure functions. The numbers stand on the wire.
namespace spilno::records::category {

enum class QuestionKind : std::uint8_t {
    Text = 0,   ///< answer: text
    Number = 1, ///< answer: integer
    YesNo = 2,  ///< answer: boolean
    OneOf = 3,  ///< answer: the code of a choice
    ManyOf = 4, ///< answer: a list of codes
    Notice = 5, ///< only shown, no answer
};

struct Choice
{
    QString code;
    QString label;
    QString labelUk;
};

struct Question
{
    QString code; ///< What an answer names; unique in the category, never given a new meaning.
    QString label;
    QString labelUk;
    QuestionKind kind = QuestionKind::Text;
    bool required = false;
    std::vector<Choice> choices; ///< Of OneOf and ManyOf.
};

/// [* [code, label, label in Ukrainian, kind, required, [* [code, label, label in Ukrainian]]]]
[[nodiscard]] wire::Value questionsValue(const std::vector<Question> &questions);

/// Reads it again. What is not of this form is left out: the value comes from other programs.
[[nodiscard]] std::vector<Question> questionsOf(const wire::Value &value);

} // namespace spilno::records::category
