// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/Desktop.h"

#include "app/pages/ActionRegistry.h"
#include "app/pages/cities/CitiesPage.h"
#include "app/pages/conflicts/ConflictsPage.h"
#include "app/pages/outbox/OutboxPage.h"
#include "app/pages/people/PeoplePage.h"
#include "app/pages/start/StartCover.h"
#include "app/pages/sync/SyncPage.h"
#include "app/records/ChangeWords.h"
#include "app/session/BundleJob.h"
#include "app/session/DemoCity.h"
#include "app/session/Passphrase.h"
#include "app/session/Sentences.h"
#include "app/session/WhenDone.h"
#include "app/settings/Settings.h"
#include "app/shell/CityPaletteSource.h"
#include "app/shell/LockScreen.h"
#include "app/shell/MainWindow.h"
#include "app/shell/PassphraseDialog.h"
#include "app/shell/SettingsPage.h"
#include "app/shell/ShortcutsPage.h"
#include "app/widgets/StateStack.h"
#include "app/widgets/SyncStatusItem.h"

#include <QDropEvent>
#include <QMimeData>
#include <QTimer>
#include <QUrl>

#include <utility>

namespace spilno::shell {

using base::Result;
using pages::PageEntry;
using pages::RailGroup;
using session::Sentences;
using session::SessionContext;

namespace {

widgets::SyncStatus statusOf(const SessionContext &context)
{
    const sync::SyncStatus &status = context.syncStatus();
    using Link = widgets::SyncStatus::Link;
    widgets::SyncStatus shown;
    const bool sending = status.phase == sync::SyncPhase::Sending;
    shown.waiting = sending ? qMax(int(status.pendingCount), context.waiting()) : context.waiting();
    if (status.lastContactMs != 0)
        shown.lastContact = QDateTime::fromMSecsSinceEpoch(status.lastContactMs);
    switch (status.phase) {
    case sync::SyncPhase::UpToDate:
    case sync::SyncPhase::Sending:
        shown.link = Link::Online;
        break;
    case sync::SyncPhase::Connecting:
        shown.link = status.hasError ? Link::Offline : Link::Connecting;
        break;
    case sync::SyncPhase::Checking:
    case sync::SyncPhase::CatchingUp:
        shown.link = Link::Connecting;
        break;
    case sync::SyncPhase::Off:
    case sync::SyncPhase::Waiting:
    case sync::SyncPhase::Stopped:
        break;
    }
    return shown;
}

} // namespace

Desktop::Desktop(
    MainWindow &window,
    session::Session &session,
    pages::ActionRegistry &actions,
    settings::Settings &settings)
    : m_window(window)
    , m_session(session)
    , m_actions(actions)
    , m_settings(settings)
{
    connect(&session, &session::Session::contextChanged, this, &Desktop::contextChanged);
    connect(&session, &session::Session::lockedChanged, this, &Desktop::tellLocked);
    connectLock();
    window.installEventFilter(this);
    window.setAcceptDrops(true);
}

Desktop::~Desktop()
{
    if (m_citySource)
        m_window.commandPalette().removeSource(m_citySource.get());
}

void Desktop::start(const StartRequest &request)
{
    m_request = request;
    const bool known = !request.profile.isEmpty() && profile::Profile::exists(request.profile);
    if (request.demonstration || known)
        showOpening();
    if (request.demonstration)
        openDemonstration(request.profile);
    else if (known)
        openProfile(request.profile);
    else
        showStart();
}

void Desktop::showOpening()
{
    auto *opening = new widgets::StateStack(new QWidget, widgets::StateStack::Ground::None);
    opening->setAccessibleName(tr("Opening"));
    opening->showLoading();
    m_window.setCover(opening);
}

void Desktop::openLink(const QString &link)
{
    // Nothing comes up over the lock screen.
    if (m_window.isLocked()) {
        m_request.link = link;
        return;
    }
    if (!link.startsWith(QStringLiteral("spilno:"), Qt::CaseInsensitive)) {
        openBundle(link);
        return;
    }
    if (!m_cover)
        makeCover();
    m_cover->openLink(link);
}

void Desktop::openBundle(const QString &path)
{
    if (m_session.context() == nullptr || m_cover) {
        m_request.link = path;
        if (!m_cover)
            makeCover();
        m_cover->showProblem(
            tr("This file carries changes of a city. They are taken in as soon as the city is "
               "open: choose the profile, or join the city first."));
        return;
    }
    // Of another city of the same person: that one comes up. What is wrong the page says.
    if (const auto city = session::BundleJob::cityOf(path); city)
        (void)m_session.showCity(*city);
    m_window.showPage(QStringLiteral("sync"), path);
}

void Desktop::addPages()
{
    addRequestPages();
    const auto add = [this](
                         const char *id, RailGroup group, const char *name, const char *icon,
                         const QKeySequence &keys, auto create) {
        m_window.addPage(
            {QString::fromLatin1(id),
             group,
             [name] { return Desktop::tr(name); },
             QString::fromLatin1(icon),
             keys,
             create,
             {}});
    };
    add("outbox", RailGroup::Mine, QT_TR_NOOP("Outbox"), "send", {},
        [this] { return new pages::OutboxPage(*m_session.context()); });
    add("conflicts", RailGroup::Mine, QT_TR_NOOP("Conflicts"), "git-merge", {},
        [this] { return new pages::ConflictsPage(*m_session.context()); });
    add("people", RailGroup::City, QT_TR_NOOP("People"), "users", {},
        [this] { return new pages::PeoplePage(m_session, *m_session.context()); });
    add("sync", RailGroup::Hidden, QT_TR_NOOP("Synchronisation"), "refresh-cw", {},
        [this] { return new pages::SyncPage(m_session, *m_session.context()); });
    add("cities", RailGroup::Hidden, QT_TR_NOOP("Cities"), "building-2", {}, [this] {
        auto *page = new pages::CitiesPage(m_session);
        connect(page, &pages::CitiesPage::addRequested, this, &Desktop::addCity);
        return page;
    });
    add("settings", RailGroup::Hidden, QT_TR_NOOP("Settings"), "settings",
        QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { return makeSettings(); });
    add("help", RailGroup::Hidden, QT_TR_NOOP("Keyboard"), "circle-question-mark",
        QKeySequence(Qt::Key_F1), [this] { return new ShortcutsPage(m_actions); });
}

pages::Page *Desktop::makeSettings()
{
    auto *page = new SettingsPage(m_settings);
    page->setHasPassphrase(m_session.hasPassphrase());
    connect(&m_session, &session::Session::lockedChanged, page, [this, page] {
        page->setHasPassphrase(m_session.hasPassphrase());
    });
    connect(page, &SettingsPage::passphraseRequested, this, [this, page] {
        auto *dialog = new PassphraseDialog(m_session, &m_window);
        connect(dialog, &QDialog::accepted, page, &SettingsPage::passphraseChanged);
        dialog->open();
    });
    return page;
}

void Desktop::connectLock()
{
    connect(&m_window, &MainWindow::locked, &m_session, &session::Session::lock);
    connect(
        &m_window.lockScreen(), &LockScreen::unlockRequested, this,
        [this](const QString &passphrase) {
            m_window.lockScreen().setChecking(true);
            session::whenDone(
                this, m_session.unlock(session::passphraseBytes(passphrase)),
                [this](const Result<> &unlocked) {
                    if (!unlocked) {
                        m_window.lockScreen().refuse(Sentences::error(unlocked.error()));
                        return;
                    }
                    m_window.unlock();
                    openPending();
                });
        });
}

void Desktop::openProfile(const QString &folder)
{
    session::whenDone(this, m_session.openProfile(folder), [this](const Result<> &opened) {
        profileOpened(opened);
    });
}

void Desktop::openDemonstration(const QString &folder)
{
    auto *demo = new session::DemoCity(m_session, this);
    connect(demo, &session::DemoCity::opened, this, [this] { showCity(); });
    connect(demo, &session::DemoCity::filled, this, [this, demo] {
        demo->deleteLater();
        Q_EMIT ready();
    });
    connect(demo, &session::DemoCity::failed, this, [this, demo](const base::Error &error) {
        demo->deleteLater();
        qWarning("the demonstration: %s", qPrintable(error.detail));
        profileOpened(base::failure(error));
        if (m_session.context() != nullptr)
            m_window.showToast(
                tr("The demonstration is not complete: %1").arg(Sentences::error(error)));
    });
    demo->open(folder);
}

pages::StartCover *Desktop::makeCover()
{
    pages::StartCover::Places places;
    places.profilesFolder = m_request.profilesFolder;
    if (!m_request.profile.isEmpty() && !m_request.demonstration)
        places.newProfile = m_request.profile;
    m_cover = new pages::StartCover(m_session, places);
    m_cover->setAccessibleName(tr("Start"));
    connect(m_cover, &pages::StartCover::languageChosen, this, [this](const QString &code) {
        m_settings.setLanguage(
            code == QStringLiteral("uk") ? settings::Language::Ukrainian
                                         : settings::Language::English);
    });
    connect(m_cover, &pages::StartCover::finished, this, [this] { profileOpened({}); });
    connect(m_cover, &pages::StartCover::cancelled, this, [this] { m_window.setCover(nullptr); });
    connect(m_cover, &pages::StartCover::profileChosen, this, &Desktop::openProfile);
    connect(m_cover, &pages::StartCover::demonstrationChosen, this, &Desktop::openDemonstration);
    m_window.setCover(m_cover);
    return m_cover;
}

QList<Tour::Stop> Desktop::tourStops()
{
    QList<Tour::Stop> stops;
    for (const char *step : {"welcome", "join", "host", "recovery"}) {
        const QString name = QString::fromLatin1(step);
        stops.append({QStringLiteral("start-") + name, [this, name] {
                          if (!m_cover)
                              makeCover();
                          m_cover->showStep(name);
                      }});
    }
    stops.append({QStringLiteral("lock"), [this] {
                      m_window.setCover(nullptr);
                      m_window.setCanLock(true);
                      m_window.lock();
                  }});
    return stops;
}

void Desktop::showStart(const QString &problem)
{
    if (!m_cover)
        makeCover();
    m_cover->showProblem(problem);
    if (m_request.link.startsWith(QStringLiteral("spilno:"), Qt::CaseInsensitive) ||
        (!m_request.link.isEmpty() && problem.isEmpty()))
        openLink(std::exchange(m_request.link, {}));
    Q_EMIT ready();
}

void Desktop::addCity()
{
    makeCover();
}

void Desktop::profileOpened(const Result<> &outcome)
{
    if (!m_session.hasProfile() || m_session.context() == nullptr) {
        showStart(outcome ? QString() : Sentences::profileError(outcome.error()));
        return;
    }
    showCity();
    Q_EMIT ready();
}

void Desktop::showCity()
{
    m_window.setCover(nullptr);
    m_window.setCanLock(m_session.hasPassphrase());
    if (m_session.isLocked())
        m_window.lock();
    openPending();
}

void Desktop::openPending()
{
    if (!m_request.link.isEmpty())
        openLink(std::exchange(m_request.link, {}));
}

void Desktop::contextChanged()
{
    SessionContext *context = m_session.context();
    if (context == nullptr)
        return;
    if (m_window.pageIds().isEmpty())
        addPages();
    else
        m_window.dropPages();
    connect(context, &SessionContext::syncStatusChanged, this, &Desktop::showStatus);
    for (const auto signal :
         {&SessionContext::personChanged, &SessionContext::rolesChanged,
          &SessionContext::cityChanged})
        connect(context, signal, this, &Desktop::showPerson);
    feedPalette();
    showPerson();
    showStatus();
    // Their numbers stand in the rail before anybody looks at them.
    QTimer::singleShot(0, this, [this] {
        for (const char *id : {"outbox", "conflicts"})
            m_window.page(QString::fromLatin1(id));
    });
}

/// The palette finds what is in the city that is shown, and in no other.
void Desktop::feedPalette()
{
    CommandPalette &palette = m_window.commandPalette();
    if (m_citySource)
        palette.removeSource(m_citySource.get());
    m_citySource = std::make_unique<CityPaletteSource>(
        *m_session.context(),
        [this](const QString &page, const QVariant &place) { m_window.showPage(page, place); });
    palette.addSource(m_citySource.get());
}

bool Desktop::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window && event->type() == QEvent::LanguageChange)
        showPerson();
    if (watched == &m_window && takeDrag(event))
        return true;
    return QObject::eventFilter(watched, event);
}

bool Desktop::takeDrag(QEvent *event)
{
    if ((event->type() != QEvent::DragEnter && event->type() != QEvent::Drop) ||
        m_window.isLocked())
        return false;
    auto *drop = static_cast<QDropEvent *>(event);
    const QList<QUrl> urls = drop->mimeData()->urls();
    QString link;
    for (const QUrl &url : urls) {
        if (url.isLocalFile() && url.fileName().endsWith(QStringLiteral(".spilno")))
            link = url.toLocalFile();
        else if (url.scheme() == QStringLiteral("spilno"))
            link = url.toString();
    }
    if (link.isEmpty())
        return false;
    drop->acceptProposedAction();
    if (event->type() == QEvent::Drop)
        QTimer::singleShot(0, this, [this, link] { openLink(link); });
    return true;
}

void Desktop::showPerson()
{
    const SessionContext *context = m_session.context();
    if (context == nullptr)
        return;
    QString role;
    // The last one is of a body, where there is one: that is the day's work.
    for (const replica::HeldRole &held : context->roles()) {
        if (role.isEmpty() || !held.bodyName.isEmpty())
            role = held.bodyName.isEmpty()
                       ? records::ChangeWords::roleName(held.role)
                       : tr("%1 · %2", "role · body")
                             .arg(records::ChangeWords::roleName(held.role), held.bodyName);
    }
    // While nobody was unlocked here yet, the lock screen says at least which city this is.
    const QString name = context->personName();
    m_window.setProfile(
        name.isEmpty() ? context->cityName() : name, role.isEmpty() ? context->cityName() : role);
    m_window.setNotice(
        m_session.hasPassphrase() ? QString() : tr("No passphrase"),
        tr("This profile opens without a passphrase: whoever uses this computer can act in your "
           "name."));
    m_window.refreshPages();
}

void Desktop::showStatus()
{
    if (const SessionContext *context = m_session.context())
        m_window.syncStatus().setStatus(statusOf(*context));
}

void Desktop::tellLocked()
{
    m_window.setCanLock(m_session.hasPassphrase());
    showPerson();
}

} // namespace spilno::shell
