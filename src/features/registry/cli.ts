import type { Command } from '../../platform/cli/command.ts'
import { exportCommands } from './exports/cli.ts'
import { descriptionCommands } from './group/description/cli.ts'
import { memberCommands } from './group/members/cli.ts'
import { sourceCommands } from './sources/cli.ts'

/** The commands of an operator on the registry. */
export const registryCommands: Command[] = [
  ...sourceCommands,
  ...exportCommands,
  ...memberCommands,
  ...descriptionCommands,
]
