// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/FunctionScanner.h"
#include "tests/tidy/Rule.h"

namespace spilno::tidy {

using namespace Qt::StringLiterals;

namespace {

constexpr int maximumColumns = 100;
constexpr int maximumSourceLines = 500;
constexpr int maximumHeaderLines = 250;
constexpr int maximumFunctionLines = 70;

Findings checkColumns(const SourceFile &file)
{
    Findings findings;
    if (!file.isCpp())
        return findings;
    int number = 0;
    for (const QString &line : file.lines()) {
        ++number;
        const auto columns = static_cast<int>(line.toUcs4().size());
        if (columns > maximumColumns)
            findings.append(
                {u"line-length"_s,
                 file.path(),
                 number,
                 u"%1 columns, more than %2"_s.arg(columns).arg(maximumColumns),
                 {},
                 0});
    }
    return findings;
}

Findings checkLines(const SourceFile &file)
{
    if (!file.isCpp())
        return {};
    const int limit = file.isHeader() ? maximumHeaderLines : maximumSourceLines;
    const auto lines = static_cast<int>(file.text().count(u'\n'));
    if (lines <= limit)
        return {};
    return {
        {u"file-length"_s,
         file.path(),
         1,
         u"%1 lines, more than %2: this wants to be two files"_s.arg(lines).arg(limit),
         {},
         lines}};
}

Findings checkFunctions(const SourceFile &file)
{
    Findings findings;
    if (!file.isCpp())
        return findings;
    for (const FunctionBody &function : findFunctions(file)) {
        if (function.lines > maximumFunctionLines)
            findings.append(
                {u"function-length"_s, file.path(), function.line,
                 u"%1 has %2 lines, more than %3"_s.arg(function.name)
                     .arg(function.lines)
                     .arg(maximumFunctionLines),
                 function.name, function.lines});
    }
    return findings;
}

} // namespace

QList<Rule> sizeRules()
{
    return {
        {u"line-length"_s, checkColumns},
        {u"file-length"_s, checkLines},
        {u"function-length"_s, checkFunctions}};
}

} // namespace spilno::tidy
