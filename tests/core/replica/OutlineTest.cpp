// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestCity.h"

#include <QtTest/QTest>

using namespace spilno;
using test::TestCity;
using test::TestPerson;

/// What a list that scrolls to any place at once asks of a replica.
class OutlineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void recordsWithoutAValueComeLastInBothOrders();
    void pendingAndAcceptedRecordsStandInOneOrderOnce();
    void recordsOfRowsComeInTheOrderAskedAndLackTheGone();
    void everyWordIsFoundInAnyCaseAndWithAnyApostrophe();

private:
    base::EntityId add(const QString &title, qint64 opened = 0);
    QStringList titles(const replica::Query &query);

    std::unique_ptr<TestCity> m_city;
    TestPerson m_anna;
    base::ScopeId m_scope;
};

void OutlineTest::init()
{
    m_city = std::make_unique<TestCity>();
    m_scope = m_city->makeScope(QStringLiteral("Дороги"));
    m_anna = m_city->join();
}

base::EntityId OutlineTest::add(const QString &title, qint64 opened)
{
    replica::Draft draft;
    draft.type = QStringLiteral("request");
    draft.scope = m_scope;
    draft.fields = {{QStringLiteral("title"), wire::Value(title)}};
    if (opened != 0)
        draft.fields.append({QStringLiteral("opened"), wire::Value(opened)});
    m_city->clock.advance(1);
    const auto made = m_anna.replica->submit({draft});
    return made ? made->entities.front() : base::EntityId();
}

QStringList OutlineTest::titles(const replica::Query &query)
{
    const auto rows = m_anna.replica->outline(query);
    if (!rows)
        return {rows.error().detail};
    const auto records = m_anna.replica->recordsAt(query.type, *rows);
    QStringList found;
    for (const replica::Record &record : *records)
        found.append(record.value(QStringLiteral("title")).toText());
    return found;
}

void OutlineTest::recordsWithoutAValueComeLastInBothOrders()
{
    add(QStringLiteral("перше"), 2000);
    add(QStringLiteral("без дати"));
    add(QStringLiteral("друге"), 1000);
    replica::Query query;
    query.type = QStringLiteral("request");
    query.orderBy = QStringLiteral("opened");
    query.descending = false;
    const QStringList ascending{
        QStringLiteral("друге"), QStringLiteral("перше"), QStringLiteral("без дати")};
    QCOMPARE(titles(query), ascending);
    query.descending = true;
    const QStringList descending{
        QStringLiteral("перше"), QStringLiteral("друге"), QStringLiteral("без дати")};
    QCOMPARE(titles(query), descending);
}

void OutlineTest::pendingAndAcceptedRecordsStandInOneOrderOnce()
{
    const auto accepted = add(QStringLiteral("прийняте"));
    m_city->sync(m_anna);
    add(QStringLiteral("нове"));
    replica::Draft edit;
    edit.type = QStringLiteral("request");
    edit.entity = accepted;
    edit.fields = {{QStringLiteral("title"), wire::Value(QStringLiteral("виправлене"))}};
    m_city->clock.advance(1);
    QVERIFY(m_anna.replica->submit({edit}));
    replica::Query query;
    query.type = QStringLiteral("request");
    const QStringList expected{QStringLiteral("виправлене"), QStringLiteral("нове")};
    QCOMPARE(titles(query), expected);
}

void OutlineTest::recordsOfRowsComeInTheOrderAskedAndLackTheGone()
{
    add(QStringLiteral("а"));
    add(QStringLiteral("б"));
    replica::Query query;
    query.type = QStringLiteral("request");
    query.descending = false;
    const auto rows = m_anna.replica->outline(query);
    QCOMPARE(rows->size(), std::size_t{2});
    const auto records = m_anna.replica->recordsAt(query.type, {rows->at(1), 999'999, rows->at(0)});
    QCOMPARE(records->size(), std::size_t{2});
    QCOMPARE(records->front().value(QStringLiteral("title")).toText(), QStringLiteral("б"));
    QCOMPARE(records->front().row, rows->at(1));
}

void OutlineTest::everyWordIsFoundInAnyCaseAndWithAnyApostrophe()
{
    add(QStringLiteral("Прорвало ВОДОГІН біля під’їзду"));
    add(QStringLiteral("Водогін цілий"));
    replica::Query query;
    query.type = QStringLiteral("request");
    query.text = QStringLiteral(" під'їзд   водогін ");
    QCOMPARE(titles(query), QStringList{QStringLiteral("Прорвало ВОДОГІН біля під’їзду")});
    QCOMPARE(m_anna.replica->count(query).value(), 1);
    query.text = QStringLiteral("%_'\";--");
    QVERIFY(titles(query).isEmpty());
}

QTEST_GUILESS_MAIN(OutlineTest)
#include "OutlineTest.moc"
