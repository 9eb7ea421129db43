// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/Record.h"

namespace spilno::replica {

wire::Value Record::value(const QString &name) const
{
    for (const auto &[field, itsValue] : fields) {
        if (field == name)
            return itsValue;
    }
    return {};
}

} // namespace spilno::replica
