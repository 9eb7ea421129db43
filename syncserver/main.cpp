// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/platform/Heaps.h"
#include "syncserver/commands/ServerProgram.h"

#include <QtCore/QCoreApplication>

int main(int argc, char **argv)
{
    spilno::base::shareHeaps();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("spilno-server"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SPILNO_VERSION));
    spilno::server::ServerProgram program;
    return program.run(QCoreApplication::arguments());
}
