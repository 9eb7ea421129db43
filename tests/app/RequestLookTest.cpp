// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/CityBook.h"
#include "app/pages/requests/NewRequestForm.h"
#include "app/pages/requests/NewRequestPage.h"
#include "app/pages/requests/ReceiptPanel.h"
#include "app/pages/requests/RequestActions.h"
#include "app/pages/requests/RequestModel.h"
#include "app/pages/requests/RequestsPage.h"
#include "app/settings/Appearance.h"
#include "app/shell/MainWindow.h"
#include "app/shell/Tour.h"
#include "app/widgets/StateStack.h"
#include "tests/app/PageChecks.h"
#include "tests/app/RequestTown.h"

#include <QAccessible>
#include <QApplication>
#include <QSettings>
#include <QTableView>

using namespace spilno;
using namespace Qt::StringLiterals;

/// The pages of requests in the whole window, in every look people have: nothing is cut off, all
/// has a name, Tab comes round. SPILNO_TOUR keeps the pictures for the eye.
class RequestLookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsCutAndAllHasAName_data();
    void nothingIsCutAndAllHasAName();

private:
    void fillCity(demonstration::RequestTown &town);
};

void RequestLookTest::nothingIsCutAndAllHasAName_data()
{
    using settings::Language;
    using style::ThemeMode;
    QTest::addColumn<int>("language");
    QTest::addColumn<int>("theme");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("text");
    const auto row = [](const char *name, Language language, ThemeMode theme, QSize size,
                        int text) {
        QTest::newRow(name) << int(language) << int(theme) << size << text;
    };
    row("uk-light", Language::Ukrainian, ThemeMode::Light, {1280, 800}, 100);
    row("uk-dark-1366", Language::Ukrainian, ThemeMode::Dark, {1366, 768}, 100);
    row("en-light-1366", Language::English, ThemeMode::Light, {1366, 768}, 100);
    row("uk-light-1024", Language::Ukrainian, ThemeMode::Light, {1024, 560}, 100);
    row("uk-dark-200", Language::Ukrainian, ThemeMode::Dark, {1366, 768}, 200);
}

void RequestLookTest::fillCity(demonstration::RequestTown &town)
{
    const qint64 now = town.city.clock.wallMs();
    constexpr qint64 hour = 3'600'000;
    const auto category = [](const base::EntityId &id) {
        return std::pair<QString, wire::Value>{u"category"_s, wire::Value(id.toByteArray())};
    };
    town.reportMany(40);
    town.report(
        u"Не світить ліхтар біля школи № 14"_s,
        {category(town.lamps),
         {u"address"_s, wire::Value(u"вул. Мечникова, 16"_s)},
         {u"target"_s, wire::Value(now + 4 * hour)}});
    town.report(
        u"Переповнені контейнери третій день поспіль, сміття розносить вітер"_s,
        {category(town.potholes),
         {u"address"_s, wire::Value(u"вул. Антоновича, 7"_s)},
         {u"target"_s, wire::Value(now + 30 * hour)}});
    town.report(
        u"Прорвало водогін, затоплює двір і підвал"_s,
        {category(town.potholes),
         {u"address"_s, wire::Value(u"вул. Саксаганського, 41"_s)},
         {u"target"_s, wire::Value(now - 2 * hour)},
         {u"source"_s, wire::Value(qint64{0})},
         {u"text"_s,
          wire::Value(u"Вода стоїть у під’їзді по щиколотку, ліфт вимкнено. Двірник перекрив кран "
                      u"у підвалі, але тече й далі."_s)}});
    town.sync();
}

/// The window with the two pages, and what a person does in them.
class Looks
{
public:
    explicit Looks(demonstration::RequestTown &town)
        : m_town(town)
    {
        const QString photos = m_folder.filePath(u"photos"_s);
        pages::CityBook &book = pages::CityBook::of(*m_town.context);
        window.addPage(
            {pages::RequestActions::listPage(),
             pages::RailGroup::City,
             [] { return u"Звернення"_s; },
             u"siren"_s,
             {},
             [this, photos, &book] {
                 list = new pages::RequestsPage(*m_town.context, book, &m_requestActions, photos);
                 return list;
             },
             {}});
        window.addPage(
            {pages::RequestActions::newPage(),
             pages::RailGroup::City,
             [] { return u"Нове звернення"_s; },
             u"plus"_s,
             {},
             [this, photos, &book] {
                 form = new pages::NewRequestPage(*m_town.context, book, m_folder.path(), photos);
                 return form;
             },
             {}});
    }

    QList<shell::Tour::Stop> stops()
    {
        return {
            stop(u"list"_s, [this] { window.showPage(pages::RequestActions::listPage()); }),
            stop(
                u"detail"_s,
                [this] {
                    list->table()->setFocus();
                    QTest::keyClick(list->table(), Qt::Key_Return);
                }),
            stop(u"step"_s, [this] { list->detail()->answer(); }),
            stop(
                u"nothing-found"_s,
                [this] {
                    pages::RequestFilter filter;
                    filter.text = u"такого немає"_s;
                    list->goTo(filter.toMap());
                    (void)QTest::qWaitFor([this] { return list->model()->rowCount() == 0; }, 3000);
                }),
            stop(u"form"_s, [this] { showForm(); }),
            stop(u"receipt"_s, [this] { showReceipt(); })};
    }

private:
    QTemporaryDir m_folder;
    QSettings m_store{m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    settings::Settings m_settings{m_store};
    pages::ActionRegistry m_actions;
    pages::RequestActions m_requestActions{
        m_actions, [this](const QString &page) { window.showPage(page); }};
    demonstration::RequestTown &m_town;

public:
    settings::Appearance appearance{m_settings};
    shell::MainWindow window{m_actions, m_settings};
    pages::RequestsPage *list = nullptr;
    pages::NewRequestPage *form = nullptr;
    QStringList problems;

private:
    shell::Tour::Stop stop(const QString &name, const std::function<void()> &show)
    {
        return {name, [this, name, show] {
                    show();
                    check(name);
                }};
    }

    void showForm()
    {
        window.showPage(pages::RequestActions::newPage());
        pages::RequestDraft draft;
        draft.category = m_town.potholes;
        draft.title = u"Прорвало водогін"_s;
        draft.reporter = u"Марія Петренко"_s;
        form->form()->setDraft(draft, {});
        form->submit(); // says what is missing
    }

    void showReceipt()
    {
        pages::RequestDraft draft;
        draft.category = m_town.potholes;
        draft.scope = m_town.scope;
        draft.title = u"Прорвало водогін"_s;
        draft.answers = {{u"depth"_s, wire::Value(qint64{20})}};
        form->form()->setDraft(draft, {});
        form->submit();
        (void)QTest::qWaitFor([this] { return form->showsReceipt(); }, 8000);
    }

    void check(const QString &where)
    {
        const auto cutNow = [this] { return test::clippedOn(window, window); };
        (void)QTest::qWaitFor([&cutNow] { return cutNow().isEmpty(); }, 1500);
        const QStringList cut = cutNow();
        for (const QString &one : cut)
            problems.append(where + u": "_s + one);
        const QStringList faint = test::faintIn(window);
        for (const QString &one : faint)
            problems.append(where + u": faint: "_s + one);
        const auto widgets = window.findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            const bool reachable = widget->isVisible() && widget->isEnabled() &&
                                   (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy();
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            if (reachable && interface->text(QAccessible::Name).trimmed().isEmpty())
                problems.append(
                    where + u": no name: "_s +
                    QString::fromLatin1(widget->metaObject()->className()));
        }
    }
};

void RequestLookTest::nothingIsCutAndAllHasAName()
{
    QFETCH(int, language);
    QFETCH(int, theme);
    QFETCH(QSize, size);
    QFETCH(int, text);
    demonstration::RequestTown town;
    fillCity(town);
    Looks looks(town);
    shell::Tour tour(looks.window, looks.appearance);
    tour.addStops(looks.stops());
    QTemporaryDir temporary;
    const QString kept = qEnvironmentVariable("SPILNO_TOUR");
    const QString out =
        kept.isEmpty() ? temporary.path()
                       : kept + QLatin1Char('/') + QString::fromLatin1(QTest::currentDataTag());
    const auto outcome = tour.run(
        out,
        {static_cast<settings::Language>(language), static_cast<style::ThemeMode>(theme), size,
         text},
        500);
    QCOMPARE(outcome.problem, QString());
    QCOMPARE(outcome.files.size(), 8);
    QCOMPARE(looks.window.size(), size);
    QVERIFY(looks.form->showsReceipt());
    looks.problems.removeDuplicates();
    QVERIFY2(looks.problems.isEmpty(), qPrintable(looks.problems.join(u'\n')));
}

QTEST_MAIN(RequestLookTest)
#include "RequestLookTest.moc"
