import type { Command } from '../../platform/cli/command.ts'
import { sourceCommands } from './sources/cli.ts'

/** What the command line offers for a registry. */
export const registryCommands: Command[] = [...sourceCommands]
