// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/SourceFile.h"

#include "tests/tidy/Finding.h"

#include <QRegularExpression>

namespace spilno::tidy {

using namespace Qt::StringLiterals;

namespace {

// Overwrites [from, to) with spaces, keeping line breaks, so that positions stay.
void erase(QString &text, qsizetype from, qsizetype to)
{
    for (qsizetype i = from; i < qMin(to, text.size()); ++i) {
        if (text.at(i) != u'\n')
            text[i] = u' ';
    }
}

qsizetype endOf(const QString &text, QStringView closing, qsizetype from)
{
    const qsizetype at = text.indexOf(closing, from);
    return at < 0 ? text.size() : at + closing.size();
}

// The position after the literal that opens with a quote at `from`.
qsizetype endOfLiteral(const QString &text, qsizetype from)
{
    const QChar quote = text.at(from);
    for (qsizetype i = from + 1; i < text.size(); ++i) {
        if (text.at(i) == u'\\')
            ++i;
        else if (text.at(i) == quote || text.at(i) == u'\n')
            return i + 1;
    }
    return text.size();
}

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

// A quote after a digit or letter separates digits (1'000), unless the letters are a prefix.
bool separatesDigits(const QString &text, qsizetype at)
{
    return text.at(at) == u'\'' && at > 0 && text.at(at - 1).isLetterOrNumber() &&
           at + 1 < text.size() && text.at(at + 1).isLetterOrNumber() &&
           !(at + 2 < text.size() && text.at(at + 2) == u'\'');
}

} // namespace

QString Finding::toText() const
{
    return u"%1:%2: %3 [%4]"_s.arg(path).arg(line).arg(message, rule);
}

SourceFile::SourceFile(QString path, QString text)
    : m_path(std::move(path))
    , m_text(std::move(text))
    , m_code(m_text)
    , m_uncommented(m_text)
{
    blank();
    readIncludes();
}

bool SourceFile::isHeader() const
{
    return m_path.endsWith(".h"_L1);
}

bool SourceFile::isCpp() const
{
    return isHeader() || m_path.endsWith(".cpp"_L1);
}

bool SourceFile::under(QStringView folder) const
{
    return m_path.startsWith(folder) && m_path.size() > folder.size() &&
           m_path.at(folder.size()) == u'/';
}

int SourceFile::lineAt(qsizetype position) const
{
    return 1 + static_cast<int>(QStringView(m_text).first(position).count(u'\n'));
}

void SourceFile::blank()
{
    if (!isCpp())
        return;
    qsizetype i = 0;
    while (i < m_text.size()) {
        const QStringView rest = QStringView(m_text).sliced(i);
        qsizetype end = i + 1;
        if (rest.startsWith("//"_L1) || rest.startsWith("/*"_L1)) {
            end = rest.startsWith("//"_L1) ? m_text.indexOf(u'\n', i) : endOf(m_text, u"*/", i + 2);
            end = end < 0 ? m_text.size() : end;
            erase(m_code, i, end);
            erase(m_uncommented, i, end);
        } else if (rest.startsWith("R\""_L1)) {
            const qsizetype open = m_text.indexOf(u'(', i);
            const QString closing = u")%1\""_s.arg(m_text.mid(i + 2, open - i - 2));
            end = open < 0 ? m_text.size() : endOf(m_text, closing, open);
            erase(m_code, i + 2, end - 1);
        } else if (
            rest.startsWith(u'"') || (rest.startsWith(u'\'') && !separatesDigits(m_text, i))) {
            end = endOfLiteral(m_text, i);
            erase(m_code, i + 1, end - 1);
        } else if (isWord(rest.front()) && !rest.startsWith(u'R')) {
            while (end < m_text.size() && isWord(m_text.at(end)) && m_text.at(end) != u'R')
                ++end;
        }
        i = end;
    }
}

void SourceFile::readIncludes()
{
    // Found in the code without literals, so that an #include inside a literal is not one; its
    // name is read from the text.
    static const QRegularExpression directive(
        u"^[ \\t]*#[ \\t]*include[ \\t]*"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression name(u"\\G(?:<([^>\\n]+)>|\"([^\"\\n]+)\")"_s);
    auto directives = directive.globalMatch(m_code);
    while (directives.hasNext()) {
        const auto start = directives.next();
        const auto found = name.match(m_text, start.capturedEnd());
        if (!found.hasMatch())
            continue;
        const bool quoted = found.capturedLength(2) > 0;
        m_includes.append({lineAt(start.capturedEnd()), found.captured(quoted ? 2 : 1), quoted});
    }
}

} // namespace spilno::tidy
