// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ImportLayerCommand.h"

#include "app/cli/Workplace.h"
#include "core/base/Limits.h"
#include "core/base/text/Normalise.h"

#include <QtCore/QFile>
#include <QtCore/QLocale>

namespace spilno::cli {

using base::ErrorCode;
using import::GeoJsonFault;
using import::GeoJsonReader;
using import::MapLayerImport;
using import::MapLayerWords;

namespace {

const records::RecordType &layerType()
{
    return *records::Registry::standard().type(QStringLiteral("map_layer"));
}

const std::vector<QString> &kinds()
{
    return layerType().field(QStringLiteral("kind"))->choices;
}

QString kindList()
{
    return QStringList(kinds().begin(), kinds().end()).join(QLatin1Char('|'));
}

} // namespace

Syntax ImportLayerCommand::syntax() const
{
    return {
        .name = QStringLiteral("import layer"),
        .operands = QStringLiteral("FILE --name NAME --attribution TEXT [--name-uk NAME] "
                                   "[--licence TEXT] [--kind KIND] [--order N] "
                                   "[--name-field FIELD] [--json]"),
        .operandsMin = 1,
        .operandsMax = 1,
        .values =
            {QStringLiteral("name"), QStringLiteral("attribution"), QStringLiteral("name-uk"),
             QStringLiteral("licence"), QStringLiteral("kind"), QStringLiteral("order"),
             QStringLiteral("name-field")},
        .summary = tr("make a layer of the map from a GeoJSON file")};
}

QString ImportLayerCommand::sentence(const QString &file, const GeoJsonReader::Outcome &outcome)
{
    const QLocale locale;
    switch (*outcome.fault) {
    case GeoJsonFault::NotJson:
        return tr("%1 is not JSON.").arg(file);
    case GeoJsonFault::NotGeoJson:
        return tr("%1 is JSON, but not GeoJSON: it has no features.").arg(file);
    case GeoJsonFault::TooManyBytes:
        return tr("%1 is too large: the file may have %2 and the layer made of it %3.")
            .arg(
                file, locale.formattedDataSize(limits::kGeoJsonBytesMax),
                locale.formattedDataSize(limits::kMapLayerBytesMax));
    case GeoJsonFault::TooManyFeatures:
        return tr("%1 has more than %2 features.")
            .arg(file, locale.toString(limits::kMapFeaturesMax));
    case GeoJsonFault::TooManyPositions:
        return tr("%1 has more than %2 positions or %3 lines and rings.")
            .arg(
                file, locale.toString(limits::kMapPositionsMax),
                locale.toString(limits::kMapPathsMax));
    case GeoJsonFault::TooDeep:
        return tr("%1 is nested too deep.").arg(file);
    case GeoJsonFault::OutOfRange:
        return tr("Feature %1 of %2 has a coordinate that is no longitude and latitude in degrees.")
            .arg(outcome.feature + 1)
            .arg(file);
    case GeoJsonFault::BadGeometry:
        return tr("Feature %1 of %2 has a geometry that cannot be read.")
            .arg(outcome.feature + 1)
            .arg(file);
    case GeoJsonFault::OtherSystem:
        return tr("%1 is in another coordinate system. Convert it to WGS 84 (EPSG:4326).")
            .arg(file);
    case GeoJsonFault::Empty:
        break;
    }
    return tr("There is nothing to draw in %1.").arg(file);
}

base::Result<QByteArray> ImportLayerCommand::readFile(const Surroundings &around)
{
    const QString name = around.line.operand(0);
    QFile file(name);
    if (!file.exists())
        return around.terminal.fail(ErrorCode::NotFound, tr("There is no file %1.").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return around.terminal.fail(
            ErrorCode::Io, tr("%1 cannot be read: %2.").arg(name, file.errorString()));
    // One byte more than may be: the reader says so.
    return file.read(qint64{limits::kGeoJsonBytesMax} + 1);
}

base::Result<MapLayerWords> ImportLayerCommand::words(const Surroundings &around)
{
    MapLayerWords words;
    const auto take =
        [&around](const char *option, const char *field, QString &text) -> base::Result<> {
        const QString name = QString::fromLatin1(option);
        text = base::displayText(around.line.value(name)).simplified();
        const int most = layerType().field(QString::fromLatin1(field))->maxBytes;
        if (text.toUtf8().size() > most)
            return around.terminal.fail(
                ErrorCode::LimitExceeded, tr("--%1 is longer than %2 bytes.").arg(name).arg(most));
        return {};
    };
    SPILNO_TRY(take("name", "name", words.name));
    SPILNO_TRY(take("name-uk", "name_uk", words.nameUk));
    SPILNO_TRY(take("attribution", "attribution", words.attribution));
    SPILNO_TRY(take("licence", "licence", words.licence));
    if (words.name.isEmpty() || words.attribution.isEmpty())
        return around.terminal.fail(
            ErrorCode::InvalidArgument,
            tr("Say what the layer is and where it comes from: --name NAME --attribution TEXT"));
    if (around.line.has(QStringLiteral("kind"))) {
        const auto &known = kinds();
        const auto found =
            std::find(known.begin(), known.end(), around.line.value(QStringLiteral("kind")));
        if (found == known.end())
            return around.terminal.fail(
                ErrorCode::InvalidArgument, tr("--kind is one of %1").arg(kindList()));
        words.kind = static_cast<records::maplayer::Kind>(found - known.begin());
    }
    if (around.line.has(QStringLiteral("order"))) {
        bool isNumber = false;
        words.order = around.line.value(QStringLiteral("order")).toInt(&isNumber);
        if (!isNumber)
            return around.terminal.fail(
                ErrorCode::InvalidArgument, tr("--order is a number; the lowest is at the bottom"));
    }
    return words;
}

base::Result<> ImportLayerCommand::run(Surroundings &around)
{
    SPILNO_ASSIGN(const MapLayerWords said, words(around));
    SPILNO_ASSIGN(const QByteArray json, readFile(around));
    const auto read = GeoJsonReader::read(json, around.line.value(QStringLiteral("name-field")));
    if (read.fault)
        return around.terminal.fail(
            ErrorCode::InvalidArgument, sentence(around.line.operand(0), read));
    SPILNO_ASSIGN(const auto place, Workplace::open(around, Workplace::Keys::Needed));
    const auto done = waitFor(place->replica().write(
        [&](replica::ReplicaDatabase &database) -> base::Result<MapLayerImport::Done> {
            return MapLayerImport::write(
                database, place->identity()->person, around.random, said, read.layer.bytes);
        }));
    if (!done && done.error().code == ErrorCode::NotPermitted)
        return around.terminal.fail(
            ErrorCode::NotPermitted,
            tr("Only a registrar or the staff of a body can change the city's map."));
    if (!done)
        return base::failure(done.error());
    const auto features = static_cast<qint64>(read.layer.features.size());
    const auto positions =
        static_cast<qint64>(records::maplayer::positionCount(read.layer.features));
    const QJsonObject answer{
        {QStringLiteral("id"), done->layer.toHex()},
        {QStringLiteral("features"), features},
        {QStringLiteral("left_out"), qint64{read.layer.leftOut}},
        {QStringLiteral("positions"), positions},
        {QStringLiteral("bytes"), qint64{read.layer.bytes.size()}},
        {QStringLiteral("parts"), done->parts},
        {QStringLiteral("replaced"), done->replaced}};
    around.terminal.answer(
        answer, tr("%1: %2 features, %3 positions, %4 bytes in %5 parts; layers replaced: %6")
                    .arg(said.name)
                    .arg(features)
                    .arg(positions)
                    .arg(read.layer.bytes.size())
                    .arg(done->parts)
                    .arg(done->replaced));
    return {};
}

} // namespace spilno::cli
