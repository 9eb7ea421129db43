// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"

namespace spilno::cli {

namespace {

const QStringList &globalValues()
{
    static const QStringList names{
        QStringLiteral("profile"), QStringLiteral("city"), QStringLiteral("lang")};
    return names;
}

bool isOption(const QString &argument)
{
    return argument.startsWith(QLatin1String("--")) && argument.size() > 2;
}

} // namespace

CommandLine::CommandLine(const QStringList &arguments)
    : m_arguments(arguments)
{
    for (const QString &argument : arguments) {
        if (isOption(argument))
            m_bare.append(argument.mid(2).section(QLatin1Char('='), 0, 0));
    }
}

QStringList CommandLine::words() const
{
    QStringList words;
    for (qsizetype at = 0; at < m_arguments.size(); ++at) {
        const QString &argument = m_arguments.at(at);
        if (!isOption(argument))
            words.append(argument);
        else if (globalValues().contains(argument.mid(2)))
            ++at;
    }
    return words;
}

QString CommandLine::value(const QString &option) const
{
    const QStringList all = m_options.value(option);
    return all.isEmpty() ? QString() : all.last();
}

std::optional<QString> CommandLine::bind(const Syntax &syntax)
{
    m_operands.clear();
    m_options.clear();
    for (qsizetype at = 0; at < m_arguments.size(); ++at) {
        const QString &argument = m_arguments.at(at);
        if (!isOption(argument)) {
            m_operands.append(argument);
            continue;
        }
        const QString name = argument.mid(2).section(QLatin1Char('='), 0, 0);
        const bool hasOwn = argument.contains(QLatin1Char('='));
        const bool isValue = globalValues().contains(name) || syntax.values.contains(name);
        const bool isJson = name == QLatin1String("json");
        const bool isFlag = isJson || syntax.flags.contains(name);
        if (!isValue && !isFlag)
            return tr("%1 does not know the option --%2.").arg(syntax.name, name);
        const bool follows = at + 1 < m_arguments.size() && !isOption(m_arguments.at(at + 1));
        if (hasOwn && (isValue || (isJson && syntax.readsJson))) {
            m_options[name].append(argument.section(QLatin1Char('='), 1));
        } else if (isValue || (isJson && syntax.readsJson && follows)) {
            if (!follows)
                return tr("The option --%1 needs a value.").arg(name);
            m_options[name].append(m_arguments.at(++at));
        } else {
            m_options[name];
        }
    }
    for (const QString &word : syntax.name.split(QLatin1Char(' '))) {
        if (!m_operands.isEmpty() && m_operands.first() == word)
            m_operands.removeFirst();
    }
    if (m_operands.size() < syntax.operandsMin || m_operands.size() > syntax.operandsMax)
        return (syntax.needsProfile ? tr("Usage: spilnoctl --profile DIR %1 %2")
                                    : tr("Usage: spilnoctl %1 %2"))
            .arg(syntax.name, syntax.operands)
            .trimmed();
    return std::nullopt;
}

} // namespace spilno::cli
