// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/records/Registry.h"

#include <QtCore/QFile>
#include <QtTest/QtTest>

using namespace spilno::records;

namespace {

constexpr const char *kPath = SPILNO_SOURCE_DIR "/docs/protocol/records.md";
constexpr const char *kStart =
    "<!-- The rest of this page is written by RecordsDocumentTest. -->\n";

QString kindName(const FieldDescriptor &field)
{
    static const std::map<FieldKind, QString> names{
        {FieldKind::Text, QStringLiteral("text")},
        {FieldKind::LongText, QStringLiteral("long text")},
        {FieldKind::Integer, QStringLiteral("integer")},
        {FieldKind::Boolean, QStringLiteral("boolean")},
        {FieldKind::Time, QStringLiteral("time")},
        {FieldKind::Entity, QStringLiteral("entity")},
        {FieldKind::Person, QStringLiteral("person")},
        {FieldKind::Bytes, QStringLiteral("bytes")},
        {FieldKind::Point, QStringLiteral("point")},
        {FieldKind::Choice, QStringLiteral("choice")},
        {FieldKind::Json, QStringLiteral("value")},
    };
    if (field.merge == MergeClass::Transition)
        return QStringLiteral("state");
    QString name = names.at(field.kind);
    if (field.exactBytes > 0)
        name += QStringLiteral(" %1").arg(field.exactBytes);
    else if (
        field.kind == FieldKind::Text || field.kind == FieldKind::LongText ||
        field.kind == FieldKind::Bytes || field.kind == FieldKind::Json)
        name += QStringLiteral(" ≤ %1").arg(field.maxBytes);
    int number = 0;
    QStringList choices;
    for (const QString &choice : field.choices)
        choices.append(QStringLiteral("%1 %2").arg(number++).arg(choice));
    return choices.isEmpty() ? name
                             : name + QStringLiteral(": ") + choices.join(QStringLiteral(", "));
}

QString rightName(Right right)
{
    static const std::map<Right, QString> names{
        {Right::Anyone, QStringLiteral("anyone")},
        {Right::Author, QStringLiteral("author")},
        {Right::AuthorOrClaim, QStringLiteral("author or claim")},
        {Right::Staff, QStringLiteral("staff")},
        {Right::AuthorOrStaff, QStringLiteral("author or staff")},
        {Right::AuthorClaimOrStaff, QStringLiteral("author, claim or staff")},
        {Right::BodyAdmin, QStringLiteral("body admin")},
        {Right::StaffOrRegistrar, QStringLiteral("staff or registrar")},
        {Right::Registrar, QStringLiteral("registrar")},
        {Right::Owner, QStringLiteral("owner")},
        {Right::Nobody, QStringLiteral("nobody")},
    };
    return names.at(right);
}

QString homeName(const RecordType &type)
{
    static const std::map<Home, QString> names{
        {Home::Rules, QStringLiteral("rules")},
        {Home::People, QStringLiteral("people")},
        {Home::Content, QStringLiteral("content")},
        {Home::Sealed, QStringLiteral("sealed")},
    };
    QString name = type.anyHome ? QStringLiteral("any") : names.at(type.home);
    return type.inClear ? name + QStringLiteral(", in clear") : name;
}

QString modeName(const FieldDescriptor &field)
{
    const bool structural = field.placement == Placement::Structural;
    switch (field.merge) {
    case MergeClass::Register:
        return structural ? QStringLiteral("1 structural") : QStringLiteral("0 write");
    case MergeClass::Set:
        return structural ? QStringLiteral("3 structural add") : QStringLiteral("2 add");
    case MergeClass::Transition:
        return QStringLiteral("transition");
    }
    return {};
}

QString fieldRow(const FieldDescriptor &field)
{
    QStringList notes;
    if (field.required)
        notes.append(QStringLiteral("required"));
    if (field.personal)
        notes.append(QStringLiteral("personal"));
    const QString right =
        field.merge == MergeClass::Transition ? QStringLiteral("by step") : rightName(field.edit);
    return QStringLiteral("| %1 | %2 | %3 | %4 | %5 | %6 |\n")
        .arg(
            QString::number(field.key), field.name, kindName(field), modeName(field), right,
            notes.join(QStringLiteral(", ")));
}

QString machineTables(const StateMachine &machine)
{
    QString page = QStringLiteral("\n| state | name | open |\n|---|---|---|\n");
    for (const State &state : machine.states) {
        const QString first =
            state.number == machine.initial ? QStringLiteral(" (first)") : QString();
        page += QStringLiteral("| %1 | %2%3 | %4 |\n")
                    .arg(
                        QString::number(state.number), state.name, first,
                        state.open ? QStringLiteral("yes") : QStringLiteral("no"));
    }
    page += QStringLiteral("\n| step | from | to | right | sentence |\n|---|---|---|---|---|\n");
    for (const Step &step : machine.steps)
        page += QStringLiteral("| %1 | %2 | %3 | %4 | %5 |\n")
                    .arg(
                        step.name, QString::number(step.from), QString::number(step.to),
                        rightName(step.right), step.needsNote ? QStringLiteral("yes") : QString());
    return page;
}

QString typePage(const RecordType &type)
{
    QString page = QStringLiteral("\n### %1 %2\n\nVersion %3 · lives in: %4 · created by: %5\n\n")
                       .arg(type.number)
                       .arg(type.name)
                       .arg(type.version)
                       .arg(homeName(type), rightName(type.create));
    page +=
        QStringLiteral("| key | field | kind | mode | edited by | |\n|---|---|---|---|---|---|\n");
    for (const FieldDescriptor &field : type.fields)
        page += fieldRow(field);
    if (!type.machine.isEmpty())
        page += machineTables(type.machine);
    return page;
}

QString typesPage()
{
    QString page = QStringLiteral("\n## The types\n");
    for (const RecordType *type : Registry::standard().types())
        page += typePage(*type);
    return page;
}

} // namespace

/// Compares the tables of docs/protocol/records.md with the registry. With SPILNO_UPDATE_DOCS=1 in
/// the environment it writes them instead.
class RecordsDocumentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thePageSaysWhatTheRegistrySays()
    {
        QFile file(QString::fromUtf8(kPath));
        QVERIFY2(file.open(QIODevice::ReadOnly), kPath);
        const QString page = QString::fromUtf8(file.readAll());
        file.close();
        const QString marker = QString::fromUtf8(kStart);
        const qsizetype start = page.indexOf(marker);
        QVERIFY(start > 0);
        const QString prose = page.left(start + marker.size());
        const QString expected = typesPage();
        if (qEnvironmentVariableIsSet("SPILNO_UPDATE_DOCS")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write((prose + expected).toUtf8());
            return;
        }
        QCOMPARE(page.mid(prose.size()), expected);
    }

    void everyTypeWithRulesOfItsOwnIsExplained()
    {
        QFile file(QString::fromUtf8(kPath));
        QVERIFY2(file.open(QIODevice::ReadOnly), kPath);
        const QString page = QString::fromUtf8(file.readAll());
        for (const RecordType *type : Registry::standard().types()) {
            if (type->rule)
                QVERIFY2(
                    page.contains(QStringLiteral("\n**%1.** ").arg(type->name)),
                    qUtf8Printable(type->name));
        }
    }
};

QTEST_GUILESS_MAIN(RecordsDocumentTest)
#include "RecordsDocumentTest.moc"
