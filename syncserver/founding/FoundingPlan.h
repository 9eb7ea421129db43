// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/records/category/CategoryQuestions.h"

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <vector>

namespace spilno::server {

/// The language of names that a record has only one of.
enum class PlanLanguage : std::uint8_t { English, Ukrainian };

/// A body of the city to be founded, with its scopes: the parts of the city that are replicated
/// separately. Requests of a body stand in its scopes, what only its staff reads in the sealed one.
struct PlannedBody
{
    QString id; ///< Its name inside the plan.
    qint64 kind = 0;
    QString parent; ///< The id of an earlier body, or empty.
    QString name;
    QStringList scopes;  ///< Names of districts or departments; may be empty.
    QString sealedScope; ///< Its name; empty: none.
    QString prefix;      ///< Of request numbers of the owner's device; empty: none.
};

struct PlannedCategory
{
    QString body; ///< The id of a body, or empty.
    QString name; ///< In English; where there is none, in Ukrainian.
    QString nameUk;
    QString description;
    QString group;
    std::vector<records::category::Question> questions;
    qint64 workingDays = 0; ///< 0: none is set; the same for what follows.
    qint64 confirmDays = 0;
    qint64 publication = 0; ///< The number of the choice.
    qint64 delayHours = 0;
    qint64 roundM = 0;
    bool danger = false;
    QString dangerPhone;
};

/// What a city has on its first day. A value; the form of its JSON is that of
/// resources/founding/city.json.
struct FoundingPlan
{
    QString timeZone = QStringLiteral("Europe/Kyiv"); ///< IANA id.
    std::vector<PlannedBody> bodies;                  ///< At least one; parents first.
    std::vector<PlannedCategory> categories;

    /// One municipality and the categories of an ordinary day.
    [[nodiscard]] static FoundingPlan standard(PlanLanguage language);

    /// Malformed, with a sentence that names the place.
    [[nodiscard]] static base::Result<FoundingPlan> fromJson(
        const QByteArray &json, PlanLanguage language);
};

} // namespace spilno::server
