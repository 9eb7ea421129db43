// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <tl/expected.hpp>

#include <utility>

namespace spilno::base {

/// A value of type T or an Error. Everything that can fail returns one; nothing throws.
template <class T = void>
using Result = tl::expected<T, Error>;

/// `return failure(ErrorCode::Malformed, QStringLiteral("…"))` from any function returning Result.
[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}

/// Passes the error of another Result on.
[[nodiscard]] inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

} // namespace spilno::base

/// Evaluates a Result<void>-like expression and returns its error from the enclosing function.
#define SPILNO_TRY(expression)                                                                     \
    do {                                                                                           \
        if (auto spilnoTried = (expression); !spilnoTried)                                         \
            return ::spilno::base::failure(std::move(spilnoTried.error()));                        \
    } while (false)

#define SPILNO_CONCAT_INNER(a, b) a##b
#define SPILNO_CONCAT(a, b) SPILNO_CONCAT_INNER(a, b)

/// `SPILNO_ASSIGN(auto value, f());` declares value from a Result or returns its error.
#define SPILNO_ASSIGN(declaration, expression)                                                     \
    auto SPILNO_CONCAT(spilnoResult, __LINE__) = (expression);                                     \
    if (!SPILNO_CONCAT(spilnoResult, __LINE__))                                                    \
        return ::spilno::base::failure(std::move(SPILNO_CONCAT(spilnoResult, __LINE__).error()));  \
    declaration = std::move(*SPILNO_CONCAT(spilnoResult, __LINE__))
