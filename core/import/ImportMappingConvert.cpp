// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// From a row of the file to a request; ImportMapping.cpp reads the mapping.
#include "core/import/ImportMapping.h"

#include "core/base/text/Normalise.h"
#include "core/import/ContactScanner.h"

#include <algorithm>
#include <cmath>

namespace spilno::import {

namespace {

/// Half of the last digit that such points are written with.
constexpr double kDefaultPointTolerance = 0.00005;

/// «2215.0» is what a spreadsheet makes of the number 2215.
QString wholeNumber(const QString &text)
{
    const qsizetype dot = text.indexOf(u'.');
    if (dot < 1)
        return text;
    const QStringView fraction = QStringView(text).mid(dot + 1);
    const bool zero =
        std::all_of(fraction.begin(), fraction.end(), [](QChar sign) { return sign == u'0'; });
    return zero ? text.left(dot) : text;
}

RejectReason reasonOf(CsvFault fault)
{
    switch (fault) {
    case CsvFault::OpenQuote:
        return RejectReason::OpenQuote;
    case CsvFault::TextAfterQuote:
        return RejectReason::TextAfterQuote;
    case CsvFault::Undecodable:
        return RejectReason::Undecodable;
    case CsvFault::TooLong:
        return RejectReason::TooLong;
    case CsvFault::ColumnCount:
    case CsvFault::None:
        break;
    }
    return RejectReason::ColumnCount;
}

using TextMember = QString ImportRow::*;

/// The member of a row that holds the text of a key; null for all other keys.
TextMember memberOf(const QString &key)
{
    static const QHash<QString, TextMember> members = {
        {QStringLiteral("externalId"), &ImportRow::externalId},
        {QStringLiteral("title"), &ImportRow::title},
        {QStringLiteral("text"), &ImportRow::text},
        {QStringLiteral("category"), &ImportRow::categoryName},
        {QStringLiteral("department"), &ImportRow::department},
        {QStringLiteral("state"), &ImportRow::state},
        {QStringLiteral("address"), &ImportRow::address},
        {QStringLiteral("answer"), &ImportRow::answer},
        {QStringLiteral("source"), &ImportRow::source}};
    return members.value(key, nullptr);
}

} // namespace

base::Result<> ImportMapping::bind(const QStringList &header)
{
    QStringList missing;
    for (Field &field : m_fields) {
        field.places.clear();
        for (const QString &column : field.columns) {
            const qsizetype place = header.indexOf(column);
            if (place < 0)
                missing.append(column);
            else
                field.places.append(place);
        }
    }
    m_seenIds.clear();
    if (missing.isEmpty())
        return {};
    return base::failure(
        base::ErrorCode::InvalidArgument,
        QStringLiteral("the file has no column ") + missing.join(QStringLiteral(", ")));
}

QString ImportMapping::valueOf(const Field &field, const CsvRow &row) const
{
    QString value = field.constant;
    for (const qsizetype place : field.places) {
        const QString text = base::displayText(row.fields[place]).trimmed();
        if (!text.isEmpty()) {
            value = text;
            break;
        }
    }
    if (field.kind == Kind::Integer && !value.isEmpty())
        value = wholeNumber(value).rightJustified(field.pad, u'0');
    return value;
}

std::optional<qint64> ImportMapping::readDate(const QString &text) const
{
    for (const DatePattern &pattern : m_dates) {
        if (const auto time = pattern.read(text, m_zone))
            return time;
    }
    return std::nullopt;
}

std::optional<RejectReason> ImportMapping::assign(
    const Field &field, const CsvRow &row, ImportRow &out) const
{
    QString value = valueOf(field, row);
    if (value.isEmpty()) {
        if (field.isRequired)
            return RejectReason::MissingField;
        return std::nullopt;
    }
    if (!field.map.isEmpty()) {
        const auto mapped = field.map.constFind(value);
        if (mapped == field.map.cend())
            return RejectReason::UnknownState;
        value = *mapped;
    }
    if (field.kind == Kind::Date) {
        const auto time = readDate(value);
        if (!time)
            return RejectReason::BadDate;
        if (field.key == u"opened")
            out.openedMs = *time;
        else if (field.key == u"closed")
            out.closedMs = *time;
        else if (field.key == u"target")
            out.targetMs = *time;
        else
            out.extra.insert(field.key, QString::number(*time));
        return std::nullopt;
    }
    if (const TextMember member = memberOf(field.key))
        out.*member = value;
    else
        out.extra.insert(field.key, value);
    return std::nullopt;
}

void ImportMapping::setPosition(
    const QString &latitude, const QString &longitude, ImportRow &row) const
{
    if (latitude.isEmpty() && longitude.isEmpty())
        return;
    bool latitudeRead = false;
    bool longitudeRead = false;
    const double north = latitude.toDouble(&latitudeRead);
    const double east = longitude.toDouble(&longitudeRead);
    const bool onEarth =
        latitudeRead && longitudeRead && std::abs(north) <= 90 && std::abs(east) <= 180;
    // A point on the equator at the zero meridian is a blank that went through a number.
    if (!onEarth || (north == 0 && east == 0)) {
        row.position = PositionKind::Unusable;
    } else if (
        m_defaultPoint && std::abs(north - m_defaultPoint->latitude) < kDefaultPointTolerance &&
        std::abs(east - m_defaultPoint->longitude) < kDefaultPointTolerance) {
        row.position = PositionKind::DefaultPoint;
    } else {
        row.position = PositionKind::Given;
        row.latitude = north;
        row.longitude = east;
    }
}

std::optional<ImportReject> ImportMapping::scan(const CsvRow &row, const ImportRow &out) const
{
    for (const QString &key : m_scanned) {
        const TextMember member = memberOf(key);
        const QString text = member ? out.*member : out.extra.value(key);
        if (const auto contact = ContactScanner::firstContact(text)) {
            const RejectReason reason = contact->kind == ContactKind::Phone
                                            ? RejectReason::ContactPhone
                                            : RejectReason::ContactEmail;
            return ImportReject{row.number, row.line, reason, key, row.fields};
        }
    }
    return std::nullopt;
}

std::variant<ImportRow, ImportReject> ImportMapping::convert(const CsvRow &row)
{
    const auto reject = [&row](RejectReason reason, const QString &field = {}) {
        return ImportReject{row.number, row.line, reason, field, row.fields};
    };
    if (row.fault != CsvFault::None)
        return reject(reasonOf(row.fault));
    ImportRow out;
    out.number = row.number;
    QString latitude;
    QString longitude;
    for (const Field &field : m_fields) {
        if (field.key == u"latitude")
            latitude = valueOf(field, row);
        else if (field.key == u"longitude")
            longitude = valueOf(field, row);
        else if (const auto reason = assign(field, row, out))
            return reject(*reason, field.key);
    }
    setPosition(latitude, longitude, out);
    out.isAnsweredWhileOpen = !out.answer.isEmpty() && m_openStates.contains(out.state);
    if (auto contact = scan(row, out))
        return *std::move(contact);
    if (m_seenIds.contains(out.externalId))
        return reject(RejectReason::DuplicateId, QStringLiteral("externalId"));
    m_seenIds.insert(out.externalId);
    return out;
}

} // namespace spilno::import
