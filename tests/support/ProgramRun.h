// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtNetwork/QTcpServer>

/// The programs of the project as processes, beside the test's own.
namespace spilno::test {

inline constexpr int kProgramPatienceMs = 120'000;

struct Outcome
{
    int code = -1;
    QString out;
    QString err;

    [[nodiscard]] QJsonObject json() const
    {
        return QJsonDocument::fromJson(out.toUtf8()).object();
    }
};

/// A port that was free a moment ago.
inline quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

/// Sets a process up to run one of the programs in a folder, with a passphrase file.
inline void prepareProgram(QProcess &process, const QString &folder, const QString &passphraseFile)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("SPILNO_PASSPHRASE_FILE"), passphraseFile);
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
}

inline QString programPath(const QString &name)
{
    return QString(QCoreApplication::applicationDirPath() + QLatin1Char('/') + name);
}

/// Gives the input, waits for the end.
inline Outcome runProgram(
    QProcess &process, const QString &name, const QStringList &arguments, const QByteArray &input)
{
    process.start(programPath(name), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(kProgramPatienceMs))
        qFatal("%s does not end", qPrintable(name));
    return {
        process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
        QString::fromUtf8(process.readAllStandardOutput()),
        QString::fromUtf8(process.readAllStandardError())};
}

} // namespace spilno::test
