// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace spilno::tidy {

// The dependency table of docs/architecture.md. Both paths are relative to the root. Returns an
// empty string when `from` may include `to`, else the sentence that says why it may not.
QString whyForbidden(const QString &from, const QString &to);

// True when a header of this name, however it is spelled, belongs to a Qt module that core may
// not see (anything but Core, Network, Sql and Concurrent).
bool isGraphicalQtHeader(const QString &name);

} // namespace spilno::tidy
