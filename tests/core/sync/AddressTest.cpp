// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/ServerAddress.h"

#include <QtTest/QtTest>

using namespace spilno;
using sync::AddressProblem;
using sync::ServerAddress;

namespace {

const QString kHex = QStringLiteral("00112233445566778899aabbccddeeff").repeated(2);

AddressProblem problemOf(const QString &text)
{
    AddressProblem problem = AddressProblem::None;
    return ServerAddress::parse(text, &problem) ? AddressProblem::None : problem;
}

} // namespace

class AddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlainAddressIsRead();
    void severalHostsAndIpv6AreReadInTheirOrder();
    void anInvitationKeepsItsCode();
    void aFingerprintMayBeGroupedAndInCapitals();
    void theCanonicalTextReadsBack_data();
    void theCanonicalTextReadsBack();
    void whatIsWrongIsNamed_data();
    void whatIsWrongIsNamed();
};

void AddressTest::aPlainAddressIsRead()
{
    const auto address = ServerAddress::parse(u"  spilno://city.example.ua:7747#" + kHex + u'\n');
    QVERIFY(address);
    QCOMPARE(address->endpoints.size(), std::size_t(1));
    QCOMPARE(address->endpoints[0].host, QStringLiteral("city.example.ua"));
    QCOMPARE(address->endpoints[0].port, quint16(7747));
    QCOMPARE(address->city.toHex(), kHex);
    QVERIFY(!address->isInvitation());
}

void AddressTest::severalHostsAndIpv6AreReadInTheirOrder()
{
    const auto address =
        ServerAddress::parse(u"SPILNO://10.0.0.1:1, [2001:db8::5]:443,місто.укр:65535#" + kHex);
    QVERIFY(address);
    QCOMPARE(address->endpoints.size(), std::size_t(3));
    QCOMPARE(address->endpoints[0].toString(), QStringLiteral("10.0.0.1:1"));
    QCOMPARE(address->endpoints[1].host, QStringLiteral("2001:db8::5"));
    QCOMPARE(address->endpoints[1].toString(), QStringLiteral("[2001:db8::5]:443"));
    QCOMPARE(address->endpoints[2].host, QStringLiteral("місто.укр"));
}

void AddressTest::anInvitationKeepsItsCode()
{
    const auto address = ServerAddress::parse(u"spilno://h:5/join?x=1&code=AB-CD%2B%20e#" + kHex);
    QVERIFY(address);
    QVERIFY(address->isInvitation());
    QCOMPARE(address->invitation, QStringLiteral("AB-CD+ e"));
}

void AddressTest::aFingerprintMayBeGroupedAndInCapitals()
{
    QString grouped;
    for (int i = 0; i < 64; i += 4)
        grouped += kHex.mid(i, 4).toUpper() + (i % 8 == 0 ? u' ' : u'-');
    const auto address = ServerAddress::parse(u"spilno://h:5#" + grouped);
    QVERIFY(address);
    QCOMPARE(address->city.toHex(), kHex);
}

void AddressTest::theCanonicalTextReadsBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QString(u"spilno://h:5#" + kHex);
    QTest::newRow("ipv6 and more") << QString(u"spilno://[::1]:5,h:6#" + kHex);
    QTest::newRow("invitation") << QString(u"spilno://h:5/join?code=a%26b%23#" + kHex);
}

void AddressTest::theCanonicalTextReadsBack()
{
    QFETCH(QString, text);
    const auto address = ServerAddress::parse(text);
    QVERIFY(address);
    QCOMPARE(address->toString(), text);
    QVERIFY(*ServerAddress::parse(address->toString()) == *address);
}

void AddressTest::whatIsWrongIsNamed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("problem");
    const auto row = [](const char *name, const QString &text, AddressProblem problem) {
        QTest::newRow(name) << text << static_cast<int>(problem);
    };
    row("empty", QStringLiteral("  "), AddressProblem::Empty);
    row("web address", u"https://h:5#" + kHex, AddressProblem::OtherScheme);
    row("no host", u"spilno://:5#" + kHex, AddressProblem::NoHost);
    row("space in host", u"spilno://a b:5#" + kHex, AddressProblem::NoHost);
    row("user", u"spilno://me@h:5#" + kHex, AddressProblem::NoHost);
    row("open bracket", u"spilno://[::1:5#" + kHex, AddressProblem::NoHost);
    row("trailing comma", u"spilno://h:5,#" + kHex, AddressProblem::NoHost);
    row("no port", u"spilno://h#" + kHex, AddressProblem::BadPort);
    row("no port after bracket", u"spilno://[::1]#" + kHex, AddressProblem::BadPort);
    row("port 0", u"spilno://h:0#" + kHex, AddressProblem::BadPort);
    row("port too large", u"spilno://h:65536#" + kHex, AddressProblem::BadPort);
    row("port with sign", u"spilno://h:+5#" + kHex, AddressProblem::BadPort);
    row("ipv6 without brackets", u"spilno://::1:5#" + kHex, AddressProblem::NoHost);
    row("no fingerprint", QStringLiteral("spilno://h:5"), AddressProblem::NoFingerprint);
    row("empty fingerprint", QStringLiteral("spilno://h:5# "), AddressProblem::NoFingerprint);
    row("one digit short", u"spilno://h:5#" + kHex.left(63), AddressProblem::BadFingerprint);
    row("not a digit", u"spilno://h:5#" + kHex.left(63) + u'g', AddressProblem::BadFingerprint);
    row("other path", u"spilno://h:5/leave?code=1#" + kHex, AddressProblem::UnknownPath);
    row("join without code", u"spilno://h:5/join#" + kHex, AddressProblem::NoCode);
    row("many hosts", u"spilno://" + QStringLiteral("h:5,").repeated(17) + u'#' + kHex,
        AddressProblem::TooManyHosts);
}

void AddressTest::whatIsWrongIsNamed()
{
    QFETCH(QString, text);
    QFETCH(int, problem);
    QCOMPARE(static_cast<int>(problemOf(text)), problem);
}

QTEST_APPLESS_MAIN(AddressTest)
#include "AddressTest.moc"
