import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { Pagination } from '../../../../ui/table/pagination.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import type { Network } from '../../../networks/index.ts'
import { writingOutcomes } from '../outcome.ts'
import { paths } from '../paths.ts'
import type { EntryCounts, ListedEntry } from '../records/entries.queries.ts'
import type { ImportedCalendar } from '../records/queries.ts'
import { entryDateWords, entryTitle } from './entry-words.ts'

export interface WaitingPartProps {
  network: Network
  calendar: ImportedCalendar
  counts: EntryCounts
  /** A page of the entries that wait to be accepted, and its number. */
  waiting: ListedEntry[]
  page: number
  pages: number
  left: ListedEntry[]
}

/** What a calendar would add and change, to be accepted all at once or by ticks. */
export function WaitingPart(props: WaitingPartProps) {
  const reader = useReader()
  const { network, calendar, counts, waiting, left } = props
  const { t } = reader
  const count = writingOutcomes.reduce((sum, outcome) => sum + counts.waiting[outcome], 0)
  const action = paths.part(reader, network.slug, calendar.id, 'entries')
  return (
    <>
      {count === 0 ? null : (
        <Section id="waiting" title={t('imports.calendar.waiting')}>
          <p>{t('imports.calendar.acceptLead')}</p>
          <form method="post" action={action}>
            <input type="hidden" name="all" value="1" />
            <p class="actions">
              <button type="submit" class="button primary">
                {t('imports.calendar.acceptAll', { count })}
              </button>
            </p>
          </form>
          <form method="post" action={action}>
            <DataTable
              caption={t('imports.calendar.waiting')}
              captionHidden
              rows={waiting}
              rowKey={({ position }) => String(position)}
              columns={[
                {
                  key: 'event',
                  label: t('imports.calendar.column.event'),
                  header: true,
                  wide: true,
                  cell: (entry) => <Ticked entry={entry} />,
                },
                {
                  key: 'date',
                  label: t('imports.calendar.column.date'),
                  cell: ({ document }) => entryDateWords(reader, network.countries, document),
                },
                {
                  key: 'outcome',
                  label: t('imports.calendar.column.outcome'),
                  cell: ({ outcome }) => t(`imports.calendar.outcome.${outcome}`),
                },
              ]}
            />
            <p class="actions">
              <button type="submit" class="button">
                {t('imports.calendar.acceptSome')}
              </button>
            </p>
          </form>
          <Pagination
            page={props.page}
            pages={props.pages}
            href={(page) => paths.one(reader, network.slug, calendar.id, page)}
          />
        </Section>
      )}
      {left.length === 0 ? null : (
        <Section id="left" title={t('imports.calendar.leftAlone')}>
          <ul>
            {left.map((entry) => (
              <li key={entry.position}>
                <Title entry={entry} /> – {entryDateWords(reader, network.countries, entry.document)} (
                {t(`imports.calendar.outcome.${entry.outcome}`)})
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function Ticked({ entry }: { entry: ListedEntry }) {
  const id = `entry-${entry.position}`
  return (
    <span class="calendar-tick">
      <input type="checkbox" id={id} name="entry" value={String(entry.position)} checked />
      <label for={id}>
        <Title entry={entry} />
      </label>
    </span>
  )
}

function Title({ entry: { document } }: { entry: ListedEntry }) {
  const reader = useReader()
  const { text, lang } = entryTitle(reader, document)
  return (
    <>
      <span lang={lang}>{text}</span>
      {document.isPrivate ? (
        <>
          {' '}
          <span class="tag">{reader.t('imports.calendar.private')}</span>
        </>
      ) : null}
    </>
  )
}
