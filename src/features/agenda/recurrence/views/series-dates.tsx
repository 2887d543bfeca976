import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { dateWords } from '../../../../ui/text/date-words.ts'
import { Section } from '../../../../ui/text/headings.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { InTheWay, OccurrenceNote } from '../../events/list/views/event-entries.tsx'
import { paths } from '../../events/paths.ts'
import type { AgendaEvent } from '../../events/row/queries.ts'
import { EventDate } from '../../events/views/event-date.tsx'
import type { Assessment } from '../../planning/planned-date.ts'
import { yearsAhead } from '../listed-days.ts'
import { seriesOf } from '../occurrence.ts'
import { ruleWords } from '../rule-words.ts'

interface SeriesDatesProps {
  network: { slug: string; countries: string[] }
  /** The occurrence that the page shows. */
  event: AgendaEvent
  /** The next ones. */
  coming: readonly AgendaEvent[]
  /** What the calendars of the group’s countries say of them, by their keys. */
  assessments: ReadonlyMap<string, Assessment>
  /** For those who may change it, or suggest a change. */
  canChange: boolean
}

/** How an event comes back, and its next dates on every side’s clock, each with what stands in its way. */
export function SeriesDates(props: SeriesDatesProps) {
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
