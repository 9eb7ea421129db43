# SPDX-FileCopyrightText: Spilno contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Everything comes from the packages of Debian 12 and Ubuntu 24.04. An optional dependency that is
# absent leaves a feature out; the configure step says so.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Network Sql Gui Widgets Svg PrintSupport)
find_package(Qt6 6.4 QUIET OPTIONAL_COMPONENTS Charts LinguistTools Test DBus)
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
pkg_check_modules(Sodium REQUIRED IMPORTED_TARGET libsodium>=1.0.18)
pkg_check_modules(Zstd REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(Sqlite REQUIRED IMPORTED_TARGET sqlite3>=3.40)
pkg_check_modules(Hunspell IMPORTED_TARGET hunspell)
pkg_check_modules(Qrencode IMPORTED_TARGET libqrencode)
find_path(SPILNO_EXPECTED_DIR tl/expected.hpp REQUIRED)
find_path(SPILNO_STEMMER_DIR libstemmer.h)
find_library(SPILNO_STEMMER_LIBRARY stemmer)

foreach(optional Hunspell Qrencode)
    if(NOT ${optional}_FOUND)
        message(STATUS "Spilno: ${optional} not found, its feature is left out")
    endif()
endforeach()
