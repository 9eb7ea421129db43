// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/Schema.h"

namespace spilno::replica {

namespace {

// change.id = scope row << 40 | position: primary key order is the order of each scope.
constexpr const char *kLogTables = R"sql(
CREATE TABLE IF NOT EXISTS meta(key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS scope(
    id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, kind INTEGER NOT NULL,
    body BLOB, name TEXT NOT NULL DEFAULT '', salt BLOB, epoch INTEGER NOT NULL DEFAULT 0,
    next INTEGER NOT NULL DEFAULT 0, proven INTEGER NOT NULL DEFAULT 0, chain BLOB NOT NULL,
    followed INTEGER NOT NULL DEFAULT 1, sealing BLOB);
CREATE TABLE IF NOT EXISTS person(id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS feed(
    id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, scope INTEGER NOT NULL,
    person INTEGER NOT NULL, device BLOB NOT NULL, opening BLOB NOT NULL,
    next_seq INTEGER NOT NULL DEFAULT 0, head BLOB NOT NULL, hlc INTEGER NOT NULL DEFAULT 0,
    own INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS change(
    id INTEGER PRIMARY KEY, feed INTEGER NOT NULL, seq INTEGER NOT NULL, entity INTEGER NOT NULL,
    type INTEGER NOT NULL, hlc INTEGER NOT NULL, txn INTEGER NOT NULL, log_index INTEGER NOT NULL,
    recorded INTEGER NOT NULL, verdict INTEGER NOT NULL, hash BLOB NOT NULL, ext BLOB,
    shape BLOB NOT NULL, vals BLOB);
CREATE TABLE IF NOT EXISTS absent(
    change INTEGER PRIMARY KEY, hash BLOB NOT NULL, size INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS signature(
    feed INTEGER NOT NULL, seq INTEGER NOT NULL, sig BLOB NOT NULL,
    PRIMARY KEY(feed, seq)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS pending(
    id INTEGER PRIMARY KEY AUTOINCREMENT, feed INTEGER NOT NULL, seq INTEGER NOT NULL,
    entity INTEGER NOT NULL, type INTEGER NOT NULL, hlc INTEGER NOT NULL, txn INTEGER NOT NULL,
    hash BLOB NOT NULL, ext BLOB, shape BLOB NOT NULL, vals BLOB, sig BLOB,
    written INTEGER NOT NULL, acked INTEGER NOT NULL DEFAULT 0, verdict INTEGER NOT NULL DEFAULT 0,
    refused TEXT, UNIQUE(feed, seq));
CREATE INDEX IF NOT EXISTS pending_entity ON pending(entity);
CREATE INDEX IF NOT EXISTS pending_unacked ON pending(feed, seq, refused) WHERE acked = 0;
-- Records that the full-text index has not taken up yet, in the order of their changes.
CREATE TABLE IF NOT EXISTS search_owed(id INTEGER PRIMARY KEY, entity INTEGER NOT NULL);
-- Changes shown before the log has come so far, with the ids they will have in it, and from where
-- to where they go in their scopes.
CREATE TABLE IF NOT EXISTS preview(
    id INTEGER PRIMARY KEY, feed INTEGER NOT NULL, seq INTEGER NOT NULL, entity INTEGER NOT NULL,
    type INTEGER NOT NULL, hlc INTEGER NOT NULL, txn INTEGER NOT NULL, log_index INTEGER NOT NULL,
    recorded INTEGER NOT NULL, verdict INTEGER NOT NULL, hash BLOB NOT NULL, ext BLOB,
    shape BLOB NOT NULL, vals BLOB, vals_hash BLOB, vals_size INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS preview_entity ON preview(entity);
CREATE TABLE IF NOT EXISTS preview_scope(
    scope INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, first INTEGER NOT NULL,
    next INTEGER NOT NULL, chain BLOB NOT NULL);
-- Runs of others that came in a bundle and wait for the city.
CREATE TABLE IF NOT EXISTS carried(
    id INTEGER PRIMARY KEY, feed BLOB NOT NULL, first_seq INTEGER NOT NULL, count INTEGER NOT NULL,
    last_hash BLOB NOT NULL UNIQUE, bytes BLOB NOT NULL);
-- type and scope are those of the creating change, 0 before it took effect: who names an id first
-- does not decide what it is.
CREATE TABLE IF NOT EXISTS entity(
    id INTEGER PRIMARY KEY, eid BLOB NOT NULL, type INTEGER NOT NULL DEFAULT 0,
    scope INTEGER NOT NULL DEFAULT 0);
-- The chain of a scope at some positions: where received slices ended, or every few hundred changes
-- of a sequencer. Slices read back out of a replica that is no sequencer end only there.
CREATE TABLE IF NOT EXISTS chain_point(
    scope INTEGER NOT NULL, next INTEGER NOT NULL, chain BLOB NOT NULL,
    PRIMARY KEY(scope, next)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS tree(
    level INTEGER NOT NULL, idx INTEGER NOT NULL, hash BLOB NOT NULL,
    PRIMARY KEY(level, idx)) WITHOUT ROWID;
-- Ops whose values are taken back, whether they are here yet or not. Anybody can name any op: only
-- those of the same person, scope and record are meant.
CREATE TABLE IF NOT EXISTS erasure(
    op BLOB NOT NULL, person INTEGER NOT NULL, scope INTEGER NOT NULL, entity BLOB NOT NULL,
    PRIMARY KEY(op, person, scope, entity)) WITHOUT ROWID;
-- What the server signed, to be compared with what it signs later: receipts, of each scope the
-- highest head that a checkpoint proved, and what it was found to have lied about.
CREATE TABLE IF NOT EXISTS held_receipt(
    scope INTEGER NOT NULL, epoch INTEGER NOT NULL, last INTEGER NOT NULL,
    last_index INTEGER NOT NULL, recorded INTEGER NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY(scope, epoch, last)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS held_head(
    scope INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, size INTEGER NOT NULL,
    next INTEGER NOT NULL, chain BLOB NOT NULL, proof BLOB NOT NULL, checkpoint BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS evidence(
    id INTEGER PRIMARY KEY AUTOINCREMENT, subject BLOB NOT NULL UNIQUE, kind INTEGER NOT NULL,
    found INTEGER NOT NULL, bytes BLOB NOT NULL);
-- Void changes that their author has read about; a matter of this computer only.
CREATE TABLE IF NOT EXISTS dismissed(op BLOB PRIMARY KEY) WITHOUT ROWID;
)sql";

// Folded from the log like the r_ tables: emptied by a rebuild.
constexpr const char *kFoldedTables = R"sql(
CREATE TABLE IF NOT EXISTS device(
    key BLOB NOT NULL, person INTEGER NOT NULL, sealing BLOB NOT NULL, kind INTEGER NOT NULL,
    from_index INTEGER NOT NULL, to_index INTEGER, PRIMARY KEY(key, person)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS role(
    person INTEGER NOT NULL, role INTEGER NOT NULL, body BLOB NOT NULL, granted_by BLOB NOT NULL,
    from_index INTEGER NOT NULL, to_index INTEGER,
    PRIMARY KEY(person, role, body, granted_by)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS taken_name(
    kind BLOB NOT NULL, name BLOB NOT NULL, entity BLOB NOT NULL,
    PRIMARY KEY(kind, name)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS prefix(
    device BLOB NOT NULL, prefix BLOB NOT NULL, from_index INTEGER NOT NULL,
    PRIMARY KEY(device, prefix)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS uses(entity BLOB PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
-- What was issued again: op ‖ scope, and the first change of the scope that did.
CREATE TABLE IF NOT EXISTS reissue(op BLOB PRIMARY KEY, change INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS conflict(
    change INTEGER PRIMARY KEY, kind INTEGER NOT NULL, type INTEGER NOT NULL,
    entity INTEGER NOT NULL, person INTEGER NOT NULL, verdict INTEGER NOT NULL, op BLOB NOT NULL);
)sql";

QByteArray columnType(const records::FieldDescriptor &field)
{
    using records::FieldKind;
    switch (field.kind) {
    case FieldKind::Text:
    case FieldKind::LongText:
        return "TEXT";
    case FieldKind::Entity:
    case FieldKind::Person:
    case FieldKind::Bytes:
    case FieldKind::Json:
        return "BLOB";
    default:
        return "INTEGER";
    }
}

QByteArray tableSql(const records::RecordType &type, const QByteArray &table)
{
    QByteArray sql = "CREATE TABLE IF NOT EXISTS \"" + table +
                     "\"(id INTEGER PRIMARY KEY, scope INTEGER NOT NULL, author INTEGER NOT NULL,"
                     " created INTEGER NOT NULL, changed INTEGER NOT NULL, state INTEGER NOT NULL,"
                     " flags INTEGER NOT NULL, meta BLOB";
    for (const records::FieldDescriptor &field : type.fields) {
        for (const QByteArray &column : columnsOf(field))
            sql += ", \"" + column + "\" " + columnType(field);
    }
    return sql + ");";
}

struct Index
{
    QByteArray name;
    QByteArray sql;
};

/// Names and references are looked up by value: rows without one need no place in their index.
/// Numbers and times are sorted by, too, with every row.
QByteArray rowsOf(const records::FieldDescriptor &field, const QByteArray &column)
{
    const QByteArray type = columnType(field);
    return type == "INTEGER" ? QByteArray() : QByteArray(" WHERE \"" + column + "\" IS NOT NULL");
}

std::vector<Index> secondaryIndexes(const records::Registry &registry)
{
    std::vector<Index> all;
    const auto add = [&all](const QByteArray &name, const QByteArray &on, bool unique = false) {
        all.push_back(
            {name, QByteArray(unique ? "CREATE UNIQUE INDEX" : "CREATE INDEX") +
                       " IF NOT EXISTS \"" + name + "\" ON " + on + ";"});
    };
    add("change_feed", "change(feed, seq)", true);
    add("change_entity", "change(entity)");
    add("entity_eid", "entity(eid)", true);
    for (const records::RecordType *type : registry.types()) {
        const QByteArray table = baseTable(*type);
        const QByteArray quoted = "\"" + table + "\"";
        add(table + "_changed", quoted + "(changed, id)");
        if (type->home == records::Home::Content) {
            add(table + "_created", quoted + "(created, id)");
            add(table + "_author", quoted + "(author, changed)");
            if (!type->machine.isEmpty())
                add(table + "_state", quoted + "(state, changed)");
        }
        if (const records::FieldDescriptor *point = type->pointField()) {
            const std::vector<QByteArray> at = columnsOf(*point);
            add(table + "_point", quoted + "(\"" + at[0] + "\", \"" + at[1] + "\") WHERE \"" +
                                      at[0] + "\" IS NOT NULL");
        }
        for (const records::FieldDescriptor &field : type->fields) {
            for (const QByteArray &column : columnsOf(field)) {
                if (field.indexed)
                    add(table + "_" + column,
                        quoted + "(\"" + column + "\", changed)" + rowsOf(field, column));
            }
        }
    }
    return all;
}

/// In one transaction, or every statement would wait for the disk; nothing when nothing is lacking.
base::Result<> atOnce(Connection &connection, const QByteArray &sql)
{
    SPILNO_TRY(connection.execute("BEGIN"));
    auto made = connection.execute(sql);
    if (made)
        made = connection.execute("COMMIT");
    if (!made && connection.inTransaction())
        (void)connection.execute("ROLLBACK");
    return made;
}

} // namespace

QByteArray baseTable(const records::RecordType &type)
{
    return "r_" + type.name.toUtf8();
}

QByteArray overlayTable(const records::RecordType &type)
{
    return "p_" + type.name.toUtf8();
}

std::vector<QByteArray> columnsOf(const records::FieldDescriptor &field)
{
    if (field.merge != records::MergeClass::Register)
        return {};
    const QByteArray name = field.name.toUtf8();
    if (field.kind == records::FieldKind::Point)
        return {name + "_lat", name + "_lon"};
    // The prefix keeps field names apart from the columns every table has.
    return {"f_" + name};
}

base::Result<> createSchema(Connection &connection, const records::Registry &registry)
{
    QByteArray sql = QByteArray(kLogTables) + kFoldedTables;
    for (const records::RecordType *type : registry.types())
        sql += tableSql(*type, baseTable(*type)) + tableSql(*type, overlayTable(*type));
    return connection.execute(sql);
}

base::Result<> createIndexes(Connection &connection, const records::Registry &registry)
{
    for (const Index &index : secondaryIndexes(registry))
        SPILNO_TRY(connection.execute(index.sql));
    return {};
}

base::Result<> dropIndexes(Connection &connection, const records::Registry &registry)
{
    QByteArray sql;
    for (const Index &index : secondaryIndexes(registry))
        sql += "DROP INDEX IF EXISTS \"" + index.name + "\";";
    return atOnce(connection, sql);
}

base::Result<> clearFolded(Connection &connection, const records::Registry &registry)
{
    QByteArray sql = "UPDATE entity SET type = 0, scope = 0; DELETE FROM device; DELETE FROM role;"
                     "DELETE FROM taken_name; DELETE FROM prefix; DELETE FROM uses;"
                     "DELETE FROM reissue; DELETE FROM conflict;";
    for (const records::RecordType *type : registry.types()) {
        sql += "DELETE FROM \"" + baseTable(*type) + "\"; DELETE FROM \"" + overlayTable(*type) +
               "\";";
    }
    return connection.execute(sql);
}

} // namespace spilno::replica
