// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/Rule.h"
#include "tests/tidy/UnityNames.h"

#include <QSet>
#include <QTest>

using namespace spilno::tidy;
using namespace Qt::StringLiterals;

namespace {

struct Case
{
    QString rule;
    QString path;
    QString text;
    int line = 0; // where it must be reported; 0: it must not be
};

const QString licence = u"// SPDX-FileCopyrightText: Spilno contributors\n"
                        "// SPDX-License-Identifier: GPL-3.0-or-later\n"_s;

Case include(const QString &rule, const QString &path, const QString &name, int line)
{
    return {rule, path, u"\n#include %1\n"_s.arg(name), line};
}

QList<Case> layerCases()
{
    const auto layer = [](const QString &from, const QString &to, int line) {
        return include(u"layers"_s, from, u"\"%1\""_s.arg(to), line);
    };
    return {
        layer(u"core/base/A.cpp"_s, u"core/crypto/Hash.h"_s, 2),
        layer(u"core/crypto/A.cpp"_s, u"core/base/Result.h"_s, 0),
        layer(u"core/crypto/A.cpp"_s, u"../wire/Frame.h"_s, 2),
        layer(u"core/log/A.cpp"_s, u"core/voting/Ballot.h"_s, 2),
        layer(u"core/voting/A.cpp"_s, u"core/log/Feed.h"_s, 2),
        layer(u"core/voting/A.cpp"_s, u"core/wire/Frame.h"_s, 0),
        layer(u"core/records/A.cpp"_s, u"core/replica/Replica.h"_s, 2),
        layer(u"core/records/A.cpp"_s, u"core/voting/Ballot.h"_s, 0),
        layer(u"core/sync/A.cpp"_s, u"core/import/CsvReader.h"_s, 2),
        layer(u"core/import/A.cpp"_s, u"core/sync/Session.h"_s, 2),
        layer(u"core/sync/A.cpp"_s, u"core/replica/Replica.h"_s, 0),
        layer(u"core/sync/A.cpp"_s, u"B.h"_s, 0),
        layer(u"core/unknown/A.cpp"_s, u"core/base/Result.h"_s, 2),
        layer(u"core/sync/A.cpp"_s, u"syncserver/Listener.h"_s, 2),
        layer(u"core/sync/A.cpp"_s, u"app/style/Theme.h"_s, 2),
        layer(u"core/sync/A.cpp"_s, u"tests/support/FakeClock.h"_s, 2),
        layer(u"syncserver/A.cpp"_s, u"core/sync/Session.h"_s, 0),
        layer(u"syncserver/A.cpp"_s, u"app/style/Theme.h"_s, 2),
        layer(u"app/main.cpp"_s, u"syncserver/Listener.h"_s, 0),
        layer(u"app/main.cpp"_s, u"app/shell/MainWindow.h"_s, 0),
        layer(u"app/shell/A.cpp"_s, u"syncserver/Listener.h"_s, 2),
        layer(u"app/cli/A.cpp"_s, u"core/replica/Replica.h"_s, 0),
        layer(u"app/cli/A.cpp"_s, u"app/style/Theme.h"_s, 2),
        layer(u"app/shell/A.cpp"_s, u"app/cli/Command.h"_s, 2),
        layer(u"app/style/A.cpp"_s, u"app/widgets/Card.h"_s, 2),
        layer(u"app/widgets/A.cpp"_s, u"app/style/Theme.h"_s, 0),
        layer(u"app/records/A.cpp"_s, u"app/pages/Page.h"_s, 2),
        layer(u"app/pages/requests/A.cpp"_s, u"app/records/Form.h"_s, 0),
        layer(u"app/pages/requests/A.cpp"_s, u"app/pages/Page.h"_s, 0),
        layer(u"app/pages/requests/A.cpp"_s, u"app/pages/requests/B.h"_s, 0),
        layer(u"app/pages/requests/A.cpp"_s, u"app/pages/outbox/B.h"_s, 2),
        layer(u"app/pages/requests/A.cpp"_s, u"../outbox/B.h"_s, 2),
        layer(u"app/settings/A.cpp"_s, u"app/pages/Page.h"_s, 2),
        layer(u"app/pages/A.cpp"_s, u"app/shell/MainWindow.h"_s, 2),
        layer(u"app/shell/A.cpp"_s, u"app/pages/Page.h"_s, 0),
        layer(u"tests/core/ATest.cpp"_s, u"app/style/Theme.h"_s, 2),
        layer(u"tests/core/ATest.cpp"_s, u"syncserver/Listener.h"_s, 2),
        layer(u"tests/server/ATest.cpp"_s, u"syncserver/Listener.h"_s, 0),
        layer(u"tests/app/ATest.cpp"_s, u"app/style/Theme.h"_s, 0),
        layer(u"tests/app/ATest.cpp"_s, u"tests/core/Thing.h"_s, 2),
        layer(u"tests/core/ATest.cpp"_s, u"tests/support/FakeClock.h"_s, 0),
        {u"layers"_s, u"core/base/A.cpp"_s, u"// #include \"app/style/Theme.h\"\n"_s, 0},
        {u"layers"_s, u"core/base/A.cpp"_s, u"auto s = R\"(\n#include \"app/A.h\"\n)\";\n"_s, 0}};
}

QList<Case> headerCases()
{
    QList<Case> cases;
    for (const QString &name :
         {u"<QWidget>"_s, u"<QtWidgets/QWidget>"_s, u"<QtWidgets>"_s, u"<QImage>"_s,
          u"<qimage.h>"_s, u"<QtGui/qcolor.h>"_s, u"<QColor>"_s, u"\"QFont\""_s, u"<QPainter>"_s,
          u"<QApplication>"_s, u"<QGuiApplication>"_s, u"<QSvgRenderer>"_s,
          u"<QtPrintSupport/QPrinter>"_s, u"<qt6/QtGui/QImage>"_s})
        cases.append(include(u"headless"_s, u"core/replica/A.cpp"_s, name, 2));
    for (const QString &name :
         {u"<QString>"_s, u"<QtCore/QString>"_s, u"<QSqlQuery>"_s, u"<QtNetwork/QSslSocket>"_s,
          u"<vector>"_s, u"<sqlite3.h>"_s})
        cases.append(include(u"headless"_s, u"core/replica/A.cpp"_s, name, 0));
    cases +=
        {include(u"headless"_s, u"app/cli/A.cpp"_s, u"<QWidget>"_s, 2),
         include(u"headless"_s, u"app/shell/A.cpp"_s, u"<QWidget>"_s, 0),
         include(u"sodium"_s, u"core/wire/A.cpp"_s, u"<sodium.h>"_s, 2),
         include(u"sodium"_s, u"tests/core/ATest.cpp"_s, u"<sodium/crypto_box.h>"_s, 2),
         include(u"sodium"_s, u"core/crypto/A.cpp"_s, u"<sodium.h>"_s, 0),
         include(u"platform-header"_s, u"core/replica/A.cpp"_s, u"<unistd.h>"_s, 2),
         include(u"platform-header"_s, u"app/shell/A.cpp"_s, u"<sys/stat.h>"_s, 2),
         include(u"platform-header"_s, u"core/base/platform/A.cpp"_s, u"<sys/stat.h>"_s, 0),
         include(u"platform-header"_s, u"core/base/A.cpp"_s, u"<cstdio>"_s, 0)};
    return cases;
}

QList<Case> appPatternCases()
{
    const QString page = u"app/pages/A.cpp"_s;
    const QString style = u"app/style/A.cpp"_s;
    return {
        {u"string-connect"_s, page, u"\nconnect(a, SIGNAL(clicked()), b, SLOT(go()));"_s, 2},
        {u"string-connect"_s, page, u"// SIGNAL(clicked())\nconst auto s = \"SLOT(x)\";"_s, 0},
        {u"style-sheet"_s, page, u"\n\nlabel->setStyleSheet(sheet);"_s, 3},
        {u"style-sheet"_s, style, u"label->setStyleSheet(sheet);"_s, 0},
        {u"hex-colour"_s, page, u"QColor(\"#1D5FAF\")"_s, 1},
        {u"hex-colour"_s, page, u"QColor(u\"#fff\"_s)"_s, 1},
        {u"hex-colour"_s, u"syncserver/A.cpp"_s, u"\"<p style='color:#1d5faf'>\""_s, 1},
        {u"hex-colour"_s, style, u"QColor(\"#1D5FAF\")"_s, 0},
        {u"hex-colour"_s, page, u"// like #1D5FAF\ntr(\"Request #412\");"_s, 0},
        {u"colour-number"_s, page, u"QColor colour(0x1d5faf);"_s, 1},
        {u"colour-number"_s, page, u"pen.setColor(QColor(29, 95, 175));"_s, 1},
        {u"colour-number"_s, page, u"auto c = qRgb(29, 95, 175);"_s, 1},
        {u"colour-number"_s, page, u"auto c = QColor::fromRgbF(0.5, 0.5, 0.5);"_s, 1},
        {u"colour-number"_s, page, u"QColor mixed(role.red(), 0, 0); qRgb(r, g, b);"_s, 0},
        {u"colour-number"_s, style, u"QColor colour(0x1d5faf);"_s, 0},
        {u"dialog-exec"_s, page, u"QDialog dialog;\ndialog.exec();"_s, 2},
        {u"dialog-exec"_s, page, u"if (box->exec() == QMessageBox::Ok)"_s, 1},
        {u"dialog-exec"_s, page, u"menu.exec(point);"_s, 1},
        {u"dialog-exec"_s, page, u"QMenu(this).exec(point);"_s, 1},
        {u"dialog-exec"_s, page, u"return QDialog::exec();"_s, 1},
        {u"dialog-exec"_s, page, u"QMessageBox::question(this, a, b);"_s, 1},
        {u"dialog-exec"_s, page, u"QFileDialog::getOpenFileName(this);"_s, 1},
        {u"dialog-exec"_s, page, u"dialog.open(); executor.execute();"_s, 0},
        {u"dialog-exec"_s, u"app/main.cpp"_s, u"return application.exec();"_s, 0},
        {u"dialog-exec"_s, u"app/main.cpp"_s, u"return QCoreApplication::exec();"_s, 0},
        {u"dialog-exec"_s, u"core/replica/A.cpp"_s, u"query.exec();"_s, 0}};
}

QList<Case> corePatternCases()
{
    const QString core = u"core/sync/A.cpp"_s;
    QList<Case> cases{
        {u"wall-clock"_s, u"core/base/A.cpp"_s, u"QDateTime::currentDateTimeUtc();"_s, 0},
        {u"wall-clock"_s, u"app/shell/A.cpp"_s, u"QDateTime::currentDateTimeUtc();"_s, 0},
        {u"wall-clock"_s, core, u"clock.now(); time(when); steady_clock::now();"_s, 0},
        {u"global-random"_s, u"core/base/A.cpp"_s, u"QRandomGenerator::system();"_s, 0},
        {u"global-random"_s, core, u"QUuid::createUuidV5(space, name); random.bytes(8);"_s, 0},
        {u"database"_s, core, u"\nQSqlDatabase::database();"_s, 2},
        {u"database"_s, u"app/pages/A.cpp"_s, u"QSqlDatabase::database();"_s, 1},
        {u"database"_s, u"syncserver/Listener.cpp"_s, u"QSqlDatabase::database();"_s, 1},
        {u"database"_s, u"syncserver/SqliteStore.cpp"_s, u"QSqlDatabase::database();"_s, 0},
        {u"database"_s, u"syncserver/store/Rows.cpp"_s, u"QSqlDatabase::database();"_s, 0},
        {u"database"_s, u"core/replica/A.cpp"_s, u"QSqlDatabase::database();"_s, 0},
        {u"platform-macro"_s, core, u"\n#ifdef Q_OS_WIN\n"_s, 2},
        {u"platform-macro"_s, core, u"\n#if defined(__linux__)\n"_s, 2},
        {u"platform-macro"_s, u"core/base/platform/A.cpp"_s, u"#ifdef Q_OS_WIN\n"_s, 0}};
    for (const QString &call :
         {u"QDateTime::currentDateTime()"_s, u"QDateTime::currentDateTimeUtc()"_s,
          u"QDateTime::currentMSecsSinceEpoch()"_s, u"QDate::currentDate()"_s,
          u"std::chrono::system_clock::now()"_s, u"time(nullptr)"_s, u"std::time(NULL)"_s})
        cases.append({u"wall-clock"_s, core, u"\nauto now = %1;"_s.arg(call), 2});
    for (const QString &call :
         {u"QRandomGenerator::global()->generate()"_s, u"QRandomGenerator::system()"_s,
          u"std::random_device()"_s, u"QUuid::createUuid()"_s, u"rand()"_s})
        cases.append({u"global-random"_s, core, u"\nauto x = %1;"_s.arg(call), 2});
    return cases;
}

QList<Case> fileCases()
{
    QList<Case> cases{
        {u"name"_s, u"core/sync/Session.cpp"_s, {}, 0},
        {u"name"_s, u"app/main.cpp"_s, {}, 0},
        {u"name"_s, u"core/sync/sync_session.cpp"_s, {}, 1},
        {u"name"_s, u"core/sync/session.h"_s, {}, 1},
        {u"folder"_s, u"core/syncSession/Session.h"_s, {}, 1},
        {u"folder"_s, u"core/sync/Session.h"_s, {}, 0},
        {u"licence"_s, u"core/sync/Session.h"_s, u"#pragma once\n"_s, 1},
        {u"licence"_s, u"core/CMakeLists.txt"_s, u"add_library(x)\n"_s, 1},
        {u"licence"_s, u"core/sync/Session.h"_s, licence.section(u'\n', 1), 1},
        {u"licence"_s, u"core/sync/Session.h"_s, licence, 0},
        {u"pragma-once"_s, u"core/sync/Session.h"_s, u"#ifndef SESSION_H\n"_s, 1},
        {u"pragma-once"_s, u"core/sync/Session.h"_s, u"// #pragma once\n"_s, 1},
        {u"pragma-once"_s, u"core/sync/Session.h"_s, licence + u"#pragma once\n"_s, 0},
        {u"pragma-once"_s, u"core/sync/Session.cpp"_s, licence, 0}};
    for (const QString &suffix :
         {u"Manager"_s, u"Helper"_s, u"Utils"_s, u"Handler"_s, u"Data"_s, u"Info"_s})
        cases.append({u"name"_s, u"core/sync/Session%1.h"_s.arg(suffix), {}, 1});
    return cases;
}

QList<Case> sizeCases()
{
    const QString source = u"core/sync/A.cpp"_s;
    const QString body = u"void go()\n{\n%1}\n"_s;
    const QString step = u"    step();\n"_s;
    const QString table = u"const QList<int> table{\n%1};\n"_s;
    return {
        {u"line-length"_s, source, u"\n"_s + QString(101, u'x'), 2},
        {u"line-length"_s, source, QString(100, u'ї'), 0},
        {u"file-length"_s, source, QString(501, u'\n'), 1},
        {u"file-length"_s, source, QString(500, u'\n'), 0},
        {u"file-length"_s, u"core/sync/A.h"_s, QString(251, u'\n'), 1},
        {u"file-length"_s, u"core/sync/A.h"_s, QString(250, u'\n'), 0},
        {u"function-length"_s, source, body.arg(step.repeated(69)), 2},
        {u"function-length"_s, source, body.arg(step.repeated(68)), 0},
        {u"function-length"_s, source, table.arg(u"    1,\n"_s.repeated(90)), 0}};
}

QList<Case> allCases()
{
    return layerCases() + headerCases() + appPatternCases() + corePatternCases() + fileCases() +
           sizeCases();
}

} // namespace

// Proves that every rule reports what it forbids, at the right line, and leaves the rest alone.
class TidyRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badSnippetsAreReportedAndGoodOnesAreNot_data();
    void badSnippetsAreReportedAndGoodOnesAreNot();
    void everyRuleHasASnippetThatBreaksIt();
    void constantsThatMayMeetAreReported();
};

void TidyRulesTest::badSnippetsAreReportedAndGoodOnesAreNot_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    int number = 0;
    for (const Case &entry : allCases()) {
        const QString title = entry.text.simplified().left(50);
        QTest::addRow("%d %s %s", ++number, qPrintable(entry.rule), qPrintable(title))
            << entry.rule << entry.path << entry.text << entry.line;
    }
}

void TidyRulesTest::badSnippetsAreReportedAndGoodOnesAreNot()
{
    QFETCH(QString, rule);
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(int, line);
    Findings findings;
    for (const Rule &candidate : allRules()) {
        if (candidate.name == rule)
            findings += candidate.check(SourceFile(path, text));
    }
    for (const Finding &finding : std::as_const(findings)) {
        QCOMPARE(finding.rule, rule);
        QCOMPARE(finding.path, path);
        QCOMPARE(finding.line, line);
    }
    QCOMPARE(findings.isEmpty(), line == 0);
}

void TidyRulesTest::everyRuleHasASnippetThatBreaksIt()
{
    QSet<QString> broken;
    for (const Case &entry : allCases()) {
        if (entry.line > 0)
            broken.insert(entry.rule);
    }
    for (const Rule &rule : allRules())
        QVERIFY2(broken.contains(rule.name), qPrintable(rule.name));
}

void TidyRulesTest::constantsThatMayMeetAreReported()
{
    const auto source = [](const QString &path, const QString &room, const QString &constant) {
        return SourceFile(
            path, u"namespace %1 {\nnamespace {\nvoid f()\n{\n}\n%2\n} // namespace\n}\n"_s.arg(
                      room, constant));
    };
    const SourceFile one =
        source(u"core/sync/A.cpp"_s, u"spilno::sync"_s, u"constexpr int kMost = 1;"_s);
    const auto with = [&](const QString &path, const QString &room, const QString &constant) {
        return meetingConstants({one, source(path, room, constant)});
    };
    const auto met = with(u"core/sync/B.cpp"_s, u"spilno::sync"_s, u"constexpr double kMost{2};"_s);
    QCOMPARE(met.size(), 1);
    QCOMPARE(met.front().path, u"core/sync/B.cpp"_s);
    QCOMPARE(met.front().line, 6);
    QVERIFY(with(u"core/wire/B.cpp"_s, u"spilno::wire"_s, u"constexpr int kMost = 1;"_s).isEmpty());
    QVERIFY(with(u"app/sync/B.cpp"_s, u"spilno::sync"_s, u"constexpr int kMost = 1;"_s).isEmpty());
    QVERIFY(
        with(u"core/sync/B.cpp"_s, u"spilno::sync"_s, u"constexpr int kLeast = 1;"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TidyRulesTest)
#include "TidyRulesTest.moc"
