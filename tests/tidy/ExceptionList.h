// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tidy/Finding.h"

#include <QList>
#include <QString>

namespace spilno::tidy {

// The list of known breaches, which may only become shorter. A line of the file is
//     RULE PATH [SUBJECT] [SIZE]   # reason
// where SUBJECT (a function) and SIZE (lines allowed at most) are for the length rules. An entry
// that nothing needs any more, or whose SIZE could be smaller, is itself reported.
class ExceptionList
{
public:
    struct Entry
    {
        int line = 0;
        QString rule;
        QString path;
        QString subject;
        int size = 0;
    };

    // Lines that cannot be read are findings of the rule `exceptions`.
    explicit ExceptionList(const QString &text);

    // What remains of the findings of all rules over all files, plus the entries that must go.
    Findings apply(const Findings &findings) const;

private:
    QList<Entry> m_entries;
    Findings m_problems;
};

} // namespace spilno::tidy
