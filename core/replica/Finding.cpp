// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/Finding.h"

#include <QtCore/QCoreApplication>

namespace spilno::replica {

namespace {

QString filled(const QString &sentence, const QStringList &parts)
{
    Q_ASSERT(parts.size() <= 2);
    if (parts.isEmpty())
        return sentence;
    return parts.size() == 1 ? sentence.arg(parts[0]) : sentence.arg(parts[0], parts[1]);
}

} // namespace

QString Finding::text() const
{
    return filled(QString::fromUtf8(sentence), parts);
}

QString Finding::words() const
{
    return filled(QCoreApplication::translate("Finding", sentence), parts);
}

} // namespace spilno::replica
