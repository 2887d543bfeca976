import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { columnLetters } from '../../../platform/spreadsheets/table.ts'
import type { ReportTold, TableReport } from './checking/report-shape.ts'
import type { Mapping } from './fields.ts'
import type { UnderstoodTable } from './table-input.ts'

export interface ToldReport {
  file: string
  network: string
  understood: UnderstoodTable
  mapping: Mapping
  report: TableReport
  /** Id of the import, once it exists. */
  applied: string | null
}

/** The output of `import table --json`: one document. */
export function reportAsJson({ file, network, understood, mapping, report, applied }: ToldReport): string {
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
export function reportInWords(
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
