import { type Command, type CommandCall, CommandFailed } from '../../platform/cli/command.ts'
import { operatorContext } from '../../platform/cli/operator-context.ts'
import { lookUpPersonByAddress } from '../people/index.ts'
import { erasePerson } from './commands.ts'
import { listData } from './queries.ts'
import { dataFile, subjectOf } from './subject.ts'
import { tellRecord } from './value-words.ts'

export const personalDataCommands: Command[] = [
  {
    name: 'person export',
    usage: 'person export EMAIL [--json]',
    summary: 'print all that is stored about somebody with an account',
    options: { json: 'flag' },
    words: [1, 1],
    run: exportPerson,
  },
  {
    name: 'person erase',
    usage: 'person erase EMAIL --yes',
    summary: 'erase name and addresses of somebody everywhere; what they contributed stays',
    options: { yes: 'flag' },
    words: [1, 1],
    run: erase,
  },
]

async function exportPerson(call: CommandCall): Promise<void> {
  const { application, terminal, options } = call
  const context = operatorContext(application)
  const collected = await listData(application, context, subjectOf(await findAccount(call)))
  if (options.json === true) return terminal.out(dataFile(collected, context.clock.now()))
  const t = application.translate('en')
  for (const { section, records } of collected) {
    terminal.out(`${t(`ui.personalData.section.${section}`)}\n`)
    for (const record of records) {
      const lines = tellRecord({ t, language: 'en' }, record).map(
        ({ label, words }) => `  ${label}: ${words}\n`,
      )
      terminal.out(`${lines.join('')}\n`)
    }
  }
}

async function erase(call: CommandCall): Promise<void> {
  const { application, terminal, options } = call
  const person = await findAccount(call)
  if (options.yes !== true)
    throw new CommandFailed(
      `This erases ${person.address} for good: look at it first with "entente person export ${person.address}", then add --yes`,
    )
  const context = operatorContext(application)
  const subject = { ...subjectOf(person), personId: person.id }
  const [hindrance] = await erasePerson(application, context, subject)
  if (hindrance) throw new CommandFailed(hindrance.message(application.translate('en'), 'en'))
  terminal.say('Erased: what this person contributed stays with the organisation they spoke for')
}

async function findAccount({ words: [address = ''], application }: CommandCall) {
  const person = await lookUpPersonByAddress(operatorContext(application), address)
  if (!person) throw new CommandFailed(`There is no account for ${address}`)
  return person
}
