// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/store/CityCheck.h"
#include "syncserver/store/DataFolder.h"
#include "syncserver/store/ReplicaStore.h"
#include "tests/server/ServedCity.h"

#include "core/base/Limits.h"
#include "core/replica/Migration.h"
#include "core/replica/Schema.h"
#include "core/wire/Slice.h"

#include <QtCore/QDirIterator>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

using namespace spilno;
using namespace spilno::server;
using namespace spilno::server::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kStoredFormat = 1;

QString storedFolder()
{
    return QStringLiteral(SPILNO_SOURCE_DIR "/tests/data/format-1");
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    return file.readAll();
}

} // namespace

/// A city and a profile that the first released format wrote are opened by the present program.
class StoredCityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theCityIsWholeAndSaysWhatItSaid();
    void theServerServesItAndTheOwnerGoesOn();

private:
    [[nodiscard]] QString data() const { return m_root->filePath(u"data"_s); }
    void keepsACopyOfTheOlderFormat(const QString &file) const;
    /// scope: chain and tables, as digest.json has them.
    [[nodiscard]] static QStringList storedDigest();
    [[nodiscard]] static QStringList digestOf(const Participant &who);

    base::SystemClock m_clock;
    crypto::SystemRandom m_random;
    std::unique_ptr<QTemporaryDir> m_root;
};

void StoredCityTest::init()
{
    m_root = std::make_unique<QTemporaryDir>();
    const QDir stored(storedFolder());
    QDirIterator files(stored.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString from = files.next();
        QString to = m_root->filePath(stored.relativeFilePath(from));
        QByteArray bytes = contentOf(from);
        if (to.endsWith(u".zst"_s)) {
            to.chop(4);
            const auto plain = wire::decompress(base::view(bytes), limits::kSliceRawBytesMax);
            QVERIFY(plain);
            bytes = *plain;
        }
        QVERIFY(QDir().mkpath(QFileInfo(to).path()));
        QFile file(to);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
}

void StoredCityTest::keepsACopyOfTheOlderFormat(const QString &file) const
{
    QCOMPARE(
        QFile::exists(replica::Migration::copyOf(file, kStoredFormat)),
        replica::kSchemaVersion > kStoredFormat);
}

QStringList StoredCityTest::storedDigest()
{
    const QByteArray json = contentOf(storedFolder() + u"/digest.json"_s);
    const QJsonArray scopes = QJsonDocument::fromJson(json).object().value(u"scopes"_s).toArray();
    QStringList lines;
    for (const QJsonValue &scope : scopes)
        lines.append(
            scope[u"scope"_s].toString() + u' ' + scope[u"chain"_s].toString() + u' ' +
            scope[u"tables"_s].toString());
    lines.sort();
    return lines;
}

QStringList StoredCityTest::digestOf(const Participant &who)
{
    const auto digests = awaited(
        who.replica().read([](replica::ReplicaDatabase &database) { return database.digests(); }));
    QStringList lines;
    for (const replica::ScopeDigest &digest : digests.value())
        lines.append(
            digest.scope.toHex() + u' ' + digest.chain.toHex() + u' ' + digest.tables.toHex());
    lines.sort();
    return lines;
}

void StoredCityTest::theCityIsWholeAndSaysWhatItSaid()
{
    const DataFolder folder(data());
    const auto report = CityCheck::run(folder, m_clock, m_random);
    QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    QVERIFY2(
        report->wrong.empty(), qPrintable(report->wrong.empty() ? u""_s : report->wrong[0].text()));
    Participant owner;
    auto profile = profile::Profile::open(m_root->filePath(u"owner"_s));
    QVERIFY(profile);
    owner.profile = std::move(*profile);
    QVERIFY(
        owner.profile->unlock(crypto::SecretBytes::copyOf(base::view(QByteArray("stored city")))));
    const auto address = sync::ServerAddress::parse(owner.profile->cities().front().address);
    QVERIFY(address);
    auto opened = profile::CityClient::open(*owner.profile, *address, {&m_clock, &m_random});
    QVERIFY(opened);
    owner.client = std::move(*opened);
    QCOMPARE(digestOf(owner), storedDigest());
    keepsACopyOfTheOlderFormat(owner.profile->replicaPath(address->city));
    // The same from the log alone.
    QVERIFY(awaited(owner.replica().write(
        [](replica::ReplicaDatabase &database) { return database.rebuild(); })));
    QCOMPARE(digestOf(owner), storedDigest());
}

void StoredCityTest::theServerServesItAndTheOwnerGoesOn()
{
    const DataFolder folder(data());
    ServerHost::Options options;
    options.folder = folder.path();
    options.address = QHostAddress(QHostAddress::LocalHost);
    options.clock = &m_clock;
    options.random = &m_random;
    options.openStore = ReplicaStore::opener(folder.databaseFile(), m_clock, m_random);
    auto host = ServerHost::start(options);
    QVERIFY2(host, host ? "" : qPrintable(host.error().detail));
    keepsACopyOfTheOlderFormat(folder.databaseFile());
    const auto address = sync::ServerAddress::parse((*host)->address(u"127.0.0.1"_s));
    QVERIFY(address);
    Participant owner;
    auto profile = profile::Profile::open(m_root->filePath(u"owner"_s));
    QVERIFY(profile);
    owner.profile = std::move(*profile);
    QVERIFY(
        owner.profile->unlock(crypto::SecretBytes::copyOf(base::view(QByteArray("stored city")))));
    auto opened = profile::CityClient::open(*owner.profile, *address, {&m_clock, &m_random});
    QVERIFY(opened);
    owner.client = std::move(*opened);
    QCOMPARE(awaited(owner.replica().outbox())->size(), std::size_t{1});
    owner.client->startSync(sync::SyncMode::Live);
    QVERIFY(ServedCity::isAllAccepted(owner));
    replica::Query query;
    query.type = u"request"_s;
    QCOMPARE(awaited(owner.replica().count(query)).value_or(0), 3);
}

QTEST_GUILESS_MAIN(StoredCityTest)
#include "StoredCityTest.moc"
