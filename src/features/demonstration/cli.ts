import { type Command, WrongUsage } from '../../platform/cli/command.ts'
import { operatorContext } from '../../platform/cli/operator-context.ts'
import { exercise } from '../../platform/settings/exercise.ts'
import { refreshDirectory } from '../directory/index.ts'
import { proposeFromTexts } from '../practices/index.ts'
import { seedDemonstration } from './commands.ts'
import { seedExercise } from './exercise.commands.ts'

export const demonstrationCommands: Command[] = [
  {
    name: 'seed',
    usage: 'seed france-coree|exercise',
    summary: 'load the demonstration network of France and Korea, or an invented one for practice',
    words: [1, 1],
    run: async ({ words: [name = ''], application, terminal }) => {
      const context = operatorContext(application)
      if (name === exercise) await seedExercise(application)
      else if (name === 'france-coree') {
        await refreshDirectory(context, terminal.progress)
        await seedDemonstration(context, name, application.textOwners)
        await proposeFromTexts(application)
      } else throw new WrongUsage(`There is no demonstration "${name}": only france-coree and exercise`)
      terminal.out(`${application.settings.baseUrl}/fr/${name}\n`)
    },
  },
]
