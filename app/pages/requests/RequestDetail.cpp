// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/RequestDetail.h"

#include "app/pages/requests/CityBook.h"
#include "app/pages/requests/EditRequestDialog.h"
#include "app/pages/requests/PhotoRow.h"
#include "app/pages/requests/PlaceCard.h"
#include "app/pages/requests/ReceiptDialog.h"
#include "app/pages/requests/RequestHistory.h"
#include "app/pages/requests/RequestPlace.h"
#include "app/pages/requests/RequestWords.h"
#include "app/pages/requests/StepPanel.h"
#include "app/records/QuestionForm.h"
#include "app/session/Sentences.h"
#include "app/session/SessionContext.h"
#include "app/session/WhenDone.h"
#include "app/style/Spacing.h"
#include "app/widgets/Badge.h"
#include "app/widgets/Button.h"
#include "app/widgets/Card.h"
#include "app/widgets/Label.h"
#include "app/widgets/MessageBar.h"
#include "app/widgets/StateStack.h"

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollArea>

#include <algorithm>
#include <utility>

namespace spilno::pages {

using replica::ReplicaDatabase;
using style::ColourRole;
using style::TextRole;
using widgets::Tone;

namespace {

constexpr int kDetailRefreshMs = 80;

} // namespace

RequestDetail::RequestDetail(
    session::SessionContext &context, CityBook &book, replica::BlobFolder photos, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_book(book)
    , m_photos(new PhotoRow(std::move(photos)))
    , m_place(new PlaceCard(context))
    , m_panel(new StepPanel(context, book))
{
    layOut();
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kDetailRefreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &RequestDetail::ask);
    connect(&context.replica(), &replica::Replica::changed, this, &RequestDetail::replicaChanged);
    const auto again = [this] {
        if (m_facts)
            showFacts();
    };
    connect(m_photos, &PhotoRow::wanted, &context, &session::SessionContext::wantPhoto);
    connect(&context, &session::SessionContext::photoArrived, m_photos, &PhotoRow::photoArrived);
    connect(&book, &CityBook::changed, this, again);
    connect(&context, &session::SessionContext::rolesChanged, this, again);
    connect(m_panel, &StepPanel::accepted, this, [this](const replica::Draft &draft) {
        submit(
            {draft}, draft.type == QLatin1String("comment") ? tr("Written down")
                                                            : RequestWords::stepDone(draft.step));
    });
    connect(m_panel, &StepPanel::cancelled, this, [this] {
        showButtons();
        m_answer->setFocus(Qt::OtherFocusReason);
    });
    connect(m_answer, &widgets::Button::clicked, this, &RequestDetail::answer);
    connect(m_more, &widgets::Button::clicked, this, &RequestDetail::chooseStep);
    connect(m_edit, &widgets::Button::clicked, this, &RequestDetail::edit);
    connect(m_receipt, &widgets::Button::clicked, this, &RequestDetail::askReceipt);
    connect(m_back, &widgets::Button::clicked, this, &RequestDetail::backRequested);
    connect(m_states, &widgets::StateStack::retried, this, &RequestDetail::ask);
    connect(m_next, &widgets::Button::clicked, this, [this] {
        if (!m_steps.empty())
            takeStep(m_steps.front());
    });
    showRequest({});
}

RequestDetail::~RequestDetail() = default;

void RequestDetail::showRequest(const base::EntityId &entity)
{
    if (entity == m_entity && m_facts)
        return;
    m_entity = entity;
    m_facts.reset();
    m_claim.reset();
    m_panel->close();
    m_message->dismiss();
    Q_EMIT rightsChanged();
    if (!entity.isNull()) {
        // A quick answer should not flash another state before it.
        if (m_states->state() != widgets::StateStack::State::Content)
            m_states->showLoading();
        ask();
        return;
    }
    m_states->showEmpty(
        {QStringLiteral("inbox"),
         tr("No request is chosen"),
         tr("Choose one in the list to see what it says, its photos and its signed history."),
         {}});
}

void RequestDetail::ask()
{
    if (m_entity.isNull())
        return;
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    const base::EntityId entity = m_entity;
    session::whenDone(
        this, m_context.replica().read([entity](const ReplicaDatabase &database) {
            return RequestFacts::read(database, entity);
        }),
        [this, entity](const base::Result<std::optional<RequestFacts>> &facts) {
            m_asking = false;
            if (entity == m_entity)
                take(facts);
            if (std::exchange(m_askAgain, false) || entity != m_entity)
                ask();
        });
}

void RequestDetail::take(const base::Result<std::optional<RequestFacts>> &facts)
{
    if (!facts) {
        m_states->showError(session::Sentences::error(facts.error()));
        return;
    }
    m_facts = *facts;
    if (!m_facts) {
        m_states->showEmpty(
            {QStringLiteral("circle-help"),
             tr("This request is not on this computer"),
             tr("It may be in a district that is not kept here, or it comes with the next "
                "connection."),
             {}});
        Q_EMIT rightsChanged();
        return;
    }
    showFacts();
    m_states->showContent();
}

void RequestDetail::showFacts()
{
    m_rights = RequestRights::of(m_facts->request, m_context, m_book);
    if (!m_claim && !m_rights.author)
        m_claim = m_facts->receipt;
    m_rights.claim = m_claim != nullptr;
    m_steps =
        m_context.isLocked() ? std::vector<records::Step>() : m_rights.steps(m_facts->request);
    showHead();
    m_photos->setPhotos(m_facts->photos);
    m_place->showPoint(
        m_facts->request.row, RequestPlace::of(m_facts->request),
        RequestPlace::mark(
            m_facts->request.state, m_facts->request.value(QStringLiteral("target")).toInteger(),
            m_context.clock().wallMs()));
    showTable();
    showContacts();
    m_history->setEntries(
        HistoryEntry::of(*m_facts, m_book), m_context.clock().wallMs(), m_context.timeZone());
    showButtons();
    Q_EMIT rightsChanged();
}

void RequestDetail::showHead()
{
    const replica::Record &request = m_facts->request;
    const auto due = RequestWords::due(request, m_context.clock().wallMs(), m_context.timeZone());
    m_due->setText(due.text);
    m_due->setTone(due.tone);
    m_due->setVisible(!due.text.isEmpty());
    const auto state = RequestWords::state(request.state);
    m_state->setText(state.text);
    m_state->setTone(state.tone);
    m_pending->setText(
        request.conflicted ? tr("Two versions")
        : request.pending  ? tr("Not sent yet")
                           : tr("Still checking"));
    m_pending->setTone(
        request.conflicted ? Tone::Warning
        : request.pending  ? Tone::Neutral
                           : Tone::Informative);
    m_pending->setVisible(request.conflicted || request.pending || request.preview);
    m_pending->setToolTip(request.preview ? RequestWords::stillChecking() : QString());
    m_checking->setText(RequestWords::stillChecking());
    m_checking->setVisible(request.preview);
    const QString number = RequestWords::number(request);
    m_number->setText(number.isEmpty() ? tr("no number yet") : number);
    m_title->setText(m_facts->text("title").simplified());
    const QString address = m_facts->text("address").simplified();
    m_meta->setText(RequestWords::joined(
        {address.isEmpty() ? m_facts->text("district") : address,
         m_book.categoryName(m_facts->entity("category")), m_book.scopeName(request.scope)},
        QStringLiteral(" · ")));
    m_text->setText(m_facts->text("text"));
    m_text->setVisible(!m_text->text().isEmpty());
}

void RequestDetail::addFact(const QString &name, const QString &value)
{
    if (value.isEmpty())
        return;
    const int row = m_tableGrid->rowCount();
    auto *label = new widgets::Label(name, TextRole::Secondary, ColourRole::Muted);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto *text = new widgets::Label(value);
    text->setColumn(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setAccessibleName(tr("%1: %2").arg(name, value));
    m_tableGrid->addWidget(label, row, 0, Qt::AlignTop);
    m_tableGrid->addWidget(text, row, 1);
}

void RequestDetail::showTable()
{
    while (QLayoutItem *item = m_tableGrid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const replica::Record &request = m_facts->request;
    const CategoryEntry *category = m_book.category(m_facts->entity("category"));
    const auto answers = records::QuestionForm::inWords(
        category != nullptr ? category->questions : std::vector<records::category::Question>(),
        records::request::answersOf(request.value(QStringLiteral("answers"))));
    for (const auto &[question, answer] : answers)
        addFact(question, answer);
    QString body = m_book.bodyName(m_facts->entity("body"));
    if (body.isEmpty())
        body = m_book.bodyName(m_book.bodyOf(request.scope));
    addFact(tr("Responsible"), body);
    addFact(tr("Assigned to"), m_facts->assigneeName);
    addFact(tr("Answer"), m_facts->text("answer"));
    addFact(tr("Reason"), m_facts->text("reason"));
    addFact(tr("Duplicate of"), m_facts->duplicateOfNumber);
    const auto moment = [this](const char *field) -> QString {
        const qint64 ms = m_facts->request.value(QString::fromLatin1(field)).toInteger();
        return ms <= 0 ? QString() : RequestWords::wholeMoment(ms, m_context.timeZone());
    };
    addFact(tr("Opened"), moment("opened"));
    addFact(tr("Due"), moment("target"));
    addFact(tr("Closed"), moment("closed"));
    if (!m_facts->text("number").isEmpty())
        addFact(tr("Number elsewhere"), m_facts->text("external_id"));
    m_table->setVisible(m_tableGrid->count() > 0);
}

void RequestDetail::showContacts()
{
    QStringList lines;
    for (const replica::Record &companion : m_facts->companions) {
        for (const char *field : {"reporter_name", "phone", "email", "address"})
            lines.append(companion.value(QString::fromLatin1(field)).toText());
        for (const auto &[name, notes] : companion.sets) {
            for (const wire::Value &note : notes)
                lines.append(note.toText());
        }
    }
    m_contactText->setText(RequestWords::joined(lines, QStringLiteral("\n")));
    m_contacts->setVisible(!m_contactText->text().isEmpty());
}

void RequestDetail::showButtons()
{
    const bool panel = m_panel->isOpen();
    const bool locked = m_context.isLocked();
    m_answer->setText(m_rights.staff ? tr("Answer") : tr("Comment"));
    m_answer->setVisible(!panel && !locked);
    const bool any = !m_steps.empty();
    m_next->setVisible(any && !panel);
    if (any)
        m_next->setText(RequestWords::step(m_steps.front().name));
    m_more->setVisible(m_steps.size() > 1 && !panel);
    m_edit->setVisible(canEdit() && !panel);
    m_receipt->setVisible(!panel && !locked && receiptToShow().has_value());
    m_panel->setBusy(m_busy);
    if (std::exchange(m_writing, panel) != panel)
        Q_EMIT writingChanged();
}

bool RequestDetail::canEdit() const
{
    return m_facts && !m_context.isLocked() && (m_rights.author || m_rights.staff);
}

std::optional<base::PublicKey> RequestDetail::receiptToShow() const
{
    if (!m_facts || m_rights.author || m_claim)
        return std::nullopt;
    const QByteArray key = m_facts->request.value(QStringLiteral("claim_key")).toBytes();
    const auto claimKey = base::PublicKey::fromBytes(base::view(key));
    return claimKey ? std::optional(*claimKey) : std::nullopt;
}

void RequestDetail::askReceipt()
{
    const auto claimKey = receiptToShow();
    if (!claimKey)
        return;
    auto *dialog = new ReceiptDialog(m_context.city(), *claimKey, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto take = [this, entity = m_entity](const ReceiptDialog::Key &key, bool keep) {
        if (keep)
            (void)m_context.replica().write([entity, key](ReplicaDatabase &database) {
                return profile::ReceiptBook::keep(database, entity, key);
            });
        if (entity != m_entity || !m_facts)
            return;
        m_claim = key;
        showFacts();
        m_message->showMessage(Tone::Positive, tr("You act as the reporter of this request now."));
    };
    connect(dialog, &ReceiptDialog::shown, this, take);
    dialog->open();
}

void RequestDetail::answer()
{
    if (!m_facts || m_context.isLocked())
        return;
    m_panel->openAnswer(*m_facts, m_rights.staff);
    showButtons();
}

void RequestDetail::chooseStep()
{
    if (m_steps.empty())
        return;
    m_menu->clear();
    for (const records::Step &step : m_steps)
        m_menu->addAction(RequestWords::step(step.name), this, [this, step] { takeStep(step); });
    QWidget *at = m_more->isVisible() ? m_more : m_next;
    const QPoint corner = at->mapToGlobal(QPoint(0, 0));
    m_menu->popup(corner - QPoint(0, m_menu->sizeHint().height() + style::Spacing::Xs));
    m_menu->setActiveAction(m_menu->actions().constFirst());
}

void RequestDetail::takeStep(const records::Step &step)
{
    if (!m_facts)
        return;
    if (m_panel->openStep(*m_facts, step)) {
        showButtons();
        return;
    }
    submit({StepPanel::draftOf(m_entity, step)}, RequestWords::stepDone(step.name));
}

void RequestDetail::edit()
{
    if (!canEdit())
        return;
    auto *dialog = new EditRequestDialog(m_context, *m_facts, m_rights, m_book, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &EditRequestDialog::edited, this, [this](const replica::Draft &draft) {
        submit({draft}, tr("Changed"));
    });
    dialog->open();
}

void RequestDetail::submit(const std::vector<replica::Draft> &drafts, const QString &sentence)
{
    if (m_busy)
        return;
    m_busy = true;
    const base::EntityId entity = m_entity;
    const bool written = m_panel->isAncestorOf(QApplication::focusWidget());
    std::vector<replica::Draft> proven = drafts;
    for (replica::Draft &draft : proven) {
        if (draft.entity == entity)
            draft.claim = m_claim;
    }
    session::whenDone(
        this, m_context.replica().submit(proven),
        [this, entity, sentence, written](const base::Result<replica::Submitted> &submitted) {
            m_busy = false;
            m_panel->setBusy(false);
            if (!submitted) {
                const QString problem = session::Sentences::error(submitted.error());
                if (m_panel->isOpen() && m_panel->request() == entity)
                    m_panel->showProblem(problem);
                else
                    m_message->showMessage(Tone::Negative, problem);
                if (submitted.error().code == base::ErrorCode::Conflict)
                    ask();
                return;
            }
            if (entity == m_entity) {
                m_panel->close();
                m_message->dismiss();
                showButtons();
                ask();
                if (written)
                    Q_EMIT writingEnded();
            }
            Q_EMIT done(sentence);
        });
}

void RequestDetail::replicaChanged(const replica::ChangeSet &changes)
{
    if (m_entity.isNull() || changes.types.empty())
        return;
    // A comment or photo names another entity than its request: types decide, briefly delayed.
    static const std::vector<std::uint32_t> talk = [] {
        std::vector<std::uint32_t> types;
        for (const char *name : {"comment", "attachment", "companion"})
            types.push_back(records::Registry::standard().type(QString::fromLatin1(name))->number);
        return types;
    }();
    const bool touched = changes.many ||
                         std::any_of(
                             changes.entities.begin(), changes.entities.end(),
                             [this](const auto &entry) { return entry.entity == m_entity; }) ||
                         std::any_of(talk.begin(), talk.end(), [&changes](std::uint32_t type) {
                             return std::find(changes.types.begin(), changes.types.end(), type) !=
                                    changes.types.end();
                         });
    if (touched && !m_refresh.isActive())
        m_refresh.start();
}

void RequestDetail::setCovers(Covers covers)
{
    m_covers = covers;
    m_back->setVisible(covers != Covers::Nothing);
    nameBack();
}

void RequestDetail::nameBack()
{
    m_back->setText(m_covers == Covers::Map ? tr("Back to the map") : tr("Back to the list"));
}

void RequestDetail::setMapBeside(bool beside)
{
    m_place->setMapShown(!beside);
}

void RequestDetail::setKeyHints(const QString &answer, const QString &step, const QString &edit)
{
    m_answer->setKeyHint(answer);
    m_more->setKeyHint(step);
    m_edit->setKeyHint(edit);
}

void RequestDetail::focusContent()
{
    m_area->setFocus(Qt::OtherFocusReason);
}

void RequestDetail::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT backRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace spilno::pages
