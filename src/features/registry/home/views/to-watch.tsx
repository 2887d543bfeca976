import { chooseName, chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { TieLine } from '../../../../ui/tie/tie-line.tsx'
import { shortNames } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import type { Anniversary } from '../../anniversaries.ts'
import type { CooperationRow } from '../../cooperations/row/queries.ts'
import { cooperationTitle } from '../../cooperations/views/cooperation-page.tsx'
import { dayWords } from '../../date-words.ts'
import { paths } from '../../paths.ts'
import { tieLine } from '../../tie.ts'
import type { AnniversarySubject, HomeData } from '../home-data.ts'

interface ToWatchProps {
  reader: Reader
  network: Network
  data: HomeData
}

const tiesShown = 6
const anniversariesShown = 10

/** Ties that sleep, are in talks or wait for a successor's word, points in dispute, and anniversaries ahead. */
export function ToWatch({ reader, network, data }: ToWatchProps) {
  const remarked = data.cooperations
    .filter((cooperation) => cooperation.listed)
    .map((cooperation) => ({
      cooperation,
      remarks: remarksOn(reader, cooperation),
      urgency: urgencyOf(cooperation),
    }))
    .filter(({ remarks }) => remarks.length > 0)
    .sort((a, b) => b.urgency - a.urgency)
  const entries = remarked.slice(0, tiesShown).map(({ cooperation, remarks }) => ({
    key: cooperation.slug,
    title: (
      <TieLine
        {...tieLine(reader, network, cooperation)}
        size="inline"
        href={paths.cooperation(reader, network.slug, cooperation.slug)}
      />
    ),
    meta: remarks.join(', '),
  }))
  const dormant = remarked
    .slice(tiesShown)
    .filter(({ cooperation }) => cooperation.standing.status === 'dormant').length
  const anniversaries = mostTelling(data.anniversaries).map((anniversary) => ({
    key: `${anniversary.on} ${anniversary.years} ${keyOf(anniversary.subject)}`,
    title: <>{subjectWords(reader, network, anniversary.subject)}</>,
    href: hrefOf(reader, network, anniversary.subject),
    meta: anniversaryWords(reader, anniversary),
  }))
  if (entries.length === 0 && anniversaries.length === 0)
    return <p class="quiet">{reader.t('registry.home.toWatchEmpty')}</p>
  return (
    <>
      <EntryList entries={entries} />
      {dormant > 0 ? (
        <p>
          <a href={paths.cooperations(reader, network.slug, { status: 'dormant' })}>
            {reader.t('registry.watch.moreDormant', { count: dormant })}
          </a>
        </p>
      ) : null}
      {anniversaries.length > 0 ? (
        <>
          <h3>{reader.t('registry.anniversary.title')}</h3>
          <EntryList entries={anniversaries} />
        </>
      ) : null}
    </>
  )
}

// Where there are many, tens and quarter centuries come before fifth years; a first year is told only when its day is
// known. Those chosen are shown by date.
function mostTelling(found: HomeData['anniversaries']): HomeData['anniversaries'] {
  const all = found.filter(({ years, on }) => years >= 5 || on.length > 4)
  const rank = ({ years }: { years: number }) =>
    years % 50 === 0 ? 0 : years % 10 === 0 || years === 25 ? 1 : 2
  const chosen = [...all].sort((a, b) => rank(a) - rank(b)).slice(0, anniversariesShown)
  return all.filter((each) => chosen.includes(each))
}

// What waits for somebody comes before what merely sleeps.
function urgencyOf({ standing, disputes }: CooperationRow): number {
  if (standing.intention !== null && standing.status === 'dormant') return 3
  if (standing.status === 'in_talks' || standing.status === 'reactivating') return 2
  return disputes > 0 ? 1 : 0
}

function remarksOn({ t }: Reader, { standing, disputes }: CooperationRow): string[] {
  return [
    ...(standing.status === 'dormant'
      ? [t(standing.intention === 'reactivate' ? 'registry.watch.wantsRestart' : 'registry.watch.dormant')]
      : []),
    ...(standing.status === 'in_talks' ? [t('registry.watch.inTalks')] : []),
    ...(disputes > 0 ? [t('registry.watch.disputed', { count: disputes })] : []),
  ]
}

function anniversaryWords(
  reader: Reader,
  { years, on, inMonths, subject }: Anniversary<AnniversarySubject>,
): string {
  const { t } = reader
  const words = [
    years === 60 ? t('registry.anniversary.sixty') : t('registry.anniversary.years', { years }),
    dayWords(reader, on),
    // Of a fact whose day is not known, only the year of the anniversary is.
    ...(on.length === 4 ? [] : [t('registry.anniversary.within', { months: inMonths })]),
  ]
  if (subject.kind === 'landmark' && subject.concerns.length > 0) {
    const names = subject.concerns.map((each) => chooseName(shortNames(each), reader.language).text)
    words.push(t('registry.anniversary.shared', { names: names.join(', ') }))
  }
  return words.join(' · ')
}

function subjectWords(reader: Reader, network: Network, subject: AnniversarySubject): string {
  if (subject.kind === 'landmark') return chooseText(subject.landmark.title, reader.language)?.text ?? ''
  const tie = cooperationTitle(reader, network, subject.cooperation)
  if (subject.kind === 'beginning') return reader.t('registry.anniversary.tieBegan', { tie })
  return reader.t('registry.anniversary.signed', {
    tie,
    title: chooseText(subject.agreement.title, reader.language)?.text ?? '',
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
