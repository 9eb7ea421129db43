// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QtCore/QJsonObject>
#include <QtCore/QString>

namespace spilno::cli {

/// Where a command speaks: answers on the standard output, as one JSON object or as lines for
/// people; progress and errors on the standard error.
class Terminal
{
public:
    void setJson(bool json) { m_json = json; }
    [[nodiscard]] bool isJson() const { return m_json; }

    /// The answer: the object where JSON is asked for, else the text.
    void answer(const QJsonObject &object, const QString &text) const;
    /// Replaces the last progress line on a terminal; a line each elsewhere.
    void progress(const QString &text);
    /// For people, on the standard error.
    void note(const QString &text);

    /// An error whose sentence is already in the person's language.
    [[nodiscard]] tl::unexpected<base::Error> fail(
        base::ErrorCode code, const QString &sentence) const;
    /// Whether fail() made it.
    [[nodiscard]] bool hasSaid(const base::Error &error) const;
    /// The one line for an error: its own sentence when fail() made it, else that of its code.
    [[nodiscard]] QString sentenceOf(const base::Error &error) const;
    void error(const QString &sentence);

private:
    void endProgress();

    bool m_json = false;
    bool m_progressing = false;
    mutable QString m_said; ///< The sentence fail() was given last.
};

} // namespace spilno::cli
