// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/ServedCity.h"
#include "tests/support/Drafts.h"

#include "syncserver/store/CityBackup.h"
#include "syncserver/store/ErasureJournal.h"

#include <QtCore/QDirIterator>

using namespace spilno;
using namespace spilno::server;
using namespace spilno::server::test;
using namespace Qt::StringLiterals;

namespace {

/// A word that stands nowhere else, the same in every index.
const QByteArray kWord = "zqxwvkjhfg";

/// A request whose text names a telephone.
replica::Draft tellingDraft(const base::ScopeId &scope)
{
    replica::Draft draft = spilno::test::requestDraft(scope, u"Яма"_s);
    draft.fields.push_back(
        {u"text"_s, wire::Value(QString(u"Телефон "_s + QString::fromLatin1(kWord)))});
    return draft;
}

replica::Draft eraseDraft(
    const base::ScopeId &scope, const base::EntityId &target, const base::OpId &op)
{
    replica::Draft draft;
    draft.type = u"erase"_s;
    draft.scope = scope;
    draft.fields = {{u"target"_s, wire::Value(target.toByteArray())}};
    draft.extra.append({wire::kExtraErases, op.toByteArray()});
    return draft;
}

/// Files below a folder that hold the word anywhere in their bytes.
QStringList filesWithTheWord(const QString &folder)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().toLower().contains(kWord))
            found.append(QFileInfo(file).fileName());
    }
    return found;
}

QString textOf(const Participant &who, const base::EntityId &entity)
{
    const auto record = awaited(who.replica().record(u"request"_s, entity));
    return record && *record ? (*record)->value(u"text"_s).toText() : QString();
}

} // namespace

/// What somebody takes back is gone, from every file and for ever.
class ErasureEndToEndTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void noByteStaysInAnyFile();
    void anOlderBackupDoesNotBringItBack();
    void aJournalThatWasCutIsStillRead();

private:
    [[nodiscard]] replica::Submitted write();
    void erase(const replica::Submitted &made);
    void scrubServer();

    std::unique_ptr<ServedCity> m_city;
};

void ErasureEndToEndTest::init()
{
    m_city = std::make_unique<ServedCity>();
    QVERIFY(ServedCity::isUpToDate(m_city->owner));
}

void ErasureEndToEndTest::cleanup()
{
    m_city.reset();
}

replica::Submitted ErasureEndToEndTest::write()
{
    const auto made = awaited(m_city->owner.replica().submit({tellingDraft(m_city->scope())}));
    if (!made)
        qFatal("%s", qPrintable(made.error().detail));
    m_city->owner.client->wake();
    if (!ServedCity::isAllAccepted(m_city->owner))
        qFatal("the request was not accepted");
    return *made;
}

void ErasureEndToEndTest::erase(const replica::Submitted &made)
{
    QVERIFY(awaited(m_city->owner.replica().submit(
        {eraseDraft(m_city->scope(), made.entities.front(), made.ops.front())})));
    m_city->owner.client->wake();
    QVERIFY(ServedCity::isAllAccepted(m_city->owner));
}

void ErasureEndToEndTest::scrubServer()
{
    std::promise<bool> scrubbed;
    m_city->host->ask([&scrubbed](SequencerStore &store) {
        scrubbed.set_value(store.owesScrub() && store.scrub().has_value());
    });
    QVERIFY(scrubbed.get_future().get());
}

void ErasureEndToEndTest::noByteStaysInAnyFile()
{
    Participant anna = m_city->join(u"Анна"_s, {});
    anna.replica().startSearch();
    const replica::Submitted made = write();
    QTRY_VERIFY_WITH_TIMEOUT(!textOf(anna, made.entities.front()).isEmpty(), kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(anna.replica().isSearchComplete(), kPatienceMs);
    QVERIFY(filesWithTheWord(m_city->root.path()).contains(u"search.db-wal"_s));
    erase(made);
    QTRY_VERIFY_WITH_TIMEOUT(textOf(anna, made.entities.front()).isEmpty(), kPatienceMs);
    scrubServer();
    for (const Participant *who : {&anna, &m_city->owner}) {
        bool scrubbed = false; // it may be busy, and is done once
        QTRY_VERIFY_WITH_TIMEOUT(
            (scrubbed = scrubbed || awaited(who->replica().scrubIfDue()).value_or(false)),
            kPatienceMs);
    }
    QTRY_COMPARE_WITH_TIMEOUT(filesWithTheWord(m_city->root.path()), QStringList(), kPatienceMs);
    // Not twice on one day.
    erase(write());
    QCOMPARE(awaited(m_city->owner.replica().scrubIfDue()).value_or(true), false);
}

void ErasureEndToEndTest::anOlderBackupDoesNotBringItBack()
{
    const replica::Submitted made = write();
    const QString file = m_city->root.filePath(u"stick/old.spilno-backup"_s);
    const QString newer = m_city->root.filePath(u"stick/newer.spilno-backup"_s);
    QVERIFY(QDir().mkpath(QFileInfo(file).path()));
    QVERIFY(CityBackup::write(DataFolder(m_city->data()), file, m_city->clock));
    erase(made);
    QVERIFY(CityBackup::write(DataFolder(m_city->data()), newer, m_city->clock));
    // The machine is lost, and the newer backup with it; what lies beside them is not.
    m_city->owner.client->stopSync();
    m_city->host.reset();
    QVERIFY(QDir(m_city->data()).removeRecursively());
    QVERIFY(QFile::remove(newer));
    QVERIFY(CityBackup::restore(file, DataFolder(m_city->data())));
    QVERIFY(filesWithTheWord(m_city->data()).contains(u"city.sqlite"_s));
    m_city->serve();
    scrubServer();
    QCOMPARE(filesWithTheWord(m_city->data()), QStringList());
    Participant anna = m_city->join(u"Анна"_s, {});
    QTRY_VERIFY_WITH_TIMEOUT(
        awaited(anna.replica().record(u"request"_s, made.entities.front()))->has_value(),
        kPatienceMs);
    QCOMPARE(textOf(anna, made.entities.front()), QString());
}

void ErasureEndToEndTest::aJournalThatWasCutIsStillRead()
{
    const QString path = ErasureJournal::in(m_city->root.path());
    const auto erasure = [this] {
        return replica::Erasure{
            m_city->random.id<base::OpId>(), m_city->random.id<base::PersonId>(),
            m_city->random.id<base::ScopeId>(), m_city->random.id<base::EntityId>()};
    };
    const std::vector<replica::Erasure> two{erasure(), erasure()};
    ErasureJournal journal(path);
    QVERIFY(journal.add(two));
    QVERIFY(journal.add(two));
    QCOMPARE(journal.read()->size(), std::size_t{2});
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(file.size() - 10));
    file.close();
    QCOMPARE(ErasureJournal(path).read()->size(), std::size_t{1});
    QVERIFY(ErasureJournal(path).add(two));
    QCOMPARE(ErasureJournal(path).read()->size(), std::size_t{2});
}

QTEST_GUILESS_MAIN(ErasureEndToEndTest)
#include "ErasureEndToEndTest.moc"
