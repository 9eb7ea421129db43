// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringView>

/// Names that look alike in another alphabet. Pure functions, any thread. The table covers Latin,
/// Cyrillic and Greek letters and the digits 0, 1 and 3; it is not the whole of Unicode TS 39.
namespace spilno::base {

/// The look of a name, for comparing only, never for showing: two names with equal skeletons are
/// easily taken for each other in upper or lower case. Marks, spaces and apostrophes are dropped.
[[nodiscard]] QString skeleton(QStringView name);

/// True when the names differ (after searchText) and yet look alike.
[[nodiscard]] bool looksLikeAnother(QStringView name, QStringView other);

/// True when one word of the name mixes letters of Latin, Cyrillic and Greek.
[[nodiscard]] bool mixesAlphabets(QStringView name);

} // namespace spilno::base
