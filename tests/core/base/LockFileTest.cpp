// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/platform/LockFile.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace spilno;
using namespace Qt::StringLiterals;

class LockFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneHoldsItAtATime()
    {
        QTemporaryDir folder;
        auto first = base::lockFile(folder.filePath(u"lock"_s), u"it"_s);
        QVERIFY(first);
        const auto second = base::lockFile(folder.filePath(u"lock"_s), u"it"_s);
        QVERIFY(!second);
        QCOMPARE(second.error().code, base::ErrorCode::AlreadyInUse);
        first->reset();
        QVERIFY(base::lockFile(folder.filePath(u"lock"_s), u"it"_s));
    }

    /// A process killed between making the file and writing its name into it locked the profile
    /// for ever.
    void whatADeadProcessBeganIsTakenOver_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("half") << QByteArray("12");
        QTest::newRow("zeros, as after a power cut") << QByteArray(40, '\0');
    }

    void whatADeadProcessBeganIsTakenOver()
    {
        QFETCH(QByteArray, content);
        QTemporaryDir folder;
        QFile left(folder.filePath(u"lock"_s));
        QVERIFY(left.open(QIODevice::WriteOnly) && left.write(content) == content.size());
        left.close();
        QVERIFY(base::lockFile(folder.filePath(u"lock"_s), u"it"_s));
    }

    void whatALivingProcessHoldsIsNot()
    {
        QTemporaryDir folder;
        const auto held = base::lockFile(folder.filePath(u"lock"_s), u"it"_s);
        QVERIFY(held);
        QVERIFY(QFile::resize(folder.filePath(u"lock"_s), 0));
        const auto second = base::lockFile(folder.filePath(u"lock"_s), u"it"_s);
        QVERIFY(!second);
        QCOMPARE(second.error().code, base::ErrorCode::AlreadyInUse);
        QVERIFY(QFile::exists(folder.filePath(u"lock"_s)));
    }
};

QTEST_GUILESS_MAIN(LockFileTest)
#include "LockFileTest.moc"
