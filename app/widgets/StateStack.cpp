// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/StateStack.h"

#include "app/style/Icons.h"
#include "app/style/Shapes.h"
#include "app/style/Spacing.h"
#include "app/widgets/Button.h"
#include "app/widgets/Label.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>
#include <QProgressBar>
#include <QScrollArea>
#include <QVBoxLayout>

namespace spilno::widgets {

/// The panel that stands in for the list; scrolls when the window is very low.
class StateStack::Panel : public QScrollArea
{
public:
    Panel()
        : m_picture(new QLabel)
        , m_title(new Label({}, style::TextRole::CardTitle))
        , m_text(new Label({}, style::TextRole::Body, style::ColourRole::Muted))
        , m_progress(new QProgressBar)
        , m_button(new Button({}, style::ButtonKind::Primary))
    {
        setFrameShape(QFrame::NoFrame);
        setWidgetResizable(true);
        setFocusPolicy(Qt::NoFocus);
        auto *inside = new QWidget;
        auto *column = new QVBoxLayout(inside);
        column->setSpacing(style::Spacing::M);
        for (Label *label : {m_title, m_text}) {
            label->setAlignment(Qt::AlignHCenter);
            label->setWordWrap(true);
        }
        m_progress->setRange(0, 0);
        m_progress->setTextVisible(false);
        m_progress->setFixedWidth(160);
        column->addStretch(2);
        column->addWidget(m_picture, 0, Qt::AlignHCenter);
        column->addWidget(m_title);
        column->addWidget(m_text);
        column->addWidget(m_progress, 0, Qt::AlignHCenter);
        column->addSpacing(style::Spacing::Xs);
        column->addWidget(m_button, 0, Qt::AlignHCenter);
        column->addStretch(3);
        setWidget(inside);
        // What is behind shows through.
        viewport()->setAutoFillBackground(false);
        inside->setAutoFillBackground(false);
    }

    void fill(const EmptyText &text, State state)
    {
        m_icon = text.icon;
        m_picture->setVisible(!text.icon.isEmpty());
        m_title->setText(text.title);
        m_text->setText(text.explanation);
        m_text->setVisible(!text.explanation.isEmpty());
        m_progress->setVisible(state == State::Loading);
        m_progress->setAccessibleName(text.title);
        m_button->setText(text.action);
        m_button->setVisible(!text.action.isEmpty());
        m_button->setKind(
            state == State::Error ? style::ButtonKind::Secondary : style::ButtonKind::Primary);
        m_tone = state == State::Error ? style::ColourRole::Negative : style::ColourRole::Muted;
        setAccessibleName(text.title);
        drawPicture();
    }

    Button *button() const { return m_button; }

protected:
    void changeEvent(QEvent *event) override
    {
        QScrollArea::changeEvent(event);
        if (event->type() == QEvent::PaletteChange)
            drawPicture();
    }

private:
    void drawPicture()
    {
        if (m_icon.isEmpty())
            return;
        constexpr int Side = 40;
        QPixmap picture(QSize(Side, Side) * devicePixelRatioF());
        picture.setDevicePixelRatio(devicePixelRatioF());
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        style::Icons::paint(
            painter, m_icon, QRectF(0, 0, Side, Side), style::Colours::of(palette())(m_tone));
        painter.end();
        m_picture->setPixmap(picture);
    }

    QLabel *m_picture;
    Label *m_title;
    Label *m_text;
    QProgressBar *m_progress;
    Button *m_button;
    QString m_icon;
    style::ColourRole m_tone = style::ColourRole::Muted;
};

StateStack::StateStack(QWidget *content, Ground ground, QWidget *parent)
    : QStackedWidget(parent)
    , m_ground(ground)
    , m_content(content)
    , m_panel(new Panel)
{
    addWidget(m_content);
    addWidget(m_panel);
    connect(m_panel->button(), &Button::clicked, this, [this] {
        if (m_state == State::Error)
            Q_EMIT retried();
        else
            Q_EMIT acted();
    });
}

void StateStack::showLoading()
{
    showPanel(State::Loading, {{}, tr("Loading…"), {}, {}});
}

void StateStack::showEmpty(const EmptyText &text)
{
    showPanel(State::Empty, text);
}

void StateStack::showError(const QString &sentence)
{
    m_error = sentence;
    showPanel(
        State::Error, {QStringLiteral("triangle-alert"), tr("This could not be shown"), sentence,
                       tr("Try again")});
}

void StateStack::showContent()
{
    m_state = State::Content;
    setCurrentWidget(m_content);
}

void StateStack::changeEvent(QEvent *event)
{
    QStackedWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    if (m_state == State::Loading)
        showLoading();
    else if (m_state == State::Error)
        showError(m_error);
}

void StateStack::paintEvent(QPaintEvent *)
{
    if (m_ground == Ground::None || m_state == State::Content)
        return;
    QPainter painter(this);
    const style::Colours &colours = style::Colours::of(palette());
    style::paintBox(
        painter, rect(), style::Radius::Card, colours(style::ColourRole::Raised),
        colours(style::ColourRole::Line));
}

void StateStack::showPanel(State state, const EmptyText &text)
{
    const bool news = state != m_state;
    m_state = state;
    m_panel->fill(text, state);
    setCurrentWidget(m_panel);
    if (news && state == State::Error) {
        QAccessibleEvent alert(m_panel, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

} // namespace spilno::widgets
