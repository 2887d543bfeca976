import type { ComponentChildren } from 'preact'
import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { listFormatter } from '../../../../platform/i18n/formatters.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { RecordNetwork } from '../../../../platform/records/record-head.ts'
import type { Entry } from '../../../../ui/blocks/entry-list.tsx'
import { type Fact, FactList } from '../../../../ui/blocks/fact-list.tsx'
import { EvidenceMark, Statement } from '../../../../ui/evidence/evidence-mark.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { ClockLines, clockWords as wordsOfHours } from '../../../../ui/text/clock-lines.tsx'
import { clockLines as linesOfHours } from '../../../../ui/text/clock-text.ts'
import { dayWords } from '../../../../ui/text/date-words.ts'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { Name } from '../../../../ui/text/name.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { type OrganisationRef, shortNames } from '../../../directory/index.ts'
import type { FindMarks } from '../../../registry/index.ts'
import { paths } from '../../paths.ts'
import { type Meeting, meetingState } from '../meeting.ts'

interface MeetingFactsProps {
  network: RecordNetwork
  meeting: Meeting
  marks: FindMarks
}

/** Time, place, chair, conveners and languages of a meeting. */
export function MeetingFacts({ network, meeting, marks }: MeetingFactsProps) {
  const reader = useReader()
  const { t } = reader
  const { place, placeOrganisation, chair, chairOrganisation, conveners, languages } = meeting
  const facts: Fact[] = [
    {
      term: t('minutes.field.when'),
      detail: (
        <MeetingClocks countries={network.countries} meeting={meeting}>
          {marks(meeting.id, 'meeting').map((mark) => (
            <EvidenceMark key={mark.href} {...mark} />
          ))}
        </MeetingClocks>
      ),
    },
    ...(placeOrganisation || Object.keys(place).length > 0
      ? [
          {
            term: t('minutes.field.place'),
            detail: <PlaceWords network={network.slug} meeting={meeting} />,
          },
        ]
      : []),
    ...(chairOrganisation || Object.keys(chair).length > 0
      ? [
          {
            term: t('minutes.field.chair'),
            detail: (
              <Statement evidence={marks(meeting.id, 'chair')}>
                <Passage text={chair} as="span" tags={false} />
                {chairOrganisation ? (
                  <>
                    {Object.keys(chair).length > 0 ? ' – ' : null}
                    <Organisation network={network.slug} organisation={chairOrganisation} />
                  </>
                ) : null}
              </Statement>
            ),
          },
        ]
      : []),
    ...(conveners.length > 0
      ? [
          {
            term: t('minutes.field.conveners'),
            detail: conveners.map((organisation) => (
              <Organisation key={organisation.id} network={network.slug} organisation={organisation} />
            )),
          },
        ]
      : []),
    ...(languages.length > 0
      ? [
          {
            term: t('minutes.field.languages'),
            detail: listFormatter(reader.interfaceLanguage, { type: 'conjunction' }).format(
              languages.map((language) => languageInWords(reader, language)),
            ),
          },
        ]
      : []),
  ]
  return <FactList facts={facts} />
}

function Organisation({ network, organisation }: { network: string; organisation: OrganisationRef }) {
  const reader = useReader()
  return (
    <a href={paths.organisation(reader, network, organisation.slug)}>
      <Name name={organisation.name} own={languageOf(organisation.country)} />
    </a>
  )
}

interface PlaceWordsProps {
  network: string
  meeting: Pick<Meeting, 'place' | 'placeOrganisation'>
  isLinked?: boolean
}

/** The place of a meeting: the words for it, then its authority. */
function PlaceWords({ network, meeting, isLinked = true }: PlaceWordsProps) {
  const reader = useReader()
  const { place, placeOrganisation } = meeting
  const hasWords = Object.keys(place).length > 0
  if (!placeOrganisation) return <Passage text={place} as="span" tags={false} />
  const name = <Name name={shortNames(placeOrganisation)} own={languageOf(placeOrganisation.country)} />
  return (
    <>
      {hasWords ? (
        <>
          <Passage text={place} as="span" tags={false} />
          {', '}
        </>
      ) : null}
      {isLinked ? <a href={paths.organisation(reader, network, placeOrganisation.slug)}>{name}</a> : name}
    </>
  )
}

/** Meetings as list entries: what, when on both clocks, where. */
export function meetingEntries(
  reader: Reader,
  network: RecordNetwork,
  meetings: readonly Meeting[],
): Entry[] {
  return meetings.map((meeting) => ({
    key: meeting.slug,
    title: <Passage text={meeting.title} as="span" tags={false} />,
    href: paths.meeting(reader, network.slug, meeting.slug),
    body: (
      <>
        <MeetingClocks countries={network.countries} meeting={meeting} />
        <p class="quiet">
          <PlaceWords network={network.slug} meeting={meeting} isLinked={false} />
          {meetingState(meeting) === 'held' ? null : <MeetingStateMark meeting={meeting} />}
        </p>
      </>
    ),
  }))
}

/** The state of a meeting in one word. */
function MeetingStateMark({ meeting }: { meeting: Meeting }) {
  const reader = useReader()
  return <span class="tag">{reader.t(`minutes.state.${meetingState(meeting)}`)}</span>
}

interface MeetingClocksProps {
  countries: readonly string[]
  meeting: Pick<Meeting, 'heldOn' | 'startsAt' | 'endsAt' | 'zone'>
  /** What follows the last word: marks of evidence. */
  children?: ComponentChildren
}

/** The time of a meeting on every side’s clock; the day alone where the hours are unknown. */
function MeetingClocks({ countries, meeting, children }: MeetingClocksProps) {
  const reader = useReader()
  if (meeting.startsAt === null)
    return (
      <>
        <time datetime={meeting.heldOn}>{dayWords(reader, meeting.heldOn)}</time>
        {children}
      </>
    )
  return (
    <ClockLines countries={countries} hours={meeting}>
      {children}
    </ClockLines>
  )
}

type Asked = Pick<MeetingClocksProps, 'countries' | 'meeting'>

/** The time of a meeting in one line of plain words, for titles and mails. */
export function clockWords(reader: Reader, { countries, meeting }: Asked): string {
  if (meeting.startsAt === null) return dayWords(reader, meeting.heldOn)
  return wordsOfHours(reader, { countries, hours: meeting })
}

/** The time of a meeting in plain words, with one line and the day for each clock. */
export function clockLines(reader: Reader, { countries, meeting }: Asked): string[] {
  if (meeting.startsAt === null) return [dayWords(reader, meeting.heldOn)]
  return linesOfHours(reader, { countries, hours: meeting })
}
