import type { ComponentChildren } from 'preact'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { FindMarks } from '../../../../platform/records/fact-sources.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { PrintButton } from '../../../../ui/blocks/print-button.tsx'
import { Statement } from '../../../../ui/evidence/evidence-mark.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { dateWords } from '../../../../ui/text/date-words.ts'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import type { Network } from '../../../networks/index.ts'
import { paths as feedPaths } from '../../feeds/paths.ts'
import type { Assessment } from '../../planning/planned-date.ts'
import { isInTheWay } from '../../planning/planned-events.ts'
import { AssessmentNotice } from '../../planning/views/assessment-notice.tsx'
import { isDated } from '../known-days.ts'
import { OccurrenceNote } from '../list/views/event-entries.tsx'
import { paths } from '../paths.ts'
import type { AgendaEvent } from '../row/queries.ts'
import type { ConcernedTie } from '../ties/queries.ts'
import { tieWords } from '../ties/tie-words.ts'
import { formerDateWords } from './event-date.tsx'
import { EventFacts } from './event-facts.tsx'
import { EventTags } from './event-tags.tsx'

interface EventPageProps {
  network: Network
  event: AgendaEvent
  ties: ConcernedTie[]
  marks: FindMarks
  disputes: ComponentChildren | null
  /** What a mission holds besides. */
  sheet: ComponentChildren | null
  /** Of one that comes back: its rule and its next dates. */
  series: ComponentChildren | null
  /** The commitments that it asks for. */
  commitments: ComponentChildren | null
  /** How one registers for it. */
  registration: ComponentChildren | null
  /** Whether the reader belongs to the network: links to conferences are for them. */
  isInside: boolean
  /** The calendar of others that keeps it, where one is followed. */
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

/** Everything known of an event, each fact with where it comes from; what was moved or cancelled is said first. */
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
        <Passage text={event.title} as="span" tags={false} />
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
