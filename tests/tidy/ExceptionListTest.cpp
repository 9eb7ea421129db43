// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/ExceptionList.h"

#include <QTest>

using namespace spilno::tidy;
using namespace Qt::StringLiterals;

namespace {

const Finding longFunction{u"function-length"_s, u"core/sync/A.cpp"_s, 7,
                           u"too long"_s,        u"A::go"_s,           90};

} // namespace

// The list of exceptions may only shrink.
class ExceptionListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEntryExcusesItsFinding();
    void anEntryDoesNotExcuseMoreThanItSays();
    void anEntryNobodyNeedsIsReported();
    void anEntryThatCouldBeSmallerIsReported();
    void anEntryWithoutReasonIsReported();
};

void ExceptionListTest::anEntryExcusesItsFinding()
{
    const ExceptionList list(u"function-length core/sync/A.cpp A::go 90  # one table of states"_s);
    QVERIFY(list.apply({longFunction}).isEmpty());
}

void ExceptionListTest::anEntryDoesNotExcuseMoreThanItSays()
{
    const ExceptionList list(u"\nfunction-length core/sync/A.cpp A::go 89  # one table"_s);
    QCOMPARE(list.apply({longFunction}).size(), 1);
    const ExceptionList other(u"function-length core/sync/A.cpp A::stop 90  # one table"_s);
    QCOMPARE(other.apply({longFunction}).size(), 2);
}

void ExceptionListTest::anEntryNobodyNeedsIsReported()
{
    const ExceptionList list(u"# a comment\nsodium core/wire/A.cpp  # until moved"_s);
    const Findings left = list.apply({});
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().rule, u"exceptions"_s);
    QCOMPARE(left.first().line, 2);
}

void ExceptionListTest::anEntryThatCouldBeSmallerIsReported()
{
    const ExceptionList list(u"function-length core/sync/A.cpp A::go 120  # one table"_s);
    const Findings left = list.apply({longFunction});
    QCOMPARE(left.size(), 1);
    QVERIFY(left.first().message.contains(u"90"_s));
}

void ExceptionListTest::anEntryWithoutReasonIsReported()
{
    const ExceptionList list(u"function-length core/sync/A.cpp A::go 90"_s);
    QCOMPARE(list.apply({longFunction}).size(), 2);
}

QTEST_GUILESS_MAIN(ExceptionListTest)
#include "ExceptionListTest.moc"
