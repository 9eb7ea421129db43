# SPDX-FileCopyrightText: Spilno contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Options of the whole build; the presets in CMakePresets.json choose among them.
option(SPILNO_TESTS "Build the tests" ON)
option(SPILNO_FUZZ "Build the libFuzzer targets (clang only)" OFF)
option(SPILNO_PCH "Use precompiled headers" ON)
option(SPILNO_WERROR "Treat warnings as errors" OFF)
set(SPILNO_SANITIZE "" CACHE STRING "Sanitizers to build with: 'address;undefined' or 'thread'")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_AUTOMOC ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")

if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "Build type" FORCE)
endif()

find_program(SPILNO_CCACHE ccache)
if(SPILNO_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        "${CMAKE_COMMAND};-E;env;CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime;CCACHE_NOHASHDIR=1;CCACHE_BASEDIR=${CMAKE_SOURCE_DIR};${SPILNO_CCACHE}")
endif()

# lld links the many test programs several times faster than the default linker.
find_program(SPILNO_LLD ld.lld)
if(SPILNO_LLD)
    add_link_options(-fuse-ld=lld)
endif()
