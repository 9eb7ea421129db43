// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/wire/Value.h"

#include <QtCore/QList>
#include <QtCore/QString>

#include <vector>

namespace spilno::replica {

/// Where a record stands in one replica file; means nothing in another, nor after a rebuild.
using RowId = qint64;

/// A record as it is shown: folded, own pending changes included.
struct Record
{
    std::uint32_t type = 0;
    base::EntityId entity;
    RowId row = 0;
    base::ScopeId scope;
    base::PersonId author;
    QString authorName;
    qint64 createdMs = 0;
    qint64 changedMs = 0;
    std::uint32_t state = 0;
    bool pending = false; ///< Shows changes that the city has not accepted yet.
    bool preview = false; ///< Shows changes that are still being checked against the log.
    bool conflicted = false;
    QList<std::pair<QString, wire::Value>> fields; ///< Shown values, by field name.
    QList<std::pair<QString, wire::Value::List>> sets;

    [[nodiscard]] wire::Value value(const QString &field) const;
};

struct Page
{
    std::vector<Record> items;
    QByteArray next; ///< Empty: no more.
};

struct HistoryItem
{
    base::OpId op;
    base::PersonId person;
    QString personName;
    base::PublicKey device;
    qint64 writtenMs = 0;  ///< The author's clock, clamped.
    qint64 recordedMs = 0; ///< The city's clock; 0 while pending.
    base::ScopeId scope;   ///< Where it stands; of another scope than the record's it is void.
    std::uint64_t position = 0;
    bool pending = false;
    bool preview = false; ///< Its place in the log is still being checked.
    bool erased = false;
    QString verdict; ///< Empty: took effect; else a VoidReason code.
    QString step;    ///< The transition's name, or empty.
    QList<std::pair<QString, wire::Value>> fields;
};

struct Conflict
{
    enum class Kind : std::uint8_t { Soft, Hard, Void, Quarantined };
    Kind kind = Kind::Soft;
    std::uint32_t type = 0;
    base::EntityId entity;
    QString title;
    QString field; ///< Soft conflict of a register; the state's else.
    QString reason;
    std::vector<std::pair<base::OpId, wire::Value>> versions; ///< Shown one first.
    base::OpId op; ///< Hard, Void: the change that failed.
    bool mine = false;
};

/// A file that an attachment names.
struct BlobUse
{
    base::BlobId blob;
    qint64 bytes = 0;      ///< As the attachment says; not checked against the file.
    bool mine = false;     ///< Written by the person of this replica.
    bool accepted = false; ///< The city has the attachment.
    bool erased = false;   ///< Its author took it back.
};

} // namespace spilno::replica
