// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Clock.h"
#include "core/crypto/Sodium.h"
#include "core/wire/Frames.h"
#include "syncserver/net/TlsCertificate.h"
#include "tests/support/ProcessCity.h"

#include <QtNetwork/QSslServer>
#include <QtNetwork/QSslSocket>
#include <QtTest/QTest>

using namespace spilno;
using namespace spilno::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = ProcessCity::kPatienceMs;

/// A frame by hand: whatever length it claims.
QByteArray frame(quint32 length, wire::FrameType type, const QByteArray &body)
{
    QByteArray bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(length >> shift);
    return bytes + static_cast<char>(type) + body;
}

/// PING with the token 7, which deterministic encoding writes in one byte, in two.
QByteArray nonCanonical()
{
    return frame(4, wire::FrameType::Ping, QByteArray::fromHex("811807"));
}

QByteArray hello(std::uint64_t version, bool withDevice)
{
    wire::HelloFrame hello;
    hello.version = version;
    if (withDevice) // somebody's key, and nothing that proves it
        hello.device = *base::PublicKey::fromBytes(base::view(QByteArray(32, '\x01')));
    return wire::encodeFrame(hello);
}

QByteArray greeting(std::uint64_t version)
{
    wire::GreetingFrame greeting;
    greeting.versions = {version};
    greeting.nonce = QByteArray(32, 'n');
    return wire::encodeFrame(greeting);
}

} // namespace

/// Garbage, truncated, oversized and non-canonical frames, unknown versions and false proofs, sent
/// to the real server, and by a false server to the real spilnoctl: the connection is dropped and
/// the reason named, everybody else goes on.
class BadFramesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatIsNoHandshakeIsCutOff();
    void theServerEndsABadSession_data();
    void theServerEndsABadSession();
    void aFrameThatNeverEndsHoldsNobodyUp();
    void theServerGoesOn();
    void theProgramTellsOfABadServer_data();
    void theProgramTellsOfABadServer();
    void theProgramGoesOnWithTheTrueServer();

private:
    /// A TLS connection to the server that has read its GREETING.
    [[nodiscard]] std::unique_ptr<QSslSocket> connected();
    /// What the server says until it closes.
    [[nodiscard]] static QByteArray untilClosed(QSslSocket &socket);

    ProcessCity m_city;
    QByteArray m_greeting; ///< What the true server said last, with its proof.
};

void BadFramesTest::initTestCase()
{
    const Outcome founded = m_city.found();
    QVERIFY2(founded.code == 0, qPrintable(founded.said()));
    QVERIFY(m_city.serve());
    const Outcome entered = m_city.enter(u"clerk"_s, u"Марія"_s);
    QVERIFY2(entered.code == 0, qPrintable(entered.said()));
}

std::unique_ptr<QSslSocket> BadFramesTest::connected()
{
    auto socket = std::make_unique<QSslSocket>();
    socket->setPeerVerifyMode(QSslSocket::VerifyNone);
    socket->connectToHostEncrypted(u"127.0.0.1"_s, m_city.port());
    if (!QTest::qWaitFor([&] { return socket->bytesAvailable() > 100; }, kPatienceMs))
        return nullptr;
    m_greeting = socket->readAll();
    return socket;
}

QByteArray BadFramesTest::untilClosed(QSslSocket &socket)
{
    if (!QTest::qWaitFor(
            [&] { return socket.state() == QAbstractSocket::UnconnectedState; }, kPatienceMs))
        return "it is not closed";
    return socket.readAll();
}

// ── To the server ───────────────────────────────────────────────────────────────────────────────

void BadFramesTest::whatIsNoHandshakeIsCutOff()
{
    for (const QByteArray &bytes :
         {QByteArray("GET / HTTP/1.1\r\nHost: city\r\n\r\n"), QByteArray(100'000, '\x16'),
          QByteArray::fromHex("16030100050100000100")}) {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, m_city.port());
        QVERIFY(socket.waitForConnected(kPatienceMs));
        socket.write(bytes);
        socket.disconnectFromHost(); // once it is written
        QVERIFY(QTest::qWaitFor(
            [&] { return socket.state() == QAbstractSocket::UnconnectedState; }, kPatienceMs));
    }
    QVERIFY(connected());
}

void BadFramesTest::theServerEndsABadSession_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    QTest::newRow("garbage") << QByteArray(64, '\xee') << u"limit-exceeded"_s;
    QTest::newRow("empty frame") << QByteArray(5, '\0') << u"malformed"_s;
    QTest::newRow("oversized") << frame(1 << 20, wire::FrameType::Hello, {}) << u"limit-exceeded"_s;
    QTest::newRow("body cut short")
        << frame(3, wire::FrameType::Hello, QByteArray::fromHex("8801")) << u"malformed"_s;
    QTest::newRow("not canonical") << nonCanonical() << u"malformed"_s;
    QTest::newRow("no HELLO") << wire::encodeFrame(wire::PingFrame{7}) << u"malformed"_s;
    QTest::newRow("unknown version") << hello(99, false) << u"unsupported-version"_s;
    QTest::newRow("false device") << hello(1, true) << u"bad-signature"_s;
    QTest::newRow("twice HELLO") << QByteArray(hello(1, false) + hello(1, false)) << u"malformed"_s;
    QTest::newRow("a server's frame")
        << QByteArray(hello(1, false) + wire::encodeFrame(wire::ReceiptFrame{})) << u"malformed"_s;
}

void BadFramesTest::theServerEndsABadSession()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    const auto socket = connected();
    QVERIFY(socket);
    m_city.server().readAllStandardError();
    socket->write(bytes);
    const QByteArray said = untilClosed(*socket);
    wire::FrameParser parser;
    const auto frames = parser.feed(base::view(said));
    QVERIFY2(frames && !frames->empty(), said.constData());
    const auto *bye = std::get_if<wire::ByeFrame>(&frames->back());
    QVERIFY(bye != nullptr);
    QCOMPARE(bye->reason, reason);
    // And it is noted, once.
    QByteArray log;
    QVERIFY(QTest::qWaitFor(
        [&] {
            log += m_city.server().readAllStandardError();
            return log.contains("session-ended");
        },
        kPatienceMs));
    QCOMPARE(log.count("session-ended"), 1);
    QVERIFY2(log.contains(bye->detail.toUtf8()), log.constData());
    QVERIFY(connected());
}

void BadFramesTest::aFrameThatNeverEndsHoldsNobodyUp()
{
    const auto slow = connected();
    QVERIFY(slow);
    slow->write(frame(60'000, wire::FrameType::Hello, "begun"));
    QVERIFY(slow->waitForBytesWritten(kPatienceMs));
    m_city.sync(u"clerk"_s);
    slow->abort();
}

void BadFramesTest::theServerGoesOn()
{
    QCOMPARE(m_city.create(u"clerk"_s, u"Після сміття"_s).code, 0);
    m_city.sync(u"clerk"_s);
    QVERIFY(m_city.items(u"clerk"_s, {u"outbox"_s}).isEmpty());
    QCOMPARE(m_city.endServer().code, 0);
    const Outcome sound = m_city.program(u"spilno-server"_s, {u"verify"_s, u"--data"_s, u"data"_s});
    QVERIFY2(sound.code == 0, qPrintable(sound.said()));
}

// ── From a false server ─────────────────────────────────────────────────────────────────────────

void BadFramesTest::theProgramTellsOfABadServer_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("ukrainian");
    const QString wrong = u"The server sent something that is not right"_s;
    const QString invalid = u"Сервер надіслав щось неправильне"_s;
    QTest::newRow("garbage") << QByteArray(64, '\xee') << wrong << invalid;
    QTest::newRow("oversized") << frame(1 << 21, wire::FrameType::Greeting, {}) << wrong << invalid;
    QTest::newRow("not canonical") << nonCanonical() << wrong << invalid;
    QTest::newRow("another frame") << wire::encodeFrame(wire::ReceiptFrame{}) << wrong << invalid;
    QTest::newRow("cut short") << frame(300, wire::FrameType::Greeting, "begun")
                               << u"The connection broke before the end"_s
                               << u"З’єднання обірвалося до кінця"_s;
    QTest::newRow("unknown version")
        << greeting(99) << u"have no version in common"_s << u"не мають спільної версії"_s;
    QTest::newRow("another city") << greeting(1) << u"The server is of another city"_s
                                  << u"Це сервер іншого міста"_s;
    // Word for word what the true server said, over another certificate.
    QTest::newRow("stolen greeting")
        << m_greeting << u"cannot prove that it is this city's"_s << u"не може довести"_s;
}

void BadFramesTest::theProgramTellsOfABadServer()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, english);
    QFETCH(QString, ukrainian);
    base::SystemClock clock;
    crypto::SystemRandom random;
    const auto certificate = server::TlsCertificate::make(clock.wallMs(), random);
    QVERIFY(certificate);
    QSslServer impostor;
    impostor.setSslConfiguration(certificate->configuration());
    QVERIFY(impostor.listen(QHostAddress::LocalHost, m_city.port()));
    connect(&impostor, &QTcpServer::pendingConnectionAvailable, &impostor, [&] {
        while (QTcpSocket *socket = impostor.nextPendingConnection()) {
            socket->write(bytes);
            socket->disconnectFromHost(); // once it is written
        }
    });
    for (const auto &[language, words] :
         {std::pair(QString(), english), std::pair(u"uk"_s, ukrainian)}) {
        m_city.setLanguage(language);
        const Outcome told = m_city.ctl(u"clerk"_s, {u"sync"_s, u"--once"_s});
        m_city.setLanguage({});
        QVERIFY2(told.code == 1, qPrintable(told.said()));
        QVERIFY2(told.err.contains(words), qPrintable(told.said()));
        QCOMPARE(told.err.count(u'\n'), 1);
    }
}

void BadFramesTest::theProgramGoesOnWithTheTrueServer()
{
    QCOMPARE(m_city.create(u"clerk"_s, u"Після підробки"_s).code, 0);
    QVERIFY(m_city.serve());
    m_city.sync(u"clerk"_s);
    QVERIFY(m_city.items(u"clerk"_s, {u"outbox"_s}).isEmpty());
    QCOMPARE(m_city.ctl(u"clerk"_s, {u"verify"_s}).code, 0);
}

QTEST_GUILESS_MAIN(BadFramesTest)
#include "BadFramesTest.moc"
