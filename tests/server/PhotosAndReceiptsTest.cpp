// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ProgramRun.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

using namespace spilno::test;

namespace {

/// A JPEG as far as its frame goes, with a note of the camera in it.
QByteArray photoWithNote()
{
    QByteArray jpeg("\xff\xd8", 2);
    const QByteArray note = QByteArray("Exif\0\0", 6) + "home of the reporter";
    jpeg += QByteArray("\xff\xe1\x00", 3) + static_cast<char>(note.size() + 2) + note;
    jpeg += QByteArray("\xff\xdb\x00\x04\x01\x02", 6);
    jpeg += QByteArray("\xff\xda\x00\x02", 4);
    for (int i = 0; i < 600'000; ++i)
        jpeg += static_cast<char>(i * 7);
    return jpeg + QByteArray("\xff\xd9", 2);
}

} // namespace

/// Photos and receipts of six words as people and scripts meet them: processes and a real server.
class PhotosAndReceiptsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void whoShowsTheReceiptSeesTheRequest();
    void whoShowsTheReceiptActsAsTheReporter();
    void aPhotoReachesAnotherProfile();
    void photosHaveABudget();
    void misuseIsToldInOneSentence();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_root.filePath(name); }
    [[nodiscard]] Outcome program(
        const QString &name, const QStringList &arguments, const QByteArray &input = {}) const;
    [[nodiscard]] Outcome ctl(
        const QString &profile, const QStringList &arguments, const QByteArray &input = {}) const;
    void sync(const QString &profile) const;
    void write(const QString &name, const QByteArray &bytes) const;
    [[nodiscard]] QString stateAt(const QString &profile) const;

    QTemporaryDir m_root;
    QProcess m_server;
    QString m_request;
    QString m_words;
};

void PhotosAndReceiptsTest::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

Outcome PhotosAndReceiptsTest::program(
    const QString &name, const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    prepareProgram(process, m_root.path(), path(u"passphrase"_s));
    return runProgram(process, name, arguments, input);
}

Outcome PhotosAndReceiptsTest::ctl(
    const QString &profile, const QStringList &arguments, const QByteArray &input) const
{
    return program(u"spilnoctl"_s, QStringList{u"--profile"_s, profile} + arguments, input);
}

void PhotosAndReceiptsTest::sync(const QString &profile) const
{
    const Outcome done = ctl(profile, {u"sync"_s, u"--once"_s});
    QVERIFY2(done.code == 0, qPrintable(done.err));
}

QString PhotosAndReceiptsTest::stateAt(const QString &profile) const
{
    sync(profile);
    return ctl(profile, {u"show"_s, u"request"_s, m_request, u"--json"_s})
        .json()
        .value(u"state"_s)
        .toString();
}

void PhotosAndReceiptsTest::initTestCase()
{
    write(u"passphrase"_s, "вірний кінь\n");
    const QString listen = u"127.0.0.1:%1"_s.arg(freePort());
    const Outcome founded = program(
        u"spilno-server"_s, {u"init"_s, u"--data"_s, u"data"_s, u"--name"_s, u"Місто"_s,
                             u"--owner"_s, u"owner"_s, u"--listen"_s, listen});
    QVERIFY2(founded.code == 0, qPrintable(founded.err));
    m_server.setWorkingDirectory(m_root.path());
    m_server.start(
        programPath(u"spilno-server"_s),
        {u"serve"_s, u"--data"_s, u"data"_s, u"--listen"_s, listen});
    QVERIFY(QTest::qWaitFor([this] { return m_server.canReadLine(); }, kProgramPatienceMs));
    sync(u"owner"_s);
    const Outcome invited =
        ctl(u"owner"_s, {u"create"_s, u"invitation"_s, u"--json"_s, u"-"_s},
            R"({"role": "clerk", "body": "Municipality", "uses": 1})");
    QVERIFY2(invited.code == 0, qPrintable(invited.err));
    sync(u"owner"_s);
    const QString link = invited.json().value(u"link"_s).toString();
    const auto enter = [&](const QString &profile, const QString &server) {
        const Outcome entered =
            ctl(profile, {u"init"_s, u"--server"_s, server, u"--name"_s, profile});
        QVERIFY2(entered.code == 0, qPrintable(entered.err));
    };
    enter(u"clerk"_s, link);
    enter(u"boris"_s, founded.out.trimmed());
    const Outcome made =
        ctl(u"clerk"_s, {u"create"_s, u"request"_s, u"--json"_s, u"-"_s},
            R"({"title": "Яма на Лісовій", "scope": "Requests", "on_behalf": true,
                "receipt": true})");
    QVERIFY2(made.code == 0, qPrintable(made.err));
    m_request = made.json().value(u"id"_s).toString();
    m_words = made.json().value(u"receipt"_s).toString();
    sync(u"clerk"_s);
    sync(u"boris"_s);
}

void PhotosAndReceiptsTest::cleanupTestCase()
{
    m_server.terminate();
    QVERIFY(m_server.waitForFinished(kProgramPatienceMs));
}

void PhotosAndReceiptsTest::whoShowsTheReceiptSeesTheRequest()
{
    const Outcome seen =
        ctl(u"boris"_s, QStringList{u"receipt"_s} + m_words.split(u' ') + QStringList{u"--json"_s});
    QVERIFY2(seen.code == 0, qPrintable(seen.err));
    QCOMPARE(seen.json().value(u"id"_s).toString(), m_request);
    QCOMPARE(ctl(u"boris"_s, {u"receipt"_s, m_words}).code, 0);
    QCOMPARE(ctl(u"boris"_s, {u"receipt"_s, u"нема таких слів"_s}).code, 1);
}

void PhotosAndReceiptsTest::whoShowsTheReceiptActsAsTheReporter()
{
    const Outcome done =
        ctl(u"clerk"_s, {u"act"_s, u"request"_s, m_request, u"finish"_s, u"--json"_s, u"-"_s},
            R"({"answer": "Засипали"})");
    QVERIFY2(done.code == 0, qPrintable(done.err));
    QCOMPARE(stateAt(u"clerk"_s), u"done_waiting"_s);
    // The office does not confirm its own work, nor does somebody without the receipt.
    for (const QString &profile : {u"clerk"_s, u"boris"_s}) {
        sync(profile);
        (void)ctl(profile, {u"act"_s, u"request"_s, m_request, u"confirm"_s});
        QCOMPARE(stateAt(profile), u"done_waiting"_s);
    }
    const auto act = [&](const QString &step, const QByteArray &json) {
        const Outcome acted = ctl(
            u"boris"_s,
            {u"act"_s, u"request"_s, m_request, step, u"--words"_s, m_words, u"--json"_s, u"-"_s},
            json);
        QVERIFY2(acted.code == 0, qPrintable(acted.err));
    };
    act(u"reopen"_s, R"({"note": "Яма знову тут"})");
    QCOMPARE(stateAt(u"boris"_s), u"registered"_s);
    QCOMPARE(stateAt(u"clerk"_s), u"registered"_s);
    QCOMPARE(
        ctl(u"clerk"_s, {u"act"_s, u"request"_s, m_request, u"finish"_s, u"--json"_s, u"-"_s},
            R"({"answer": "Тепер добре"})")
            .code,
        0);
    sync(u"clerk"_s);
    sync(u"boris"_s);
    // Taken into the cabinet it needs the words no more.
    QCOMPARE(
        ctl(u"boris"_s, {u"receipt"_s, m_words, u"--keep"_s, u"--json"_s})
            .json()
            .value(u"id"_s)
            .toString(),
        m_request);
    const QJsonArray kept =
        ctl(u"boris"_s, {u"receipt"_s, u"--json"_s}).json().value(u"items"_s).toArray();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first()[u"id"_s].toString(), m_request);
    QCOMPARE(ctl(u"boris"_s, {u"act"_s, u"request"_s, m_request, u"confirm"_s}).code, 0);
    QCOMPARE(stateAt(u"boris"_s), u"closed"_s);
    QCOMPARE(stateAt(u"owner"_s), u"closed"_s);
}

void PhotosAndReceiptsTest::aPhotoReachesAnotherProfile()
{
    write(u"camera.jpg"_s, photoWithNote());
    const QJsonObject attachment{{u"about"_s, m_request}, {u"file"_s, path(u"camera.jpg"_s)}};
    const QByteArray json = QJsonDocument(attachment).toJson();
    const Outcome made =
        ctl(u"boris"_s, {u"create"_s, u"attachment"_s, u"--words"_s, m_words, u"--json"_s, u"-"_s},
            json);
    QVERIFY2(made.code == 0, qPrintable(made.err));
    const QString id = made.json().value(u"id"_s).toString();
    const auto shown = [&](const QString &profile) {
        return ctl(profile, {u"show"_s, u"attachment"_s, id, u"--json"_s}).json();
    };
    QVERIFY(shown(u"boris"_s).value(u"waiting"_s).toBool());
    QCOMPARE(ctl(u"boris"_s, {u"photos"_s, u"--json"_s}).json().value(u"waiting"_s).toInt(), 1);
    sync(u"boris"_s);
    QVERIFY(!shown(u"boris"_s).value(u"waiting"_s).toBool(true));
    sync(u"owner"_s);
    const QJsonObject there = shown(u"owner"_s);
    QFile file(there.value(u"file"_s).toString());
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    const QByteArray bytes = file.readAll();
    QVERIFY(!bytes.contains("home of the reporter"));
    QVERIFY(bytes.endsWith(photoWithNote().right(600'000)));
    QCOMPARE(there.value(u"name"_s).toString(), u"photo.jpg"_s);
    QCOMPARE(there.value(u"mime"_s).toString(), u"image/jpeg"_s);
}

void PhotosAndReceiptsTest::photosHaveABudget()
{
    const Outcome set = ctl(u"owner"_s, {u"photos"_s, u"--budget"_s, u"0"_s, u"--json"_s});
    QVERIFY2(set.code == 0, qPrintable(set.err));
    QCOMPARE(set.json().value(u"files"_s).toInt(), 1);
    sync(u"owner"_s);
    QCOMPARE(ctl(u"owner"_s, {u"photos"_s, u"--json"_s}).json().value(u"files"_s).toInt(), 0);
    QCOMPARE(ctl(u"owner"_s, {u"photos"_s, u"--budget"_s, u"100"_s}).code, 0);
    sync(u"owner"_s);
    QCOMPARE(ctl(u"owner"_s, {u"photos"_s, u"--json"_s}).json().value(u"files"_s).toInt(), 1);
}

void PhotosAndReceiptsTest::misuseIsToldInOneSentence()
{
    write(u"broken.jpg"_s, photoWithNote().left(20));
    const auto attach = [](const QString &file) {
        return QStringList{
            u"create"_s, u"attachment"_s, u"--json"_s, u"{\"file\": \"%1\"}"_s.arg(file)};
    };
    const auto act = [this](const QString &words) {
        return QStringList{u"act"_s,     u"request"_s, m_request,   u"reopen"_s,
                           u"--words"_s, words,        u"--json"_s, u"{\"note\": \"ні\"}"_s};
    };
    const Outcome other =
        ctl(u"clerk"_s, {u"create"_s, u"request"_s, u"--json"_s, u"-"_s},
            R"({"title": "Інше", "scope": "Requests", "receipt": true})");
    const QString otherWords = other.json().value(u"receipt"_s).toString();
    const QList<QStringList> all{
        attach(u"nothing.jpg"_s),
        attach(path(u"broken.jpg"_s)),
        act(u"не ті слова"_s),
        act(otherWords),
        {u"photos"_s, u"--budget"_s, u"much"_s}};
    for (const QStringList &arguments : all) {
        const Outcome told = ctl(u"boris"_s, arguments);
        QCOMPARE(told.code, 1);
        QVERIFY2(told.err.count(u'\n') == 1, qPrintable(told.err));
    }
}

QTEST_GUILESS_MAIN(PhotosAndReceiptsTest)
#include "PhotosAndReceiptsTest.moc"
