import type { Command } from '../../platform/cli/command.ts'
import { operatorContext } from '../../platform/cli/operator-context.ts'
import { chooseNetwork } from '../networks/index.ts'
import { askDemonstration } from './asking/commands.ts'

/** The commands of an operator on what came of exchanges. */
export const outcomeCommands: Command[] = [
  {
    name: 'outcome ask',
    usage: 'outcome ask [--network SLUG] [--json]',
    summary: 'ask the holders of exchanges what came of them, as every night does; in a demonstration too',
    options: { network: 'text', json: 'flag' },
    words: [0, 0],
    run: async ({ options, application, terminal }) => {
      const network = await chooseNetwork(operatorContext(application), options.network)
      const exchanges = await askDemonstration(application, network)
      terminal.out(options.json === true ? `${JSON.stringify({ exchanges })}\n` : `${exchanges} exchanges\n`)
    },
  },
]
