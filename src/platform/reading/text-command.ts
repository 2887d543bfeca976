import { readFile as readBytes } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { type Command, CommandFailed, cannotRead } from '../cli/command.ts'
import { readFile } from './read-file.ts'
import type { ReadPart } from './read-parts.ts'
import type { TextPassage } from './text-document.ts'
import { remarkWords, TextUnreadable, troubleWords } from './text-unreadable.ts'

/** Shows the text that is read of a file: an importer can find only what was read. */
export const textCommand: Command = {
  name: 'text',
  usage: 'text FILE [--json]',
  summary: 'show what is read of a document: its titles, paragraphs, items and tables',
  options: { json: 'flag' },
  words: [1, 1],
  run: async ({ words: [file = ''], options, application, terminal, folder }) => {
    const t = application.translate('en')
    try {
      const bytes = await readBytes(resolve(folder, file))
      const progress = (done: number, of: number) => terminal.progress('Reading', done, of)
      const { documents } = await readFile(bytes, { name: basename(file) }, { progress })
      for (const { document } of documents)
        for (const remark of document.remarks) terminal.say(remarkWords(t, remark))
      terminal.out(
        options.json === true ? `${JSON.stringify(documents)}\n` : documents.map(outline).join('\n'),
      )
    } catch (error) {
      if (error instanceof TextUnreadable) throw new CommandFailed(troubleWords(t, error))
      if (error instanceof Error && 'syscall' in error) throw cannotRead(file, error)
      throw error
    }
  },
}

function outline({ name, document: { format, passages } }: ReadPart): string {
  return `${name} (${format})\n${passages.map(lineOf).join('')}`
}

function lineOf({ kind, level, text }: TextPassage): string {
  if (kind === 'title') return `\n${'#'.repeat(level)} ${text}\n`
  return kind === 'item' ? `${'  '.repeat(level - 1)}- ${text}\n` : `${text}\n`
}
