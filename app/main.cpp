// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The composition root of the desktop: makes everything, gives everything, and is the only file
// that sees both the window and the server inside the program.
#include "app/pages/ActionRegistry.h"
#include "app/session/Session.h"
#include "app/settings/Appearance.h"
#include "app/shell/Desktop.h"
#include "app/shell/FirstPaint.h"
#include "app/shell/MainWindow.h"
#include "app/shell/RunningWindow.h"
#include "app/shell/StartOptions.h"
#include "app/shell/Tour.h"
#include "core/base/platform/Heaps.h"
#include "core/crypto/Sodium.h"
#include "core/records/Registry.h"
#include "syncserver/founding/CityFounding.h"
#include "syncserver/host/ServerHost.h"
#include "syncserver/store/ReplicaStore.h"

#include <QApplication>
#include <QJsonObject>
#include <QScreen>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>
#include <map>
#include <memory>

using namespace spilno;

namespace {

/// The city servers inside the program, one a folder.
class EmbeddedServer final : public session::CityHosting
{
public:
    EmbeddedServer(base::Clock &clock, base::Random &random)
        : m_clock(clock)
        , m_random(random)
    {
    }

    bool holdsCity(const QString &folder) const override
    {
        return server::DataFolder(folder).check().has_value();
    }

    base::Result<base::CityId> found(const NewCity &city) override
    {
        server::CityFounding::Request request;
        request.folder = city.folder;
        request.name = city.name;
        request.owner = city.owner;
        request.displayName = city.ownerName;
        request.plan = server::FoundingPlan::standard(
            city.ukrainian ? server::PlanLanguage::Ukrainian : server::PlanLanguage::English);
        request.plan.timeZone = city.timeZone;
        request.listen = QStringLiteral("127.0.0.1:0");
        request.ownerReplica = city.ownerReplica;
        request.clock = &m_clock;
        request.random = &m_random;
        SPILNO_ASSIGN(const auto founded, server::CityFounding::found(request));
        return founded.id;
    }

    base::Result<Served> serve(const QString &path, std::optional<Reach> asked) override
    {
        m_hosts.erase(path);
        const server::DataFolder folder(path);
        SPILNO_ASSIGN(QJsonObject settings, folder.settings());
        const QString shared = QStringLiteral("shared");
        const bool wasShared = settings.value(shared).toBool();
        const Reach reach = asked.value_or(wasShared ? Reach::LocalNetwork : Reach::ThisComputer);
        const QString listen = settings.value(QStringLiteral("listen")).toString();
        const quint16 port = listen.section(QLatin1Char(':'), -1).toUShort();
        auto host = start(path, reach, port);
        if (!host && host.error().code == base::ErrorCode::AlreadyInUse && port != 0)
            host = start(path, reach, 0);
        if (!host)
            return base::failure(host.error());
        const bool isShared = reach == Reach::LocalNetwork;
        if ((*host)->port() != port || isShared != wasShared) {
            const QString address =
                isShared ? QStringLiteral("0.0.0.0:%1") : QStringLiteral("127.0.0.1:%1");
            settings.insert(QStringLiteral("listen"), address.arg((*host)->port()));
            settings.insert(shared, isShared);
            SPILNO_TRY(folder.writeSettings(settings));
        }
        const QString address = (*host)->address(QStringLiteral("127.0.0.1"));
        m_hosts[path] = std::move(*host);
        return Served{address, reach};
    }

    void stop() override { m_hosts.clear(); }

private:
    base::Result<std::unique_ptr<server::ServerHost>> start(
        const QString &path, Reach reach, quint16 port)
    {
        server::ServerHost::Options options;
        options.folder = path;
        options.address = reach == Reach::LocalNetwork ? QHostAddress(QHostAddress::AnyIPv4)
                                                       : QHostAddress(QHostAddress::LocalHost);
        options.port = port;
        options.clock = &m_clock;
        options.random = &m_random;
        options.logLevel = server::LogLevel::Warning;
        options.openStore = [this,
                             path]() -> base::Result<std::unique_ptr<server::SequencerStore>> {
            return openStore(path);
        };
        return server::ServerHost::start(options);
    }

    base::Result<std::unique_ptr<server::SequencerStore>> openStore(const QString &path)
    {
        replica::ReplicaDatabase::Options options;
        options.path = server::DataFolder(path).databaseFile();
        options.registry = &records::Registry::standard();
        options.clock = &m_clock;
        options.random = &m_random;
        SPILNO_ASSIGN(auto store, server::ReplicaStore::open(options));
        return store;
    }

    base::Clock &m_clock;
    base::Random &m_random;
    std::map<QString, std::unique_ptr<server::ServerHost>> m_hosts; ///< By folder.
};

void sayWhenPainted(QObject &window)
{
    auto *first = new shell::FirstPaint(&window);
    QObject::connect(first, &shell::FirstPaint::painted, first, [] {
        std::puts("painted");
        std::fflush(stdout);
    });
}

int runTour(
    shell::MainWindow &window,
    settings::Appearance &appearance,
    shell::Desktop &desktop,
    const session::SessionContext *city,
    const shell::StartOptions &options)
{
    constexpr int settleMs = 400; // for what comes from the replica
    constexpr int sentMs = 20'000;
    constexpr int listedMs = 1500; // after the last receipt the lists are read again
    if (city != nullptr) {
        (void)shell::Tour::wait(
            [city] {
                return city->waiting() == 0 &&
                       city->syncStatus().phase == sync::SyncPhase::UpToDate;
            },
            sentMs);
        (void)shell::Tour::wait([] { return false; }, listedMs);
    }
    shell::Tour tour(window, appearance);
    tour.addStops(desktop.tourStops());
    const auto outcome = tour.run(options.tourFolder, options.tour, settleMs);
    for (const QString &file : outcome.files)
        std::printf("%s\n", qPrintable(file));
    if (outcome.problem.isEmpty())
        return 0;
    std::fprintf(stderr, "spilno: %s\n", qPrintable(outcome.problem));
    return 1;
}

} // namespace

int main(int argc, char *argv[])
{
    base::shareHeaps();
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("spilno"));
    QCoreApplication::setOrganizationName(QStringLiteral("spilno"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SPILNO_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("spilno"));
    const auto options = shell::StartOptions::parse(application.arguments());
    if (options.exitCode >= 0) {
        std::fprintf(options.exitCode == 0 ? stdout : stderr, "%s\n", qPrintable(options.message));
        return options.exitCode;
    }
    crypto::initialise();
    if (const auto tested = crypto::selfTest(); !tested) {
        std::fprintf(stderr, "spilno: %s\n", qPrintable(tested.error().detail));
        return 1;
    }
    base::SystemClock clock;
    crypto::SystemRandom random;
    QTemporaryDir temporary;
    const shell::StartRequest request = options.startRequest(temporary.path());
    shell::RunningWindow running(
        request.profile.isEmpty() ? request.profilesFolder : request.profile);
    if (options.tourFolder.isEmpty()) {
        if (running.handOver(request.link))
            return 0;
        running.listen();
    }
    const bool isTour = !options.tourFolder.isEmpty();
    QSettings own;
    QSettings touring(temporary.filePath(QStringLiteral("tour.ini")), QSettings::IniFormat);
    settings::Settings settings(isTour ? touring : own);
    settings::Appearance appearance(settings);
    if (isTour && options.tour.language)
        settings.setLanguage(*options.tour.language); // the names of a new city are in it
    pages::ActionRegistry actions;
    EmbeddedServer server(clock, random);
    session::Session session({&clock, &random, &server});
    shell::MainWindow window(actions, settings);
    shell::Desktop desktop(window, session, actions, settings);
    QObject::connect(
        &running, &shell::RunningWindow::startedAgain, &desktop, [&](const QString &link) {
            window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
            window.raise();
            window.activateWindow();
            if (!link.isEmpty())
                desktop.openLink(link);
        });
    if (options.measured)
        sayWhenPainted(window);
    desktop.start(request);
    if (!isTour) {
        // An office screen of 1366x768 has no room for the size it begins with.
        const QSize desk = window.screen()->availableSize();
        const bool fits = desk.width() > window.width() && desk.height() > window.height() + 30;
        if (settings.windowGeometry().isEmpty() && !fits)
            window.showMaximized();
        else
            window.show();
        return QApplication::exec();
    }
    int exitCode = 1;
    QObject::connect(&desktop, &shell::Desktop::ready, &window, [&] {
        exitCode = runTour(window, appearance, desktop, session.context(), options);
        application.quit();
    });
    QApplication::exec();
    return exitCode;
}
