// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/map/MapProjection.h"
#include "core/base/Result.h"
#include "core/records/request/RequestAnswers.h"
#include "core/replica/Identity.h"

#include <QList>
#include <QString>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace spilno::pages {

/// What stands in an unfinished form. A plain value.
struct RequestDraft
{
    base::EntityId category;
    base::ScopeId scope;
    QString title;
    QString text;
    QString address;
    std::optional<widgets::GeoPoint> point;
    std::vector<records::request::Answer> answers;
    int source = 0;
    bool onBehalf = false;
    QString reporter; ///< Private: name, phone, e-mail, address.
    QString phone;
    QString email;
    QString home;
    QList<base::BlobId> photos; ///< Kept by DraftFile under their hashes.

    /// Nothing typed or chosen that would be missed.
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] QByteArray toJson() const;
    /// What does not fit reads as empty; nothing when it is no draft at all.
    [[nodiscard]] static std::optional<RequestDraft> fromJson(const QByteArray &json);
};

/// Keeps the draft of a form through power cuts: sealed to the device's own key, because a draft
/// may name who reports, and written whole or not at all, off the GUI thread and in order. One
/// object for one form; GUI thread.
class DraftFile
{
public:
    /// path of the file; photos stand beside it.
    explicit DraftFile(QString path);
    /// Waits for what is being written.
    ~DraftFile();
    Q_DISABLE_COPY_MOVE(DraftFile)

    /// The keys of the profile; without them nothing is read or written.
    void setIdentity(const std::shared_ptr<const replica::Identity> &identity);
    bool canKeep() const { return m_identity != nullptr; }

    void save(const RequestDraft &draft);
    /// Forgets the draft and its photos.
    void remove();
    /// Nothing when there is none, or when it was sealed by another profile or is damaged.
    [[nodiscard]] std::optional<RequestDraft> load() const;

    /// Keeps the bytes of a photo with the draft.
    void savePhoto(const base::BlobId &blob, const QByteArray &bytes);
    [[nodiscard]] QByteArray loadPhoto(const base::BlobId &blob) const;
    void waitForWritten();

private:
    [[nodiscard]] QString photoPath(const base::BlobId &blob) const;
    void write(const QString &path, const QByteArray &plain);
    [[nodiscard]] QByteArray read(const QString &path) const;

    QString m_path;
    std::shared_ptr<const replica::Identity> m_identity;
    QThreadPool m_writer; ///< Of one thread: the last state wins.
};

} // namespace spilno::pages
