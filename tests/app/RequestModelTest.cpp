// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/RequestModel.h"
#include "app/pages/requests/CityBook.h"
#include "app/pages/requests/RequestWords.h"
#include "app/widgets/RowDelegate.h"
#include "core/records/request/RequestMachine.h"
#include "tests/app/RequestTown.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QSignalSpy>

using namespace spilno;
using pages::RequestModel;

/// The list of requests: any number, any place in it at once, followed as the city changes.
class RequestModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void thousandsOfRowsAreThereAtOnceAndAnyOfThemIsReadWhenLookedAt();
    void aNewRequestComesOnTopAndTheSelectionStaysWithItsRequest();
    void aPreviewedRequestSaysThatItIsStillBeingChecked();
    void aChangedTitleShowsWithoutTurningBlank();
    void filtersNarrowAndOrdersOrder();
    void aNumberIsFoundAsPeopleTypeIt();
    void aDamagedFileIsAnErrorAndNotAnEmptyList();
    void namesFollowTheLanguageOfCategories();

private:
    void load(const pages::RequestFilter &filter = {});
    QString title(int row) const;
    QString shown(int row) const;

    std::unique_ptr<demonstration::RequestTown> m_town;
    std::unique_ptr<pages::CityBook> m_book;
    std::unique_ptr<RequestModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void RequestModelTest::init()
{
    QLocale::setDefault(QLocale(QLocale::Ukrainian));
    m_town = std::make_unique<demonstration::RequestTown>();
    m_book = std::make_unique<pages::CityBook>(*m_town->context);
    m_model = std::make_unique<RequestModel>(*m_town->context, *m_book);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void RequestModelTest::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_book.reset();
    m_town.reset();
}

void RequestModelTest::load(const pages::RequestFilter &filter)
{
    QSignalSpy loaded(m_model.get(), &RequestModel::loaded);
    m_model->setFilter(filter);
    QVERIFY(loaded.wait(10'000));
}

QString RequestModelTest::title(int row) const
{
    return m_model->index(row, RequestModel::TitleColumn).data().toString();
}

/// The title once it is read.
QString RequestModelTest::shown(int row) const
{
    (void)QTest::qWaitFor([this, row] { return title(row) != QStringLiteral("…"); }, 5000);
    return title(row);
}

void RequestModelTest::thousandsOfRowsAreThereAtOnceAndAnyOfThemIsReadWhenLookedAt()
{
    m_town->reportMany(3000);
    m_town->sync();
    load();
    QVERIFY(m_model->rowCount() < 3000); // what the first look shows, and soon the rest
    QCOMPARE(title(0), QStringLiteral("Звернення 2999"));
    QTRY_COMPARE(m_model->rowCount(), 3000);
    QCOMPARE(shown(0), QStringLiteral("Звернення 2999"));
    QCOMPARE(title(2500), QStringLiteral("…"));
    QCOMPARE(shown(2500), QStringLiteral("Звернення 499"));
    QCOMPARE(shown(1200), QStringLiteral("Звернення 1799"));
    QSet<QString> seen;
    for (int row = 0; row < m_model->rowCount(); ++row)
        seen.insert(shown(row));
    QCOMPARE(seen.size(), 3000);
}

void RequestModelTest::aNewRequestComesOnTopAndTheSelectionStaysWithItsRequest()
{
    m_town->reportMany(300);
    m_town->sync();
    load();
    QTRY_COMPARE(m_model->rowCount(), 300);
    const QString chosen = shown(7);
    QItemSelectionModel selection(m_model.get());
    selection.setCurrentIndex(
        m_model->index(7, 1), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QSignalSpy refreshed(m_model.get(), &RequestModel::refreshed);
    m_town->city.clock.advance(1000);
    const auto made = m_town->replica->submit({m_town->request(QStringLiteral("Нове"))});
    QVERIFY(refreshed.wait(5000));
    QVERIFY(made.result());
    QCOMPARE(m_model->rowCount(), 301);
    QCOMPARE(title(0), QStringLiteral("Нове"));
    const QModelIndex first = m_model->index(0, RequestModel::TitleColumn);
    const auto isUnsent = [&] {
        return first.data(widgets::SecondLineRole)
            .toString()
            .startsWith(QStringLiteral("Not sent yet"));
    };
    QVERIFY(isUnsent());
    QCOMPARE(selection.currentIndex().row(), 8);
    QCOMPARE(selection.selectedRows().size(), 1);
    QCOMPARE(title(selection.selectedRows().front().row()), chosen);
    refreshed.clear();
    m_town->sync();
    QVERIFY(refreshed.wait(5000));
    QVERIFY(!isUnsent());
}

void RequestModelTest::aPreviewedRequestSaysThatItIsStillBeingChecked()
{
    for (int i = 0; i < 6; ++i)
        (void)m_town->report(QStringLiteral("Яма %1").arg(i));
    auto previewed = m_town->replica->write(
        [this](replica::ReplicaDatabase &database) -> base::Result<replica::ChangeSet> {
            SPILNO_ASSIGN(
                const QByteArray bytes,
                m_town->city.server->readPreview(m_town->scope, 2, 1 << 20));
            SPILNO_ASSIGN(const auto preview, wire::decodePreview(bytes));
            SPILNO_ASSIGN(const auto verified, log::verifyPreview(preview, database.cityId()));
            return database.showPreview(verified);
        });
    previewed.waitForFinished();
    QVERIFY(previewed.result());
    load();
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(shown(0), QStringLiteral("Яма 5"));
    const auto first = [this](int role) -> QString {
        return m_model->index(0, RequestModel::TitleColumn).data(role).toString();
    };
    QVERIFY(first(widgets::SecondLineRole).startsWith(QStringLiteral("Still checking")));
    QVERIFY(first(Qt::AccessibleTextRole).contains(QStringLiteral("Still checking")));
    QCOMPARE(first(widgets::IconNameRole), QStringLiteral("search-check"));
    QVERIFY(first(Qt::ToolTipRole).contains(pages::RequestWords::stillChecking()));
    QSignalSpy refreshed(m_model.get(), &RequestModel::refreshed);
    m_town->sync();
    QVERIFY(refreshed.wait(5000));
    QCOMPARE(m_model->rowCount(), 6);
    QCOMPARE(shown(0), QStringLiteral("Яма 5"));
    QVERIFY(!first(widgets::SecondLineRole).contains(QStringLiteral("Still checking")));
    QVERIFY(first(widgets::IconNameRole).isEmpty());
    QVERIFY(first(Qt::ToolTipRole).isEmpty());
}

void RequestModelTest::aChangedTitleShowsWithoutTurningBlank()
{
    m_town->reportMany(10);
    m_town->sync();
    load();
    QCOMPARE(shown(3), QStringLiteral("Звернення 6"));
    replica::Draft edit;
    edit.type = QStringLiteral("request");
    edit.entity = m_model->record(3)->entity;
    edit.fields = {{QStringLiteral("address"), wire::Value(QStringLiteral("вул. Нова, 1"))}};
    QStringList titles;
    connect(m_model.get(), &RequestModel::dataChanged, this, [&] { titles.append(title(0)); });
    QSignalSpy refreshed(m_model.get(), &RequestModel::refreshed);
    m_town->city.clock.advance(1000);
    (void)m_town->replica->submit({edit});
    QVERIFY(refreshed.wait(5000));
    QVERIFY(!titles.contains(QStringLiteral("…")));
    QTRY_COMPARE(title(0), QStringLiteral("Звернення 6"));
    const QString second =
        m_model->index(0, RequestModel::TitleColumn).data(widgets::SecondLineRole).toString();
    QVERIFY2(second.endsWith(QStringLiteral(" · вул. Нова, 1")), qPrintable(second));
}

void RequestModelTest::filtersNarrowAndOrdersOrder()
{
    m_town->reportMany(30);
    m_town->report(
        QStringLiteral("Строк минув"),
        {{QStringLiteral("target"), wire::Value(m_town->city.clock.wallMs() - 1000)}});
    m_town->report(
        QStringLiteral("Строк попереду"),
        {{QStringLiteral("target"), wire::Value(m_town->city.clock.wallMs() + 86'400'000)}});
    m_town->sync();
    pages::RequestFilter filter;
    filter.category = m_town->lamps;
    load(filter);
    QCOMPARE(m_model->rowCount(), 10);
    filter = {};
    filter.text = QStringLiteral("звернення 17");
    load(filter);
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(shown(0), QStringLiteral("Звернення 17"));
    filter = {};
    filter.view = pages::RequestView::Overdue;
    load(filter);
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(shown(0), QStringLiteral("Строк минув"));
    filter = {};
    filter.order = pages::RequestOrder::Deadline;
    load(filter);
    QCOMPARE(m_model->rowCount(), 32);
    QCOMPARE(shown(0), QStringLiteral("Строк минув"));
    QCOMPARE(shown(1), QStringLiteral("Строк попереду"));
    filter = {};
    filter.state = static_cast<std::uint32_t>(records::request::State::Closed);
    load(filter);
    QCOMPARE(m_model->rowCount(), 0);
    filter = {};
    filter.view = pages::RequestView::Closed;
    load(filter);
    QCOMPARE(m_model->rowCount(), 0);
}

void RequestModelTest::aNumberIsFoundAsPeopleTypeIt()
{
    m_town->reportMany(3);
    const auto made = m_town->replica->submit({m_town->request(
        QStringLiteral("З номером"),
        {{QStringLiteral("number"), wire::Value(QStringLiteral("Ш7-0412"))}})});
    QVERIFY(made.result());
    pages::RequestFilter filter;
    for (const QString &typed :
         {QStringLiteral("Ш7-0412"), QStringLiteral("ш7 412"), QStringLiteral("№ W7-412")}) {
        filter.text = typed;
        load(filter);
        QCOMPARE(m_model->rowCount(), 1);
    }
}

void RequestModelTest::aDamagedFileIsAnErrorAndNotAnEmptyList()
{
    m_town->reportMany(400);
    m_town->sync();
    // The disk gives back other bytes than were written.
    for (const QString &name : {QStringLiteral("replica.db"), QStringLiteral("replica.db-wal")}) {
        QFile file(m_town->city.folder.filePath(QStringLiteral("person1/") + name));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const qint64 size = file.size();
        file.seek(4096);
        file.write(QByteArray(static_cast<qsizetype>(std::max<qint64>(0, size - 4096)), '\xAA'));
    }
    QSignalSpy failed(m_model.get(), &RequestModel::failed);
    QSignalSpy loaded(m_model.get(), &RequestModel::loaded);
    pages::RequestFilter filter;
    filter.text = QStringLiteral("x");
    m_model->setFilter(filter);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(loaded.count(), 0);
    QVERIFY(!m_model->isLoading());
}

void RequestModelTest::namesFollowTheLanguageOfCategories()
{
    m_town->reportMany(1);
    m_town->sync();
    load();
    QTRY_VERIFY(m_book->isLoaded());
    QCOMPARE(shown(0), QStringLiteral("Звернення 0"));
    const QModelIndex index = m_model->index(0, RequestModel::TitleColumn);
    QTRY_COMPARE(index.data(widgets::SecondLineRole).toString(), QStringLiteral("Ліхтарі"));
    QLocale::setDefault(QLocale(QLocale::English));
    m_book->retranslate();
    QCOMPARE(index.data(widgets::SecondLineRole).toString(), QStringLiteral("Street lamps"));
}

QTEST_MAIN(RequestModelTest)
#include "RequestModelTest.moc"
