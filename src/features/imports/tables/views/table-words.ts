import {
  chooseName,
  type LocalizedName,
  type LocalizedText,
} from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { Translate } from '../../../../platform/i18n/translate.ts'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { kindName } from '../../../directory/index.ts'
import { codedWords } from '../../parts/part-words.ts'
import type { ReportTold } from '../checking/report-shape.ts'
import type { SaidValue } from '../checking/said-value.ts'
import type { Field, TableKind } from '../fields.ts'

/** Data of the page of an import besides its report, as its reader may see them. */
export interface TableWords {
  /** Sources of the registry's present values, by their ids. */
  sources: ReadonlyMap<string, { slug: string; title: LocalizedText }>
  /** The present value that a table contradicts; null if the reader may not see it. */
  presentOf(told: ReportTold): SaidValue | null
}

/** The names of the organisations of a difference or an addition. */
export function namesOf(reader: Reader, who: readonly LocalizedName[]): string {
  return who.map((name) => chooseName(name, reader.language).text).join(' – ')
}

/** A value of a table or a record in the reader’s words, with the language if it is quoted. */
export function saidWords(reader: Reader, value: SaidValue): { text: string; language: string | null } {
  const { t } = reader
  const own = (text: string) => ({ text, language: null })
  switch (value.part) {
    // Among others of a row, without a heading that names it.
    case 'since':
      return own(t('imports.text.fact.sinceDate', { date: dayWords(reader, value.date) }))
    case 'standing':
    case 'agreement':
    case 'theme': {
      const { text, details } = codedWords(reader, value)
      return own([text, ...details].join(', '))
    }
    case 'summary':
    case 'name':
      return { text: value.text, language: value.language }
    case 'kind':
      return own(kindName(reader, value.kind))
    case 'population':
      return own(t('imports.questions.inhabitants', { count: value.count }))
    case 'place':
      return own(`${value.latitude.toFixed(3)}, ${value.longitude.toFixed(3)}`)
    case 'post':
    case 'person':
    case 'address':
    case 'telephone':
      return own(value.text)
  }
}

/** The content of a column in words: only tables of cooperations have a first party. */
export function fieldWords(t: Translate, kind: TableKind, field: Field): string {
  if (kind === 'cooperations') return t(`imports.field.${field}`)
  if (kind === 'events' && isPartyOfEvent(field)) return t(`imports.eventField.${field}`)
  switch (field) {
    case 'first.name':
      return t('imports.ownField.name')
    case 'first.country':
      return t('imports.ownField.country')
    case 'first.code':
      return t('imports.ownField.code')
    case 'first.region':
      return t('imports.ownField.region')
    case 'first.kind':
      return t('imports.ownField.kind')
    case 'first.population':
      return t('imports.ownField.population')
    case 'first.latitude':
      return t('imports.ownField.latitude')
    case 'first.longitude':
      return t('imports.ownField.longitude')
    case 'first.point':
      return t('imports.ownField.point')
    default:
      return t(`imports.field.${field}`)
  }
}

const partiesOfEvent = [
  'first.name',
  'first.code',
  'first.country',
  'second.name',
  'second.code',
  'second.country',
] as const

function isPartyOfEvent(field: Field): field is (typeof partiesOfEvent)[number] {
  return partiesOfEvent.some((each) => each === field)
}
