// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/import/ImportDestination.h"
#include "core/import/ImportRow.h"

namespace spilno::import {

/// The request that a row becomes. Its id follows from the person, the scope, the mapping's name
/// and the id the other system gave it: the same row of the same file is the same record, however
/// often it is imported. Empty with `tooLong` naming the field when a text does not fit.
[[nodiscard]] std::optional<replica::BulkItem> importedRequest(
    const ImportRow &row, const DepartmentPlace &place, const QString &mapping, QString *tooLong);

} // namespace spilno::import
