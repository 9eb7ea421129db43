// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/Page.h"
#include "app/session/Session.h"

#include <QTimer>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QGridLayout;
class QLineEdit;
QT_END_NAMESPACE

namespace spilno::widgets {
class Badge;
class Button;
class Card;
class Label;
class MessageBar;
class PageHeader;
} // namespace spilno::widgets

namespace spilno::pages {

class BundleCard;

/// How synchronisation stands, in words: contact with the city's server, what went wrong as a
/// sentence, the parts of the city that are replicated, and whether this computer serves the city
/// to the local network.
class SyncPage : public ScrollPage
{
    Q_OBJECT

public:
    SyncPage(session::Session &session, session::SessionContext &context);

    QString description() const override;
    void onShown() override;
    /// The path of a bundle: takes it in.
    void goTo(const QVariant &place) override;

protected:
    void retranslate() override;

private:
    struct Stored
    {
        replica::Previewed previewed;
        qint64 provenMs = 0; ///< The checkpoint that last proved something; 0: none.
        QString lie;         ///< What the server is proved to have done, as a sentence; or empty.
    };

    void layOut();
    void connectParts();
    void showStatus();
    void showSharing();
    void askScopes();
    void askStored();
    void showScopes(const std::vector<replica::ScopeStatus> &scopes);
    /// Whether anything of the city may have been held back, in words; empty: nothing is here.
    [[nodiscard]] QString proofSentence() const;
    [[nodiscard]] QString when(qint64 ms) const;

    session::Session &m_session;
    session::SessionContext &m_context;
    widgets::PageHeader *m_header;
    widgets::MessageBar *m_message;
    widgets::Card *m_contact;
    widgets::Badge *m_badge;
    widgets::Label *m_trouble;
    widgets::Label *m_facts;
    widgets::Button *m_tryNow;
    widgets::Card *m_parts;
    QWidget *m_partRows;
    widgets::Label *m_partsNote;
    widgets::Card *m_sharing;
    widgets::Label *m_sharingWords;
    QCheckBox *m_share;
    QLineEdit *m_address;
    widgets::Button *m_copy;
    BundleCard *m_bundle;
    QWidget *m_column; ///< Of the cards.
    QTimer m_minute;
    QTimer m_soon; ///< Reads what is stored again; a proof changes no record.
    std::vector<replica::ScopeStatus> m_scopes;
    Stored m_stored;
};

} // namespace spilno::pages
