import { CommandFailed } from '../../platform/cli/command.ts'
import type { Context } from '../../platform/context/context.ts'
import { lookUpMissing } from '../directory/gazetteer/index.ts'

/** Refuses to import if the directory is not loaded: names would be taken for other places, or for none. */
export async function needDirectory(context: Context): Promise<void> {
  const missing = await lookUpMissing(context)
  if (missing !== null) throw new CommandFailed(`The directory: ${missing}`)
}
