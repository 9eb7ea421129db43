// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/requests/RequestFilter.h"
#include "core/replica/Replica.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

namespace spilno::session {
class SessionContext;
}

namespace spilno::pages {

class CityBook;

/// The requests a filter finds, of any number. It knows the row number of every one of them (8
/// bytes each) and reads records in blocks off the GUI thread when they are looked at, so that
/// a list of 94,063 scrolls to any place at once; a row that is not read yet is a placeholder.
/// What the first look shows comes before the rest is put in order.
/// Changes of the replica are followed without losing selection or place. Owned by its page.
class RequestModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NumberColumn, TitleColumn, DueColumn, StateColumn, ColumnCount };
    static constexpr int EntityRole = Qt::UserRole + 600; ///< QString, hex; empty: not read yet.

    RequestModel(session::SessionContext &context, CityBook &book, QObject *parent = nullptr);

    void setFilter(const RequestFilter &filter);
    const RequestFilter &filter() const { return m_filter; }
    /// Asks again, as after an error.
    void reload();
    bool isLoading() const { return m_loading; }

    /// The record of a row; nullptr while it is not read.
    const replica::Record *record(int row) const;
    /// The row of a record as far as it was read; -1.
    int rowOf(const base::EntityId &entity) const;
    /// The row of a record, whether it was read or not; -1 when it is not in the list.
    int rowOfId(replica::RowId id) const;
    /// The record of a row as one spoken sentence; empty while it is not read.
    QString spokenRow(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// The first of a new filter's rows are there; of many, the others follow with refreshed().
    void loaded();
    /// The same filter's rows were brought up to date.
    void refreshed();
    void failed(const spilno::base::Error &error);

private:
    struct Answer
    {
        bool whole = true; ///< Not only the beginning.
        std::vector<replica::RowId> rows;
        std::vector<replica::Record> records;
    };

    void ask();
    void take(const base::Result<Answer> &answer, bool fresh);
    void moveTo(std::vector<replica::RowId> rows);
    void want(int row) const;
    void readNext();
    void store(const std::vector<replica::Record> &records) const;
    void replicaChanged(const replica::ChangeSet &changes);
    void repaint();
    QVariant cell(const replica::Record &record, int column, int role) const;
    [[nodiscard]] static QString markOf(const replica::Record &record);
    QString spoken(const replica::Record &record) const;

    session::SessionContext &m_context;
    CityBook &m_book;
    RequestFilter m_filter;
    std::vector<replica::RowId> m_rows;
    mutable QCache<replica::RowId, replica::Record> m_records;
    QSet<replica::RowId> m_stale;
    mutable QList<int> m_wanted; ///< Blocks, the latest asked last.
    mutable int m_lastAsked = 0; ///< The row looked at last.
    bool m_reading = false;
    bool m_loading = false;
    bool m_asking = false;
    bool m_askAgain = false;
    int m_generation = 0; ///< Grows with each filter: answers to older ones are dropped.
    int m_shape = 0;      ///< Grows with each new order of rows.
    QTimer m_refresh;
    QElapsedTimer m_asked;
};

} // namespace spilno::pages
