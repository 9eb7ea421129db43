// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person at the desktop waits for: saving and searching; and what a server does with runs.
#include "tests/bench/Benches.h"
#include "tests/bench/Phase.h"
#include "tests/bench/Workload.h"

#include "core/replica/search/SearchIndex.h"

#include <cmath>
#include <functional>

namespace spilno::bench {

namespace {

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

/// Words as a language has them: few that are frequent, many that are rare.
class SyntheticWords
{
public:
    explicit SyntheticWords(FixedRandom &random)
        : m_random(random)
    {
        static constexpr QStringView kSyllables[] = {u"ма", u"ро", u"ви",  u"ка",  u"лі",  u"сто",
                                                     u"пе", u"ну", u"дор", u"тів", u"гра", u"зе"};
        for (int i = 0; i < 50'000; ++i) {
            QString word;
            const auto syllables = 2 + random.next() % 3;
            for (std::uint64_t k = 0; k < syllables; ++k)
                word += kSyllables[random.next() % std::size(kSyllables)];
            m_words.append(word);
        }
    }

    [[nodiscard]] QString text(int count)
    {
        QStringList chosen;
        for (int i = 0; i < count; ++i) {
            const double part = static_cast<double>(m_random.next() % 1'000'000) / 1e6;
            const double rank = std::pow(static_cast<double>(m_words.size()), part) - 1;
            chosen.append(m_words.at(static_cast<qsizetype>(rank)));
        }
        return chosen.join(u' ');
    }

private:
    FixedRandom &m_random;
    QStringList m_words;
};

} // namespace

void submit(qint64 changes)
{
    constexpr int kSubmits = 2000;
    Workload workload({changes, 50, 8});
    workload.fill();
    // The owner's own replica, brought to the size of the city by a copy of the server's log.
    const auto profile = workload.openOwner();
    auto opened = replica::ReplicaDatabase::open(workload.ownerReplica(*profile));
    if (!opened)
        giveUp(opened.error().detail);
    replica::ReplicaDatabase &database = **opened;
    workload.pullInto(database);
    database.setIdentity(profile->identity());
    Phase phase(QStringLiteral("local submit, durable"));
    std::vector<double> each;
    for (int i = 0; i < kSubmits; ++i) {
        replica::Draft draft;
        draft.type = QStringLiteral("request");
        draft.scope = workload.scopes().front();
        draft.fields = {
            {QStringLiteral("title"), wire::Value(QStringLiteral("Яма на дорозі %1").arg(i))},
            {QStringLiteral("text"), wire::Value(QStringLiteral("Глибока, вже третій тиждень."))}};
        QElapsedTimer timer;
        timer.start();
        const auto made = database.submit({draft});
        each.push_back(milliseconds(timer));
        if (!made)
            giveUp(made.error().detail);
    }
    phase.addLatencies(std::move(each));
    phase.finish(kSubmits);
}

void search(qint64 changes)
{
    constexpr int kSearches = 400;
    QTemporaryDir folder;
    FixedRandom random(7);
    SyntheticWords words(random);
    replica::SearchIndex index(
        replica::StemDictionary::load(replica::StemDictionary::defaultFolders()));
    if (auto opened = index.open(
            folder.filePath(QStringLiteral("search.db")),
            replica::SqliteConnection::Mode::ReadWrite);
        !opened || !index.setBulkLoading(true))
        giveUp(QStringLiteral("the index does not open"));
    Phase build(QStringLiteral("texts taken up"));
    std::vector<replica::SearchChange> batch;
    for (qint64 id = 1; id <= changes; ++id) {
        batch.push_back(replica::SearchChange::put({id, 12, id, words.text(4), words.text(16)}));
        if (batch.size() < 8192 && id != changes)
            continue;
        if (auto applied = index.apply(batch, id); !applied)
            giveUp(applied.error().detail);
        batch.clear();
    }
    if (!index.setBulkLoading(false) || !index.optimize())
        giveUp(QStringLiteral("the index does not merge"));
    build.add(QStringLiteral("disk_bytes"), static_cast<double>(bytesBelow(folder.path())));
    build.finish(changes);
    const auto measure = [&](const QString &name, const std::function<QString()> &question) {
        Phase phase(name);
        std::vector<double> each;
        for (int i = 0; i < kSearches; ++i) {
            const QString text = question();
            QElapsedTimer timer;
            timer.start();
            const auto page = index.query(text);
            each.push_back(milliseconds(timer));
            if (!page)
                giveUp(page.error().detail);
        }
        phase.addLatencies(std::move(each));
        phase.finish(kSearches);
    };
    measure(QStringLiteral("search, two words"), [&] { return words.text(2); });
    measure(QStringLiteral("search, prefix of three"), [&] { return words.text(1).left(3); });
    measure(QStringLiteral("search, prefix of two"), [&] { return words.text(1).left(2); });
    measure(QStringLiteral("search, one typing mistake"), [&] {
        QString word = words.text(1);
        return word.size() > 4 ? word.remove(2, 1) : word;
    });
}

void server(qint64 changes)
{
    for (const int runChanges : {10, 1}) {
        Workload workload({changes, 50, 8, runChanges, 100});
        workload.fill();
    }
}

} // namespace spilno::bench
