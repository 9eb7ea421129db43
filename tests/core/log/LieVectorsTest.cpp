// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/LieJudge.h"
#include "tests/support/ProtocolVectors.h"

#include <QtCore/QFileInfo>
#include <QtTest/QtTest>

using namespace spilno;
using namespace Qt::StringLiterals;

namespace {

/// What the judge says of a vector, as the vector says it.
QString outcomeOf(const base::Result<log::LieVerdict> &verdict)
{
    if (!verdict)
        return base::errorCodeName(verdict.error().code);
    return verdict->isLie() ? u"success"_s : log::lieFindingName(verdict->finding);
}

QJsonObject fieldsOf(const log::LieVerdict &verdict)
{
    return {
        {u"kind"_s, log::lieKindName(verdict.kind)},
        {u"city"_s, verdict.city.toHex()},
        {u"name"_s, verdict.cityName},
        {u"key"_s, verdict.key.toHex()},
        {u"epoch"_s, static_cast<qint64>(verdict.epoch)},
        {u"earlierMs"_s, verdict.earlierMs},
        {u"laterMs"_s, verdict.laterMs}};
}

} // namespace

/// The vectors of docs/protocol/lies.md.
class LieVectorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyVectorEndsAsItSays_data();
    void everyVectorEndsAsItSays();
    void everyKindAndEveryFindingHasAVector();
    void everyTurnedBitOfAProofEndsIt();
};

void LieVectorsTest::everyVectorEndsAsItSays_data()
{
    QTest::addColumn<QString>("path");
    const QStringList files = support::vectorFiles(u"lie"_s);
    QVERIFY(files.size() >= 80);
    for (const QString &path : files)
        QTest::addRow("%s", qPrintable(QFileInfo(path).fileName())) << path;
}

void LieVectorsTest::everyVectorEndsAsItSays()
{
    QFETCH(QString, path);
    const auto vector = support::ProtocolVector::read(path);
    QVERIFY(vector);
    const QByteArray bytes = vector->input();
    const auto verdict = log::judgeProof(base::view(bytes));
    QCOMPARE(outcomeOf(verdict), vector->text("expect"));
    if (verdict && verdict->isLie())
        QCOMPARE(fieldsOf(*verdict), vector->fields.value(u"fields"_s).toObject());
    if (const auto proof = log::parseLieProof(base::view(bytes)))
        QCOMPARE(proof->encode(), bytes);
    else
        QVERIFY(!verdict);
}

void LieVectorsTest::everyKindAndEveryFindingHasAVector()
{
    QSet<QString> kinds;
    QSet<QString> findings;
    for (const QString &path : support::vectorFiles(u"lie"_s)) {
        const auto vector = support::ProtocolVector::read(path);
        QVERIFY(vector);
        findings.insert(vector->text("expect"));
        kinds.insert(vector->fields.value(u"fields"_s).toObject().value(u"kind"_s).toString());
    }
    for (int kind = 1; kind <= log::kLieKinds; ++kind) {
        const QString name = log::lieKindName(static_cast<log::LieKind>(kind));
        QVERIFY2(kinds.contains(name), qPrintable(name));
    }
    const auto last = static_cast<int>(log::LieFinding::Absent);
    for (int finding = 1; finding <= last; ++finding) {
        const QString name = log::lieFindingName(static_cast<log::LieFinding>(finding));
        QVERIFY2(findings.contains(name), qPrintable(name));
    }
}

void LieVectorsTest::everyTurnedBitOfAProofEndsIt()
{
    const auto vector = support::ProtocolVector::read(
        support::vectorFolder(u"lie"_s) + u"/held-back-receipted.json"_s);
    QVERIFY(vector);
    const QByteArray good = vector->input();
    const auto shown = log::judgeProof(base::view(good));
    QVERIFY(shown && shown->isLie());
    for (qsizetype i = 0; i < good.size() * 8; ++i) {
        QByteArray bytes = good;
        bytes[i / 8] = static_cast<char>(bytes[i / 8] ^ (1 << (i % 8)));
        const auto verdict = log::judgeProof(base::view(bytes));
        QVERIFY2(!verdict || !verdict->isLie(), qPrintable(QString::number(i)));
    }
}

QTEST_GUILESS_MAIN(LieVectorsTest)
#include "LieVectorsTest.moc"
