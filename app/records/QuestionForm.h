// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/records/category/CategoryQuestions.h"
#include "core/records/request/RequestAnswers.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

namespace spilno::widgets {
class FormRow;
class Label;
} // namespace spilno::widgets

namespace spilno::records {

/// The extra questions of a category as rows of a form, made from its schema. Answers to questions
/// that another category asks as well stay when the category changes. GUI thread.
class QuestionForm : public QWidget
{
    Q_OBJECT

public:
    explicit QuestionForm(QWidget *parent = nullptr);

    void setQuestions(const std::vector<category::Question> &questions);
    bool isEmpty() const { return m_questions.empty(); }

    /// What was answered, in the order of the questions.
    std::vector<request::Answer> answers() const;
    void setAnswers(const std::vector<request::Answer> &answers);
    /// Marks what is missing or too long; the first such field, or nullptr when all is well.
    QWidget *check();

    /// Answers in words, «label: value», for showing; unknown keys show themselves.
    static QList<std::pair<QString, QString>> inWords(
        const std::vector<category::Question> &questions,
        const std::vector<request::Answer> &answers);

Q_SIGNALS:
    void edited();

private:
    struct Row
    {
        widgets::FormRow *row = nullptr;
        QWidget *field = nullptr;         ///< Null for a notice.
        widgets::Label *notice = nullptr; ///< A question without an answer.
    };

    void keepAnswers();
    QWidget *makeField(const category::Question &question);
    static wire::Value read(const category::Question &question, const QWidget *field);
    static void write(const category::Question &question, QWidget *field, const wire::Value &value);

    std::vector<category::Question> m_questions;
    std::vector<Row> m_rows;
    std::vector<request::Answer> m_kept; ///< Also of questions not asked at present.
    QVBoxLayout *m_column;
};

} // namespace spilno::records
