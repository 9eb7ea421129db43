// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QChar>
#include <QtCore/QStringView>

namespace spilno::base {

/// Walks over the code points of a text; a lone surrogate reads as U+FFFD. Does not own the text.
class CodePoints
{
public:
    explicit CodePoints(QStringView text)
        : m_text(text)
    {
    }

    [[nodiscard]] bool hasNext() const { return m_at < m_text.size(); }

    /// The code point at the present place, which moves behind it. Needs hasNext().
    [[nodiscard]] char32_t next()
    {
        const QChar first = m_text[m_at++];
        if (!first.isSurrogate())
            return first.unicode();
        if (first.isHighSurrogate() && hasNext() && m_text[m_at].isLowSurrogate())
            return QChar::surrogateToUcs4(first, m_text[m_at++]);
        return QChar::ReplacementCharacter;
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

} // namespace spilno::base
