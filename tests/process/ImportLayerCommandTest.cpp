// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ProcessCity.h"

#include <QTest>

using namespace spilno::test;
using namespace Qt::StringLiterals;

/// What `spilnoctl import layer` says of a file that is no map: one clear line, before it asks for
/// any profile.
class ImportLayerCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWrongFileIsSaidInOneLine_data();
    void aWrongFileIsSaidInOneLine();

private:
    ProcessCity m_city;
};

void ImportLayerCommandTest::aWrongFileIsSaidInOneLine_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("more");
    QTest::addColumn<QString>("sentence");
    const QStringList said{u"--name"_s, u"x"_s, u"--attribution"_s, u"y"_s};
    QTest::newRow("a picture") << QByteArray("\xff\xd8\xff\xe0") << said << u"is not JSON"_s;
    QTest::newRow("other JSON") << QByteArray("{}") << said << u"not GeoJSON"_s;
    QTest::newRow("deep") << QByteArray(100, '[') << said << u"nested too deep"_s;
    QTest::newRow("metres") << QByteArray("{\"type\":\"Point\",\"coordinates\":[3397000,6525000]}")
                            << said << u"no longitude and latitude"_s;
    QTest::newRow("no name") << QByteArray("{}") << QStringList() << u"--attribution"_s;
    QTest::newRow("an unknown kind")
        << QByteArray("{}") << said + QStringList{u"--kind"_s, u"roads"_s} << u"boundary"_s;
    QTest::newRow("no file") << QByteArray() << said << u"There is no file"_s;
}

void ImportLayerCommandTest::aWrongFileIsSaidInOneLine()
{
    QFETCH(QByteArray, content);
    QFETCH(QStringList, more);
    QFETCH(QString, sentence);
    // A file for each case; the empty one stands for none.
    const QString name = QString::fromLatin1(QTest::currentDataTag()) + u".geojson"_s;
    if (!content.isEmpty())
        m_city.write(name, content);
    const Outcome outcome =
        m_city.ctl(u"p"_s, QStringList{u"import"_s, u"layer"_s, m_city.path(name)} + more);
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains(sentence), qPrintable(outcome.err));
    QCOMPARE(outcome.err.trimmed().count(u'\n'), 0);
}

QTEST_GUILESS_MAIN(ImportLayerCommandTest)
#include "ImportLayerCommandTest.moc"
