// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/NewRequestForm.h"
#include "app/pages/requests/CityBook.h"
#include "app/pages/requests/NewRequestPage.h"
#include "app/pages/requests/PhotoCleaner.h"
#include "app/pages/requests/PhotoPicker.h"
#include "app/pages/requests/ReceiptPanel.h"
#include "app/pages/requests/RequestFacts.h"
#include "app/pages/requests/RequestModel.h"
#include "app/widgets/FormRow.h"
#include "app/widgets/MessageBar.h"
#include "app/widgets/RowDelegate.h"
#include "core/profile/ReceiptCode.h"
#include "tests/app/RequestTown.h"

#include <QBuffer>
#include <QComboBox>
#include <QDir>
#include <QImageReader>
#include <QImageWriter>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace spilno;
using namespace Qt::StringLiterals;
using pages::NewRequestPage;

/// Writing down a request: the form of its category, the draft, the receipt, what stays private.
class NewRequestFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aDraftSurvivesAPowerCutSealed();
    void aRequestIsInTheListAtOnceWithAReceiptThatProvesItsClaim();
    void theCategoryAsksItsOwnQuestions();
    void aPhoneNumberDoesNotGetIntoThePublicWords();
    void theStaffReadTheWordsOfASealedReport();
    void tooLongAndEmptyAreSaidNextToTheField();
    void aSimilarOpenRequestIsShown();
    void aPhotoLosesEverythingButItsPixels();
    void aDangerousCategoryShowsWhomToCallFirst();

private:
    void open();
    template <class Field>
    Field *field(const QString &label) const;
    QString errors() const;
    void choose(const base::EntityId &category);
    void fill();

    std::unique_ptr<demonstration::RequestTown> m_town;
    std::unique_ptr<NewRequestPage> m_page;
};

void NewRequestFormTest::init()
{
    m_town = std::make_unique<demonstration::RequestTown>();
}

void NewRequestFormTest::cleanup()
{
    m_page.reset();
    m_town.reset();
}

void NewRequestFormTest::open()
{
    m_page = std::make_unique<NewRequestPage>(
        *m_town->context, pages::CityBook::of(*m_town->context),
        m_town->city.folder.filePath(u"drafts"_s), m_town->city.folder.filePath(u"photos"_s));
    m_page->resize(900, 700);
    m_page->show();
    QTRY_VERIFY(pages::CityBook::of(*m_town->context).isLoaded());
}

template <class Field>
Field *NewRequestFormTest::field(const QString &label) const
{
    const auto rows = m_page->findChildren<widgets::FormRow *>();
    for (widgets::FormRow *row : rows) {
        if (row->field()->accessibleName() == label)
            return qobject_cast<Field *>(row->field());
    }
    return nullptr;
}

QString NewRequestFormTest::errors() const
{
    QStringList all;
    const auto rows = m_page->findChildren<widgets::FormRow *>();
    for (const widgets::FormRow *row : rows) {
        if (!row->error().isEmpty())
            all.append(row->error());
    }
    return all.join(u'\n');
}

void NewRequestFormTest::choose(const base::EntityId &category)
{
    auto *box = field<QComboBox>(u"Category"_s);
    box->setCurrentIndex(box->findData(category.toByteArray()));
}

void NewRequestFormTest::fill()
{
    choose(m_town->potholes);
    field<QLineEdit>(u"In a few words"_s)->setText(u"Яма на дорозі"_s);
    field<QPlainTextEdit>(u"More about it"_s)->setPlainText(u"Глибока, біля переходу"_s);
    field<QLineEdit>(u"Street and house, or a landmark"_s)->setText(u"вул. Мечникова, 16"_s);
    field<QLineEdit>(u"Depth in cm"_s)->setText(u"15"_s);
}

void NewRequestFormTest::aDraftSurvivesAPowerCutSealed()
{
    open();
    fill();
    field<QLineEdit>(u"Phone"_s)->setText(u"0671234567"_s);
    const QString path = m_town->city.folder.filePath(u"drafts/new-request"_s);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 2000);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(!bytes.contains("0671234567"));
    QVERIFY(!bytes.contains(u"Яма"_s.toUtf8()));
    // The power goes: what the page would still do when it is closed does not count.
    QFile::copy(path, path + u".cut"_s);
    m_page.reset();
    QFile::remove(path);
    QFile::rename(path + u".cut"_s, path);
    open();
    QTRY_COMPARE(field<QLineEdit>(u"In a few words"_s)->text(), u"Яма на дорозі"_s);
    QCOMPARE(field<QLineEdit>(u"Depth in cm"_s)->text(), u"15"_s);
    QCOMPARE(field<QLineEdit>(u"Phone"_s)->text(), u"0671234567"_s);
    QCOMPARE(m_page->form()->category()->id, m_town->potholes);
}

void NewRequestFormTest::aRequestIsInTheListAtOnceWithAReceiptThatProvesItsClaim()
{
    pages::CityBook &book = pages::CityBook::of(*m_town->context);
    pages::RequestModel list(*m_town->context, book);
    list.setFilter({});
    open();
    fill();
    QSignalSpy submitted(m_page.get(), &NewRequestPage::submitted);
    m_page->submit();
    QVERIFY2(submitted.wait(10'000), qPrintable(errors()));
    QVERIFY(m_page->showsReceipt());
    const pages::RequestReceipt receipt = m_page->receipt()->receipt();
    QCOMPARE(receipt.words.size(), 6);
    QTRY_COMPARE(list.rowCount(), 1);
    const QModelIndex row = list.index(0, pages::RequestModel::TitleColumn);
    QTRY_COMPARE(row.data().toString(), u"Яма на дорозі"_s);
    QVERIFY(row.data(widgets::SecondLineRole).toString().startsWith(u"Not sent yet"_s));
    const auto code = profile::ReceiptCode::parse(receipt.words.join(u' '));
    QVERIFY(code);
    const auto key = code->claimKey(m_town->context->city());
    const auto record = m_town->record(receipt.request);
    QCOMPARE(record->value(u"claim_key"_s).toBytes(), key->publicKey().toByteArray());
    QVERIFY(record->value(u"target"_s).toInteger() > record->createdMs);
    m_town->sync();
    QTRY_VERIFY(!row.data(widgets::SecondLineRole).toString().contains(u"Not sent yet"_s));
    QVERIFY(!m_town->record(receipt.request)->pending);
    QVERIFY(!QFile::exists(m_town->city.folder.filePath(u"drafts/new-request"_s)));
    QImage slip(600, 800, QImage::Format_RGB32);
    slip.fill(Qt::white);
    QPainter painter(&slip);
    pages::ReceiptPanel::paintSlip(painter, slip.rect(), receipt, m_town->context->timeZone());
    painter.end();
    QImage blank(slip.size(), slip.format());
    blank.fill(Qt::white);
    QVERIFY(slip != blank);
}

void NewRequestFormTest::theCategoryAsksItsOwnQuestions()
{
    open();
    fill();
    QVERIFY(field<QComboBox>(u"Where is it"_s));
    field<QLineEdit>(u"Depth in cm"_s)->setText(u"глибоко"_s);
    m_page->submit();
    QVERIFY(!m_page->showsReceipt());
    QVERIFY(errors().contains(u"whole number"_s));
    field<QLineEdit>(u"Depth in cm"_s)->clear();
    m_page->submit();
    QVERIFY(errors().contains(u"can not be left out"_s));
    choose(m_town->lamps);
    QTRY_VERIFY(field<QLineEdit>(u"Depth in cm"_s) == nullptr);
    choose(m_town->potholes);
    field<QLineEdit>(u"Depth in cm"_s)->setText(u"15"_s);
    QSignalSpy submitted(m_page.get(), &NewRequestPage::submitted);
    m_page->submit();
    QVERIFY2(submitted.wait(10'000), qPrintable(errors()));
    const auto record = m_town->record(m_page->receipt()->receipt().request);
    const auto answers = records::request::answersOf(record->value(u"answers"_s));
    QCOMPARE(answers.size(), std::size_t{1});
    QCOMPARE(answers.front().code, u"depth"_s);
    QCOMPARE(answers.front().value.toInteger(), 15);
}

void NewRequestFormTest::aPhoneNumberDoesNotGetIntoThePublicWords()
{
    open();
    fill();
    auto *text = field<QPlainTextEdit>(u"More about it"_s);
    text->setPlainText(u"Дзвоніть 067 123-45-67, питайте Марію"_s);
    m_page->submit();
    QVERIFY(!m_page->showsReceipt());
    QVERIFY2(errors().contains(u"phone number"_s), qPrintable(errors()));
    QTRY_VERIFY(text->hasFocus());
    const auto drafts = pages::RequestSubmission(
                            [this] {
                                pages::RequestDraft draft = m_page->form()->draft();
                                draft.text = u"Без телефону"_s;
                                draft.reporter = u"Марія Петренко"_s;
                                draft.phone = u"067 123-45-67"_s;
                                draft.home = u"вул. Тиха, 1"_s;
                                return draft;
                            }(),
                            {}, *m_town->context, pages::CityBook::of(*m_town->context))
                            .drafts(base::PublicKey());
    QCOMPARE(drafts.size(), std::size_t{2});
    QCOMPARE(drafts.back().type, u"companion"_s);
    QCOMPARE(drafts.back().scope, m_town->sealed);
    for (const auto &[name, value] : drafts.front().fields) {
        const QByteArray bytes = value.encoded();
        QVERIFY2(!bytes.contains(u"Марія"_s.toUtf8()), qPrintable(name));
        QVERIFY2(!bytes.contains("123-45"), qPrintable(name));
        QVERIFY2(!bytes.contains(u"Тиха"_s.toUtf8()), qPrintable(name));
    }
}

void NewRequestFormTest::theStaffReadTheWordsOfASealedReport()
{
    auto made = m_town->replica->submit({m_town->request(u"Домашнє насильство"_s)});
    made.waitForFinished();
    QVERIFY(made.result());
    const base::EntityId request = made.result()->entities.front();
    replica::Draft companion;
    companion.type = u"companion"_s;
    companion.scope = m_town->sealed;
    companion.fields = {{u"for_request"_s, wire::Value(request.toByteArray())}};
    companion.additions = {{u"notes"_s, wire::Value(u"Крики за стіною, вул. Тиха, 3"_s)}};
    auto kept = m_town->replica->submit({companion});
    kept.waitForFinished();
    QVERIFY(kept.result());
    auto read = m_town->replica->read([request](const replica::ReplicaDatabase &database) {
        return pages::RequestFacts::read(database, request);
    });
    read.waitForFinished();
    const auto facts = read.result();
    QVERIFY(facts && *facts);
    QCOMPARE((*facts)->companions.size(), std::size_t{1});
    const auto &sets = (*facts)->companions.front().sets;
    QVERIFY(!sets.isEmpty() && !sets.first().second.empty());
    QCOMPARE(sets.first().second.front().toText(), u"Крики за стіною, вул. Тиха, 3"_s);
}

void NewRequestFormTest::tooLongAndEmptyAreSaidNextToTheField()
{
    open();
    m_page->submit();
    QVERIFY(errors().contains(u"Choose what it is about"_s));
    QVERIFY(errors().contains(u"Say in a few words"_s));
    fill();
    field<QLineEdit>(u"In a few words"_s)->setText(QString(5000, u'щ'));
    field<QPlainTextEdit>(u"More about it"_s)->setPlainText(QString(40'000, u'ї'));
    m_page->submit();
    QCOMPARE(errors().count(u"Too long by"_s), 2);
    QVERIFY(m_page->minimumSizeHint().width() < 900);
    // Signs that would hide or turn text around do not come through.
    field<QLineEdit>(u"In a few words"_s)->setText(u"Яма \u202Eтут\u0000\u0007"_s);
    field<QPlainTextEdit>(u"More about it"_s)->clear();
    QSignalSpy submitted(m_page.get(), &NewRequestPage::submitted);
    m_page->submit();
    QVERIFY2(submitted.wait(10'000), qPrintable(errors()));
    QCOMPARE(
        m_town->record(m_page->receipt()->receipt().request)->value(u"title"_s).toText(),
        u"Яма тут"_s);
}

void NewRequestFormTest::aSimilarOpenRequestIsShown()
{
    const auto first = m_town->report(
        u"Велика яма на дорозі"_s, {{u"address"_s, wire::Value(u"вул. Саксаганського, 41"_s)},
                                    {u"category"_s, wire::Value(m_town->potholes.toByteArray())}});
    m_town->sync();
    open();
    choose(m_town->potholes);
    field<QLineEdit>(u"In a few words"_s)->setText(u"Глибока яма на дорогах"_s);
    QTest::qWait(600);
    QVERIFY(!m_page->form()->similar()->isVisible());
    field<QLineEdit>(u"In a few words"_s)->setText(u"Яма, дорозі"_s);
    QTRY_VERIFY(m_page->form()->similar()->isVisible());
    QSignalSpy asked(m_page.get(), &pages::Page::pageRequested);
    Q_EMIT m_page->form()->similar()->acted();
    QCOMPARE(asked.takeFirst().at(1).toString(), first.toHex());
    field<QLineEdit>(u"In a few words"_s)->setText(u"Провалля"_s);
    QTRY_VERIFY(!m_page->form()->similar()->isVisible());
    field<QLineEdit>(u"Street and house, or a landmark"_s)->setText(u"Саксаганського 41"_s);
    QTRY_VERIFY(m_page->form()->similar()->isVisible());
}

void NewRequestFormTest::aPhotoLosesEverythingButItsPixels()
{
    QImage picture(3000, 200, QImage::Format_RGB32);
    picture.fill(Qt::darkGreen);
    picture.setText(u"Author"_s, u"Марія Петренко"_s);
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    QVERIFY(QImageWriter(&buffer, "png").write(picture));
    QVERIFY(png.contains("Author"));
    const auto clean = pages::PhotoCleaner::clean(png);
    QVERIFY(clean);
    QVERIFY(!clean->jpeg.contains("Author"));
    QVERIFY(!clean->jpeg.contains("Exif"));
    QCOMPARE(clean->width, 1600);
    const QImage again = QImage::fromData(clean->jpeg);
    QCOMPARE(again.size(), QSize(1600, 106));
    QVERIFY(again.textKeys().isEmpty());
    QCOMPARE(
        pages::PhotoCleaner::clean(QByteArray("not a picture")).error().code,
        base::ErrorCode::Malformed);
    open();
    fill();
    QFile file(m_town->city.folder.filePath(u"maria 2026.png"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(png);
    file.close();
    m_page->form()->photos()->add({file.fileName()});
    QTRY_COMPARE(m_page->form()->photos()->photos().size(), 1);
    QSignalSpy submitted(m_page.get(), &NewRequestPage::submitted);
    m_page->submit();
    QVERIFY2(submitted.wait(10'000), qPrintable(errors()));
    m_town->sync();
    auto facts = m_town->replica->read(
        [entity = m_page->receipt()->receipt().request](const replica::ReplicaDatabase &database) {
            return pages::RequestFacts::read(database, entity);
        });
    facts.waitForFinished();
    const auto read = facts.result();
    QVERIFY(read && *read);
    QCOMPARE((*read)->photos.size(), std::size_t{1});
    const replica::Record &photo = (*read)->photos.front();
    QCOMPARE(photo.value(u"name"_s).toText(), u"1.jpg"_s);
    QVERIFY(!photo.pending);
    const QByteArray blob = photo.value(u"blob"_s).toBytes();
    const replica::BlobFolder blobs(m_town->city.folder.filePath(u"photos"_s));
    QCOMPARE(blobs.read(base::BlobId::fromBytes(base::view(blob)).value()).value(), clean->jpeg);
}

void NewRequestFormTest::aDangerousCategoryShowsWhomToCallFirst()
{
    open();
    choose(m_town->lamps);
    bool shown = false;
    const auto bars = m_page->findChildren<widgets::MessageBar *>();
    for (const widgets::MessageBar *bar : bars)
        shown = shown || (bar->isVisible() && bar->accessibleName().contains(u"104"_s));
    QVERIFY(shown);
}

QTEST_MAIN(NewRequestFormTest)
#include "NewRequestFormTest.moc"
