// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/UnityNames.h"

#include <QMap>
#include <QRegularExpression>

namespace spilno::tidy {

using namespace Qt::StringLiterals;

namespace {

// Where the anonymous namespaces of a source begin and end.
QList<std::pair<qsizetype, qsizetype>> anonymousNamespaces(const QString &code)
{
    static const QRegularExpression opening(
        u"^namespace \\{"_s, QRegularExpression::MultilineOption);
    QList<std::pair<qsizetype, qsizetype>> found;
    for (auto match = opening.globalMatch(code); match.hasNext();) {
        const qsizetype from = match.next().capturedEnd();
        qsizetype at = from;
        for (int depth = 1; at < code.size() && depth > 0; ++at) {
            if (code.at(at) == u'{')
                ++depth;
            else if (code.at(at) == u'}')
                --depth;
        }
        found.append({from, at});
    }
    return found;
}

// The library and namespace in which names of a source meet those of others.
QString roomOf(const SourceFile &file)
{
    static const QRegularExpression named(
        u"^namespace (spilno[\\w:]*)"_s, QRegularExpression::MultilineOption);
    const QString library = file.path().section(u'/', 0, 0);
    return library + u' ' + named.match(file.code()).captured(1);
}

} // namespace

Findings meetingConstants(const QList<SourceFile> &files)
{
    static const QRegularExpression constant(
        u"^const(?:expr|init)? [^=;(){}]*?\\b(\\w+)(?:\\[\\])? ?(?:=|\\{)"_s,
        QRegularExpression::MultilineOption);
    Findings findings;
    QMap<QString, QString> first; // room and name -> path
    for (const SourceFile &file : files) {
        const bool built = file.under(u"core") || file.under(u"app") || file.under(u"syncserver");
        if (!built || file.isHeader() || !file.isCpp())
            continue;
        for (const auto &[from, to] : anonymousNamespaces(file.code())) {
            const QString body = file.code().mid(from, to - from);
            for (auto match = constant.globalMatch(body); match.hasNext();) {
                const auto one = match.next();
                const QString name = one.captured(1);
                const QString key = roomOf(file) + u' ' + name;
                if (const QString there = first.value(key);
                    !there.isEmpty() && there != file.path())
                    findings.append(
                        {u"unity-names"_s,
                         file.path(),
                         file.lineAt(from + one.capturedStart(1)),
                         u"%1 is a constant of %2 as well; they may be compiled as one source"_s
                             .arg(name, there),
                         {},
                         0});
                else
                    first.insert(key, file.path());
            }
        }
    }
    return findings;
}

} // namespace spilno::tidy
