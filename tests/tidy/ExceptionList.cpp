// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/ExceptionList.h"

#include <QRegularExpression>

namespace spilno::tidy {

using namespace Qt::StringLiterals;

namespace {

const QString listPath = u"tests/tidy/exceptions.txt"_s;

Finding problem(int line, const QString &message)
{
    return {u"exceptions"_s, listPath, line, message, {}, 0};
}

bool covers(const ExceptionList::Entry &entry, const Finding &finding)
{
    return entry.rule == finding.rule && entry.path == finding.path &&
           entry.subject == finding.subject;
}

} // namespace

ExceptionList::ExceptionList(const QString &text)
{
    static const QRegularExpression form(u"^(\\S+)\\s+(\\S+)(?:\\s+(\\D\\S*))?(?:\\s+(\\d+))?$"_s);
    int number = 0;
    for (const QString &line : text.split(u'\n')) {
        ++number;
        const qsizetype mark = line.indexOf(u'#');
        const QString entry = line.first(mark < 0 ? line.size() : mark).trimmed();
        if (entry.isEmpty())
            continue;
        const auto match = form.match(entry);
        if (!match.hasMatch())
            m_problems.append(problem(number, u"cannot be read: %1"_s.arg(entry)));
        else if (mark < 0 || line.mid(mark + 1).trimmed().isEmpty())
            m_problems.append(problem(number, u"an exception needs its reason after #"_s));
        else
            m_entries.append(
                {number, match.captured(1), match.captured(2), match.captured(3),
                 match.captured(4).toInt()});
    }
}

Findings ExceptionList::apply(const Findings &findings) const
{
    Findings left = m_problems;
    QList<int> largest(m_entries.size(), -1);
    for (const Finding &finding : findings) {
        bool excused = false;
        for (qsizetype i = 0; i < m_entries.size(); ++i) {
            if (!covers(m_entries.at(i), finding))
                continue;
            largest[i] = qMax(largest.at(i), finding.size);
            excused = excused || finding.size <= m_entries.at(i).size;
        }
        if (!excused)
            left.append(finding);
    }
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries.at(i);
        if (largest.at(i) < 0)
            left.append(
                problem(entry.line, u"no longer needed: %1 %2"_s.arg(entry.rule, entry.path)));
        else if (largest.at(i) < entry.size)
            left.append(problem(
                entry.line, u"lower the size of %1 to %2"_s.arg(entry.path).arg(largest.at(i))));
    }
    return left;
}

} // namespace spilno::tidy
