import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { Entry } from '../../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { countryName, shortNames } from '../../../directory/index.ts'
import type { Assessment } from '../../planning/planned-date.ts'
import { isInTheWay } from '../../planning/planned-events.ts'
import { sideWords } from '../../planning/warning-words.ts'
import { paths } from '../paths.ts'
import type { AgendaEvent } from '../summary.queries.ts'
import { EventDate } from '../views/event-date.tsx'
import { EventTags } from '../views/event-tags.tsx'

interface Shown {
  slug: string
  countries: string[]
}

interface ShownEvents {
  events: readonly AgendaEvent[]
  /** What the calendars of the group's countries say of the planned ones, by their ids. */
  assessments: ReadonlyMap<string, Assessment>
  /** In a column among others: nothing precedes the title. */
  isNarrow?: boolean
}

/** Events as lists show them: when on every side’s clock, what, of what kind, where, who takes part, conflicts with the date. */
export function eventEntries(
  reader: Reader,
  network: Shown,
  { events, assessments, isNarrow = false }: ShownEvents,
): Entry[] {
  return events.map((event) => {
    const date = <EventDate countries={network.countries} event={event} />
    return {
      key: event.key,
      href: paths.event(reader, network.slug, event.slug, event.occursOn),
      ...(isNarrow ? {} : { lead: date }),
      title: <Passage text={event.title} as="span" tags={false} />,
      meta: (
        <>
          {reader.t(`agenda.eventKind.${event.kind}`)}
          {event.place ? (
            <>
              {' · '}
              <Name name={shortNames(event.place)} own={languageOf(event.place.country)} />
            </>
          ) : null}
          <EventTags event={event} isInList />
        </>
      ),
      body: (
        <>
          {isNarrow ? date : <Companions event={event} />}
          <OccurrenceNote event={event} />
          <InTheWay assessment={assessments.get(event.key)} />
        </>
      ),
    }
  })
}

/** A note for the participants of an occurrence. */
export function OccurrenceNote({ event: { note } }: { event: AgendaEvent }) {
  if (Object.keys(note).length === 0) return null
  return (
    <p>
      <Passage text={note} as="span" />
    </p>
  )
}

/** The holiday on which it falls, in words. */
export function InTheWay({ assessment }: { assessment: Assessment | undefined }) {
  const reader = useReader()
  if (!assessment || !isInTheWay(assessment)) return null
  return assessment.sides
    .filter(({ grade }) => grade === 'warning' || grade === 'closed')
    .map((side) => (
      <p key={side.country} class="attention">
        {sideWords(reader, side)}
      </p>
    ))
}

const mostNamed = 6

function Companions({ event }: { event: AgendaEvent }) {
  const reader = useReader()
  const names = event.organisations.map((each) => chooseName(shortNames(each), reader.language).text)
  const more = names.length - mostNamed
  if (names.length + event.guestCountries.length === 0) return null
  return (
    <p class="quiet">
      {names.slice(0, mostNamed).join(', ')}
      {more > 0 ? ` ${reader.t('agenda.list.andMore', { count: more })}` : null}
      {names.length > 0 && event.guestCountries.length > 0 ? ' · ' : null}
      {event.guestCountries.length > 0
        ? reader.t('agenda.list.guests', {
            countries: event.guestCountries.map((code) => countryName(reader, code)).join(', '),
          })
        : null}
    </p>
  )
}
