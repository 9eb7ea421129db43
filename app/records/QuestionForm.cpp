// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/records/QuestionForm.h"

#include "app/records/FieldEditor.h"
#include "app/style/Spacing.h"
#include "app/widgets/FormRow.h"
#include "app/widgets/Label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

namespace spilno::records {

using category::Question;
using category::QuestionKind;
using request::Answer;
using wire::Value;

namespace {

constexpr int kAnswerBytesMax = 2000;

/// The words of the present language.
QString chosen(const QString &label, const QString &ukrainian)
{
    return QLocale().language() == QLocale::Ukrainian && !ukrainian.isEmpty() ? ukrainian : label;
}

QString choiceName(const Question &question, const QString &value)
{
    for (const category::Choice &choice : question.choices) {
        if (choice.code == value)
            return chosen(choice.label, choice.labelUk);
    }
    return value;
}

} // namespace

QuestionForm::QuestionForm(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(style::Spacing::M);
}

void QuestionForm::setQuestions(const std::vector<category::Question> &questions)
{
    keepAnswers();
    for (const Row &row : m_rows) {
        delete row.row;
        delete row.notice;
    }
    m_rows.clear();
    m_questions = questions;
    for (const Question &question : m_questions) {
        Row row;
        if (question.kind == QuestionKind::Notice) {
            row.notice = new widgets::Label(
                chosen(question.label, question.labelUk), style::TextRole::Body,
                style::ColourRole::Muted);
            row.notice->setWordWrap(true);
            m_column->addWidget(row.notice);
            m_rows.push_back(row);
            continue;
        }
        row.field = makeField(question);
        row.row = new widgets::FormRow(
            chosen(question.label, question.labelUk), row.field,
            question.required ? widgets::FormRow::Need::Required
                              : widgets::FormRow::Need::Optional);
        m_column->addWidget(row.row);
        m_rows.push_back(row);
    }
    setAnswers(m_kept);
    setVisible(!m_rows.empty());
}

void QuestionForm::keepAnswers()
{
    // What is asked at present is as it stands; the rest waits for its question.
    std::erase_if(m_kept, [this](const Answer &kept) {
        return std::any_of(m_questions.begin(), m_questions.end(), [&kept](const auto &question) {
            return question.code == kept.code;
        });
    });
    std::vector<Answer> present = answers();
    std::move(present.begin(), present.end(), std::back_inserter(m_kept));
}

QWidget *QuestionForm::makeField(const Question &question)
{
    switch (question.kind) {
    case QuestionKind::YesNo:
    case QuestionKind::OneOf: {
        auto *box = new QComboBox;
        box->addItem(tr("Choose"));
        if (question.kind == QuestionKind::YesNo) {
            box->addItem(tr("Yes"), true);
            box->addItem(tr("No"), false);
        }
        for (const category::Choice &choice : question.choices)
            box->addItem(chosen(choice.label, choice.labelUk), choice.code);
        connect(box, &QComboBox::currentIndexChanged, this, &QuestionForm::edited);
        return box;
    }
    case QuestionKind::ManyOf: {
        auto *group = new QWidget;
        auto *column = new QVBoxLayout(group);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(style::Spacing::Xs);
        for (const category::Choice &choice : question.choices) {
            auto *tick = new QCheckBox(chosen(choice.label, choice.labelUk));
            tick->setObjectName(choice.code);
            connect(tick, &QCheckBox::toggled, this, &QuestionForm::edited);
            column->addWidget(tick);
        }
        return group;
    }
    default: {
        auto *line = new QLineEdit;
        connect(line, &QLineEdit::textChanged, this, &QuestionForm::edited);
        return line;
    }
    }
}

Value QuestionForm::read(const Question &question, const QWidget *field)
{
    if (const auto *box = qobject_cast<const QComboBox *>(field)) {
        if (box->currentIndex() <= 0)
            return {};
        return question.kind == QuestionKind::YesNo ? Value(box->currentData().toBool())
                                                    : Value(box->currentData().toString());
    }
    if (const auto *line = qobject_cast<const QLineEdit *>(field)) {
        const QString stored = FieldEditor::storedText(line->text());
        if (question.kind != QuestionKind::Number)
            return stored.isEmpty() ? Value() : Value(stored);
        bool isNumber = false;
        const qint64 number = QLocale().toLongLong(stored, &isNumber);
        return isNumber ? Value(number) : Value();
    }
    Value::List several;
    const auto ticks = field->findChildren<QCheckBox *>();
    for (const QCheckBox *tick : ticks) {
        if (tick->isChecked())
            several.push_back(Value(tick->objectName()));
    }
    return Value(std::move(several));
}

void QuestionForm::write(const Question &question, QWidget *field, const Value &value)
{
    if (auto *box = qobject_cast<QComboBox *>(field)) {
        const QVariant data = question.kind == QuestionKind::YesNo ? QVariant(value.toBoolean())
                                                                   : QVariant(value.toText());
        box->setCurrentIndex(std::max(0, box->findData(data)));
    } else if (auto *line = qobject_cast<QLineEdit *>(field)) {
        line->setText(value.isInteger() ? QLocale().toString(value.toInteger()) : value.toText());
    } else {
        const auto ticks = field->findChildren<QCheckBox *>();
        for (QCheckBox *tick : ticks) {
            const Value::List &several = value.toList();
            tick->setChecked(
                std::find(several.begin(), several.end(), Value(tick->objectName())) !=
                several.end());
        }
    }
}

std::vector<Answer> QuestionForm::answers() const
{
    std::vector<Answer> all;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].field == nullptr)
            continue;
        Answer answer{m_questions[i].code, read(m_questions[i], m_rows[i].field)};
        if (!answer.value.isEmpty())
            all.push_back(std::move(answer));
    }
    return all;
}

void QuestionForm::setAnswers(const std::vector<Answer> &answers)
{
    m_kept = answers;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        for (const Answer &answer : answers) {
            if (answer.code == m_questions[i].code && m_rows[i].field != nullptr)
                write(m_questions[i], m_rows[i].field, answer.value);
        }
    }
}

QWidget *QuestionForm::check()
{
    QWidget *first = nullptr;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].field == nullptr)
            continue;
        const Value value = read(m_questions[i], m_rows[i].field);
        QString problem;
        const auto *line = qobject_cast<const QLineEdit *>(m_rows[i].field);
        if (value.isText())
            problem = FieldEditor::lengthProblem(value.toText(), kAnswerBytesMax);
        else if (value.isEmpty() && line != nullptr && !line->text().trimmed().isEmpty())
            problem = tr("This is not a whole number.");
        else if (value.isEmpty() && m_questions[i].required)
            problem = tr("This can not be left out.");
        m_rows[i].row->setError(problem);
        if (!problem.isEmpty() && first == nullptr)
            first = m_rows[i].field;
    }
    return first;
}

QList<std::pair<QString, QString>> QuestionForm::inWords(
    const std::vector<category::Question> &questions, const std::vector<Answer> &answers)
{
    QList<std::pair<QString, QString>> words;
    for (const Answer &answer : answers) {
        Question question;
        question.code = answer.code;
        question.label = answer.code;
        for (const Question &known : questions) {
            if (known.code == answer.code)
                question = known;
        }
        QString text = answer.value.toText();
        if (answer.value.isBoolean())
            text = answer.value.toBoolean() ? tr("Yes") : tr("No");
        else if (answer.value.isInteger())
            text = QLocale().toString(answer.value.toInteger());
        else if (question.kind == QuestionKind::OneOf)
            text = choiceName(question, text);
        QStringList several;
        for (const Value &one : answer.value.toList())
            several.append(choiceName(question, one.toText()));
        words.append(
            {chosen(question.label, question.labelUk),
             several.isEmpty() ? text : several.join(QStringLiteral(", "))});
    }
    return words;
}

} // namespace spilno::records
