import { type Command, WrongUsage } from '../../platform/cli/command.ts'
import { operatorContext } from '../../platform/cli/operator-context.ts'
import { refreshDirectory } from '../directory/index.ts'
import { proposeFromTexts } from '../practices/index.ts'
import { seedDemonstration } from './commands.ts'

export const demonstrationCommands: Command[] = [
  {
    name: 'seed',
    usage: 'seed france-coree',
    summary: 'load the demonstration network of France and Korea',
    words: [1, 1],
    run: async ({ words: [name = ''], application, terminal }) => {
      if (name !== 'france-coree')
        throw new WrongUsage(`There is no demonstration "${name}": only france-coree`)
      const context = operatorContext(application)
      await refreshDirectory(context, terminal.progress)
      await seedDemonstration(context, name, application.textOwners)
      await proposeFromTexts(application)
      terminal.out(`${application.settings.baseUrl}/fr/${name}\n`)
    },
  },
]
