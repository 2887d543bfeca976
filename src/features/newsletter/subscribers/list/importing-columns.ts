import { fold } from '../../../../platform/search/index.ts'
import type { LineTable } from './line-table.ts'

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

/** Usual titles of columns, in three languages. A title that merely contains one of these words is recognised too. */
const titleWords: Readonly<Record<LineField, readonly string[]>> = {
  address: [
    'adresse',
    'adresse électronique',
    'adresse mail',
    'courriel',
    'courrier électronique',
    'mail',
    'mél',
    'email',
    'e-mail',
    'e mail',
    'address',
    'e-mail address',
    '이메일',
    '이메일 주소',
    '전자우편',
    '메일',
    '메일 주소',
    '주소',
  ],
  name: [
    'nom',
    'prénom',
    'nom et prénom',
    'contact',
    'name',
    'first name',
    'surname',
    '이름',
    '성명',
    '성함',
    '담당자',
  ],
  language: ['langue', 'language', '언어', '사용 언어'],
  country: ['pays', 'country', '국가', '나라'],
  givenOn: [
    'date',
    'jour',
    'date de l’accord',
    'jour de l’accord',
    'date du consentement',
    'consent date',
    'day of consent',
    'day',
    '동의일',
    '동의한 날',
    '동의 일자',
    '날짜',
    '일자',
  ],
  words: [
    'accord',
    'consentement',
    'preuve',
    'source',
    'comment',
    'consent',
    'proof',
    'how',
    '동의',
    '동의 방법',
    '동의 경위',
    '증빙',
    '출처',
  ],
  themes: ['thème', 'thèmes', 'theme', 'themes', 'topics', '주제', '관심 분야', '분야'],
}
