// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QHBoxLayout;
class QVBoxLayout;
QT_END_NAMESPACE

namespace spilno::widgets {
class Button;
class Label;
class MessageBar;
} // namespace spilno::widgets

namespace spilno::pages {

/// One step of the first run: title, a sentence, content, buttons at the bottom. Steps know nothing
/// of each other; StartCover leads through them.
class StartStep : public QWidget
{
    Q_OBJECT

public:
    explicit StartStep(QWidget *parent = nullptr);

    /// What went wrong, over the content; empty clears it.
    void showProblem(const QString &sentence);
    /// Everything is off while something is being made; the main button says `words`.
    void setBusy(const QString &words);
    void setReady();
    /// Puts the focus where the person begins.
    virtual void begin() {}

Q_SIGNALS:
    void backRequested();

protected:
    QVBoxLayout *body() const { return m_body; }
    void setWords(const QString &title, const QString &explanation);
    /// The button that goes on, made on first use.
    widgets::Button *forward();
    /// A "Back" button at the left.
    void addBack();
    /// More buttons between "Back" and the main one.
    void addButton(widgets::Button *button);
    virtual void retranslate() = 0;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    widgets::Label *m_title;
    widgets::Label *m_explanation;
    widgets::MessageBar *m_problem;
    QWidget *m_content;
    QVBoxLayout *m_body;
    QHBoxLayout *m_buttons;
    widgets::Button *m_back = nullptr;
    widgets::Button *m_forward = nullptr;
    QString m_busy;
    bool m_translated = false;
};

} // namespace spilno::pages
