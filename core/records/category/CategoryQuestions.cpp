// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/category/CategoryQuestions.h"

#include <optional>

namespace spilno::records::category {

namespace {

wire::Value choiceValue(const Choice &choice)
{
    return wire::Value::List{
        wire::Value(choice.code), wire::Value(choice.label), wire::Value(choice.labelUk)};
}

std::optional<Choice> choiceOf(const wire::Value &value)
{
    const wire::Value::List &parts = value.toList();
    if (parts.size() < 3 || parts[0].toText().isEmpty())
        return std::nullopt;
    return Choice{parts[0].toText(), parts[1].toText(), parts[2].toText()};
}

std::optional<Question> questionOf(const wire::Value &value)
{
    const wire::Value::List &parts = value.toList();
    if (parts.size() < 6 || parts[0].toText().isEmpty() || !parts[3].isInteger())
        return std::nullopt;
    const qint64 kind = parts[3].toInteger();
    if (kind < 0 || kind > static_cast<qint64>(QuestionKind::Notice))
        return std::nullopt;
    Question question;
    question.code = parts[0].toText();
    question.label = parts[1].toText();
    question.labelUk = parts[2].toText();
    question.kind = static_cast<QuestionKind>(kind);
    question.required = parts[4].toBoolean();
    for (const wire::Value &item : parts[5].toList()) {
        if (auto choice = choiceOf(item))
            question.choices.push_back(std::move(*choice));
    }
    return question;
}

} // namespace

wire::Value questionsValue(const std::vector<Question> &questions)
{
    wire::Value::List all;
    for (const Question &question : questions) {
        wire::Value::List choices;
        for (const Choice &choice : question.choices)
            choices.push_back(choiceValue(choice));
        all.emplace_back(wire::Value::List{
            wire::Value(question.code), wire::Value(question.label), wire::Value(question.labelUk),
            wire::Value(static_cast<qint64>(question.kind)), wire::Value(question.required),
            wire::Value(std::move(choices))});
    }
    return all;
}

std::vector<Question> questionsOf(const wire::Value &value)
{
    std::vector<Question> questions;
    for (const wire::Value &item : value.toList()) {
        if (auto question = questionOf(item))
            questions.push_back(std::move(*question));
    }
    return questions;
}

} // namespace spilno::records::category
