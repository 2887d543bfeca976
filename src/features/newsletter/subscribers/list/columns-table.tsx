import { columnLetters } from '../../../../platform/spreadsheets/table.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { type Columns, lineFields } from './importing-columns.ts'
import type { LineTable } from './line-table.ts'

interface ColumnsTableProps {
  table: LineTable
  columns: Columns
}

/** The content of each column, with its first cells, to be checked and changed. */
export function ColumnsTable({ table, columns }: ColumnsTableProps) {
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
