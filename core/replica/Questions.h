// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/DatabaseCore.h"
#include "core/replica/Places.h"

namespace spilno::replica {

/// Lists, single records, history, conflicts. Reads only. A record with pending or previewed
/// changes is read from its overlay row, all others from their base rows; pages are cut by key,
/// never by offset.
class Questions
{
public:
    explicit Questions(const DatabaseCore &core)
        : m_core(core)
    {
    }

    [[nodiscard]] base::Result<Page> list(const Query &query) const;
    [[nodiscard]] base::Result<qint64> count(const Query &query) const;
    [[nodiscard]] base::Result<std::vector<RowId>> outline(
        const Query &query, std::optional<int> atMost) const;
    [[nodiscard]] base::Result<Places> places(const Query &query, const QString &timeField) const;
    [[nodiscard]] base::Result<std::vector<Record>> recordsAt(
        const QString &type, const std::vector<RowId> &rows) const;
    [[nodiscard]] base::Result<std::optional<Record>> record(
        const QString &type, const base::EntityId &entity) const;
    [[nodiscard]] base::Result<std::optional<Record>> recordOfRow(
        std::uint32_t type, qint64 entityRow) const;
    [[nodiscard]] base::Result<std::vector<HistoryItem>> history(
        const base::EntityId &entity) const;
    [[nodiscard]] base::Result<std::vector<Conflict>> conflicts(int limit) const;
    [[nodiscard]] base::Result<std::vector<HeldRole>> rolesOf(const base::PersonId &person) const;
    [[nodiscard]] base::Result<std::vector<BlobUse>> blobUses(int limit) const;
    [[nodiscard]] QString personName(qint64 personRow) const;

private:
    [[nodiscard]] Record readRecord(
        const Statement &row, const records::RecordType &type, Layer layer) const;
    void readSets(Record &record, const records::RecordType &type, Layer layer) const;
    /// Whether few enough records lie between two latitudes to be looked up by their points.
    [[nodiscard]] base::Result<bool> isNarrow(
        const QByteArray &table,
        const QByteArray &latitude,
        const std::array<qint32, 4> &box) const;
    [[nodiscard]] base::Result<> softConflicts(std::vector<Conflict> &all, int limit) const;

    const DatabaseCore &m_core;
};

} // namespace spilno::replica
