// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/ExceptionList.h"
#include "tests/tidy/Rule.h"
#include "tests/tidy/SourceTree.h"
#include "tests/tidy/UnityNames.h"

#include <QFile>
#include <QTest>

using namespace spilno::tidy;
using namespace Qt::StringLiterals;

// Holds the sources of the project to the house rules. Each rule is a row; its breaches are printed
// as file:line. That each rule is able to fail is shown by TidyRulesTest.
class TidyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sourcesKeepTheRule_data();
    void sourcesKeepTheRule();

private:
    Findings m_findings;
};

void TidyTest::initTestCase()
{
    const QString root = QStringLiteral(SPILNO_SOURCE_DIR);
    const QList<SourceFile> files = readSourceTree(root);
    QVERIFY2(files.size() > 20, "the sources were not found");
    for (const Rule &rule : allRules()) {
        for (const SourceFile &file : files)
            m_findings += rule.check(file);
    }
    m_findings += meetingConstants(files);
    QFile list(root + u"/tests/tidy/exceptions.txt"_s);
    QVERIFY(list.open(QIODevice::ReadOnly));
    m_findings = ExceptionList(QString::fromUtf8(list.readAll())).apply(m_findings);
}

void TidyTest::sourcesKeepTheRule_data()
{
    QTest::addColumn<QString>("rule");
    for (const Rule &rule : allRules())
        QTest::newRow(qPrintable(rule.name)) << rule.name;
    QTest::newRow("unity-names") << u"unity-names"_s;
    QTest::newRow("exceptions") << u"exceptions"_s;
}

void TidyTest::sourcesKeepTheRule()
{
    QFETCH(QString, rule);
    int count = 0;
    for (const Finding &finding : m_findings) {
        if (finding.rule != rule)
            continue;
        ++count;
        qWarning("%s", qPrintable(finding.toText()));
    }
    QVERIFY2(count == 0, qPrintable(u"%1 breaches of the rule %2"_s.arg(count).arg(rule)));
}

QTEST_GUILESS_MAIN(TidyTest)
#include "TidyTest.moc"
