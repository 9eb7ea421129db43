// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/BlobFolder.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace spilno;

class BlobFolderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsStoredIsReadBackUnderItsHash();
    void otherBytesUnderTheNameAreNoticed();
    void nothingAndTooMuchAreRefused();

private:
    QTemporaryDir m_folder;
};

void BlobFolderTest::whatIsStoredIsReadBackUnderItsHash()
{
    const replica::BlobFolder blobs(m_folder.filePath(QStringLiteral("photos")));
    const QByteArray photo("a photo");
    const auto blob = blobs.store(photo);
    QVERIFY(blob);
    QCOMPARE(*blob, replica::blobId(base::view(photo)));
    QVERIFY(blobs.has(*blob));
    QCOMPARE(blobs.read(*blob).value(), photo);
    QCOMPARE(blobs.store(photo).value(), *blob);
    QCOMPARE(blobs.read(base::BlobId()).error().code, base::ErrorCode::NotFound);
}

void BlobFolderTest::otherBytesUnderTheNameAreNoticed()
{
    const QString folder = m_folder.filePath(QStringLiteral("damaged"));
    const replica::BlobFolder blobs(folder);
    const auto blob = blobs.store(QByteArray("what was photographed"));
    QFile file(folder + u'/' + blob->toHex());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("something else");
    file.close();
    QCOMPARE(blobs.read(*blob).error().code, base::ErrorCode::Corrupt);
}

void BlobFolderTest::nothingAndTooMuchAreRefused()
{
    const replica::BlobFolder blobs(m_folder.filePath(QStringLiteral("refused")));
    QCOMPARE(blobs.store({}).error().code, base::ErrorCode::InvalidArgument);
    QCOMPARE(
        blobs.store(QByteArray(64 * 1024 * 1024 + 1, 'x')).error().code,
        base::ErrorCode::LimitExceeded);
    QFile file(m_folder.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const replica::BlobFolder below(file.fileName() + QStringLiteral("/below"));
    QCOMPARE(below.store(QByteArray("x")).error().code, base::ErrorCode::ReadOnly);
}

QTEST_GUILESS_MAIN(BlobFolderTest)
#include "BlobFolderTest.moc"
