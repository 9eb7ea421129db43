// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/StepPanel.h"

#include "app/pages/requests/CityBook.h"
#include "app/pages/requests/RequestWords.h"
#include "app/records/FieldEditor.h"
#include "app/session/SessionContext.h"
#include "app/session/WhenDone.h"
#include "app/style/Shapes.h"
#include "app/style/Spacing.h"
#include "app/widgets/Button.h"
#include "app/widgets/FormRow.h"
#include "app/widgets/Label.h"
#include "core/base/text/NumberFold.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace spilno::pages {

using replica::ReplicaDatabase;
using style::ButtonKind;
using style::ColourRole;
using style::TextRole;
using style::Spacing::L;
using style::Spacing::M;
using style::Spacing::S;
using widgets::FormRow;

namespace {

struct Clerk
{
    base::PersonId person;
    QString name;
};

base::Result<bool> worksFor(
    const ReplicaDatabase &database,
    const base::PersonId &person,
    const std::vector<base::EntityId> &bodies)
{
    for (const base::EntityId &body : bodies) {
        for (const replica::Role role : {replica::Role::Clerk, replica::Role::BodyAdmin}) {
            SPILNO_ASSIGN(const bool holds, database.hasRole(person, role, body));
            if (holds)
                return true;
        }
    }
    return false;
}

/// The people who work for a body and say their name.
base::Result<std::vector<Clerk>> clerksOf(
    const ReplicaDatabase &database, const std::vector<base::EntityId> &bodies)
{
    replica::Query query;
    query.type = QStringLiteral("profile");
    query.limit = 1000;
    std::vector<Clerk> clerks;
    do {
        SPILNO_ASSIGN(const replica::Page page, database.list(query));
        for (const replica::Record &profile : page.items) {
            SPILNO_ASSIGN(const bool works, worksFor(database, profile.author, bodies));
            if (works)
                clerks.push_back(
                    {profile.author, profile.value(QStringLiteral("display_name")).toText()});
        }
        query.after = page.next;
    } while (!query.after.isEmpty());
    std::sort(clerks.begin(), clerks.end(), [](const Clerk &a, const Clerk &b) {
        return a.name.localeAwareCompare(b.name) < 0;
    });
    return clerks;
}

/// The one request that has a number as people type it; null when there is none.
base::Result<base::EntityId> requestOf(const ReplicaDatabase &database, const QString &typed)
{
    wire::Value::List readings;
    const QStringList all = base::requestNumberReadings(typed);
    for (const QString &reading : all)
        readings.push_back(wire::Value(reading));
    for (const char *field : {"number", "external_id"}) {
        if (QLatin1String(field) == QLatin1String("external_id"))
            readings = {wire::Value(typed.trimmed())};
        if (readings.empty())
            continue;
        replica::Query query;
        query.type = QStringLiteral("request");
        query.limit = 1;
        query.where = {
            {QString::fromLatin1(field), replica::Condition::Operator::In, wire::Value(readings)}};
        SPILNO_ASSIGN(const replica::Page page, database.list(query));
        if (!page.items.empty())
            return page.items.front().entity;
    }
    return base::EntityId();
}

} // namespace

StepPanel::StepPanel(session::SessionContext &context, CityBook &book, QWidget *parent)
    : QFrame(parent)
    , m_context(context)
    , m_book(book)
    , m_title(new widgets::Label({}, TextRole::Strong))
    , m_hint(new widgets::Label({}, TextRole::Secondary, ColourRole::Muted))
    , m_text(new QPlainTextEdit)
    , m_textRow(new FormRow({}, m_text))
    , m_person(new QComboBox)
    , m_personRow(new FormRow({}, m_person))
    , m_body(new QComboBox)
    , m_bodyRow(new FormRow({}, m_body))
    , m_number(new QLineEdit)
    , m_numberRow(new FormRow({}, m_number))
    , m_problem(new widgets::Label({}, TextRole::Secondary, ColourRole::Negative))
    , m_ok(new widgets::Button({}, ButtonKind::Primary))
    , m_cancel(new widgets::Button({}))
{
    layOut();
    retranslate();
    hide();
    connect(m_ok, &widgets::Button::clicked, this, &StepPanel::accept);
    connect(m_cancel, &widgets::Button::clicked, this, [this] {
        close();
        Q_EMIT cancelled();
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { m_textRow->setError({}); });
    connect(m_number, &QLineEdit::textChanged, this, [this] { m_numberRow->setError({}); });
}

void StepPanel::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(L, M, L, M);
    column->setSpacing(S);
    m_title->setWordWrap(true);
    m_hint->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_text->setFixedHeight(style::Typography::scaled(76));
    for (QComboBox *box : {m_person, m_body}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(12);
    }
    for (QWidget *widget :
         {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_hint),
          static_cast<QWidget *>(m_personRow), static_cast<QWidget *>(m_bodyRow),
          static_cast<QWidget *>(m_numberRow), static_cast<QWidget *>(m_textRow),
          static_cast<QWidget *>(m_problem)})
        column->addWidget(widget);
    auto *row = new QHBoxLayout;
    row->setSpacing(S);
    row->addWidget(m_ok);
    row->addWidget(m_cancel);
    row->addStretch(1);
    column->addLayout(row);
}

replica::Draft StepPanel::draftOf(const base::EntityId &request, const records::Step &step)
{
    replica::Draft draft;
    draft.type = QStringLiteral("request");
    draft.entity = request;
    draft.step = step.name;
    return draft;
}

bool StepPanel::openStep(const RequestFacts &facts, const records::Step &step)
{
    m_request = facts.request.entity;
    m_scope = facts.request.scope;
    m_step = step;
    m_isAnswer = false;
    m_required = step.needsNote;
    m_wanted = step.needsNote ? Wanted::Note : Wanted::Nothing;
    if (step.name == QLatin1String("finish"))
        m_wanted = Wanted::Answer;
    else if (step.name == QLatin1String("refuse"))
        m_wanted = Wanted::Reason;
    const bool assigns = step.name == QLatin1String("assign");
    const bool passes = step.name == QLatin1String("pass_on");
    const bool duplicates = step.name == QLatin1String("duplicate");
    if (!assigns && !passes && !duplicates && m_wanted == Wanted::Nothing)
        return false;
    if (assigns || duplicates) {
        m_wanted = Wanted::Note;
        m_required = false;
    }
    m_personRow->setVisible(assigns);
    m_bodyRow->setVisible(passes);
    m_numberRow->setVisible(duplicates);
    m_text->clear();
    m_number->clear();
    if (assigns)
        fillPeople(facts);
    if (passes)
        fillBodies(facts);
    retranslate();
    showProblem({});
    setBusy(false);
    show();
    (assigns      ? static_cast<QWidget *>(m_person)
     : passes     ? static_cast<QWidget *>(m_body)
     : duplicates ? static_cast<QWidget *>(m_number)
                  : static_cast<QWidget *>(m_text))
        ->setFocus(Qt::OtherFocusReason);
    return true;
}

void StepPanel::openAnswer(const RequestFacts &facts, bool asStaff)
{
    m_request = facts.request.entity;
    m_scope = facts.request.scope;
    m_isAnswer = true;
    m_asStaff = asStaff;
    m_required = true;
    m_wanted = Wanted::Note;
    for (FormRow *row : {m_personRow, m_bodyRow, m_numberRow})
        row->hide();
    m_text->clear();
    retranslate();
    showProblem({});
    setBusy(false);
    show();
    m_text->setFocus(Qt::OtherFocusReason);
}

void StepPanel::close()
{
    hide();
    m_text->clear();
    m_textRow->setError({});
    m_numberRow->setError({});
}

QString StepPanel::typed() const
{
    return m_text->toPlainText();
}

void StepPanel::showProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void StepPanel::setBusy(bool busy)
{
    m_ok->setEnabled(!busy);
}

void StepPanel::fillPeople(const RequestFacts &facts)
{
    m_person->clear();
    const QByteArray own = m_context.person().toByteArray();
    m_person->addItem(tr("Me"), own);
    std::vector<base::EntityId> bodies{m_book.bodyOf(facts.request.scope)};
    if (!facts.entity("body").isNull())
        bodies.push_back(facts.entity("body"));
    const base::EntityId request = m_request;
    session::whenDone(
        this, m_context.replica().read([bodies](const ReplicaDatabase &database) {
            return clerksOf(database, bodies);
        }),
        [this, request, own](const base::Result<std::vector<Clerk>> &clerks) {
            if (!clerks || request != m_request)
                return;
            for (const Clerk &clerk : *clerks) {
                if (clerk.person.toByteArray() != own)
                    m_person->addItem(clerk.name, clerk.person.toByteArray());
            }
        });
}

void StepPanel::fillBodies(const RequestFacts &facts)
{
    m_body->clear();
    const base::EntityId own = facts.entity("body");
    const auto bodies = m_book.bodies();
    for (const auto &[id, name] : bodies) {
        if (id != own)
            m_body->addItem(name, id.toByteArray());
    }
}

bool StepPanel::readText(replica::Draft &draft)
{
    const QString text = records::FieldEditor::storedText(m_text->toPlainText());
    if (text.isEmpty()) {
        if (m_required)
            m_textRow->setError(tr("Write a sentence: everyone reads it in the history."));
        return !m_required;
    }
    const QString type = m_isAnswer ? QStringLiteral("comment") : QStringLiteral("request");
    const QString field = m_isAnswer                   ? QStringLiteral("text")
                          : m_wanted == Wanted::Answer ? QStringLiteral("answer")
                          : m_wanted == Wanted::Reason ? QStringLiteral("reason")
                                                       : QStringLiteral("note");
    const int most = records::Registry::standard().type(type)->field(field)->maxBytes;
    const QString problem = records::FieldEditor::lengthProblem(text, most);
    m_textRow->setError(problem);
    draft.fields.append({field, wire::Value(text)});
    return problem.isEmpty();
}

void StepPanel::accept()
{
    replica::Draft draft;
    if (m_isAnswer) {
        draft.type = QStringLiteral("comment");
        draft.scope = m_scope;
        draft.fields = {
            {QStringLiteral("about"), wire::Value(m_request.toByteArray())},
            {QStringLiteral("kind"), wire::Value(qint64{m_asStaff ? 1 : 0})}};
    } else {
        draft = draftOf(m_request, m_step);
    }
    if (!readText(draft)) {
        m_text->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (!m_personRow->isHidden())
        draft.fields.append(
            {QStringLiteral("assignee"), wire::Value(m_person->currentData().toByteArray())});
    if (!m_bodyRow->isHidden() && m_body->currentIndex() >= 0)
        draft.fields.append(
            {QStringLiteral("body"), wire::Value(m_body->currentData().toByteArray())});
    setBusy(true);
    if (m_numberRow->isHidden())
        Q_EMIT accepted(draft);
    else
        acceptDuplicate(draft);
}

void StepPanel::acceptDuplicate(replica::Draft draft)
{
    const QString typed = m_number->text();
    session::whenDone(
        this, m_context.replica().read([typed](const ReplicaDatabase &database) {
            return requestOf(database, typed);
        }),
        [this, draft](const base::Result<base::EntityId> &other) mutable {
            if (!isOpen() || draft.entity != m_request)
                return;
            if (!other || other->isNull() || *other == m_request) {
                setBusy(false);
                m_numberRow->setError(
                    other && *other == m_request
                        ? tr("This is the number of this very request.")
                        : tr("No request with this number is on this computer."));
                m_number->setFocus(Qt::OtherFocusReason);
                return;
            }
            draft.fields.append(
                {QStringLiteral("duplicate_of"), wire::Value(other->toByteArray())});
            Q_EMIT accepted(draft);
        });
}

void StepPanel::retranslate()
{
    m_cancel->setText(tr("Cancel"));
    m_personRow->setLabel(tr("Who does it"));
    m_bodyRow->setLabel(tr("Which body"));
    m_numberRow->setLabel(tr("Number of the request it repeats"));
    if (m_isAnswer) {
        m_title->setText(m_asStaff ? tr("Answer the reporter") : tr("Write a comment"));
        m_textRow->setLabel(m_asStaff ? tr("Answer") : tr("Comment"));
        m_ok->setText(tr("Send"));
    } else {
        const QString step = RequestWords::step(m_step.name);
        m_title->setText(step);
        m_textRow->setLabel(
            m_wanted == Wanted::Answer   ? tr("What was done")
            : m_wanted == Wanted::Reason ? tr("Reason")
            : m_required                 ? tr("Note")
                                         : tr("Note, if needed"));
        m_ok->setText(step);
    }
    m_hint->setText(
        tr("Public: everyone reads it. Write no names, phones or addresses of people."));
}

void StepPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const style::Colours &colours = style::Colours::of(palette());
    style::paintBox(
        painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), style::Radius::Control,
        colours(ColourRole::Sunk), colours(ColourRole::Line));
}

void StepPanel::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (event->modifiers() & Qt::ControlModifier)) {
        accept();
    } else if (event->key() == Qt::Key_Escape) {
        close();
        Q_EMIT cancelled();
    } else {
        QFrame::keyPressEvent(event);
    }
}

void StepPanel::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace spilno::pages
