// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/FuzzTargets.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <cstring>

namespace {

const spilno::fuzz::Target &chosen()
{
    for (const spilno::fuzz::Target &target : spilno::fuzz::targets()) {
        if (std::strcmp(target.name, SPILNO_FUZZ_TARGET) == 0)
            return target;
    }
    qFatal("no fuzz target named %s", SPILNO_FUZZ_TARGET);
}

/// `--seeds=folder` as the first argument writes the target's seeds there before fuzzing begins.
void writeSeeds(const QString &folder)
{
    if (!QDir().mkpath(folder))
        qFatal("cannot make %s", qPrintable(folder));
    int number = 0;
    for (const QByteArray &seed : chosen().seeds()) {
        QFile file(QStringLiteral("%1/seed-%2").arg(folder).arg(number++, 3, 10, QLatin1Char('0')));
        if (!file.open(QIODevice::WriteOnly) || file.write(seed) != seed.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
    }
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    constexpr const char *kOption = "--seeds=";
    if (*argc > 1 && std::strncmp((*argv)[1], kOption, std::strlen(kOption)) == 0)
        writeSeeds(QString::fromLocal8Bit((*argv)[1] + std::strlen(kOption)));
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const spilno::fuzz::Target &target = chosen();
    target.run(data, size);
    return 0;
}
