// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/FunctionScanner.h"

#include <QRegularExpression>

namespace spilno::tidy {

using namespace Qt::StringLiterals;

namespace {

enum class Opens { Scope, Function, Values };

// What a brace opens, judged by the text between the previous statement and the brace.
Opens classify(const QString &head)
{
    static const QRegularExpression scope(
        u"^(?:inline\\s+)?(?:namespace\\b|extern\\b\\s*\"|export\\b)"_s);
    static const QRegularExpression type(
        u"^(?:template\\s*<.*>\\s*)?(?:typedef\\s+)?(?:class|struct|union|enum)\\b[^()=]*"
        u"(?:\\([^()]*\\)[^()=]*)*$"_s,
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression lambda(
        u"=\\s*\\[[^\\]]*\\]\\s*(?:\\(|mutable|noexcept|->|$)"_s);
    static const QRegularExpression returnsType(
        u"^(?:struct|class|enum|union)\\s+\\w+\\s+\\w+\\("_s);
    if (scope.match(head).hasMatch())
        return Opens::Scope;
    if (type.match(head).hasMatch() && !returnsType.match(head).hasMatch())
        return Opens::Scope;
    if (lambda.match(head).hasMatch())
        return Opens::Function;
    const qsizetype call = head.indexOf(u'(');
    const qsizetype assigned = head.indexOf(QRegularExpression(u"(?<![=!<>])=(?!=)"_s));
    const bool operatorName = head.contains("operator"_L1);
    if (call < 0 || (assigned >= 0 && assigned < call && !operatorName) || head.endsWith(u'='))
        return Opens::Values;
    return Opens::Function;
}

QString functionName(const QString &head)
{
    static const QRegularExpression name(
        u"((?:[\\w~]+(?:<[^>]*>)?::)*(?:operator\\s*[^\\s(]+|~?\\w+))\\s*[({]"_s);
    static const QRegularExpression lambda(u"(\\w+)\\s*=\\s*\\["_s);
    const auto lambdaMatch = lambda.match(head);
    return lambdaMatch.hasMatch() ? lambdaMatch.captured(1) : name.match(head + u'(').captured(1);
}

qsizetype matching(const QString &code, qsizetype open)
{
    int depth = 0;
    for (qsizetype i = open; i < code.size(); ++i) {
        if (code.at(i) == u'{')
            ++depth;
        else if (code.at(i) == u'}' && --depth == 0)
            return i;
    }
    return code.size() - 1;
}

// `: m_name{value}, …` — the braces of an initialiser are followed by a comma or the body.
bool isInitialiser(const QString &code, const QString &head, qsizetype close)
{
    qsizetype next = close + 1;
    while (next < code.size() && code.at(next).isSpace())
        ++next;
    return next < code.size() && head.contains(u')') &&
           (code.at(next) == u',' || code.at(next) == u'{');
}

QString withoutDirectives(QString code)
{
    static const QRegularExpression directive(
        u"^[ \\t]*#(?:[^\\n]*\\\\\\n)*[^\\n]*$"_s, QRegularExpression::MultilineOption);
    auto matches = directive.globalMatch(code);
    while (matches.hasNext()) {
        const auto match = matches.next();
        for (qsizetype i = match.capturedStart(); i < match.capturedEnd(); ++i) {
            if (code.at(i) != u'\n')
                code[i] = u' ';
        }
    }
    static const QRegularExpression label(
        u"\\b(?:public|protected|private|Q_SIGNALS)(?:\\s+Q_SLOTS)?\\s*:(?!:)"_s);
    auto labels = label.globalMatch(code);
    while (labels.hasNext()) {
        const auto match = labels.next();
        code[match.capturedEnd() - 1] = u';';
    }
    return code;
}

} // namespace

QList<FunctionBody> findFunctions(const SourceFile &file)
{
    QList<FunctionBody> functions;
    const QString code = withoutDirectives(file.code());
    qsizetype start = 0;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code.at(i);
        if (c == u';' || c == u'}') {
            start = i + 1;
            continue;
        }
        if (c != u'{')
            continue;
        const QString head = code.mid(start, i - start).trimmed();
        const Opens opens = classify(head);
        if (opens == Opens::Scope) {
            start = i + 1;
            continue;
        }
        const qsizetype close = matching(code, i);
        if (opens == Opens::Function && !isInitialiser(code, head, close)) {
            const int first = file.lineAt(i);
            functions.append({functionName(head), first, file.lineAt(close) - first + 1});
            start = close + 1;
        }
        i = close;
    }
    return functions;
}

} // namespace spilno::tidy
