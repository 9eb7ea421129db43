// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/people/InvitationList.h"

#include "app/records/ChangeWords.h"
#include "app/session/Sentences.h"
#include "app/session/WhenDone.h"
#include "app/style/Spacing.h"
#include "app/widgets/Badge.h"
#include "app/widgets/Button.h"
#include "app/widgets/Label.h"
#include "core/records/invitation/InvitationRule.h"

#include <QLocale>
#include <QVBoxLayout>

namespace spilno::pages {

using records::ChangeWords;
using replica::ReplicaDatabase;
using style::ColourRole;
using style::TextRole;

namespace {

constexpr int kShownMax = 50;

} // namespace

InvitationList::InvitationList(session::SessionContext &context)
    : Card(QStringLiteral(" "))
    , m_context(context)
    , m_none(new widgets::Label({}, TextRole::Body, ColourRole::Muted))
    , m_rows(new QWidget)
{
    m_none->setWordWrap(true);
    body()->addWidget(m_none);
    body()->addWidget(m_rows);
    body()->addStretch(1);
    connect(
        &context.replica(), &replica::Replica::changed, this,
        [this](const replica::ChangeSet &) { ask(); });
    ask();
}

void InvitationList::ask()
{
    replica::Query query;
    query.type = QStringLiteral("invitation");
    query.limit = kShownMax;
    query.where = {
        {QStringLiteral("state"), replica::Condition::Operator::Equal,
         wire::Value(qint64{std::uint32_t(records::invitation::State::Open)})}};
    using Answer = std::vector<Invitation>;
    session::whenDone(
        this,
        m_context.replica().read([query](const ReplicaDatabase &database) -> base::Result<Answer> {
            SPILNO_ASSIGN(const replica::Page page, database.list(query));
            Answer answer;
            for (const replica::Record &record : page.items) {
                Invitation one;
                one.entity = record.entity;
                one.pending = record.pending;
                one.role =
                    static_cast<records::Role>(record.value(QStringLiteral("role")).toInteger());
                one.expiresMs = record.value(QStringLiteral("expires")).toInteger();
                one.uses = record.value(QStringLiteral("uses")).toInteger();
                replica::Query joined;
                joined.type = QStringLiteral("join");
                joined.where = {
                    {QStringLiteral("invitation"), replica::Condition::Operator::Equal,
                     wire::Value(record.entity.toByteArray())}};
                SPILNO_ASSIGN(one.used, database.count(joined));
                const QByteArray body = record.value(QStringLiteral("body")).toBytes();
                if (const auto id = base::EntityId::fromBytes(base::view(body))) {
                    SPILNO_ASSIGN(const auto known, database.record(QStringLiteral("body"), *id));
                    one.body = known ? known->value(QStringLiteral("name")).toText() : QString();
                }
                answer.push_back(std::move(one));
            }
            return answer;
        }),
        [this](const base::Result<Answer> &answer) {
            if (!answer)
                return;
            m_invitations = *answer;
            const qint64 now = m_context.clock().wallMs();
            std::erase_if(m_invitations, [now](const Invitation &one) {
                return (one.expiresMs != 0 && one.expiresMs < now) || one.used >= one.uses;
            });
            fill();
        });
}

void InvitationList::fill()
{
    qDeleteAll(m_rows->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    delete m_rows->layout();
    auto *column = new QVBoxLayout(m_rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::Spacing::S);
    for (const Invitation &invitation : m_invitations)
        addRow(invitation, *column);
    m_none->setVisible(m_invitations.empty());
}

void InvitationList::addRow(const Invitation &invitation, QVBoxLayout &column)
{
    const QString role = ChangeWords::roleName(invitation.role);
    const QString gives =
        invitation.body.isEmpty() ? role : tr("%1 · %2", "role · body").arg(role, invitation.body);
    QStringList terms{tr("for %n person(s)", nullptr, int(invitation.uses))};
    if (invitation.used > 0)
        terms.append(tr("%Ln used", nullptr, int(invitation.used)));
    if (invitation.expiresMs != 0)
        terms.append(
            tr("until %1")
                .arg(QLocale().toString(
                    QDateTime::fromMSecsSinceEpoch(invitation.expiresMs, m_context.timeZone())
                        .date(),
                    QLocale::ShortFormat)));
    auto *row = new QHBoxLayout;
    row->setSpacing(style::Spacing::S);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *first = new widgets::Label(gives, TextRole::Strong);
    auto *second = new widgets::Label(
        terms.join(QStringLiteral(" · ")), TextRole::Secondary, ColourRole::Muted);
    first->setWordWrap(true);
    second->setWordWrap(true);
    words->addWidget(first);
    words->addWidget(second);
    row->addLayout(words, 1);
    if (invitation.pending)
        row->addWidget(new widgets::Badge(tr("On this computer"), widgets::Tone::Informative));
    auto *withdraws = new widgets::Button(tr("Withdraw"), style::ButtonKind::Quiet);
    withdraws->setAccessibleName(tr("Withdraw: %1").arg(gives));
    connect(withdraws, &widgets::Button::clicked, this, [this, entity = invitation.entity] {
        withdraw(entity);
    });
    row->addWidget(withdraws);
    column.addLayout(row);
}

void InvitationList::withdraw(const base::EntityId &entity)
{
    replica::Draft draft;
    draft.type = QStringLiteral("invitation");
    draft.entity = entity;
    draft.step = QStringLiteral("withdraw");
    session::whenDone(
        this, m_context.replica().submit({draft}),
        [this](const base::Result<replica::Submitted> &sent) {
            if (!sent)
                Q_EMIT failed(session::Sentences::error(sent.error()));
        });
}

void InvitationList::retranslate()
{
    setTitle(tr("Open invitations"));
    m_none->setText(tr("None. An invitation gives a person a role with a link or a printed slip."));
    fill();
}

} // namespace spilno::pages
