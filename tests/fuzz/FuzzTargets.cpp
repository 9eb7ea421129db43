// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/FuzzTargets.h"

#include "core/import/CsvReader.h"
#include "core/import/GeoJsonReader.h"
#include "core/log/KeyChain.h"
#include "core/sync/ServerAddress.h"
#include "core/wire/Cbor.h"
#include "tests/support/ProtocolVectors.h"
#include "tests/support/RoundTrip.h"

#include <QtCore/QBuffer>

namespace spilno::fuzz {

namespace {

/// The inputs of a folder's scenarios, good and bad. Those of transparency have them in "proof"
/// where not in "bytes", and checkpoints are text.
std::vector<QByteArray> vectorInputs(const char *folder)
{
    std::vector<QByteArray> inputs;
    for (const QString &path : support::vectorFiles(QLatin1String(folder))) {
        const auto vector = support::ProtocolVector::read(path);
        if (!vector)
            qFatal("%s is no vector", qPrintable(path));
        const char *field = vector->fields.contains(QLatin1String("proof")) ? "proof" : "bytes";
        const QByteArray bytes = vector->bytes(field);
        if (!bytes.isEmpty() && bytes.size() < 64 * 1024)
            inputs.push_back(bytes);
    }
    return inputs;
}

template <std::size_t Index>
void runCodec(const std::uint8_t *data, std::size_t size)
{
    const support::Codec &codec = support::codecs()[Index];
    if (codec.roundTrip({data, size}) == support::Outcome::Different)
        qFatal("%s: one value has two encodings", codec.name);
}

template <std::size_t Index>
std::vector<QByteArray> seedsOfCodec()
{
    return vectorInputs(support::codecs()[Index].folder);
}

template <std::size_t... Index>
std::vector<Target> codecTargets(std::index_sequence<Index...>)
{
    return {Target{support::codecs()[Index].name, runCodec<Index>, seedsOfCodec<Index>}...};
}

/// Reads a file to its end in bounded memory; a whole row that is written and read again is the
/// same row.
void runCsv(const std::uint8_t *data, std::size_t size)
{
    QByteArray bytes = base::toByteArray({data, size});
    QBuffer file(&bytes);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("a buffer does not open");
    auto reader = import::CsvReader::open(file);
    if (!reader)
        return;
    for (std::size_t rows = 0; rows <= size; ++rows) {
        const auto row = reader->next();
        if (!row || !*row)
            return;
        if ((*row)->fault == import::CsvFault::None &&
            (*row)->fields.size() != reader->header().size())
            qFatal("csv: a row of another width without a fault");
    }
    qFatal("csv: more rows than bytes");
}

std::vector<QByteArray> csvSeeds()
{
    return {
        "name;phone\n\"a;b\";1\n",
        "\xef\xbb\xbfid,\"t\"\"x\"\r\n1,\"two\nlines\"\r\n2\r\n",
        "a\tb\n1\t2\n\"open\t3\n4\t5",
        "\xcf\xf0\xb3\xe7\xe2\xe8\xf9\xe5;\xb2\xec\xff\n1;2\n",
        "a|b|a\n",
        "\n\n\n",
        "a,b\n\"x\"y,2\n",
    };
}

/// The canonical text of an address is that address.
void runAddress(const std::uint8_t *data, std::size_t size)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto address = sync::ServerAddress::parse(text);
    if (!address)
        return;
    const auto again = sync::ServerAddress::parse(address->toString());
    if (!again || *again != *address)
        qFatal("address: the canonical text is another address");
}

std::vector<QByteArray> addressSeeds()
{
    const QByteArray city(64, 'a');
    return {
        "spilno://city.example:4450#" + city,
        "spilno://[2001:db8::1]:443,10.0.0.1:4450#" + city,
        "spilno://\xd0\xbc\xd1\x96.example:1/join?code=de-ne%2Dyak#" + city,
        "spilno://user@host:99999/x?query#" + city,
        "spilno://a:1#AAAA aaaa-" + city.left(56),
    };
}

void runKeyLink(const std::uint8_t *data, std::size_t size)
{
    (void)log::readKeyLink({data, size}).has_value();
}

std::vector<QByteArray> keyLinkSeeds()
{
    QByteArray link;
    wire::CborWriter writer(link);
    writer.array(4).number(1).bytes(base::view(QByteArray(32, 'o')));
    writer.bytes(base::view(QByteArray(32, 'n'))).number(1'760'000'000'000);
    return {link + QByteArray(64, 's'), link};
}

/// A layer that was made of a file is read back the same.
void runGeoJson(const std::uint8_t *data, std::size_t size)
{
    const auto read = import::GeoJsonReader::read(base::toByteArray({data, size}));
    if (read.fault)
        return;
    const auto back = records::maplayer::decodeMapFeatures(base::view(read.layer.bytes));
    if (!back || *back != read.layer.features)
        qFatal("geojson: a layer is not read back");
}

std::vector<QByteArray> geoJsonSeeds()
{
    return {
        R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"a"},)"
        R"("geometry":{"type":"Polygon","coordinates":[[[30,50],[31,50],[31,51],[30,50]]]}}]})",
        R"({"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]]})",
        R"({"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2,3]}]})",
        R"({"type":"Feature","geometry":null,"properties":null})",
    };
}

/// The bytes of a layer have one form.
void runMapFeatures(const std::uint8_t *data, std::size_t size)
{
    const auto features = records::maplayer::decodeMapFeatures({data, size});
    if (features &&
        records::maplayer::encodeMapFeatures(*features) != base::toByteArray({data, size}))
        qFatal("mapfeatures: one layer has two encodings");
}

std::vector<QByteArray> mapFeatureSeeds()
{
    std::vector<QByteArray> seeds;
    for (const QByteArray &json : geoJsonSeeds()) {
        const auto read = import::GeoJsonReader::read(json);
        if (!read.fault)
            seeds.push_back(read.layer.bytes);
    }
    return seeds;
}

std::vector<Target> allTargets()
{
    constexpr std::size_t kCodecs = 19;
    if (support::codecs().size() != kCodecs)
        qFatal("a codec without a fuzz target");
    std::vector<Target> all = codecTargets(std::make_index_sequence<kCodecs>());
    all.push_back({"csv", runCsv, csvSeeds});
    all.push_back({"geojson", runGeoJson, geoJsonSeeds});
    all.push_back({"mapfeatures", runMapFeatures, mapFeatureSeeds});
    all.push_back({"address", runAddress, addressSeeds});
    all.push_back({"keylink", runKeyLink, keyLinkSeeds});
    return all;
}

} // namespace

const std::vector<Target> &targets()
{
    static const std::vector<Target> all = allTargets();
    return all;
}

} // namespace spilno::fuzz
