// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace spilno::tidy {

// One breach of a house rule: where it stands, and what the rule says. `subject` names the thing
// inside the file (a function) where a rule can report several things of one file; `size` is the
// measured length where the rule has a limit, else 0.
struct Finding
{
    QString rule;
    QString path;
    int line = 0;
    QString message;
    QString subject;
    int size = 0;

    QString toText() const;
};

using Findings = QList<Finding>;

} // namespace spilno::tidy
