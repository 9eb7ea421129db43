// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/ReceiptPanel.h"

#include "app/pages/requests/RequestWords.h"
#include "app/style/Spacing.h"
#include "app/style/Typography.h"
#include "app/widgets/Button.h"
#include "app/widgets/Card.h"
#include "app/widgets/FlowLayout.h"
#include "app/widgets/Label.h"
#include "app/widgets/QrPicture.h"

#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QVBoxLayout>

#include <memory>

namespace spilno::pages {

using style::ButtonKind;
using style::ColourRole;
using style::TextRole;
using style::Spacing::L;
using style::Spacing::M;
using style::Spacing::S;

namespace {

/// What a telephone reads from the slip: the words themselves, with the number.
QString codeText(const RequestReceipt &receipt)
{
    return RequestWords::joined(
        {receipt.city, receipt.number, receipt.words.join(u' ')}, QStringLiteral("\n"));
}

} // namespace

ReceiptPanel::ReceiptPanel(QWidget *parent)
    : QWidget(parent)
    , m_card(new widgets::Card(QStringLiteral(" ")))
    , m_number(new widgets::Label({}, TextRole::Display))
    , m_title(new widgets::Label({}, TextRole::Body, ColourRole::Muted))
    , m_wordsTitle(new widgets::Label({}, TextRole::Strong))
    , m_words(new widgets::Label({}, TextRole::PageTitle))
    , m_explanation(new widgets::Label)
    , m_standing(new widgets::Label({}, TextRole::Secondary, ColourRole::Muted))
    , m_code(new widgets::QrPicture)
    , m_print(new widgets::Button({}, ButtonKind::Primary))
    , m_show(new widgets::Button({}))
    , m_another(new widgets::Button({}))
{
    m_print->setIconName(QStringLiteral("printer"));
    m_another->setIconName(QStringLiteral("plus"));
    for (widgets::Label *label : {m_number, m_title, m_words, m_standing}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_explanation->setColumn(true);
    auto *text = new QVBoxLayout;
    text->setSpacing(S);
    text->addWidget(m_number);
    text->addWidget(m_title);
    text->addSpacing(M);
    text->addWidget(m_wordsTitle);
    text->addWidget(m_words);
    text->addStretch(1);
    auto *top = new QHBoxLayout;
    top->setSpacing(L);
    top->addLayout(text, 1);
    top->addWidget(m_code, 0, Qt::AlignTop);
    m_card->body()->addLayout(top);
    m_card->body()->addWidget(m_explanation);
    m_card->body()->addWidget(m_standing);
    auto *buttons = new QWidget;
    auto *flow = new widgets::FlowLayout(buttons, S);
    for (widgets::Button *button : {m_print, m_show, m_another})
        flow->addWidget(button);
    m_card->body()->addSpacing(S);
    m_card->body()->addWidget(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_card);
    connect(m_print, &widgets::Button::clicked, this, &ReceiptPanel::print);
    connect(m_another, &widgets::Button::clicked, this, &ReceiptPanel::anotherRequested);
    connect(m_show, &widgets::Button::clicked, this, [this] {
        Q_EMIT showRequested(m_receipt.request);
    });
    retranslate();
}

void ReceiptPanel::showReceipt(const RequestReceipt &receipt, const QTimeZone &zone)
{
    m_receipt = receipt;
    m_zone = zone;
    retranslate();
}

void ReceiptPanel::clear()
{
    m_receipt = {};
    retranslate();
}

void ReceiptPanel::focusFirst()
{
    m_print->setFocus(Qt::OtherFocusReason);
}

void ReceiptPanel::retranslate()
{
    m_card->setTitle(tr("The request is written down"));
    m_number->setText(m_receipt.number);
    m_number->setVisible(!m_receipt.number.isEmpty());
    m_title->setText(m_receipt.title);
    m_wordsTitle->setText(tr("Receipt: six words"));
    m_words->setText(m_receipt.words.join(u' '));
    m_explanation->setText(
        tr("Who shows these words acts as the reporter: sees what became of it, adds a photo, "
           "confirms or reopens. They are shown only now; print them or write them down."));
    m_standing->setText(
        m_receipt.number.isEmpty()
            ? tr("It has no number yet: this computer was given none. It is kept here and goes "
                 "out with the next connection.")
            : tr("The number is valid at once. The request is kept on this computer and goes out "
                 "with the next connection."));
    m_code->setText(
        m_receipt.words.isEmpty() ? QString() : codeText(m_receipt),
        tr("The words as a code for telephones"));
    m_print->setText(tr("Print the receipt"));
    m_show->setText(tr("Show the request"));
    m_another->setText(tr("Another request"));
}

void ReceiptPanel::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(
        dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this,
        [this, printer](QPrinter *chosen) {
            QPainter painter(chosen);
            paintSlip(painter, chosen->pageRect(QPrinter::DevicePixel), m_receipt, m_zone);
        });
    // The printer lives as long as its dialog.
    connect(dialog, &QObject::destroyed, this, [printer] {});
    dialog->open();
}

void ReceiptPanel::paintSlip(
    QPainter &painter, const QRectF &page, const RequestReceipt &receipt, const QTimeZone &zone)
{
    const double unit = page.width() / 60; // a slip and a sheet keep the same proportions
    painter.setPen(Qt::black);
    double y = page.top() + unit;
    const auto line = [&](const QString &text, double size, bool bold, double right) {
        if (text.isEmpty())
            return;
        QFont font = painter.font();
        font.setPixelSize(std::max(1, static_cast<int>(size * unit)));
        font.setBold(bold);
        painter.setFont(font);
        QRectF box(page.left(), y, page.width() - right, page.height());
        const QRectF used = painter.boundingRect(box, Qt::TextWordWrap, text);
        painter.drawText(box, Qt::TextWordWrap, text);
        y += used.height() + 0.6 * unit;
    };
    const double side = 18 * unit;
    const QRectF square(page.right() - side, page.top() + unit, side, side);
    const bool code = widgets::QrPicture::paint(painter, square, codeText(receipt));
    const double beside = code ? side + unit : 0;
    line(receipt.city, 1.8, true, beside);
    line(tr("Receipt of a request"), 1.6, false, beside);
    line(receipt.number, 4, true, beside);
    line(RequestWords::wholeMoment(receipt.writtenMs, zone), 1.4, false, beside);
    line(receipt.title, 1.6, false, beside);
    y = std::max(y, page.top() + side + 2 * unit);
    line(tr("Six words of the receipt"), 1.4, false, 0);
    line(receipt.words.join(u' '), 3, true, 0);
    line(
        tr("Who shows these words acts as the reporter: sees what became of it, adds a photo, "
           "confirms or reopens. Keep them."),
        1.4, false, 0);
}

} // namespace spilno::pages
