// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QPainter;
class QWidget;
QT_END_NAMESPACE

namespace spilno::widgets {

/// Paints one page inside `page`, in points (1/72 inch): black on white.
using PaintSheet = std::function<void(QPainter &painter, const QRectF &page)>;

/// Asks for a printer (or a PDF file) in a dialog over `parent` and prints one page. Returns at
/// once; nothing is kept of what was printed.
void printSheet(QWidget *parent, const QString &title, const PaintSheet &paint);
/// The same page as a PDF; false when the file can not be written.
bool writeSheet(const QString &file, const QString &title, const PaintSheet &paint);

} // namespace spilno::widgets
