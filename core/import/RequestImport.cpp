// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/RequestImport.h"

#include "core/import/ImportedRequest.h"

namespace spilno::import {

using base::ErrorCode;
using replica::ReplicaDatabase;

namespace {

constexpr qint64 kSurveyStep = 5000;

} // namespace

RequestImport::RequestImport(
    replica::Replica &replica,
    std::shared_ptr<const replica::Identity> person,
    base::Random &random,
    Options options)
    : m_replica(replica)
    , m_person(std::move(person))
    , m_random(random)
    , m_options(std::move(options))
{
}

QString RequestImport::rejectsPath() const
{
    return m_options.path + QStringLiteral(".rejects.csv");
}

base::Result<> RequestImport::openFile(QFile &file) const
{
    file.setFileName(m_options.path);
    if (!file.exists())
        return base::failure(ErrorCode::NotFound, m_options.path);
    if (!file.open(QIODevice::ReadOnly))
        return base::failure(ErrorCode::Io, m_options.path);
    return {};
}

base::Result<> RequestImport::survey(const Watch &watch)
{
    QFile file;
    SPILNO_TRY(openFile(file));
    SPILNO_ASSIGN(ImportMapping mapping, ImportMapping::load(m_options.mapping));
    m_mappingName = mapping.name();
    SPILNO_ASSIGN(ImportReader reader, ImportReader::open(file, std::move(mapping)));
    m_progress = {};
    m_progress.isSurvey = true;
    for (;;) {
        SPILNO_ASSIGN(const auto item, reader.next());
        if (!item)
            break;
        if (const ImportRow *row = std::get_if<ImportRow>(&*item))
            m_names[row->department].insert(row->categoryName);
        m_progress.rows = reader.rows();
        if (reader.rows() % kSurveyStep == 0 && !watch(m_progress))
            return base::failure(ErrorCode::Cancelled);
    }
    m_progress.isSurvey = false;
    m_progress.rowsAll = m_progress.rows;
    return {};
}

base::Result<bool> RequestImport::prepare()
{
    struct Prepared
    {
        bool isReady = false;
        QHash<QString, DepartmentPlace> places;
    };
    auto answer = m_replica.write([this](ReplicaDatabase &database) -> base::Result<Prepared> {
        ImportDestination destination(database, m_person, m_random);
        SPILNO_ASSIGN(const bool isReady, destination.prepare(m_names));
        return Prepared{isReady, destination.places()};
    });
    answer.waitForFinished();
    SPILNO_ASSIGN(const Prepared prepared, answer.result());
    m_places = prepared.places;
    return prepared.isReady;
}

base::Result<> RequestImport::finishBatch()
{
    if (!m_isRunning)
        return {};
    m_isRunning = false;
    m_running.waitForFinished();
    SPILNO_ASSIGN(const replica::BulkOutcome outcome, m_running.result());
    m_progress.imported += outcome.created + outcome.known;
    m_progress.known += outcome.known;
    return {};
}

base::Result<> RequestImport::flush(const QString &department)
{
    const auto waiting = m_waiting.find(department);
    if (waiting == m_waiting.end() || waiting->empty())
        return {};
    SPILNO_TRY(finishBatch());
    m_isRunning = true;
    m_running = m_replica.write(
        [items = std::exchange(*waiting, {}),
         importer = m_places.value(department).importer](ReplicaDatabase &database) {
            const auto own = database.identity();
            database.setIdentity(importer);
            auto outcome = database.submitBulk(items);
            database.setIdentity(own);
            return outcome;
        });
    return {};
}

base::Result<> RequestImport::take(
    const ImportReader &reader, ImportReader::Item item, RejectsWriter &rejects)
{
    m_progress.rows = reader.rows();
    if (const ImportReject *reject = std::get_if<ImportReject>(&item)) {
        ++m_progress.rejected;
        return rejects.write(*reject);
    }
    const ImportRow &row = std::get<ImportRow>(item);
    QString tooLong;
    auto request = importedRequest(row, m_places.value(row.department), m_mappingName, &tooLong);
    if (!request) {
        ++m_progress.rejected;
        const CsvRow &source = reader.row();
        return rejects.write(
            {source.number, source.line, RejectReason::TooLong, tooLong, source.fields});
    }
    auto &waiting = m_waiting[row.department];
    waiting.push_back(std::move(*request));
    return waiting.size() < m_options.batchRows ? base::Result<>() : flush(row.department);
}

base::Result<RequestImport::Progress> RequestImport::run(const Watch &watch)
{
    QFile file;
    SPILNO_TRY(openFile(file));
    SPILNO_ASSIGN(ImportMapping mapping, ImportMapping::load(m_options.mapping));
    SPILNO_ASSIGN(ImportReader reader, ImportReader::open(file, std::move(mapping)));
    RejectsWriter rejects(m_options.path, reader.header(), RejectsWriter::Start::Anew);
    const qint64 all = m_progress.rowsAll;
    m_progress = {};
    m_progress.rowsAll = all;
    m_waiting.clear();
    for (;;) {
        SPILNO_ASSIGN(auto item, reader.next());
        if (!item)
            break;
        SPILNO_TRY(take(reader, std::move(*item), rejects));
        if (reader.rows() % static_cast<qint64>(m_options.batchRows) == 0 && !watch(m_progress)) {
            SPILNO_TRY(finishBatch());
            SPILNO_TRY(rejects.close());
            return base::failure(ErrorCode::Cancelled);
        }
    }
    const QStringList departments = m_waiting.keys();
    for (const QString &department : departments)
        SPILNO_TRY(flush(department));
    SPILNO_TRY(finishBatch());
    SPILNO_TRY(rejects.close());
    watch(m_progress);
    return m_progress;
}

} // namespace spilno::import
