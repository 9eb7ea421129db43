// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/ColourRole.h"

#include <QTest>

using namespace spilno::style;

/// Every pair of roles that meets on the screen, in both themes, against WCAG 2.2 AA.
class ContrastTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadableOnEveryGroundItStandsOn_data();
    void textIsReadableOnEveryGroundItStandsOn();
    void controlsAndFocusStandOut_data();
    void controlsAndFocusStandOut();
    void initialsAreReadableOnEveryAvatar();
    void knownRatiosAreComputed();
    void everyRoleHasItsOwnOpaqueColour();
};

namespace {

struct Pair
{
    const char *name;
    ColourRole ink;
    ColourRole ground;
};

using R = ColourRole;

const QList<Pair> TextPairs{
    {"text on background", R::Text, R::Background},
    {"text on raised", R::Text, R::Raised},
    {"text on sunk", R::Text, R::Sunk},
    {"text on a selected row", R::Text, R::AccentSoft},
    {"text on warning", R::Text, R::WarningSoft},
    {"text on negative", R::Text, R::NegativeSoft},
    {"text on positive", R::Text, R::PositiveSoft},
    {"muted on background", R::Muted, R::Background},
    {"muted on raised", R::Muted, R::Raised},
    {"muted on sunk", R::Muted, R::Sunk},
    {"muted on a selected row", R::Muted, R::AccentSoft},
    {"accent on background", R::Accent, R::Background},
    {"accent on raised", R::Accent, R::Raised},
    {"accent on its soft ground", R::Accent, R::AccentSoft},
    {"primary button", R::OnAccent, R::Accent},
    {"positive badge", R::Positive, R::PositiveSoft},
    {"warning badge", R::Warning, R::WarningSoft},
    {"negative badge", R::Negative, R::NegativeSoft},
    {"positive on raised", R::Positive, R::Raised},
    {"warning on raised", R::Warning, R::Raised},
    {"negative on raised", R::Negative, R::Raised},
    {"negative on background", R::Negative, R::Background},
    {"rail entry", R::RailText, R::Rail},
    {"rail entry under the pointer", R::RailText, R::RailSelected},
    {"present rail entry", R::OnRail, R::RailSelected},
    {"name on the rail", R::OnRail, R::Rail},
    {"create button and counts", R::OnGold, R::Gold}};

const QList<Pair> ControlPairs{
    {"outline on raised", R::ControlLine, R::Raised},
    {"outline on background", R::ControlLine, R::Background},
    {"scroll handle on sunk", R::ControlLine, R::Sunk},
    {"focus on background", R::Accent, R::Background},
    {"focus on raised", R::Accent, R::Raised},
    {"focus on sunk", R::Accent, R::Sunk},
    {"focus on a selected row", R::Accent, R::AccentSoft},
    {"accent bar", R::Accent, R::AccentSoft},
    {"focus on the rail", R::OnRail, R::Rail},
    {"mark of the present rail entry", R::Gold, R::RailSelected},
    {"create button on the rail", R::Gold, R::Rail}};

void addRows(const QList<Pair> &pairs)
{
    QTest::addColumn<int>("ink");
    QTest::addColumn<int>("ground");
    QTest::addColumn<bool>("dark");
    for (const Pair &pair : pairs) {
        for (const bool dark : {false, true})
            QTest::addRow("%s, %s", pair.name, dark ? "dark" : "light")
                << int(pair.ink) << int(pair.ground) << dark;
    }
}

double fetchedContrast()
{
    QFETCH(int, ink);
    QFETCH(int, ground);
    QFETCH(bool, dark);
    const Colours &colours = dark ? Colours::dark() : Colours::light();
    return contrast(
        colours(static_cast<ColourRole>(ink)), colours(static_cast<ColourRole>(ground)));
}

} // namespace

void ContrastTest::textIsReadableOnEveryGroundItStandsOn_data()
{
    addRows(TextPairs);
}

void ContrastTest::textIsReadableOnEveryGroundItStandsOn()
{
    const double ratio = fetchedContrast();
    QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
}

void ContrastTest::controlsAndFocusStandOut_data()
{
    addRows(ControlPairs);
}

void ContrastTest::controlsAndFocusStandOut()
{
    const double ratio = fetchedContrast();
    QVERIFY2(ratio >= 3.0, qPrintable(QString::number(ratio)));
}

void ContrastTest::initialsAreReadableOnEveryAvatar()
{
    for (std::size_t number = 0; number < 16; ++number) {
        const double ratio = contrast(Qt::white, Colours::avatarGround(number));
        QVERIFY2(ratio >= 4.5, qPrintable(QString::number(ratio)));
    }
}

void ContrastTest::knownRatiosAreComputed()
{
    QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 100), 2100);
    QCOMPARE(qRound(contrast(QColor(0x3d, 0xae, 0xe9), Qt::white) * 100), 249);
    QCOMPARE(contrast(Qt::white, Qt::black), contrast(Qt::black, Qt::white));
}

void ContrastTest::everyRoleHasItsOwnOpaqueColour()
{
    for (const Colours *colours : {&Colours::light(), &Colours::dark()}) {
        for (int role = 0; role < int(ColourRole::Count); ++role)
            QCOMPARE((*colours)(static_cast<ColourRole>(role)).alpha(), 255);
    }
}

QTEST_GUILESS_MAIN(ContrastTest)
#include "ContrastTest.moc"
