import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Command, CommandFailed, cannotRead } from '../../../platform/cli/command.ts'
import { operatorContext } from '../../../platform/cli/operator-context.ts'
import { lastDay } from '../../../platform/dates/index.ts'
import { chooseNetwork } from '../../networks/index.ts'
import { listEvidenceFrom } from '../evidence/queries.ts'
import { readPassages } from '../locators.ts'
import { loadSourceText } from './commands.ts'
import { listSources } from './queries.ts'
import { findQuote } from './quotation.ts'

const largestText = 5 * 1024 * 1024

export const sourceCommands: Command[] = [
  {
    name: 'source load',
    usage: 'source load SLUG FILE [--network NETWORK]',
    summary: 'load the text of a source (Markdown or plain text), so that its facts open on their sentences',
    options: { network: 'text' },
    words: [2, 2],
    run: async ({ words: [slug = '', file = ''], options, folder, application, terminal }) => {
      const context = operatorContext(application)
      const network = await chooseNetwork(context, options.network)
      const known = { ...context, today: lastDay }
      const source = (await listSources(known, network.id)).find((each) => each.slug === slug)
      if (!source) throw new CommandFailed(`The network ${network.slug} has no source "${slug}"`)
      const passages = readPassages(readText(resolve(folder, file)))
      if (passages.length === 0) throw new CommandFailed(`${file} holds no text`)
      await loadSourceText(context, network.id, source.id, passages)
      const stored = passages.map((passage, position) => ({ ...passage, position }))
      const states = (await listEvidenceFrom(known, source.id)).map(({ locator }) =>
        locator ? (findQuote(stored, locator)?.state ?? 'changed') : null,
      )
      const count = (state: string) => states.filter((each) => each === state).length
      terminal.say(
        `Loaded ${passages.length} passages of ${slug}: ${count('found')} facts open on their sentence, ${count('moved')} moved, ${count('changed')} changed`,
      )
    },
  },
]

function readText(path: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    throw cannotRead(path, error)
  }
  if (bytes.length > largestText) throw new CommandFailed(`${path} is larger than 5 MB`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new CommandFailed(`${path} is not UTF-8 text`)
  }
}
