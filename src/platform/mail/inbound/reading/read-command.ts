import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Command, cannotRead } from '../../../cli/command.ts'
import { readAnswer } from './read-answer.ts'

/** Shows what is read of a message: the words of its writer, and what was cut. */
export const mailReadCommand: Command = {
  name: 'mail read',
  usage: 'mail read FILE [--json]',
  summary: 'show what is read of a message: the words of its writer',
  options: { json: 'flag' },
  words: [1, 1],
  run: async ({ words: [file = ''], options, terminal, folder }) => {
    const bytes = await readFile(resolve(folder, file)).catch((error: unknown) => {
      throw cannotRead(file, error)
    })
    const { is, reason, text, languages, attachments, absentUntil, cut, sure } = await readAnswer(bytes)
    const shown = { is, reason, text, languages, attachments, absent_until: absentUntil, cut, sure }
    if (options.json === true) terminal.out(`${JSON.stringify(shown)}\n`)
    else terminal.out(text === '' ? `${reason ?? is}\n` : `${text}\n`)
  },
}
