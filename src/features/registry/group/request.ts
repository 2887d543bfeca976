import { type CommandCall, CommandFailed, WrongUsage } from '../../../platform/cli/command.ts'
import { operatorContext } from '../../../platform/cli/operator-context.ts'
import { ownDay } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import { parseEdtf } from '../../../platform/dates/index.ts'
import { lookUpNetwork, type Network } from '../../networks/index.ts'

/** The group that a command names first, for its own day. */
export async function loadGroupRequest({
  words: [slug = ''],
  application,
}: CommandCall): Promise<{ context: Context; network: Network }> {
  const asking = operatorContext(application)
  const network = await lookUpNetwork(asking, slug)
  if (!network) throw new CommandFailed(`There is no network "${slug}"`)
  return { context: { ...asking, today: ownDay(application, network.opensOn) }, network }
}

/** The text of an option, or null if it is absent. */
export function textOf({ options }: Pick<CommandCall, 'options'>, name: string): string | null {
  const given = options[name]
  return typeof given === 'string' ? given : null
}

/** The date of an option in EDTF, or null. */
export function dateOf(call: Pick<CommandCall, 'options'>, name: string): string | null {
  const given = textOf(call, name)
  if (given !== null && 'problem' in parseEdtf(given))
    throw new WrongUsage(`--${name} takes a day, a month or a year, as in 2026-03-12 or 2026`)
  return given
}
