// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ProcessCity.h"
#include "tests/support/SamplePhoto.h"

#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

using namespace spilno::test;

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
    [[nodiscard]] QString stateAt(const QString &profile) const;

    ProcessCity m_city;
    QString m_request;
    QString m_words;
};

QString PhotosAndReceiptsTest::stateAt(const QString &profile) const
{
    m_city.sync(profile);
    return m_city.ctl(profile, {u"show"_s, u"request"_s, m_request, u"--json"_s})
        .json()
        .value(u"state"_s)
        .toString();
}

void PhotosAndReceiptsTest::initTestCase()
{
    const Outcome founded = m_city.found();
    QVERIFY2(founded.code == 0, qPrintable(founded.said()));
    QVERIFY(m_city.serve());
    m_city.sync(u"owner"_s);
    const Outcome clerk = m_city.enter(u"clerk"_s, u"clerk"_s, m_city.invite());
    QVERIFY2(clerk.code == 0, qPrintable(clerk.said()));
    const Outcome boris = m_city.enter(u"boris"_s, u"boris"_s);
    QVERIFY2(boris.code == 0, qPrintable(boris.said()));
    const Outcome made = m_city.ctl(
        u"clerk"_s, {u"create"_s, u"request"_s, u"--json"_s, u"-"_s},
        R"({"title": "Яма на Лісовій", "scope": "Requests", "on_behalf": true,
                "receipt": true})");
    QVERIFY2(made.code == 0, qPrintable(made.err));
    m_request = made.json().value(u"id"_s).toString();
    m_words = made.json().value(u"receipt"_s).toString();
    m_city.sync(u"clerk"_s);
    m_city.sync(u"boris"_s);
}

void PhotosAndReceiptsTest::cleanupTestCase()
{
    QCOMPARE(m_city.endServer().code, 0);
}

void PhotosAndReceiptsTest::whoShowsTheReceiptSeesTheRequest()
{
    const Outcome seen = m_city.ctl(
        u"boris"_s, QStringList{u"receipt"_s} + m_words.split(u' ') + QStringList{u"--json"_s});
    QVERIFY2(seen.code == 0, qPrintable(seen.err));
    QCOMPARE(seen.json().value(u"id"_s).toString(), m_request);
    QCOMPARE(m_city.ctl(u"boris"_s, {u"receipt"_s, m_words}).code, 0);
    QCOMPARE(m_city.ctl(u"boris"_s, {u"receipt"_s, u"нема таких слів"_s}).code, 1);
}

void PhotosAndReceiptsTest::whoShowsTheReceiptActsAsTheReporter()
{
    const Outcome done = m_city.ctl(
        u"clerk"_s, {u"act"_s, u"request"_s, m_request, u"finish"_s, u"--json"_s, u"-"_s},
        R"({"answer": "Засипали"})");
    QVERIFY2(done.code == 0, qPrintable(done.err));
    QCOMPARE(stateAt(u"clerk"_s), u"done_waiting"_s);
    // The office does not confirm its own work, nor does somebody without the receipt.
    for (const QString &profile : {u"clerk"_s, u"boris"_s}) {
        m_city.sync(profile);
        (void)m_city.ctl(profile, {u"act"_s, u"request"_s, m_request, u"confirm"_s});
        QCOMPARE(stateAt(profile), u"done_waiting"_s);
    }
    const auto act = [&](const QString &step, const QByteArray &json) {
        const Outcome acted = m_city.ctl(
            u"boris"_s,
            {u"act"_s, u"request"_s, m_request, step, u"--words"_s, m_words, u"--json"_s, u"-"_s},
            json);
        QVERIFY2(acted.code == 0, qPrintable(acted.err));
    };
    act(u"reopen"_s, R"({"note": "Яма знову тут"})");
    QCOMPARE(stateAt(u"boris"_s), u"registered"_s);
    QCOMPARE(stateAt(u"clerk"_s), u"registered"_s);
    QCOMPARE(
        m_city
            .ctl(
                u"clerk"_s, {u"act"_s, u"request"_s, m_request, u"finish"_s, u"--json"_s, u"-"_s},
                R"({"answer": "Тепер добре"})")
            .code,
        0);
    m_city.sync(u"clerk"_s);
    m_city.sync(u"boris"_s);
    // Taken into the cabinet it needs the words no more.
    QCOMPARE(
        m_city.ctl(u"boris"_s, {u"receipt"_s, m_words, u"--keep"_s, u"--json"_s})
            .json()
            .value(u"id"_s)
            .toString(),
        m_request);
    const QJsonArray kept =
        m_city.ctl(u"boris"_s, {u"receipt"_s, u"--json"_s}).json().value(u"items"_s).toArray();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first()[u"id"_s].toString(), m_request);
    QCOMPARE(m_city.ctl(u"boris"_s, {u"act"_s, u"request"_s, m_request, u"confirm"_s}).code, 0);
    QCOMPARE(stateAt(u"boris"_s), u"closed"_s);
    QCOMPARE(stateAt(u"owner"_s), u"closed"_s);
}

void PhotosAndReceiptsTest::aPhotoReachesAnotherProfile()
{
    m_city.write(u"camera.jpg"_s, photoWithNote());
    const QJsonObject attachment{
        {u"about"_s, m_request}, {u"file"_s, m_city.path(u"camera.jpg"_s)}};
    const QByteArray json = QJsonDocument(attachment).toJson();
    const Outcome made = m_city.ctl(
        u"boris"_s, {u"create"_s, u"attachment"_s, u"--words"_s, m_words, u"--json"_s, u"-"_s},
        json);
    QVERIFY2(made.code == 0, qPrintable(made.err));
    const QString id = made.json().value(u"id"_s).toString();
    const auto shown = [&](const QString &profile) {
        return m_city.ctl(profile, {u"show"_s, u"attachment"_s, id, u"--json"_s}).json();
    };
    QVERIFY(shown(u"boris"_s).value(u"waiting"_s).toBool());
    QCOMPARE(
        m_city.ctl(u"boris"_s, {u"photos"_s, u"--json"_s}).json().value(u"waiting"_s).toInt(), 1);
    m_city.sync(u"boris"_s);
    QVERIFY(!shown(u"boris"_s).value(u"waiting"_s).toBool(true));
    m_city.sync(u"owner"_s);
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
    const Outcome set = m_city.ctl(u"owner"_s, {u"photos"_s, u"--budget"_s, u"0"_s, u"--json"_s});
    QVERIFY2(set.code == 0, qPrintable(set.err));
    QCOMPARE(set.json().value(u"files"_s).toInt(), 1);
    m_city.sync(u"owner"_s);
    QCOMPARE(
        m_city.ctl(u"owner"_s, {u"photos"_s, u"--json"_s}).json().value(u"files"_s).toInt(), 0);
    QCOMPARE(m_city.ctl(u"owner"_s, {u"photos"_s, u"--budget"_s, u"100"_s}).code, 0);
    m_city.sync(u"owner"_s);
    QCOMPARE(
        m_city.ctl(u"owner"_s, {u"photos"_s, u"--json"_s}).json().value(u"files"_s).toInt(), 1);
}

void PhotosAndReceiptsTest::misuseIsToldInOneSentence()
{
    m_city.write(u"broken.jpg"_s, photoWithNote().left(20));
    const auto attach = [](const QString &file) {
        return QStringList{
            u"create"_s, u"attachment"_s, u"--json"_s, u"{\"file\": \"%1\"}"_s.arg(file)};
    };
    const auto act = [this](const QString &words) {
        return QStringList{u"act"_s,     u"request"_s, m_request,   u"reopen"_s,
                           u"--words"_s, words,        u"--json"_s, u"{\"note\": \"ні\"}"_s};
    };
    const Outcome other = m_city.ctl(
        u"clerk"_s, {u"create"_s, u"request"_s, u"--json"_s, u"-"_s},
        R"({"title": "Інше", "scope": "Requests", "receipt": true})");
    const QString otherWords = other.json().value(u"receipt"_s).toString();
    const QList<QStringList> all{
        attach(u"nothing.jpg"_s),
        attach(m_city.path(u"broken.jpg"_s)),
        act(u"не ті слова"_s),
        act(otherWords),
        {u"photos"_s, u"--budget"_s, u"much"_s}};
    for (const QStringList &arguments : all) {
        const Outcome told = m_city.ctl(u"boris"_s, arguments);
        QCOMPARE(told.code, 1);
        QVERIFY2(told.err.count(u'\n') == 1, qPrintable(told.err));
    }
}

QTEST_GUILESS_MAIN(PhotosAndReceiptsTest)
#include "PhotosAndReceiptsTest.moc"
