import { type Command, CommandFailed } from '../../platform/cli/command.ts'
import { operatorContext } from '../../platform/cli/operator-context.ts'
import { loadCountry } from './datasets.commands.ts'

export const directoryCommands: Command[] = [
  {
    name: 'directory load',
    usage: 'directory load COUNTRY',
    summary: 'load the first and second levels of a country (two letters, as in MA)',
    words: [1, 1],
    run: async ({ words: [country = ''], application, terminal }) => {
      const code = country.toUpperCase()
      if (code === 'FR' || code === 'KR')
        throw new CommandFailed(`${code} is loaded at every start: nothing to do`)
      const written = await loadCountry(operatorContext(application), code, terminal.progress)
      terminal.say(written === 0 ? `${code} is loaded already` : `Loaded ${written} authorities of ${code}`)
    },
  },
]
