// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/search/FtsTokenizer.h"

#include "core/replica/search/Fts5Api.h"
#include "core/replica/search/WordSplitter.h"

#include <sqlite3.h>

#include <string_view>

namespace spilno::replica {

namespace {

using SharedStemmer = std::shared_ptr<Stemmer>;
using TokenCallback = int (*)(void *, int, const char *, int, int, int);

/// Passes the tokens of one word to FTS5; the first takes a new place, the others share it.
class TokenEmitter
{
public:
    TokenEmitter(void *context, TokenCallback callback, WordSplitter::Word word)
        : m_context(context)
        , m_callback(callback)
        , m_begin(static_cast<int>(word.begin))
        , m_end(static_cast<int>(word.end))
    {
    }

    [[nodiscard]] int emitToken(const std::string &token)
    {
        const int flags = m_first ? 0 : FTS5_TOKEN_COLOCATED;
        m_first = false;
        return m_callback(
            m_context, flags, token.data(), static_cast<int>(token.size()), m_begin, m_end);
    }

private:
    void *m_context;
    TokenCallback m_callback;
    int m_begin;
    int m_end;
    bool m_first = true;
};

int createTokenizer(void *context, const char **, int, Fts5Tokenizer **out)
{
    *out = static_cast<Fts5Tokenizer *>(context);
    return SQLITE_OK;
}

void deleteTokenizer(Fts5Tokenizer *)
{
    // The stemmer belongs to the registration, not to one table.
}

int tokenize(
    Fts5Tokenizer *tokenizer,
    void *context,
    int flags,
    const char *text,
    int size,
    TokenCallback callback)
{
    if (text == nullptr || size <= 0)
        return SQLITE_OK;
    Stemmer &stemmer = **reinterpret_cast<SharedStemmer *>(tokenizer);
    const std::string_view bytes(text, static_cast<std::size_t>(size));
    const bool query = (flags & FTS5_TOKENIZE_QUERY) != 0;
    const bool prefix = query && (flags & FTS5_TOKENIZE_PREFIX) != 0;
    WordSplitter splitter(bytes);
    while (const auto place = splitter.next()) {
        const SearchWord &word =
            stemmer.analyse(bytes.substr(place->begin, place->end - place->begin));
        if (word.folded.empty())
            continue;
        TokenEmitter emitter(context, callback, *place);
        int status = SQLITE_OK;
        if (!query || prefix || word.foldedIsStem)
            status = emitter.emitToken(word.folded);
        for (auto stem = word.stems.begin();
             !prefix && stem != word.stems.end() && status == SQLITE_OK; ++stem)
            status = emitter.emitToken(*stem);
        if (status != SQLITE_OK)
            return status;
    }
    return SQLITE_OK;
}

void destroyRegistration(void *context)
{
    delete static_cast<SharedStemmer *>(context);
}

} // namespace

base::Result<> FtsTokenizer::registerOn(sqlite3 *connection, std::shared_ptr<Stemmer> stemmer)
{
    fts5_api *api = fts5ApiOf(connection);
    if (api == nullptr)
        return base::failure(
            base::ErrorCode::InvalidArgument, QStringLiteral("this SQLite has no FTS5"));
    fts5_tokenizer methods = {createTokenizer, deleteTokenizer, tokenize};
    auto *context = new SharedStemmer(std::move(stemmer));
    if (api->xCreateTokenizer(api, "spilno", context, &methods, destroyRegistration) != SQLITE_OK) {
        delete context;
        return base::failure(
            base::ErrorCode::Io, QStringLiteral("the tokenizer could not be registered"));
    }
    return {};
}

} // namespace spilno::replica
