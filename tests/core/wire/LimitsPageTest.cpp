// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QFile>
#include <QtCore/QMap>
#include <QtCore/QRegularExpression>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;

namespace {

QString textOf(const QString &path)
{
    QFile file(QStringLiteral(SPILNO_SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// One factor: a number such as 64LL or 60'000, or a limit named before.
qint64 factor(QString text, const QMap<QString, qint64> &known)
{
    if (known.contains(text))
        return known[text];
    text.remove(u'\'').remove(u"LL"_s);
    bool isNumber = false;
    const qint64 value = text.toLongLong(&isNumber);
    return isNumber ? value : -1;
}

/// A product or quotient of factors; -1 for anything else.
qint64 evaluate(const QString &expression, const QMap<QString, qint64> &known)
{
    const QStringList parts = expression.split(u' ');
    qint64 value = factor(parts.value(0), known);
    for (qsizetype i = 1; i + 1 < parts.size(); i += 2) {
        const qint64 next = factor(parts[i + 1], known);
        if (value < 0 || next <= 0 || (parts[i] != u"*" && parts[i] != u"/"))
            return -1;
        value = parts[i] == u"*" ? value * next : value / next;
    }
    return value;
}

QMap<QString, qint64> limitsOfProgram()
{
    static const QRegularExpression line(u"constexpr \\w+ (k\\w+) = ([^;]+);"_s);
    QMap<QString, qint64> limits;
    auto matches = line.globalMatch(textOf(u"core/base/Limits.h"_s));
    while (matches.hasNext()) {
        const auto match = matches.next();
        limits.insert(match.captured(1), evaluate(match.captured(2), limits));
    }
    return limits;
}

} // namespace

/// docs/protocol/limits.md against core/base/Limits.h: who adds or changes a limit writes its row.
class LimitsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePageSaysWhatTheProgramKeeps();
    void everyNamedPageIsThere();
};

void LimitsPageTest::thePageSaysWhatTheProgramKeeps()
{
    static const QRegularExpression row(
        u"^\\| `(k\\w+)` \\| ([0-9,]+) \\|"_s, QRegularExpression::MultilineOption);
    QMap<QString, qint64> page;
    auto matches = row.globalMatch(textOf(u"docs/protocol/limits.md"_s));
    while (matches.hasNext()) {
        const auto match = matches.next();
        page.insert(match.captured(1), match.captured(2).remove(u',').toLongLong());
    }
    const QMap<QString, qint64> program = limitsOfProgram();
    QVERIFY(program.size() > 40);
    for (auto it = program.cbegin(); it != program.cend(); ++it) {
        QVERIFY2(it.value() > 0, qPrintable(u"%1: not a product of numbers"_s.arg(it.key())));
        QVERIFY2(
            page.value(it.key(), -1) == it.value(),
            qPrintable(u"limits.md lacks the row: %1 is %2"_s.arg(it.key()).arg(it.value())));
    }
    QCOMPARE(page.keys(), program.keys());
}

void LimitsPageTest::everyNamedPageIsThere()
{
    static const QRegularExpression link(u"\\]\\((\\w+\\.md)\\)"_s);
    int links = 0;
    for (const QString &name :
         {u"README"_s, u"limits"_s, u"encoding"_s, u"change"_s, u"identity"_s, u"slice"_s,
          u"preview"_s, u"session"_s, u"bundle"_s, u"transparency"_s, u"lies"_s}) {
        auto matches = link.globalMatch(textOf(u"docs/protocol/%1.md"_s.arg(name)));
        while (matches.hasNext()) {
            const QString page = matches.next().captured(1);
            QVERIFY2(!textOf(u"docs/protocol/"_s + page).isEmpty(), qPrintable(page));
            ++links;
        }
    }
    QVERIFY(links > 20);
}

QTEST_GUILESS_MAIN(LimitsPageTest)
#include "LimitsPageTest.moc"
