// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Limits.h"
#include "tests/core/sync/SessionDriver.h"

#include <QtTest/QtTest>

using namespace spilno;
using sync::EndReason;
using sync::SessionPhase;
using sync::SliceQueue;
using test::SessionDriver;
using test::TestCity;
using test::TestFeed;

class SessionPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slicesAreAppliedInOrderAndMakeItLive();
    void aPageInPartsCutAnywhereAppliesWholeSlicesOnly();
    void duplicateSlicesAndPartsAreBorne();
    void aMissingSliceIsAskedForOnce();
    void aForgedSliceEndsTheSession();
    void aSliceThatUnpacksToOtherThanItsPageSaysIsRefused();
    void aPageThatIsNoZstdIsRefused();
    void atMostTwoSlicesAreInWork();
    void creditComesBackOnlyWhenASliceIsApplied();
    void pagesFarBeyondTheCreditEndTheSession();
    void aSliceThatWaitsForTheRulesIsTriedAgainAfterThem();
    void aPreviewIsShownOnceTheRulesAreApplied();
    void aPreviewThatCannotBeReadIsLeftOut();
    void aReplicaThatFailsEndsTheSession();
    void pagesDueThatDoNotComeAreAStall();
    void slowApplyingIsNoStall();
    void onceEndsWhenEverythingIsHere();
};

void SessionPagesTest::slicesAreAppliedInOrderAndMakeItLive()
{
    TestCity city;
    TestFeed first(city.id(), city.rules(), 5);
    TestFeed second(city.id(), city.rules(), 6);
    for (int i = 0; i < 4; ++i) {
        city.sequence(first.write(3));
        city.sequence(second.write(2));
    }
    SessionDriver driver(city);
    driver.welcome(city);
    QCOMPARE(driver.session.progress().phase, SessionPhase::CatchingUp);
    QCOMPARE(driver.session.progress().changesBehind, std::uint64_t(20));
    driver.serve(city.page(city.rules(), 0, 3));
    driver.serve(city.page(city.rules(), 3, 1));
    QCOMPARE(driver.session.progress().changesBehind, std::uint64_t(10));
    driver.serve(city.page(city.rules(), 4, 4));
    QCOMPARE(driver.session.progress().phase, SessionPhase::Live);
    QCOMPARE(driver.session.progress().changesIn, std::uint64_t(20));
    QCOMPARE(driver.applied.size(), std::size_t(3));
    QCOMPARE(driver.applied.back().first, std::uint64_t(10));

    city.sequence(second.write(1));
    driver.serve(city.page(city.rules(), 8, 1));
    QCOMPARE(driver.session.progress().changesIn, std::uint64_t(21));
    QVERIFY(!driver.closed);
}

void SessionPagesTest::aPageInPartsCutAnywhereAppliesWholeSlicesOnly()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    city.sequence(feed.write(2));
    city.sequence(feed.write(2));
    QByteArray bytes = wire::encodeFrame(city.page(city.rules(), 0, 1));
    const qsizetype firstEnds = bytes.size();
    for (const wire::PageFrame &part : city.pages(city.rules(), 1, 1, 50))
        bytes += wire::encodeFrame(part);
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        SessionDriver driver(city);
        driver.welcome(city);
        for (qsizetype at = 0; at < cut; at += 97)
            driver.serveBytes(bytes.mid(at, qMin<qsizetype>(97, cut - at)));
        const std::size_t whole = cut == bytes.size() ? 2 : cut >= firstEnds ? 1 : 0;
        QCOMPARE(driver.applied.size(), whole);
        driver.session.disconnected();
        driver.collect();
        QCOMPARE(driver.closed->reason, EndReason::Disconnected);
        QCOMPARE(driver.applied.size(), whole);
    }
}

void SessionPagesTest::duplicateSlicesAndPartsAreBorne()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    for (int i = 0; i < 3; ++i)
        city.sequence(feed.write(4));
    SessionDriver driver(city);
    driver.welcome(city);
    driver.serve(city.page(city.rules(), 0, 2));
    driver.serve(city.page(city.rules(), 0, 2));
    driver.serve(city.page(city.rules(), 0, 1));
    const auto parts = city.pages(city.rules(), 2, 1, 60);
    QVERIFY(parts.size() > 2);
    driver.serve(parts[0]);
    driver.serve(parts[1]);
    driver.serve(parts[1]);
    driver.serve(parts[0]);
    for (const wire::PageFrame &part : parts)
        driver.serve(part);
    QCOMPARE(driver.applied.size(), std::size_t(2));
    QCOMPARE(driver.session.progress().phase, SessionPhase::Live);
    QVERIFY(!driver.closed);
    driver.serve(parts[1]);
    QCOMPARE(driver.closed->reason, EndReason::Protocol);
}

void SessionPagesTest::aMissingSliceIsAskedForOnce()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    for (int i = 0; i < 3; ++i)
        city.sequence(feed.write(4));
    SessionDriver driver(city);
    driver.welcome(city);
    driver.serve(city.page(city.rules(), 0, 1));
    driver.serve(city.page(city.rules(), 2, 1));
    const auto follows = driver.sent<wire::FollowFrame>();
    QCOMPARE(follows.size(), std::size_t(1));
    QCOMPARE(follows[0].cursors[0].scope, city.rules());
    QCOMPARE(follows[0].cursors[0].applied, std::uint64_t(4));
    driver.serve(city.page(city.rules(), 1, 2));
    QCOMPARE(driver.session.progress().phase, SessionPhase::Live);

    SessionDriver stubborn(city);
    stubborn.welcome(city);
    stubborn.serve(city.page(city.rules(), 2, 1));
    stubborn.serve(city.page(city.rules(), 2, 1));
    QVERIFY(stubborn.closed);
    QVERIFY(stubborn.applied.empty());
}

void SessionPagesTest::aForgedSliceEndsTheSession()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    city.sequence(feed.write(4));
    const QByteArray raw = city.slice(city.rules(), 0, 1);
    int judged = 0;
    for (qsizetype at = 40; at < raw.size(); at += 7) {
        QByteArray forged = raw;
        forged[at] = static_cast<char>(forged[at] ^ 1);
        SessionDriver driver(city);
        driver.welcome(city);
        driver.serve(wire::PageFrame{city.rules(), 0, 0, true, false, wire::compress(forged)});
        // A turned bit of the first position or the epoch makes it another, well-formed slice.
        if (!driver.closed)
            continue;
        ++judged;
        QVERIFY(
            driver.closed->reason == EndReason::BadContent ||
            driver.closed->reason == EndReason::Protocol);
        QVERIFY(driver.applied.empty());
    }
    QVERIFY(judged > raw.size() / 7 - 12);
}

void SessionPagesTest::aSliceThatUnpacksToOtherThanItsPageSaysIsRefused()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    city.sequence(feed.write(4));
    wire::PageFrame page = city.page(city.rules(), 0, 1);
    page.scope = city.people();
    SessionDriver driver(city);
    driver.welcome(city);
    driver.serve(page);
    QCOMPARE(driver.closed->reason, EndReason::Protocol);
}

void SessionPagesTest::aPageThatIsNoZstdIsRefused()
{
    TestCity city;
    SessionDriver driver(city);
    driver.welcome(city);
    driver.serve(wire::PageFrame{city.rules(), 0, 0, true, false, QByteArray("not packed")});
    QCOMPARE(driver.closed->reason, EndReason::Protocol);

    SessionDriver bombed(city);
    bombed.welcome(city);
    const QByteArray zeros(limits::kSliceRawBytesMax + 1, '\0');
    bombed.serve(wire::PageFrame{city.rules(), 0, 0, true, false, wire::compress(zeros)});
    QCOMPARE(bombed.closed->error.code, base::ErrorCode::LimitExceeded);
}

void SessionPagesTest::atMostTwoSlicesAreInWork()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    for (int i = 0; i < 6; ++i)
        city.sequence(feed.write(1));
    SessionDriver driver(city);
    driver.holdSlices = true;
    driver.welcome(city);
    for (std::size_t i = 0; i < 6; ++i)
        driver.serve(city.page(city.rules(), i, 1));
    QCOMPARE(driver.heldSlices.size(), std::size_t(2));
    driver.applyOne();
    QCOMPARE(driver.heldSlices.size(), std::size_t(2));
    QCOMPARE(driver.heldSlices.back().firstPosition, std::uint64_t(2));
    while (!driver.heldSlices.empty())
        driver.applyOne();
    QCOMPARE(driver.applied.size(), std::size_t(6));
    QCOMPARE(driver.session.progress().phase, SessionPhase::Live);
}

void SessionPagesTest::creditComesBackOnlyWhenASliceIsApplied()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    for (int i = 0; i < 3; ++i)
        city.sequence(feed.write(4, 30'000));
    SessionDriver driver(city);
    driver.holdSlices = true;
    driver.welcome(city);
    quint64 taken = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const wire::PageFrame page = city.page(city.rules(), i, 1);
        taken += static_cast<quint64>(page.bytes.size());
        driver.serve(page);
    }
    QVERIFY(driver.sent<wire::CreditFrame>().empty());
    while (!driver.heldSlices.empty())
        driver.applyOne();
    quint64 returned = 0;
    for (const wire::CreditFrame &credit : driver.sent<wire::CreditFrame>())
        returned += credit.bytes;
    QCOMPARE(returned, taken);
}

void SessionPagesTest::pagesFarBeyondTheCreditEndTheSession()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    city.sequence(feed.write(1));
    city.sequence(feed.write(1));
    SessionDriver driver(city);
    driver.holdSlices = true;
    driver.welcome(city);
    driver.serve(city.page(city.rules(), 0, 1));
    driver.serve(city.page(city.rules(), 1, 1));
    const QByteArray bytes(1'000'000, 'x');
    int served = 0;
    for (; served < 20 && !driver.closed; ++served)
        driver.serve(wire::PageFrame{city.rules(), 2, 0, true, false, bytes});
    QVERIFY(driver.closed);
    QCOMPARE(driver.closed->error.code, base::ErrorCode::LimitExceeded);
    QVERIFY(served * bytes.size() < SliceQueue::kCreditBytes + 2 * limits::kSliceWireBytesMax);
}

void SessionPagesTest::aSliceThatWaitsForTheRulesIsTriedAgainAfterThem()
{
    TestCity city;
    TestFeed rules(city.id(), city.rules(), 5);
    TestFeed people(city.id(), city.people(), 6);
    city.sequence(people.write(2));
    city.sequence(people.write(2));
    city.sequence(rules.write(1));
    SessionDriver driver(city);
    driver.holdSlices = true;
    driver.welcome(city);
    driver.serve(city.page(city.people(), 0, 1));
    driver.serve(city.page(city.people(), 1, 1));
    QCOMPARE(driver.heldSlices.size(), std::size_t(2));
    const base::Result<> busy = base::failure(base::ErrorCode::Busy);
    driver.applyOne(busy);
    // The second one's result means nothing any more, whatever it is.
    driver.applyOne(busy);
    QVERIFY(driver.heldSlices.empty());
    QVERIFY(!driver.closed);

    driver.serve(city.page(city.rules(), 0, 1));
    QCOMPARE(driver.heldSlices.size(), std::size_t(1));
    driver.applyOne();
    QCOMPARE(driver.heldSlices.size(), std::size_t(2));
    driver.applyOne();
    driver.applyOne();
    QCOMPARE(driver.applied.size(), std::size_t(3));
    QCOMPARE(driver.applied[1].first, std::uint64_t(0));
    QCOMPARE(driver.applied[2].first, std::uint64_t(2));
    QCOMPARE(driver.session.progress().phase, SessionPhase::Live);
}

void SessionPagesTest::aPreviewIsShownOnceTheRulesAreApplied()
{
    TestCity city;
    TestFeed rules(city.id(), city.rules(), 5);
    city.sequence(rules.write(1));
    const auto scope = base::ScopeId::fromTrusted("content content content content ");
    TestFeed content(city.id(), scope, 6);
    for (int i = 0; i < 4; ++i)
        city.sequence(content.write(2));
    SessionDriver driver(city);
    driver.holdSlices = true;
    driver.welcome(city);
    driver.serve(city.page(city.rules(), 0, 1));
    const wire::PageFrame page = city.preview(scope, 2);
    driver.serve(page);
    QVERIFY(driver.previews.empty()); // by what it is judged is still in work
    driver.applyOne();
    QCOMPARE(driver.previews.size(), std::size_t(1));
    QCOMPARE(driver.previews.front().slice.firstPosition, std::uint64_t(4));
    QVERIFY(log::verifyPreview(driver.previews.front(), city.id()));
    std::uint64_t credit = 0;
    for (const wire::CreditFrame &frame : driver.sent<wire::CreditFrame>())
        credit += frame.bytes;
    QVERIFY(credit >= static_cast<std::uint64_t>(page.bytes.size()));
    QCOMPARE(driver.session.progress().changesBehind, std::uint64_t(8));
}

void SessionPagesTest::aPreviewThatCannotBeReadIsLeftOut()
{
    TestCity city;
    const auto scope = base::ScopeId::fromTrusted("content content content content ");
    TestFeed content(city.id(), scope, 6);
    for (int i = 0; i < 4; ++i)
        city.sequence(content.write(2));
    SessionDriver driver(city);
    driver.welcome(city);
    wire::PageFrame noise = city.preview(scope, 2);
    noise.bytes = QByteArray(60, 'x');
    driver.serve(noise);
    wire::PageFrame otherPlace = city.preview(scope, 2);
    otherPlace.firstPosition += 1;
    driver.serve(otherPlace);
    wire::PageFrame slice = city.page(scope, 2, 2);
    slice.preview = true;
    driver.serve(slice);
    QVERIFY(driver.previews.empty());
    QVERIFY(!driver.closed);
    QCOMPARE(driver.session.progress().previewsRefused, std::uint64_t(3));
    driver.serve(city.page(scope, 0, 4));
    QCOMPARE(driver.session.progress().phase, SessionPhase::Live);
}

void SessionPagesTest::aReplicaThatFailsEndsTheSession()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    city.sequence(feed.write(1));
    SessionDriver driver(city);
    driver.holdSlices = true;
    driver.welcome(city);
    driver.serve(city.page(city.rules(), 0, 1));
    driver.applyOne(base::failure(base::ErrorCode::DiskFull));
    QCOMPARE(driver.closed->reason, EndReason::Storage);
    QCOMPARE(driver.closed->error.code, base::ErrorCode::DiskFull);
}

void SessionPagesTest::pagesDueThatDoNotComeAreAStall()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    city.sequence(feed.write(1));
    SessionDriver driver(city);
    driver.welcome(city);
    for (int i = 0; i < 29; ++i) {
        driver.advance(1'000);
        driver.serve(wire::PingFrame{1});
    }
    QVERIFY(!driver.closed);
    driver.advance(2'000);
    QVERIFY(driver.closed);
    QCOMPARE(driver.closed->reason, EndReason::Stalled);
}

void SessionPagesTest::slowApplyingIsNoStall()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    city.sequence(feed.write(1));
    SessionDriver driver(city);
    driver.holdSlices = true;
    driver.welcome(city);
    driver.serve(city.page(city.rules(), 0, 1));
    for (int i = 0; i < 60; ++i) {
        driver.advance(1'000);
        driver.serve(wire::PingFrame{1});
    }
    QVERIFY(!driver.closed);
    driver.applyOne();
    // All is here and nothing is owed: quiet is no stall either, as long as PING is answered.
    for (int i = 0; i < 5; ++i) {
        driver.advance(25'000);
        QVERIFY(!driver.closed);
        driver.serve(wire::PongFrame{1});
    }
    QCOMPARE(driver.sent<wire::PingFrame>().size(), std::size_t(5));
    driver.advance(25'000);
    driver.advance(30'000);
    QCOMPARE(driver.closed->reason, EndReason::Stalled);
}

void SessionPagesTest::onceEndsWhenEverythingIsHere()
{
    TestCity city;
    TestFeed feed(city.id(), city.rules(), 5);
    city.sequence(feed.write(3));
    SessionDriver driver(city, {}, sync::SyncMode::Once);
    driver.welcome(city);
    QVERIFY(!driver.closed);
    driver.serve(city.page(city.rules(), 0, 1));
    QVERIFY(driver.closed);
    QCOMPARE(driver.closed->reason, EndReason::Finished);
    QCOMPARE(driver.sent<wire::ByeFrame>().size(), std::size_t(1));

    // A scope that ends earlier than WELCOME said, as after a right was withdrawn.
    SessionDriver shorter(city, {}, sync::SyncMode::Once);
    shorter.welcome(city);
    shorter.serve(wire::ScopeDoneFrame{city.rules(), 0});
    QCOMPARE(shorter.closed->reason, EndReason::Finished);
}

QTEST_APPLESS_MAIN(SessionPagesTest)
#include "SessionPagesTest.moc"
