// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/store/ErasureJournal.h"

#include "syncserver/keys/PrivateFile.h"

#include <QtCore/QFile>

#include <optional>

namespace spilno::server {

using base::ErrorCode;
using base::failure;
using replica::Erasure;

namespace {

constexpr char kJournalVersion[] = "1";
constexpr qint64 kLineBytesMax = 512;

QByteArray lineOf(const Erasure &erasure)
{
    const QString text =
        QStringLiteral("%1 %2 %3 %4 %5\n")
            .arg(
                QLatin1String(kJournalVersion), erasure.op.toHex(), erasure.person.toHex(),
                erasure.scope.toHex(), erasure.entity.toHex());
    return text.toLatin1();
}

std::optional<Erasure> erasureOf(const QByteArray &line)
{
    const QList<QByteArray> words = line.trimmed().split(' ');
    if (words.size() != 5 || words[0] != kJournalVersion)
        return std::nullopt;
    const auto op = base::OpId::fromHex(QString::fromLatin1(words[1]));
    const auto person = base::PersonId::fromHex(QString::fromLatin1(words[2]));
    const auto scope = base::ScopeId::fromHex(QString::fromLatin1(words[3]));
    const auto entity = base::EntityId::fromHex(QString::fromLatin1(words[4]));
    if (!op || !person || !scope || !entity)
        return std::nullopt;
    return Erasure{*op, *person, *scope, *entity};
}

} // namespace

ErasureJournal::ErasureJournal(QString path)
    : m_path(std::move(path))
{
}

QString ErasureJournal::in(const QString &folder)
{
    return folder + QStringLiteral("/erasures.journal");
}

base::Result<std::vector<Erasure>> ErasureJournal::read() const
{
    std::vector<Erasure> all;
    QFile file(m_path);
    if (!file.exists())
        return all;
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Io, QStringLiteral("%1 cannot be read").arg(m_path));
    while (!file.atEnd()) {
        if (const auto erasure = erasureOf(file.readLine(kLineBytesMax)))
            all.push_back(*erasure);
    }
    return all;
}

base::Result<> ErasureJournal::load()
{
    if (m_loaded)
        return {};
    SPILNO_ASSIGN(const std::vector<Erasure> all, read());
    m_known.insert(all.begin(), all.end());
    m_loaded = true;
    return {};
}

base::Result<> ErasureJournal::add(const std::vector<Erasure> &erasures)
{
    SPILNO_TRY(load());
    std::set<Erasure> all = m_known;
    all.insert(erasures.begin(), erasures.end());
    if (all.size() == m_known.size())
        return {};
    // Written anew as a whole: there is little of it, and a cut leaves the one before.
    QByteArray lines;
    for (const Erasure &erasure : all)
        lines += lineOf(erasure);
    SPILNO_TRY(writePrivateFile(m_path, lines));
    m_known = std::move(all);
    return {};
}

base::Result<> ErasureJournal::addFrom(const QString &path)
{
    SPILNO_ASSIGN(const std::vector<Erasure> all, ErasureJournal(path).read());
    return add(all);
}

} // namespace spilno::server
