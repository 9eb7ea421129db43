// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/start/StartStep.h"
#include "app/session/KnownProfiles.h"

#include <QList>

namespace spilno::widgets {
class ChoiceCard;
}

namespace spilno::pages {

/// The first thing a new person sees: the profiles of this computer, and the ways into a city.
class WelcomeStep : public StartStep
{
    Q_OBJECT

public:
    WelcomeStep();

    void setProfiles(const QList<session::KnownProfile> &profiles);
    /// Where a profile is open, only ways into another city are offered.
    void setAddsCity(bool adds);
    void setCanHost(bool can);
    void begin() override;

Q_SIGNALS:
    void profileChosen(const QString &folder);
    void invitationChosen();
    void addressChosen();
    void demonstrationChosen();
    void hostingChosen();

protected:
    void retranslate() override;

private:
    void nameProfiles();

    QList<session::KnownProfile> m_profiles;
    QList<widgets::ChoiceCard *> m_profileCards;
    QVBoxLayout *m_profileColumn;
    widgets::Label *m_otherwise;
    widgets::ChoiceCard *m_invitation;
    widgets::ChoiceCard *m_address;
    widgets::ChoiceCard *m_demonstration;
    widgets::ChoiceCard *m_hosting;
    bool m_addsCity = false;
};

} // namespace spilno::pages
