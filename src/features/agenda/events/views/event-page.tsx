import type { ComponentChildren } from 'preact'
import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { chooseText, type LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { isCode } from '../../../../platform/input/code.ts'
import type { FindMarks } from '../../../../platform/records/fact-sources.ts'
import { type Fact, FactList } from '../../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { PrintButton } from '../../../../ui/blocks/print-button.tsx'
import { Statement } from '../../../../ui/evidence/evidence-mark.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { dateWords } from '../../../../ui/text/date-words.ts'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { Name } from '../../../../ui/text/name.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { countryName } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import { paths as feedPaths } from '../../feeds/paths.ts'
import { AssessmentNotice } from '../../planning/assessment-notice.tsx'
import type { Assessment } from '../../planning/planned-date.ts'
import { isInTheWay } from '../../planning/planned-events.ts'
import { eventRoles } from '../codes.ts'
import { isDated } from '../known-days.ts'
import { OccurrenceNote } from '../list/event-entries.tsx'
import { paths } from '../paths.ts'
import { ResourceLinks } from '../resources-form.tsx'
import type { AgendaEvent, EventOrganisation } from '../summary.queries.ts'
import type { ConcernedTie } from '../ties/queries.ts'
import { tieWords } from '../ties/tie-words.ts'
import { EventDate, formerDateWords } from './event-date.tsx'
import { EventTags } from './event-tags.tsx'

interface EventPageProps {
  network: Network
  event: AgendaEvent
  ties: ConcernedTie[]
  marks: FindMarks
  disputes: ComponentChildren | null
  sheet: ComponentChildren | null
  /** Of a series: its rule and its next dates. */
  series: ComponentChildren | null
  commitments: ComponentChildren | null
  registration: ComponentChildren | null
  pictures: ComponentChildren | null
  /** Whether the reader belongs to the network: links to conferences are for them. */
  isInside: boolean
  /** The followed calendar that keeps it, if any. */
  followed: string | null
  /** What the calendars of the group's countries say of its date, where it is planned. */
  assessment: Assessment | null
  actions?: ComponentChildren
  foot?: ComponentChildren
}

/** What an event is called, in words for titles. */
export function eventTitle(reader: Reader, event: AgendaEvent): string {
  return chooseText(event.title, reader.language)?.text ?? reader.t(`agenda.eventKind.${event.kind}`)
}

/** Everything known of an event, each fact with its source; a move or cancellation comes first. */
export function EventPage(props: EventPageProps) {
  const reader = useReader()
  const { network, event, ties, marks, disputes } = props
  const { t } = reader
  return (
    <article>
      <PageHeading
        kicker={
          <>
            <a href={paths.agenda(reader, network.slug)}>{t('agenda.list.title')}</a>
            {' · '}
            {t(`agenda.eventKind.${event.kind}`)}
            <EventTags event={event} />
          </>
        }
        actions={
          <>
            {props.actions}{' '}
            {isDated(event) ? (
              <a class="button" href={feedPaths.eventFile(reader, network.slug, event.slug)}>
                {t('agenda.event.addToCalendar')}
              </a>
            ) : null}{' '}
            <PrintButton />{' '}
            <a
              href={`/api/v1/networks/${network.slug}/events/${event.slug}${reader.now ? `?now=${reader.now}` : ''}`}
            >
              {t('agenda.event.data')}
            </a>
          </>
        }
      >
        <Passage text={event.title} as="span" tags="ask" />
      </PageHeading>
      <Changed network={network} event={event} />
      <OccurrenceNote event={event} />
      {props.assessment && isInTheWay(props.assessment) ? (
        <AssessmentNotice countries={network.countries} assessment={props.assessment} />
      ) : null}
      {Object.keys(event.summary).length > 0 ? (
        <Statement evidence={marks(event.id, 'summary')}>
          <Passage text={event.summary} as="span" class="lead" />
        </Statement>
      ) : null}
      <EventFacts network={network} event={event} marks={marks} isInside={props.isInside} />
      {props.followed === null ? null : (
        <p class="quiet">{t('agenda.event.followed', { calendar: props.followed })}</p>
      )}
      {props.series}
      {props.commitments}
      {props.registration}
      {props.pictures}
      {props.sheet}
      {ties.length > 0 ? (
        <Section id="ties" title={t('agenda.event.ties')}>
          <ul>
            {ties.map((tie) => (
              <li key={tie.slug}>
                <a href={paths.cooperation(reader, network.slug, tie.slug)}>{tieWords(reader, tie)}</a>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {disputes === null ? null : (
        <Section id="disputes" title={t('agenda.event.disputes')}>
          {disputes}
        </Section>
      )}
      {props.foot}
    </article>
  )
}

function Changed({ network, event }: { network: Network; event: AgendaEvent }) {
  const reader = useReader()
  const { t } = reader
  const former = formerDateWords(reader, network.countries, event)
  const date = event.happens === null ? null : dateWords(reader, event.happens, event.words).shown
  return (
    <>
      {event.state === 'cancelled' ? (
        <Notice kind="warning">
          {date === null ? t('agenda.event.cancelled') : t('agenda.event.cancelledOn', { date })}
        </Notice>
      ) : null}
      {former !== null && event.state !== 'cancelled' ? (
        <Notice kind="warning">{t('agenda.event.moved', { date: former })}</Notice>
      ) : null}
    </>
  )
}

interface EventFactsProps {
  network: Network
  event: AgendaEvent
  marks: FindMarks
  isInside: boolean
}

/** When, where, how, with which partners, in which frame, on what and in which languages. */
function EventFacts({ network, event, marks, isInside }: EventFactsProps) {
  const reader = useReader()
  const { t } = reader
  const facts: (Fact | null)[] = [
    {
      term: t('agenda.event.when'),
      detail: (
        <Statement evidence={marks(event.id, 'activity')}>
          <EventDate countries={network.countries} event={event} />
        </Statement>
      ),
    },
    whereFact(reader, network, event),
    event.attendance === null
      ? null
      : {
          term: t('agenda.event.attendance'),
          detail: (
            <>
              {t(`agenda.attendance.${event.attendance}`)}
              {event.conferenceUrl !== null && isInside ? (
                <>
                  {' · '}
                  <a href={event.conferenceUrl} rel="noopener">
                    {t('agenda.event.conference')}
                  </a>
                </>
              ) : null}
            </>
          ),
        },
    ...eventRoles.map((role) => roleFact(reader, network, event, role)),
    roleFact(reader, network, event, null),
    textFact(t('agenda.event.organisers'), event.organisers),
    event.guestCountries.length === 0
      ? null
      : {
          term: t('agenda.event.guestCountries'),
          detail: event.guestCountries.map((code) => countryName(reader, code)).join(', '),
        },
    textFact(t('agenda.event.frame'), event.frame),
    event.themes.length === 0
      ? null
      : {
          term: t('agenda.event.themes'),
          detail: event.themes.map((theme) => t(`networks.theme.${theme}`)).join(', '),
        },
    languagesFact(reader, t('agenda.event.languages'), event.languages),
    languagesFact(reader, t('agenda.event.interpretation'), event.interpretation),
    event.link === null
      ? null
      : {
          term: t('agenda.event.link'),
          detail: (
            <a href={event.link} rel="noopener nofollow">
              {hostOf(event.link)}
            </a>
          ),
        },
    event.resources.length === 0
      ? null
      : {
          term: t('agenda.event.resources'),
          detail: <ResourceLinks resources={event.resources} />,
        },
    textFact(t('agenda.event.credit'), event.credit),
  ]
  return <FactList facts={facts.filter((fact) => fact !== null)} />
}

function whereFact(reader: Reader, network: Network, { place, venue }: AgendaEvent): Fact | null {
  const details = [
    ...(Object.keys(venue).length > 0 ? [<Passage key="venue" text={venue} as="span" />] : []),
    ...(place
      ? [
          <a key="place" href={paths.organisation(reader, network.slug, place.slug)}>
            <Name name={place.name} own={languageOf(place.country)} />
          </a>,
        ]
      : []),
  ]
  return details.length === 0 ? null : { term: reader.t('agenda.event.where'), detail: details }
}

// Roles that sources gave before the list was closed are shown under “takes part”.
function roleFact(
  reader: Reader,
  network: Network,
  { organisations }: AgendaEvent,
  role: (typeof eventRoles)[number] | null,
): Fact | null {
  const isOf = ({ role: given }: EventOrganisation) =>
    role === null ? !isCode(eventRoles, given) : given === role
  const taking = organisations.filter(isOf)
  if (taking.length === 0) return null
  return {
    term: reader.t(`agenda.role.${role ?? 'participant'}`),
    detail: taking.map(({ slug, name, country }) => (
      <a key={slug} href={paths.organisation(reader, network.slug, slug)}>
        <Name name={name} own={languageOf(country)} />
      </a>
    )),
  }
}

function textFact(term: string, text: LocalizedText): Fact | null {
  if (Object.keys(text).length === 0) return null
  return { term, detail: <Passage text={text} as="span" /> }
}

// The host of a link is shown before the reader follows it.
function hostOf(link: string): string {
  return URL.parse(link)?.host ?? link
}

function languagesFact(reader: Reader, term: string, languages: string[]): Fact | null {
  if (languages.length === 0) return null
  return { term, detail: languages.map((language) => languageInWords(reader, language)).join(', ') }
}
