// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/PrintSheet.h"

#include <QFileInfo>
#include <QPainter>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>

#include <memory>

namespace spilno::widgets {

namespace {

constexpr double kMarginMm = 18;

void paintOn(QPagedPaintDevice &device, const PaintSheet &paint)
{
    QPainter painter(&device);
    if (!painter.isActive())
        return;
    const double scale = device.logicalDpiX() / 72.0;
    painter.scale(scale, scale);
    const QSizeF size = device.pageLayout().paintRect(QPageLayout::Point).size();
    paint(painter, QRectF(QPointF(0, 0), size));
}

} // namespace

void printSheet(QWidget *parent, const QString &title, const PaintSheet &paint)
{
    const auto printer = std::make_shared<QPrinter>();
    printer->setDocName(title);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setPageMargins(
        QMarginsF(kMarginMm, kMarginMm, kMarginMm, kMarginMm), QPageLayout::Millimeter);
    auto *dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    QObject::connect(
        dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), dialog,
        [printer, paint](QPrinter *) { paintOn(*printer, paint); });
    // The printer lives as long as the dialog that points at it.
    QObject::connect(dialog, &QObject::destroyed, [printer] { Q_UNUSED(printer) });
    dialog->open();
}

bool writeSheet(const QString &file, const QString &title, const PaintSheet &paint)
{
    QPdfWriter writer(file);
    writer.setTitle(title);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(
        QMarginsF(kMarginMm, kMarginMm, kMarginMm, kMarginMm), QPageLayout::Millimeter);
    paintOn(writer, paint);
    return QFileInfo(file).size() > 0;
}

} // namespace spilno::widgets
