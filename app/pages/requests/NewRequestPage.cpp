// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/NewRequestPage.h"

#include "app/pages/requests/CityBook.h"
#include "app/pages/requests/NewRequestForm.h"
#include "app/pages/requests/ReceiptPanel.h"
#include "app/pages/requests/RequestActions.h"
#include "app/pages/requests/RequestWords.h"
#include "app/pages/requests/SimilarRequests.h"
#include "app/session/Sentences.h"
#include "app/session/SessionContext.h"
#include "app/session/WhenDone.h"
#include "app/style/Spacing.h"
#include "app/widgets/Button.h"
#include "app/widgets/FlowLayout.h"
#include "app/widgets/MessageBar.h"
#include "app/widgets/PageHeader.h"
#include "app/widgets/WidthLimit.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace spilno::pages {

using style::ButtonKind;
using style::Spacing::M;
using style::Spacing::S;
using widgets::Tone;

namespace {

constexpr int kSaveMs = 800; ///< Within two seconds of the last key, also on a slow disk.
constexpr int kLookMs = 400;
constexpr int kFormWidth = 720; ///< At 100 % text.

} // namespace

NewRequestPage::NewRequestPage(
    session::SessionContext &context,
    CityBook &book,
    const QString &drafts,
    const QString &photos,
    QWidget *parent)
    : ScrollPage(parent)
    , m_context(context)
    , m_book(book)
    , m_blobs(photos)
    , m_draftFile(drafts + QStringLiteral("/new-request"))
    , m_header(new widgets::PageHeader)
    , m_kept(new widgets::MessageBar)
    , m_form(new NewRequestForm(context, book))
    , m_problem(new widgets::MessageBar)
    , m_submit(new widgets::Button({}, ButtonKind::Primary))
    , m_over(new widgets::Button({}, ButtonKind::Quiet))
    , m_formPart(new QWidget)
    , m_receipt(new ReceiptPanel)
{
    layOut();
    m_draftFile.setIdentity(context.identity());
    for (QTimer *timer : {&m_save, &m_look})
        timer->setSingleShot(true);
    m_save.setInterval(kSaveMs);
    m_look.setInterval(kLookMs);
    connect(&m_save, &QTimer::timeout, this, &NewRequestPage::saveDraft);
    connect(&m_look, &QTimer::timeout, this, &NewRequestPage::lookForSimilar);
    connect(m_form, &NewRequestForm::edited, this, &NewRequestPage::edited);
    connect(m_form->photos(), &PhotoPicker::added, this, [this](const ChosenPhoto &photo) {
        m_draftFile.savePhoto(photo.blob, photo.photo.jpeg);
    });
    connect(m_submit, &widgets::Button::clicked, this, &NewRequestPage::submit);
    connect(m_over, &widgets::Button::clicked, this, &NewRequestPage::startOver);
    connect(m_kept, &widgets::MessageBar::acted, this, &NewRequestPage::startOver);
    connect(m_form->similar(), &widgets::MessageBar::acted, this, [this] {
        saveDraft();
        Q_EMIT pageRequested(RequestActions::listPage(), m_similar.toHex());
    });
    connect(m_receipt, &ReceiptPanel::anotherRequested, this, &NewRequestPage::startOver);
    connect(m_receipt, &ReceiptPanel::showRequested, this, [this](const base::EntityId &request) {
        Q_EMIT pageRequested(RequestActions::listPage(), request.toHex());
    });
    connect(&context, &session::SessionContext::lockedChanged, this, [this] {
        saveDraft();
        m_draftFile.setIdentity(m_context.identity());
        offerDraft();
    });
    connect(&book, &CityBook::changed, this, &NewRequestPage::offerDraft);
    offerDraft();
}

NewRequestPage::~NewRequestPage()
{
    if (m_save.isActive())
        saveDraft();
}

void NewRequestPage::layOut()
{
    auto *column = new QVBoxLayout(m_formPart);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(M);
    column->addWidget(m_kept);
    column->addWidget(m_form);
    column->addWidget(m_problem);
    auto *buttons = new QWidget;
    auto *flow = new widgets::FlowLayout(buttons, S);
    flow->addWidget(m_submit);
    flow->addWidget(m_over);
    column->addWidget(buttons);
    m_submit->setIconName(QStringLiteral("send"));
    m_receipt->hide();
    body()->addWidget(m_header);
    for (QWidget *part : {static_cast<QWidget *>(m_formPart), static_cast<QWidget *>(m_receipt)})
        body()->addLayout(widgets::WidthLimit::column(*part, kFormWidth));
    body()->addStretch(1);
}

QString NewRequestPage::description() const
{
    return tr("A form for a new request. What is typed is kept; Ctrl and Enter send it.");
}

void NewRequestPage::onShown()
{
    if (showsReceipt())
        m_receipt->focusFirst();
    else
        m_form->focusFirst();
}

void NewRequestPage::goTo(const QVariant &)
{
    // A new request was asked for: a receipt of before is not what the person came for.
    if (showsReceipt())
        startOver();
}

bool NewRequestPage::showsReceipt() const
{
    return !m_receipt->isHidden();
}

void NewRequestPage::offerDraft()
{
    // Categories must be there first, or the draft's would be lost.
    if (m_draftOffered || !m_book.isLoaded() || !m_draftFile.canKeep())
        return;
    m_draftOffered = true;
    const auto draft = m_draftFile.load();
    if (!draft || draft->isEmpty() || !m_form->draft().isEmpty())
        return;
    QList<QByteArray> photos;
    for (const base::BlobId &photo : draft->photos)
        photos.append(m_draftFile.loadPhoto(photo));
    m_form->setDraft(*draft, photos);
    m_kept->showMessage(
        Tone::Informative, tr("Your unfinished request was kept. Go on where you stopped."),
        tr("Start over"));
}

void NewRequestPage::edited()
{
    if (!m_save.isActive())
        m_save.start();
    m_look.start();
    m_problem->dismiss();
}

void NewRequestPage::saveDraft()
{
    m_save.stop();
    if (showsReceipt() || m_busy || !m_draftOffered)
        return;
    const RequestDraft draft = m_form->draft();
    if (draft.isEmpty())
        m_draftFile.remove();
    else
        m_draftFile.save(draft);
}

void NewRequestPage::startOver()
{
    m_save.stop();
    m_look.stop();
    m_draftFile.remove();
    m_form->setDraft({}, {});
    m_kept->dismiss();
    m_problem->dismiss();
    m_receipt->clear();
    m_receipt->hide();
    m_formPart->show();
    m_form->retranslate();
    m_form->focusFirst();
    m_header->setTitle(tr("New request"));
}

void NewRequestPage::lookForSimilar()
{
    const RequestDraft draft = m_form->draft();
    const int asked = ++m_similarAsked;
    session::whenDone(
        this, m_context.replica().read([draft](const replica::ReplicaDatabase &database) {
            return similarRequests(database, draft);
        }),
        [this, asked](const base::Result<std::vector<replica::Record>> &similar) {
            if (asked == m_similarAsked && similar)
                showSimilar(*similar);
        });
}

void NewRequestPage::showSimilar(const std::vector<replica::Record> &requests)
{
    if (requests.empty()) {
        m_form->similar()->dismiss();
        return;
    }
    m_similar = requests.front().entity;
    const QString first = RequestWords::joined(
        {RequestWords::number(requests.front()),
         requests.front().value(QStringLiteral("title")).toText().simplified().left(120),
         requests.front().value(QStringLiteral("address")).toText().simplified().left(120)},
        QStringLiteral(" · "));
    m_form->similar()->showMessage(
        Tone::Warning,
        tr("%n similar request(s) are open already: %1. A comment there helps more than a second "
           "one.",
           nullptr, static_cast<int>(requests.size()))
            .arg(first),
        tr("Show"));
}

void NewRequestPage::submit()
{
    if (m_busy || showsReceipt() || m_form->photos()->isBusy() || !m_form->check())
        return;
    if (m_context.isLocked()) {
        take(base::failure(base::ErrorCode::Locked));
        return;
    }
    if (m_form->scope().isNull()) {
        m_problem->showMessage(
            Tone::Negative,
            tr("The city has no district or department for requests on this computer yet. What "
               "you wrote is kept as a draft."));
        return;
    }
    saveDraft();
    setBusy(true);
    RequestSubmission submission(m_form->draft(), m_form->photos()->photos(), m_context, m_book);
    session::whenDone(
        this, submission.send(m_blobs),
        [this](const base::Result<RequestReceipt> &receipt) { take(receipt); });
}

void NewRequestPage::take(const base::Result<RequestReceipt> &receipt)
{
    setBusy(false);
    if (!receipt) {
        m_problem->showMessage(
            Tone::Negative,
            tr("%1 What you wrote is kept.").arg(session::Sentences::error(receipt.error())));
        return;
    }
    m_save.stop();
    m_look.stop();
    m_draftFile.remove();
    m_form->setDraft({}, {});
    m_kept->dismiss();
    m_formPart->hide();
    m_receipt->showReceipt(*receipt, m_context.timeZone());
    m_receipt->show();
    m_receipt->focusFirst();
    m_header->setTitle(tr("Receipt"));
    Q_EMIT submitted(receipt->request);
}

void NewRequestPage::setBusy(bool busy)
{
    m_busy = busy;
    m_submit->setEnabled(!busy);
    m_submit->setText(busy ? tr("Signing…") : tr("Send the request"));
}

void NewRequestPage::retranslate()
{
    m_header->setTitle(showsReceipt() ? tr("Receipt") : tr("New request"));
    m_submit->setKeyHint(QStringLiteral("Ctrl ↵"));
    m_over->setText(tr("Start over"));
    m_form->retranslate();
    m_receipt->retranslate();
    setBusy(m_busy);
}

void NewRequestPage::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (event->modifiers() & Qt::ControlModifier))
        submit();
    else
        ScrollPage::keyPressEvent(event);
}

void NewRequestPage::hideEvent(QHideEvent *event)
{
    if (m_save.isActive())
        saveDraft();
    ScrollPage::hideEvent(event);
}

} // namespace spilno::pages
