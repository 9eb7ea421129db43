// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtCore/QTranslator>

namespace spilno::server {

/// The server program without its main(): chooses the language, finds the command, runs it. Needs a
/// QCoreApplication.
class ServerProgram
{
public:
    /// The exit code. `arguments` with the program's name first.
    [[nodiscard]] int run(const QStringList &arguments);

private:
    void speak(const QString &language);

    QTranslator m_own;
    QTranslator m_qt;
};

} // namespace spilno::server
