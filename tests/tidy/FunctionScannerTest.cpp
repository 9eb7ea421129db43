// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tidy/FunctionScanner.h"

#include <QTest>

using namespace spilno::tidy;
using namespace Qt::StringLiterals;

namespace {

QStringList scan(const QString &text)
{
    QStringList result;
    for (const FunctionBody &function : findFunctions(SourceFile(u"core/sync/A.cpp"_s, text)))
        result.append(u"%1@%2+%3"_s.arg(function.name).arg(function.line).arg(function.lines));
    return result;
}

} // namespace

// The brace-based search for function bodies, on the forms that occur in formatted C++.
class FunctionScannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsFunctionsInsideNamespaces();
    void findsMethodsInsideClasses();
    void skipsInitialisersOfConstructors();
    void skipsTablesAndTypes();
    void countsALambdaWithItsFunction();
    void isNotMisledByBracesInLiteralsAndComments();
};

void FunctionScannerTest::findsFunctionsInsideNamespaces()
{
    const QString text = u"#include <map>\n"
                         "namespace a {\n"
                         "namespace {\n"
                         "int one()\n"
                         "{\n"
                         "    if (x) {\n"
                         "    }\n"
                         "}\n"
                         "} // namespace\n"
                         "Result<int> A::two(int x) const\n"
                         "{\n"
                         "}\n"
                         "}\n"_s;
    QCOMPARE(scan(text), (QStringList{u"one@5+4"_s, u"A::two@11+2"_s}));
}

void FunctionScannerTest::findsMethodsInsideClasses()
{
    const QString text = u"template <typename T>\n"
                         "class A final : public B<int(int)>\n"
                         "{\n"
                         "public:\n"
                         "    int one() { return 1; }\n"
                         "private:\n"
                         "    struct C\n"
                         "    {\n"
                         "        void two()\n"
                         "        {\n"
                         "        }\n"
                         "    };\n"
                         "};\n"_s;
    QCOMPARE(scan(text), (QStringList{u"one@5+1"_s, u"two@10+2"_s}));
}

void FunctionScannerTest::skipsInitialisersOfConstructors()
{
    const QString text = u"A::A(int x)\n"
                         "    : m_x{x}\n"
                         "    , m_y{x, 2}\n"
                         "    , m_z(3)\n"
                         "{\n"
                         "    go();\n"
                         "}\n"_s;
    QCOMPARE(scan(text), (QStringList{u"A::A@5+3"_s}));
}

void FunctionScannerTest::skipsTablesAndTypes()
{
    const QString text = u"enum class E : int { One, Two };\n"
                         "const QList<int> list{1, 2};\n"
                         "const QList<Row> rows = {{tr(\"a\"), 1}, {tr(\"b\"), 2}};\n"
                         "void last() {}\n"_s;
    QCOMPARE(scan(text), (QStringList{u"last@4+1"_s}));
}

void FunctionScannerTest::countsALambdaWithItsFunction()
{
    const QString text = u"void outer()\n"
                         "{\n"
                         "    const auto inner = [](int x) {\n"
                         "        return x;\n"
                         "    };\n"
                         "}\n"
                         "const auto free = [](int x) {\n"
                         "    return x;\n"
                         "};\n"_s;
    QCOMPARE(scan(text), (QStringList{u"outer@2+5"_s, u"free@7+3"_s}));
}

void FunctionScannerTest::isNotMisledByBracesInLiteralsAndComments()
{
    const QString text = u"void one()\n"
                         "{\n"
                         "    // }\n"
                         "    call('}', \"}}\", R\"x(}\")x\", 1'000'000, u'{');\n"
                         "    /* } */\n"
                         "}\n"
                         "void two() {}\n"_s;
    QCOMPARE(scan(text), (QStringList{u"one@2+5"_s, u"two@7+1"_s}));
}

QTEST_GUILESS_MAIN(FunctionScannerTest)
#include "FunctionScannerTest.moc"
