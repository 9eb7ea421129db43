// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/ActionRegistry.h"
#include "app/pages/cities/CitiesPage.h"
#include "app/pages/conflicts/ConflictsPage.h"
#include "app/pages/outbox/OutboxPage.h"
#include "app/pages/people/InvitationList.h"
#include "app/pages/people/InviteDialog.h"
#include "app/pages/people/PeoplePage.h"
#include "app/pages/start/RecoveryStep.h"
#include "app/pages/start/StartCover.h"
#include "app/pages/sync/SyncPage.h"
#include "app/session/Sentences.h"
#include "app/settings/Appearance.h"
#include "app/shell/MainWindow.h"
#include "app/shell/PassphraseDialog.h"
#include "app/widgets/Button.h"
#include "app/widgets/ConfirmDialog.h"
#include "app/widgets/StateStack.h"
#include "app/widgets/SyncStatusItem.h"
#include "core/profile/InvitationCode.h"
#include "tests/app/CityFixture.h"
#include "tests/app/PageChecks.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSettings>
#include <QTest>

using namespace spilno;

/// The pages of an open city in a whole window, on a replica with people, waiting work and a
/// refusal: named for screen readers, unclipped at the sizes people have, in both languages.
class CityPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everythingFocusableHasAName_data();
    void everythingFocusableHasAName();
    void tabReachesEverythingAndTargetsAreLarge_data();
    void tabReachesEverythingAndTargetsAreLarge();
    void everySentenceStandsOut_data();
    void everySentenceStandsOut();
    void nothingIsClipped_data();
    void nothingIsClipped();
    void dialogsAreNamedAndUnclipped();
    void peopleStandWithTheirRoles();
    void anInvitationBecomesALinkThatReadsBack();
    void onlyWhoMayInviteSeesTheButton();
    void anInvitationThatIsUsedUpIsNotOpen();
    void thePageSaysWhatIsProven();
    void enterLeadsThroughTheFirstRun();
    void whoOpensAPageGoesOnInIt();
    void theStatusLeadsToWhatItSpeaksOf();

private:
    struct Stage;
    void show(session::SessionContext &context);
    void showCover(const QString &step);

    QTemporaryDir m_folder;
    std::unique_ptr<test::CityFixture> m_city;
    std::unique_ptr<Stage> m_stage;
};

/// A window composed as the program composes it, but on a city of the test.
struct CityPagesTest::Stage
{
    explicit Stage(const QString &folder)
        : store(folder + QStringLiteral("/settings.ini"), QSettings::IniFormat)
    {
    }

    QSettings store;
    settings::Settings settings{store};
    settings::Appearance appearance{settings};
    pages::ActionRegistry actions;
    base::SystemClock clock;
    crypto::SystemRandom random;
    session::Session session{{&clock, &random, nullptr}};
    shell::MainWindow window{actions, settings};
};

namespace {

const QStringList kPages{
    QStringLiteral("outbox"), QStringLiteral("conflicts"), QStringLiteral("people"),
    QStringLiteral("sync"), QStringLiteral("cities")};
const QStringList kSteps{
    QStringLiteral("welcome"), QStringLiteral("join"), QStringLiteral("host"),
    QStringLiteral("recovery")};

} // namespace

void CityPagesTest::init()
{
    m_city = std::make_unique<test::CityFixture>();
    m_stage = std::make_unique<Stage>(m_folder.path());
}

void CityPagesTest::cleanup()
{
    m_stage.reset();
    m_city.reset();
}

void CityPagesTest::show(session::SessionContext &context)
{
    auto &window = m_stage->window;
    const auto add = [&window](const QString &id, auto create) {
        window.addPage(
            {id,
             pages::RailGroup::City,
             [id] { return id; },
             QStringLiteral("house"),
             {},
             create,
             {}});
    };
    session::Session &session = m_stage->session;
    add(kPages.at(0), [&context] { return new pages::OutboxPage(context); });
    add(kPages.at(1), [&context] { return new pages::ConflictsPage(context); });
    add(kPages.at(2), [&] { return new pages::PeoplePage(session, context); });
    add(kPages.at(3), [&] { return new pages::SyncPage(session, context); });
    add(kPages.at(4), [&session] { return new pages::CitiesPage(session); });
    window.show();
}

void CityPagesTest::showCover(const QString &step)
{
    auto *cover = new pages::StartCover(m_stage->session, {{}, m_folder.path()});
    m_stage->window.setCover(cover);
    cover->showStep(step);
    QCOMPARE(cover->step(), step);
}

void CityPagesTest::everythingFocusableHasAName_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<bool>("cover");
    for (const QString &page : kPages)
        QTest::newRow(qPrintable(page)) << page << false;
    for (const QString &step : kSteps)
        QTest::newRow(qPrintable(step)) << step << true;
}

void CityPagesTest::everythingFocusableHasAName()
{
    QFETCH(QString, page);
    QFETCH(bool, cover);
    m_city->write(m_city->person, QStringLiteral("Яма на дорозі"));
    show(m_city->open());
    if (cover)
        showCover(page);
    else
        m_stage->window.showPage(page);
    QTest::qWait(50);
    QVERIFY(!test::focusableIn(m_stage->window).isEmpty());
    QCOMPARE(test::namelessIn(m_stage->window), QStringList());
}

void CityPagesTest::tabReachesEverythingAndTargetsAreLarge_data()
{
    everythingFocusableHasAName_data();
}

void CityPagesTest::tabReachesEverythingAndTargetsAreLarge()
{
    QFETCH(QString, page);
    QFETCH(bool, cover);
    m_city->write(m_city->person, QStringLiteral("Яма на дорозі"));
    m_stage->window.resize(1366, 768);
    show(m_city->open());
    if (cover)
        showCover(page);
    else
        m_stage->window.showPage(page);
    QVERIFY(QTest::qWaitForWindowActive(&m_stage->window));
    QTest::qWait(100);
    QCOMPARE(test::smallTargetsIn(m_stage->window), QStringList());
    QCOMPARE(test::beyondTab(m_stage->window), QStringList());
}

void CityPagesTest::everySentenceStandsOut_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void CityPagesTest::everySentenceStandsOut()
{
    QFETCH(bool, dark);
    m_stage->appearance.setTheme(dark ? style::ThemeMode::Dark : style::ThemeMode::Light);
    m_city->write(m_city->person, QStringLiteral("Яма на дорозі"));
    auto &window = m_stage->window;
    window.resize(1366, 768);
    show(m_city->open());
    QStringList found;
    for (const QString &page : kPages) {
        window.showPage(page);
        QTest::qWait(100);
        found += test::faintIn(window);
    }
    for (const QString &step : kSteps) {
        showCover(step);
        QTest::qWait(50);
        found += test::faintIn(window);
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

void CityPagesTest::dialogsAreNamedAndUnclipped()
{
    session::SessionContext &context = m_city->openOwner();
    show(context);
    const auto check = [](QWidget &dialog) {
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QVERIFY(
            QTest::qWaitFor([&dialog] { return test::clippedOn(dialog, dialog).isEmpty(); }, 1500));
        QCOMPARE(test::namelessIn(dialog), QStringList());
        QCOMPARE(test::faintIn(dialog), QStringList());
        QVERIFY(dialog.height() <= widgets::ScrollDialog::GreatestHeight);
    };
    for (const int percent : {100, 200}) {
        m_stage->appearance.setTextPercent(percent);
        const QString address = QStringLiteral("spilno://192.0.2.1:7447#") + context.city().toHex();
        check(*new pages::InviteDialog(context, address, &m_stage->window));
        check(*new shell::PassphraseDialog(m_stage->session, &m_stage->window));
        check(*new widgets::ConfirmDialog(
            {pages::OutboxPage::tr("Discard this change?"),
             pages::OutboxPage::tr("It never became part of the city. Its text is gone for good; "
                                   "copy it first if it may be needed."),
             pages::OutboxPage::tr("Discard"), pages::OutboxPage::tr("Keep it")},
            &m_stage->window));
    }
}

void CityPagesTest::nothingIsClipped_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("percent");
    QTest::addColumn<bool>("ukrainian");
    for (const bool ukrainian : {true, false}) {
        const char *language = ukrainian ? "uk" : "en";
        QTest::addRow("1366x768 %s", language) << QSize(1366, 768) << 100 << ukrainian;
        QTest::addRow("1024x560 %s", language) << QSize(1024, 560) << 100 << ukrainian;
        QTest::addRow("1366x768 200 %s", language) << QSize(1366, 768) << 200 << ukrainian;
        QTest::addRow("1024x560 200 %s", language) << QSize(1024, 560) << 200 << ukrainian;
    }
}

void CityPagesTest::nothingIsClipped()
{
    QFETCH(QSize, size);
    QFETCH(int, percent);
    QFETCH(bool, ukrainian);
    m_city->write(m_city->person, QStringLiteral("Яма на дорозі"));
    m_stage->appearance.setLanguage(
        ukrainian ? settings::Language::Ukrainian : settings::Language::English);
    show(m_city->open());
    m_stage->appearance.setTextPercent(percent);
    auto &window = m_stage->window;
    window.resize(size);
    QStringList found;
    const auto check = [&](const QString &name) {
        // Layouts inside layouts settle by posted events, lists by answers.
        if (!QTest::qWaitFor([&] { return test::clippedOn(window, window).isEmpty(); }, 1500))
            found += name + QStringLiteral(": ") +
                     test::clippedOn(window, window).join(QStringLiteral(", "));
    };
    for (const QString &page : kPages) {
        window.showPage(page);
        check(page);
    }
    for (const QString &step : kSteps) {
        showCover(step);
        check(step);
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

void CityPagesTest::peopleStandWithTheirRoles()
{
    show(m_city->open());
    m_stage->window.showPage(QStringLiteral("people"));
    auto *list = m_stage->window.page(QStringLiteral("people"))->findChild<QListView *>();
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QStringList names;
    for (int row = 0; row < 2; ++row)
        names.append(list->model()->index(row, 0).data().toString());
    QVERIFY(names.contains(QStringLiteral("Оксана Коваль")));
    QVERIFY(names.contains(QStringLiteral("Марія Петренко")));
}

void CityPagesTest::anInvitationBecomesALinkThatReadsBack()
{
    session::SessionContext &context = m_city->openOwner();
    QTRY_VERIFY(context.isRegistrar());
    const QString address = QStringLiteral("spilno://192.0.2.1:7447#") + context.city().toHex();
    pages::InviteDialog dialog(context, address, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    // A registrar needs no body; the first role of the list does.
    auto *roles = dialog.findChild<QComboBox *>();
    roles->setCurrentIndex(roles->findData(int(records::Role::Registrar)));
    auto *whom = dialog.findChild<QLineEdit *>();
    whom->setFocus();
    QTest::keyClick(whom, Qt::Key_Return); // was a key that did nothing
    const auto link = [&dialog] {
        const auto fields = dialog.findChildren<QLineEdit *>();
        for (const QLineEdit *field : fields) {
            if (field->text().startsWith(QStringLiteral("spilno://")))
                return field->text();
        }
        return QString();
    };
    QTRY_VERIFY(!link().isEmpty());
    const auto read = sync::ServerAddress::parse(link());
    QVERIFY(read);
    QVERIFY(read->isInvitation());
    QCOMPARE(read->city, context.city());
    replica::Query query;
    query.type = QStringLiteral("invitation");
    auto future = context.replica().count(query);
    future.waitForFinished();
    QCOMPARE(future.result().value_or(-1), 1);
}

void CityPagesTest::onlyWhoMayInviteSeesTheButton()
{
    session::SessionContext &context = m_city->open();
    show(context);
    m_stage->window.showPage(QStringLiteral("people"));
    auto *list = m_stage->window.page(QStringLiteral("people"))->findChild<QListView *>();
    QTRY_COMPARE(list->model()->rowCount(), 2);
    const auto buttons =
        m_stage->window.page(QStringLiteral("people"))->findChildren<widgets::Button *>();
    for (const widgets::Button *button : buttons)
        QVERIFY(!button->isVisible() || button->text() != pages::PeoplePage::tr("Invite"));
}

void CityPagesTest::anInvitationThatIsUsedUpIsNotOpen()
{
    test::TestCity &city = m_city->city;
    for (const qint64 uses : {1, 3}) {
        const auto code = profile::InvitationCode::generate(m_city->random);
        profile::InvitationTerms terms;
        terms.role = records::Role::Registrar;
        terms.uses = uses;
        const auto made = city.owner.replica->submit({profile::invitationDraft(code, terms)});
        QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
        city.sync(city.owner);
        city.pull(*m_city->person.replica);
        const auto invitation =
            m_city->person.replica->record(QStringLiteral("invitation"), made->entities.front());
        QVERIFY(invitation && *invitation);
        const auto joined = m_city->person.replica->submit(
            {profile::joinDraft(code, m_city->person.identity->person, **invitation)});
        QVERIFY2(joined, joined ? "" : qPrintable(joined.error().detail));
        city.sync(m_city->person);
    }
    city.sync(city.owner);
    show(m_city->openOwner());
    m_stage->window.showPage(QStringLiteral("people"));
    const pages::Page *page = m_stage->window.page(QStringLiteral("people"));
    const auto shown = [page]() -> QStringList {
        QStringList terms;
        const auto labels = page->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->text().contains(pages::InvitationList::tr("%Ln used", nullptr, 1)))
                terms.append(label->text());
        }
        return terms;
    };
    QTRY_COMPARE(shown().size(), 1); // the one for three people, and no more the one for one
    QVERIFY(shown().first().contains(pages::InvitationList::tr("for %n person(s)", nullptr, 3)));
}

void CityPagesTest::thePageSaysWhatIsProven()
{
    session::SessionContext &context = m_city->open();
    show(context);
    m_stage->window.showPage(QStringLiteral("sync"));
    const pages::Page *page = m_stage->window.page(QStringLiteral("sync"));
    const auto says = [page](const QString &words) {
        const auto labels = page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&words](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    };
    const QString notYet = pages::SyncPage::tr("That nothing is held back is not proven yet.");
    QTRY_VERIFY(says(notYet));

    replica::ReplicaDatabase &server = *m_city->city.server;
    const auto checkpoint = server.buildCheckpoint(m_city->city.clock.wallMs());
    QVERIFY(checkpoint);
    const auto scopes = server.scopes();
    QVERIFY(scopes && scopes->size() > 2);
    std::vector<replica::ScopeProof> proofs;
    for (const replica::ScopeStatus &scope : *scopes)
        proofs.push_back(**server.scopeProof(scope.scope));
    const auto prove = [&](std::size_t first, std::size_t last) {
        auto done = context.replica().write(
            [&](replica::ReplicaDatabase &database) -> base::Result<std::uint64_t> {
                std::uint64_t proven = 0;
                for (std::size_t at = first; at < last; ++at) {
                    SPILNO_ASSIGN(proven, database.prove(proofs[at], *checkpoint));
                }
                return proven;
            });
        done.waitForFinished();
        QVERIFY2(done.result(), done.result() ? "" : qPrintable(done.result().error().detail));
        context.setSyncStatus(context.syncStatus()); // as at the end of a proof
    };
    prove(0, 1);
    QTRY_VERIFY(says(pages::SyncPage::tr("%1, proven").arg(QString())));
    QVERIFY(!says(notYet));
    prove(1, proofs.size());
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(checkpoint->timeMs);
    const QString whole =
        pages::SyncPage::tr("Nothing is held back: proven by the city's signed checkpoint of %1.")
            .arg(session::Sentences::moment(
                at, QDateTime::fromMSecsSinceEpoch(context.clock().wallMs())));
    QTRY_VERIFY(says(whole));
}

void CityPagesTest::enterLeadsThroughTheFirstRun()
{
    show(m_city->open());
    showCover(QStringLiteral("welcome"));
    auto *cover = m_stage->window.findChild<pages::StartCover *>();
    QVERIFY(QTest::qWaitForWindowActive(&m_stage->window));
    QTRY_VERIFY(qobject_cast<QAbstractButton *>(QApplication::focusWidget()) != nullptr);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // did nothing
    QCOMPARE(cover->step(), QStringLiteral("join"));
    // In a field it goes on, and what is missing is said.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    auto *name = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(name != nullptr);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(QApplication::focusWidget() != name);
    // From the box of the code Tab goes as the eye does: print, then on.
    cover->showStep(QStringLiteral("recovery"));
    auto *kept = m_stage->window.findChild<pages::RecoveryStep *>()->findChild<QCheckBox *>();
    kept->setChecked(true);
    kept->setFocus();
    QTest::keyClick(kept, Qt::Key_Tab);
    const auto *print = qobject_cast<widgets::Button *>(QApplication::focusWidget());
    QVERIFY(print != nullptr);
    QCOMPARE(print->text(), pages::RecoveryStep::tr("Print"));
}

void CityPagesTest::whoOpensAPageGoesOnInIt()
{
    show(m_city->open());
    auto &window = m_stage->window;
    QVERIFY(QTest::qWaitForWindowActive(&window));
    window.showPage(QStringLiteral("people"));
    const auto takesKeys = [&window] {
        const QWidget *widget = QApplication::focusWidget();
        return widget != nullptr && widget->isVisible() &&
               window.page(QStringLiteral("people"))->isAncestorOf(widget);
    };
    QVERIFY(takesKeys()); // while its list is read
    auto *list = window.page(QStringLiteral("people"))->findChild<QListView *>();
    QTRY_VERIFY(list->isVisible());
    for (const QString &other : {QStringLiteral("sync"), QStringLiteral("cities")}) {
        window.showPage(other);
        QVERIFY(window.page(other)->isAncestorOf(QApplication::focusWidget()));
        window.syncStatus().setFocus(); // as after the palette: somewhere in the frame
        window.showPage(QStringLiteral("people"));
        QCOMPARE(QApplication::focusWidget(), list);
    }
}

void CityPagesTest::theStatusLeadsToWhatItSpeaksOf()
{
    show(m_city->open());
    auto &window = m_stage->window;
    window.showPage(QStringLiteral("people"));
    window.syncStatus().click();
    QCOMPARE(window.currentPage(), QStringLiteral("sync"));
    widgets::SyncStatus status;
    status.waiting = 2;
    window.syncStatus().setStatus(status);
    window.syncStatus().click();
    QCOMPARE(window.currentPage(), QStringLiteral("outbox"));
}

QTEST_MAIN(CityPagesTest)
#include "CityPagesTest.moc"
