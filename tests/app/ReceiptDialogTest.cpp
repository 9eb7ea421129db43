// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/ReceiptDialog.h"

#include "app/pages/requests/CityBook.h"
#include "app/pages/requests/PhotoRow.h"
#include "app/pages/requests/PhotoTile.h"
#include "app/pages/requests/RequestDetail.h"
#include "app/pages/requests/RequestWords.h"
#include "app/widgets/Button.h"
#include "app/widgets/FormRow.h"
#include "core/profile/ReceiptCode.h"
#include "tests/app/RequestTown.h"

#include <QBuffer>
#include <QCheckBox>
#include <QLineEdit>
#include <QSignalSpy>

using namespace spilno;
using namespace Qt::StringLiterals;
using demonstration::RequestTown;

/// What somebody may do who has the receipt of another's request, and photos that come later.
class ReceiptDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theReceiptLetsAStrangerConfirm();
    void aPhotoIsAskedForAndShownWhenItComes();

private:
    [[nodiscard]] widgets::Button *button(const QString &text) const;
    /// Types the words into the open dialog and shows them.
    void show(const QString &words, bool keep);

    std::unique_ptr<RequestTown> m_town;
    std::unique_ptr<pages::RequestDetail> m_detail;
};

void ReceiptDialogTest::init()
{
    m_town = std::make_unique<RequestTown>();
    m_detail = std::make_unique<pages::RequestDetail>(
        *m_town->context, pages::CityBook::of(*m_town->context),
        replica::BlobFolder(m_town->city.folder.filePath(u"photos"_s)));
    m_detail->resize(900, 700);
    m_detail->show();
}

void ReceiptDialogTest::cleanup()
{
    m_detail.reset();
    m_town.reset();
}

widgets::Button *ReceiptDialogTest::button(const QString &text) const
{
    const auto buttons = m_detail->findChildren<widgets::Button *>();
    for (widgets::Button *button : buttons) {
        if (button->isVisible() && button->text() == text)
            return button;
    }
    return nullptr;
}

void ReceiptDialogTest::show(const QString &words, bool keep)
{
    auto *dialog = m_detail->findChild<pages::ReceiptDialog *>();
    QVERIFY(dialog != nullptr);
    dialog->findChild<QLineEdit *>()->setText(words);
    dialog->findChild<QCheckBox *>()->setChecked(keep);
    dialog->accept();
}

void ReceiptDialogTest::theReceiptLetsAStrangerConfirm()
{
    const auto code = profile::ReceiptCode::generate(m_town->city.random);
    const auto key = code.claimKey(m_town->city.server->cityId());
    QVERIFY(key);
    const base::EntityId request = m_town->report(
        u"Яма"_s, {{u"claim_key"_s, wire::Value(key->publicKey().toByteArray())},
                   {u"on_behalf"_s, wire::Value(true)},
                   {u"body"_s, wire::Value(m_town->roads.toByteArray())}});
    m_town->sync();
    replica::Draft finish;
    finish.type = u"request"_s;
    finish.entity = request;
    finish.step = u"finish"_s;
    finish.fields = {{u"answer"_s, wire::Value(u"Засипали"_s)}};
    m_town->replica->submit({finish}).waitForFinished();
    m_town->sync();
    m_detail->showRequest(request);
    const QString confirm = pages::RequestWords::step(u"confirm"_s);
    const QString receipt = u"I have a receipt"_s;
    QTRY_VERIFY(button(receipt) != nullptr);
    QVERIFY(button(confirm) == nullptr);

    button(receipt)->click();
    show(u"це не ті слова зовсім ні"_s, false);
    auto *dialog = m_detail->findChild<pages::ReceiptDialog *>();
    QVERIFY(!dialog->findChild<widgets::FormRow *>()->error().isEmpty());
    const auto other = profile::ReceiptCode::generate(m_town->city.random);
    show(other.words()->join(u' '), false);
    QTRY_VERIFY(dialog->findChild<widgets::FormRow *>()->error().contains(u"another request"_s));
    show(code.words()->join(u' '), true);
    QTRY_VERIFY(button(confirm) != nullptr);
    QVERIFY(button(receipt) == nullptr);

    button(confirm)->click();
    QTRY_VERIFY(m_town->record(request)->pending);
    m_town->sync();
    QCOMPARE(m_town->record(request)->state, std::uint32_t{6});
    // Kept: shown again, it needs no words.
    m_detail->showRequest({});
    m_detail->showRequest(request);
    QTRY_VERIFY(button(u"State"_s) != nullptr || button(pages::RequestWords::step(u"reopen"_s)));
    QVERIFY(button(receipt) == nullptr);
}

void ReceiptDialogTest::aPhotoIsAskedForAndShownWhenItComes()
{
    const replica::BlobFolder folder(m_town->city.folder.filePath(u"photos"_s));
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(Qt::blue);
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    QVERIFY(buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "JPEG"));
    const base::BlobId blob = replica::blobId(base::view(jpeg));
    replica::Record attachment;
    attachment.entity = m_town->city.random.id<base::EntityId>();
    attachment.fields = {
        {u"blob"_s, wire::Value(blob.toByteArray())},
        {u"size"_s, wire::Value(qint64{jpeg.size()})}};
    pages::PhotoRow row(folder);
    QSignalSpy wanted(&row, &pages::PhotoRow::wanted);
    row.setPhotos({attachment});
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.front().front().value<base::BlobId>(), blob);
    const auto *tile = row.findChild<pages::PhotoTile *>();
    QVERIFY(!tile->hasImage());
    QVERIFY(!tile->toolTip().isEmpty());
    QVERIFY(folder.store(jpeg));
    row.photoArrived(blob);
    QTRY_VERIFY(tile->hasImage());
    QVERIFY(tile->toolTip().isEmpty());
}

QTEST_MAIN(ReceiptDialogTest)
#include "ReceiptDialogTest.moc"
