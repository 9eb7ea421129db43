// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/people/InviteDialog.h"

#include "app/records/ChangeWords.h"
#include "app/session/Sentences.h"
#include "app/session/WhenDone.h"
#include "app/style/Spacing.h"
#include "app/widgets/Button.h"
#include "app/widgets/FormRow.h"
#include "app/widgets/Label.h"
#include "app/widgets/MessageBar.h"
#include "app/widgets/QrPicture.h"
#include "core/profile/InvitationCode.h"
#include "core/sync/ServerAddress.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QLocale>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace spilno::pages {

using records::ChangeWords;
using records::Role;
using widgets::Button;
using widgets::FormRow;

namespace {

constexpr int kDaysMax = 365;
constexpr int kDays = 14;
constexpr int kUsesMax = 1000;
constexpr qint64 kDayMs = 24LL * 3600 * 1000;

} // namespace

InviteDialog::InviteDialog(
    session::SessionContext &context, const QString &address, QWidget *parent)
    : ScrollDialog(tr("Invite"), parent)
    , m_context(context)
    , m_address(address)
    , m_steps(new QStackedWidget)
    , m_message(new widgets::MessageBar)
    , m_name(new QLineEdit)
    , m_role(new QComboBox)
    , m_body(new QComboBox)
    , m_days(new QSpinBox)
    , m_uses(new QSpinBox)
    , m_bodyRow(new FormRow(tr("Where"), m_body))
    , m_picture(new widgets::QrPicture)
    , m_summary(new widgets::Label({}, style::TextRole::Strong))
    , m_link(new QLineEdit)
    , m_make(new Button(tr("Make the invitation"), style::ButtonKind::Primary))
    , m_print(new Button(tr("Print the slip"), style::ButtonKind::Primary))
    , m_copy(new Button(tr("Copy the link")))
    , m_close(new Button(tr("Close")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    body()->addWidget(m_message);
    m_steps->addWidget(makeForm());
    m_steps->addWidget(makeResult());
    body()->addWidget(m_steps);
    m_print->setIconName(QStringLiteral("printer"));
    m_copy->setIconName(QStringLiteral("copy"));
    for (Button *button : {m_make, m_print, m_copy})
        buttons()->addButton(button, QDialogButtonBox::ActionRole);
    buttons()->addButton(m_close, QDialogButtonBox::RejectRole);
    m_print->hide();
    m_copy->hide();
    connect(m_make, &Button::clicked, this, &InviteDialog::create);
    connect(m_print, &Button::clicked, this, &InviteDialog::print);
    connect(m_copy, &Button::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_slip.link);
        m_message->showMessage(widgets::Tone::Positive, tr("The link is on the clipboard."));
    });
    connect(m_role, &QComboBox::currentIndexChanged, this, [this] {
        m_bodyRow->setVisible(role() != Role::None && role() != Role::Registrar);
    });
    fillRoles();
}

QWidget *InviteDialog::makeForm()
{
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::Spacing::M);
    m_name->setMaxLength(100);
    m_days->setRange(1, kDaysMax);
    m_days->setValue(kDays);
    m_uses->setRange(1, kUsesMax);
    auto *nameRow = new FormRow(tr("For whom"), m_name, FormRow::Need::Optional);
    nameRow->setHint(tr("Stands on the printed slip only; it does not go to the city."));
    auto *usesRow = new FormRow(tr("How many people may use it"), m_uses);
    usesRow->setHint(tr("1 for a person, more for a whole team or a class."));
    column->addWidget(nameRow);
    column->addWidget(new FormRow(tr("Role"), m_role));
    column->addWidget(m_bodyRow);
    column->addWidget(new FormRow(tr("Valid for days"), m_days));
    column->addWidget(usesRow);
    column->addStretch(1);
    return form;
}

QWidget *InviteDialog::makeResult()
{
    auto *result = new QWidget;
    auto *column = new QVBoxLayout(result);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::Spacing::M);
    m_summary->setWordWrap(true);
    m_link->setReadOnly(true);
    auto *linkRow = new FormRow(tr("Link"), m_link);
    linkRow->setHint(tr("It is shown this once: print or copy it now. Whoever has it can join."));
    column->addWidget(m_summary);
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    column->addWidget(linkRow);
    column->addStretch(1);
    return result;
}

bool InviteDialog::mayInvite(Role role) const
{
    if (m_context.isRegistrar())
        return true;
    const auto &held = m_context.roles();
    const bool admin = std::any_of(held.begin(), held.end(), [](const replica::HeldRole &one) {
        return one.role == Role::BodyAdmin;
    });
    return admin && role != Role::Registrar && role != Role::None;
}

void InviteDialog::fillRoles()
{
    for (const Role role :
         {Role::Clerk, Role::BodyAdmin, Role::Registrar, Role::Coordinator, Role::Member,
          Role::None}) {
        if (mayInvite(role))
            m_role->addItem(
                role == Role::None ? tr("Participant, no role") : ChangeWords::roleName(role),
                int(role));
    }
}

void InviteDialog::setBodies(const std::vector<replica::Record> &bodies)
{
    m_body->clear();
    m_bodies.clear();
    for (const replica::Record &body : bodies) {
        if (!m_context.isRegistrar() && !m_context.isAdminOf(body.entity))
            continue;
        m_bodies.push_back(body);
        m_body->addItem(body.value(QStringLiteral("name")).toText());
    }
}

Role InviteDialog::role() const
{
    return static_cast<Role>(m_role->currentData().toInt());
}

base::EntityId InviteDialog::chosenBody() const
{
    const int at = m_body->currentIndex();
    const bool ofBody = role() != Role::None && role() != Role::Registrar;
    return ofBody && at >= 0 ? m_bodies[std::size_t(at)].entity : base::EntityId();
}

void InviteDialog::create()
{
    const bool ofBody = role() != Role::None && role() != Role::Registrar;
    if (ofBody && chosenBody().isNull()) {
        m_bodyRow->setError(tr("Choose where."));
        return;
    }
    auto address = sync::ServerAddress::parse(m_address);
    if (!address) {
        m_message->showMessage(widgets::Tone::Negative, session::Sentences::error(address.error()));
        return;
    }
    const auto code = profile::InvitationCode::generate(m_context.random());
    const qint64 expiresMs = m_context.clock().wallMs() + m_days->value() * kDayMs;
    address->invitation = code.toString();
    m_slip.city = m_context.cityName();
    m_slip.name = m_name->text().simplified();
    m_slip.role =
        ofBody
            ? tr("%1 · %2", "role · body").arg(ChangeWords::roleName(role()), m_body->currentText())
            : m_role->currentText();
    m_slip.until = QLocale().toString(
        QDateTime::fromMSecsSinceEpoch(expiresMs, m_context.timeZone()).date(),
        QLocale::LongFormat);
    m_slip.link = address->toString();
    m_slip.code = code.toString();
    m_make->setEnabled(false);
    session::whenDone(
        this,
        m_context.replica().submit(
            {profile::invitationDraft(code, {role(), chosenBody(), expiresMs, m_uses->value()})}),
        [this](const base::Result<replica::Submitted> &sent) {
            m_make->setEnabled(true);
            if (sent)
                created();
            else
                m_message->showMessage(
                    widgets::Tone::Negative, session::Sentences::error(sent.error()));
        });
}

void InviteDialog::created()
{
    setTitle(tr("The invitation"));
    m_message->dismiss();
    QStringList lines{m_slip.name, m_slip.role, tr("Valid until %1").arg(m_slip.until)};
    lines.removeAll(QString());
    m_summary->setText(lines.join(QLatin1Char('\n')));
    m_picture->setText(m_slip.link, tr("QR code of the link"));
    m_link->setText(m_slip.link);
    m_link->setCursorPosition(0);
    m_steps->setCurrentIndex(1);
    m_make->hide();
    m_print->show();
    m_copy->show();
    m_print->setFocus(Qt::OtherFocusReason);
}

void InviteDialog::print()
{
    widgets::printSheet(this, tr("Invitation"), m_slip.sheet());
}

} // namespace spilno::pages
