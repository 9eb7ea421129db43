// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/tidy/Finding.h"
#include "tests/tidy/SourceFile.h"

#include <QList>

#include <functional>

namespace spilno::tidy {

// One rule of the house: a name used in reports and in exceptions.txt, and the function that reads
// one file and reports every breach. Rules are pure: the same file gives the same findings.
struct Rule
{
    QString name;
    std::function<Findings(const SourceFile &)> check;
};

// The parts, one source file each.
QList<Rule> dependencyRules();
QList<Rule> patternRules();
QList<Rule> fileRules();
QList<Rule> sizeRules();

QList<Rule> allRules();

} // namespace spilno::tidy
