// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/founding/FoundingPlan.h"

#include "core/base/text/NumberFold.h"

#include <QtCore/QSet>
#include <QtTest/QTest>

using namespace spilno;
using namespace spilno::server;
using namespace Qt::StringLiterals;

class FoundingPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standardPlanSpeaksBothLanguages();
    void questionsSurviveTheirEncoding();
    void unusablePlanIsNamed_data();
    void unusablePlanIsNamed();
    void foreignQuestionsAreLeftOut();
};

void FoundingPlanTest::standardPlanSpeaksBothLanguages()
{
    const FoundingPlan ukrainian = FoundingPlan::standard(PlanLanguage::Ukrainian);
    const FoundingPlan english = FoundingPlan::standard(PlanLanguage::English);
    QCOMPARE(ukrainian.bodies.front().name, u"Міська рада"_s);
    QCOMPARE(english.bodies.front().name, u"Municipality"_s);
    QVERIFY(!ukrainian.bodies.front().sealedScope.isEmpty());
    const QString prefix = ukrainian.bodies.front().prefix;
    QCOMPARE(base::canonicalPrefix(prefix), std::optional(prefix));
    QCOMPARE(ukrainian.categories.size(), english.categories.size());
    int danger = 0;
    int sealed = 0;
    for (const PlannedCategory &category : ukrainian.categories) {
        QVERIFY(!category.name.isEmpty() && !category.nameUk.isEmpty());
        QVERIFY2(category.name != category.nameUk, qPrintable(category.name));
        QVERIFY(category.workingDays > 0);
        QCOMPARE(category.danger, !category.dangerPhone.isEmpty());
        danger += category.danger ? 1 : 0;
        sealed += category.publication == 3 ? 1 : 0;
        QSet<QString> codes;
        for (const auto &question : category.questions) {
            QVERIFY(!codes.contains(question.code));
            codes.insert(question.code);
            QVERIFY(!question.label.isEmpty() && !question.labelUk.isEmpty());
            const bool chosen = question.kind == records::category::QuestionKind::OneOf;
            QCOMPARE(chosen, question.choices.size() > 1);
        }
    }
    QVERIFY(danger >= 3);
    QVERIFY(sealed >= 2);
}

void FoundingPlanTest::questionsSurviveTheirEncoding()
{
    const FoundingPlan plan = FoundingPlan::standard(PlanLanguage::English);
    const auto &questions = plan.categories.front().questions;
    QVERIFY(!questions.empty());
    const auto value =
        wire::Value::decode(base::view(records::category::questionsValue(questions).encoded()));
    QVERIFY(value);
    const auto again = records::category::questionsOf(*value);
    QCOMPARE(again.size(), questions.size());
    QCOMPARE(again.front().code, questions.front().code);
    QCOMPARE(again.front().labelUk, questions.front().labelUk);
    QCOMPARE(again.front().kind, questions.front().kind);
    QCOMPARE(again.front().choices.size(), questions.front().choices.size());
    QCOMPARE(again.front().choices.back().labelUk, questions.front().choices.back().labelUk);
}

void FoundingPlanTest::unusablePlanIsNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("words");
    const QByteArray body = R"({"bodies":[{"id":"a","kind":"unit","name":"A")";
    QTest::newRow("no JSON") << QByteArray("\xff\x00?") << u"plan"_s;
    QTest::newRow("no body") << QByteArray("{}") << u"no body"_s;
    QTest::newRow("no name") << QByteArray(R"({"bodies":[{"id":"a"}]})") << u"a name"_s;
    QTest::newRow("kind") << QByteArray(R"({"bodies":[{"id":"a","name":"A","kind":"x"}]})")
                          << u"kind of the body a"_s;
    QTest::newRow("parent") << QByteArray(body + R"(,"parent":"b"}]})")
                            << u"parent of the body a"_s;
    QTest::newRow("zone") << QByteArray(R"({"time_zone":"Europe/Atlantis"})") << u"Atlantis"_s;
    QTest::newRow("body of a category")
        << QByteArray(body + R"(}],"categories":[{"name":"C","body":"z"}]})")
        << u"body of the category C"_s;
    QTest::newRow("publication")
        << QByteArray(body + R"(}],"categories":[{"name":"C","publication":"never"}]})")
        << u"publication of the category C"_s;
    QTest::newRow("question")
        << QByteArray(
               body +
               R"(}],"categories":[{"name":"C","questions":[{"code":"q","kind":"riddle"}]}]})")
        << u"riddle"_s;
}

void FoundingPlanTest::unusablePlanIsNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, words);
    const auto plan = FoundingPlan::fromJson(json, PlanLanguage::English);
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, base::ErrorCode::Malformed);
    QVERIFY2(plan.error().detail.contains(words), qPrintable(plan.error().detail));
}

void FoundingPlanTest::foreignQuestionsAreLeftOut()
{
    using wire::Value;
    const Value good = Value::List{Value(u"q"_s),    Value(u"Q?"_s), Value(u"П?"_s),
                                   Value(qint64{0}), Value(true),    Value(Value::List())};
    Value::List odd = good.toList();
    odd[3] = Value(qint64{77});
    const auto questions = records::category::questionsOf(
        Value::List{Value(u"text"_s), good, odd, Value::List{Value(u"short"_s)}});
    QCOMPARE(questions.size(), 1U);
    QCOMPARE(questions.front().code, u"q"_s);
    QVERIFY(questions.front().required);
    QVERIFY(records::category::questionsOf(Value(qint64{3})).empty());
}

QTEST_GUILESS_MAIN(FoundingPlanTest)
#include "FoundingPlanTest.moc"
