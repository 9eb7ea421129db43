// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <optional>

namespace spilno::import {

/// What is known of where something is.
enum class PositionKind {
    None,         ///< The file gives no point.
    Given,        ///< latitude and longitude are set.
    DefaultPoint, ///< The file's stand-in for «unknown»; imported without a point.
    Unusable,     ///< Not a point on earth; imported without a point.
};

/// A service request as another system kept it. Times are milliseconds since 1970 UTC: they are
/// that city's own dates, not times of ours. Texts are in display form, trimmed.
struct ImportRow
{
    qint64 number = 0; ///< Row of the file, 1 is the first after the header.
    QString externalId;
    QString title;
    QString text;
    QString categoryName;
    QString department;
    QString state; ///< A key of the request state machine, by the mapping's state map.
    qint64 openedMs = 0;
    std::optional<qint64> closedMs;
    std::optional<qint64> targetMs;
    QString address;
    PositionKind position = PositionKind::None;
    double latitude = 0;
    double longitude = 0;
    QString answer;
    /// The state is open and yet there is an answer: the text is kept, the state is believed.
    bool isAnsweredWhileOpen = false;
    QString source;
    QMap<QString, QString> extra; ///< Fields of the mapping that have no place above.
};

/// Why a row is not imported. Names are stable: they stand in rejects files.
enum class RejectReason {
    OpenQuote,
    TextAfterQuote,
    ColumnCount,
    Undecodable,
    TooLong,
    MissingField,
    BadDate,
    UnknownState,
    DuplicateId,
    ContactPhone,
    ContactEmail,
};

/// The name in rejects files, such as "bad-date".
[[nodiscard]] QString rejectReasonName(RejectReason reason);

/// A row that is not imported.
struct ImportReject
{
    qint64 number = 0;
    qint64 line = 0;
    RejectReason reason = RejectReason::MissingField;
    QString field;      ///< Key of the field that is wrong; empty if the whole row is.
    QStringList fields; ///< The row as it was read.
};

} // namespace spilno::import
