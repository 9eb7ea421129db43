// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text/EditDistance.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>
#include <vector>

namespace spilno::base {

int editDistance(QStringView one, QStringView other, int limit)
{
    if (std::abs(one.size() - other.size()) > limit)
        return limit + 1;
    const auto width = static_cast<std::size_t>(other.size()) + 1;
    std::array<std::vector<int>, 3> rows;
    for (auto &row : rows)
        row.resize(width);
    std::iota(rows[0].begin(), rows[0].end(), 0);
    for (qsizetype i = 1; i <= one.size(); ++i) {
        const auto turn = static_cast<std::size_t>(i);
        auto &row = rows[turn % 3];
        const auto &last = rows[(turn + 2) % 3];
        const auto &beforeLast = rows[(turn + 1) % 3];
        row[0] = static_cast<int>(i);
        int least = row[0];
        for (std::size_t j = 1; j < width; ++j) {
            const auto at = static_cast<qsizetype>(j);
            const int change = one[i - 1] == other[at - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            const bool swapped =
                i > 1 && j > 1 && one[i - 1] == other[at - 2] && one[i - 2] == other[at - 1];
            if (swapped)
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        // A swap can still pay from the row before, so the bound holds one row later.
        if (least > limit + 1)
            return limit + 1;
    }
    return std::min(rows[static_cast<std::size_t>(one.size()) % 3][width - 1], limit + 1);
}

} // namespace spilno::base
