// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/RequestModel.h"

#include "app/pages/requests/CityBook.h"
#include "app/pages/requests/RequestWords.h"
#include "app/session/SessionContext.h"
#include "app/session/WhenDone.h"
#include "app/widgets/RowDelegate.h"
#include "core/records/Registry.h"

namespace spilno::pages {

using replica::Record;
using replica::RowId;

namespace {

constexpr int kBlock = 64;
constexpr int kRecordsKept = 4096;
constexpr int kBlocksWanted = 8;
constexpr int kLookedAt = 40;   ///< Rows before and after the last one looked at, read at once.
constexpr int kFirstRows = 100; ///< More than any screen shows.
constexpr int kRefreshMs = 120;

base::EntityId categoryOf(const Record &record)
{
    const QByteArray bytes = record.value(QStringLiteral("category")).toBytes();
    return base::EntityId::fromBytes(base::view(bytes)).value_or(base::EntityId());
}

} // namespace

RequestModel::RequestModel(session::SessionContext &context, CityBook &book, QObject *parent)
    : QAbstractTableModel(parent)
    , m_context(context)
    , m_book(book)
    , m_records(kRecordsKept)
{
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &RequestModel::ask);
    connect(&m_context.replica(), &replica::Replica::changed, this, &RequestModel::replicaChanged);
    // Until now a text was looked for letter by letter; word forms are found from here on.
    connect(&m_context.replica(), &replica::Replica::searchCompleted, this, [this] {
        if (!m_filter.text.isEmpty())
            ask();
    });
    connect(&m_book, &CityBook::changed, this, &RequestModel::repaint);
}

void RequestModel::setFilter(const RequestFilter &filter)
{
    if (filter == m_filter && m_generation > 0)
        return;
    m_filter = filter;
    reload();
}

void RequestModel::reload()
{
    ++m_generation;
    m_loading = true;
    m_asking = false;
    m_lastAsked = 0;
    ask();
}

const Record *RequestModel::record(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    return m_records.object(m_rows[static_cast<std::size_t>(row)]);
}

int RequestModel::rowOf(const base::EntityId &entity) const
{
    const auto keys = m_records.keys();
    for (const RowId key : keys) {
        if (m_records.object(key)->entity != entity)
            continue;
        const auto found = std::find(m_rows.begin(), m_rows.end(), key);
        return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
    }
    return -1;
}

int RequestModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RequestModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RequestModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const bool asksForContent = role == Qt::DisplayRole || role == Qt::AccessibleTextRole ||
                                role == Qt::ToolTipRole || role == EntityRole ||
                                role >= widgets::SecondLineRole;
    if (!asksForContent)
        return {};
    m_lastAsked = index.row();
    if (const Record *found = record(index.row()))
        return cell(*found, index.column(), role);
    want(index.row());
    if (role == Qt::AccessibleTextRole)
        return tr("Loading");
    return role == Qt::DisplayRole && index.column() == TitleColumn ? QVariant(QStringLiteral("…"))
                                                                    : QVariant();
}

QVariant RequestModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn:
        return tr("No.");
    case TitleColumn:
        return tr("What happened");
    case DueColumn:
        return tr("Due");
    case StateColumn:
        return tr("State");
    default:
        return {};
    }
}

QVariant RequestModel::cell(const Record &record, int column, int role) const
{
    if (role == EntityRole)
        return record.entity.toHex();
    if (role == Qt::AccessibleTextRole && column == TitleColumn)
        return spoken(record);
    RequestWords::Mark mark;
    if (column == DueColumn)
        mark = RequestWords::dueInList(record, m_context.clock().wallMs(), m_context.timeZone());
    else if (column == StateColumn)
        mark = RequestWords::state(record.state);
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    if (role == widgets::BadgeTextRole || (isText && column >= DueColumn))
        return mark.text;
    if (role == widgets::BadgeToneRole)
        return static_cast<int>(mark.tone);
    if (isText && column == NumberColumn)
        return RequestWords::number(record);
    if (column != TitleColumn)
        return {};
    if (isText)
        return record.value(QStringLiteral("title")).toText().simplified();
    if (record.preview && role == widgets::IconNameRole)
        return QStringLiteral("search-check");
    if (record.preview && role == Qt::ToolTipRole) {
        const QStringList lines{
            cell(record, TitleColumn, Qt::DisplayRole).toString(),
            cell(record, TitleColumn, widgets::SecondLineRole).toString(),
            RequestWords::stillChecking()};
        return lines.join(QLatin1Char('\n'));
    }
    if (role == widgets::SecondLineRole) {
        // First, where it is never cut: what others can not see yet.
        const QStringList parts{
            markOf(record), m_book.categoryName(categoryOf(record)),
            record.value(QStringLiteral("address")).toText().simplified()};
        return RequestWords::joined(parts, QStringLiteral(" · "));
    }
    return {};
}

QString RequestModel::markOf(const Record &record)
{
    if (record.conflicted)
        return tr("Two versions");
    if (record.pending)
        return tr("Not sent yet");
    return record.preview ? tr("Still checking") : QString();
}

QString RequestModel::spoken(const Record &record) const
{
    const auto title = [&](int role) -> QString {
        return cell(record, TitleColumn, role).toString();
    };
    const QStringList parts{
        RequestWords::number(record), title(Qt::DisplayRole), title(widgets::SecondLineRole),
        RequestWords::due(record, m_context.clock().wallMs(), m_context.timeZone()).text,
        RequestWords::state(record.state).text};
    return RequestWords::joined(parts, QStringLiteral(", "));
}

int RequestModel::rowOfId(RowId id) const
{
    const auto found = std::find(m_rows.begin(), m_rows.end(), id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

QString RequestModel::spokenRow(int row) const
{
    const Record *known = record(row);
    return known == nullptr ? QString() : spoken(*known);
}

void RequestModel::ask()
{
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    m_asked.start();
    const bool fresh = m_loading;
    // What is changed and looked at comes with the order itself, so that no row turns blank.
    std::vector<RowId> changed(m_stale.cbegin(), m_stale.cend());
    m_stale.clear();
    // A text is looked up once, for all; what it finds is soon in order.
    const auto atMost = fresh && m_filter.text.isEmpty() ? std::optional(kFirstRows) : std::nullopt;
    const auto read = [changed = std::move(changed), middle = m_lastAsked, atMost](
                          replica::ReplicaDatabase &database,
                          const replica::Query &query) -> base::Result<Answer> {
        Answer answer;
        SPILNO_ASSIGN(answer.rows, database.outline(query, atMost));
        answer.whole = !atMost || answer.rows.size() < static_cast<std::size_t>(*atMost);
        const auto size = static_cast<qsizetype>(answer.rows.size());
        std::vector<RowId> wanted = changed;
        const qsizetype last = std::min<qsizetype>(size, middle + kLookedAt);
        for (qsizetype row = std::max<qsizetype>(0, middle - kLookedAt); row < last; ++row)
            wanted.push_back(answer.rows[static_cast<std::size_t>(row)]);
        SPILNO_ASSIGN(answer.records, database.recordsAt(query.type, wanted));
        return answer;
    };
    const int generation = m_generation;
    session::whenDone(
        this,
        m_context.replica().readMatching(
            m_filter.query(m_context.person(), m_context.clock().wallMs()), read),
        [this, generation, fresh](const base::Result<Answer> &answer) {
            if (generation == m_generation)
                take(answer, fresh);
        });
}

void RequestModel::take(const base::Result<Answer> &answer, bool fresh)
{
    m_asking = false;
    m_loading = false;
    if (!answer) {
        m_askAgain = false;
        Q_EMIT failed(answer.error());
        return;
    }
    store(answer->records);
    ++m_shape;
    m_wanted.clear();
    if (fresh) {
        beginResetModel();
        m_rows = answer->rows;
        endResetModel();
        if (!answer->whole)
            ask();
        Q_EMIT loaded();
    } else {
        moveTo(answer->rows);
        Q_EMIT refreshed();
    }
    if (std::exchange(m_askAgain, false))
        m_refresh.start(std::max<int>(kRefreshMs, static_cast<int>(4 * m_asked.elapsed())));
}

void RequestModel::moveTo(std::vector<RowId> rows)
{
    // Rows come and go at the end, then all take their new order: a view keeps its place.
    const int before = rowCount();
    const int after = static_cast<int>(rows.size());
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_rows.resize(rows.size());
        endInsertRows();
    }
    Q_EMIT layoutAboutToBeChanged();
    // Only now does everybody who remembers a place hold an index of it.
    const QModelIndexList places = persistentIndexList();
    QHash<RowId, int> newRow;
    for (const QModelIndex &place : places)
        newRow.insert(m_rows[static_cast<std::size_t>(place.row())], -1);
    for (int row = 0; row < after && !newRow.isEmpty(); ++row) {
        const auto found = newRow.find(rows[static_cast<std::size_t>(row)]);
        if (found != newRow.end())
            *found = row;
    }
    QModelIndexList moved;
    for (const QModelIndex &place : places) {
        const int row = newRow.value(m_rows[static_cast<std::size_t>(place.row())], -1);
        moved.append(row < 0 ? QModelIndex() : index(row, place.column()));
    }
    std::copy(rows.begin(), rows.end(), m_rows.begin());
    changePersistentIndexList(places, moved);
    Q_EMIT layoutChanged();
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_rows.resize(rows.size());
        endRemoveRows();
    }
    repaint();
}

void RequestModel::want(int row) const
{
    const int block = row / kBlock;
    m_wanted.removeOne(block);
    m_wanted.append(block);
    while (m_wanted.size() > kBlocksWanted)
        m_wanted.removeFirst();
    if (!m_reading)
        QMetaObject::invokeMethod(
            const_cast<RequestModel *>(this), &RequestModel::readNext, Qt::QueuedConnection);
}

void RequestModel::readNext()
{
    if (m_reading || m_wanted.isEmpty())
        return;
    m_reading = true;
    const int block = m_wanted.takeLast();
    const int first = block * kBlock;
    const int last = std::min(rowCount(), first + kBlock) - 1;
    std::vector<RowId> ids;
    for (int row = first; row <= last; ++row)
        ids.push_back(m_rows[static_cast<std::size_t>(row)]);
    const int shape = m_shape;
    session::whenDone(
        this, m_context.replica().recordsAt(QStringLiteral("request"), ids),
        [this, first, last, shape](const base::Result<std::vector<Record>> &records) {
            m_reading = false;
            if (!records) {
                m_wanted.clear();
                Q_EMIT failed(records.error());
                return;
            }
            store(*records);
            if (shape == m_shape && last >= first)
                Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
            readNext();
        });
}

void RequestModel::store(const std::vector<Record> &records) const
{
    for (const Record &record : records)
        m_records.insert(record.row, new Record(record));
}

void RequestModel::replicaChanged(const replica::ChangeSet &changes)
{
    static const std::uint32_t own =
        records::Registry::standard().type(QStringLiteral("request"))->number;
    static const std::uint32_t profile =
        records::Registry::standard().type(QStringLiteral("profile"))->number;
    const auto has = [&changes](std::uint32_t type) {
        return std::find(changes.types.begin(), changes.types.end(), type) != changes.types.end();
    };
    if (m_generation == 0 || (!has(own) && !has(profile)))
        return;
    QSet<base::EntityId> touched;
    for (const replica::ChangeSet::Entry &entry : changes.entities)
        touched.insert(entry.entity);
    const auto keys = m_records.keys();
    const int middle = m_lastAsked;
    for (const RowId key : keys) {
        if (!changes.many && !touched.contains(m_records.object(key)->entity))
            continue;
        m_stale.insert(key);
    }
    // What is far from sight is simply read again when it is looked at.
    if (m_stale.size() > 2 * kLookedAt) {
        QSet<RowId> near;
        for (int row = std::max(0, middle - kLookedAt);
             row < std::min(rowCount(), middle + kLookedAt); ++row)
            near.insert(m_rows[static_cast<std::size_t>(row)]);
        for (const RowId key : std::as_const(m_stale)) {
            if (!near.contains(key))
                m_records.remove(key);
        }
        m_stale.intersect(near);
    }
    if (m_asking)
        m_askAgain = true;
    else if (!m_refresh.isActive())
        m_refresh.start(kRefreshMs);
}

void RequestModel::repaint()
{
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace spilno::pages
