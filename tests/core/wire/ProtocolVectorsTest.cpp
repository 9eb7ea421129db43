// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ProtocolVectors.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtTest/QtTest>

using namespace spilno;
using namespace Qt::StringLiterals;

namespace {

/// A folder of docs/protocol/vectors and how many scenarios it holds.
struct Folder
{
    QString name;
    int vectors;
};

const Folder kFolders[]{
    {u"value"_s, 57},   {u"header"_s, 26}, {u"ext"_s, 18},     {u"opening"_s, 10},
    {u"payload"_s, 26}, {u"ids"_s, 1},     {u"run"_s, 38},     {u"slice"_s, 31},
    {u"preview"_s, 23}, {u"city"_s, 15},   {u"identity"_s, 9}, {u"signature"_s, 15},
    {u"vault"_s, 14},   {u"frames"_s, 47}, {u"zstd"_s, 9},
};

} // namespace

/// Every scenario of docs/protocol/vectors that protocol.py writes ends here as it says, with the
/// fields it says.
class ProtocolVectorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noVectorIsLost();
    void everyVectorEndsAsItSays_data();
    void everyVectorEndsAsItSays();
};

void ProtocolVectorsTest::noVectorIsLost()
{
    for (const Folder &folder : kFolders)
        QVERIFY2(
            support::vectorFiles(folder.name).size() == folder.vectors, qPrintable(folder.name));
}

void ProtocolVectorsTest::everyVectorEndsAsItSays_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("path");
    for (const Folder &folder : kFolders) {
        for (const QString &path : support::vectorFiles(folder.name))
            QTest::addRow(
                "%s/%s", qPrintable(folder.name), qPrintable(QFileInfo(path).completeBaseName()))
                << folder.name << path;
    }
}

void ProtocolVectorsTest::everyVectorEndsAsItSays()
{
    QFETCH(QString, folder);
    QFETCH(QString, path);
    const auto vector = support::ProtocolVector::read(path);
    QVERIFY(vector);
    QVERIFY(!vector->text("description").isEmpty());
    QCOMPARE(vector->text("area"), folder);
    const auto found = support::judge(folder, *vector);
    const QString outcome =
        found ? QStringLiteral("success") : base::errorCodeName(found.error().code);
    QCOMPARE(outcome, vector->text("expect"));
    QCOMPARE(found.value_or(QJsonObject()), vector->fields[u"fields"_s].toObject());
}

QTEST_GUILESS_MAIN(ProtocolVectorsTest)
#include "ProtocolVectorsTest.moc"
