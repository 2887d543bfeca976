import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { capitalized } from '../../../platform/i18n/capitalized.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { listRecordLinks, renderRecordSections } from '../../../platform/records/record-link.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dateWords } from '../../../ui/text/date-words.ts'
import { Section } from '../../../ui/text/headings.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { EditLink, RecordFoot } from '../../contributions/index.ts'
import { cachedByNetwork, loadNetworkRequest, renderNetworkPage } from '../../networks/index.ts'
import { renderPictures } from '../../pictures/index.ts'
import { renderCommitments } from '../commitments/section.page.tsx'
import { eventLinks } from '../feeds/feed-links.ts'
import { renderSheet } from '../missions/sheet/frame.tsx'
import type { Assessment } from '../planning/planned-date.ts'
import { assessPlannedEvents } from '../planning/planned-events.ts'
import { renderPollsOf } from '../polls/of-event.page.tsx'
import { occurrencesShown } from '../recurrence/coming.ts'
import { yearsAhead } from '../recurrence/listed-days.ts'
import { seriesOf } from '../recurrence/occurrence.ts'
import { ruleWords } from '../recurrence/rule-words.ts'
import { renderRegistration } from '../registration/frame.tsx'
import { InTheWay, OccurrenceNote } from './list/event-entries.tsx'
import { addEventList } from './list/pages.tsx'
import { paths } from './paths.ts'
import { mayReadInside } from './policy.ts'
import { findEvent, lookUpFollowed } from './queries.ts'
import { holdersOf } from './record/holders.ts'
import { eventData } from './structured-data.ts'
import type { AgendaEvent } from './summary.queries.ts'
import { listConcernedTies } from './ties/queries.ts'
import { EventDate, eventDateWords } from './views/event-date.tsx'
import { EventPage, eventTitle } from './views/event-page.tsx'

/** The agenda of a network, and each of its events. */
export function addEventRoutes(app: FastifyInstance, application: Application): void {
  addEventList(app, application)
  const pages = pagesOf(app, application, { config: { kept: cachedByNetwork(['now', 'date']) } })
  pages.get('/:language/:network/agenda/:slug', showEvent)
}

async function showEvent(visit: Visit) {
  const { request, application } = visit
  const loaded = await loadNetworkRequest(visit)
  const { context, reader, network } = loaded
  const whole = await findEvent(context, network.id, parameterOf(request.params, 'slug') ?? '')
  const { event, coming } = occurrencesShown(whole, parameterOf(request.query, 'date'), context.today)
  const facts = { context, reader, network, subjectIds: [event.id] }
  const isInside = mayReadInside(context.actor, network.id)
  const rendered = { context, reader, network, event, isInside }
  const [
    ties,
    marks,
    disputes,
    assessments,
    sheet,
    commitments,
    followed,
    registration,
    polls,
    beyond,
    sections,
    pictures,
  ] = await Promise.all([
    listConcernedTies(context, event.id),
    application.factSources?.findMarks(facts) ?? (() => []),
    application.factSources?.drawDisputes(facts) ?? null,
    assessPlannedEvents(context, network, [event, ...coming]),
    renderSheet(rendered),
    renderCommitments(rendered),
    lookUpFollowed(context, event.id),
    renderRegistration(rendered),
    renderPollsOf(rendered),
    listRecordLinks(application.recordLinks, { context, reader, network, kind: 'event', record: event }),
    renderRecordSections(application.recordSections, {
      context,
      reader,
      network,
      kind: 'event',
      record: event,
    }),
    renderPictures({
      ...facts,
      kind: { kind: 'event', segment: 'agenda' },
      record: { ...event, organisationIds: holdersOf(event.organisations) },
    }),
  ])
  const title = eventTitle(reader, event)
  const links = {
    reader,
    actor: context.actor,
    network,
    kind: { kind: 'event', segment: 'agenda' },
    slug: event.slug,
  }
  const isPublic = event.visibility === 'public' && event.publishedAt !== null
  const path = `/agenda/${event.slug}`
  const url = `${application.settings.baseUrl}/${reader.language}/${network.slug}${path}`
  const date = eventDateWords(reader, network.countries, event)
  return renderNetworkPage(loaded, {
    title,
    description: chooseText(event.summary, reader.language)?.text ?? `${title} – ${date}`,
    path,
    noindex: !isPublic || reader.now !== null,
    feeds: eventLinks(reader, network, event),
    ...(isPublic ? { structuredData: eventData(reader, event, url, title) } : {}),
    children: (
      <EventPage
        network={network}
        event={event}
        ties={ties}
        marks={marks}
        disputes={disputes}
        followed={followed}
        assessment={assessments.get(event.key) ?? null}
        sheet={sheet}
        series={<SeriesDates {...{ reader, network, event, coming, assessments }} canChange={isInside} />}
        commitments={commitments}
        registration={registration}
        pictures={pictures}
        isInside={isInside}
        actions={
          <>
            <EditLink {...links} organisationIds={holdersOf(event.organisations)} />
            {beyond.map(({ href, label }) => (
              <a key={href} class="button" href={href}>
                {label}
              </a>
            ))}
          </>
        }
        foot={
          <>
            {sections}
            {polls}
            <RecordFoot {...links} />
          </>
        }
      />
    ),
  })
}

interface SeriesDatesProps {
  network: { slug: string; countries: string[] }
  event: AgendaEvent
  /** The next ones. */
  coming: readonly AgendaEvent[]
  /** What the calendars of the group’s countries say of them, by their keys. */
  assessments: ReadonlyMap<string, Assessment>
  /** The reader may change it, or suggest a change. */
  canChange: boolean
}

/** How an event repeats, and its next dates on every side’s clock, each with what conflicts with it. */
function SeriesDates(props: SeriesDatesProps) {
  const reader = useReader()
  const { network, event, coming, canChange } = props
  const { t } = reader
  const series = seriesOf(event)
  if (series === null) return null
  const { recurrence, shape } = series
  const isEndless = recurrence.until === null && recurrence.count === null
  return (
    <Section id="series" title={t('agenda.recurrence.form')}>
      <p>{capitalized(ruleWords(reader, shape, recurrence), reader.interfaceLanguage)}</p>
      {canChange ? (
        <p>
          <a href={paths.editPart(reader, network.slug, event.slug, 'repeats')}>
            {t('agenda.recurrence.changeRule')}
          </a>
        </p>
      ) : null}
      {coming.length === 0 ? (
        <p class="quiet">{t('agenda.recurrence.over')}</p>
      ) : (
        <>
          <h3>{t('agenda.recurrence.next')}</h3>
          <EntryList entries={coming.map((occurrence) => entryOf(props, occurrence))} />
        </>
      )}
      {isEndless ? <p class="quiet">{t('agenda.recurrence.horizon', { count: yearsAhead })}</p> : null}
    </Section>
  )
}

function entryOf({ network, event, assessments, canChange }: SeriesDatesProps, occurrence: AgendaEvent) {
  const reader = useReader()
  const { t } = reader
  const { key, occursOn, slug, happens, words, state, previously, title } = occurrence
  const day = happens === null ? '' : dateWords(reader, happens, words).shown
  const isNamedApart =
    chooseText(title, reader.language)?.text !== chooseText(event.title, reader.language)?.text
  return {
    key,
    href: paths.event(reader, network.slug, slug, occursOn),
    title: isNamedApart ? (
      <>
        {day} · <Passage text={title} as="span" tags={false} />
      </>
    ) : (
      day
    ),
    meta: (
      <>
        {state === 'cancelled' ? <span class="tag">{t('agenda.state.cancelled')}</span> : null}
        {previously !== null && state !== 'cancelled' ? (
          <span class="tag">{t('agenda.state.moved')}</span>
        ) : null}
        {canChange && occursOn !== null && (occursOn >= reader.today || previously !== null) ? (
          <a href={paths.editPart(reader, network.slug, slug, 'dates', occursOn)}>
            {t('agenda.recurrence.changeDate')}
            <span class="visually-hidden"> ({day})</span>
          </a>
        ) : null}
      </>
    ),
    body: (
      <>
        {occurrence.startsAt === null ? null : <EventDate countries={network.countries} event={occurrence} />}
        <OccurrenceNote event={occurrence} />
        <InTheWay assessment={assessments.get(key)} />
      </>
    ),
  }
}
