// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace spilno::tidy {

// A file of the project as the rules read it: its text, and the same text with comments and
// literals blanked out, so that a rule about code does not trip over a sentence. Positions in all
// three texts are the same. A plain value; it knows nothing of the disk.
class SourceFile
{
public:
    struct Include
    {
        int line = 0;
        QString name; // without < > or quotes
        bool quoted = false;
    };

    // `path` is relative to the root of the project, with `/`.
    SourceFile(QString path, QString text);

    const QString &path() const { return m_path; }
    const QString &text() const { return m_text; }
    // The text without comments and without the contents of string and character literals.
    const QString &code() const { return m_code; }
    // The text without comments, with the literals.
    const QString &uncommented() const { return m_uncommented; }
    const QList<Include> &includes() const { return m_includes; }
    QStringList lines() const { return m_text.split(QLatin1Char('\n')); }

    bool isHeader() const;
    bool isCpp() const;
    // True when the file stands below this folder, given without a closing slash.
    bool under(QStringView folder) const;
    // 1 for the first line.
    int lineAt(qsizetype position) const;

private:
    void blank();
    void readIncludes();

    QString m_path;
    QString m_text;
    QString m_code;
    QString m_uncommented;
    QList<Include> m_includes;
};

} // namespace spilno::tidy
