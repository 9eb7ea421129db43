// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/ImportReader.h"
#include "core/import/RejectsWriter.h"

#include <QtCore/QBuffer>
#include <QtCore/QDateTime>
#include <QtCore/QFileInfo>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace spilno::import;
using spilno::base::ErrorCode;

class ImportReaderTest : public QObject
{
    Q_OBJECT

    struct Outcome
    {
        QList<ImportRow> rows;
        QList<ImportReject> rejects;
        qint64 total = 0;
        int defaultPoints = 0;
        int answeredWhileOpen = 0;
    };

    static Outcome readAll(QIODevice &device, const ImportMapping &mapping)
    {
        Outcome outcome;
        auto reader = ImportReader::open(device, mapping);
        if (!reader) {
            qWarning("%s", qUtf8Printable(reader.error().detail));
            return outcome;
        }
        for (;;) {
            auto item = reader->next();
            if (!item || !*item)
                break;
            if (auto *row = std::get_if<ImportRow>(&**item)) {
                outcome.defaultPoints += row->position == PositionKind::DefaultPoint ? 1 : 0;
                outcome.answeredWhileOpen += row->isAnsweredWhileOpen ? 1 : 0;
                outcome.rows.append(std::move(*row));
            } else {
                outcome.rejects.append(std::get<ImportReject>(**item));
            }
        }
        outcome.total = reader->rows();
        return outcome;
    }

    static Outcome readBytes(QByteArray bytes, const QByteArray &mapping)
    {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        return readAll(buffer, *ImportMapping::fromJson(mapping));
    }

    static QByteArray smallMapping()
    {
        return R"({"zone": "Europe/Kyiv", "dateFormats": ["dd.MM.yyyy HH:mm", "yyyy-MM-dd"],
            "openStates": ["registered"], "scanForContacts": ["text", "note"],
            "defaultPoint": {"latitude": 50.45, "longitude": 30.52},
            "fields": {
              "externalId": {"column": "id", "kind": "integer", "required": true},
              "title": {"column": "назва", "fallback": ["тип"], "required": true},
              "text": {"column": "опис"},
              "category": {"column": "тип"},
              "state": {"column": "стан", "map": {"нове": "registered", "закрито": "closed"}},
              "opened": {"column": "дата", "kind": "date", "required": true},
              "latitude": {"column": "lat"}, "longitude": {"column": "lon"},
              "answer": {"column": "відповідь"},
              "source": {"constant": "архів"},
              "note": {"column": "примітка"}}})";
    }

    static QByteArray file(const QByteArray &rows)
    {
        return "id;назва;опис;тип;стан;дата;lat;lon;відповідь;примітка\n" + rows;
    }

    static QString sharedFile(const QString &name)
    {
        for (const char *up : {"/../shared/data/requests/", "/../../shared/data/requests/"}) {
            const QString path = QStringLiteral(SPILNO_SOURCE_DIR) + QString::fromLatin1(up) + name;
            if (QFileInfo::exists(path))
                return path;
        }
        return {};
    }

private Q_SLOTS:
    void aRowBecomesARequest()
    {
        const Outcome out = readBytes(
            file("2215.0; Яма ;\"велика\nяма\";Дороги;нове;16.01.2015 08:30;50.4;30.5;;щось\n"),
            smallMapping());
        QCOMPARE(out.rows.size(), 1);
        const ImportRow &row = out.rows.first();
        QCOMPARE(row.externalId, QStringLiteral("2215"));
        QCOMPARE(row.title, QStringLiteral("Яма"));
        QCOMPARE(row.text, QStringLiteral("велика\nяма"));
        QCOMPARE(row.categoryName, QStringLiteral("Дороги"));
        QCOMPARE(row.state, QStringLiteral("registered"));
        QCOMPARE(
            QDateTime::fromMSecsSinceEpoch(row.openedMs, Qt::UTC).toString(Qt::ISODate),
            QStringLiteral("2015-01-16T06:30:00Z"));
        QVERIFY(!row.closedMs);
        QCOMPARE(row.position, PositionKind::Given);
        QCOMPARE(row.latitude, 50.4);
        QCOMPARE(row.source, QStringLiteral("архів"));
        QCOMPARE(row.extra.value(QStringLiteral("note")), QStringLiteral("щось"));
        QVERIFY(!row.isAnsweredWhileOpen);
    }

    void quirksAreMarkedAndImported()
    {
        const Outcome out = readBytes(
            file("1;;;Дороги;нове;2015-01-16;50.45;30.52;уже зроблено;\n"
                 "2;а;;;нове;2015-01-16;0;0;;\n"
                 "3;а;;;закрито;2015-01-16;;;готово;\n"
                 "4;а;;;закрито;2015-01-16;95;30;;\n"),
            smallMapping());
        QCOMPARE(out.rows.size(), 4);
        QCOMPARE(out.rows[0].title, QStringLiteral("Дороги"));
        QCOMPARE(out.rows[0].position, PositionKind::DefaultPoint);
        QCOMPARE(out.rows[0].latitude, 0.0);
        QVERIFY(out.rows[0].isAnsweredWhileOpen);
        QCOMPARE(out.rows[0].answer, QStringLiteral("уже зроблено"));
        QCOMPARE(out.rows[1].position, PositionKind::Unusable);
        QCOMPARE(out.rows[2].position, PositionKind::None);
        QVERIFY(!out.rows[2].isAnsweredWhileOpen);
        QCOMPARE(out.rows[3].position, PositionKind::Unusable);
    }

    void everyRejectSaysWhy()
    {
        const Outcome out = readBytes(
            file("1;а;;;нове;2015-01-16;;;;\n"
                 "1;а;;;нове;2015-01-16;;;;\n"
                 ";а;;;нове;2015-01-16;;;;\n"
                 "2;а;;;інше;2015-01-16;;;;\n"
                 "3;а;;;нове;16/01/2015;;;;\n"
                 "4;а;дзвоніть 067 123 45 67;;нове;2015-01-16;;;;\n"
                 "5;а;;;нове;2015-01-16;;;;a@ukr.net\n"
                 "6;а\n"
                 "7;;;;нове;2015-01-16;;;;\n"
                 "\"8;а;;;нове;2015-01-16;;;;\n"),
            smallMapping());
        QStringList reasons;
        for (const ImportReject &reject : out.rejects)
            reasons.append(rejectReasonName(reject.reason) + u':' + reject.field);
        const QStringList expected = {
            QStringLiteral("duplicate-id:externalId"),
            QStringLiteral("missing-field:externalId"),
            QStringLiteral("unknown-state:state"),
            QStringLiteral("bad-date:opened"),
            QStringLiteral("contact-phone:text"),
            QStringLiteral("contact-email:note"),
            QStringLiteral("column-count:"),
            QStringLiteral("missing-field:title"),
            QStringLiteral("open-quote:")};
        QCOMPARE(reasons, expected);
        QCOMPARE(out.rows.size(), 1);
        QCOMPARE(out.total, 10);
    }

    void rejectsAreAFileToMendAndImportAgain()
    {
        const QTemporaryDir folder;
        const QString imported = folder.filePath(QStringLiteral("a.csv"));
        const QByteArray bytes = file("1;\"Яма, \"\"велика\"\"\";;;інше;2015-01-16;;;;\n"
                                      "2;а;;;нове;16/01/2015;;;;\n");
        const Outcome out = readBytes(bytes, smallMapping());
        QStringList header;
        {
            QByteArray copy = bytes;
            QBuffer buffer(&copy);
            buffer.open(QIODevice::ReadOnly);
            header = CsvReader::open(buffer)->header();
        }
        RejectsWriter first(imported, header, RejectsWriter::Start::Anew);
        QVERIFY(!QFile::exists(first.path()));
        QVERIFY(first.write(out.rejects[0]));
        QVERIFY(first.close());
        RejectsWriter second(imported, header, RejectsWriter::Start::GoOn);
        QVERIFY(second.write(out.rejects[1]));
        QVERIFY(second.close());

        QFile written(imported + QStringLiteral(".rejects.csv"));
        QVERIFY(written.open(QIODevice::ReadOnly));
        const Outcome again = readAll(written, *ImportMapping::fromJson(smallMapping()));
        QCOMPARE(again.rejects.size(), 2);
        QCOMPARE(
            again.rejects[0].fields.mid(0, 6).join(u'|'),
            QStringLiteral("1|2|unknown-state|state|1|Яма, \"велика\""));
        QCOMPARE(
            again.rejects[1].fields.mid(0, 4).join(u'|'), QStringLiteral("2|3|bad-date|opened"));
        RejectsWriter anew(imported, header, RejectsWriter::Start::Anew);
        QVERIFY(!QFile::exists(anew.path()));
    }

    void anUnwritableRejectsFileIsAnError()
    {
        RejectsWriter writer(
            QStringLiteral("/nowhere/at/all/a.csv"), {}, RejectsWriter::Start::Anew);
        QVERIFY(!writer.write({}));
    }

    void unusableMappingsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no JSON") << QByteArray("x");
        QTest::newRow("no fields") << QByteArray("{}");
        QTest::newRow("zone") << QByteArray(
            R"({"zone":"X/Y","fields":{"externalId":{"column":"a"}}})");
        QTest::newRow("encoding") << QByteArray(
            R"({"encoding":"koi","fields":{"externalId":{"column":"a"}}})");
        QTest::newRow("delimiter")
            << QByteArray(R"({"delimiter":"a","fields":{"externalId":{"column":"a"}}})");
        QTest::newRow("kind") << QByteArray(
            R"({"fields":{"externalId":{"column":"a","kind":"x"}}})");
        QTest::newRow("no column") << QByteArray(R"({"fields":{"externalId":{}}})");
        QTest::newRow("no date format") << QByteArray(
            R"({"fields":{"externalId":{"column":"a"},"opened":{"column":"b","kind":"date"}}})");
        QTest::newRow("date format")
            << QByteArray(R"({"dateFormats":["q"],"fields":{"externalId":{"column":"a"}}})");
    }
    void unusableMappingsAreRefused()
    {
        QFETCH(QByteArray, json);
        const auto mapping = ImportMapping::fromJson(json);
        QVERIFY(!mapping);
        QCOMPARE(mapping.error().code, ErrorCode::Malformed);
    }

    void aFileWithoutTheColumnsIsRefusedByName()
    {
        QByteArray bytes = "CASE_TITLE,TYPE\na,b\n";
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        const auto reader =
            ImportReader::open(buffer, *ImportMapping::load(QStringLiteral("boston-311")));
        QVERIFY(!reader);
        QVERIFY(reader.error().detail.contains(QStringLiteral("CASE_ENQUIRY_ID")));
    }

    void shippedMappingsLoadAndOthersAreNotFound()
    {
        QVERIFY(ImportMapping::shippedNames().contains(QStringLiteral("boston-311")));
        for (const QString &name : ImportMapping::shippedNames()) {
            const auto mapping = ImportMapping::load(name);
            QVERIFY2(mapping, qUtf8Printable(mapping ? QString() : mapping.error().detail));
            QCOMPARE(mapping->name(), name);
        }
        QCOMPARE(ImportMapping::load(QStringLiteral("none")).error().code, ErrorCode::NotFound);
    }

    void theBostonSampleIsImported()
    {
        QFile sample(QStringLiteral(SPILNO_SOURCE_DIR "/resources/demo/boston-311-sample.csv"));
        QVERIFY(sample.open(QIODevice::ReadOnly));
        const Outcome out = readAll(sample, *ImportMapping::load(QStringLiteral("boston-311")));
        QCOMPARE(out.total, 2351);
        QCOMPARE(out.rows.size() + out.rejects.size(), 2351);
        QVERIFY(out.rejects.isEmpty());
        const ImportRow &row = out.rows.first();
        QCOMPARE(row.externalId, QStringLiteral("101001363735"));
        QCOMPARE(row.state, QStringLiteral("closed"));
        QCOMPARE(row.department, QStringLiteral("BTDT"));
        QCOMPARE(row.extra.value(QStringLiteral("zip")), QStringLiteral("02115"));
        QCOMPARE(
            QDateTime::fromMSecsSinceEpoch(row.openedMs, Qt::UTC).toString(Qt::ISODate),
            QStringLiteral("2015-04-25T19:37:56Z"));
        QVERIFY(row.answer.startsWith(QStringLiteral("Case Closed Case Noted no bikes")));
    }

    void allOfBostonIsImported()
    {
        const QString path = sharedFile(QStringLiteral("boston-311-2015-01-09.csv.gz"));
        if (path.isEmpty())
            QSKIP("../shared/data/requests/boston-311-2015-01-09.csv.gz is not here");
        if (QStandardPaths::findExecutable(QStringLiteral("gzip")).isEmpty())
            QSKIP("gzip is not installed");
        QProcess gzip;
        gzip.start(QStringLiteral("gzip"), {QStringLiteral("-dc"), path});
        QVERIFY(gzip.waitForFinished(60'000));
        QByteArray bytes = gzip.readAllStandardOutput();
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        const Outcome out = readAll(buffer, *ImportMapping::load(QStringLiteral("boston-311")));
        QCOMPARE(out.total, 94'063);
        for (const ImportReject &reject : out.rejects)
            QCOMPARE(reject.reason, RejectReason::ContactPhone);
        // Three telephone numbers of offices, and two bin numbers that look like mobile numbers.
        QCOMPARE(out.rejects.size(), 5);
        QCOMPARE(out.rows.size() + out.rejects.size(), 94'063);
        QCOMPARE(out.defaultPoints, 13'424); // and one of the rejects
        QCOMPARE(out.answeredWhileOpen, 64);
    }
};

QTEST_GUILESS_MAIN(ImportReaderTest)
#include "ImportReaderTest.moc"
