// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace spilno::replica {

/// What the dictionary can do; shown in the settings when a part is missing.
struct StemmingStatus
{
    bool ukrainian = false; ///< hunspell-uk was found: «вулицями» finds «вулиця».
    bool english = false;   ///< Built with libstemmer.
    QString ukrainianFile;  ///< The dictionary in use, empty without one.
    QStringList searched;   ///< The folders looked through, in order.
};

/// The words' base forms: Ukrainian by the hunspell dictionary, English by libstemmer. Loaded once
/// (0.4 s, 40 MB) and shared by all Stemmers; safe from any thread, one look-up at a time. Without
/// dictionaries every word is its own stem.
class StemDictionary
{
public:
    /// Looks for uk_UA.aff and uk_UA.dic in the folders, the first that has both wins.
    [[nodiscard]] static std::shared_ptr<StemDictionary> load(const QStringList &folders);

    /// A dictionary that knows no words.
    [[nodiscard]] static std::shared_ptr<StemDictionary> none();

    /// Where systems keep hunspell dictionaries, the user's own folders first.
    [[nodiscard]] static QStringList defaultFolders();

    ~StemDictionary();

    /// Base forms of a word in the form of base::searchText (UTF-8), at most four, in a fixed
    /// order, in the same form; empty when the word is unknown.
    [[nodiscard]] std::vector<std::string> stems(std::string_view foldedWord);

    [[nodiscard]] const StemmingStatus &status() const { return m_status; }

    /// Changes whenever the stems may change; kept in an index to know that it must be made anew.
    [[nodiscard]] QByteArray signature() const;

private:
    struct Engines;
    StemDictionary();

    StemmingStatus m_status;
    std::unique_ptr<Engines> m_engines;
};

} // namespace spilno::replica
