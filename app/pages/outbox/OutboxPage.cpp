// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/outbox/OutboxPage.h"

#include "app/pages/outbox/ChangeEditor.h"
#include "app/records/ChangeWords.h"
#include "app/session/Sentences.h"
#include "app/session/WhenDone.h"
#include "app/style/Spacing.h"
#include "app/widgets/Badge.h"
#include "app/widgets/Button.h"
#include "app/widgets/Card.h"
#include "app/widgets/ConfirmDialog.h"
#include "app/widgets/FlowLayout.h"
#include "app/widgets/Label.h"
#include "app/widgets/MessageBar.h"
#include "app/widgets/PageHeader.h"
#include "app/widgets/RoundedCorners.h"
#include "app/widgets/RowDelegate.h"
#include "app/widgets/StateStack.h"
#include "core/records/Registry.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QListView>
#include <QVBoxLayout>

namespace spilno::pages {

using records::ChangeWords;
using replica::OutboxItem;
using replica::OutboxState;
using replica::ReplicaDatabase;
using style::ButtonKind;
using style::ColourRole;
using style::TextRole;
using style::Spacing::M;
using style::Spacing::S;
using style::Spacing::Xl;

OutboxPage::OutboxPage(session::SessionContext &context)
    : m_context(context)
    , m_model(new OutboxModel(context, this))
    , m_header(new widgets::PageHeader)
    , m_message(new widgets::MessageBar)
    , m_list(new QListView)
    , m_states(new widgets::StateStack(m_list))
    , m_detail(new widgets::Card(QStringLiteral(" ")))
    , m_badge(new widgets::Badge({}))
    , m_words(new widgets::Label)
    , m_content(new widgets::Label({}, TextRole::Secondary, ColourRole::Muted))
    , m_tryNow(new widgets::Button({}))
    , m_retry(new widgets::Button({}, ButtonKind::Primary))
    , m_edit(new widgets::Button({}))
    , m_copy(new widgets::Button({}))
    , m_discard(new widgets::Button({}, ButtonKind::Danger))
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight))
{
    layOut();
    connectParts();
    m_states->showLoading();
    m_detail->hide();
    if (m_model->isLoaded())
        loaded();
}

void OutboxPage::layOut()
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new widgets::RowDelegate(widgets::RowDelegate::Lines::Two, m_list));
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    new widgets::RoundedCorners(m_list);
    m_tryNow->setIconName(QStringLiteral("refresh-cw"));
    m_retry->setIconName(QStringLiteral("send"));
    m_edit->setIconName(QStringLiteral("pencil"));
    m_copy->setIconName(QStringLiteral("copy"));
    m_discard->setIconName(QStringLiteral("trash-2"));
    m_header->addAction(m_tryNow);
    m_words->setWordWrap(true);
    m_content->setWordWrap(true);
    m_content->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->addToTitle(m_badge);
    m_detail->body()->addWidget(m_words);
    m_detail->body()->addWidget(m_content);
    auto *buttons = new widgets::FlowLayout(nullptr, S);
    for (widgets::Button *button : {m_retry, m_edit, m_copy, m_discard})
        buttons->addWidget(button);
    m_detail->body()->addLayout(buttons);
    m_detail->body()->addStretch(1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Xl, Xl - 4, Xl, Xl - 4);
    column->setSpacing(M);
    column->addWidget(m_header);
    column->addWidget(m_message);
    m_columns->setSpacing(M);
    m_columns->addWidget(m_states, 5);
    m_columns->addWidget(m_detail, 4);
    column->addLayout(m_columns, 1);
}

void OutboxPage::connectParts()
{
    connect(m_model, &OutboxModel::loaded, this, &OutboxPage::loaded);
    connect(
        m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &OutboxPage::showItem);
    connect(m_states, &widgets::StateStack::retried, m_model, &OutboxModel::refresh);
    connect(m_tryNow, &widgets::Button::clicked, &m_context, &session::SessionContext::retryNow);
    connect(m_retry, &widgets::Button::clicked, this, &OutboxPage::retry);
    connect(m_edit, &widgets::Button::clicked, this, &OutboxPage::edit);
    connect(m_copy, &widgets::Button::clicked, this, &OutboxPage::copy);
    connect(m_discard, &widgets::Button::clicked, this, &OutboxPage::discard);
}

QString OutboxPage::description() const
{
    return tr("Your changes on their way to the city");
}

void OutboxPage::setBreakpoint(Breakpoint breakpoint)
{
    m_columns->setDirection(
        breakpoint == Breakpoint::Narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

const OutboxItem *OutboxPage::chosen() const
{
    return m_model->item(m_list->currentIndex());
}

void OutboxPage::loaded()
{
    Q_EMIT countChanged(m_model->needingCount());
    showState();
    if (!m_list->currentIndex().isValid() && m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
    showItem();
}

void OutboxPage::showState()
{
    if (!m_model->problem().isEmpty())
        m_states->showError(m_model->problem());
    else if (!m_model->isLoaded())
        m_states->showLoading();
    else if (m_model->rowCount() == 0)
        m_states->showEmpty(
            {QStringLiteral("circle-check"),
             tr("Everything is with the city"),
             tr("What you write without a connection waits here and leaves by itself. What the "
                "city does not take comes back here, with the reason."),
             {}});
    else
        m_states->showContent();
}

void OutboxPage::showItem()
{
    const OutboxItem *item = chosen();
    m_detail->setVisible(item != nullptr && m_model->rowCount() > 0);
    if (item == nullptr)
        return;
    const bool failed = OutboxModel::failed(*item);
    m_detail->setTitle(OutboxModel::title(*item));
    m_badge->setText(OutboxModel::stateName(*item));
    m_badge->setTone(OutboxModel::tone(*item));
    QString words = ChangeWords::reason(item->reason);
    if (item->state == OutboxState::OnThisComputer)
        words = tr("It is kept on this computer and leaves by itself as soon as there is a "
                   "connection. A power cut does it no harm.");
    else if (item->state == OutboxState::Accepted)
        words = tr("The city has signed that it has it. It appears in the city's log in a moment.");
    else if (item->sendable && item->state != OutboxState::Refused)
        words += QLatin1Char(' ') + tr("As things stand here; the city decides when it arrives.");
    m_words->setText(words);
    m_content->clear();
    m_copied.clear();
    for (widgets::Button *button : {m_retry, m_edit, m_discard})
        button->setVisible(failed);
    m_edit->setEnabled(false);
    m_copy->setEnabled(false);
    withDraft([this](const replica::Draft &draft) {
        const records::RecordType *type = records::Registry::standard().type(draft.type);
        QStringList lines;
        for (const auto &[name, value] : draft.fields) {
            if (value.isText() && !value.toText().isEmpty())
                lines.append(tr("%1: %2", "field: value")
                                 .arg(ChangeWords::field(type->number, name), value.toText()));
        }
        m_copied = lines.join(QLatin1Char('\n'));
        m_content->setText(m_copied);
        m_copy->setEnabled(!m_copied.isEmpty());
        m_edit->setEnabled(ChangeEditor::canEdit(draft));
    });
}

void OutboxPage::withDraft(const std::function<void(const replica::Draft &)> &then)
{
    const OutboxItem *item = chosen();
    if (item == nullptr)
        return;
    session::whenDone(
        this, m_context.replica().read([op = item->op](const ReplicaDatabase &database) {
            return database.draftOf(op);
        }),
        [this, op = item->op, then](const base::Result<replica::Draft> &draft) {
            const OutboxItem *now = chosen();
            if (draft && now != nullptr && now->op == op)
                then(*draft);
        });
}

void OutboxPage::retry()
{
    const OutboxItem *item = chosen();
    if (item != nullptr)
        withDraft([this, op = item->op](const replica::Draft &draft) { sendAgain(op, draft); });
}

void OutboxPage::edit()
{
    const OutboxItem *item = chosen();
    if (item == nullptr)
        return;
    withDraft([this, op = item->op](const replica::Draft &draft) {
        auto *editor = new ChangeEditor(draft, window());
        connect(editor, &ChangeEditor::submitted, this, [this, op](const replica::Draft &mended) {
            sendAgain(op, mended);
        });
        editor->open();
    });
}

void OutboxPage::sendAgain(const base::OpId &op, replica::Draft draft)
{
    session::whenDone(
        this,
        m_context.replica().write(
            [op, draft = std::move(draft)](
                ReplicaDatabase &database) -> base::Result<replica::Submitted> {
                SPILNO_ASSIGN(auto submitted, database.submit({draft}));
                SPILNO_ASSIGN(const auto discarded, database.discard(op));
                submitted.changes.merge(discarded);
                return submitted;
            }),
        [this](const base::Result<replica::Submitted> &sent) {
            if (sent)
                m_message->dismiss();
            else
                told(sent.error());
        });
}

void OutboxPage::copy()
{
    QGuiApplication::clipboard()->setText(m_copied);
    m_message->showMessage(widgets::Tone::Positive, tr("The text is on the clipboard."));
}

void OutboxPage::discard()
{
    const OutboxItem *item = chosen();
    if (item == nullptr)
        return;
    auto *sure = new widgets::ConfirmDialog(
        {tr("Discard this change?"),
         tr("It never became part of the city. Its text is gone for good; copy it first if it may "
            "be needed."),
         tr("Discard"), tr("Keep it")},
        window());
    connect(sure, &QDialog::accepted, this, [this, op = item->op] { discardNow(op); });
    sure->open();
}

void OutboxPage::discardNow(const base::OpId &op)
{
    session::whenDone(
        this,
        m_context.replica().write([op](ReplicaDatabase &database) { return database.discard(op); }),
        [this](const base::Result<replica::ChangeSet> &gone) {
            if (!gone)
                told(gone.error());
        });
}

void OutboxPage::told(const base::Error &error)
{
    m_message->showMessage(widgets::Tone::Negative, session::Sentences::error(error));
}

void OutboxPage::retranslate()
{
    m_header->setTitle(tr("Outbox"));
    m_list->setAccessibleName(tr("Your changes"));
    m_tryNow->setText(tr("Send now"));
    m_retry->setText(tr("Try again"));
    m_edit->setText(tr("Edit"));
    m_copy->setText(tr("Copy the text"));
    m_discard->setText(tr("Discard"));
    m_model->retranslate();
    showState();
    showItem();
}

} // namespace spilno::pages
