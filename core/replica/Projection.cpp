// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/Projection.h"

#include "core/replica/Schema.h"
#include "core/wire/Cbor.h"

namespace spilno::replica {

namespace {

using records::Candidate;
using records::EntityImage;

bool isSimple(const EntityImage &image)
{
    if (image.stateOrigin.change != 0)
        return false;
    for (const records::FieldImage &field : image.fields) {
        if (field.candidates.size() != 1 ||
            field.candidates.front().origin.change != image.created.change)
            return false;
    }
    return true;
}

QByteArray encodeMeta(const EntityImage &image)
{
    QByteArray bytes;
    wire::CborWriter writer(bytes);
    writer.array(3).integer(image.created.change).integer(image.stateOrigin.change);
    writer.array(image.fields.size());
    for (const records::FieldImage &field : image.fields) {
        writer.array(2).number(field.key).array(field.candidates.size());
        for (const Candidate &candidate : field.candidates)
            writer.integer(candidate.origin.change);
    }
    return bytes;
}

/// Decodes changes of a record once each while its image is put together.
class ChangeShelf
{
public:
    ChangeShelf(const LogTables &log, Layer layer, qint64 localNowMs)
        : m_log(log)
        , m_layer(layer)
        , m_localNowMs(localNowMs)
    {
    }

    const records::FoldChange *take(qint64 id)
    {
        const auto found = m_changes.find(id);
        if (found != m_changes.end())
            return found->second ? &*found->second : nullptr;
        const auto row = m_layer == Layer::Base ? m_log.change(id) : m_log.shownChange(id);
        auto change = row ? m_log.foldChange(*row, m_localNowMs) : std::nullopt;
        const auto placed = m_changes.emplace(id, std::move(change)).first;
        return placed->second ? &*placed->second : nullptr;
    }

private:
    const LogTables &m_log;
    Layer m_layer;
    qint64 m_localNowMs;
    std::map<qint64, std::optional<records::FoldChange>> m_changes;
};

void readCandidates(wire::CborReader &reader, EntityImage &image, ChangeShelf &shelf)
{
    const std::uint64_t count = reader.array();
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
        reader.array(2);
        records::FieldImage field;
        field.key = static_cast<std::uint32_t>(reader.number());
        const std::uint64_t candidates = reader.array();
        for (std::uint64_t k = 0; k < candidates && reader.ok(); ++k) {
            const records::FoldChange *change = shelf.take(reader.integer());
            const wire::FieldChange *written =
                change != nullptr ? change->payload.field(field.key) : nullptr;
            const records::FieldDescriptor *descriptor = image.type->field(field.key);
            if (written != nullptr && descriptor != nullptr)
                field.candidates.push_back(records::candidateOf(*descriptor, *change, *written));
        }
        image.fields.push_back(std::move(field));
    }
}

} // namespace

int bindValue(
    Statement &statement,
    int index,
    const records::FieldDescriptor &field,
    const wire::Value &value)
{
    using records::FieldKind;
    if (field.kind == FieldKind::Point) {
        const auto &list = value.toList();
        for (std::size_t i = 0; i < 2 && list.size() == 2; ++i)
            statement.bind(index + static_cast<int>(i), list[i].toInteger());
        return index + 2;
    }
    // What nothing is bound to is NULL.
    if (value.isEmpty())
        return index + 1;
    if (field.kind == FieldKind::Json)
        statement.bindBlobCopy(index, base::view(value.encoded()));
    else if (value.isText())
        statement.bindText(index, value.toText());
    else if (value.isBoolean())
        statement.bind(index, qint64{value.toBoolean() ? 1 : 0});
    else if (value.isInteger())
        statement.bind(index, value.toInteger());
    else
        statement.bindBlobCopy(index, base::view(value.toBytes()));
    return index + 1;
}

wire::Value readValue(const Statement &row, int *column, const records::FieldDescriptor &field)
{
    using records::FieldKind;
    const int at = *column;
    *column += field.kind == FieldKind::Point ? 2 : 1;
    if (row.isNull(at))
        return {};
    switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::LongText:
        return wire::Value(row.text(at));
    case FieldKind::Boolean:
        return wire::Value(row.integer(at) != 0);
    case FieldKind::Integer:
    case FieldKind::Time:
    case FieldKind::Choice:
        return wire::Value(row.integer(at));
    case FieldKind::Point:
        return wire::Value(
            wire::Value::List{wire::Value(row.integer(at)), wire::Value(row.integer(at + 1))});
    case FieldKind::Json:
        return wire::Value::decode(row.blob(at)).value_or(wire::Value());
    case FieldKind::Entity:
    case FieldKind::Person:
    case FieldKind::Bytes:
        return wire::Value(row.bytes(at));
    }
    return {};
}

const QByteArray &Projection::saveSql(
    const records::RecordType &type, Layer layer, bool isNew) const
{
    QByteArray &sql = m_sql[type.number * 4 + (layer == Layer::Base ? 0U : 2U) + (isNew ? 1U : 0U)];
    if (!sql.isEmpty())
        return sql;
    const QByteArray table = layer == Layer::Base ? baseTable(type) : overlayTable(type);
    QByteArray columns = "id, scope, author, created, changed, state, flags, meta";
    QByteArray marks = "?1,?2,?3,?4,?5,?6,?7,?8";
    int count = 8;
    for (const records::FieldDescriptor &field : type.fields) {
        for (const QByteArray &column : columnsOf(field)) {
            columns += ", \"" + column + "\"";
            marks += ",?" + QByteArray::number(++count);
        }
    }
    sql = (isNew ? QByteArray("INSERT INTO \"") : QByteArray("INSERT OR REPLACE INTO \"")) + table +
          "\"(" + columns + ") VALUES(" + marks + ")";
    return sql;
}

base::Result<> Projection::save(
    const EntityImage &image,
    qint64 entityRow,
    qint64 scopeRow,
    qint64 authorRow,
    Layer layer,
    bool isNew,
    OverlayMarks marks)
{
    Statement insert = m_connection.prepare(saveSql(*image.type, layer, isNew));
    insert.bind(1, entityRow).bind(2, scopeRow).bind(3, authorRow).bind(4, image.createdMs);
    insert.bind(5, image.changedMs).bind(6, qint64{image.state});
    const qint64 conflicted = image.conflicted() ? OverlayMarks::kConflicted : 0;
    insert.bind(7, conflicted | (layer == Layer::Overlay ? marks.flags() : 0));
    QByteArray meta;
    if (isSimple(image)) {
        insert.bind(8, image.created.change);
    } else {
        meta = encodeMeta(image);
        insert.bindBlob(8, base::view(meta));
    }
    int index = 9;
    for (const records::FieldDescriptor &field : image.type->fields) {
        if (field.merge != records::MergeClass::Register)
            continue;
        const records::FieldImage *written = image.field(field.key);
        if (written == nullptr || written->candidates.empty())
            index += field.kind == records::FieldKind::Point ? 2 : 1;
        else
            index = bindValue(insert, index, field, written->candidates.front().value);
    }
    return insert.run();
}

base::Result<> Projection::remove(const records::RecordType &type, qint64 entityRow, Layer layer)
{
    const QByteArray table = layer == Layer::Base ? baseTable(type) : overlayTable(type);
    Statement remove =
        m_connection.prepare(QByteArray(QByteArray("DELETE FROM \"") + table + "\" WHERE id = ?1"));
    remove.bind(1, entityRow);
    return remove.run();
}

std::optional<EntityImage> Projection::load(
    const records::RecordType &type, qint64 entityRow, Layer layer, qint64 localNowMs) const
{
    const QByteArray table = layer == Layer::Base ? baseTable(type) : overlayTable(type);
    QByteArray meta;
    qint64 created = 0;
    EntityImage image;
    {
        Statement query = m_connection.prepare(QByteArray(
            QByteArray("SELECT typeof(meta), meta, state, created, changed FROM \"") + table +
            "\" WHERE id = ?1"));
        query.bind(1, entityRow);
        if (!query.next())
            return std::nullopt;
        if (query.text(0) == QLatin1String("integer"))
            created = query.integer(1);
        else
            meta = query.bytes(1);
        image.state = static_cast<std::uint32_t>(query.integer(2));
        image.createdMs = query.integer(3);
        image.changedMs = query.integer(4);
    }
    ChangeShelf shelf(m_log, layer, localNowMs);
    if (meta.isEmpty()) {
        const records::FoldChange *change = shelf.take(created);
        if (change == nullptr)
            return std::nullopt;
        EntityImage simple = EntityImage::create(type, *change);
        simple.changedMs = image.changedMs; // a change that only settled something counts as well
        return simple;
    }
    wire::CborReader reader(base::view(meta));
    reader.array(3);
    const records::FoldChange *creation = shelf.take(reader.integer());
    const qint64 step = reader.integer();
    if (creation == nullptr)
        return std::nullopt;
    image.type = &type;
    image.entity = creation->entity;
    image.scope = creation->scope;
    image.created = creation->origin;
    image.stateRecordedMs = creation->recordedMs;
    if (const records::FoldChange *change = step != 0 ? shelf.take(step) : nullptr) {
        image.stateOrigin = change->origin;
        image.stateRecordedMs = change->recordedMs;
    }
    readCandidates(reader, image, shelf);
    return reader.finished() ? std::optional(std::move(image)) : std::nullopt;
}

} // namespace spilno::replica
