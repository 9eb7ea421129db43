// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/requests/PhotoPicker.h"
#include "app/pages/requests/RequestDraft.h"
#include "core/profile/ReceiptCode.h"
#include "core/replica/Draft.h"

#include <QFuture>
#include <QStringList>

#include <functional>

namespace spilno::session {
class SessionContext;
}

namespace spilno::pages {

class CityBook;

/// What the person gets who reported something: shown, read out or printed, kept nowhere.
struct RequestReceipt
{
    base::EntityId request;
    QString number; ///< Empty when the device has no numbers of its own yet.
    QString title;
    QString city;
    QStringList words;
    qint64 writtenMs = 0;
};

/// Turns a filled form into one signed transaction: the public request, its photos, and, in the
/// sealed scope of the responsible body, who reported it. What is private never gets into a field
/// of the public record. Pure but for the randomness of the context.
class RequestSubmission
{
public:
    RequestSubmission(
        const RequestDraft &draft,
        QList<ChosenPhoto> photos,
        session::SessionContext &context,
        const CityBook &book);

    /// Signs and writes it, off the GUI thread. Locked, DiskFull, LimitExceeded, NotPermitted and
    /// what the replica says else.
    [[nodiscard]] QFuture<base::Result<RequestReceipt>> send(replica::BlobFolder blobs);

    /// The changes as they will be signed, for claimKey.
    [[nodiscard]] std::vector<replica::Draft> drafts(const base::PublicKey &claimKey) const;
    /// The scope a private companion would go to; null when there is none.
    [[nodiscard]] base::ScopeId sealedScope() const { return m_sealedScope; }
    [[nodiscard]] base::EntityId request() const { return m_request; }

private:
    using Finish = std::function<void(base::Result<RequestReceipt>)>;
    void write(
        const base::PublicKey &claimKey, const RequestReceipt &receipt, const Finish &finish) const;
    [[nodiscard]] replica::Draft publicDraft(const base::PublicKey &claimKey) const;
    [[nodiscard]] std::optional<replica::Draft> companionDraft() const;
    [[nodiscard]] replica::Draft photoDraft(const ChosenPhoto &photo, int place) const;

    RequestDraft m_draft;
    QList<ChosenPhoto> m_photos;
    session::SessionContext &m_context;
    base::Salt m_salt;
    base::EntityId m_request;
    base::ScopeId m_sealedScope;
    base::EntityId m_body;
    QString m_categoryName;
    bool m_sealed = false; ///< Nothing of it is public but that it is.
    int m_roundMetres = 0; ///< Above 0 the exact place is not public.
    bool m_staff = false;
    std::optional<qint64> m_dueMs;
};

} // namespace spilno::pages
