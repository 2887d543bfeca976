import type { Command } from '../../platform/cli/command.ts'
import { exportCommands } from './exports/cli.ts'
import { descriptionCommands } from './group/description/cli.ts'
import { memberCommands } from './group/members/cli.ts'
import { sourceCommands } from './sources/cli.ts'

/** What an operator does with the registry from the command line. */
export const registryCommands: Command[] = [
  ...sourceCommands,
  ...exportCommands,
  ...memberCommands,
  ...descriptionCommands,
]
