// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/sync/SyncPage.h"

#include "app/pages/sync/BundleCard.h"
#include "app/records/ChangeWords.h"
#include "app/session/Sentences.h"
#include "app/session/WhenDone.h"
#include "app/style/Spacing.h"
#include "app/widgets/Badge.h"
#include "app/widgets/Button.h"
#include "app/widgets/Card.h"
#include "app/widgets/Label.h"
#include "app/widgets/MessageBar.h"
#include "app/widgets/PageHeader.h"
#include "app/widgets/WidthLimit.h"
#include "core/log/LieWords.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace spilno::pages {

using session::CityHosting;
using session::Sentences;
using style::ColourRole;
using style::TextRole;
using sync::SyncPhase;
using widgets::Tone;

namespace {

constexpr int kColumn = 720;
constexpr int kReadAgainMs = 400;

/// Changes of a followed scope that no signed checkpoint has shown to be all there is.
std::uint64_t unprovenOf(const replica::ScopeStatus &scope)
{
    return scope.followed && scope.next > scope.proven ? scope.next - scope.proven : 0;
}

Tone toneOf(const sync::SyncStatus &status)
{
    switch (status.phase) {
    case SyncPhase::UpToDate:
        return Tone::Positive;
    case SyncPhase::Waiting:
    case SyncPhase::Off:
        return Tone::Warning;
    case SyncPhase::Stopped:
        return Tone::Negative;
    default:
        return Tone::Informative;
    }
}

QString stateWord(const sync::SyncStatus &status)
{
    switch (status.phase) {
    case SyncPhase::UpToDate:
    case SyncPhase::Sending:
    case SyncPhase::CatchingUp:
        return SyncPage::tr("Connected");
    case SyncPhase::Connecting:
    case SyncPhase::Checking:
        return SyncPage::tr("Connecting");
    case SyncPhase::Stopped:
        return SyncPage::tr("Stopped");
    case SyncPhase::Off:
    case SyncPhase::Waiting:
        break;
    }
    return SyncPage::tr("Offline");
}

} // namespace

SyncPage::SyncPage(session::Session &session, session::SessionContext &context)
    : m_session(session)
    , m_context(context)
    , m_header(new widgets::PageHeader)
    , m_message(new widgets::MessageBar)
    , m_contact(new widgets::Card(QStringLiteral(" ")))
    , m_badge(new widgets::Badge({}))
    , m_trouble(new widgets::Label({}, TextRole::Body, ColourRole::Negative))
    , m_facts(new widgets::Label({}, TextRole::Body, ColourRole::Muted))
    , m_tryNow(new widgets::Button({}))
    , m_parts(new widgets::Card(QStringLiteral(" ")))
    , m_partRows(new QWidget)
    , m_partsNote(new widgets::Label({}, TextRole::Secondary, ColourRole::Muted))
    , m_sharing(new widgets::Card(QStringLiteral(" ")))
    , m_sharingWords(new widgets::Label({}, TextRole::Body, ColourRole::Muted))
    , m_share(new QCheckBox)
    , m_address(new QLineEdit)
    , m_copy(new widgets::Button({}))
    , m_bundle(new BundleCard(context))
    , m_column(new QWidget)
{
    layOut();
    connectParts();
    m_minute.start(60'000);
    askScopes();
}

void SyncPage::layOut()
{
    for (widgets::Label *label : {m_trouble, m_facts, m_partsNote, m_sharingWords})
        label->setWordWrap(true);
    m_tryNow->setIconName(QStringLiteral("refresh-cw"));
    m_copy->setIconName(QStringLiteral("copy"));
    m_header->addAction(m_tryNow);
    m_contact->addToTitle(m_badge);
    m_contact->body()->addWidget(m_trouble);
    m_contact->body()->addWidget(m_facts);
    m_parts->body()->addWidget(m_partsNote);
    m_parts->body()->addWidget(m_partRows);
    m_sharing->body()->addWidget(m_sharingWords);
    m_sharing->body()->addWidget(m_share);
    auto *row = new QHBoxLayout;
    row->setSpacing(style::Spacing::S);
    m_address->setReadOnly(true);
    row->addWidget(m_address, 1);
    row->addWidget(m_copy);
    m_sharing->body()->addLayout(row);
    body()->addWidget(m_header);
    auto *column = new QVBoxLayout(m_column);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::Spacing::M);
    column->addWidget(m_message);
    for (QWidget *card :
         {static_cast<QWidget *>(m_contact), static_cast<QWidget *>(m_sharing),
          static_cast<QWidget *>(m_bundle), static_cast<QWidget *>(m_parts)})
        column->addWidget(card);
    body()->addLayout(widgets::WidthLimit::column(*m_column, kColumn));
    body()->addStretch(1);
}

void SyncPage::connectParts()
{
    connect(&m_context, &session::SessionContext::syncStatusChanged, this, [this] {
        showStatus();
        if (isVisible() && !m_soon.isActive())
            m_soon.start();
    });
    m_soon.setSingleShot(true);
    m_soon.setInterval(kReadAgainMs);
    connect(&m_soon, &QTimer::timeout, this, &SyncPage::askScopes);
    connect(&m_context, &session::SessionContext::cityChanged, this, [this] {
        showStatus();
        showSharing();
    });
    connect(&m_session, &session::Session::hostingChanged, this, &SyncPage::showSharing);
    connect(
        &m_context.replica(), &replica::Replica::changed, this, [this](const replica::ChangeSet &) {
            if (isVisible())
                askScopes();
        });
    connect(&m_minute, &QTimer::timeout, this, &SyncPage::showStatus);
    connect(m_tryNow, &widgets::Button::clicked, &m_context, &session::SessionContext::retryNow);
    connect(m_copy, &widgets::Button::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_address->text());
        m_message->showMessage(Tone::Positive, tr("The address is on the clipboard."));
    });
    connect(m_share, &QCheckBox::toggled, this, [this](bool on) {
        m_share->setEnabled(false);
        session::whenDone(
            this,
            m_session.share(
                on ? CityHosting::Reach::LocalNetwork : CityHosting::Reach::ThisComputer),
            [this](const base::Result<> &shared) {
                if (!shared)
                    m_message->showMessage(Tone::Negative, Sentences::error(shared.error()));
                showSharing();
            });
    });
}

QString SyncPage::description() const
{
    return tr("Contact with the city, and what of it is on this computer");
}

void SyncPage::goTo(const QVariant &place)
{
    if (const QString path = place.toString(); !path.isEmpty())
        m_bundle->takeIn(path);
}

void SyncPage::onShown()
{
    showStatus();
    askScopes();
}

QString SyncPage::when(qint64 ms) const
{
    return Sentences::moment(
        QDateTime::fromMSecsSinceEpoch(ms),
        QDateTime::fromMSecsSinceEpoch(m_context.clock().wallMs()));
}

void SyncPage::showStatus()
{
    const sync::SyncStatus &status = m_context.syncStatus();
    const QLocale locale;
    m_contact->setTitle(Sentences::phase(status));
    m_badge->setText(stateWord(status));
    m_badge->setTone(toneOf(status));
    const base::Error joining = m_session.joinError();
    QString trouble = Sentences::trouble(status);
    if (trouble.isEmpty() && joining.code != base::ErrorCode::Unknown)
        trouble = tr("Joining did not go through: %1").arg(Sentences::error(joining));
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
    m_trouble->setColourRole(
        status.phase == SyncPhase::Stopped ? ColourRole::Negative : ColourRole::Warning);
    QStringList facts;
    const auto address = sync::ServerAddress::parse(m_context.address());
    if (address)
        facts.append(tr("Server: %1").arg(address->endpoints.front().toString()));
    facts.append(
        status.lastContactMs == 0 ? tr("There was no contact yet since the program started.")
                                  : tr("Last contact: %1").arg(when(status.lastContactMs)));
    if (status.phase == SyncPhase::Waiting && status.nextAttemptMs != 0)
        facts.append(tr("Next attempt: %1").arg(when(status.nextAttemptMs)));
    facts.append(tr("Since the program started: %1 received, %2 sent.")
                     .arg(
                         tr("%Ln change(s)", nullptr, int(status.changesIn)),
                         tr("%Ln change(s)", nullptr, int(status.changesOut))));
    if (!m_stored.lie.isEmpty())
        facts.append(tr("%1 The proof is kept on this computer, for anybody to check.", "lie")
                         .arg(m_stored.lie));
    if (const QString proof = proofSentence(); !proof.isEmpty())
        facts.append(proof);
    if (m_stored.previewed.records > 0)
        facts.append(
            tr("%Ln record(s) are shown before the log has come; they are still being checked.",
               nullptr, int(m_stored.previewed.records)));
    if (!m_stored.previewed.contradiction.isEmpty())
        facts.append(tr("A server once showed as newest what its log then did not hold. The log "
                        "counts: %1")
                         .arg(m_stored.previewed.contradiction));
    constexpr qint64 noticeableMs = 60'000;
    if (qAbs(status.serverAheadMs) > noticeableMs)
        facts.append(
            tr("The clock of this computer differs from the server's by %1. Set it right.")
                .arg(tr("%n minute(s)", nullptr, int(qAbs(status.serverAheadMs) / noticeableMs))));
    m_facts->setText(facts.join(QLatin1Char('\n')));
    m_tryNow->setEnabled(Sentences::mayHelpToTryAgain(status));
}

QString SyncPage::proofSentence() const
{
    std::uint64_t held = 0;
    std::uint64_t unproven = 0;
    for (const replica::ScopeStatus &scope : m_scopes) {
        held += scope.followed ? scope.next : 0;
        unproven += unprovenOf(scope);
    }
    if (held == 0)
        return {};
    if (unproven == 0 && m_stored.provenMs != 0)
        return tr("Nothing is held back: proven by the city's signed checkpoint of %1.")
            .arg(when(m_stored.provenMs));
    if (unproven == 0)
        return tr("Nothing is held back: proven by the city's signed checkpoint.");
    if (unproven == held)
        return tr("That nothing is held back is not proven yet.");
    return tr(
        "%Ln change(s) are not proven yet; the city's next signed checkpoint does it.", nullptr,
        int(unproven));
}

void SyncPage::showSharing()
{
    const bool here = m_session.isHostedHere();
    const bool shared = m_session.reach() == CityHosting::Reach::LocalNetwork;
    m_share->setVisible(here);
    m_share->setEnabled(true);
    const QSignalBlocker quiet(m_share);
    m_share->setChecked(here && shared);
    m_sharing->setTitle(here ? tr("Share this city on the local network") : tr("Address"));
    if (!here)
        m_sharingWords->setText(tr("Others join the city by this address. Its server is on another "
                                   "computer."));
    else if (shared)
        m_sharingWords->setText(
            tr("Everybody on this network can join and synchronise by this address while the "
               "program runs."));
    else
        m_sharingWords->setText(
            tr("The city's server runs in this program and answers on this computer only."));
    m_address->setText(m_session.addressForOthers());
    m_address->setCursorPosition(0);
}

void SyncPage::askScopes()
{
    session::whenDone(
        this, m_context.replica().scopes(),
        [this](const base::Result<std::vector<replica::ScopeStatus>> &scopes) {
            if (scopes)
                showScopes(*scopes);
        });
    askStored();
}

void SyncPage::askStored()
{
    const auto read = [](const replica::ReplicaDatabase &database) -> base::Result<Stored> {
        SPILNO_ASSIGN(const auto previewed, database.previewed());
        const QString name = QString::fromLatin1(replica::kProofTimeSetting);
        SPILNO_ASSIGN(const QByteArray proven, database.setting(name));
        SPILNO_ASSIGN(const auto evidence, database.evidence());
        QString lie;
        if (!evidence.empty()) {
            if (const auto judged = log::judgeProof(base::view(evidence.back().bytes)))
                lie = log::lieSentence(*judged);
        }
        return Stored{previewed, proven.toLongLong(), lie};
    };
    session::whenDone(
        this, m_context.replica().read(read), [this](const base::Result<Stored> &stored) {
            if (!stored)
                return;
            m_stored = *stored;
            showStatus();
        });
}

void SyncPage::showScopes(const std::vector<replica::ScopeStatus> &scopes)
{
    m_scopes = scopes;
    qDeleteAll(m_partRows->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    delete m_partRows->layout();
    auto *grid = new QGridLayout(m_partRows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(style::Spacing::Xl);
    grid->setVerticalSpacing(style::Spacing::S);
    grid->setColumnStretch(0, 1);
    int row = 0;
    for (const replica::ScopeStatus &scope : scopes) {
        auto *name = new widgets::Label(records::ChangeWords::scopeName(scope));
        name->setWordWrap(true);
        QString words = tr("%Ln change(s)", nullptr, int(scope.next));
        if (const std::uint64_t unproven = unprovenOf(scope); unproven > 0)
            words = tr("%1, %2 not proven").arg(words, QLocale().toString(qulonglong(unproven)));
        else if (scope.followed && scope.next > 0)
            words = tr("%1, proven").arg(words);
        auto *changes = new widgets::Label(words, TextRole::Secondary, ColourRole::Muted);
        changes->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto *badge = new widgets::Badge(
            scope.followed ? tr("On this computer") : tr("Not replicated"),
            scope.followed ? Tone::Positive : Tone::Neutral);
        grid->addWidget(name, row, 0);
        grid->addWidget(changes, row, 1);
        grid->addWidget(badge, row, 2, Qt::AlignRight | Qt::AlignVCenter);
        ++row;
    }
    m_partsNote->setText(
        scopes.empty() ? tr("Nothing of the city is here yet: it comes with the first contact.")
                       : tr("Each part of the city is a signed log of its own. What is on this "
                            "computer works without a connection."));
}

void SyncPage::retranslate()
{
    m_header->setTitle(tr("Synchronisation"));
    m_tryNow->setText(tr("Try again now"));
    m_parts->setTitle(tr("Parts of the city"));
    m_share->setText(tr("Let others on this network reach it"));
    m_address->setAccessibleName(tr("Address of the city"));
    m_copy->setText(tr("Copy"));
    m_bundle->retranslate();
    showStatus();
    showSharing();
    showScopes(m_scopes);
}

} // namespace spilno::pages
