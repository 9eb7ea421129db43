// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace spilno::widgets {
class ChipRow;
class Label;
} // namespace spilno::widgets

namespace spilno::pages {

/// The head of the first run: which program this is, and its language for somebody who can not
/// read the present one.
class StartHead : public QWidget
{
    Q_OBJECT

public:
    explicit StartHead(QWidget *parent = nullptr);

Q_SIGNALS:
    /// "uk" or "en".
    void languageChosen(const QString &code);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    widgets::Label *m_name;
    widgets::ChipRow *m_languages;
};

} // namespace spilno::pages
