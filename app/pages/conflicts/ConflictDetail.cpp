// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/conflicts/ConflictDetail.h"

#include "app/pages/conflicts/ConflictModel.h"
#include "app/records/ChangeWords.h"
#include "app/session/Sentences.h"
#include "app/session/WhenDone.h"
#include "app/style/Spacing.h"
#include "app/widgets/Button.h"
#include "app/widgets/FlowLayout.h"
#include "app/widgets/FormRow.h"
#include "app/widgets/Label.h"
#include "core/records/Registry.h"

#include <QButtonGroup>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace spilno::pages {

using records::ChangeWords;
using replica::Conflict;
using replica::HistoryItem;
using style::ColourRole;
using style::TextRole;

namespace {

constexpr int kMergeId = 1000; ///< Of the radio button beside the merged text.

const records::RecordType *typeOf(const Conflict &conflict)
{
    return records::Registry::standard().type(conflict.type);
}

} // namespace

ConflictDetail::ConflictDetail(session::SessionContext &context)
    : Card(QStringLiteral(" "))
    , m_context(context)
    , m_words(new widgets::Label)
    , m_versions(new QWidget)
    , m_choice(new QButtonGroup(this))
    , m_merged(new QPlainTextEdit)
    , m_mergedRow(new widgets::FormRow({}, m_merged, widgets::FormRow::Need::Required))
    , m_keep(new widgets::Button({}, style::ButtonKind::Primary))
    , m_leave(new widgets::Button({}))
    , m_again(new widgets::Button({}))
{
    m_words->setWordWrap(true);
    m_merged->setMinimumHeight(style::Typography::scaled(72));
    body()->addWidget(m_words);
    body()->addWidget(m_versions);
    body()->addWidget(m_mergedRow);
    addButtons();
    body()->addStretch(1);
    connect(m_choice, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            m_mergedRow->setVisible(id == kMergeId);
    });
    clear();
}

void ConflictDetail::addButtons()
{
    auto *buttons = new widgets::FlowLayout(nullptr, style::Spacing::S);
    m_keep->setIconName(QStringLiteral("check"));
    m_leave->setIconName(QStringLiteral("check"));
    m_again->setIconName(QStringLiteral("refresh-cw"));
    for (widgets::Button *button : {m_keep, m_again, m_leave})
        buttons->addWidget(button);
    body()->addLayout(buttons);
    connect(m_keep, &widgets::Button::clicked, this, [this] {
        const bool merging = m_choice->checkedId() == kMergeId;
        if (merging && m_merged->toPlainText().trimmed().isEmpty()) {
            m_mergedRow->setError(tr("Write what is to stand there."));
            m_merged->setFocus(Qt::OtherFocusReason);
            return;
        }
        if (m_conflict)
            Q_EMIT settled(settlement());
    });
    connect(m_leave, &widgets::Button::clicked, this, [this] {
        if (m_conflict)
            Q_EMIT settled(settlement());
    });
    connect(m_again, &widgets::Button::clicked, this, [this] {
        if (m_conflict)
            Q_EMIT stepAgain(m_conflict->op);
    });
}

void ConflictDetail::clear()
{
    m_conflict.reset();
    m_history.clear();
    hide();
}

void ConflictDetail::show(const Conflict &conflict)
{
    m_conflict = conflict;
    m_history.clear();
    m_merged->clear();
    setTitle(ConflictModel::title(conflict));
    take();
    setVisible(true);
    session::whenDone(
        this, m_context.replica().history(conflict.entity),
        [this, entity = conflict.entity](const base::Result<std::vector<HistoryItem>> &history) {
            if (!history || !m_conflict || m_conflict->entity != entity)
                return;
            m_history = *history;
            take();
        });
}

QString ConflictDetail::writtenBy(
    const std::vector<HistoryItem> &history, const base::OpId &op) const
{
    for (const HistoryItem &item : history) {
        if (item.op != op)
            continue;
        const QString when = session::Sentences::moment(
            QDateTime::fromMSecsSinceEpoch(item.writtenMs, m_context.timeZone()),
            QDateTime::fromMSecsSinceEpoch(m_context.clock().wallMs(), m_context.timeZone()));
        const QString who = item.person == m_context.person()
                                ? tr("You")
                                : (item.personName.isEmpty() ? tr("Somebody") : item.personName);
        return tr("%1 · %2", "who · when").arg(who, when);
    }
    return {};
}

bool ConflictDetail::mergesText() const
{
    return m_conflict && !m_conflict->versions.empty() &&
           std::all_of(
               m_conflict->versions.begin(), m_conflict->versions.end(),
               [](const auto &version) { return version.second.isText(); });
}

void ConflictDetail::take()
{
    qDeleteAll(m_versions->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    delete m_versions->layout();
    auto *column = new QVBoxLayout(m_versions);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::Spacing::Xs);
    const bool register_ = m_conflict->versions.size() > 1;
    m_versions->setVisible(register_);
    m_mergedRow->hide();
    m_keep->setVisible(register_);
    m_leave->setVisible(!register_);
    m_again->setVisible(!register_ && m_conflict->kind == Conflict::Kind::Hard && m_conflict->mine);
    if (register_)
        showVersions(m_history);
    else
        showStep(m_history);
}

void ConflictDetail::showVersions(const std::vector<HistoryItem> &history)
{
    auto *column = qobject_cast<QVBoxLayout *>(m_versions->layout());
    m_words->setText(
        tr("%1 was written by more than one person who did not know of each other. Nothing is "
           "lost: choose what is to stand, or write one text out of both.")
            .arg(ChangeWords::field(m_conflict->type, m_conflict->field)));
    QStringList texts;
    for (std::size_t at = 0; at < m_conflict->versions.size(); ++at) {
        const auto &[op, value] = m_conflict->versions[at];
        auto *choice = new QRadioButton;
        const QString text =
            ChangeWords::value(m_conflict->type, m_conflict->field, value, m_context.timeZone());
        texts.append(text);
        const QString by = writtenBy(history, op);
        choice->setText(by.isEmpty() ? tr("Version %1").arg(at + 1) : by);
        choice->setAccessibleName(QStringLiteral("%1. %2").arg(choice->text(), text));
        auto *words = new widgets::Label(text, TextRole::Body);
        words->setWordWrap(true);
        words->setContentsMargins(style::Spacing::Xl, 0, 0, style::Spacing::S);
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(choice);
        column->addWidget(words);
        m_choice->addButton(choice, int(at));
        choice->setChecked(at == 0);
    }
    if (mergesText()) {
        auto *merge = new QRadioButton(tr("One text out of both"));
        column->addWidget(merge);
        m_choice->addButton(merge, kMergeId);
        if (m_merged->toPlainText().isEmpty())
            m_merged->setPlainText(texts.join(QLatin1Char('\n')));
    }
}

void ConflictDetail::showStep(const std::vector<HistoryItem> &history)
{
    QString step;
    for (const HistoryItem &item : history) {
        if (item.op == m_conflict->op)
            step = ChangeWords::action(m_conflict->type, item.step);
    }
    const QString by = writtenBy(history, m_conflict->op);
    if (m_conflict->kind == Conflict::Kind::Soft)
        m_words->setText(
            tr("The step «%1» (%2) took effect, but whoever made it did not yet know of the step "
               "before it. Look whether it is still right.")
                .arg(step, by));
    else
        m_words->setText(
            tr("The step «%1» (%2) did not take effect: somebody else had moved it on before it "
               "arrived. Try it again from where it stands now, or leave it as it is.")
                .arg(step, by));
}

replica::Draft ConflictDetail::settlement() const
{
    replica::Draft draft;
    draft.type = typeOf(*m_conflict)->name;
    draft.entity = m_conflict->entity;
    if (m_conflict->versions.size() < 2) {
        draft.settles = {m_conflict->op};
        return draft;
    }
    const int chosen = m_choice->checkedId();
    const wire::Value value = chosen == kMergeId
                                  ? wire::Value(m_merged->toPlainText().trimmed())
                                  : m_conflict->versions[std::size_t(qMax(0, chosen))].second;
    // A write names all versions it saw; that ends the conflict.
    draft.fields = {{m_conflict->field, value}};
    return draft;
}

void ConflictDetail::nameButtons()
{
    m_keep->setText(tr("Let this stand"));
    m_leave->setText(tr("Leave it as it is"));
    m_again->setText(tr("Try the step again"));
    m_mergedRow->setLabel(tr("The text that is to stand"));
}

void ConflictDetail::retranslate()
{
    nameButtons();
    if (m_conflict) {
        setTitle(ConflictModel::title(*m_conflict));
        take();
    }
}

} // namespace spilno::pages
