// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The composition root of the desktop: makes everything, gives everything, and is the only file
// that sees both the window and the server inside the program.
#include "app/pages/ActionRegistry.h"
#include "app/session/Session.h"
#include "app/settings/Appearance.h"
#include "app/shell/Desktop.h"
#include "app/shell/MainWindow.h"
#include "app/shell/StartOptions.h"
#include "app/shell/Tour.h"
#include "core/crypto/Sodium.h"
#include "core/records/Registry.h"
#include "syncserver/founding/CityFounding.h"
#include "syncserver/host/ServerHost.h"
#include "syncserver/store/ReplicaStore.h"

#include <QApplication>
#include <QJsonObject>
#include <QSettings>
#include <QTemporaryDir>

#include <cstdio>

using namespace spilno;

namespace {

/// The city server inside the program.
class EmbeddedServer final : public session::CityHosting
{
public:
    EmbeddedServer(base::Clock &clock, base::Random &random)
        : m_clock(clock)
        , m_random(random)
    {
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
        request.listen = QStringLiteral("0.0.0.0:0");
        request.ownerReplica = city.ownerReplica;
        request.clock = &m_clock;
        request.random = &m_random;
        SPILNO_ASSIGN(const auto founded, server::CityFounding::found(request));
        return founded.id;
    }

    base::Result<QString> serve(const QString &path, Reach reach) override
    {
        stop();
        const server::DataFolder folder(path);
        SPILNO_ASSIGN(const QJsonObject settings, folder.settings());
        const QString listen = settings.value(QStringLiteral("listen")).toString();
        const quint16 port = listen.section(QLatin1Char(':'), -1).toUShort();
        auto host = start(path, reach, port);
        if (!host && host.error().code == base::ErrorCode::AlreadyInUse && port != 0)
            host = start(path, reach, 0);
        if (!host)
            return base::failure(host.error());
        m_host = std::move(*host);
        if (m_host->port() != port) {
            const QString fresh = QStringLiteral("0.0.0.0:%1").arg(m_host->port());
            SPILNO_TRY(folder.writeSettings({{QStringLiteral("listen"), fresh}}));
        }
        return m_host->address(QStringLiteral("127.0.0.1"));
    }

    void stop() override { m_host.reset(); }

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
    std::unique_ptr<server::ServerHost> m_host;
};

int runTour(
    shell::MainWindow &window,
    settings::Appearance &appearance,
    shell::Desktop &desktop,
    const shell::StartOptions &options)
{
    constexpr int settleMs = 400; // for what comes from the replica
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
    QSettings store;
    settings::Settings settings(store);
    settings::Appearance appearance(settings);
    pages::ActionRegistry actions;
    EmbeddedServer server(clock, random);
    session::Session session({&clock, &random, &server});
    shell::MainWindow window(actions, settings);
    shell::Desktop desktop(window, session, actions, settings);
    desktop.start(options.startRequest(temporary.path()));
    if (options.tourFolder.isEmpty()) {
        window.show();
        return QApplication::exec();
    }
    int exitCode = 1;
    QObject::connect(&desktop, &shell::Desktop::ready, &window, [&] {
        exitCode = runTour(window, appearance, desktop, options);
        application.quit();
    });
    QApplication::exec();
    return exitCode;
}
