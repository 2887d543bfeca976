import { type Command, CommandFailed, WrongUsage } from '../../../platform/cli/command.ts'
import { operatorContext } from '../../../platform/cli/operator-context.ts'
import { endTokensByPrefix } from './commands.ts'
import { isSecret, prefixOf } from './token-secret.ts'

const usage = 'token end PREFIX'

export const tokenCommands: Command[] = [
  {
    name: 'token end',
    usage,
    summary: 'end an API token that fell into other hands, by its first twelve signs',
    words: [1, 1],
    run: async ({ words: [given = ''], application, terminal }) => {
      // An operator who found a token may paste it whole.
      const prefix = isSecret(given) ? prefixOf(given) : given
      if (!/^ent_[0-9a-f]{8}$/.test(prefix))
        throw new WrongUsage(`Usage: entente ${usage} (ent_ and 8 signs)`)
      const count = await endTokensByPrefix(operatorContext(application), prefix)
      if (count === 0)
        throw new CommandFailed(`There is no token that begins with ${prefix}, or it has ended`)
      terminal.out(`${prefix}\n`)
    },
  },
]
