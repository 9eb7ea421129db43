// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncserver/net/TlsCertificate.h"

#include "syncserver/keys/PrivateFile.h"

#include "core/crypto/Hashing.h"

#include <QtNetwork/QSsl>

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace spilno::server {

namespace {

constexpr qint64 kCertificateBytesMax = 16 * 1024;
constexpr long kValidSeconds = 10L * 366 * 24 * 3600;

template <auto Free>
struct Freed
{
    template <class T>
    void operator()(T *thing) const
    {
        Free(thing);
    }
};

void freeBio(BIO *bio)
{
    BIO_free(bio);
}

using KeyPointer = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using CertificatePointer = std::unique_ptr<X509, Freed<X509_free>>;
using BioPointer = std::unique_ptr<BIO, Freed<freeBio>>;

QByteArray contents(BIO *bio)
{
    char *start = nullptr;
    const long size = BIO_get_mem_data(bio, &start);
    return {start, size};
}

base::Result<TlsCertificate> notMade()
{
    return base::failure(
        base::ErrorCode::Unknown, QStringLiteral("the TLS certificate cannot be made"));
}

CertificatePointer selfSigned(EVP_PKEY *key, qint64 nowMs, base::Random &random)
{
    CertificatePointer certificate(X509_new());
    if (!certificate)
        return nullptr;
    auto now = static_cast<time_t>(nowMs / 1000);
    const std::uint64_t serial = 1 + random.below(std::uint64_t{1} << 62);
    X509_NAME *name = X509_get_subject_name(certificate.get());
    const auto *common = reinterpret_cast<const unsigned char *>("spilno");
    const bool ok =
        X509_set_version(certificate.get(), X509_VERSION_3) == 1 &&
        ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), serial) == 1 &&
        X509_time_adj_ex(X509_getm_notBefore(certificate.get()), -1, 0, &now) != nullptr &&
        X509_time_adj_ex(X509_getm_notAfter(certificate.get()), 0, kValidSeconds, &now) !=
            nullptr &&
        X509_set_pubkey(certificate.get(), key) == 1 &&
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, common, -1, -1, 0) == 1 &&
        X509_set_issuer_name(certificate.get(), name) == 1 &&
        X509_sign(certificate.get(), key, EVP_sha256()) > 0;
    return ok ? std::move(certificate) : nullptr;
}

QString keyFile(const QString &folder)
{
    return folder + QStringLiteral("/tls.key");
}

QString certificateFile(const QString &folder)
{
    return folder + QStringLiteral("/tls.crt");
}

} // namespace

base::Result<TlsCertificate> TlsCertificate::make(qint64 nowMs, base::Random &random)
{
    const KeyPointer key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
    const CertificatePointer certificate = key ? selfSigned(key.get(), nowMs, random) : nullptr;
    const BioPointer keyBio(BIO_new(BIO_s_mem()));
    const BioPointer certificateBio(BIO_new(BIO_s_mem()));
    if (!certificate || !keyBio || !certificateBio ||
        PEM_write_bio_PrivateKey(keyBio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) !=
            1 ||
        PEM_write_bio_X509(certificateBio.get(), certificate.get()) != 1)
        return notMade();
    return fromPem(contents(keyBio.get()), contents(certificateBio.get()));
}

base::Result<TlsCertificate> TlsCertificate::fromPem(
    const QByteArray &key, const QByteArray &certificate)
{
    TlsCertificate made;
    made.m_keyPem = key;
    made.m_certificatePem = certificate;
    made.m_key = QSslKey(key, QSsl::Ec, QSsl::Pem);
    made.m_certificate = QSslCertificate(certificate, QSsl::Pem);
    if (made.m_key.isNull() || made.m_certificate.isNull())
        return base::failure(
            base::ErrorCode::Malformed,
            QStringLiteral("the TLS certificate is damaged; rotate-cert makes a new one"));
    // A key and a certificate that were cut apart by a crash must not be used together.
    const BioPointer bio(BIO_new_mem_buf(certificate.constData(), int(certificate.size())));
    const BioPointer keyBio(BIO_new_mem_buf(key.constData(), int(key.size())));
    const CertificatePointer parsed(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    const KeyPointer secret(PEM_read_bio_PrivateKey(keyBio.get(), nullptr, nullptr, nullptr));
    if (!parsed || !secret || X509_check_private_key(parsed.get(), secret.get()) != 1)
        return base::failure(
            base::ErrorCode::Malformed,
            QStringLiteral(
                "tls.key and tls.crt do not belong together; rotate-cert makes new ones"));
    return made;
}

base::Result<TlsCertificate> TlsCertificate::read(const QString &folder)
{
    SPILNO_ASSIGN(const QByteArray key, readWholeFile(keyFile(folder), kCertificateBytesMax));
    SPILNO_ASSIGN(
        const QByteArray certificate, readWholeFile(certificateFile(folder), kCertificateBytesMax));
    return fromPem(key, certificate);
}

base::Result<> TlsCertificate::write(const QString &folder) const
{
    SPILNO_TRY(writePrivateFile(keyFile(folder), m_keyPem));
    return writePrivateFile(certificateFile(folder), m_certificatePem);
}

base::Hash TlsCertificate::hash() const
{
    const QByteArray der = m_certificate.toDer();
    return crypto::sha256({base::view(der)});
}

QSslConfiguration TlsCertificate::configuration() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(m_certificate);
    configuration.setPrivateKey(m_key);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setProtocol(QSsl::TlsV1_3OrLater);
    return configuration;
}

} // namespace spilno::server
