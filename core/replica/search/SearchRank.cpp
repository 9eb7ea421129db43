// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/search/SearchRank.h"

#include "core/replica/search/Fts5Api.h"

#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace spilno::replica {

namespace {

/// The usual constants of bm25: how fast repetition stops to count, how much length does.
constexpr double kRepetition = 1.2;
constexpr double kLength = 0.75;

/// What stays the same over the rows of one query.
struct RankContext
{
    double averageLength = 1;
    std::vector<double> frequency; ///< Of each phrase in the present row, weighted by column.
};

void deleteContext(void *context)
{
    delete static_cast<RankContext *>(context);
}

int contextOf(const Fts5ExtensionApi *api, Fts5Context *fts, RankContext *&out)
{
    out = static_cast<RankContext *>(api->xGetAuxdata(fts, 0));
    if (out != nullptr)
        return SQLITE_OK;
    auto made = std::make_unique<RankContext>();
    sqlite3_int64 rows = 0;
    sqlite3_int64 tokens = 0;
    int status = api->xRowCount(fts, &rows);
    if (status == SQLITE_OK)
        status = api->xColumnTotalSize(fts, -1, &tokens);
    if (status != SQLITE_OK)
        return status;
    if (rows > 0 && tokens > 0)
        made->averageLength = static_cast<double>(tokens) / static_cast<double>(rows);
    made->frequency.resize(static_cast<std::size_t>(api->xPhraseCount(fts)));
    out = made.get();
    // FTS5 deletes the context with the query, and at once if it cannot keep it.
    return api->xSetAuxdata(fts, made.release(), deleteContext);
}

int countPhrases(
    const Fts5ExtensionApi *api,
    Fts5Context *fts,
    int count,
    sqlite3_value **weights,
    RankContext &context)
{
    std::fill(context.frequency.begin(), context.frequency.end(), 0.0);
    int instances = 0;
    int status = api->xInstCount(fts, &instances);
    for (int instance = 0; status == SQLITE_OK && instance < instances; ++instance) {
        int phrase = 0;
        int column = 0;
        int offset = 0;
        status = api->xInst(fts, instance, &phrase, &column, &offset);
        const double weight = column < count ? sqlite3_value_double(weights[column]) : 1.0;
        if (status == SQLITE_OK)
            context.frequency[static_cast<std::size_t>(phrase)] += weight;
    }
    return status;
}

void rank(
    const Fts5ExtensionApi *api,
    Fts5Context *fts,
    sqlite3_context *result,
    int count,
    sqlite3_value **weights)
{
    RankContext *context = nullptr;
    int tokens = 0;
    int status = contextOf(api, fts, context);
    if (status == SQLITE_OK)
        status = countPhrases(api, fts, count, weights, *context);
    if (status == SQLITE_OK)
        status = api->xColumnSize(fts, -1, &tokens);
    if (status != SQLITE_OK) {
        sqlite3_result_error_code(result, status);
        return;
    }
    const double length = 1 - kLength + kLength * tokens / context->averageLength;
    double score = 0;
    for (const double frequency : context->frequency)
        score += frequency * (kRepetition + 1) / (frequency + kRepetition * length);
    sqlite3_result_double(result, -score);
}

} // namespace

base::Result<> SearchRank::registerOn(sqlite3 *connection)
{
    fts5_api *api = fts5ApiOf(connection);
    if (api == nullptr)
        return base::failure(
            base::ErrorCode::InvalidArgument, QStringLiteral("this SQLite has no FTS5"));
    if (api->xCreateFunction(api, "spilno_rank", nullptr, rank, nullptr) != SQLITE_OK)
        return base::failure(
            base::ErrorCode::Io, QStringLiteral("the ranking could not be registered"));
    return {};
}

} // namespace spilno::replica
