// SPDX-FileCopyrightText: Spilno contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ActCommand.h"
#include "app/cli/BundleCommands.h"
#include "app/cli/CareCommands.h"
#include "app/cli/Command.h"
#include "app/cli/CreateCommand.h"
#include "app/cli/EditCommand.h"
#include "app/cli/ImportCommand.h"
#include "app/cli/ImportLayerCommand.h"
#include "app/cli/InitCommand.h"
#include "app/cli/ListCommand.h"
#include "app/cli/OutboxCommand.h"
#include "app/cli/PhotosCommand.h"
#include "app/cli/ProofCommands.h"
#include "app/cli/ReceiptCommand.h"
#include "app/cli/SearchCommand.h"
#include "app/cli/ShowCommand.h"
#include "app/cli/SyncCommand.h"

namespace spilno::cli {

std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<InitCommand>());
    commands.push_back(std::make_unique<SyncCommand>());
    commands.push_back(std::make_unique<ImportCommand>());
    commands.push_back(std::make_unique<ImportLayerCommand>());
    commands.push_back(std::make_unique<ListCommand>());
    commands.push_back(std::make_unique<ShowCommand>());
    commands.push_back(std::make_unique<SearchCommand>());
    commands.push_back(std::make_unique<CreateCommand>());
    commands.push_back(std::make_unique<EditCommand>());
    commands.push_back(std::make_unique<ActCommand>());
    commands.push_back(std::make_unique<ReceiptCommand>());
    commands.push_back(std::make_unique<PhotosCommand>());
    commands.push_back(std::make_unique<OutboxCommand>());
    commands.push_back(std::make_unique<ConflictsCommand>());
    commands.push_back(std::make_unique<DigestCommand>());
    commands.push_back(std::make_unique<BundleExportCommand>());
    commands.push_back(std::make_unique<BundleImportCommand>());
    commands.push_back(std::make_unique<ProofListCommand>());
    commands.push_back(std::make_unique<ProofExportCommand>());
    commands.push_back(std::make_unique<ProofCheckCommand>());
    commands.push_back(std::make_unique<RebuildCommand>());
    commands.push_back(std::make_unique<VerifyCommand>());
    return commands;
}

} // namespace spilno::cli
