// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/ServedCity.h"

using namespace spilno;
using namespace spilno::server;
using namespace spilno::server::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kPageBytes = 4096;
constexpr int kRequests = 600;

/// A word that stands in the text of one request only.
QString markOf(int number)
{
    return u"позначка%1кінець"_s.arg(number);
}

replica::BulkItem request(const base::ScopeId &scope, base::Random &random, int number)
{
    replica::BulkItem item;
    item.creation.type = u"request"_s;
    item.creation.scope = scope;
    item.creation.salt = random.id<base::Salt>();
    item.creation.numbered = false;
    item.creation.fields = {
        {u"title"_s, wire::Value(u"Запит %1"_s.arg(number))},
        {u"text"_s, wire::Value(QString(markOf(number) + QString(600, u'я')))}};
    return item;
}

} // namespace

/// One page in the middle of the server's database is damaged.
class CorruptPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRestIsServedAndItIsSaid();

private:
    [[nodiscard]] static bool damagePageWith(const QString &file, const QByteArray &mark);
};

/// Overwrites the leaf of the table of changes that holds the mark.
bool CorruptPageTest::damagePageWith(const QString &path, const QByteArray &mark)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return false;
    const QByteArray bytes = file.readAll();
    // The text stands in the log and in the table folded from it: the log was written first.
    for (qsizetype at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) {
        const qint64 page = at / kPageBytes;
        const bool isTableLeaf = bytes[page * kPageBytes] == '\x0d';
        if (isTableLeaf && page > 0) {
            file.seek(page * kPageBytes);
            return file.write(QByteArray(kPageBytes, '\xaa')) == kPageBytes;
        }
    }
    return false;
}

void CorruptPageTest::theRestIsServedAndItIsSaid()
{
    ServedCity city;
    QVERIFY(ServedCity::isUpToDate(city.owner));
    const base::ScopeId damaged = city.scope();
    replica::Draft scope;
    scope.type = u"scope"_s;
    scope.fields = {
        {u"name"_s, wire::Value(u"Парки"_s)},
        {u"kind"_s, wire::Value(qint64{0})},
        {u"salt"_s, wire::Value(city.random.id<base::Salt>().toByteArray())}};
    const auto made = awaited(city.owner.replica().submit({scope}));
    QVERIFY(made);
    city.owner.client->wake();
    QVERIFY(ServedCity::isAllAccepted(city.owner));
    const base::ScopeId sound = wire::scopeId(city.city.id, made->ops.front());
    for (const base::ScopeId &target : {damaged, sound}) {
        std::vector<replica::BulkItem> items;
        for (int number = 0; number < kRequests; ++number)
            items.push_back(request(target, city.random, number));
        QVERIFY(awaited(city.owner.replica().write(
            [items](replica::ReplicaDatabase &database) { return database.submitBulk(items); })));
        city.owner.client->wake();
        QVERIFY(ServedCity::isAllAccepted(city.owner));
    }
    city.owner.client->stopSync();
    city.host.reset();
    // Of the first scope: its rows were written first.
    QVERIFY(damagePageWith(
        DataFolder(city.data()).databaseFile(), markOf(kRequests * 2 / 3).toUtf8()));

    city.serve();
    QVERIFY(!city.host->status().value(u"damaged"_s).toBool(true));
    Participant anna;
    anna.profile = city.makeProfile(u"Анна"_s);
    city.open(anna);
    const auto applied = [&anna](const base::ScopeId &id) -> std::uint64_t {
        const auto scopes = awaited(anna.replica().scopes());
        for (const replica::ScopeStatus &status : scopes.value()) {
            if (status.scope == id)
                return status.next;
        }
        return 0;
    };
    QTRY_COMPARE_WITH_TIMEOUT(applied(sound), std::uint64_t{kRequests}, kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(applied(damaged) >= 256, kPatienceMs);
    QVERIFY(applied(damaged) < kRequests);
    QTRY_VERIFY_WITH_TIMEOUT(city.host->status().value(u"damaged"_s).toBool(), kPatienceMs);
    QVERIFY(ServedCity::isUpToDate(anna)); // as far as can be
    // And it takes new changes: of people, and into the damaged scope too.
    QVERIFY(awaited(anna.client->enrol(anna.profile->identity(), u"Анна"_s, {})));
    anna.client->wake();
    QVERIFY(ServedCity::isAllAccepted(anna));
}

QTEST_GUILESS_MAIN(CorruptPageTest)
#include "CorruptPageTest.moc"
