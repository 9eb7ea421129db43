// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace spilno::cli {

/// What a command takes.
struct Syntax
{
    QString name;        ///< The word, or two: "bundle export".
    QString operands;    ///< As the help shows them: "TYPE ID".
    int operandsMin = 0; ///< And no more than operandsMax.
    int operandsMax = 0;
    QStringList values = {}; ///< Options with a value, without the dashes.
    QStringList flags = {};  ///< Options without.
    bool readsJson = false;  ///< --json may name a file to read.
    bool needsProfile = true;
    QString summary = {}; ///< One line of help, translated.
};

/// The words a person typed, sorted into operands and options. A value.
class CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(spilno::cli::CommandLine)

public:
    /// Splits the arguments after the program's name, as far as that goes without a syntax.
    explicit CommandLine(const QStringList &arguments);

    /// The words that are no options, the command's name included.
    [[nodiscard]] QStringList words() const;
    [[nodiscard]] bool isAsked(const QString &flag) const { return m_bare.contains(flag); }

    /// Reads the rest by a syntax; what is wrong, translated, or nothing.
    [[nodiscard]] std::optional<QString> bind(const Syntax &syntax);

    [[nodiscard]] const QStringList &operands() const { return m_operands; }
    [[nodiscard]] QString operand(int at) const { return m_operands.value(at); }
    [[nodiscard]] bool has(const QString &option) const { return m_options.contains(option); }
    [[nodiscard]] QString value(const QString &option) const;
    [[nodiscard]] QStringList values(const QString &option) const { return m_options[option]; }
    /// Whether answers are JSON.
    [[nodiscard]] bool wantsJson() const { return m_options.contains(QStringLiteral("json")); }

private:
    QStringList m_arguments;
    QStringList m_bare; ///< Options as they stand, without dashes and values.
    QStringList m_operands;
    QHash<QString, QStringList> m_options;
};

} // namespace spilno::cli
