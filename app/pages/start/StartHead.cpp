// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/start/StartHead.h"

#include "app/style/ColourRole.h"
#include "app/style/Icons.h"
#include "app/style/Shapes.h"
#include "app/style/Spacing.h"
#include "app/style/Typography.h"
#include "app/widgets/ChipRow.h"
#include "app/widgets/Label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

namespace spilno::pages {

using style::ColourRole;

namespace {

/// The gold square with the handshake.
class Mark : public QWidget
{
public:
    Mark() { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }

    QSize sizeHint() const override
    {
        const int side = style::Typography::scaled(34);
        return {side, side};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const style::Colours &colours = style::Colours::of(palette());
        const QRectF box = rect();
        style::paintBox(painter, box, style::Radius::Control, colours(ColourRole::Gold));
        const double inset = box.width() * 0.17;
        style::Icons::paint(
            painter, QStringLiteral("handshake"), box.adjusted(inset, inset, -inset, -inset),
            colours(ColourRole::OnGold));
    }
};

} // namespace

StartHead::StartHead(QWidget *parent)
    : QWidget(parent)
    , m_name(new widgets::Label({}, style::TextRole::PageTitle))
    , m_languages(new widgets::ChipRow(widgets::ChipRow::Choice::One))
{
    // A language is always named in its own words.
    m_languages->addChip(QStringLiteral("uk"), QStringLiteral("Українська"));
    m_languages->addChip(QStringLiteral("en"), QStringLiteral("English"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(style::Spacing::M);
    row->addWidget(new Mark);
    row->addWidget(m_name);
    row->addStretch(1);
    row->addWidget(m_languages, 0, Qt::AlignVCenter);
    connect(m_languages, &widgets::ChipRow::chosenChanged, this, [this](const QStringList &ids) {
        Q_EMIT languageChosen(ids.value(0));
    });
    retranslate();
}

void StartHead::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StartHead::retranslate()
{
    m_name->setText(tr("Spilno"));
    m_languages->setAccessibleName(tr("Language"));
    m_languages->setChosen(
        QLocale().language() == QLocale::Ukrainian ? QStringLiteral("uk") : QStringLiteral("en"));
}

} // namespace spilno::pages
