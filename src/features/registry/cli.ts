import type { Command } from '../../platform/cli/command.ts'
import { exportCommands } from './exports/cli.ts'
import { sourceCommands } from './sources/cli.ts'

/** What an operator does with the registry from the command line. */
export const registryCommands: Command[] = [...sourceCommands, ...exportCommands]
