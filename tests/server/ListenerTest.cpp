// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/host/ServerHost.h"
#include "syncserver/keys/ServerKeys.h"

#include "tests/server/MemoryStore.h"
#include "tests/server/RunAuthor.h"

#include "core/crypto/Sodium.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QSslSocket>
#include <QtTest/QTest>

using namespace spilno;
using namespace spilno::server;
using namespace spilno::server::test;

namespace {

constexpr int kPatienceMs = 20'000;

/// A client that speaks frames over TLS.
class Client : public QObject
{
public:
    explicit Client(quint16 port)
    {
        m_socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        connect(&m_socket, &QSslSocket::readyRead, this, [this] {
            const QByteArray bytes = m_socket.readAll();
            auto taken = m_parser.feed(base::view(bytes));
            QVERIFY2(taken, "the server sent what no client reads");
            for (wire::Frame &frame : *taken)
                frames.push_back(std::move(frame));
        });
        m_socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
    }

    template <class Type>
    const Type *find() const
    {
        for (const wire::Frame &frame : frames) {
            if (const auto *found = std::get_if<Type>(&frame))
                return found;
        }
        return nullptr;
    }

    template <class Type>
    std::size_t count() const
    {
        return static_cast<std::size_t>(
            std::count_if(frames.begin(), frames.end(), [](const wire::Frame &frame) {
                return std::holds_alternative<Type>(frame);
            }));
    }

    [[nodiscard]] bool isGreeted() const { return find<wire::GreetingFrame>() != nullptr; }
    [[nodiscard]] bool isClosed() const
    {
        return m_socket.state() == QAbstractSocket::UnconnectedState;
    }
    void raw(const QByteArray &bytes) { m_socket.write(bytes); }
    void send(const wire::Frame &frame) { m_socket.write(wire::encodeFrame(frame)); }
    void abort() { m_socket.abort(); }
    void hello()
    {
        wire::HelloFrame frame;
        frame.creditBytes = 4'000'000;
        send(frame);
    }
    [[nodiscard]] bool isWelcomed()
    {
        if (!QTest::qWaitFor([this] { return isGreeted(); }, kPatienceMs))
            return false;
        hello();
        return QTest::qWaitFor(
            [this] { return find<wire::WelcomeFrame>() != nullptr; }, kPatienceMs);
    }
    [[nodiscard]] QSslSocket &socket() { return m_socket; }

    std::vector<wire::Frame> frames;

private:
    QSslSocket m_socket;
    wire::FrameParser m_parser;
};

} // namespace

class ListenerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void hundredConnectionsAreGreeted();
    void pushIsReceiptedAndReachesAnotherReader();
    void badInputDropsOneConnectionOnly_data();
    void badInputDropsOneConnectionOnly();
    void wrongSignatureDropsOneConnectionOnly();
    void truncatedFrameAndSuddenEndAreSurvived();
    void whoSpeaksNoTlsIsDropped();
    void connectionsOverTheLimitAreTurnedAway();
    void stopHandsOutReceiptsAndSaysBye();
    void folderAndPortAreTakenOnce();
    void certificateInTheGreetingIsTheOneOfTheConnection();

private:
    [[nodiscard]] ServerHost::Options options();
    void start(const ServerHost::Options &options);

    crypto::SystemRandom m_random;
    base::SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<crypto::SigningKey> m_key;
    QByteArray m_genesis;
    base::CityId m_city;
    base::ScopeId m_content = base::ScopeId::fromTrusted("a content scope for the test....");
    std::unique_ptr<ServerHost> m_host;
};

void ListenerTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const DataFolder folder(m_folder->path());
    m_key.emplace(crypto::SigningKey::generate(m_random));
    m_genesis = cityGenesis(m_key->publicKey());
    m_city = wire::cityId(base::view(m_genesis));
    QVERIFY(writeServerKey(folder.keyFile(), *m_key, {}, m_random));
    QVERIFY(TlsCertificate::make(m_clock.wallMs(), m_random)->write(folder.path()));
    QFile database(folder.databaseFile());
    QVERIFY(database.open(QIODevice::WriteOnly));
    start(options());
}

void ListenerTest::cleanup()
{
    m_host.reset();
}

ServerHost::Options ListenerTest::options()
{
    ServerHost::Options options;
    options.folder = m_folder->path();
    options.address = QHostAddress(QHostAddress::LocalHost);
    options.clock = &m_clock;
    options.random = &m_random;
    options.openStore = [this]() -> base::Result<std::unique_ptr<SequencerStore>> {
        auto store = std::make_unique<MemoryStore>(m_genesis);
        store->addScope(m_content, replica::ScopeKind::Content);
        return std::unique_ptr<SequencerStore>(std::move(store));
    };
    return options;
}

void ListenerTest::start(const ServerHost::Options &options)
{
    m_host.reset();
    auto started = ServerHost::start(options);
    QVERIFY2(started, started ? "" : qPrintable(started.error().detail));
    m_host = std::move(*started);
}

void ListenerTest::hundredConnectionsAreGreeted()
{
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 100; ++i)
        clients.push_back(std::make_unique<Client>(m_host->port()));
    QTRY_VERIFY_WITH_TIMEOUT(
        std::all_of(
            clients.begin(), clients.end(), [](const auto &client) { return client->isGreeted(); }),
        kPatienceMs);
    QCOMPARE(m_host->status().value(QStringLiteral("connections")).toInt(), 100);
    for (const auto &client : clients)
        client->hello();
    QTRY_VERIFY_WITH_TIMEOUT(
        std::all_of(
            clients.begin(), clients.end(),
            [](const auto &client) { return client->template find<wire::WelcomeFrame>(); }),
        kPatienceMs);
    clients.clear();
    QTRY_COMPARE(m_host->status().value(QStringLiteral("connections")).toInt(), 0);
}

void ListenerTest::pushIsReceiptedAndReachesAnotherReader()
{
    Client writer(m_host->port());
    Client reader(m_host->port());
    QVERIFY(writer.isWelcomed());
    QVERIFY(reader.isWelcomed());
    QTRY_COMPARE(reader.count<wire::ScopeDoneFrame>(), 3U);
    RunAuthor author(m_city, m_content, m_random);
    writer.send(wire::PushFrame{author.run(3)});
    QTRY_VERIFY(writer.find<wire::ReceiptFrame>());
    QTRY_VERIFY(reader.find<wire::PageFrame>());
    const auto *page = reader.find<wire::PageFrame>();
    const auto raw = wire::decompress(base::view(page->bytes), 1'000'000);
    QVERIFY(raw);
    const auto slice = wire::decodeSlice(*raw);
    QVERIFY(slice);
    const auto verified = log::verifySlice(
        *slice, m_city, log::ScopeChain(m_content).head().chain,
        [](const base::FeedId &) { return std::nullopt; });
    QVERIFY2(verified, verified ? "" : qPrintable(verified.error().detail));
    QCOMPARE(verified->changes.back().hash, author.state().head);
    QTRY_VERIFY(reader.find<wire::CheckpointFrame>());
    const auto checkpoint =
        log::parseCheckpoint(base::view(reader.find<wire::CheckpointFrame>()->checkpoint));
    QVERIFY(checkpoint && checkpoint->verify(m_key->publicKey()));
    QCOMPARE(checkpoint->treeSize, 3U);
}

void ListenerTest::badInputDropsOneConnectionOnly_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("garbage") << QByteArray(5'000, '\x5a');
    QTest::newRow("oversized") << QByteArray::fromHex("7fffffff05aa");
    QTest::newRow("empty frame") << QByteArray::fromHex("0000000005");
    QTest::newRow("broken body") << (QByteArray::fromHex("0000000505") + QByteArray(4, '\xff'));
    QTest::newRow("no run") << wire::encodeFrame(wire::PushFrame{"no run"});
    QTest::newRow("a server's frame") << wire::encodeFrame(wire::WelcomeFrame{});
}

void ListenerTest::badInputDropsOneConnectionOnly()
{
    QFETCH(QByteArray, bytes);
    Client good(m_host->port());
    Client early(m_host->port());
    Client late(m_host->port());
    QVERIFY(good.isWelcomed());
    QTRY_VERIFY(early.isGreeted());
    QVERIFY(late.isWelcomed());
    early.raw(bytes);
    late.raw(bytes);
    QTRY_VERIFY_WITH_TIMEOUT(early.isClosed(), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(late.isClosed(), kPatienceMs);
    QVERIFY(late.find<wire::ByeFrame>());
    good.send(wire::PingFrame{42});
    QTRY_VERIFY(good.find<wire::PongFrame>());
    QVERIFY(!good.isClosed());
}

void ListenerTest::wrongSignatureDropsOneConnectionOnly()
{
    Client good(m_host->port());
    Client bad(m_host->port());
    QVERIFY(good.isWelcomed());
    QVERIFY(bad.isWelcomed());
    RunAuthor author(m_city, m_content, m_random);
    bad.send(wire::PushFrame{author.run(2, 'x', false)});
    QTRY_VERIFY_WITH_TIMEOUT(bad.isClosed(), kPatienceMs);
    QVERIFY(bad.find<wire::RefusedFrame>());
    QCOMPARE(bad.find<wire::RefusedFrame>()->reason, QStringLiteral("bad-signature"));
    good.send(wire::PushFrame{author.run(2)});
    QTRY_VERIFY(good.find<wire::ReceiptFrame>());
}

void ListenerTest::truncatedFrameAndSuddenEndAreSurvived()
{
    RunAuthor author(m_city, m_content, m_random);
    const QByteArray push = wire::encodeFrame(wire::PushFrame{author.run(2)});
    for (const qsizetype size : {1, 5, 100, int(push.size()) - 1}) {
        Client cut(m_host->port());
        QVERIFY(cut.isWelcomed());
        cut.raw(push.left(size));
        QVERIFY(QTest::qWaitFor([&] { return cut.socket().bytesToWrite() == 0; }, kPatienceMs));
        cut.abort();
    }
    Client good(m_host->port());
    QVERIFY(good.isWelcomed());
    good.raw(push);
    QTRY_VERIFY(good.find<wire::ReceiptFrame>());
    QTRY_COMPARE(m_host->status().value(QStringLiteral("connections")).toInt(), 1);
}

void ListenerTest::whoSpeaksNoTlsIsDropped()
{
    ServerHost::Options quick = options();
    quick.limits.handshakeMs = 300;
    start(quick);
    QTcpSocket plain;
    plain.connectToHost(QStringLiteral("127.0.0.1"), m_host->port());
    QVERIFY(plain.waitForConnected());
    plain.write("GET / HTTP/1.0\r\n\r\n");
    QTcpSocket silent;
    silent.connectToHost(QStringLiteral("127.0.0.1"), m_host->port());
    QVERIFY(silent.waitForConnected());
    QTRY_COMPARE_WITH_TIMEOUT(plain.state(), QAbstractSocket::UnconnectedState, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(silent.state(), QAbstractSocket::UnconnectedState, kPatienceMs);
    Client good(m_host->port());
    QVERIFY(good.isWelcomed());
}

void ListenerTest::connectionsOverTheLimitAreTurnedAway()
{
    ServerHost::Options small = options();
    small.limits.connections = 3;
    start(small);
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(std::make_unique<Client>(m_host->port()));
        QVERIFY(clients.back()->isWelcomed());
    }
    Client fourth(m_host->port());
    QTRY_VERIFY_WITH_TIMEOUT(fourth.isClosed(), kPatienceMs);
    QVERIFY(!fourth.isGreeted());
    clients.pop_back();
    QTRY_COMPARE(m_host->status().value(QStringLiteral("connections")).toInt(), 2);
    QTest::qWait(50);
    Client fifth(m_host->port());
    QVERIFY(fifth.isWelcomed());
}

void ListenerTest::stopHandsOutReceiptsAndSaysBye()
{
    Client client(m_host->port());
    QVERIFY(client.isWelcomed());
    RunAuthor author(m_city, m_content, m_random);
    for (int i = 0; i < 20; ++i)
        client.send(wire::PushFrame{author.run(10)});
    QTRY_VERIFY(client.find<wire::ReceiptFrame>());
    std::unique_ptr<QThread> stopper(QThread::create([this] { m_host->stop(); }));
    stopper->start();
    QTRY_VERIFY_WITH_TIMEOUT(client.isClosed(), kPatienceMs);
    QVERIFY(stopper->wait(kPatienceMs));
    QVERIFY(client.find<wire::ByeFrame>());
    // What was taken was answered before the end: by a receipt, or by «not now».
    const std::size_t answered =
        client.count<wire::ReceiptFrame>() + client.count<wire::RetryFrame>();
    QCOMPARE(
        static_cast<qint64>(client.count<wire::ReceiptFrame>()),
        m_host->status().value(QStringLiteral("runsSinceStart")).toInteger());
    QVERIFY(answered <= 20);
}

void ListenerTest::folderAndPortAreTakenOnce()
{
    const auto second = ServerHost::start(options());
    QVERIFY(!second);
    QCOMPARE(second.error().code, base::ErrorCode::AlreadyInUse);
    QVERIFY(second.error().detail.contains(m_folder->path()));

    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost)));
    m_host.reset();
    ServerHost::Options taken = options();
    taken.port = other.serverPort();
    const auto refused = ServerHost::start(taken);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, base::ErrorCode::AlreadyInUse);
    // Nothing is left behind: the same folder serves on another port.
    start(options());
}

void ListenerTest::certificateInTheGreetingIsTheOneOfTheConnection()
{
    Client client(m_host->port());
    QTRY_VERIFY(client.isGreeted());
    const auto *greeting = client.find<wire::GreetingFrame>();
    QCOMPARE(client.socket().sessionProtocol(), QSsl::TlsV1_3);
    const QByteArray proved =
        client.socket().peerCertificate().digest(QCryptographicHash::Sha256) + greeting->nonce;
    QVERIFY(
        crypto::verify(m_key->publicKey(), "spilno-srv-1", base::view(proved), greeting->proof));
    QCOMPARE(
        m_host->address(QStringLiteral("::1")),
        QStringLiteral("spilno://[::1]:%1#%2").arg(m_host->port()).arg(m_city.toHex()));
}

QTEST_GUILESS_MAIN(ListenerTest)
#include "ListenerTest.moc"
