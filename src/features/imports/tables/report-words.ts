import type { Translate } from '../../../platform/i18n/translate.ts'
import { columnLetters } from '../../../platform/spreadsheets/table.ts'
import type { TableReport } from './checking/report-shape.ts'
import type { Mapping } from './fields.ts'
import type { UnderstoodTable } from './table-input.ts'

export interface ToldReport {
  file: string
  network: string
  understood: UnderstoodTable
  mapping: Mapping
  report: TableReport
  /** Id of the import, once it was made. */
  applied: string | null
}

/** What `import table --json` prints: one document. */
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
    repeated: report.repeated.map(({ row, sameAs, isMore }) => ({ row, same_as: sameAs, is_more: isMore })),
    errors: report.errors,
    error_count: report.errorCount,
    applied,
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

const linesShown = 20

/** The same for people at a terminal. */
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
    `  new ${counts.new}, more of the same ${counts.more}, repeated ${counts.repeated}, known ${counts.known}, to be asked ${counts.asked}, left out ${counts.left}, wrong ${counts.wrong}`,
    `Organisations: ${organisations.known} known, ${organisations.new} new, ${organisations.asked} to be asked`,
    ...report.questions
      .slice(0, linesShown)
      .map(
        ({ name, country, rows, firstRow, why, candidates }) =>
          `  ? ${name} (${country ?? 'no country'}), ${rows} rows, first ${firstRow}: ${why}${candidates.length > 0 ? `: ${candidates.map(({ slug }) => slug).join(', ')}` : ''}`,
      ),
    ...more(report.questions.length),
    ...report.errors
      .slice(0, linesShown)
      .map(({ cell, code, text }) => `  ! ${cell} ${t(`imports.cell.${code}`, { text })}`),
    ...more(report.errorCount),
    applied === null ? 'Nothing was changed: --apply imports the table' : `Imported: ${applied}`,
  ]
  return `${lines.join('\n')}\n`
}

function more(count: number): string[] {
  return count > linesShown ? [`  … and ${count - linesShown} more: --json prints all`] : []
}
