// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/requests/RequestSubmission.h"

#include <QTimeZone>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace spilno::widgets {
class Button;
class Card;
class Label;
class QrPicture;
} // namespace spilno::widgets

namespace spilno::pages {

/// The receipt after a request was written down: number, six words, a code to scan; to be read
/// out, written off or printed. The words are shown this once and kept nowhere.
class ReceiptPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ReceiptPanel(QWidget *parent = nullptr);

    void showReceipt(const RequestReceipt &receipt, const QTimeZone &zone);
    const RequestReceipt &receipt() const { return m_receipt; }
    /// Forgets the words.
    void clear();
    void retranslate();
    void focusFirst();

    /// Draws the slip that is printed, black on white, into a page of this size.
    static void paintSlip(
        QPainter &painter,
        const QRectF &page,
        const RequestReceipt &receipt,
        const QTimeZone &zone);

Q_SIGNALS:
    void anotherRequested();
    void showRequested(const spilno::base::EntityId &request);

private:
    void print();

    RequestReceipt m_receipt;
    QTimeZone m_zone;
    widgets::Card *m_card;
    widgets::Label *m_number;
    widgets::Label *m_title;
    widgets::Label *m_wordsTitle;
    widgets::Label *m_words;
    widgets::Label *m_explanation;
    widgets::Label *m_standing;
    widgets::QrPicture *m_code;
    widgets::Button *m_print;
    widgets::Button *m_show;
    widgets::Button *m_another;
};

} // namespace spilno::pages
