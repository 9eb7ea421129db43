// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/CsvReader.h"

#include <QtCore/QBuffer>
#include <QtTest/QtTest>

using namespace spilno::import;
using spilno::base::ErrorCode;

class CsvReaderTest : public QObject
{
    Q_OBJECT

    struct Read
    {
        QStringList header;
        QList<CsvRow> rows;
        std::optional<spilno::base::Error> error;
        Encoding encoding = Encoding::Utf8;
        QChar delimiter;
    };

    static Read read(QByteArray bytes, const CsvFormat &format = {})
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        Read result;
        auto reader = CsvReader::open(buffer, format);
        if (!reader) {
            result.error = reader.error();
            return result;
        }
        result.header = reader->header();
        result.encoding = reader->encoding();
        result.delimiter = reader->delimiter();
        for (;;) {
            const auto row = reader->next();
            if (!row) {
                result.error = row.error();
                return result;
            }
            if (!*row)
                return result;
            result.rows.append(**row);
        }
    }

    static QString joined(const CsvRow &row) { return row.fields.join(u'|'); }

private Q_SLOTS:
    void quotesDoubledQuotesAndLineBreaksAreRead()
    {
        const Read file =
            read("a,b,c\r\n1,\"two, \"\"2\"\"\",\"line\r\nbreak\"\r\n,,\"\"\n\n4,5 \"x\",6");
        QCOMPARE(file.rows.size(), 3);
        QCOMPARE(joined(file.rows[0]), QStringLiteral("1|two, \"2\"|line\nbreak"));
        QCOMPARE(joined(file.rows[1]), QStringLiteral("||"));
        QCOMPARE(joined(file.rows[2]), QStringLiteral("4|5 \"x\"|6"));
        QCOMPARE(file.rows[0].line, 2);
        QCOMPARE(file.rows[1].line, 4);
        QCOMPARE(file.rows[2].line, 6);
        QCOMPARE(file.rows[2].number, 3);
        for (const CsvRow &row : file.rows)
            QCOMPARE(row.fault, CsvFault::None);
    }

    void delimitersAreSniffed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QChar>("delimiter");
        QTest::newRow("comma") << QByteArray("a,b\n1,2\n") << QChar(u',');
        QTest::newRow("semicolon") << QByteArray("a;b\n1,5;2\n") << QChar(u';');
        QTest::newRow("tab") << QByteArray("a\tb\n1, 2; 3\t4\n") << QChar(u'\t');
        QTest::newRow("inside quotes") << QByteArray("a;b\n\"1,,,\n,,,\";2\n") << QChar(u';');
        QTest::newRow("one column") << QByteArray("a\n1\n") << QChar(u',');
    }
    void delimitersAreSniffed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QChar, delimiter);
        const Read file = read(bytes);
        QCOMPARE(file.delimiter, delimiter);
        QCOMPARE(file.rows.size(), 1);
        QCOMPARE(file.rows[0].fault, CsvFault::None);
    }

    void encodingsAreSniffed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Encoding>("encoding");
        QTest::addColumn<QString>("field");
        const QByteArray head = "a;b\n1;";
        QTest::newRow("utf-8") << head + "Їжак\n" << Encoding::Utf8 << QStringLiteral("Їжак");
        QTest::newRow("utf-8 mark")
            << QByteArray("\xEF\xBB\xBF" + head + "x\n") << Encoding::Utf8 << QStringLiteral("x");
        QTest::newRow("cp1251") << head + "\xAF\xE6\xE0\xEA \xB3 \xB4\xE0\xED\xEE\xEA\n"
                                << Encoding::Windows1251 << QStringLiteral("Їжак і ґанок");
        QTest::newRow("cp1252") << head + "Caf\xE9 f\xFCr M\xFCller \x80 5\n"
                                << Encoding::Windows1252 << QStringLiteral("Café für Müller € 5");
        QTest::newRow("utf-16") << QByteArray(
                                       "\xFF\xFE"
                                       "a\0;\0b\0\n\0"
                                       "1\0;\0"
                                       "\x07\x04\n\0",
                                       18)
                                << Encoding::Utf16Le << QStringLiteral("Ї");
    }
    void encodingsAreSniffed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Encoding, encoding);
        QFETCH(QString, field);
        const Read file = read(bytes);
        QVERIFY(!file.error);
        QCOMPARE(file.encoding, encoding);
        QCOMPARE(file.header, QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(file.rows.value(0).fields.value(1), field);
    }

    void aGivenFormatIsTaken()
    {
        const Read file = read("a,b;c\n\xE9,1;2\n", {Encoding::Windows1251, QChar(u';')});
        QCOMPARE(file.header.first(), QStringLiteral("a,b"));
        QCOMPARE(file.rows[0].fields.first(), QStringLiteral("й,1"));
    }

    void brokenRowsAreReportedAndReadingGoesOn()
    {
        const Read file = read(
            "a,b\n1\n1,2,3\n\"x\"y,2\n\"open,2\n3,4\nж\xFF,5\n6,7\n",
            {Encoding::Utf8, QChar(u',')});
        QList<CsvFault> faults;
        for (const CsvRow &row : file.rows)
            faults.append(row.fault);
        QCOMPARE(
            faults,
            QList<CsvFault>(
                {CsvFault::ColumnCount, CsvFault::ColumnCount, CsvFault::TextAfterQuote,
                 CsvFault::OpenQuote, CsvFault::None, CsvFault::Undecodable, CsvFault::None}));
        QCOMPARE(file.rows[3].fields, QStringList(QStringLiteral("\"open,2")));
        QCOMPARE(file.rows[4].line, 6);
        QCOMPARE(joined(file.rows.last()), QStringLiteral("6|7"));
    }

    void aSignLostBeforeIsNoFault()
    {
        QCOMPARE(read("a,b\nx\xEF\xBF\xBD,1\n").rows.value(0).fault, CsvFault::None);
    }

    void anEndlessLineIsOneBrokenRow()
    {
        const QByteArray line(3 * CsvReader::kRowLengthMax, 'x');
        const Read file = read("a,b\n1," + line + "\n3,4\n\"" + line + "\n5,6\n");
        QCOMPARE(file.rows.size(), 4);
        QCOMPARE(file.rows[0].fault, CsvFault::TooLong);
        QCOMPARE(joined(file.rows[1]), QStringLiteral("3|4"));
        QCOMPARE(file.rows[2].fault, CsvFault::OpenQuote);
        QCOMPARE(joined(file.rows[3]), QStringLiteral("5|6"));
        QCOMPARE(file.rows[3].line, 5);
    }

    void rowsOnTheEdgeOfAPieceAreWhole()
    {
        QByteArray bytes = "a,b\n";
        for (int index = 0; index < 30'000; ++index)
            bytes += QByteArray::number(index) + ",\"ї\"\"" + QByteArray::number(index) + "\"\r\n";
        const Read file = read(bytes);
        QCOMPARE(file.rows.size(), 30'000);
        for (int index = 0; index < 30'000; ++index) {
            if (file.rows[index].fields.last() != QStringLiteral("ї\"%1").arg(index))
                QFAIL(qPrintable(joined(file.rows[index])));
        }
    }

    void whatIsNoTableIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("only a mark") << QByteArray("\xEF\xBB\xBF");
        QTest::newRow("only blanks") << QByteArray(" \r\n\n  \n");
        QTest::newRow("binary") << QByteArray("PK\x03\x04\0\0\0\0abc", 11);
        QTest::newRow("control characters") << QByteArray("\x01\x02\x03\x04").repeated(100);
        QTest::newRow("a column twice") << QByteArray("a,b,a\n1,2,3\n");
    }
    void whatIsNoTableIsRefused()
    {
        QFETCH(QByteArray, bytes);
        const Read file = read(bytes);
        QVERIFY(file.error);
        QCOMPARE(file.error->code, ErrorCode::InvalidArgument);
        QVERIFY(!file.error->detail.isEmpty());
    }

    void whatIsWrittenReadsBack()
    {
        const QStringList fields = {
            QStringLiteral("a,b"), QStringLiteral("say \"x\""), QString(),
            QStringLiteral("two\nlines"), QStringLiteral(" ї ")};
        const QString text = QStringLiteral("a,b,c,d,e\n%1\n").arg(csvLine(fields));
        QCOMPARE(read(text.toUtf8()).rows.value(0).fields, fields);
    }
};

QTEST_GUILESS_MAIN(CsvReaderTest)
#include "CsvReaderTest.moc"
