// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/records/StateMachine.h"

#include <QtCore/QString>

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

/// What the city talks about: every record type as data, and the way its changes become tables.
namespace spilno::records {

class FoldRule;

/// How a field's value looks. The projection's column type, JSON form and form widget follow from
/// it.
enum class FieldKind : std::uint8_t {
    Text,     ///< one line; QString
    LongText, ///< many lines, Markdown subset; QString
    Integer,  ///< qint64
    Boolean,  ///< bool
    Time,     ///< ms since 1970-01-01 UTC; qint64, ISO 8601 in JSON
    Entity,   ///< 16-byte entity id; hex in JSON
    Person,   ///< 32-byte person id; hex in JSON
    Bytes,    ///< raw bytes; hex in JSON
    Point,    ///< [latitude, longitude] in 1e-7 degrees; {"lat":…,"lon":…} in JSON
    Choice,   ///< an integer with names, see FieldDescriptor::choices
    Json,     ///< any Value, such as the extra questions of a category
};

enum class MergeClass : std::uint8_t { Register, Set, Transition };

/// Where the value stands: in the erasable values, or in the shape for ever (never personal).
enum class Placement : std::uint8_t { Values, Structural };

/// Who may do a thing. Judged at the (epoch, log index) of the change.
enum class Right : std::uint8_t {
    Anyone,        ///< any certified person who may write to the scope
    Author,        ///< the person who created the record
    AuthorOrClaim, ///< the author, or who proves the record's claim key (six words)
    Staff,         ///< a clerk or administrator of the record's body
    AuthorOrStaff,
    AuthorClaimOrStaff, ///< any of the three above
    BodyAdmin,          ///< an administrator of the record's body, or a registrar
    StaffOrRegistrar,   ///< a clerk or administrator of the record's body, or a registrar
    Registrar,          ///< a registrar of the city, or an owner while the owners' powers last
    Owner,              ///< an owner of the genesis while the powers last
    Nobody,
};

/// One field of a record type. `key` is its number on the wire, for ever.
struct FieldDescriptor
{
    std::uint32_t key = 0;
    QString name = {}; ///< JSON and column name, lower_case
    FieldKind kind = FieldKind::Text;
    MergeClass merge = MergeClass::Register;
    Placement placement = Placement::Values;
    Right edit = Right::Author; ///< Who may write it after creation.
    int maxBytes = 200;
    int exactBytes = 0;    ///< Of Bytes: the only length there is, or 0.
    bool required = false; ///< A creating change without it is void.
    bool searchable = false;
    bool personal = false; ///< May hold personal data; never structural.
    bool indexed = false;  ///< The projection has an index (field, changed).
    bool numbered = false; ///< A creation gets the next number of the device's granted prefix.
    std::vector<QString> choices = {};
    const char *label = nullptr; ///< QT_TRANSLATE_NOOP("records", …): what a form calls it.
};

/// Which scopes a type may live in.
enum class Home : std::uint8_t { Rules, People, Content, Sealed };

/// A record type.
struct RecordType
{
    std::uint32_t number = 0;
    QString name; ///< JSON, CLI and table name, lower_case
    std::uint32_t version = 1;
    Home home = Home::Content;
    Right create = Right::Anyone;
    std::vector<FieldDescriptor> fields;
    StateMachine machine;             ///< Empty when the type has no states.
    std::uint32_t stateKey = 0;       ///< Key of its Transition field, or 0.
    QString titleField;               ///< Shown and searched first.
    std::vector<QString> sortIndexes; ///< Extra SQL index column lists, e.g. "state, changed_ms".
    std::shared_ptr<FoldRule> rule;   ///< Checks and effects beyond the generic fold, or null.
    bool certifies = false;           ///< Its creation certifies its own device: an identity.
    bool anyHome = false;             ///< Lives in scopes of every kind, whatever `home` says.
    bool inClear = false; ///< Not sealed in a sealed scope: it has nothing but the shape.
    bool isBody = false;  ///< The record is a body itself: its staff are those named by its id.

    [[nodiscard]] const FieldDescriptor *field(std::uint32_t key) const;
    [[nodiscard]] const FieldDescriptor *field(const QString &name) const;
    /// Where the record is on a map; nullptr when it has no place.
    [[nodiscard]] const FieldDescriptor *pointField() const;
};

/// All record types known to this program, by number and by name. Filled once by
/// registerAllRecords() at start, constant after that, shared by all threads.
class Registry
{
public:
    /// Adds a type; asserts that number and name are new and the descriptor is sound.
    void add(RecordType type);

    [[nodiscard]] const RecordType *type(std::uint32_t number) const;
    [[nodiscard]] const RecordType *type(const QString &name) const;
    [[nodiscard]] std::vector<const RecordType *> types() const;

    /// The registry with every type of core/records, made on first use.
    [[nodiscard]] static const Registry &standard();

private:
    std::map<std::uint32_t, RecordType> m_types;
};

/// Generated from the folders of core/records.
void registerAllRecords(Registry &registry);

} // namespace spilno::records
