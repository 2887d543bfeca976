import type { z } from 'zod'
import { type LocalizedText, plainText, type TextState, textStatesOf } from '../../i18n/localized-text.ts'
import { documentPath } from '../api/program-record.ts'
import type { WrongParts } from '../api/wrong-parts.ts'
import { isLocalizedText, type RecordDocument, type RecordValue } from '../record-document.ts'
import { type DocumentOf, type Field, type Fields, type Snake, snake } from './field.ts'

type Facet = 'answer' | 'program'
type Having<F extends Fields, Of extends Facet> = keyof F &
  string &
  { [K in keyof F]: F[K][Of] extends null ? never : K }[keyof F]
type ShapeOf<F extends Fields, Of extends Facet> = {
  [K in Having<F, Of> as Snake<K>]: NonNullable<F[K][Of]>
}
type ValuesOf<F extends Fields, Of extends Facet> = {
  [K in Having<F, Of> as Snake<K>]: z.output<NonNullable<F[K][Of]>>
}

/** The schemas of what the API answers of a record, or of what programs send, by the names of the API. */
export function shapeOf<F extends Fields, Of extends Facet>(fields: F, facet: Of): ShapeOf<F, Of>
export function shapeOf(fields: Fields, facet: Facet): Record<string, z.ZodType | null> {
  return named(fields, facet, (_name, field) => field[facet])
}

/** What the API answers of a row: texts without their states, null for an empty line. */
export function answerOf<F extends Fields>(
  fields: F,
  row: Pick<DocumentOf<F>, Having<F, 'answer'>>,
): ValuesOf<F, 'answer'>
export function answerOf(fields: Fields, row: RecordDocument): Record<string, RecordValue | undefined> {
  return named(fields, 'answer', (name) => {
    const value = row[name]
    return isLocalizedText(value) ? plainText(value) : value === '' ? null : value
  })
}

/** How far the texts that the API answers can be relied on. */
export function answeredStates<F extends Fields>(
  fields: F,
  row: Pick<DocumentOf<F>, Having<F, 'answer'>>,
): Record<string, Record<string, TextState>>
export function answeredStates(fields: Fields, row: RecordDocument) {
  const texts: Record<string, LocalizedText> = {}
  for (const [name, value] of Object.entries(named(fields, 'answer', (each) => row[each])))
    if (isLocalizedText(value)) texts[name] = value
  return textStatesOf(texts)
}

/** What programs are shown of a document. */
export function shownOf<F extends Fields>(fields: F, document: DocumentOf<F>): ValuesOf<F, 'program'>
export function shownOf(fields: Fields, document: RecordDocument): RecordDocument {
  return named(fields, 'program', (name) => document[name] ?? null)
}

/** The values after a program has sent a document, or the entry of one `at` a path. Lists are read before texts: that is the order in which the program gets its errors. */
export function readFields<F extends Fields>(
  fields: F,
  call: { before: DocumentOf<F>; network: { languages: readonly string[] } },
  sent: ValuesOf<F, 'program'>,
  wrong: WrongParts,
  at?: readonly PropertyKey[],
): Pick<DocumentOf<F>, Having<F, 'program'>>
export function readFields(
  fields: Fields,
  { before, network: { languages } }: { before: RecordDocument; network: { languages: readonly string[] } },
  sent: RecordDocument,
  wrong: WrongParts,
  at: readonly PropertyKey[] = documentPath,
): RecordDocument {
  const isText = ([, { kind }]: [string, Field]) => kind === 'text'
  const all = Object.entries(fields).filter(([, { program }]) => program !== null)
  return Object.fromEntries(
    [...all.filter((each) => !isText(each)), ...all.filter(isText)].map(([name, field]) => {
      const place = { path: [...at, snake(name)], languages, wrong }
      return [name, field.read(before[name] ?? field.empty, sent[snake(name)] ?? null, place)]
    }),
  )
}

function named<T>(fields: Fields, facet: Facet, of: (name: string, field: Field) => T): Record<string, T> {
  const having = Object.entries(fields).filter(([, field]) => field[facet] !== null)
  return Object.fromEntries(having.map(([name, field]) => [snake(name), of(name, field)]))
}
