// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ProcessCity.h"
#include "tests/support/SamplePhoto.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QRegularExpression>
#include <QtCore/QStorageInfo>
#include <QtTest/QTest>

#include <csignal>
#include <functional>

#include <sys/mount.h>
#include <unistd.h>

using namespace spilno::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kDiskKib = 24 * 1024;
constexpr qint64 kPageBytes = 4096;

} // namespace

/// Useless files, full and read-only disks, damage and wrong places, met by the real programs: one
/// clear sentence in the person's language and the exit code that scripts look at; everything else
/// is kept and goes on.
class BadInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void whatIsNoTableOfRequestsIsTold_data();
    void whatIsNoTableOfRequestsIsTold();
    void aBundleThatWasTamperedWithIsTold();
    void aBundleThatWasCutIsTold();
    void aSecondProcessIsTold();
    void aWrongFingerprintIsTold();
    void anAddressThatDoesNotAnswerIsTold();
    void aServerThatIsAwayIsTold();
    void aFolderThatCannotBeWrittenIsTold();
    void aFullDiskOfTheProfileIsTold();
    void aFullDiskOfTheServerIsToldAndNothingIsLost();
    void aServerThatTakesNoPhotosIsTold();
    void aDamagedPageOfTheReplicaIsTold();
    void aDamagedPageOfTheServerIsTold();

private:
    using Attempt = std::function<Outcome()>;
    /// The attempt fails, and is told in one line, in either language.
    void verifyTold(const Attempt &attempt, const QString &english, const QString &ukrainian);
    /// `words` is a regular expression.
    static void verifyOneSentence(const Outcome &told, const QString &words);
    /// A small disk of its own in the city's folder; false where that is not allowed.
    [[nodiscard]] bool mountSmall(const QString &name);
    void fill(const QString &name, qint64 leaveBytes = 0) const;
    /// Overwrites the middle third of a database's pages with something else.
    void damage(const QString &file) const;
    [[nodiscard]] QString replicaOf(const QString &profile) const;

    ProcessCity m_city;
    QStringList m_mounted;
};

void BadInputTest::initTestCase()
{
    const Outcome founded = m_city.found();
    QVERIFY2(founded.code == 0, qPrintable(founded.said()));
    QVERIFY(m_city.serve());
    const Outcome entered = m_city.enter(u"clerk"_s, u"Марія"_s);
    QVERIFY2(entered.code == 0, qPrintable(entered.said()));
    m_city.writeSample(u"rows.csv"_s, 300);
}

void BadInputTest::cleanup()
{
    m_city.setLanguage({});
    for (const QString &folder : std::as_const(m_mounted))
        ::umount2(folder.toLocal8Bit().constData(), MNT_DETACH);
    m_mounted.clear();
}

void BadInputTest::verifyOneSentence(const Outcome &told, const QString &words)
{
    QVERIFY2(told.code == 1, qPrintable(told.said()));
    QVERIFY2(told.err.contains(QRegularExpression(words)), qPrintable(told.said()));
    QCOMPARE(told.err.count(u'\n'), 1);
}

void BadInputTest::verifyTold(
    const Attempt &attempt, const QString &english, const QString &ukrainian)
{
    verifyOneSentence(attempt(), english);
    if (QTest::currentTestFailed())
        return;
    m_city.setLanguage(u"uk"_s);
    const Outcome told = attempt();
    m_city.setLanguage({});
    verifyOneSentence(told, ukrainian);
}

// ── Files ───────────────────────────────────────────────────────────────────────────────────────

void BadInputTest::whatIsNoTableOfRequestsIsTold_data()
{
    QByteArray noise;
    for (int i = 0; i < 20'000; ++i)
        noise += static_cast<char>((i * 7919) >> 3);
    m_city.write(u"empty.csv"_s, {});
    m_city.write(u"noise.csv"_s, noise);
    QVERIFY(QDir().mkpath(m_city.path(u"folder.csv"_s)));
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("english");
    QTest::addColumn<QString>("ukrainian");
    for (const QString &file : {u"empty.csv"_s, u"noise.csv"_s})
        QTest::newRow(qPrintable(file))
            << file << file + u" is not a file of requests"_s << u"не файл звернень"_s;
    QTest::newRow("a folder") << u"folder.csv"_s << u"folder.csv"_s << u"folder.csv"_s;
    QTest::newRow("nothing") << u"none.csv"_s << u"There is no file"_s << u"немає"_s;
}

void BadInputTest::whatIsNoTableOfRequestsIsTold()
{
    QFETCH(QString, file);
    QFETCH(QString, english);
    QFETCH(QString, ukrainian);
    verifyTold(
        [&] {
            return m_city.ctl(
                u"owner"_s, {u"import"_s, u"requests"_s, file, u"--map"_s, u"boston-311"_s});
        },
        english, ukrainian);
}

void BadInputTest::aBundleThatWasTamperedWithIsTold()
{
    const QString title = u"Справжнє слово"_s;
    QCOMPARE(m_city.create(u"clerk"_s, title).code, 0);
    QCOMPARE(m_city.ctl(u"clerk"_s, {u"bundle"_s, u"export"_s, u"true.spilno"_s}).code, 0);
    QFile bundle(m_city.path(u"true.spilno"_s));
    QVERIFY(bundle.open(QIODevice::ReadOnly));
    QByteArray bytes = bundle.readAll();
    const qsizetype at = bytes.indexOf(title.toUtf8());
    QVERIFY(at > 0); // a change on its way stands in it as it was signed
    bytes.replace(at, title.toUtf8().size(), u"Підмінене сло!!"_s.toUtf8());
    m_city.write(u"false.spilno"_s, bytes);
    verifyTold(
        [this] {
            return m_city.ctl(u"owner"_s, {u"bundle"_s, u"import"_s, u"false.spilno"_s});
        },
        u"not as their authors signed them"_s, u"не такі, як їх підписали"_s);
    m_city.sync(u"owner"_s);
    m_city.sync(u"clerk"_s);
    QCOMPARE(m_city.ctl(u"owner"_s, {u"verify"_s}).code, 0);
}

void BadInputTest::aBundleThatWasCutIsTold()
{
    QCOMPARE(m_city.create(u"clerk"_s, u"Ще одна яма"_s).code, 0);
    QCOMPARE(m_city.ctl(u"clerk"_s, {u"bundle"_s, u"export"_s, u"whole.spilno"_s}).code, 0);
    QFile bundle(m_city.path(u"whole.spilno"_s));
    QVERIFY(bundle.open(QIODevice::ReadOnly));
    const QByteArray whole = bundle.readAll();
    m_city.write(u"cut.spilno"_s, whole.chopped(40));
    m_city.write(u"noise.spilno"_s, QByteArray(5'000, 'x'));
    for (const QString &file : {u"cut.spilno"_s, u"noise.spilno"_s})
        verifyTold(
            [&] {
                return m_city.ctl(u"owner"_s, {u"bundle"_s, u"import"_s, file});
            },
            file + u" is not a bundle, or it was cut"_s, file);
    m_city.sync(u"clerk"_s);
}

// ── Places ──────────────────────────────────────────────────────────────────────────────────────

void BadInputTest::aSecondProcessIsTold()
{
    // An import that stands still in the middle holds the profile.
    const auto holder = m_city.beginCtl(
        u"owner"_s,
        {u"import"_s, u"requests"_s, u"rows.csv"_s, u"--map"_s, u"boston-311"_s, u"--resume"_s});
    holder->setReadChannel(QProcess::StandardError);
    QVERIFY(QTest::qWaitFor([&] { return holder->canReadLine(); }, ProcessCity::kPatienceMs));
    ::kill(static_cast<pid_t>(holder->processId()), SIGSTOP);
    verifyTold(
        [this] {
            return m_city.ctl(u"owner"_s, {u"list"_s, u"request"_s});
        },
        u"Another program has this profile open"_s, u"Цей профіль відкрила інша програма"_s);
    ::kill(static_cast<pid_t>(holder->processId()), SIGCONT);
    const Outcome held = ProcessCity::finish(*holder);
    QVERIFY2(held.code == 0, qPrintable(held.said()));
    verifyTold(
        [this] {
            return m_city.program(
                u"spilno-server"_s,
                {u"serve"_s, u"--data"_s, u"data"_s, u"--listen"_s, u"127.0.0.1:0"_s});
        },
        u"already uses the city"_s, u"уже користується інша програма"_s);
    m_city.sync(u"owner"_s);
}

void BadInputTest::aWrongFingerprintIsTold()
{
    QString wrong = m_city.address();
    wrong.replace(wrong.size() - 4, 4, wrong.endsWith(u"0000"_s) ? u"1111"_s : u"0000"_s);
    verifyTold(
        [&] { return m_city.enter(u"lost"_s, u"Хтось"_s, wrong); }, u"another city"_s,
        u"іншого міста"_s);
    QVERIFY(!QFile::exists(m_city.path(u"lost/vault"_s)));
}

void BadInputTest::anAddressThatDoesNotAnswerIsTold()
{
    const QString nobody =
        u"spilno://127.0.0.1:%1#%2"_s.arg(freePort()).arg(m_city.address().section(u'#', 1));
    verifyTold(
        [&] { return m_city.enter(u"lost"_s, u"Хтось"_s, nobody); }, u"does not answer"_s,
        u"не відповідає"_s);
}

void BadInputTest::aServerThatIsAwayIsTold()
{
    m_city.killServer();
    QCOMPARE(m_city.create(u"clerk"_s, u"Без сервера"_s).code, 0);
    verifyTold(
        [this] {
            return m_city.ctl(u"clerk"_s, {u"sync"_s, u"--once"_s});
        },
        u"does not answer"_s, u"не відповідає"_s);
    QVERIFY(m_city.serve());
    m_city.sync(u"clerk"_s);
    QVERIFY(m_city.items(u"clerk"_s, {u"outbox"_s}).isEmpty());
}

void BadInputTest::aFolderThatCannotBeWrittenIsTold()
{
    // The files of somebody else, or one's own without the right to write: root has it always.
    const QString folder = m_city.path(u"locked"_s);
    QVERIFY(QDir().mkpath(folder));
    const bool isRoot = ::geteuid() == 0;
    if (isRoot) {
        const QByteArray name = folder.toLocal8Bit();
        if (!mountSmall(u"locked"_s) ||
            ::mount("none", name.constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) != 0)
            QSKIP("root may write everywhere, and may not mount a read-only disk here");
    } else {
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
    }
    verifyTold(
        [this] { return m_city.enter(u"locked/profile"_s, u"Хтось"_s); },
        u"The folder cannot be written to"_s, u"не вдається писати"_s);
    verifyTold(
        [this] {
            return m_city.program(
                u"spilno-server"_s,
                {u"init"_s, u"--data"_s, u"locked/data"_s, u"--name"_s, u"Друге"_s, u"--owner"_s,
                 u"second"_s, u"--listen"_s, u"127.0.0.1:7717"_s});
        },
        u"cannot be written to"_s, u"не вдається записати"_s);
    if (!isRoot)
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner);
}

// ── Disks ───────────────────────────────────────────────────────────────────────────────────────

bool BadInputTest::mountSmall(const QString &name)
{
    const QString folder = m_city.path(name);
    QDir().mkpath(folder);
    const QByteArray size = "mode=0700,size=" + QByteArray::number(kDiskKib) + "k";
    if (::mount("tmpfs", folder.toLocal8Bit().constData(), "tmpfs", 0, size.constData()) != 0)
        return false;
    m_mounted.append(folder);
    return true;
}

void BadInputTest::fill(const QString &name, qint64 leaveBytes) const
{
    QFile ballast(m_city.path(name) + u"/ballast"_s);
    QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const QByteArray block(4'096, 'x');
    QStorageInfo disk(m_city.path(name));
    while (disk.bytesAvailable() > leaveBytes && ballast.write(block) == block.size())
        disk.refresh();
}

void BadInputTest::aFullDiskOfTheProfileIsTold()
{
    const bool isDisk = mountSmall(u"little"_s);
    const Outcome entered = m_city.enter(u"little/profile"_s, u"Олена"_s);
    QVERIFY2(entered.code == 0, qPrintable(entered.said()));
    ProcessCity::Beside full;
    if (isDisk)
        fill(u"little"_s);
    else
        full.fileBytesMax = 64 * 1024;
    const auto attempt = [&] {
        Outcome told;
        for (int i = 0; i < 12 && told.code != 1; ++i) // a little room was left in the files
            told = m_city.create(u"little/profile"_s, QString(300, u'я'), full);
        return told;
    };
    verifyTold(
        attempt, isDisk ? u"There is no space left"_s : u"A file cannot be"_s,
        isDisk ? u"не лишилося місця"_s : u"Файл"_s);
    if (isDisk)
        QVERIFY(QFile::remove(m_city.path(u"little/ballast"_s)));
    const Outcome after = m_city.create(u"little/profile"_s, u"Знову є місце"_s);
    QVERIFY2(after.code == 0, qPrintable(after.said()));
    m_city.sync(u"little/profile"_s);
    QCOMPARE(m_city.ctl(u"little/profile"_s, {u"verify"_s}).code, 0);
}

void BadInputTest::aFullDiskOfTheServerIsToldAndNothingIsLost()
{
    if (!mountSmall(u"small"_s))
        QSKIP("no right to mount a small disk");
    ProcessCity city;
    QVERIFY(QFile::link(m_city.path(u"small"_s), city.path(u"small"_s)));
    const Outcome founded = city.found(u"small/data"_s);
    QVERIFY2(founded.code == 0, qPrintable(founded.said()));
    QVERIFY(city.serve());
    const Outcome entered = city.enter(u"clerk"_s, u"Марія"_s);
    QVERIFY2(entered.code == 0, qPrintable(entered.said()));
    fill(u"small"_s);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(city.create(u"clerk"_s, QString(300, u'ї')).code, 0);
    const auto attempt = [&city] { return city.ctl(u"clerk"_s, {u"sync"_s, u"--once"_s}); };
    verifyOneSentence(attempt(), u"The city's server has no space left"_s);
    city.setLanguage(u"uk"_s);
    verifyOneSentence(attempt(), u"На диску сервера міста не лишилося місця"_s);
    city.setLanguage({});
    QVERIFY(QFile::remove(m_city.path(u"small/ballast"_s)));
    city.sync(u"clerk"_s);
    QVERIFY(city.items(u"clerk"_s, {u"outbox"_s}).isEmpty());
    city.killServer();
    const Outcome sound =
        city.program(u"spilno-server"_s, {u"verify"_s, u"--data"_s, u"small/data"_s});
    QVERIFY2(sound.code == 0, qPrintable(sound.said()));
}

void BadInputTest::aServerThatTakesNoPhotosIsTold()
{
    if (!mountSmall(u"small"_s))
        QSKIP("no right to mount a small disk");
    ProcessCity city;
    QVERIFY(QFile::link(m_city.path(u"small"_s), city.path(u"small"_s)));
    const Outcome founded = city.found(u"small/data"_s);
    QVERIFY2(founded.code == 0, qPrintable(founded.said()));
    QVERIFY(city.serve());
    const Outcome entered = city.enter(u"clerk"_s, u"Марія"_s);
    QVERIFY2(entered.code == 0, qPrintable(entered.said()));
    const Outcome request = city.create(u"clerk"_s, u"Яма з фото"_s);
    QCOMPARE(request.code, 0);
    city.write(u"camera.jpg"_s, photoWithNote());
    const QJsonObject photo{
        {u"about"_s, request.json().value(u"id"_s)}, {u"file"_s, city.path(u"camera.jpg"_s)}};
    const Outcome made = city.ctl(
        u"clerk"_s, {u"create"_s, u"attachment"_s, u"--json"_s, u"-"_s},
        QJsonDocument(photo).toJson());
    QVERIFY2(made.code == 0, qPrintable(made.said()));
    fill(u"small"_s, kDiskKib * 1024 / 60); // less than 2 %
    const auto attempt = [&city] { return city.ctl(u"clerk"_s, {u"sync"_s, u"--once"_s}); };
    verifyOneSentence(attempt(), u"takes no photos for now.* 1[.]"_s);
    QVERIFY(city.items(u"clerk"_s, {u"outbox"_s}).isEmpty()); // the words are taken still
    city.setLanguage(u"uk"_s);
    verifyOneSentence(attempt(), u"не приймає фото"_s);
    city.setLanguage({});
    QVERIFY(QFile::remove(m_city.path(u"small/ballast"_s)));
    city.sync(u"clerk"_s);
    QCOMPARE(
        city.ctl(u"clerk"_s, {u"photos"_s, u"--json"_s}).json().value(u"waiting"_s).toInt(-1), 0);
    city.killServer();
}

// ── Damage ──────────────────────────────────────────────────────────────────────────────────────

QString BadInputTest::replicaOf(const QString &profile) const
{
    QDirIterator files(
        m_city.path(profile), {u"replica.db"_s}, QDir::Files, QDirIterator::Subdirectories);
    return files.hasNext() ? files.next() : QString();
}

void BadInputTest::damage(const QString &path) const
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::ReadWrite), qPrintable(path));
    const qint64 pages = file.size() / kPageBytes;
    QVERIFY2(pages > 30, qPrintable(path));
    for (qint64 page = pages / 3; page < pages * 2 / 3; ++page) {
        QVERIFY(file.seek(page * kPageBytes));
        QCOMPARE(file.write(QByteArray(kPageBytes, '\xa5')), kPageBytes);
    }
}

void BadInputTest::aDamagedPageOfTheReplicaIsTold()
{
    const Outcome entered = m_city.enter(u"unlucky"_s, u"Петро"_s);
    QVERIFY2(entered.code == 0, qPrintable(entered.said()));
    damage(replicaOf(u"unlucky"_s));
    verifyTold(
        [this] { return m_city.ctl(u"unlucky"_s, {u"verify"_s}); },
        u"database of this profile is damaged|as it was signed"_s, u"пошкоджена|підписано"_s);
    const Outcome listed =
        m_city.ctl(u"unlucky"_s, {u"list"_s, u"request"_s, u"--limit"_s, u"9999"_s});
    if (listed.code != 0)
        verifyOneSentence(listed, u"The database of this profile is damaged"_s);
    // Nobody else is touched.
    m_city.sync(u"owner"_s);
    QCOMPARE(m_city.ctl(u"owner"_s, {u"verify"_s}).code, 0);
}

void BadInputTest::aDamagedPageOfTheServerIsTold()
{
    QCOMPARE(m_city.endServer().code, 0);
    damage(m_city.path(u"data/city.sqlite"_s));
    const auto verified = [this] {
        return m_city.program(u"spilno-server"_s, {u"verify"_s, u"--data"_s, u"data"_s});
    };
    const Outcome told = verified();
    QVERIFY2(told.code == 1, qPrintable(told.said()));
    QVERIFY2(told.said().contains(u"spilno-server restore"_s), qPrintable(told.said()));
    m_city.setLanguage(u"uk"_s);
    const Outcome ukrainian = verified();
    m_city.setLanguage({});
    QVERIFY2(ukrainian.said().contains(u"езервну копію"_s), qPrintable(ukrainian.said()));
    // What can be read is served, or why not is said; either way nobody loses anything.
    if (!m_city.serve())
        verifyOneSentence(ProcessCity::finish(m_city.server()), u"is damaged"_s);
    QCOMPARE(m_city.create(u"owner"_s, u"Після збою"_s).code, 0);
    const Outcome sent = m_city.ctl(u"owner"_s, {u"sync"_s, u"--once"_s});
    if (sent.code != 0)
        verifyOneSentence(sent, u"server"_s);
    QCOMPARE(m_city.ctl(u"owner"_s, {u"verify"_s}).code, 0);
}

QTEST_GUILESS_MAIN(BadInputTest)
#include "BadInputTest.moc"
