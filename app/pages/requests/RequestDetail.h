// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/requests/RequestFacts.h"
#include "core/replica/BlobFolder.h"

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QMenu;
class QScrollArea;
QT_END_NAMESPACE

namespace spilno::replica {
class Replica;
}
namespace spilno::widgets {
class Badge;
class Button;
class Card;
class Label;
class MessageBar;
class StateStack;
} // namespace spilno::widgets

namespace spilno::pages {

class PhotoRow;
class PlaceCard;
class RequestHistory;
class StepPanel;

/// One request: what, where, photos, answers, who reported it (for those who may know), its signed
/// history, and what can be done with it. Reads off the GUI thread and again when the replica says
/// that the request changed; what is being typed stays. Owned by RequestsPage.
class RequestDetail : public QWidget
{
    Q_OBJECT

public:
    RequestDetail(
        session::SessionContext &context,
        CityBook &book,
        replica::BlobFolder photos,
        QWidget *parent = nullptr);
    ~RequestDetail() override;

    /// A null entity shows that nothing is chosen.
    void showRequest(const base::EntityId &entity);
    base::EntityId request() const { return m_entity; }
    enum class Covers : std::uint8_t { Nothing, List, Map };
    /// In place of the list or the map: a button leads back.
    void setCovers(Covers covers);
    /// A map beside shows where the request is.
    void setMapBeside(bool beside);
    void retranslate();
    /// The keys shown on the buttons.
    void setKeyHints(const QString &answer, const QString &step, const QString &edit);
    /// The keyboard's place in what is read.
    void focusContent();

    /// For actions; each does nothing when it can not be done.
    void answer();
    void chooseStep();
    void edit();
    bool canAnswer() const { return m_facts.has_value() && !m_busy; }
    bool canStep() const { return m_facts.has_value() && !m_steps.empty(); }
    bool canEdit() const;
    bool isWriting() const { return m_writing; }
    const std::optional<RequestFacts> &facts() const { return m_facts; }

Q_SIGNALS:
    void backRequested();
    /// What can be done has changed.
    void rightsChanged();
    /// A panel to write in came or went.
    void writingChanged();
    /// What was written in the panel is signed: the keyboard's place in it is gone.
    void writingEnded();
    /// Something was signed and is on its way.
    void done(const QString &sentence);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeParts();
    void layOutContent();
    void layOut();
    void nameBack();
    void ask();
    void take(const base::Result<std::optional<RequestFacts>> &facts);
    void showFacts();
    void showHead();
    void showTable();
    void showContacts();
    void showButtons();
    void takeStep(const records::Step &step);
    /// The key that the request's receipt leads to; none where it has none or is one's own.
    [[nodiscard]] std::optional<base::PublicKey> receiptToShow() const;
    void askReceipt();
    void submit(const std::vector<replica::Draft> &drafts, const QString &sentence);
    void replicaChanged(const replica::ChangeSet &changes);
    void addFact(const QString &name, const QString &value);

    session::SessionContext &m_context;
    CityBook &m_book;
    base::EntityId m_entity;
    std::optional<RequestFacts> m_facts;
    std::vector<records::Step> m_steps;
    RequestRights m_rights;
    std::shared_ptr<const crypto::SigningKey> m_claim; ///< Of the receipt, while this is shown.
    Covers m_covers = Covers::Nothing;
    bool m_asking = false;
    bool m_askAgain = false;
    bool m_busy = false;
    bool m_writing = false;
    QTimer m_refresh;

    widgets::Card *m_card;
    QWidget *m_inside;
    QScrollArea *m_area;
    widgets::StateStack *m_states;
    widgets::Button *m_back;
    widgets::Badge *m_due;
    widgets::Badge *m_state;
    widgets::Badge *m_pending;
    widgets::Label *m_number;
    widgets::Label *m_title;
    widgets::Label *m_meta;
    widgets::Label *m_checking; ///< What a preview is.
    widgets::Label *m_text;
    PhotoRow *m_photos;
    PlaceCard *m_place;
    QWidget *m_table;
    QGridLayout *m_tableGrid;
    widgets::Card *m_contacts;
    widgets::Label *m_contactText;
    widgets::Label *m_historyTitle;
    RequestHistory *m_history;
    widgets::MessageBar *m_message;
    StepPanel *m_panel;
    widgets::Button *m_answer;
    widgets::Button *m_next;
    widgets::Button *m_more;
    widgets::Button *m_edit;
    widgets::Button *m_receipt;
    QMenu *m_menu;
};

} // namespace spilno::pages
