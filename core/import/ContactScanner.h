// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringView>

#include <optional>

namespace spilno::import {

enum class ContactKind { Phone, Email };

/// A place in a text where somebody can be reached.
struct Contact
{
    ContactKind kind = ContactKind::Phone;
    qsizetype begin = 0;
    qsizetype length = 0;
};

/// Finds phone numbers (Ukrainian: +380…, 0xx…; North American: (617) 555-0123 and the like) and
/// e-mail addresses. Dates, times, house and case numbers, sums and coordinates are not contacts.
/// It errs on the side of silence for bare runs of digits: seven digits alone are no phone number.
class ContactScanner
{
public:
    /// The first contact in the text.
    [[nodiscard]] static std::optional<Contact> firstContact(QStringView text);
};

} // namespace spilno::import
