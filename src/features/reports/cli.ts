import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import {
  type Command,
  type CommandCall,
  CommandFailed,
  cannotRead,
  WrongUsage,
} from '../../platform/cli/command.ts'
import { operatorContext } from '../../platform/cli/operator-context.ts'
import { ownDay } from '../../platform/context/clock.ts'
import type { Context } from '../../platform/context/context.ts'
import { findEdition } from '../../platform/editions/editions.ts'
import { notFound } from '../../platform/refusal.ts'
import { isDay } from '../../platform/settings/settings.ts'
import { chooseNetwork, type Network } from '../networks/index.ts'
import { lookUpActor, lookUpPersonByAddress } from '../people/index.ts'
import { changeEntry } from './difference/api.ts'
import { findDifference } from './difference/find-difference.ts'
import { freezeReport, gatherReport, publishReport, signReport, type Trouble } from './drafting/commands.ts'
import { correctReport } from './drafting/errata.commands.ts'
import { drawReports } from './drafting/jobs.ts'
import { findNextStart, lookUpDraft, lookUpReportOf } from './drafting/queries.ts'
import { seenOf, seriesOf } from './drafting/report.ts'
import { findReadEdition } from './edition.queries.ts'
import { rebuildFiles, verifyFile } from './files/commands.ts'
import { typesetter } from './files/draw-files.ts'

const common = { network: 'text', json: 'flag' } as const

interface Opened {
  context: Context
  network: Network
  /** Prints an object, or its line in words. */
  tell(answer: object, line: string): void
}

function command(
  name: string,
  usage: string,
  summary: string,
  more: { options?: Command['options']; words?: [number, number] },
  run: (call: CommandCall, opened: Opened) => Promise<void>,
): Command {
  return {
    name: `report ${name}`,
    usage: `report ${name}${usage} [--network SLUG] [--json]`,
    summary,
    options: { ...common, ...more.options },
    words: more.words ?? [0, 0],
    run: async (call) => {
      const { options, application, terminal } = call
      const asking = operatorContext(application)
      const network = await chooseNetwork(asking, options.network)
      const context = { ...asking, today: ownDay(application, network.opensOn) }
      const tell = (answer: object, line: string) =>
        terminal.out(options.json === true ? `${JSON.stringify(answer, null, 2)}\n` : `${line}\n`)
      await run(call, { context, network, tell })
    },
  }
}

/** The commands of an operator on reports: the steps of the page where one is prepared, and what proves an edition. */
export const reportCommands: Command[] = [
  command(
    'gather',
    ' [--from DAY] [--to DAY]',
    'begin the next report of a network, or give the one in preparation another period',
    { options: { from: 'text', to: 'text' } },
    async ({ options }, { context, network, tell }) => {
      const from = dayOption(options.from, '--from') ?? (await findNextStart(context, network.id))
      const to = dayOption(options.to, '--to') ?? context.today
      if (from > to) throw new WrongUsage(`The period ends (${to}) before it begins (${from})`)
      if (to > context.today) throw new WrongUsage(`The period ends after today (${context.today})`)
      refuse(
        await gatherReport(context, network, seenOf(await lookUpDraft(context, network.id)), { from, to }),
      )
      const { number } = await findDraft(context, network)
      tell({ number, from, to }, `Report ${number}: ${from} to ${to}`)
    },
  ),
  command(
    'freeze',
    '',
    'freeze the facts of the report in preparation, and draw its files',
    {},
    async ({ application }, { context, network, tell }) => {
      const draft = await findDraft(context, network)
      refuse(await freezeReport(context, application, network, seenOf(draft)))
      // A process that only runs a command sends no job to the site.
      await drawReports(application, context, network.id)
      const { number, digest, trouble } = await findDraft(context, network)
      if (trouble !== null)
        throw new CommandFailed(`Report ${number} is frozen, but its files are not drawn: ${trouble}`)
      tell({ number, digest }, `Report ${number}: SHA-256 ${digest}`)
    },
  ),
  command(
    'sign',
    ' --person ADDRESS --digest SHA256',
    'record the signature of a chair or coordinator for their side, over the digest that they saw',
    { options: { person: 'text', digest: 'text' } },
    async ({ options }, { context, network, tell }) => {
      const { person: address, digest } = options
      if (typeof address !== 'string') throw new WrongUsage('--person takes the address of an account')
      if (typeof digest !== 'string') throw new WrongUsage('--digest takes the digest that the person saw')
      const account = await lookUpPersonByAddress(context, address)
      const actor = account && (await lookUpActor(context, account.id))
      if (!actor) throw new CommandFailed(`Nobody has an account for ${address}`)
      const draft = await findDraft(context, network)
      refuse(await signReport({ ...context, actor }, network, seenOf({ id: draft.id, digest })))
      tell({ number: draft.number, digest }, `Report ${draft.number}: signed`)
    },
  ),
  command(
    'publish',
    '',
    'publish the report in preparation, once both sides signed it and its files are there',
    {},
    async (_call, { context, network, tell }) => {
      const outcome = await publishReport(context, network, seenOf(await findDraft(context, network)))
      if (typeof outcome === 'string') return refuse(outcome)
      tell(outcome, `Report ${outcome.number} is public`)
    },
  ),
  command(
    'erratum',
    ' N --said TEXT --right TEXT --word FUNCTION [--lang fr|ko|en]',
    'add an erratum beside an edition: what it says, what is right, on whose word',
    { options: { said: 'text', right: 'text', word: 'text', lang: 'text' }, words: [1, 1] },
    async ({ words, options }, { context, network, tell }) => {
      const { said, right, word, lang = 'fr' } = options
      if (typeof said !== 'string' || typeof right !== 'string' || typeof word !== 'string')
        throw new WrongUsage('--said, --right and --word each take words')
      const language = String(lang)
      const typed = (text: string) => ({ texts: { [language]: text }, reviewed: [], original: language })
      await correctReport(context, network, words[0] ?? '', {
        said: typed(said),
        right: typed(right),
        word,
        about: null,
      })
      tell({ number: Number(words[0]), said, right, word }, `Report ${words[0]}: erratum added`)
    },
  ),
  command(
    'difference',
    ' A B',
    'say what changed between two editions, a line a change',
    { words: [2, 2] },
    async ({ words: [from, number = ''], application, terminal, options }, { context, network }) => {
      const { difference } = await findDifference(application, context, network, { number, from })
      if (difference === null) throw new CommandFailed('There is no earlier edition')
      const { counts, changes } = difference
      if (options.json === true)
        return terminal.out(`${JSON.stringify({ counts, entries: changes.map(changeEntry) }, null, 2)}\n`)
      for (const [table, { old, added, removed, present }] of Object.entries(counts))
        terminal.out(`${table}: ${old} + ${added} - ${removed} = ${present}\n`)
      for (const { about, field, change, knownOn } of changes)
        terminal.out(`${[change, about.kind, about.name.fr ?? about.id, field, knownOn ?? ''].join('\t')}\n`)
    },
  ),
  command(
    'rebuild',
    ' N [--out DIR] [--check]',
    'draw the files of an edition again from its facts, and compare them with the stored ones',
    { options: { out: 'text', check: 'flag' }, words: [1, 1] },
    async ({ words, options, application, terminal, folder }, { context, network }) => {
      const edition = await findEdition(context, seriesOf(network.id), words[0] ?? '')
      const target = typeof options.out === 'string' ? resolve(folder, options.out) : null
      if (target !== null) await mkdir(target, { recursive: true })
      const compared = []
      const { facts } = await findReadEdition(context, edition)
      const report = (await lookUpReportOf(context, edition.id)) ?? notFound(String(edition.number))
      const named = { ...report, network: network.slug, digest: edition.digest }
      const { storage } = application
      for await (const file of rebuildFiles(context, storage, named, facts)) {
        const { bytes, ...told } = file
        if (target !== null)
          await writeFile(resolve(target, file.name), bytes).catch((error: Error) => {
            throw new CommandFailed(`${file.name} cannot be written: ${error.message}`)
          })
        compared.push(told)
        if (options.json !== true)
          terminal.out(
            `${told.rebuilt.sha256}  ${told.name}${told.isSame ? '' : told.stored ? '  differs from the stored file' : '  is not stored yet'}\n`,
          )
      }
      typesetter.close()
      if (options.json === true) terminal.out(`${JSON.stringify(compared, null, 2)}\n`)
      const [missing, others] = [
        compared.filter(({ stored }) => stored === null),
        compared.filter(({ stored, isSame }) => stored !== null && !isSame),
      ]
      if (options.check === true && missing.length > 0)
        throw new CommandFailed(`Not stored yet: ${missing.map(({ name }) => name).join(', ')}`)
      if (options.check === true && others.length > 0)
        throw new CommandFailed(
          `Other bytes than those stored: ${others.map(({ name }) => name).join(', ')}; the stored files stay. Drawn by: ${others[0]?.rebuilt.engine}; stored by: ${others[0]?.stored?.engine ?? 'nobody'}`,
        )
    },
  ),
  command(
    'verify',
    ' FILE',
    'say of which edition a file is, or that it is of none',
    { words: [1, 1] },
    async ({ words, folder }, { context, tell }) => {
      const name = words[0] ?? ''
      const bytes = await readFile(resolve(folder, name)).catch((error: unknown) => {
        throw cannotRead(name, error)
      })
      const verdict = await verifyFile(context, bytes)
      if (verdict.kind === 'altered')
        throw new CommandFailed(
          `${name} was altered: SHA-256 ${verdict.found}, published ${verdict.expected}`,
        )
      if (verdict.kind === 'unknown')
        throw new CommandFailed(
          `${name} is no file of an edition here (SHA-256 ${verdict.found}): it was altered, or comes from elsewhere`,
        )
      tell(
        verdict,
        `${name}: ${verdict.name} of report ${verdict.number} of ${verdict.network}, as published`,
      )
    },
  ),
]

async function findDraft(context: Context, network: Network) {
  const draft = await lookUpDraft(context, network.id)
  if (draft === null) throw new CommandFailed('No report is in preparation: report gather begins one')
  return draft
}

const refusals: Record<Trouble, string> = {
  gone: 'No report is in preparation',
  thawed: 'The report is not frozen',
  frozen: 'The report is frozen, or its digest is another one by now',
  open: 'Authorities may still answer for their lines',
  signed: 'This side signed already',
  noSide: 'This person signs for no side: they are no chair or coordinator, or nothing says of which country',
  otherSide: 'This person signed for the other side',
  unsigned: 'Both sides must sign first',
  files: 'Its files are not all drawn yet',
}

function refuse(trouble: Trouble | null): void {
  if (trouble !== null) throw new CommandFailed(refusals[trouble])
}

function dayOption(value: string | boolean | undefined, name: string): string | null {
  if (value === undefined) return null
  if (typeof value !== 'string' || !isDay(value))
    throw new WrongUsage(`${name} takes a day such as 2017-07-08`)
  return value
}
