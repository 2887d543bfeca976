import { fold } from '../../../../platform/search/index.ts'
import type { LineTable } from './line-table.ts'
import { titleWords } from './title-words.ts'

/** What a column of a list of people contains. A name is read but not stored. */
export const lineFields = ['address', 'name', 'language', 'country', 'givenOn', 'words', 'themes'] as const
export type LineField = (typeof lineFields)[number]

/** The content of each column, in order; null for an ignored one. */
export type Columns = readonly (LineField | null)[]

// For lists without titles, as the page says; columns to the right of the last one continue it.
const usualOrder = ['address', 'language', 'country', 'givenOn', 'words'] as const

/** Guesses the content of the columns: by their titles, or else by their cells; without titles, in the usual order. */
export function guessColumns(table: LineTable): Columns {
  const { titles, width } = table
  const addresses = addressColumn(table)
  if (titles === null && (addresses === null || addresses === 0))
    return Array.from({ length: width }, (_, index) => usualOrder[index] ?? 'words')
  const taken = new Set<LineField>()
  const take = (field: LineField | undefined) => {
    if (field === undefined || taken.has(field)) return null
    taken.add(field)
    return field
  }
  const byTitle = Array.from({ length: width }, (_, index) => take(fieldOfTitle(titles?.[index] ?? '')))
  if (taken.has('address') || addresses === null) return byTitle
  return byTitle.map((field, index) => (index === addresses ? 'address' : field))
}

/** The chosen content of each column; null if no choice was sent. */
export function readColumns(width: number, chosen: (index: number) => string | undefined): Columns | null {
  const all = Array.from({ length: width }, (_, index) => chosen(index))
  if (all.every((each) => each === undefined)) return null
  return all.map((each) => lineFields.find((field) => field === each) ?? null)
}

/** The cells of a field in a row, as one text. */
export function cellOf(columns: Columns, cells: readonly string[], field: LineField): string {
  return cells
    .filter((_, index) => columns[index] === field)
    .join('; ')
    .trim()
}

function fieldOfTitle(title: string): LineField | undefined {
  const words = fold(title)
  if (words === '') return undefined
  const is = (test: (word: string) => boolean) =>
    lineFields.find((field) => titleWords[field].some((word) => test(fold(word))))
  return is((word) => word === words) ?? is((word) => ` ${words} `.includes(` ${word} `))
}

/** The index of the column with most addresses; null when there is none. */
function addressColumn({ rows, width }: LineTable): number | null {
  const looked = rows.slice(0, 200)
  const counts = Array.from(
    { length: width },
    (_, index) => looked.filter(({ cells }) => cells[index]?.includes('@')).length,
  )
  const most = Math.max(0, ...counts)
  return most === 0 ? null : counts.indexOf(most)
}
