// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/requests/RequestDraft.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;
QT_END_NAMESPACE

namespace spilno::records {
class QuestionForm;
}
namespace spilno::session {
class SessionContext;
}
namespace spilno::widgets {
class FormRow;
class FormSection;
class Label;
class MessageBar;
} // namespace spilno::widgets

namespace spilno::pages {

class CityBook;
class PhotoPicker;
class PointField;
struct CategoryEntry;

/// The fields of a new request: what happened, the category's own questions, where, photos, and
/// who reports it. What is private stands in a section of its own and says so. It knows what is
/// wrong with what is typed, and nothing of drafts on disk or of sending.
class NewRequestForm : public QWidget
{
    Q_OBJECT

public:
    NewRequestForm(session::SessionContext &context, CityBook &book, QWidget *parent = nullptr);

    RequestDraft draft() const;
    /// photos: the bytes of the draft's photos.
    void setDraft(const RequestDraft &draft, const QList<QByteArray> &photos);
    /// Marks what is wrong and takes the keyboard there; true when nothing is.
    bool check();
    /// The chosen category; nullptr before one is chosen.
    const CategoryEntry *category() const;
    /// The scope the request goes to; null while the city has none.
    base::ScopeId scope() const;
    PhotoPicker *photos() const { return m_photos; }
    PointField *point() const { return m_point; }
    /// The place right under the words, for a note about similar requests.
    widgets::MessageBar *similar() const { return m_similar; }
    void focusFirst();
    void retranslate();

Q_SIGNALS:
    void edited();

private:
    void layOut();
    void connectFields();
    void fillCategories();
    void fillScopes();
    void categoryChanged();
    void hintTitle();
    void hintPoint();
    bool canKeepContacts() const;
    QWidget *checkTexts();
    QString publicProblem(const QString &text, int maxBytes) const;

    session::SessionContext &m_context;
    CityBook &m_book;
    base::EntityId m_shownCategory;
    bool m_filling = false;
    widgets::MessageBar *m_danger;
    widgets::MessageBar *m_similar;
    widgets::FormSection *m_what;
    QComboBox *m_category;
    widgets::FormRow *m_categoryRow;
    QLineEdit *m_title;
    widgets::FormRow *m_titleRow;
    QPlainTextEdit *m_text;
    widgets::FormRow *m_textRow;
    records::QuestionForm *m_questions;
    widgets::FormSection *m_where;
    QLineEdit *m_address;
    widgets::FormRow *m_addressRow;
    PointField *m_point;
    widgets::FormRow *m_pointRow;
    QComboBox *m_scope;
    widgets::FormRow *m_scopeRow;
    widgets::FormSection *m_photoSection;
    PhotoPicker *m_photos;
    widgets::FormSection *m_who;
    QComboBox *m_source;
    widgets::FormRow *m_sourceRow;
    QCheckBox *m_onBehalf;
    QLineEdit *m_reporter;
    QLineEdit *m_phone;
    QLineEdit *m_email;
    QLineEdit *m_home;
    widgets::FormRow *m_reporterRow;
    widgets::FormRow *m_phoneRow;
    widgets::FormRow *m_emailRow;
    widgets::FormRow *m_homeRow;
};

} // namespace spilno::pages
