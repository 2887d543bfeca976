import { type FormValues, typedValue } from '../../../../platform/input/form.ts'
import { columnLetters } from '../../../../platform/spreadsheets/table.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import type { Network } from '../../../networks/index.ts'
import { paths } from '../paths.ts'
import { BeneathList } from './beneath-list.tsx'
import { type Columns, lineFields } from './importing-columns.ts'
import type { LineTable as Table } from './line-table.ts'
import { type JudgedLine, LineTable } from './line-table-view.tsx'

export type { JudgedLine } from './line-table-view.tsx'

interface CheckPageProps {
  network: Network
  lines: readonly JudgedLine[]
  table: Table
  columns: Columns
  /** The values of the form, to be sent again. */
  values: FormValues
  /** Whether the list was written, or is still to be. */
  isDone: boolean
}

const sentAgain = ['words', 'givenOn', 'language', 'country', 'proof']
const linesAField = 1000

/** What becomes of each line: before anything is written or sent, and after. */
export function CheckPage(props: CheckPageProps) {
  const reader = useReader()
  const { network, lines, table, columns, values, isDone } = props
  const { t } = reader
  const good = lines.filter(({ fault }) => fault === null).length
  const counts = { good, bad: lines.length - good }
  const proof = typedValue(values, 'proof')
  const refused = refusedText(lines, table.titles)
  return (
    <>
      <BeneathList network={network}>{t('newsletter.subscribers.import')}</BeneathList>
      <Notice kind={isDone ? 'done' : 'information'} live={isDone}>
        {t(isDone ? 'newsletter.subscribers.imported' : 'newsletter.subscribers.toImport', counts)}
      </Notice>
      <form
        method="post"
        action={paths.import(reader, network.slug)}
        enctype="multipart/form-data"
        class="form"
      >
        {partsOf(isDone ? refused : typedValue(values, 'lines')).map((part, index) => (
          <input key={index} type="hidden" name="lines" value={part} />
        ))}
        {sentAgain.map((name) => (
          <input key={name} type="hidden" name={name} value={typedValue(values, name)} />
        ))}
        {proof === '' ? null : (
          <p class="form-end">
            <a href={paths.proof(reader, network.slug, proof)}>{t('newsletter.subscribers.proofKept')}</a>
          </p>
        )}
        {isDone || table.width < 2 ? (
          columns.map((field, index) => (
            <input key={index} type="hidden" name={`column.${index}`} value={field ?? ''} />
          ))
        ) : (
          <ColumnsTable table={table} columns={columns} />
        )}
        <p class="form-end">
          {good > 0 && !isDone ? (
            <button type="submit" name="step" value="write" class="button primary">
              {t('newsletter.subscribers.importButton', { good })}
            </button>
          ) : null}
          {isDone ? null : (
            <button type="submit" name="step" value="check" class="button">
              {t('newsletter.subscribers.checkAgain')}
            </button>
          )}
          <button type="submit" name="step" value="change" class="button">
            {t('newsletter.subscribers.changeLines')}
          </button>
          {counts.bad > 0 ? (
            <button type="submit" name="step" value="refused" class="button">
              {t('newsletter.subscribers.refusedFile')}
            </button>
          ) : null}
        </p>
      </form>
      <LineTable lines={lines} isDone={isDone} />
      {counts.bad > 0 ? <RefusedLines text={refused} /> : null}
    </>
  )
}

/** Splits a list into parts that fit a form field. */
function partsOf(lines: string): string[] {
  const all = lines.split('\n')
  return Array.from({ length: Math.ceil(all.length / linesAField) }, (_, index) =>
    all.slice(index * linesAField, (index + 1) * linesAField).join('\n'),
  )
}

/** The refused lines under the titles, to be corrected and sent again. */
function refusedText(lines: readonly JudgedLine[], titles: readonly string[] | null): string {
  const refused = lines.flatMap(({ fault, typed }) => (fault === null ? [] : [typed]))
  return [...(titles ? [titles.join('\t')] : []), ...refused].join('\n')
}

function RefusedLines({ text }: { text: string }) {
  const { t } = useReader()
  return (
    <Section id="refused" title={t('newsletter.subscribers.refused')}>
      <p>{t('newsletter.subscribers.refusedText')}</p>
      <textarea rows={8} readOnly aria-label={t('newsletter.subscribers.refused')}>
        {text}
      </textarea>
    </Section>
  )
}

interface ColumnsTableProps {
  table: Table
  columns: Columns
}

/** The content of each column, with its first cells, to be checked and changed. */
function ColumnsTable({ table, columns }: ColumnsTableProps) {
  const { t } = useReader()
  const { titles, rows } = table
  const examples = (index: number) =>
    [...new Set(rows.slice(0, 20).map(({ cells }) => cells[index] ?? ''))].filter((cell) => cell !== '')
  return (
    <Section id="columns" title={t('newsletter.subscribers.columns')}>
      <table class="table import-columns">
        <caption class="visually-hidden">{t('newsletter.subscribers.columns')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('newsletter.subscribers.column')}</th>
            <th scope="col">{t('newsletter.subscribers.columnHolds')}</th>
            <th scope="col">{t('newsletter.subscribers.columnExamples')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((chosen, index) => (
            <tr key={columnLetters(index)}>
              <th scope="row" id={`column-${index}`}>
                <span class="quiet">{columnLetters(index)}</span> <bdi>{titles?.[index] ?? ''}</bdi>
              </th>
              <td data-label={t('newsletter.subscribers.columnHolds')}>
                <select name={`column.${index}`} aria-labelledby={`column-${index}`}>
                  <option value="">{t('newsletter.subscribers.column.none')}</option>
                  {lineFields.map((field) => (
                    <option key={field} value={field} selected={field === chosen}>
                      {t(`newsletter.subscribers.column.${field}`)}
                    </option>
                  ))}
                </select>
              </td>
              <td data-label={t('newsletter.subscribers.columnExamples')}>
                <bdi>{examples(index).slice(0, 3).join(' · ')}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
