// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>
#include <vector>

namespace spilno::server {

/// What a command of the server program takes.
struct Syntax
{
    QString name;
    QString operand; ///< As the help shows it; empty: none.
    QStringList required;
    QStringList optional;
    QStringList flags;   ///< Options without a value.
    QStringList instead; ///< With one of these options the operand may be left out.
    QString summary;     ///< One line of help, translated.
};

/// The words a person typed, sorted into a command, options and an operand. A value.
class CommandLine
{
public:
    /// `arguments` without the program's name.
    explicit CommandLine(const QStringList &arguments);

    [[nodiscard]] const QString &command() const { return m_command; }
    /// Whether --option was typed anywhere, before the command is known.
    [[nodiscard]] bool isAsked(const QString &option) const;

    /// Reads the rest by the syntax of the command; what is wrong, translated, or nothing.
    [[nodiscard]] std::optional<QString> bind(const Syntax &syntax);

    [[nodiscard]] bool has(const QString &option) const { return m_options.contains(option); }
    [[nodiscard]] QString value(const QString &option) const { return m_options.value(option); }
    [[nodiscard]] const QString &operand() const { return m_operand; }

private:
    [[nodiscard]] std::optional<QString> take(const Syntax &syntax, qsizetype &at);

    QStringList m_arguments;
    QString m_command;
    QString m_operand;
    QHash<QString, QString> m_options;
};

} // namespace spilno::server
