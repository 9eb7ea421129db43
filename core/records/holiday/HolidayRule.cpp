// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/holiday/HolidayRule.h"

#include "core/records/Fields.h"

#include <QtCore/QDate>

namespace spilno::records::holiday {

Verdict HolidayRule::check(
    const FoldChange &change, const EntityImage *before, const Authority &) const
{
    if (before != nullptr)
        return Verdict::Applied;
    const QString text = written(change, kDate).toText();
    const QDate date = QDate::fromString(text, Qt::ISODate);
    return date.isValid() && date.toString(Qt::ISODate) == text ? Verdict::Applied
                                                                : Verdict::BadField;
}

} // namespace spilno::records::holiday
