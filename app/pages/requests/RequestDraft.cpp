// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/requests/RequestDraft.h"

#include "core/base/Limits.h"
#include "core/crypto/Sealing.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <cmath>

namespace spilno::pages {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kDraftBytesMax = 8 * 1024 * 1024;

template <class Id>
QString hexOf(const Id &id)
{
    return id.isNull() ? QString() : id.toHex();
}

template <class Id>
Id idOf(const QJsonValue &value)
{
    return Id::fromHex(value.toString()).value_or(Id());
}

} // namespace

bool RequestDraft::isEmpty() const
{
    return title.isEmpty() && text.isEmpty() && address.isEmpty() && answers.empty() &&
           reporter.isEmpty() && phone.isEmpty() && email.isEmpty() && home.isEmpty() &&
           photos.isEmpty() && !point;
}

QByteArray RequestDraft::toJson() const
{
    QJsonArray names;
    for (const base::BlobId &photo : photos)
        names.append(photo.toHex());
    const QJsonArray at = point ? QJsonArray{point->latitude, point->longitude} : QJsonArray();
    const QByteArray answered = records::request::answersValue(answers).encoded();
    return QJsonDocument(QJsonObject{
                             {u"form"_s, 1},
                             {u"category"_s, hexOf(category)},
                             {u"scope"_s, hexOf(scope)},
                             {u"title"_s, title},
                             {u"text"_s, text},
                             {u"address"_s, address},
                             {u"point"_s, at},
                             {u"answers"_s, QString::fromLatin1(answered.toBase64())},
                             {u"source"_s, source},
                             {u"onBehalf"_s, onBehalf},
                             {u"reporter"_s, reporter},
                             {u"phone"_s, phone},
                             {u"email"_s, email},
                             {u"home"_s, home},
                             {u"photos"_s, names}})
        .toJson(QJsonDocument::Compact);
}

std::optional<RequestDraft> RequestDraft::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value(u"form"_s).toInt() != 1)
        return std::nullopt;
    RequestDraft draft;
    draft.category = idOf<base::EntityId>(object.value(u"category"_s));
    draft.scope = idOf<base::ScopeId>(object.value(u"scope"_s));
    draft.title = object.value(u"title"_s).toString();
    draft.text = object.value(u"text"_s).toString();
    draft.address = object.value(u"address"_s).toString();
    const QJsonArray at = object.value(u"point"_s).toArray();
    const widgets::GeoPoint point{at.at(0).toDouble(), at.at(1).toDouble()};
    if (at.size() == 2 && std::abs(point.latitude) <= 90 && std::abs(point.longitude) <= 180)
        draft.point = point;
    const QByteArray answered =
        QByteArray::fromBase64(object.value(u"answers"_s).toString().toLatin1());
    if (const auto value = wire::Value::decode(base::view(answered)))
        draft.answers = records::request::answersOf(*value);
    draft.source = object.value(u"source"_s).toInt();
    draft.onBehalf = object.value(u"onBehalf"_s).toBool();
    draft.reporter = object.value(u"reporter"_s).toString();
    draft.phone = object.value(u"phone"_s).toString();
    draft.email = object.value(u"email"_s).toString();
    draft.home = object.value(u"home"_s).toString();
    const QJsonArray photos = object.value(u"photos"_s).toArray();
    for (const QJsonValue &photo : photos) {
        const auto blob = idOf<base::BlobId>(photo);
        if (!blob.isNull())
            draft.photos.append(blob);
    }
    return draft;
}

DraftFile::DraftFile(QString path)
    : m_path(std::move(path))
{
    m_writer.setMaxThreadCount(1);
}

DraftFile::~DraftFile()
{
    m_writer.waitForDone();
}

void DraftFile::setIdentity(const std::shared_ptr<const replica::Identity> &identity)
{
    m_identity = identity;
}

void DraftFile::save(const RequestDraft &draft)
{
    write(m_path, draft.toJson());
}

void DraftFile::savePhoto(const base::BlobId &blob, const QByteArray &bytes)
{
    write(photoPath(blob), bytes);
}

void DraftFile::write(const QString &path, const QByteArray &plain)
{
    if (!m_identity)
        return;
    m_writer.start([path, plain, key = m_identity->sealing.publicKey()] {
        QDir().mkpath(QFileInfo(path).path());
        QSaveFile file(path);
        // A draft that can not be written is no reason to disturb who is typing: the form itself
        // still has everything, and sending it says what is wrong with the disk.
        if (file.open(QIODevice::WriteOnly)) {
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
            file.write(crypto::sealTo(key, base::view(plain)));
            file.commit();
        }
    });
}

void DraftFile::remove()
{
    m_writer.start([path = m_path] {
        QFile::remove(path);
        const QFileInfo info(path);
        const QStringList photos =
            info.dir().entryList({info.fileName() + u".photo-*"_s}, QDir::Files);
        for (const QString &photo : photos)
            info.dir().remove(photo);
    });
}

std::optional<RequestDraft> DraftFile::load() const
{
    const QByteArray json = read(m_path);
    return json.isEmpty() ? std::nullopt : RequestDraft::fromJson(json);
}

QByteArray DraftFile::loadPhoto(const base::BlobId &blob) const
{
    return read(photoPath(blob));
}

QByteArray DraftFile::read(const QString &path) const
{
    QFile file(path);
    if (!m_identity || !file.open(QIODevice::ReadOnly) || file.size() > kDraftBytesMax)
        return {};
    const QByteArray sealed = file.readAll();
    const auto plain = m_identity->sealing.open(base::view(sealed));
    return plain ? base::toByteArray(plain->bytes()) : QByteArray();
}

QString DraftFile::photoPath(const base::BlobId &blob) const
{
    return m_path + u".photo-"_s + blob.toHex().left(32);
}

void DraftFile::waitForWritten()
{
    m_writer.waitForDone();
}

} // namespace spilno::pages
