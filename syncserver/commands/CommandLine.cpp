// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/commands/CommandLine.h"

#include "syncserver/commands/Sentences.h"

#include <algorithm>

namespace spilno::server {

using namespace Qt::StringLiterals;

namespace {

/// Options every command takes.
bool isCommon(const QString &option)
{
    return option == u"json"_s || option == u"help"_s;
}

} // namespace

CommandLine::CommandLine(const QStringList &arguments)
    : m_arguments(arguments)
{
    for (qsizetype at = 0; at < m_arguments.size(); ++at) {
        if (m_arguments[at] == u"--lang"_s) {
            m_options.insert(u"lang"_s, m_arguments.value(at + 1));
            m_arguments.remove(at, std::min<qsizetype>(2, m_arguments.size() - at));
            --at;
        }
    }
    if (!m_arguments.isEmpty() && !m_arguments.front().startsWith(u'-'))
        m_command = m_arguments.takeFirst();
}

bool CommandLine::isAsked(const QString &option) const
{
    return m_arguments.contains(u"--"_s + option);
}

std::optional<QString> CommandLine::take(const Syntax &syntax, qsizetype &at)
{
    QString name = m_arguments[at].mid(2);
    std::optional<QString> value;
    if (const qsizetype equals = name.indexOf(u'='); equals >= 0) {
        value = name.mid(equals + 1);
        name.truncate(equals);
    }
    if (isCommon(name) || syntax.flags.contains(name)) {
        m_options.insert(name, {});
        return std::nullopt;
    }
    if (!syntax.required.contains(name) && !syntax.optional.contains(name))
        return Sentences::tr("«%1» does not know the option --%2.").arg(syntax.name, name);
    if (!value && at + 1 < m_arguments.size())
        value = m_arguments[++at];
    if (!value || value->isEmpty())
        return Sentences::tr("The option --%1 needs a value.").arg(name);
    m_options.insert(name, *value);
    return std::nullopt;
}

std::optional<QString> CommandLine::bind(const Syntax &syntax)
{
    QStringList operands;
    for (qsizetype at = 0; at < m_arguments.size(); ++at) {
        if (!m_arguments[at].startsWith("--"_L1)) {
            operands.append(m_arguments[at]);
        } else if (auto wrong = take(syntax, at)) {
            return wrong;
        }
    }
    for (const QString &option : syntax.required) {
        if (!has(option))
            return Sentences::tr("«%1» needs the option --%2.").arg(syntax.name, option);
    }
    const bool replaced =
        std::any_of(syntax.instead.begin(), syntax.instead.end(), [this](const QString &option) {
            return has(option);
        });
    if (!syntax.operand.isEmpty() && operands.isEmpty() && !replaced)
        return Sentences::tr("«%1» needs a %2.").arg(syntax.name, syntax.operand);
    const qsizetype most = syntax.operand.isEmpty() ? 0 : 1;
    if (operands.size() > most)
        return Sentences::tr("«%1» does not know what to do with «%2».")
            .arg(syntax.name, operands[most]);
    m_operand = operands.value(0);
    return std::nullopt;
}

} // namespace spilno::server
