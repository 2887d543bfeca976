import { capitalized } from '../../../platform/i18n/capitalized.ts'
import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { Section } from '../../../ui/text/headings.tsx'
import { shortNames } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import type { Anniversary } from '../anniversaries.ts'
import { cooperationTitle } from '../cooperations/views/cooperation-page.tsx'
import { paths } from '../paths.ts'
import type { AnniversarySubject } from './anniversaries.queries.ts'

interface AnniversariesProps {
  network: Network
  anniversaries: Anniversary<AnniversarySubject>[]
}

/** Round anniversaries of ties, agreements and landmarks in the two years ahead; nothing if there are none. */
export function Anniversaries({ network, anniversaries }: AnniversariesProps) {
  const reader = useReader()
  const entries = anniversaries.map((anniversary) => ({
    key: `${anniversary.on} ${anniversary.years} ${keyOf(anniversary.subject)}`,
    title: <>{subjectWords(reader, network, anniversary.subject)}</>,
    href: hrefOf(reader, network, anniversary.subject),
    meta: anniversaryWords(reader, anniversary),
  }))
  if (entries.length === 0) return null
  return (
    <Section id="anniversaries" title={reader.t('registry.anniversary.title')}>
      <EntryList layout="columns" entries={entries} />
    </Section>
  )
}

/** How many years, when, and the parties concerned. */
export function anniversaryWords(
  reader: Reader,
  { years, on, inMonths, subject }: Anniversary<AnniversarySubject>,
): string {
  const { t } = reader
  const words = [
    years === 60 ? t('registry.anniversary.sixty') : t('registry.anniversary.years', { years }),
    dayWords(reader, on),
    // If a fact’s day is not known, only the year of the anniversary is.
    ...(on.length === 4 ? [] : [t('registry.anniversary.within', { months: inMonths })]),
  ]
  if (subject.kind === 'landmark' && subject.concerns.length > 0) {
    const names = subject.concerns.map((each) => chooseName(shortNames(each), reader.language).text)
    words.push(t('registry.anniversary.shared', { names: names.join(', ') }))
  }
  return words.join(' · ')
}

/** What began or was signed so long ago. */
export function subjectWords(
  reader: Reader,
  network: { slug: string; countries: readonly string[] },
  subject: AnniversarySubject,
): string {
  if (subject.kind === 'landmark') return chooseText(subject.landmark.title, reader.language)?.text ?? ''
  const tie = cooperationTitle(reader, network, subject.cooperation)
  if (subject.kind === 'beginning') return reader.t('registry.anniversary.tieBegan', { tie })
  return reader.t('registry.anniversary.signed', {
    tie,
    title:
      chooseText(subject.agreement.title, reader.language)?.text ??
      capitalized(reader.t(`registry.agreementKind.${subject.agreement.kind}`), reader.interfaceLanguage),
  })
}

function hrefOf(reader: Reader, network: Network, subject: AnniversarySubject): string | undefined {
  return subject.kind === 'landmark'
    ? undefined
    : paths.cooperation(reader, network.slug, subject.cooperation.slug)
}

function keyOf(subject: AnniversarySubject): string {
  return subject.kind === 'landmark' ? subject.landmark.slug : `${subject.kind} ${subject.cooperation.slug}`
}
