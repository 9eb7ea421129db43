// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/base/Random.h"
#include "core/base/Result.h"

#include <QtCore/QByteArray>
#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslKey>

namespace spilno::server {

/// The self-signed EC P-256 certificate that connections are encrypted with. Nobody trusts it for
/// itself: the server signs its hash with the city's key in every greeting, so it can be exchanged
/// at any time. A value.
class TlsCertificate
{
public:
    /// A fresh key and certificate, valid for ten years from `nowMs` (nobody checks the dates).
    [[nodiscard]] static base::Result<TlsCertificate> make(qint64 nowMs, base::Random &random);

    /// Reads tls.key and tls.crt of a folder.
    [[nodiscard]] static base::Result<TlsCertificate> read(const QString &folder);

    /// Writes both with 0600; the key first, so that a cut leaves a pair that read() refuses.
    [[nodiscard]] base::Result<> write(const QString &folder) const;

    /// SHA-256 of the DER certificate: what both sides sign.
    [[nodiscard]] base::Hash hash() const;

    /// TLS 1.3 with this certificate; the client is not asked for one.
    [[nodiscard]] QSslConfiguration configuration() const;

private:
    TlsCertificate() = default;
    [[nodiscard]] static base::Result<TlsCertificate> fromPem(
        const QByteArray &key, const QByteArray &certificate);

    QByteArray m_keyPem;
    QByteArray m_certificatePem;
    QSslKey m_key;
    QSslCertificate m_certificate;
};

} // namespace spilno::server
