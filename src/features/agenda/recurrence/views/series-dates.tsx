import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
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
  reader: Reader
  network: { slug: string; countries: string[] }
  /** The occurrence that the page shows. */
  event: AgendaEvent
  /** The next ones. */
  coming: readonly AgendaEvent[]
  /** What the calendars of the group’s countries say of them, by their keys. */
  assessments: ReadonlyMap<string, Assessment>
  /** For those who may change it. */
  canChange: boolean
}

/** How an event comes back, and its next dates on every side’s clock, each with what stands in its way. */
export function SeriesDates(props: SeriesDatesProps) {
  const { reader, network, event, coming, canChange } = props
  const { t } = reader
  const series = seriesOf(event)
  if (series === null) return null
  const { recurrence, shape } = series
  return (
    <Section id="series" title={t('agenda.recurrence.form')}>
      <p>{capitalized(ruleWords(reader, shape, recurrence), reader.interfaceLanguage)}</p>
      {coming.length === 0 ? (
        <p class="quiet">{t('agenda.recurrence.over')}</p>
      ) : (
        <>
          <p class="quiet">{t('agenda.recurrence.next')}</p>
          <ol class="series-dates">
            {coming.map((each) => (
              <li key={each.key}>
                <OccurrenceLine {...props} occurrence={each} />
              </li>
            ))}
          </ol>
        </>
      )}
      {recurrence.until === null && recurrence.count === null ? (
        <p class="quiet">{t('agenda.recurrence.horizon', { count: yearsAhead })}</p>
      ) : null}
      {canChange ? (
        <p>
          <a href={paths.editPart(reader, network.slug, event.slug, 'repeats')}>
            {t('agenda.recurrence.changeRule')}
          </a>
        </p>
      ) : null}
    </Section>
  )
}

function OccurrenceLine({
  reader,
  network,
  event,
  occurrence,
  assessments,
  canChange,
}: SeriesDatesProps & { occurrence: AgendaEvent }) {
  const { t } = reader
  const { occursOn, slug, state, previously, title } = occurrence
  const name = chooseText(title, reader.language)?.text
  const isNamedApart = name !== undefined && name !== chooseText(event.title, reader.language)?.text
  return (
    <>
      <a
        href={paths.event(reader, network.slug, slug, occursOn)}
        aria-current={occursOn === event.occursOn ? 'true' : undefined}
      >
        <EventDate reader={reader} countries={network.countries} event={occurrence} />
      </a>
      {state === 'cancelled' ? <span class="tag">{t('agenda.state.cancelled')}</span> : null}
      {previously !== null && state !== 'cancelled' ? (
        <span class="tag">{t('agenda.state.moved')}</span>
      ) : null}
      {canChange && occursOn !== null ? (
        <>
          {' '}
          <a href={paths.editPart(reader, network.slug, slug, 'dates', occursOn)}>
            {t('agenda.recurrence.changeDate')}
          </a>
        </>
      ) : null}
      {isNamedApart ? (
        <p>
          <Passage reader={reader} text={title} as="span" tags={false} />
        </p>
      ) : null}
      <OccurrenceNote reader={reader} event={occurrence} />
      <InTheWay reader={reader} assessment={assessments.get(occurrence.key)} />
    </>
  )
}
