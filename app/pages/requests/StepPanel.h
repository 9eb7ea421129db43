// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/requests/RequestFacts.h"

#include <QFrame>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
QT_END_NAMESPACE

namespace spilno::widgets {
class Button;
class FormRow;
class Label;
} // namespace spilno::widgets

namespace spilno::pages {

/// What a step or an answer still needs before it is signed: a sentence, a person, a body, the
/// number of another request. Stands inside the detail, asks only what the step needs, and gives
/// the change back; it signs and sends nothing itself.
class StepPanel : public QFrame
{
    Q_OBJECT

public:
    StepPanel(session::SessionContext &context, CityBook &book, QWidget *parent = nullptr);

    /// Asks for what the step needs. False when it needs nothing: draft() is ready at once.
    bool openStep(const RequestFacts &facts, const records::Step &step);
    /// Asks for the words of a comment; an answer when asStaff.
    void openAnswer(const RequestFacts &facts, bool asStaff);
    void close();
    bool isOpen() const { return !isHidden(); }
    /// What is typed, so that nothing is lost when the request is read again.
    QString typed() const;
    base::EntityId request() const { return m_request; }
    void showProblem(const QString &sentence);
    void setBusy(bool busy);

    static replica::Draft draftOf(const base::EntityId &request, const records::Step &step);

Q_SIGNALS:
    void accepted(const spilno::replica::Draft &draft);
    void cancelled();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Wanted { Nothing, Note, Answer, Reason };

    void layOut();
    void accept();
    void acceptDuplicate(replica::Draft draft);
    void fillPeople(const RequestFacts &facts);
    void fillBodies(const RequestFacts &facts);
    void retranslate();
    bool readText(replica::Draft &draft);

    session::SessionContext &m_context;
    CityBook &m_book;
    base::EntityId m_request;
    base::ScopeId m_scope;
    records::Step m_step;
    bool m_isAnswer = false;
    bool m_asStaff = false;
    bool m_required = false;
    Wanted m_wanted = Wanted::Nothing;
    widgets::Label *m_title;
    widgets::Label *m_hint;
    QPlainTextEdit *m_text;
    widgets::FormRow *m_textRow;
    QComboBox *m_person;
    widgets::FormRow *m_personRow;
    QComboBox *m_body;
    widgets::FormRow *m_bodyRow;
    QLineEdit *m_number;
    widgets::FormRow *m_numberRow;
    widgets::Label *m_problem;
    widgets::Button *m_ok;
    widgets::Button *m_cancel;
};

} // namespace spilno::pages
