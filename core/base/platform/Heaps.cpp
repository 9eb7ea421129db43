// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/platform/Heaps.h"

#include <cstdlib> // says which library of C it is

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace spilno::base {

void shareHeaps()
{
#ifdef __GLIBC__
    mallopt(M_ARENA_MAX, 2);
#endif
}

} // namespace spilno::base
