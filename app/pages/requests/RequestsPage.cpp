// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/RequestsPage.h"

#include "app/pages/requests/CityBook.h"
#include "app/pages/requests/RequestActions.h"
#include "app/pages/requests/RequestFilterBar.h"
#include "app/pages/requests/RequestMapPanel.h"
#include "app/pages/requests/RequestModel.h"
#include "app/pages/requests/RequestTable.h"
#include "app/pages/requests/RequestWords.h"
#include "app/session/Sentences.h"
#include "app/session/SessionContext.h"
#include "app/session/WhenDone.h"
#include "app/style/Spacing.h"
#include "app/style/Typography.h"
#include "app/widgets/Button.h"
#include "app/widgets/PageHeader.h"
#include "app/widgets/RoundedCorners.h"
#include "app/widgets/RowDelegate.h"
#include "app/widgets/SearchField.h"
#include "app/widgets/StateStack.h"
#include "core/records/Registry.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

namespace spilno::pages {

using style::Spacing::L;
using style::Spacing::M;
using style::Spacing::Xl;
using widgets::StateStack;
namespace Typography = style::Typography;

namespace {

constexpr int kRowsMeasured = 40; ///< For the width of the numbers.
constexpr int kNumberLetters = 16;
constexpr int kTitleWidth = 230; ///< With less than this the term is left to the detail.
constexpr int kSettleMs = 60;
constexpr int kCountAgainMs = 700;
constexpr int kArrivedMs = 3000; ///< After the last change the list is in order.

base::EntityId entityOf(const QString &hex)
{
    return base::EntityId::fromHex(hex).value_or(base::EntityId());
}

} // namespace

RequestsPage::RequestsPage(
    session::SessionContext &context,
    CityBook &book,
    RequestActions *actions,
    const QString &photos,
    QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_book(book)
    , m_actions(actions)
    , m_model(new RequestModel(context, book, this))
    , m_header(new widgets::PageHeader)
    , m_search(new widgets::SearchField)
    , m_create(new widgets::Button({}, style::ButtonKind::Primary))
    , m_bar(new RequestFilterBar(context, book))
    , m_table(new RequestTable)
    , m_states(new StateStack(m_table))
    , m_row(new QHBoxLayout)
    , m_showMap(widgets::Button::iconOnly(QStringLiteral("map"), QStringLiteral(" ")))
    , m_map(new RequestMapPanel(context))
    , m_detail(new RequestDetail(context, book, replica::BlobFolder(photos)))
{
    layOut();
    connectParts();
    connectModel();
    connectMap();
    if (m_actions != nullptr)
        m_actions->setPage(this);
    m_states->showLoading();
    m_model->setFilter(m_bar->filter());
    m_map->setFilter(m_bar->filter());
}

void RequestsPage::layOut()
{
    m_create->setIconName(QStringLiteral("plus"));
    m_search->setMinimumWidth(120);
    m_header->addAction(m_search);
    m_showMap->setCheckable(true);
    m_header->addAction(m_showMap);
    m_header->addAction(m_create);
    m_table->setModel(m_model);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setItemDelegate(new widgets::BadgeDelegate(m_table));
    m_table->setItemDelegateForColumn(
        RequestModel::TitleColumn,
        new widgets::RowDelegate(widgets::RowDelegate::Lines::Two, m_table));
    new widgets::RoundedCorners(m_table);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Xl, Xl - 4, Xl, Xl - 4);
    column->setSpacing(M);
    column->addWidget(m_header);
    column->addWidget(m_bar);
    m_row->setSpacing(L - 2);
    m_row->addWidget(m_states, 5);
    auto *right = new QVBoxLayout;
    right->setSpacing(M);
    right->addWidget(m_map, 2);
    right->addWidget(m_detail, 3);
    m_row->addLayout(right, kRightShare);
    column->addLayout(m_row, 1);
    m_bar->setTabStart(m_create);
    m_settle.setSingleShot(true);
    m_settle.setInterval(kSettleMs);
    m_countAgain.setSingleShot(true);
    m_countAgain.setInterval(kCountAgainMs);
}

void RequestsPage::connectParts()
{
    connect(m_create, &widgets::Button::clicked, this, [this] {
        Q_EMIT pageRequested(RequestActions::newPage(), true);
    });
    connect(m_search, &widgets::SearchField::searched, this, &RequestsPage::filterChanged);
    connect(m_bar, &RequestFilterBar::changed, this, &RequestsPage::filterChanged);
    connect(&m_settle, &QTimer::timeout, this, &RequestsPage::showCurrent);
    connect(&m_countAgain, &QTimer::timeout, m_bar, &RequestFilterBar::count);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) {
            m_choseItself = false;
            if (current.isValid())
                m_wanted = {};
            m_settle.start();
        });
    connect(m_table, &QTableView::activated, this, &RequestsPage::openDetail);
    connect(m_table, &QTableView::clicked, this, [this] {
        if (!m_beside || (isMapShown() && !m_together))
            openDetail();
    });
    connect(m_states, &StateStack::retried, this, [this] {
        m_states->showLoading();
        m_model->reload();
    });
    connect(m_states, &StateStack::acted, this, [this] {
        if (m_model->filter().isNarrowed()) {
            RequestFilter all;
            all.view = RequestView::All;
            Q_EMIT placeLeft(place());
            applyFilter(all);
        } else {
            Q_EMIT pageRequested(RequestActions::newPage(), true);
        }
    });
    connect(m_detail, &RequestDetail::backRequested, this, &RequestsPage::closeDetail);
    connect(m_detail, &RequestDetail::done, this, &RequestsPage::done);
    connect(m_detail, &RequestDetail::writingChanged, this, &RequestsPage::arrange);
    connect(m_detail, &RequestDetail::writingEnded, this, [this] {
        if (m_beside && !m_detailOpen)
            m_table->setFocus(Qt::OtherFocusReason); // the next one is an arrow away
        else
            m_detail->focusContent();
    });
    connect(&m_context, &session::SessionContext::lockedChanged, m_detail, [this] {
        m_detail->retranslate();
    });
    // The city itself may arrive after the window.
    connect(&m_context, &session::SessionContext::cityChanged, m_model, &RequestModel::reload);
    if (m_actions != nullptr) {
        connect(m_detail, &RequestDetail::rightsChanged, m_actions, &RequestActions::refresh);
        connect(m_actions, &RequestActions::keysChanged, this, &RequestsPage::readKeys);
    }
}

void RequestsPage::connectModel()
{
    connect(m_model, &RequestModel::dataChanged, this, [this] { m_settle.start(); });
    connect(m_model, &RequestModel::loaded, this, [this] {
        m_loadedOnce = true;
        showState();
        m_table->scrollToTop();
        // Where a place was asked for, there; else the same request, or the first that fits.
        const base::EntityId shown = m_detail->request();
        select(
            !m_wanted.isNull()           ? m_wanted
            : m_model->rowOf(shown) >= 0 ? shown
                                         : base::EntityId());
        m_countAgain.start(0);
    });
    connect(m_model, &RequestModel::refreshed, this, [this] {
        showState();
        select(m_wanted); // or the first, where the list was empty
        followTop();
        if (!m_countAgain.isActive())
            m_countAgain.start(kCountAgainMs);
    });
    connect(m_model, &RequestModel::failed, this, [this](const base::Error &error) {
        m_states->showError(session::Sentences::error(error));
    });
}

QString RequestsPage::description() const
{
    return tr("A list of requests with filters. Enter opens the chosen one.");
}

void RequestsPage::onShown()
{
    (m_beside || !m_detailOpen ? start() : m_detail)->setFocus(Qt::OtherFocusReason);
}

bool RequestsPage::findRequested()
{
    if (!m_beside && m_detailOpen)
        closeDetail();
    return Page::findRequested();
}

QVariant RequestsPage::place() const
{
    QVariantMap map = m_model->filter().toMap();
    if (!m_detail->request().isNull())
        map.insert(QStringLiteral("request"), m_detail->request().toHex());
    map.insert(QStringLiteral("open"), m_detailOpen);
    return map;
}

void RequestsPage::goTo(const QVariant &place)
{
    if (place.typeId() == QMetaType::QString) {
        const base::EntityId entity = entityOf(place.toString());
        if (entity.isNull())
            return;
        m_detailOpen = true;
        select(entity);
        m_detail->showRequest(entity);
        arrange();
        return;
    }
    const QVariantMap map = place.toMap();
    m_wanted = entityOf(map.value(QStringLiteral("request")).toString());
    m_detailOpen = map.value(QStringLiteral("open")).toBool() && !m_wanted.isNull();
    if (!m_wanted.isNull())
        m_detail->showRequest(m_wanted);
    applyFilter(RequestFilter::fromMap(map));
    arrange();
}

void RequestsPage::filterChanged()
{
    RequestFilter filter = m_bar->filter();
    filter.text = m_search->text().trimmed();
    if (filter == m_model->filter())
        return;
    Q_EMIT placeLeft(place());
    applyFilter(filter);
}

void RequestsPage::applyFilter(const RequestFilter &filter)
{
    m_bar->setFilter(filter);
    if (m_search->text().trimmed() != filter.text) {
        const QSignalBlocker blocked(m_search);
        m_search->setText(filter.text);
    }
    if (filter == m_model->filter() && !m_model->isLoading()) {
        select(m_wanted);
        return;
    }
    if (m_states->state() == StateStack::State::Error)
        m_states->showLoading();
    m_model->setFilter(filter);
    m_map->setFilter(filter);
}

void RequestsPage::showState()
{
    if (m_model->rowCount() > 0) {
        sizeColumns(); // for the numbers that came
        m_states->showContent();
        return;
    }
    if (m_model->filter().isNarrowed()) {
        m_states->showEmpty(
            {QStringLiteral("search"), tr("Nothing found"),
             tr("No request on this computer fits. Try other words, or take the filter away."),
             tr("Show all requests")});
    } else if (m_context.city().isNull()) {
        m_states->showEmpty(
            {QStringLiteral("refresh-cw"),
             tr("The city has not arrived yet"),
             tr("Its requests come with the first connection and stay on this computer."),
             {}});
    } else if (m_model->filter().view == RequestView::All) {
        m_states->showEmpty(
            {QStringLiteral("inbox"), tr("No requests yet"),
             tr("Write down the first one: it is kept even without a connection."),
             tr("New request")});
    } else {
        m_states->showEmpty(
            {QStringLiteral("circle-check"), tr("Nothing here"),
             tr("There are no requests of this kind now. New ones come here by themselves."),
             tr("New request")});
    }
}

void RequestsPage::select(const base::EntityId &entity)
{
    m_wanted = {};
    if (entity.isNull()) {
        // Something is always chosen where a detail stands beside the list.
        if (m_beside && m_model->rowCount() > 0 && !m_table->currentIndex().isValid())
            chooseFirst();
        return;
    }
    const int row = m_model->rowOf(entity);
    if (row >= 0) {
        m_table->setCurrentIndex(m_model->index(row, RequestModel::TitleColumn));
    } else {
        // It may stand far from what was read, come with the next reading, or be outside of the
        // filter.
        m_table->setCurrentIndex({});
        m_wanted = entity;
        findWanted();
    }
}

void RequestsPage::findWanted()
{
    session::whenDone(
        this, m_context.replica().record(QStringLiteral("request"), m_wanted),
        [this](const base::Result<std::optional<replica::Record>> &found) {
            if (!found || !*found || (*found)->entity != m_wanted)
                return; // or something else was chosen meanwhile
            const int row = m_model->rowOfId((*found)->row);
            if (row >= 0)
                m_table->setCurrentIndex(m_model->index(row, RequestModel::TitleColumn));
            else
                m_map->showRequest(&**found, {});
        });
}

void RequestsPage::chooseFirst()
{
    m_table->setCurrentIndex(m_model->index(0, RequestModel::TitleColumn));
    m_choseItself = true;
}

/// While a city arrives, what nobody chose gives way to what comes above it: else the detail would
/// show a request far below the list that is seen.
void RequestsPage::followTop()
{
    using Phase = sync::SyncPhase;
    const Phase phase = m_context.syncStatus().phase;
    if (phase == Phase::CatchingUp || phase == Phase::Sending || phase == Phase::Checking)
        m_arriving.start();
    const bool arrives = m_arriving.isValid() && m_arriving.elapsed() < kArrivedMs;
    if (m_choseItself && arrives && m_beside && !m_detailOpen && m_table->currentIndex().row() > 0)
        chooseFirst();
}

void RequestsPage::showCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    // A view that gets the focus makes its first row current without marking it.
    QItemSelectionModel *marked = m_table->selectionModel();
    if (current.isValid() && !marked->isRowSelected(current.row()))
        marked->select(current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    const replica::Record *record = current.isValid() ? m_model->record(current.row()) : nullptr;
    if (record != nullptr && record->entity != m_detail->request())
        m_detail->showRequest(record->entity);
    if (record != nullptr)
        showOnMap();
    else if (current.isValid() && record == nullptr)
        (void)current.data(); // asks for it; its arrival brings us here again
}

void RequestsPage::openDetail()
{
    m_settle.stop();
    showCurrent();
    if (m_detail->request().isNull())
        return;
    if (!m_beside || (isMapShown() && !m_together))
        Q_EMIT placeLeft(place());
    m_detailOpen = true;
    arrange();
    m_detail->setFocus(Qt::OtherFocusReason);
    m_detail->focusContent();
}

void RequestsPage::closeDetail()
{
    m_detailOpen = false;
    arrange();
    start()->setFocus(Qt::OtherFocusReason);
}

void RequestsPage::sizeColumns()
{
    constexpr int Side = 2 * M;
    QHeaderView *header = m_table->horizontalHeader();
    const QFont body = Typography::font(style::TextRole::Body);
    QString number = QStringLiteral("Ш70-0412");
    for (int row = 0; row < std::min(m_model->rowCount(), kRowsMeasured); ++row) {
        const replica::Record *record = m_model->record(row);
        const QString own = record == nullptr ? QString() : RequestWords::number(*record);
        if (own.size() > number.size() && own.size() <= kNumberLetters)
            number = own;
    }
    int state = 0;
    const auto &machine = records::Registry::standard().type(QStringLiteral("request"))->machine;
    for (const records::State &each : machine.states) {
        const auto mark = RequestWords::state(each.number);
        state = std::max(state, widgets::BadgeLook::size(mark.text, mark.tone).width());
    }
    const int due =
        widgets::BadgeLook::size(RequestWords::longestDue(), widgets::Tone::Negative).width();
    const int numberWidth = static_cast<int>(Typography::tabularWidth(body, number)) + Side;
    const int title = m_states->width() - numberWidth - due - state - 2 * Side;
    header->setMinimumSectionSize(40);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(RequestModel::TitleColumn, QHeaderView::Stretch);
    header->resizeSection(RequestModel::NumberColumn, numberWidth);
    header->resizeSection(RequestModel::DueColumn, due + Side);
    header->resizeSection(RequestModel::StateColumn, state + Side);
    m_table->setColumnHidden(RequestModel::DueColumn, title < Typography::scaled(kTitleWidth));
    const int height =
        m_table->itemDelegateForColumn(RequestModel::TitleColumn)->sizeHint({}, {}).height();
    if (m_table->verticalHeader()->defaultSectionSize() != height)
        m_table->verticalHeader()->setDefaultSectionSize(height);
}

void RequestsPage::readKeys()
{
    if (m_actions == nullptr)
        return;
    m_create->setKeyHint(m_actions->keyOf(QStringLiteral("requests.create")));
    m_detail->setKeyHints(
        m_actions->keyOf(QStringLiteral("requests.answer")),
        m_actions->keyOf(QStringLiteral("requests.state")),
        m_actions->keyOf(QStringLiteral("requests.edit")));
}

void RequestsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

void RequestsPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

void RequestsPage::retranslate()
{
    m_header->setTitle(tr("Requests"));
    m_search->setName(tr("Search in requests"));
    m_create->setText(tr("New request"));
    m_showMap->setIconOnlyName(tr("Map of the requests"));
    m_table->setAccessibleName(tr("Requests"));
    m_book.retranslate();
    m_bar->retranslate();
    m_bar->count();
    m_detail->retranslate();
    m_map->retranslate();
    if (m_loadedOnce && m_states->state() != StateStack::State::Error)
        showState();
    readKeys();
    sizeColumns();
    Q_EMIT m_model->headerDataChanged(Qt::Horizontal, 0, RequestModel::ColumnCount - 1);
}

} // namespace spilno::pages
