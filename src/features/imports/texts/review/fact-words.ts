import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { kindName, type OrganisationRef, shortNames } from '../../../directory/index.ts'
import { codedWords, openDateWords } from '../../parts/part-words.ts'
import type { FactParty, FactValue } from '../facts/fact.ts'
import type { FactCounts } from '../facts/queries.ts'

export type Refs = ReadonlyMap<string, OrganisationRef>

/** A fact as it would be written, in the reader's language. */
export interface FactWords {
  text: string
  /** The language of the text if it is a passage of the source rather than the reader's own words. */
  language: string | null
  details: string[]
}

/** The words of a fact. `language` is that of its text. */
export function factWords(reader: Reader, value: FactValue, refs: Refs, language: string): FactWords {
  const { t } = reader
  const said = (text: string, ...details: (string | null)[]): FactWords => ({
    text,
    language: null,
    details: details.flatMap((each) => each || []),
  })
  const quoted = (text: string, ...details: (string | null)[]): FactWords => ({
    ...said(text, ...details),
    language,
  })
  const date = (on: string | null) => (on === null ? null : dayWords(reader, on))
  switch (value.part) {
    case 'tie':
      return said(value.parties.map((party) => partyName(reader, party, refs)).join(' – '))
    case 'since':
    case 'standing':
    case 'agreement':
    case 'theme':
      return { ...codedWords(reader, value), language: null }
    case 'activity':
      return quoted(
        value.title,
        t(`agenda.eventKind.${value.kind}`),
        date(value.date) ?? openDateWords(reader, value) ?? t('imports.text.fact.undated'),
        t(`imports.text.fact.${value.state}`),
      )
    case 'actor': {
      const known = value.organisationId === null ? undefined : refs.get(value.organisationId)
      return known ? said(nameOf(reader, known), kindName(reader, known.kind)) : quoted(value.name)
    }
    case 'interest':
      return said(
        t('imports.text.fact.seeks', { name: partyName(reader, value.party, refs) }),
        value.themes.map(({ theme }) => t(`networks.theme.${theme}`)).join(', '),
      )
    case 'meeting': {
      const hours = [value.start, value.end].filter(Boolean).join('–')
      return quoted(value.title, date(value.date), hours, value.place, value.chair)
    }
    case 'participant':
      return quoted(
        value.name,
        value.role,
        value.organisation,
        t(`imports.text.presence.${value.presence}`),
        value.mayBe === undefined ? null : t('imports.text.fact.mayBe', { name: value.mayBe }),
      )
    case 'decision':
    case 'proposal':
      return quoted(value.text, value.by, date(value.due))
    case 'resource':
      return quoted(
        value.label,
        value.url === null ? t('imports.text.fact.noAddress') : value.url === value.label ? null : value.url,
      )
  }
}

/** The place of a passage: its page, or its number in a text without pages. */
export const placeWords = ({ t }: Reader, position: number, page: number | null) =>
  page === null
    ? t('imports.text.fact.passage', { number: position + 1 })
    : t('imports.text.fact.page', { page })

/** The name of a side of a tie: from the directory, else from the text. */
export function partyName(reader: Reader, party: FactParty, refs: Refs): string {
  const known = party.organisationId === null ? undefined : refs.get(party.organisationId)
  return known ? nameOf(reader, known) : party.asWritten
}

const nameOf = (reader: Reader, organisation: OrganisationRef) =>
  chooseName(shortNames(organisation), reader.language).text

/**
 * The progress of the review of a text, and how much is left of each: questions, what is unsure, what is sure, what waits for an
 * answer.
 */
export function progressWords({ t }: Reader, counts: FactCounts): string {
  const left = [
    counts.asked > 0 ? t('imports.text.left.asked', { count: counts.asked }) : '',
    counts.unsure > 0 ? t('imports.text.left.unsure', { count: counts.unsure }) : '',
    counts.sure > 0 ? t('imports.text.left.sure', { count: counts.sure }) : '',
    counts.waiting > 0 ? t('imports.text.left.waiting', { count: counts.waiting }) : '',
  ].filter(Boolean)
  const done = t('imports.text.review.progress', { done: counts.decided, all: counts.all })
  return left.length === 0 ? done : t('imports.text.review.left', { done, list: left.join(' · ') })
}
