import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Command, CommandFailed, cannotRead, WrongUsage } from '../../../platform/cli/command.ts'
import { operatorContext } from '../../../platform/cli/operator-context.ts'
import { describeActor } from '../../../platform/context/actor.ts'
import { ownDay } from '../../../platform/context/own-day.ts'
import { TableUnreadable } from '../../../platform/spreadsheets/table.ts'
import { chooseNetwork } from '../../networks/index.ts'
import { needDirectory } from '../whole-directory.ts'
import { answersOf } from './answers.ts'
import { applyTable } from './applying.commands.ts'
import { checkTable } from './checking/check-table.ts'
import { answersIn, isTableKind, type MapFile, mapFileSchema, withMapFile } from './map-file.ts'
import { reportAsJson, reportInWords } from './report-words.ts'
import { missingFields, refuseHeaderAlone, understandTable } from './table-input.ts'
import { readWordLists } from './words/word-list.ts'

export const tableCommands: Command[] = [
  {
    name: 'import table',
    usage: `import table FILE [--network SLUG] [--kind cooperations|organisations|contacts|events] [--map FILE] [--dry-run] [--json] [--apply]`,
    summary: 'read a table (CSV, XLSX, ODS) into the records of a network; changes nothing without --apply',
    options: { network: 'text', kind: 'text', map: 'text', 'dry-run': 'flag', json: 'flag', apply: 'flag' },
    words: [1, 1],
    run: async ({ words: [file = ''], options, folder, application, terminal }) => {
      if (options.apply === true && options['dry-run'] === true)
        throw new WrongUsage('--apply and --dry-run say two things: give one of them')
      if (options.kind !== undefined && !isTableKind(options.kind))
        throw new WrongUsage('--kind takes cooperations, organisations, contacts or events')
      const asking = operatorContext(application)
      await needDirectory(asking)
      const network = await chooseNetwork(asking, options.network)
      const context = { ...asking, today: ownDay(application, network.opensOn) }
      const lists = readWordLists(application.translate)
      const map = typeof options.map === 'string' ? readMapFile(resolve(folder, options.map)) : {}
      const place = { path: resolve(folder, file), sheet: map.sheet ?? null }
      refuseMissing(place.path, file)
      try {
        const kind = isTableKind(options.kind) ? options.kind : (map.kind ?? null)
        const understood = await understandTable(context, place, lists, {
          kind,
          countries: network.countries,
        })
        refuseHeaderAlone(understood)
        const mapped = withMapFile(understood.mapping, understood.columns, map)
        if ('wrong' in mapped) throw new CommandFailed(`--map: ${mapped.wrong}`)
        const missing = missingFields(mapped.mapping)
        if (missing.length > 0)
          throw new CommandFailed(`${file}: no column gives ${missing.join(' nor ')}; say which one by --map`)
        const plan = {
          networkId: network.id,
          mapping: mapped.mapping,
          answers: answersOf(answersIn(map)),
          language: network.languages[0] ?? 'en',
          importer: describeActor(context.actor),
        }
        const report = await checkTable(context, place, plan, lists, (rows) =>
          terminal.progress('Reading the table', rows, 0),
        )
        const read = { understood, mapping: mapped.mapping, report }
        const applied =
          options.apply === true
            ? await applyTable(application, context, network, { path: place.path, terminal, map, ...read })
            : null
        const told = { file, network: network.slug, applied, ...read }
        terminal.out(
          options.json === true ? reportAsJson(told) : reportInWords(told, application.translate('en')),
        )
      } catch (error) {
        if (error instanceof TableUnreadable) throw unreadable(file, error, application.translate('en'))
        throw error
      }
    },
  },
]

function unreadable(
  file: string,
  { code, detail }: TableUnreadable,
  t: ReturnType<Parameters<typeof readWordLists>[0]>,
): CommandFailed {
  return new CommandFailed(`${file}: ${t(`imports.unreadable.${code}`, { detail })}`)
}

function refuseMissing(path: string, file: string): void {
  try {
    if (statSync(path).isFile()) return
  } catch (error) {
    throw cannotRead(file, error)
  }
  throw new CommandFailed(`${file} is no file`)
}

function readMapFile(path: string): MapFile {
  let given: unknown
  try {
    given = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw cannotRead(path, error)
  }
  const read = mapFileSchema.safeParse(given)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new CommandFailed(`${path}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim())
}
