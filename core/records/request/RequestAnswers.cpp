// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/request/RequestAnswers.h"

namespace spilno::records::request {

wire::Value answersValue(const std::vector<Answer> &answers)
{
    wire::Value::List all;
    for (const Answer &answer : answers)
        all.emplace_back(wire::Value::List{wire::Value(answer.code), answer.value});
    return all;
}

std::vector<Answer> answersOf(const wire::Value &value)
{
    std::vector<Answer> answers;
    for (const wire::Value &item : value.toList()) {
        const wire::Value::List &parts = item.toList();
        if (parts.size() >= 2 && !parts[0].toText().isEmpty() && !parts[1].isEmpty())
            answers.push_back({parts[0].toText(), parts[1]});
    }
    return answers;
}

} // namespace spilno::records::request
