// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/CityBook.h"
#include "app/pages/requests/NewRequestForm.h"
#include "app/pages/requests/PhotoPicker.h"
#include "app/pages/requests/PointField.h"
#include "app/pages/requests/RequestWords.h"
#include "app/records/QuestionForm.h"
#include "app/session/SessionContext.h"
#include "app/style/Spacing.h"
#include "app/style/Typography.h"
#include "app/widgets/FormSection.h"
#include "app/widgets/MessageBar.h"
#include "core/records/request/RequestRule.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace spilno::pages {

using records::request::Source;
using widgets::FormRow;
using widgets::FormSection;

NewRequestForm::NewRequestForm(session::SessionContext &context, CityBook &book, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_book(book)
{
    layOut();
    connectFields();
    fillCategories();
    retranslate();
}

void NewRequestForm::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::Spacing::M);
    m_danger = new widgets::MessageBar;
    m_similar = new widgets::MessageBar;
    m_what = new FormSection(QStringLiteral(" "));
    m_category = new QComboBox;
    m_category->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_category->setMinimumContentsLength(20);
    m_categoryRow = m_what->addRow({}, m_category);
    m_title = new QLineEdit;
    m_titleRow = m_what->addRow({}, m_title);
    m_what->addField(m_similar);
    m_text = new QPlainTextEdit;
    m_text->setFixedHeight(style::Typography::scaled(110));
    m_textRow = m_what->addRow({}, m_text, FormRow::Need::Optional);
    m_questions = new records::QuestionForm;
    m_what->addField(m_questions);
    m_where = new FormSection(QStringLiteral(" "));
    m_address = new QLineEdit;
    m_addressRow = m_where->addRow({}, m_address, FormRow::Need::Optional);
    m_point = new PointField(m_context);
    m_pointRow = m_where->addRow({}, m_point, FormRow::Need::Optional);
    m_scope = new QComboBox;
    m_scope->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_scope->setMinimumContentsLength(20);
    m_scopeRow = m_where->addRow({}, m_scope);
    m_photoSection = new FormSection(QStringLiteral(" "));
    m_photos = new PhotoPicker;
    m_photoSection->addField(m_photos);
    m_who = new FormSection(QStringLiteral(" "));
    m_source = new QComboBox;
    m_sourceRow = m_who->addRow({}, m_source);
    m_onBehalf = new QCheckBox;
    m_who->addField(m_onBehalf);
    m_reporter = new QLineEdit;
    m_phone = new QLineEdit;
    m_email = new QLineEdit;
    m_home = new QLineEdit;
    m_phone->setInputMethodHints(Qt::ImhDialableCharactersOnly);
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    m_reporterRow = m_who->addRow({}, m_reporter, FormRow::Need::Optional);
    m_phoneRow = m_who->addRow({}, m_phone, FormRow::Need::Optional);
    m_emailRow = m_who->addRow({}, m_email, FormRow::Need::Optional);
    m_homeRow = m_who->addRow({}, m_home, FormRow::Need::Optional);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_danger), static_cast<QWidget *>(m_what),
          static_cast<QWidget *>(m_where), static_cast<QWidget *>(m_photoSection),
          static_cast<QWidget *>(m_who)})
        column->addWidget(widget);
}

void NewRequestForm::connectFields()
{
    const auto changed = [this] {
        if (!m_filling)
            Q_EMIT edited();
    };
    for (QLineEdit *line : {m_title, m_address, m_reporter, m_phone, m_email, m_home})
        connect(line, &QLineEdit::textChanged, this, changed);
    connect(m_text, &QPlainTextEdit::textChanged, this, changed);
    connect(m_source, &QComboBox::currentIndexChanged, this, changed);
    connect(m_scope, &QComboBox::currentIndexChanged, this, changed);
    connect(m_onBehalf, &QCheckBox::toggled, this, changed);
    connect(m_questions, &records::QuestionForm::edited, this, changed);
    connect(m_photos, &PhotoPicker::changed, this, changed);
    connect(m_point, &PointField::changed, this, changed);
    connect(m_point, &PointField::usableChanged, this, &NewRequestForm::hintPoint);
    connect(m_category, &QComboBox::currentIndexChanged, this, [this, changed] {
        if (m_filling)
            return;
        fillScopes();
        categoryChanged();
        changed();
    });
    connect(m_title, &QLineEdit::textChanged, m_titleRow, [this] { m_titleRow->setError({}); });
    connect(&m_book, &CityBook::changed, this, &NewRequestForm::fillCategories);
    connect(&m_context, &session::SessionContext::rolesChanged, this, &NewRequestForm::retranslate);
}

void NewRequestForm::retranslate()
{
    m_what->setTitle(tr("What happened"));
    m_categoryRow->setLabel(tr("Category"));
    m_titleRow->setLabel(tr("In a few words"));
    hintTitle();
    m_textRow->setLabel(tr("More about it"));
    m_where->setTitle(tr("Where"));
    m_addressRow->setLabel(tr("Street and house, or a landmark"));
    m_pointRow->setLabel(PointField::label());
    m_point->retranslate();
    hintPoint();
    m_scopeRow->setLabel(tr("District or department"));
    m_photoSection->setTitle(tr("Photos"));
    m_photos->retranslate();
    m_who->setTitle(tr("Reporter"));
    m_sourceRow->setLabel(tr("How it came"));
    m_onBehalf->setText(tr("Written down for somebody: only the receipt confirms that it is done"));
    m_reporterRow->setLabel(tr("Name"));
    m_phoneRow->setLabel(tr("Phone"));
    m_emailRow->setLabel(tr("E-mail"));
    m_homeRow->setLabel(tr("Reporter’s address"));
    m_filling = true;
    const QVariant source = m_source->currentData();
    m_source->clear();
    for (const Source each :
         {Source::Phone, Source::Desk, Source::App, Source::Kiosk, Source::Web, Source::Other}) {
        const int number = static_cast<int>(each);
        m_source->addItem(RequestWords::source(number), number);
    }
    const int own = static_cast<int>(Source::App);
    m_source->setCurrentIndex(m_source->findData(
        source.isValid()      ? source.toInt()
        : m_context.isStaff() ? static_cast<int>(Source::Phone)
                              : own));
    m_filling = false;
    m_shownCategory = {}; // its questions speak the language too
    // Only staff write down what others tell them.
    m_sourceRow->setVisible(m_context.isStaff());
    m_onBehalf->setVisible(m_context.isStaff());
    fillCategories();
}

} // namespace spilno::pages
