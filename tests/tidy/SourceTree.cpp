// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/SourceTree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace spilno::tidy {

using namespace Qt::StringLiterals;

namespace {

void readFile(const QDir &root, const QString &path, QList<SourceFile> &files)
{
    QFile file(root.filePath(path));
    if (file.open(QIODevice::ReadOnly))
        files.emplaceBack(path, QString::fromUtf8(file.readAll()));
}

} // namespace

QList<SourceFile> readSourceTree(const QString &rootPath)
{
    const QDir root(rootPath);
    const QStringList patterns{u"*.cpp"_s, u"*.h"_s,  u"*.cmake"_s, u"CMakeLists.txt"_s,
                               u"*.sql"_s, u"*.sh"_s, u"*.py"_s};
    QStringList paths{u".ci/run"_s};
    for (const QString &name : root.entryList(patterns, QDir::Files))
        paths.append(name);
    for (const QString &folder :
         {u"core"_s, u"syncserver"_s, u"app"_s, u"tests"_s, u"cmake"_s, u"installer"_s}) {
        QDirIterator entries(
            root.filePath(folder), patterns, QDir::Files, QDirIterator::Subdirectories);
        while (entries.hasNext())
            paths.append(root.relativeFilePath(entries.next()));
    }
    paths.sort();
    QList<SourceFile> files;
    for (const QString &path : paths)
        readFile(root, path, files);
    return files;
}

} // namespace spilno::tidy
