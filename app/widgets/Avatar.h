// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace spilno::widgets {

/// A round picture of a person or organisation: initials on a colour that stays with the name.
class Avatar : public QWidget
{
    Q_OBJECT

public:
    explicit Avatar(const QString &name, int side = 34, QWidget *parent = nullptr);

    void setName(const QString &name);
    QSize sizeHint() const override;

    /// Up to two letters: «Оксана Коваль» gives ОК, «ГО «Зелена варта»» gives ЗВ.
    static QString initials(const QString &name);
    static void paint(QPainter &painter, const QRectF &box, const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    int m_side;
};

} // namespace spilno::widgets
