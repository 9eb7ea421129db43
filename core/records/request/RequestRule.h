// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/Authority.h"

namespace spilno::records::request {

inline constexpr std::uint32_t kTitle = 1;
inline constexpr std::uint32_t kText = 2;
inline constexpr std::uint32_t kCategory = 3;
inline constexpr std::uint32_t kPlace = 4;
inline constexpr std::uint32_t kAddress = 5;
inline constexpr std::uint32_t kPoint = 6;
inline constexpr std::uint32_t kDistrict = 7;
inline constexpr std::uint32_t kNumber = 8;
inline constexpr std::uint32_t kClaimKey = 9;
inline constexpr std::uint32_t kSource = 10;
inline constexpr std::uint32_t kOpened = 11;
inline constexpr std::uint32_t kClosed = 12;
inline constexpr std::uint32_t kTarget = 13;
inline constexpr std::uint32_t kExternalId = 14;
inline constexpr std::uint32_t kBody = 15;
inline constexpr std::uint32_t kAssignee = 16;
inline constexpr std::uint32_t kAnswer = 17;
inline constexpr std::uint32_t kReason = 18;
inline constexpr std::uint32_t kDuplicateOf = 19;
inline constexpr std::uint32_t kNote = 20;
inline constexpr std::uint32_t kAnswers = 21;
inline constexpr std::uint32_t kDefaultPoint = 22;
inline constexpr std::uint32_t kOnBehalf = 23;
inline constexpr std::uint32_t kState = 24;

/// Numbers of `source`.
enum class Source : std::uint8_t {
    Phone = 0,
    Desk = 1,
    App = 2,
    Kiosk = 3,
    Web = 4,
    Import = 5,
    Other = 6,
};

inline constexpr qint64 kReopenWithinMs = 30LL * 24 * 60 * 60 * 1000;

/// The kind of unique name. A number is unique in its scope, because nobody has to hold the other
/// scopes; over all scopes it is as unique as the prefix, which only one device may use.
inline constexpr const char *kNumberName = "number";

/// The unique name of a number in a scope, as FoldEffects::takeName gets it.
[[nodiscard]] QByteArray numberName(const base::ScopeId &scope, const QString &number);

/// What the descriptor cannot say of a request: its number was granted and is free in its scope,
/// the office's words come from the office, a step that needs a sentence has one, an imported
/// request may close at once, what was closed without confirmation opens again for 30 days only.
class RequestRule : public FoldRule
{
public:
    [[nodiscard]] Verdict check(
        const FoldChange &change,
        const EntityImage *before,
        const Authority &authority) const override;
    [[nodiscard]] bool isNumberFree(
        const QString &number,
        const base::ScopeId &scope,
        const Authority &authority) const override;
    void effect(
        const FoldChange &change,
        const EntityImage &after,
        const Authority &authority,
        FoldEffects &effects) const override;
};

} // namespace spilno::records::request
