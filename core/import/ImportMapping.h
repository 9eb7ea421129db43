// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/import/CsvReader.h"
#include "core/import/DatePattern.h"
#include "core/import/ImportRow.h"

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QSet>
#include <QtCore/QTimeZone>

#include <optional>
#include <variant>

class QJsonObject;

namespace spilno::import {

/// How the columns of a foreign CSV file become fields of a service request: a JSON file. Bound to
/// the header of one file it converts its rows, one by one, and remembers the ids it has seen.
/// Field keys: externalId, title, text, category, department, state, opened, closed, target,
/// address, latitude, longitude, answer, source; any other key goes to ImportRow::extra. A field is
/// {"column": NAME, "fallback": [NAME…], "kind": "text|integer|number|date", "constant": TEXT,
/// "required": true, "map": {FROM: TO}, "pad": DIGITS}.
class ImportMapping
{
public:
    /// Malformed: not JSON, an unknown kind, encoding, delimiter, zone, date format; no id column.
    [[nodiscard]] static base::Result<ImportMapping> fromJson(const QByteArray &json);

    /// A mapping that comes with the program, such as "boston-311", or the file at a path.
    [[nodiscard]] static base::Result<ImportMapping> load(const QString &nameOrPath);

    [[nodiscard]] static QStringList shippedNames();

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] const CsvFormat &format() const { return m_format; }

    /// Finds the columns. InvalidArgument names those the file does not have.
    [[nodiscard]] base::Result<> bind(const QStringList &header);

    /// Needs bind().
    [[nodiscard]] std::variant<ImportRow, ImportReject> convert(const CsvRow &row);

private:
    enum class Kind { Text, Integer, Number, Date };
    struct Field
    {
        QString key;
        Kind kind = Kind::Text;
        QStringList columns; ///< The first that is not empty in a row gives the value.
        QString constant;
        QHash<QString, QString> map;
        bool isRequired = false;
        int pad = 0;
        QList<qsizetype> places; ///< Of the columns in the bound file.
    };
    struct Point
    {
        double latitude = 0;
        double longitude = 0;
    };

    [[nodiscard]] base::Result<> readFormat(const QJsonObject &object);
    [[nodiscard]] base::Result<> readFields(const QJsonObject &object);
    [[nodiscard]] std::optional<RejectReason> assign(
        const Field &field, const CsvRow &row, ImportRow &out) const;
    [[nodiscard]] QString valueOf(const Field &field, const CsvRow &row) const;
    [[nodiscard]] std::optional<qint64> readDate(const QString &text) const;
    void setPosition(const QString &latitude, const QString &longitude, ImportRow &row) const;
    [[nodiscard]] std::optional<ImportReject> scan(const CsvRow &row, const ImportRow &out) const;

    QString m_name;
    QString m_title;
    CsvFormat m_format;
    QTimeZone m_zone;
    QList<DatePattern> m_dates;
    QList<Field> m_fields;
    QStringList m_scanned;
    QSet<QString> m_openStates;
    std::optional<Point> m_defaultPoint;
    QSet<QString> m_seenIds;
};

} // namespace spilno::import
