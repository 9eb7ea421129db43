// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/Rule.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace spilno::tidy {

using namespace Qt::StringLiterals;

namespace {

Findings checkName(const SourceFile &file)
{
    static const QRegularExpression vague(
        u"(?:Manager|Helper|Helpers|Util|Utils|Utility|Handler|Data|Info)$"_s);
    static const QRegularExpression camel(u"^(?:[A-Z][A-Za-z0-9]*|main)$"_s);
    if (!file.isCpp())
        return {};
    const QString name = QFileInfo(file.path()).completeBaseName();
    if (vague.match(name).hasMatch())
        return {{u"name"_s, file.path(), 1, u"the suffix of %1 says nothing"_s.arg(name), {}, 0}};
    if (!camel.match(name).hasMatch())
        return {
            {u"name"_s,
             file.path(),
             1,
             u"%1: a file is named after its class, in CamelCase"_s.arg(name),
             {},
             0}};
    return {};
}

Findings checkFolder(const SourceFile &file)
{
    static const QRegularExpression lower(u"^[a-z0-9]+$"_s);
    QStringList folders = file.path().split(u'/');
    folders.removeLast();
    for (const QString &folder : folders) {
        if (file.isCpp() && !lower.match(folder).hasMatch())
            return {
                {u"folder"_s,
                 file.path(),
                 1,
                 u"folders are lower case words: %1"_s.arg(folder),
                 {},
                 0}};
    }
    return {};
}

Findings checkLicence(const SourceFile &file)
{
    const QString head = file.lines().mid(0, 6).join(u'\n');
    for (const QString &tag :
         {u"SPDX-FileCopyrightText: Spilno contributors"_s,
          u"SPDX-License-Identifier: GPL-3.0-or-later"_s}) {
        if (!head.contains(tag))
            return {{u"licence"_s, file.path(), 1, u"missing line: %1"_s.arg(tag), {}, 0}};
    }
    return {};
}

Findings checkGuard(const SourceFile &file)
{
    static const QRegularExpression once(u"^#pragma once$"_s, QRegularExpression::MultilineOption);
    if (!file.isHeader() || once.match(file.code()).hasMatch())
        return {};
    return {{u"pragma-once"_s, file.path(), 1, u"a header starts with #pragma once"_s, {}, 0}};
}

} // namespace

QList<Rule> fileRules()
{
    return {
        {u"name"_s, checkName},
        {u"folder"_s, checkFolder},
        {u"licence"_s, checkLicence},
        {u"pragma-once"_s, checkGuard}};
}

QList<Rule> allRules()
{
    return dependencyRules() + patternRules() + fileRules() + sizeRules();
}

} // namespace spilno::tidy
