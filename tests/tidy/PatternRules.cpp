// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/Rule.h"

#include <QRegularExpression>

namespace spilno::tidy {

using namespace Qt::StringLiterals;

namespace {

enum class Look { Code, Literals };

// A rule that forbids a pattern in some places. `forbiddenIn` lists folders (empty: everywhere),
// `allowedIn` folders or files that are free of it.
struct Pattern
{
    QString name;
    Look look = Look::Code;
    QString expression;
    QStringList forbiddenIn;
    QStringList allowedIn;
    QString message;
};

bool standsIn(const SourceFile &file, const QStringList &places)
{
    return std::any_of(places.cbegin(), places.cend(), [&](const QString &place) {
        return file.path() == place || file.under(place);
    });
}

Findings findPattern(const Pattern &pattern, const SourceFile &file)
{
    Findings findings;
    if (!file.isCpp() || standsIn(file, pattern.allowedIn))
        return findings;
    if (!pattern.forbiddenIn.isEmpty() && !standsIn(file, pattern.forbiddenIn))
        return findings;
    const QRegularExpression expression(pattern.expression);
    const QString &text = pattern.look == Look::Code ? file.code() : file.uncommented();
    auto matches = expression.globalMatch(text);
    while (matches.hasNext()) {
        const int line = file.lineAt(matches.next().capturedStart());
        if (findings.isEmpty() || findings.last().line != line)
            findings.append({pattern.name, file.path(), line, pattern.message, {}, 0});
    }
    return findings;
}

// A store of the server is a class *Store or stands in syncserver/store/.
Findings checkDatabase(const Pattern &pattern, const SourceFile &file)
{
    static const QRegularExpression store(u"^syncserver/(.*/)?(store/.*|\\w*Store)\\.(h|cpp)$"_s);
    return store.match(file.path()).hasMatch() ? Findings() : findPattern(pattern, file);
}

QList<Pattern> simplePatterns()
{
    const QString hexInLiteral = u"\"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\""_s;
    const QString hexInText = u"|\"[^\"\\n]*#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6})\\b"_s;
    return {
        {u"string-connect"_s,
         Look::Code,
         u"\\b(?:SIGNAL|SLOT)\\s*\\("_s,
         {},
         {},
         u"connect by pointer to member, not by SIGNAL() and SLOT()"_s},
        {u"style-sheet"_s,
         Look::Code,
         u"\\bsetStyleSheet\\b"_s,
         {},
         {u"app/style"_s},
         u"looks are palettes and app/style; no style sheets"_s},
        {u"hex-colour"_s,
         Look::Literals,
         hexInLiteral + hexInText,
         {},
         {u"app/style"_s, u"tests"_s},
         u"a colour is a role of app/style, not a literal"_s},
        {u"colour-number"_s,
         Look::Code,
         u"\\bQColor\\s*(?:\\w+\\s*)?[({]\\s*(?:0x|\\d)|\\bQColor::fromRgba?(?:F|64)?\\s*\\(\\s*["
         u"\\d.]"
         u"|\\bqRgba?\\s*\\(\\s*(?:0x|\\d)"_s,
         {},
         {u"app/style"_s, u"tests"_s},
         u"a colour is a role of app/style, not a number"_s},
        {u"dialog-exec"_s,
         Look::Code,
         u"\\b(?!(?:app|application|qApp|loop|drag)\\b)\\w+\\s*(?:\\.|->)\\s*exec\\s*\\("
         u"|\\)\\s*(?:\\.|->)\\s*exec\\s*\\("
         u"|\\b(?!Q(?:Core|Gui)?Application\\b)\\w+::exec\\s*\\("
         u"|\\bQMessageBox::(?:question|warning|information|critical)\\s*\\("
         u"|\\b(?:QFileDialog|QInputDialog|QColorDialog|QFontDialog)::get\\w+\\s*\\("_s,
         {u"app"_s, u"tests/app"_s},
         {},
         u"dialogs are opened, never executed: open() and a signal"_s},
        {u"wall-clock"_s,
         Look::Code,
         u"\\bcurrentDateTime(?:Utc)?\\s*\\(|\\bcurrent(?:MSecs|Secs)SinceEpoch\\s*\\("
         u"|\\bQ(?:Date::currentDate|Time::currentTime)\\s*\\(|\\bsystem_clock\\b"
         u"|\\butc_clock\\b|\\bhigh_resolution_clock\\b|\\bgettimeofday\\s*\\("
         u"|\\bclock_gettime\\s*\\(|\\btime\\s*\\(\\s*(?:nullptr|NULL|0)\\s*\\)"_s,
         {u"core"_s},
         {u"core/base"_s},
         u"core takes time from the Clock it is given"_s},
        {u"global-random"_s,
         Look::Code,
         u"\\bQRandomGenerator(?:64)?::(?:global|system|securelySeeded)\\b|\\brandom_device\\b"
         u"|\\bcreateUuid\\s*\\(|\\bs?rand\\s*\\(|\\bgetrandom\\s*\\("_s,
         {u"core"_s},
         {u"core/base"_s},
         u"core takes randomness from the Random it is given"_s},
        {u"platform-macro"_s,
         Look::Code,
         u"\\bQ_OS_\\w+"
         u"|\\b(?:__linux__|__unix__|__APPLE__|__FreeBSD__|_WIN32|_WIN64|_MSC_VER)\\b"_s,
         {},
         {u"core/base/platform"_s, u"tests"_s},
         u"what differs between systems belongs in core/base/platform"_s}};
}

} // namespace

QList<Rule> patternRules()
{
    QList<Rule> rules;
    for (const Pattern &pattern : simplePatterns())
        rules.append({pattern.name, [pattern](const SourceFile &file) {
                          return findPattern(pattern, file);
                      }});
    const Pattern database{
        u"database"_s,
        Look::Code,
        u"\\bQSqlDatabase\\b"_s,
        {},
        {u"core/replica"_s, u"tests"_s},
        u"QSqlDatabase is for core/replica and the server's stores"_s};
    rules.append({database.name, [database](const SourceFile &file) {
                      return checkDatabase(database, file);
                  }});
    return rules;
}

} // namespace spilno::tidy
