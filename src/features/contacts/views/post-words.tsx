import { describeDate } from '../../../platform/dates/index.ts'
import type { InterfaceLanguage } from '../../../platform/i18n/languages.ts'
import { chooseName, chooseText, type LocalizedText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { Translate } from '../../../platform/i18n/translate.ts'
import { useReader } from '../../../ui/reader.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { shortNames } from '../../directory/index.ts'
import { electionSince } from '../elections.ts'
import { freshness } from '../list/contact-filter.ts'
import type { Post } from '../posts/queries.ts'

interface FreshnessProps {
  post: Pick<Post, 'kind' | 'organisation'>
  confirmedAt: Date
  confirmedBy: string | null
  now: Temporal.Instant
}

/** When a contact was last confirmed, and whether that is long ago or before an election: by a sign and a word. */
export function FreshnessWords({ post, confirmedAt, confirmedBy, now }: FreshnessProps) {
  const reader = useReader()
  const { t } = reader
  const date = describeDate(confirmedAt.toISOString().slice(0, 10), reader.interfaceLanguage)
  const age = freshness(post, confirmedAt, now)
  const election = electionSince(post, confirmedAt, now)
  return (
    <>
      {confirmedBy === null ? date : t('contacts.confirmed.by', { date, name: confirmedBy })}
      {age === 'fresh' ? null : (
        <span class="contact-age">
          <span aria-hidden="true">! </span>
          {election === null
            ? t(age === 'year' ? 'contacts.confirmed.year' : 'contacts.confirmed.sixMonths')
            : beforeElection(t, reader.interfaceLanguage, election)}
        </span>
      )}
    </>
  )
}

/** « confirmé avant l’élection du 22 mars 2026 ». */
export function beforeElection(t: Translate, language: InterfaceLanguage, day: string): string {
  return t('contacts.confirmed.beforeElection', { day: describeDate(day, language) })
}

/** The function of a post, in the reader’s language or in the one in which it is known. */
export function FunctionWords({ words }: { words: LocalizedText }) {
  const reader = useReader()
  const chosen = chooseText(words, reader.language)
  return chosen ? <span {...languageAttributes(reader, chosen.language)}>{chosen.text}</span> : <>—</>
}

interface Vacancy {
  vacantSince: string | null
  announcedFor: string | null
}

/** « Poste vacant depuis juin 2017, arrivée annoncée : octobre 2017 ». */
export function VacancyWords({ post }: { post: Vacancy }) {
  const reader = useReader()
  return <>{vacancyWords(reader, post)}</>
}

/** The vacancy as plain text. */
export function vacancyWords(
  { t, interfaceLanguage }: Reader,
  { vacantSince, announcedFor }: Vacancy,
): string {
  const words = [
    vacantSince === null
      ? t('contacts.vacancy.vacant')
      : t('contacts.vacancy.since', { date: describeDate(vacantSince, interfaceLanguage) }),
    ...(announcedFor === null
      ? []
      : [t('contacts.vacancy.announced', { date: describeDate(announcedFor, interfaceLanguage) })]),
  ]
  return words.join(t('contacts.vacancy.and'))
}

/** A post with its organisation: « Adjointe au maire, Limoges ». */
export function postTitle(reader: Reader, { function: words, organisation }: Post): string {
  const called = chooseText(words, reader.language)?.text ?? ''
  return `${called}, ${chooseName(shortNames(organisation), reader.language).text}`
}
