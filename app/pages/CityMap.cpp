// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/CityMap.h"

#include "app/session/SessionContext.h"
#include "app/session/WhenDone.h"
#include "core/base/Limits.h"
#include "core/records/mappart/MapPartRule.h"

#include <QThreadPool>

namespace spilno::pages {

using namespace Qt::StringLiterals;
using replica::ReplicaDatabase;
using widgets::MapGround;

namespace {

constexpr int kLayersMax = 24;
/// Of all layers together: what a computer of an office paints without being asked to wait.
constexpr std::size_t kPositionsMax = 2 * limits::kMapPositionsMax;

struct StoredLayer
{
    MapGround::Kind kind = MapGround::Kind::Districts;
    QString attribution;
    QByteArray bytes;
};
using StoredLayers = std::vector<StoredLayer>;
using Drawn = std::shared_ptr<const MapGround>;

/// Empty when a part is missing.
base::Result<QByteArray> bytesOf(const ReplicaDatabase &database, const replica::Record &layer)
{
    replica::Query query;
    query.type = u"map_part"_s;
    query.where = {
        {u"layer"_s, replica::Condition::Operator::Equal, wire::Value(layer.entity.toByteArray())}};
    query.orderBy = u"place"_s;
    query.descending = false;
    query.limit = limits::kMapLayerPartsMax;
    SPILNO_ASSIGN(const replica::Page page, database.list(query));
    QByteArray bytes;
    for (const replica::Record &part : page.items)
        bytes += part.value(u"bytes"_s).toBytes();
    const bool isWhole =
        static_cast<qint64>(page.items.size()) == layer.value(u"parts"_s).toInteger() &&
        bytes.size() == layer.value(u"size"_s).toInteger();
    return isWhole ? bytes : QByteArray();
}

base::Result<StoredLayers> readLayers(const ReplicaDatabase &database)
{
    replica::Query query;
    query.type = u"map_layer"_s;
    query.orderBy = u"order"_s;
    query.descending = false;
    query.limit = 200;
    SPILNO_ASSIGN(const replica::Page page, database.list(query));
    StoredLayers layers;
    for (const replica::Record &record : page.items) {
        if (record.value(u"retired"_s).toBoolean() || layers.size() == kLayersMax)
            continue;
        SPILNO_ASSIGN(QByteArray bytes, bytesOf(database, record));
        const qint64 kind = record.value(u"kind"_s).toInteger();
        const bool isKnown = kind >= 0 && kind <= static_cast<qint64>(MapGround::Kind::Places);
        if (!bytes.isEmpty() && isKnown)
            layers.push_back(
                {static_cast<MapGround::Kind>(kind),
                 record.value(u"attribution"_s).toText().simplified(), std::move(bytes)});
    }
    return layers;
}

/// A layer that can not be read, or that is too much, is left out: it is somebody else's.
Drawn draw(const StoredLayers &stored)
{
    std::vector<MapGround::Layer> layers;
    std::size_t positions = 0;
    for (const StoredLayer &layer : stored) {
        auto features = records::maplayer::decodeMapFeatures(base::view(layer.bytes));
        if (!features)
            continue;
        positions += records::maplayer::positionCount(*features);
        if (positions > kPositionsMax)
            break;
        layers.push_back({layer.kind, layer.attribution, std::move(*features)});
    }
    if (layers.empty())
        return nullptr;
    return std::make_shared<const MapGround>(layers);
}

} // namespace

CityMap::CityMap(session::SessionContext &context)
    : QObject(&context)
    , m_context(context)
{
    connect(
        &m_context.replica(), &replica::Replica::changed, this,
        [this](const replica::ChangeSet &changes) {
            const bool mine =
                std::any_of(changes.types.begin(), changes.types.end(), [](std::uint32_t type) {
                    return type == records::maplayer::kType || type == records::mappart::kType;
                });
            if (mine)
                ask();
        });
    connect(&m_context, &session::SessionContext::cityChanged, this, &CityMap::ask);
    ask();
}

CityMap::~CityMap() = default;

CityMap &CityMap::of(session::SessionContext &context)
{
    auto *map = context.findChild<CityMap *>(QString(), Qt::FindDirectChildrenOnly);
    return map != nullptr ? *map : *new CityMap(context);
}

QString CityMap::sentenceWithoutLayers()
{
    return tr("This city has no base map yet.");
}

void CityMap::ask()
{
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    const auto drawElsewhere = [this](const base::Result<StoredLayers> &layers) {
        auto promise = std::make_shared<QPromise<Drawn>>();
        promise->start();
        session::whenDone(this, promise->future(), [this](const Drawn &drawn) { take(drawn); });
        QThreadPool::globalInstance()->start([promise, stored = layers ? *layers : StoredLayers()] {
            promise->addResult(draw(stored));
            promise->finish();
        });
    };
    session::whenDone(this, m_context.replica().read(&readLayers), drawElsewhere);
}

void CityMap::take(const Drawn &ground)
{
    m_asking = false;
    m_ground = ground;
    m_loaded = true;
    Q_EMIT changed();
    if (std::exchange(m_askAgain, false))
        ask();
}

} // namespace spilno::pages
