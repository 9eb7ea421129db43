// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/style/AppStyle.h"

#include "app/style/ButtonLook.h"
#include "app/style/ColourRole.h"
#include "app/style/FieldLook.h"
#include "app/style/Icons.h"
#include "app/style/ListLook.h"
#include "app/style/Shapes.h"
#include "app/style/Spacing.h"
#include "app/style/Typography.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QTextEdit>

namespace spilno::style {
namespace {

template <typename Option>
const Option &as(const QStyleOption *option)
{
    return *static_cast<const Option *>(option);
}

bool isInvalid(const QWidget *widget)
{
    return widget && widget->property(FieldLook::InvalidProperty).toBool();
}

QString chevronOf(QStyle::PrimitiveElement arrow)
{
    switch (arrow) {
    case QStyle::PE_IndicatorArrowUp:
        return QStringLiteral("chevron-up");
    case QStyle::PE_IndicatorArrowRight:
        return QStringLiteral("chevron-right");
    case QStyle::PE_IndicatorArrowLeft:
        return QStringLiteral("chevron-left");
    default:
        return QStringLiteral("chevron-down");
    }
}

} // namespace

AppStyle::AppStyle(Density density)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
    , m_density(density)
{
}

int AppStyle::controlHeight(const QFontMetrics &metrics) const
{
    const int least = m_density == Density::Kiosk ? Size::KioskControl : Size::Control;
    return qMax(least, metrics.height() + 2 * Spacing::S);
}

void AppStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) ||
        qobject_cast<QLineEdit *>(widget) || qobject_cast<QScrollBar *>(widget) ||
        qobject_cast<QTabBar *>(widget) || qobject_cast<QHeaderView *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (qobject_cast<QScrollBar *>(widget))
        widget->setAttribute(Qt::WA_OpaquePaintEvent, false);
    if (auto *view = qobject_cast<QAbstractItemView *>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
    if (auto *tabs = qobject_cast<QTabBar *>(widget))
        tabs->setExpanding(false);
    if (auto *bar = qobject_cast<QProgressBar *>(widget)) {
        bar->setTextVisible(false);
        bar->setFixedHeight(10);
    }
    // The frame paints the ground of a text field, so that its corners stay round.
    if (qobject_cast<QTextEdit *>(widget) || qobject_cast<QPlainTextEdit *>(widget))
        static_cast<QAbstractScrollArea *>(widget)->viewport()->setAutoFillBackground(false);
}

int AppStyle::pixelMetric(
    PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
        return Typography::scaled(Size::Icon);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return Typography::scaled(20);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return Spacing::S;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarBaseOverlap:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_MenuPanelWidth:
        return metric == PM_MenuPanelWidth ? 1 : 0;
    case PM_MenuVMargin:
        return Spacing::Xs;
    case PM_MenuHMargin:
        return 0;
    case PM_ScrollBarExtent:
        return Spacing::M;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_TabBarTabHSpace:
        return Spacing::Xl;
    case PM_TabBarTabVSpace:
        return Spacing::Xl - 2;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return Spacing::L;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return Spacing::S;
    case PM_ToolTipLabelFrameWidth:
        return Spacing::S - 2;
    case PM_SplitterWidth:
        return Spacing::M;
    case PM_SliderThickness:
    case PM_SliderControlThickness:
    case PM_SliderLength:
        return Size::Target + 2;
    case PM_HeaderMargin:
        return Spacing::S + 2;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int AppStyle::styleHint(
    StyleHint hint,
    const QStyleOption *option,
    const QWidget *widget,
    QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ScrollBar_Transient:
    case SH_UnderlineShortcut:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_Slider_AbsoluteSetButtons:
        return hint == SH_Slider_AbsoluteSetButtons ? int(Qt::LeftButton) : 1;
    case SH_ToolTip_WakeUpDelay:
        return 350;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize AppStyle::sizeFromContents(
    ContentsType type,
    const QStyleOption *option,
    const QSize &contents,
    const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton:
        size = ButtonLook::size(as<QStyleOptionButton>(option), widget);
        return {
            qMax(size.width(), controlHeight(option->fontMetrics)),
            qMax(size.height(), controlHeight(option->fontMetrics))};
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        size.setHeight(controlHeight(option->fontMetrics));
        if (type == CT_ComboBox)
            size.rwidth() += Spacing::L;
        return size;
    case CT_CheckBox:
    case CT_RadioButton:
        return size.expandedTo({0, Typography::scaled(Size::Target + 4)});
    case CT_ToolButton: {
        const int side = Typography::scaled(Size::Icon) + 2 * Spacing::S;
        return size.expandedTo({side, side});
    }
    case CT_TabBarTab: {
        const auto &tab = as<QStyleOptionTab>(option);
        const QFontMetrics metrics(Typography::font(TextRole::Strong));
        return {
            metrics.size(Qt::TextShowMnemonic, tab.text).width() + Spacing::Xl,
            metrics.height() + Spacing::Xl - 2};
    }
    case CT_MenuItem:
        return ListLook::menuItemSize(as<QStyleOptionMenuItem>(option));
    case CT_HeaderSection: {
        const QFontMetrics metrics(Typography::font(TextRole::SecondaryStrong));
        const auto &header = as<QStyleOptionHeader>(option);
        return {
            metrics.horizontalAdvance(header.text) + 2 * Spacing::M + 16,
            metrics.height() + Spacing::M + 2};
    }
    case CT_ProgressBar:
        return {size.width(), 10};
    case CT_ItemViewItem:
        return size.expandedTo({0, controlHeight(option->fontMetrics)});
    default:
        return size;
    }
}

QRect AppStyle::subElementRect(
    SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const bool framed = as<QStyleOptionFrame>(option).lineWidth > 0;
        return framed ? option->rect.adjusted(Spacing::S, 2, -Spacing::S, -2)
                      : option->rect.adjusted(Spacing::Xs, 0, -Spacing::Xs, 0);
    }
    if (element == SE_ProgressBarGroove || element == SE_ProgressBarContents)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect AppStyle::subControlRect(
    ComplexControl control,
    const QStyleOptionComplex *option,
    SubControl part,
    const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        const auto &bar = as<QStyleOptionSlider>(option);
        const bool upright = bar.orientation == Qt::Vertical;
        const int length = upright ? bar.rect.height() : bar.rect.width();
        const qint64 range = qint64(bar.maximum) - bar.minimum;
        int handle = length;
        if (range > 0) {
            handle = int(qint64(length) * bar.pageStep / (range + bar.pageStep));
            handle = qBound(qMin(32, length), handle, length);
        }
        const int start = sliderPositionFromValue(
            bar.minimum, bar.maximum, bar.sliderPosition, length - handle, bar.upsideDown);
        const auto along = [&](int from, int size) {
            return visualRect(
                bar.direction, bar.rect,
                upright ? QRect(0, from, bar.rect.width(), size)
                        : QRect(from, 0, size, bar.rect.height()));
        };
        switch (part) {
        case SC_ScrollBarGroove:
            return bar.rect;
        case SC_ScrollBarSlider:
            return along(start, handle);
        case SC_ScrollBarSubPage:
            return along(0, start);
        case SC_ScrollBarAddPage:
            return along(start + handle, length - start - handle);
        default:
            return {};
        }
    }
    if (control == CC_SpinBox && part != SC_SpinBoxFrame) {
        // Two full targets side by side instead of two halves of one.
        constexpr int Step = Size::Target + 2;
        const QRect box = option->rect;
        QRect place = box.adjusted(Spacing::Xs, 2, -2 * Step - 2, -2);
        if (part == SC_SpinBoxDown)
            place = QRect(box.right() - 2 * Step, box.top(), Step, box.height());
        else if (part == SC_SpinBoxUp)
            place = QRect(box.right() - Step, box.top(), Step, box.height());
        return visualRect(option->direction, box, place);
    }
    if (control == CC_ComboBox && part == SC_ComboBoxEditField) {
        return visualRect(
            option->direction, option->rect,
            option->rect.adjusted(Spacing::S, 2, -Spacing::Xl - Spacing::Xs, -2));
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void AppStyle::drawPrimitive(
    PrimitiveElement element,
    const QStyleOption *option,
    QPainter *painter,
    const QWidget *widget) const
{
    const Colours &colours = Colours::of(option->palette);
    switch (element) {
    case PE_PanelButtonCommand:
        ButtonLook::drawPanel(as<QStyleOptionButton>(option), *painter, widget);
        return;
    case PE_PanelButtonTool:
        ButtonLook::drawToolPanel(*option, *painter);
        return;
    case PE_FrameFocusRect:
        if (option->state & State_KeyboardFocusChange)
            paintFocusRing(*painter, option->rect, Radius::Badge, colours(ColourRole::Accent));
        return;
    case PE_PanelLineEdit:
        if (as<QStyleOptionFrame>(option).lineWidth > 0)
            FieldLook::drawFrame(
                *option, *painter, option->state & State_ReadOnly, isInvalid(widget));
        return;
    case PE_FrameLineEdit:
    case PE_PanelItemViewRow:
    case PE_FrameTabWidget:
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        FieldLook::drawCheckBox(*option, *painter);
        return;
    case PE_IndicatorRadioButton:
        FieldLook::drawRadioButton(*option, *painter);
        return;
    case PE_PanelItemViewItem:
        ListLook::drawRow(
            as<QStyleOptionViewItem>(option), *painter, widget && widget->inherits("QTableView"));
        return;
    case PE_Frame: {
        const bool field = widget && widget->inherits("QTextEdit");
        const bool plain = widget && widget->inherits("QPlainTextEdit");
        if (field || plain)
            FieldLook::drawFrame(*option, *painter, false, isInvalid(widget));
        else if (as<QStyleOptionFrame>(option).lineWidth > 0)
            paintBox(*painter, option->rect, Radius::Card, {}, colours(ColourRole::Line));
        return;
    }
    case PE_PanelMenu:
        painter->fillRect(option->rect, colours(ColourRole::Raised));
        return;
    case PE_FrameMenu:
        paintBox(*painter, option->rect, 0, {}, colours(ColourRole::ControlLine));
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, option->palette.color(QPalette::ToolTipBase));
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(
            QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
            colours(ColourRole::Line));
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowRight:
    case PE_IndicatorArrowLeft:
        FieldLook::drawChevron(*option, *painter, chevronOf(element), option->rect);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void AppStyle::drawControl(
    ControlElement element,
    const QStyleOption *option,
    QPainter *painter,
    const QWidget *widget) const
{
    const Colours &colours = Colours::of(option->palette);
    switch (element) {
    case CE_PushButtonBevel:
        ButtonLook::drawPanel(as<QStyleOptionButton>(option), *painter, widget);
        return;
    case CE_PushButtonLabel:
        ButtonLook::drawLabel(as<QStyleOptionButton>(option), *painter, widget);
        return;
    case CE_PushButton:
        ButtonLook::drawPanel(as<QStyleOptionButton>(option), *painter, widget);
        ButtonLook::drawLabel(as<QStyleOptionButton>(option), *painter, widget);
        return;
    case CE_Header: {
        QStyleOptionHeader header = as<QStyleOptionHeader>(option);
        ListLook::drawHeader(header, *painter);
        header.rect.adjust(Spacing::M, 0, -Spacing::M, 0);
        ListLook::drawHeaderLabel(header, *painter);
        return;
    }
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        ListLook::drawHeader(*option, *painter);
        return;
    case CE_HeaderLabel:
        ListLook::drawHeaderLabel(as<QStyleOptionHeader>(option), *painter);
        return;
    case CE_MenuItem:
        ListLook::drawMenuItem(as<QStyleOptionMenuItem>(option), *painter);
        return;
    case CE_TabBarTabShape:
        ListLook::drawTab(as<QStyleOptionTab>(option), *painter);
        return;
    case CE_TabBarTabLabel:
        ListLook::drawTabLabel(as<QStyleOptionTab>(option), *painter);
        return;
    case CE_ProgressBarGroove:
        paintBox(*painter, option->rect, 5, colours(ColourRole::Sunk));
        return;
    case CE_ProgressBarContents: {
        const auto &bar = as<QStyleOptionProgressBar>(option);
        const double range = qMax(1, bar.maximum - bar.minimum);
        QRectF done = bar.rect;
        if (bar.maximum > bar.minimum)
            done.setWidth(done.width() * (bar.progress - bar.minimum) / range);
        else
            done = done.adjusted(done.width() / 3, 0, -done.width() / 3, 0);
        if (done.width() >= 1)
            paintBox(*painter, done, 5, colours(ColourRole::Accent));
        return;
    }
    case CE_ProgressBarLabel:
    case CE_Splitter:
        return;
    case CE_ItemViewItem: {
        QStyleOptionViewItem item = as<QStyleOptionViewItem>(option);
        item.palette.setColor(QPalette::HighlightedText, colours(ColourRole::Text));
        QProxyStyle::drawControl(element, &item, painter, widget);
        return;
    }
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void AppStyle::drawComplexControl(
    ComplexControl control,
    const QStyleOptionComplex *option,
    QPainter *painter,
    const QWidget *widget) const
{
    switch (control) {
    case CC_ScrollBar: {
        const auto &bar = as<QStyleOptionSlider>(option);
        painter->fillRect(option->rect, ListLook::groundBehind(widget, option->palette));
        ListLook::drawScrollBar(
            *option, *painter, subControlRect(control, option, SC_ScrollBarSlider, widget),
            bar.orientation == Qt::Vertical);
        return;
    }
    case CC_ComboBox: {
        const auto &box = as<QStyleOptionComboBox>(option);
        if (box.frame)
            FieldLook::drawFrame(*option, *painter, false, isInvalid(widget));
        const QRect arrow(option->rect.right() - 28, option->rect.top(), 24, option->rect.height());
        FieldLook::drawChevron(
            *option, *painter, QStringLiteral("chevron-down"),
            visualRect(option->direction, option->rect, arrow));
        return;
    }
    case CC_SpinBox: {
        FieldLook::drawFrame(*option, *painter, false, isInvalid(widget));
        FieldLook::drawChevron(
            *option, *painter, QStringLiteral("plus"),
            subControlRect(control, option, SC_SpinBoxUp, widget));
        FieldLook::drawChevron(
            *option, *painter, QStringLiteral("minus"),
            subControlRect(control, option, SC_SpinBoxDown, widget));
        return;
    }
    case CC_Slider:
        if (as<QStyleOptionSlider>(option).orientation == Qt::Horizontal) {
            FieldLook::drawSlider(
                *option, *painter, subControlRect(control, option, SC_SliderGroove, widget),
                subControlRect(control, option, SC_SliderHandle, widget));
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace spilno::style
