import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { type Command, type CommandCall, CommandFailed, cannotRead } from '../../../platform/cli/command.ts'
import { operatorContext } from '../../../platform/cli/operator-context.ts'
import { ownDay } from '../../../platform/context/clock.ts'
import type { Context } from '../../../platform/context/context.ts'
import { readText } from '../../../platform/reading/read-file.ts'
import { TextUnreadable, troubleWords } from '../../../platform/reading/text-unreadable.ts'
import { chooseNetwork } from '../../networks/index.ts'
import { understandApart } from '../understanding/apart/understand-apart.ts'
import { minutesDraft } from '../understanding/minutes-draft.ts'
import type { Reading } from '../understanding/reading.ts'
import { needDirectory } from '../whole-directory.ts'
import { acceptSomeSure } from './acceptance/commands.ts'
import { importText } from './commands.ts'
import type { DecisionPlace } from './decision-place.ts'
import { findText } from './queries.ts'
import { readImportedText } from './reading/commands.ts'
import { textTrouble } from './trouble.ts'

export const textCommands: Command[] = [
  {
    name: 'import minutes',
    usage: 'import minutes FILE [--network NETWORK] [--json] [--apply]',
    summary: 'say what minutes or another text states; with --apply, import it and accept what is sure',
    options: { network: 'text', json: 'flag', apply: 'flag' },
    words: [1, 1],
    run: async (call) => {
      await needDirectory(operatorContext(call.application))
      const path = resolve(call.folder, call.words[0] ?? '')
      const bytes = await readBytes(path)
      await (call.options.apply === true
        ? applyText(call, basename(path), bytes)
        : showText(call, basename(path), bytes))
    },
  },
]

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    throw cannotRead(path, error)
  }
}

async function showText(
  { application, terminal, options, signal }: CommandCall,
  name: string,
  bytes: Buffer,
): Promise<void> {
  const context = operatorContext(application)
  const progress = (done: number, of: number) => terminal.progress(name, done, of)
  const { document, reading } = await readText(bytes, { name }, { progress, signal })
    .then(async (document) => ({ document, reading: await understandApart(context, document, { signal }) }))
    .catch((error: unknown) => {
      throw error instanceof TextUnreadable ? new CommandFailed(wordsOf(application, error)) : error
    })
  terminal.out(
    options.json === true
      ? `${JSON.stringify(minutesDraft(document, reading), null, 2)}\n`
      : `${summaryOf(reading).join('\n')}\n`,
  )
}

// A table consists of rows of facts, and is not a text about them.
const wordsOf = ({ translate }: CommandCall['application'], trouble: TextUnreadable) =>
  trouble.code === 'isTable'
    ? 'This is a table: "entente import table FILE" reads it'
    : troubleWords(translate('en'), trouble)

function summaryOf({
  meeting,
  cooperations,
  interested,
  decisions,
  proposals,
  questions,
}: Reading): string[] {
  const dated = meeting ? [[meeting.title, meeting.date, meeting.place].filter(Boolean).join(', ')] : []
  return [
    ...dated,
    ...cooperations.map(({ parties, status, agreements, activities, themes }) =>
      [
        parties.map(({ name }) => name).join(' – '),
        status?.status,
        `${agreements.length} agreements, ${activities.length} activities, ${themes.length} themes`,
      ]
        .filter(Boolean)
        .join(': '),
    ),
    ...interested.map(({ party }) => `Looks for a partner: ${party.name}`),
    `${cooperations.length} cooperations, ${interested.length} interested authorities, ${decisions.length} decisions, ${proposals.length} proposals, ${questions.length} questions`,
  ]
}

async function applyText(call: CommandCall, name: string, bytes: Buffer): Promise<void> {
  const { application, terminal, options, signal } = call
  const network = await chooseNetwork(operatorContext(application), options.network)
  const context = { ...operatorContext(application), today: ownDay(application, network.opensOn) }
  const given = { source: bytes, name, assistantHost: null }
  const { id, isKnown } = await importText(application, context, network.id, given)
  if (isKnown) terminal.say(`${name} was imported before`)
  await readImportedText(application, context, id, signal)
  const text = await findText(context, network.id, id)
  const trouble = textTrouble(text)
  if (trouble) throw new CommandFailed(wordsOf(application, trouble))
  if (text.readAt === null) throw new CommandFailed(`${name} is kept, and waits for a server to read it`)
  const accepted = await acceptSure(context, { network, text, records: application.records })
  const { facts, decided } = await findText(context, network.id, id)
  const language = network.languages[0] ?? 'en'
  const address = `${application.settings.baseUrl}/${language}/${network.slug}/imports/${id}`
  const left = facts - decided
  terminal.out(
    options.json === true
      ? `${JSON.stringify({ import: id, url: address, accepted, open: left }, null, 2)}\n`
      : `Accepted ${accepted} facts; ${left} wait for somebody to decide: ${address}\n`,
  )
}

// In batches, until nothing sure is left except contradictions with the registry.
async function acceptSure(context: Context, at: DecisionPlace): Promise<number> {
  let accepted = 0
  for (let after = -1; ; ) {
    const next = await acceptSomeSure(context, at, after)
    if (!next) return accepted
    accepted += next.accepted
    after = next.last
  }
}
