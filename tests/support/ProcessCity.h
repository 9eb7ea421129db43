// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

#include <csignal>
#include <memory>

namespace spilno::test {

/// What a program answered. A code of -1 stands for one that was killed, crashed or did not end.
struct Outcome
{
    int code = -1;
    QString out;
    QString err;

    [[nodiscard]] QJsonObject json() const
    {
        return QJsonDocument::fromJson(out.toUtf8()).object();
    }
    /// All that it said, for the message of a failed check.
    [[nodiscard]] QString said() const
    {
        return QStringLiteral("code %1\n%2%3").arg(code).arg(out, err);
    }
};

/// A port of this machine that nothing listens at, outside the range that the system gives to
/// outgoing connections, so that it is still free after a server was killed.
[[nodiscard]] quint16 freePort();

/// A folder with a city of real processes on this machine's own address: one server, and profiles
/// that spilnoctl works on. Nothing waits for ever: what does not end in time is killed, and says
/// so. Whatever is still running ends with it, and with the test's own process.
class ProcessCity
{
public:
    /// Processes may be held up for minutes while others measure.
    static constexpr int kPatienceMs = 120'000;

    /// Settings of one process that differ from the city's.
    struct Beside
    {
        QByteArray input;
        QStringList environment;  ///< "NAME=VALUE" each.
        qint64 fileBytesMax = -1; ///< No file can grow beyond it: a full disk for who is not root.
    };

    ProcessCity();
    ~ProcessCity();
    ProcessCity(const ProcessCity &) = delete;
    ProcessCity &operator=(const ProcessCity &) = delete;

    [[nodiscard]] QString path(const QString &name = {}) const { return m_root.filePath(name); }
    void write(const QString &name, const QByteArray &bytes) const;
    /// The first rows of the sample of real requests, with their heading.
    void writeSample(const QString &name, int rows) const;

    /// The file in the city's folder that holds the passphrase; «passphrase» until then.
    void setPassphraseFile(const QString &name) { m_passphrase = name; }
    /// The language of the person, as LANG names it («uk»); English until then.
    void setLanguage(const QString &lang) { m_language = lang; }

    /// spilno-server init: the city in the folder `data`, its owner in the profile «owner».
    Outcome found(const QString &data = QStringLiteral("data"));
    /// Starts the server; false when it ends instead of telling where it listens.
    [[nodiscard]] bool serve();
    /// Without a word, as a power cut.
    void killServer();
    /// In good order, by the signal; its exit code and last words.
    Outcome endServer(int signal = SIGTERM);
    [[nodiscard]] QProcess &server() { return *m_server; }
    /// What init and serve printed.
    [[nodiscard]] const QString &address() const { return m_address; }
    [[nodiscard]] quint16 port() const { return m_port; }

    /// spilnoctl init; `link` is an invitation or, when empty, the city's address.
    Outcome enter(const QString &profile, const QString &name, const QString &link = {}) const;
    /// An invitation for one clerk, made and sent by the owner.
    [[nodiscard]] QString invite() const;
    /// spilnoctl sync --once; a QtTest failure unless everything was exchanged.
    void sync(const QString &profile) const;
    [[nodiscard]] Outcome create(
        const QString &profile, const QString &title, const Beside &beside) const;
    [[nodiscard]] Outcome create(const QString &profile, const QString &title) const;
    /// The items that a listing command answers; ends the test when it fails.
    [[nodiscard]] QJsonArray items(const QString &profile, const QStringList &arguments) const;

    [[nodiscard]] Outcome program(
        const QString &name, const QStringList &arguments, const Beside &beside) const;
    [[nodiscard]] Outcome program(const QString &name, const QStringList &arguments) const;
    [[nodiscard]] Outcome ctl(
        const QString &profile, const QStringList &arguments, const QByteArray &input = {}) const;

    /// A process that goes on beside the test.
    [[nodiscard]] std::unique_ptr<QProcess> begin(
        const QString &name, const QStringList &arguments, const Beside &beside) const;
    [[nodiscard]] std::unique_ptr<QProcess> beginCtl(
        const QString &profile, const QStringList &arguments, const QByteArray &input = {}) const;
    /// Waits for its end.
    [[nodiscard]] static Outcome finish(QProcess &process);
    static void kill(QProcess &process);

private:
    [[nodiscard]] QStringList requestFor(const QString &profile) const;

    QTemporaryDir m_root;
    QString m_passphrase = QStringLiteral("passphrase");
    QString m_language;
    QString m_data;
    QString m_address;
    quint16 m_port = 0;
    std::unique_ptr<QProcess> m_server;
};

} // namespace spilno::test
