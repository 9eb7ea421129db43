// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/EntityImage.h"
#include "core/replica/LogTables.h"

#include <QtCore/QHash>

namespace spilno::replica {

/// Which of the two tables of a type: base rows fold sequenced changes only; an overlay row stands
/// for its base row (or for none yet) while the record has pending changes.
enum class Layer : std::uint8_t { Base, Overlay };

/// What an overlay row shows beside the base row. Stored in its flags.
struct OverlayMarks
{
    static constexpr qint64 kConflicted = 1;
    static constexpr qint64 kPreviewed = 2;
    static constexpr qint64 kNothingPending = 4;

    bool pending = false;
    bool previewed = false;

    [[nodiscard]] qint64 flags() const
    {
        return (previewed ? kPreviewed : 0) | (pending ? 0 : kNothingPending);
    }
};

/// Loads and saves images of records in the r_ and p_ tables. `meta` of a row says which changes
/// its values come from: the id of the creating change while it is the only one, else CBOR
/// [created, last step, [* [key, [* change]]]]. Belongs to the replica's thread.
class Projection
{
public:
    Projection(Connection &connection, LogTables &log, const records::Registry &registry)
        : m_connection(connection)
        , m_log(log)
        , m_registry(registry)
    {
    }

    [[nodiscard]] std::optional<records::EntityImage> load(
        const records::RecordType &type, qint64 entityRow, Layer layer, qint64 localNowMs) const;
    [[nodiscard]] base::Result<> save(
        const records::EntityImage &image,
        qint64 entityRow,
        qint64 scopeRow,
        qint64 authorRow,
        Layer layer,
        bool isNew,
        OverlayMarks marks = {});
    [[nodiscard]] base::Result<> remove(
        const records::RecordType &type, qint64 entityRow, Layer layer);

    [[nodiscard]] const records::Registry &registry() const { return m_registry; }

private:
    [[nodiscard]] const QByteArray &saveSql(
        const records::RecordType &type, Layer layer, bool isNew) const;

    Connection &m_connection;
    LogTables &m_log;
    const records::Registry &m_registry;
    mutable QHash<std::uint32_t, QByteArray> m_sql;
};

/// A register's value as its column(s) hold it, bound from `index` on; returns the next index.
int bindValue(
    Statement &statement,
    int index,
    const records::FieldDescriptor &field,
    const wire::Value &value);
/// The value of a field from a row, read from `column` on; moves `column` past it.
[[nodiscard]] wire::Value readValue(
    const Statement &row, int *column, const records::FieldDescriptor &field);

} // namespace spilno::replica
