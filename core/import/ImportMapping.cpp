// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The reading of mapping files; ImportMappingConvert.cpp applies them.
#include "core/import/ImportMapping.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

/// Outside the namespace, as the macro demands: a static library's resources are linked by name.
static void loadShippedMappings()
{
    Q_INIT_RESOURCE(mappings);
}

namespace spilno::import {

namespace {

constexpr qint64 kMappingBytesMax = 256 * 1024;

tl::unexpected<base::Error> malformed(const QString &what)
{
    return base::failure(base::ErrorCode::Malformed, QStringLiteral("mapping: ") + what);
}

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    if (value.isString())
        list.append(value.toString());
    const QJsonArray array = value.toArray();
    for (const QJsonValue entry : array)
        list.append(entry.toString());
    return list;
}

} // namespace

QString rejectReasonName(RejectReason reason)
{
    switch (reason) {
    case RejectReason::OpenQuote:
        return QStringLiteral("open-quote");
    case RejectReason::TextAfterQuote:
        return QStringLiteral("text-after-quote");
    case RejectReason::ColumnCount:
        return QStringLiteral("column-count");
    case RejectReason::Undecodable:
        return QStringLiteral("undecodable");
    case RejectReason::TooLong:
        return QStringLiteral("too-long");
    case RejectReason::MissingField:
        return QStringLiteral("missing-field");
    case RejectReason::BadDate:
        return QStringLiteral("bad-date");
    case RejectReason::UnknownState:
        return QStringLiteral("unknown-state");
    case RejectReason::DuplicateId:
        return QStringLiteral("duplicate-id");
    case RejectReason::ContactPhone:
        return QStringLiteral("contact-phone");
    case RejectReason::ContactEmail:
        return QStringLiteral("contact-email");
    }
    return {};
}

QStringList ImportMapping::shippedNames()
{
    loadShippedMappings();
    QStringList names =
        QDir(QStringLiteral(":/spilno/import")).entryList({QStringLiteral("*.json")});
    for (QString &name : names)
        name.chop(5);
    return names;
}

base::Result<ImportMapping> ImportMapping::load(const QString &nameOrPath)
{
    const bool shipped = shippedNames().contains(nameOrPath);
    QFile file(shipped ? QStringLiteral(":/spilno/import/%1.json").arg(nameOrPath) : nameOrPath);
    if (!file.open(QIODevice::ReadOnly))
        return base::failure(
            base::ErrorCode::NotFound, QStringLiteral("no mapping '%1'").arg(nameOrPath));
    const QByteArray json = file.read(kMappingBytesMax + 1);
    if (json.size() > kMappingBytesMax)
        return malformed(QStringLiteral("the file is too large"));
    return fromJson(json);
}

base::Result<ImportMapping> ImportMapping::fromJson(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject())
        return malformed(problem.errorString());
    const QJsonObject object = document.object();
    ImportMapping mapping;
    mapping.m_name = object[u"name"].toString();
    mapping.m_title = object[u"title"].toString();
    SPILNO_TRY(mapping.readFormat(object));
    SPILNO_TRY(mapping.readFields(object[u"fields"].toObject()));
    mapping.m_scanned = strings(object[u"scanForContacts"]);
    const QStringList open = strings(object[u"openStates"]);
    mapping.m_openStates = QSet<QString>(open.begin(), open.end());
    if (const QJsonValue point = object[u"defaultPoint"]; point.isObject()) {
        mapping.m_defaultPoint =
            Point{point[u"latitude"].toDouble(), point[u"longitude"].toDouble()};
    }
    return mapping;
}

base::Result<> ImportMapping::readFormat(const QJsonObject &object)
{
    if (const QString name = object[u"encoding"].toString(); !name.isEmpty()) {
        m_format.encoding = encodingByName(name);
        if (!m_format.encoding)
            return malformed(QStringLiteral("unknown encoding '%1'").arg(name));
    }
    if (const QString delimiter = object[u"delimiter"].toString(); !delimiter.isEmpty()) {
        if (delimiter.size() != 1 || !QStringView(u",;\t|").contains(delimiter.front()))
            return malformed(QStringLiteral("unusable delimiter '%1'").arg(delimiter));
        m_format.delimiter = delimiter.front();
    }
    const QString zone = object[u"zone"].toString();
    m_zone = zone.isEmpty() ? QTimeZone::utc() : QTimeZone(zone.toUtf8());
    if (!m_zone.isValid())
        return malformed(QStringLiteral("unknown time zone '%1'").arg(zone));
    for (const QString &pattern : strings(object[u"dateFormats"])) {
        const auto date = DatePattern::parse(pattern);
        if (!date)
            return malformed(QStringLiteral("unusable date format '%1'").arg(pattern));
        m_dates.append(*date);
    }
    return {};
}

base::Result<> ImportMapping::readFields(const QJsonObject &object)
{
    const QHash<QString, Kind> kinds = {
        {QString(), Kind::Text},
        {QStringLiteral("text"), Kind::Text},
        {QStringLiteral("integer"), Kind::Integer},
        {QStringLiteral("number"), Kind::Number},
        {QStringLiteral("date"), Kind::Date}};
    bool hasId = false;
    bool hasDate = false;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const QJsonObject description = entry->toObject();
        Field field;
        field.key = entry.key();
        const auto kind = kinds.constFind(description[u"kind"].toString());
        if (kind == kinds.cend())
            return malformed(QStringLiteral("unknown kind of field '%1'").arg(field.key));
        field.kind = *kind;
        field.columns = strings(description[u"column"]) + strings(description[u"fallback"]);
        field.constant = description[u"constant"].toString();
        field.isRequired = description[u"required"].toBool();
        field.pad = description[u"pad"].toInt();
        const QJsonObject map = description[u"map"].toObject();
        for (auto pair = map.begin(); pair != map.end(); ++pair)
            field.map.insert(pair.key(), pair->toString());
        if (field.columns.isEmpty() && field.constant.isEmpty())
            return malformed(QStringLiteral("field '%1' has no column").arg(field.key));
        hasId = hasId || field.key == u"externalId";
        hasDate = hasDate || field.kind == Kind::Date;
        m_fields.append(field);
    }
    if (!hasId)
        return malformed(QStringLiteral("no field 'externalId'"));
    if (hasDate && m_dates.isEmpty())
        return malformed(QStringLiteral("no 'dateFormats'"));
    return {};
}

} // namespace spilno::import
