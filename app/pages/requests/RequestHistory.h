// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/requests/RequestFacts.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace spilno::pages {

/// One thing that happened to a request, in words.
struct HistoryEntry
{
    enum class Standing {
        Signed,   ///< in the city's log, signature checked here
        Pending,  ///< signed here, not in the log yet
        Checking, ///< signature checked here, its place in the log not yet
        Void,     ///< had no effect
        Erased,   ///< its author took the words back
    };

    qint64 ms = 0;
    QString what;
    QString quote; ///< What was said with it.
    QString who;
    Standing standing = Standing::Signed;
    QString explanation; ///< Why it had no effect, or where it stands in the log.

    /// Changes, comments and answers in the order of time.
    [[nodiscard]] static QList<HistoryEntry> of(const RequestFacts &facts, const CityBook &book);
};

/// The signed history of a request: who did what when, and whether the signature is valid.
class RequestHistory : public QWidget
{
    Q_OBJECT

public:
    explicit RequestHistory(QWidget *parent = nullptr);

    void setEntries(const QList<HistoryEntry> &entries, qint64 nowMs, const QTimeZone &zone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeEntry(const HistoryEntry &entry, qint64 nowMs, const QTimeZone &zone);

    QVBoxLayout *m_column;
};

} // namespace spilno::pages
