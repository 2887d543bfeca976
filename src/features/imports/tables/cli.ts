import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Command, CommandFailed, cannotRead, WrongUsage } from '../../../platform/cli/command.ts'
import { operatorContext } from '../../../platform/cli/operator-context.ts'
import { describeActor } from '../../../platform/context/actor.ts'
import { ownDay } from '../../../platform/context/clock.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { columnLetters, TableUnreadable } from '../../../platform/spreadsheets/table.ts'
import { chooseNetwork } from '../../networks/index.ts'
import { needDirectory } from '../whole-directory.ts'
import { answersOf } from './answers.ts'
import { checkTable } from './checking/report.ts'
import type { ReportTold, TableReport } from './checking/report-shape.ts'
import { applyTable } from './commands.ts'
import type { Mapping } from './fields.ts'
import { answersIn, isTableKind, type MapFile, mapFileSchema, withMapFile } from './map-file.ts'
import { missingFields, refuseHeaderAlone, type UnderstoodTable, understandTable } from './table-input.ts'
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

interface ToldReport {
  file: string
  network: string
  understood: UnderstoodTable
  mapping: Mapping
  report: TableReport
  /** Id of the import, once it exists. */
  applied: string | null
}

/** The output of `import table --json`: one document. */
function reportAsJson({ file, network, understood, mapping, report, applied }: ToldReport): string {
  const { about, columns } = understood
  const document = {
    file,
    network,
    kind: mapping.kind,
    table: { ...about, header_row: mapping.headerRow },
    columns: columns.map(({ index, title, examples }) => ({
      column: columnLetters(index),
      title,
      field: mapping.columns[String(index)] ?? null,
      examples,
    })),
    defaults: {
      first_country: mapping.defaults.firstCountry,
      second_country: mapping.defaults.secondCountry,
      agreement_kind: mapping.defaults.agreementKind,
    },
    rows: { total: report.rows, ...report.counts },
    organisations: report.organisations,
    questions: report.questions.map(({ candidates, firstRow, ...question }) => ({
      ...question,
      first_row: firstRow,
      candidates: candidates.map(({ slug, name, kind, codes, within }) => ({
        slug,
        name,
        kind,
        codes,
        within,
      })),
    })),
    towns: report.towns.map(({ name, town, known, rows, firstRow }) => ({
      name,
      geonames: town.geonames,
      town: town.name,
      country: town.country,
      known,
      rows,
      first_row: firstRow,
    })),
    town_count: report.townCount,
    additions: report.additions.map(toldAsJson),
    addition_count: report.additionCount,
    differences: report.differences.map(toldAsJson),
    difference_count: report.differenceCount,
    repeated: report.repeated.map(({ row, sameAs, cells, sameCells, isMore }) => ({
      row,
      same_as: sameAs,
      cells,
      same_cells: sameCells,
      is_more: isMore,
    })),
    repeated_count: report.repeatedCount,
    errors: report.errors,
    error_count: report.errorCount,
    applied,
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

function toldAsJson({ row, cell, who, read, present, presentRow, key, ways }: ReportTold) {
  return { row, cell, who, read, present, present_row: presentRow, key, answers: ways }
}

const linesShown = 20

/** The report in words, for people at a terminal. */
function reportInWords(
  { file, network, understood, mapping, report, applied }: ToldReport,
  t: Translate,
): string {
  const { about, columns } = understood
  const { counts, organisations } = report
  const lines = [
    `${file}: ${mapping.kind} for ${network}, ${report.rows} rows`,
    `  ${[about.format, about.encoding, about.isMixed ? 'with lines in UTF-8' : null, about.delimiter === null ? null : `cells parted by ${JSON.stringify(about.delimiter)}`, about.sheet === null ? null : `sheet "${about.sheet}"`].filter(Boolean).join(', ')}`,
    ...about.sheets
      .filter(({ isHidden }) => isHidden)
      .map(({ name }) => `  hidden sheet "${name}" was left alone`),
    'Columns',
    ...columns.map(
      ({ index, title, examples }) =>
        `  ${columnLetters(index).padEnd(3)} ${title.padEnd(24)} ${(mapping.columns[String(index)] ?? '–').padEnd(18)} ${examples[0] ?? ''}`,
    ),
    'Rows',
    `  new ${counts.new}, adding ${counts.adds}, more of the same ${counts.more}, merged ${counts.merged}, known ${counts.known}, contradicting ${counts.contradicts}, repeated ${counts.repeated}, to be asked ${counts.asked}, left out ${counts.left}, wrong ${counts.wrong}`,
    `Organisations: ${organisations.known} known, ${organisations.new} new, ${organisations.asked} to be asked`,
    ...report.questions
      .slice(0, linesShown)
      .map(
        ({ name, country, rows, firstRow, why, candidates }) =>
          `  ? ${name} (${country ?? 'no country'}), ${rows} rows, first ${firstRow}: ${why}${candidates.length > 0 ? `: ${candidates.map(({ slug }) => slug).join(', ')}` : ''}`,
      ),
    ...more(report.questions.length),
    ...report.towns
      .slice(0, linesShown)
      .map(({ name, town, rows }) => `  town ${name}, ${rows} rows: ${town.name} (${town.country})`),
    ...more(report.townCount),
    ...report.differences
      .slice(0, linesShown)
      .map(
        ({ cell, who, read, present }) =>
          `  ≠ ${cell} ${namesOf(who)}: ${JSON.stringify(read)}, not ${JSON.stringify(present)}`,
      ),
    ...more(report.differenceCount),
    ...report.repeated
      .slice(0, linesShown)
      .map(({ cells, sameCells, names }) => `  = ${cells} names what ${sameCells} names: ${names}`),
    ...more(report.repeatedCount),
    ...report.errors
      .slice(0, linesShown)
      .map(({ cell, code, text }) => `  ! ${cell} ${t(`imports.cell.${code}`, { text })}`),
    ...more(report.errorCount),
    applied === null ? 'Nothing was changed: --apply imports the table' : `Imported: ${applied}`,
  ]
  return `${lines.join('\n')}\n`
}

function namesOf(who: ReportTold['who']): string {
  return who.map((name) => chooseName(name, 'en').text).join(' – ')
}

function more(count: number): string[] {
  return count > linesShown ? [`  … and ${count - linesShown} more: --json prints all`] : []
}
