// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace spilno::widgets {

/// A large button for one of a few ways to go on: icon, title, and a line that explains it. The
/// line wraps; nothing is elided.
class ChoiceCard : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ChoiceCard(const QString &icon, QWidget *parent = nullptr);

    void setWords(const QString &title, const QString &explanation);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// Where the words stand in a card of this width; heights as they need.
    QRect titleRect(int width) const;
    QRect explanationRect(int width) const;

    QString m_icon;
    QString m_explanation;
};

} // namespace spilno::widgets
