// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Registry.h"
#include "core/records/Authority.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtTest/QtTest>

using namespace spilno::records;

namespace {

QByteArray where(const RecordType &type, const QString &what)
{
    return (type.name + u'.' + what).toUtf8();
}

bool isIdentifier(const QString &name)
{
    static const QRegularExpression lower(QStringLiteral("^[a-z][a-z0-9]*(_[a-z0-9]+)*$"));
    return lower.match(name).hasMatch();
}

} // namespace

class RegistryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theNumbersAreThoseOfTheProtocol()
    {
        const std::vector<std::pair<std::uint32_t, const char *>> expected{
            {2, "scope"},      {3, "identity"},    {4, "signin"},   {5, "profile"},
            {6, "invitation"}, {7, "join"},        {8, "role"},     {9, "body"},
            {10, "place"},     {11, "category"},   {12, "request"}, {13, "companion"},
            {14, "comment"},   {15, "attachment"}, {16, "erase"},   {17, "activate"},
            {18, "numbering"}, {19, "key_grant"},  {20, "city"},    {21, "holiday"},
            {22, "map_layer"}, {23, "map_part"},
        };
        for (const auto &[number, name] : expected) {
            const RecordType *type = Registry::standard().type(number);
            QVERIFY2(type != nullptr, name);
            QCOMPARE(type->name, QString::fromUtf8(name));
        }
        QVERIFY(Registry::standard().types().size() >= expected.size());
    }

    void everyNumberNameAndKeyIsUnique()
    {
        QSet<std::uint32_t> numbers;
        QSet<QString> names;
        for (const RecordType *type : Registry::standard().types()) {
            QVERIFY2(!numbers.contains(type->number), qUtf8Printable(type->name));
            QVERIFY2(!names.contains(type->name), qUtf8Printable(type->name));
            numbers.insert(type->number);
            names.insert(type->name);
            QSet<std::uint32_t> keys;
            QSet<QString> fields;
            for (const FieldDescriptor &field : type->fields) {
                QVERIFY2(!keys.contains(field.key), where(*type, field.name).constData());
                QVERIFY2(!fields.contains(field.name), where(*type, field.name).constData());
                keys.insert(field.key);
                fields.insert(field.name);
            }
            QVERIFY2(!keys.contains(0), qUtf8Printable(type->name));
        }
    }

    void namesAreIdentifiersAndLeaveTheReservedOnesAlone()
    {
        const QSet<QString> reserved{
            QStringLiteral("id"),      QStringLiteral("type"),    QStringLiteral("entity"),
            QStringLiteral("scope"),   QStringLiteral("author"),  QStringLiteral("created"),
            QStringLiteral("changed"), QStringLiteral("state"),   QStringLiteral("open"),
            QStringLiteral("history"), QStringLiteral("pending"), QStringLiteral("conflicts")};
        for (const RecordType *type : Registry::standard().types()) {
            QVERIFY2(isIdentifier(type->name), qUtf8Printable(type->name));
            for (const FieldDescriptor &field : type->fields) {
                QVERIFY2(isIdentifier(field.name), where(*type, field.name).constData());
                QVERIFY2(!reserved.contains(field.name), where(*type, field.name).constData());
            }
        }
    }

    void personalDataIsNeverInTheShape()
    {
        for (const RecordType *type : Registry::standard().types()) {
            for (const FieldDescriptor &field : type->fields)
                QVERIFY2(
                    !field.personal || field.placement == Placement::Values,
                    where(*type, field.name).constData());
        }
    }

    void rightsHangOnWhatIsNeverErased()
    {
        // Judge looks at these by name.
        for (const RecordType *type : Registry::standard().types()) {
            for (const char *name : {"body", "claim_key"}) {
                const FieldDescriptor *field = type->field(QString::fromUtf8(name));
                if (field == nullptr)
                    continue;
                QVERIFY2(
                    field->placement == Placement::Structural,
                    where(*type, field->name).constData());
                QVERIFY2(field->merge == MergeClass::Register, qUtf8Printable(type->name));
            }
        }
    }

    void everyFieldIsSound()
    {
        for (const RecordType *type : Registry::standard().types()) {
            for (const FieldDescriptor &field : type->fields) {
                const QByteArray at = where(*type, field.name);
                QVERIFY2(field.maxBytes > 0 && field.maxBytes <= 60 * 1024, at.constData());
                QVERIFY2(field.label != nullptr && *field.label != '\0', at.constData());
                QVERIFY2(field.exactBytes == 0 || field.kind == FieldKind::Bytes, at.constData());
                QVERIFY2(
                    (field.kind == FieldKind::Choice) == !field.choices.empty(), at.constData());
                const bool isText =
                    field.kind == FieldKind::Text || field.kind == FieldKind::LongText;
                QVERIFY2(!field.searchable || isText, at.constData());
                QVERIFY2(!field.required || field.merge == MergeClass::Register, at.constData());
                QVERIFY2(!field.indexed || field.merge == MergeClass::Register, at.constData());
                QVERIFY2(
                    (field.merge == MergeClass::Transition) == (field.key == type->stateKey),
                    at.constData());
                for (const QString &choice : field.choices)
                    QVERIFY2(isIdentifier(choice), at.constData());
            }
        }
    }

    void whatATypeNamesExists()
    {
        for (const RecordType *type : Registry::standard().types()) {
            const QByteArray name = type->name.toUtf8();
            QVERIFY2(type->version >= 1, name.constData());
            QVERIFY2(type->titleField.isEmpty() || type->field(type->titleField), name.constData());
            QVERIFY2(type->machine.isEmpty() == (type->stateKey == 0), name.constData());
            QVERIFY2(type->stateKey == 0 || type->field(type->stateKey), name.constData());
            QVERIFY2(type->create != Right::Nobody, name.constData());
        }
    }

    void everyStateIsReachedAndEveryStepLeadsFromOneStateToAnother()
    {
        for (const RecordType *type : Registry::standard().types()) {
            const StateMachine &machine = type->machine;
            if (machine.isEmpty())
                continue;
            QSet<std::pair<std::uint32_t, std::uint32_t>> pairs;
            QSet<std::pair<std::uint32_t, QString>> names;
            for (const Step &step : machine.steps) {
                const QByteArray at = where(*type, step.name);
                QVERIFY2(machine.state(step.from) && machine.state(step.to), at.constData());
                QVERIFY2(step.from != step.to, at.constData());
                QVERIFY2(isIdentifier(step.name) && step.label != nullptr, at.constData());
                QVERIFY2(step.right != Right::Nobody, at.constData());
                QVERIFY2(!pairs.contains({step.from, step.to}), at.constData());
                QVERIFY2(!names.contains({step.from, step.name}), at.constData());
                pairs.insert({step.from, step.to});
                names.insert({step.from, step.name});
            }
            QSet<std::uint32_t> reached{machine.initial};
            for (std::size_t round = 0; round < machine.states.size(); ++round) {
                for (const Step &step : machine.steps) {
                    if (reached.contains(step.from))
                        reached.insert(step.to);
                }
            }
            QSet<std::uint32_t> numbers;
            for (const State &state : machine.states) {
                const QByteArray at = where(*type, state.name);
                QVERIFY2(state.number != 0 && !numbers.contains(state.number), at.constData());
                QVERIFY2(reached.contains(state.number), at.constData());
                QVERIFY2(isIdentifier(state.name) && state.label != nullptr, at.constData());
                numbers.insert(state.number);
            }
        }
    }

    void thePublicRecordHasNoPlaceForAContact()
    {
        const QRegularExpression contact(
            QStringLiteral("phone|mail|contact|reporter|first_name|surname"));
        for (const char *name : {"request", "comment", "attachment"}) {
            const RecordType *type = Registry::standard().type(QString::fromUtf8(name));
            QVERIFY2(type != nullptr, name);
            for (const FieldDescriptor &field : type->fields)
                QVERIFY2(
                    !contact.match(field.name).hasMatch(), where(*type, field.name).constData());
        }
    }

    void onlyShapesGoInClearIntoSealedScopes()
    {
        for (const RecordType *type : Registry::standard().types()) {
            if (!type->inClear)
                continue;
            for (const FieldDescriptor &field : type->fields)
                QVERIFY2(
                    field.placement == Placement::Structural, where(*type, field.name).constData());
        }
    }
};

QTEST_GUILESS_MAIN(RegistryTest)
#include "RegistryTest.moc"
