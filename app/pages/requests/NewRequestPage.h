// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/Page.h"
#include "core/replica/Record.h"
#include "app/pages/requests/RequestSubmission.h"

#include <QTimer>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace spilno::widgets {
class Button;
class MessageBar;
class PageHeader;
} // namespace spilno::widgets

namespace spilno::pages {

class NewRequestForm;
class ReceiptPanel;

/// Writing down a new request and getting its receipt. What is typed is kept on disk within a
/// second and offered back after a power cut, a lock or another visit.
class NewRequestPage : public ScrollPage
{
    Q_OBJECT

public:
    /// drafts: a folder of the profile; photos: the folder of the city's photos.
    NewRequestPage(
        session::SessionContext &context,
        CityBook &book,
        const QString &drafts,
        const QString &photos,
        QWidget *parent = nullptr);
    ~NewRequestPage() override;

    QString description() const override;
    void onShown() override;
    void goTo(const QVariant &place) override;

    NewRequestForm *form() const { return m_form; }
    ReceiptPanel *receipt() const { return m_receipt; }
    bool showsReceipt() const;
    /// Signs and keeps the request, as the button does.
    void submit();

Q_SIGNALS:
    void submitted(const spilno::base::EntityId &request);

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void layOut();
    void offerDraft();
    void edited();
    void saveDraft();
    void startOver();
    void lookForSimilar();
    void showSimilar(const std::vector<replica::Record> &requests);
    void take(const base::Result<RequestReceipt> &receipt);
    void setBusy(bool busy);

    session::SessionContext &m_context;
    CityBook &m_book;
    replica::BlobFolder m_blobs;
    DraftFile m_draftFile;
    bool m_draftOffered = false;
    bool m_busy = false;
    base::EntityId m_similar;
    int m_similarAsked = 0;
    QTimer m_save;
    QTimer m_look;
    widgets::PageHeader *m_header;
    widgets::MessageBar *m_kept;
    NewRequestForm *m_form;
    widgets::MessageBar *m_problem;
    widgets::Button *m_submit;
    widgets::Button *m_over;
    QWidget *m_formPart;
    ReceiptPanel *m_receipt;
};

} // namespace spilno::pages
