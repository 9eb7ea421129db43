# SPDX-FileCopyrightText: Spilno contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Every folder of core/records is one record type. It has `<Folder>Record.cpp` that defines
# `void spilno::records::<folder>::describe(Registry &)`, and may have a schema.sql. This function
# writes the one source file that calls them all, so that adding a type touches one folder.
function(spilno_generate_record_registry target folder)
    file(GLOB entries CONFIGURE_DEPENDS RELATIVE "${folder}" "${folder}/*/*Record.cpp")
    list(SORT entries)
    set(declarations "")
    set(calls "")
    foreach(entry ${entries})
        get_filename_component(name "${entry}" DIRECTORY)
        string(APPEND declarations "namespace ${name} {\nvoid describe(Registry &registry);\n}\n")
        string(APPEND calls "    ${name}::describe(registry);\n")
    endforeach()
    set(generated "${CMAKE_CURRENT_BINARY_DIR}/registerAllRecords.cpp")
    file(CONFIGURE OUTPUT "${generated}" CONTENT [[
// Generated from the folders of core/records.
#include "core/records/Registry.h"

namespace spilno::records {
@declarations@
void registerAllRecords(Registry &registry)
{
    static_cast<void>(registry);
@calls@}
} // namespace spilno::records
]] @ONLY)
    target_sources(${target} PRIVATE "${generated}")
endfunction()
