// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/NewRequestForm.h"

#include "app/pages/requests/CityBook.h"
#include "app/pages/requests/PhotoPicker.h"
#include "app/pages/requests/PointField.h"
#include "app/pages/requests/RequestWords.h"
#include "app/records/FieldEditor.h"
#include "app/records/QuestionForm.h"
#include "app/session/SessionContext.h"
#include "app/widgets/FormSection.h"
#include "app/widgets/MessageBar.h"
#include "core/import/ContactScanner.h"
#include "core/records/Registry.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace spilno::pages {

using records::FieldEditor;

namespace {

int mostBytes(const char *type, const char *field)
{
    return records::Registry::standard()
        .type(QString::fromLatin1(type))
        ->field(QString::fromLatin1(field))
        ->maxBytes;
}

QString stored(const QLineEdit *line)
{
    return FieldEditor::storedText(line->text());
}

} // namespace

const CategoryEntry *NewRequestForm::category() const
{
    const QByteArray id = m_category->currentData().toByteArray();
    const auto entity = base::EntityId::fromBytes(base::view(id));
    return entity ? m_book.category(*entity) : nullptr;
}

base::ScopeId NewRequestForm::scope() const
{
    const QByteArray id = m_scope->currentData().toByteArray();
    return base::ScopeId::fromBytes(base::view(id)).value_or(base::ScopeId());
}

void NewRequestForm::fillCategories()
{
    const QByteArray chosen = m_category->currentData().toByteArray();
    m_filling = true;
    m_category->clear();
    m_category->addItem(tr("Choose a category"));
    QString group;
    for (const CategoryEntry &entry : m_book.categories()) {
        if (entry.retired)
            continue;
        m_category->addItem(
            entry.group.isEmpty() ? entry.name : tr("%1 · %2").arg(entry.group, entry.name),
            entry.id.toByteArray());
    }
    m_category->setCurrentIndex(std::max(0, chosen.isEmpty() ? 0 : m_category->findData(chosen)));
    m_filling = false;
    fillScopes();
    categoryChanged();
}

void NewRequestForm::fillScopes()
{
    const QByteArray chosen = m_scope->currentData().toByteArray();
    const CategoryEntry *entry = category();
    m_filling = true;
    m_scope->clear();
    QByteArray home;
    for (const replica::ScopeStatus &status : m_book.scopes()) {
        m_scope->addItem(status.name, status.scope.toByteArray());
        const bool responsible =
            entry != nullptr && !entry->body.isNull() && status.body == entry->body;
        if (responsible && home.isEmpty())
            home = status.scope.toByteArray();
    }
    // The category says who is responsible; a person's own choice of before stays if it has none.
    m_scope->setCurrentIndex(std::max(0, m_scope->findData(home.isEmpty() ? chosen : home)));
    m_filling = false;
    m_scopeRow->setVisible(m_scope->count() > 1);
}

void NewRequestForm::categoryChanged()
{
    const CategoryEntry *entry = category();
    const base::EntityId shown = entry != nullptr ? entry->id : base::EntityId();
    if (shown != m_shownCategory || m_questions->isEmpty()) {
        m_shownCategory = shown;
        m_questions->setQuestions(
            entry != nullptr ? entry->questions : std::vector<records::category::Question>());
    }
    m_categoryRow->setHint(entry != nullptr ? entry->description : QString());
    m_categoryRow->setError({});
    if (entry != nullptr && entry->danger) {
        const QString phone =
            entry->dangerPhone.isEmpty() ? QStringLiteral("112") : entry->dangerPhone;
        m_danger->showMessage(
            widgets::Tone::Negative,
            tr("If somebody is in danger, call %1 first. What is written here is not read at "
               "once, and without a connection it is not even sent.")
                .arg(phone));
    } else {
        m_danger->dismiss();
    }
    const bool sealed = entry != nullptr && entry->sealed;
    m_where->setExplanation(
        sealed ? tr("Reports of this kind are sealed: words and place go to the staff only.")
               : QString());
    hintTitle();
    hintPoint();
    m_photoSection->setVisible(!sealed);
    const bool keeps = canKeepContacts();
    m_who->setExplanation(
        keeps ? tr("Only the staff of the responsible body can read this. It is never part of the "
                   "public request.")
              : tr("This city has no sealed place for contacts of this body yet, so none can be "
                   "kept here. The receipt still lets the reporter act."));
    for (widgets::FormRow *row : {m_reporterRow, m_phoneRow, m_emailRow, m_homeRow})
        row->setVisible(keeps);
}

void NewRequestForm::hintTitle()
{
    const bool sealed = category() != nullptr && category()->sealed;
    m_titleRow->setHint(
        sealed ? tr("Only the staff of the responsible body read this.")
               : tr("Everyone reads it. For example: a pothole at the crossing"));
}

void NewRequestForm::hintPoint()
{
    m_pointRow->setVisible(m_point->isUsable());
    m_pointRow->setHint(PointField::hint(category() != nullptr ? category()->roundMetres : 0));
}

bool NewRequestForm::canKeepContacts() const
{
    const CategoryEntry *entry = category();
    const base::EntityId body =
        entry != nullptr && !entry->body.isNull() ? entry->body : m_book.bodyOf(scope());
    return !m_book.sealedScopeOf(body).isNull();
}

RequestDraft NewRequestForm::draft() const
{
    RequestDraft draft;
    const CategoryEntry *entry = category();
    draft.category = entry != nullptr ? entry->id : base::EntityId();
    draft.scope = scope();
    draft.title = m_title->text();
    draft.text = m_text->toPlainText();
    draft.address = m_address->text();
    draft.point = m_point->point();
    draft.answers = m_questions->answers();
    draft.source = m_source->currentData().toInt();
    draft.onBehalf = m_onBehalf->isChecked();
    draft.reporter = m_reporter->text();
    draft.phone = m_phone->text();
    draft.email = m_email->text();
    draft.home = m_home->text();
    for (const ChosenPhoto &photo : m_photos->photos())
        draft.photos.append(photo.blob);
    return draft;
}

void NewRequestForm::setDraft(const RequestDraft &draft, const QList<QByteArray> &photos)
{
    m_filling = true;
    const int known =
        draft.category.isNull() ? 0 : m_category->findData(draft.category.toByteArray());
    m_category->setCurrentIndex(std::max(0, known));
    m_title->setText(draft.title);
    m_text->setPlainText(draft.text);
    m_address->setText(draft.address);
    m_point->setPoint(draft.point);
    m_source->setCurrentIndex(std::max(0, m_source->findData(draft.source)));
    m_onBehalf->setChecked(draft.onBehalf);
    m_reporter->setText(draft.reporter);
    m_phone->setText(draft.phone);
    m_email->setText(draft.email);
    m_home->setText(draft.home);
    m_filling = false;
    m_shownCategory = {};
    m_questions->setQuestions({});
    m_questions->setAnswers({});
    fillScopes();
    if (const int place = m_scope->findData(draft.scope.toByteArray()); place >= 0)
        m_scope->setCurrentIndex(place);
    categoryChanged();
    m_questions->setAnswers(draft.answers);
    m_photos->setPhotos(photos);
    for (widgets::FormRow *row :
         {m_categoryRow, m_titleRow, m_textRow, m_addressRow, m_reporterRow, m_phoneRow, m_emailRow,
          m_homeRow})
        row->setError({});
    m_similar->dismiss();
}

QString NewRequestForm::publicProblem(const QString &text, int maxBytes) const
{
    const auto contact = import::ContactScanner::firstContact(text);
    if (contact)
        return canKeepContacts()
                   ? tr("Everyone reads this, and it seems to contain a phone number or e-mail. "
                        "Write it under «Reporter» instead.")
                   : tr("Everyone reads this, and it seems to contain a phone number or e-mail. "
                        "Take it out.");
    return FieldEditor::lengthProblem(text, maxBytes);
}

QWidget *NewRequestForm::checkTexts()
{
    QWidget *first = nullptr;
    const auto mark = [&first](widgets::FormRow *row, const QString &problem) {
        row->setError(problem);
        if (!problem.isEmpty() && first == nullptr)
            first = row->field();
    };
    const bool sealed = category() != nullptr && category()->sealed;
    const bool anyCategory = m_category->count() > 1;
    mark(
        m_categoryRow, anyCategory && category() == nullptr
                           ? tr("Choose what it is about: it decides who gets it.")
                           : QString());
    const QString title = stored(m_title);
    mark(
        m_titleRow, title.isEmpty() ? tr("Say in a few words what happened.")
                    : sealed        ? QString()
                                    : publicProblem(title, mostBytes("request", "title")));
    const QString text = FieldEditor::storedText(m_text->toPlainText());
    mark(
        m_textRow, sealed ? FieldEditor::lengthProblem(text, mostBytes("companion", "notes") / 2)
                          : publicProblem(text, mostBytes("request", "text")));
    mark(
        m_addressRow,
        sealed ? QString() : publicProblem(stored(m_address), mostBytes("request", "address")));
    QWidget *question = m_questions->check();
    if (first == nullptr)
        first = question;
    const auto bounded = [&](widgets::FormRow *row, const QLineEdit *line, const char *field) {
        mark(row, FieldEditor::lengthProblem(stored(line), mostBytes("companion", field)));
    };
    bounded(m_reporterRow, m_reporter, "reporter_name");
    bounded(m_phoneRow, m_phone, "phone");
    bounded(m_emailRow, m_email, "email");
    bounded(m_homeRow, m_home, "address");
    return first;
}

bool NewRequestForm::check()
{
    QWidget *wrong = checkTexts();
    if (wrong != nullptr)
        wrong->setFocus(Qt::OtherFocusReason);
    return wrong == nullptr;
}

void NewRequestForm::focusFirst()
{
    (m_category->count() > 1 && category() == nullptr ? static_cast<QWidget *>(m_category)
                                                      : m_title)
        ->setFocus(Qt::OtherFocusReason);
}

} // namespace spilno::pages
