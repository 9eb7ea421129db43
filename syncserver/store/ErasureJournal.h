// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/replica/Sequencing.h"

#include <QtCore/QString>

#include <set>
#include <vector>

namespace spilno::server {

/// What was ever taken back in a city, in a file that no backup holds: a restored older copy loses
/// the erasures made since, not their effect. Lines of text, never taken out. It says which
/// operations, and nothing of what they said. Used by one thread.
class ErasureJournal
{
public:
    explicit ErasureJournal(QString path);

    /// Where the journal of a city's folder, or of a folder with backups, lies.
    [[nodiscard]] static QString in(const QString &folder);

    /// All of it; empty when there is no file. A line that is no entry, such as one that a cut left
    /// half, is passed over.
    [[nodiscard]] base::Result<std::vector<replica::Erasure>> read() const;
    /// Adds what it does not have yet; durable on return. ReadOnly, DiskFull.
    [[nodiscard]] base::Result<> add(const std::vector<replica::Erasure> &erasures);
    /// Adds what another journal has.
    [[nodiscard]] base::Result<> addFrom(const QString &path);

private:
    [[nodiscard]] base::Result<> load();

    QString m_path;
    bool m_loaded = false;
    std::set<replica::Erasure> m_known;
};

} // namespace spilno::server
