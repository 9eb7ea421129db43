// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/FoldModel.h"
#include "tests/sim/SimMarks.h"

namespace spilno::sim {

/// Compares a replica that has the whole log with what FoldModel makes of that log: records,
/// verdict of every change, conflicts, what is taken back, roles and devices. What differs goes to
/// the marks as I16.
class ModelCheck
{
public:
    ModelCheck(
        const replica::ReplicaDatabase &database,
        const LogView &log,
        const FoldModel &model,
        SimMarks &marks)
        : m_database(database)
        , m_log(log)
        , m_model(model)
        , m_marks(marks)
    {
    }

    void checkAll();

private:
    void compare(const char *what, const QString &ours, const QString &models);
    void checkVerdicts();
    void checkConflicts();
    void checkTakenBack();
    void checkAuthority();

    const replica::ReplicaDatabase &m_database;
    const LogView &m_log;
    const FoldModel &m_model;
    SimMarks &m_marks;
};

} // namespace spilno::sim
