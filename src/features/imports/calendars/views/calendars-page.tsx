import { Breadcrumb } from '../../../../ui/blocks/breadcrumb.tsx'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import { eventPaths } from '../../../agenda/events/index.ts'
import { paths } from '../paths.ts'
import { stateOf } from '../records/calendar.ts'
import type { ImportedCalendar } from '../records/queries.ts'
import { NewCalendarForm } from './new-calendar-form.tsx'

type CalendarsPageProps = Parameters<typeof NewCalendarForm>[0] & { calendars: ImportedCalendar[] }

/** Where calendars are brought in: one to begin with, and those that were. */
export function CalendarsPage({ calendars, ...props }: CalendarsPageProps) {
  const reader = useReader()
  const { network } = props
  const { t } = reader
  return (
    <>
      <Breadcrumb
        steps={[{ label: t('agenda.list.title'), href: eventPaths.agenda(reader, network.slug) }]}
        current={t('imports.calendar.title')}
      />
      <PageHeading lead={t('imports.calendar.lead')}>{t('imports.calendar.title')}</PageHeading>
      <Section id="new" title={t('imports.calendar.new')}>
        <NewCalendarForm {...props} />
      </Section>
      <Section id="calendars" title={t('imports.calendar.list')}>
        {calendars.length === 0 ? (
          <EmptyState title={t('imports.calendar.listEmpty')} why={t('imports.calendar.listEmptyWhy')} />
        ) : (
          <DataTable
            caption={t('imports.calendar.list')}
            captionHidden
            rows={calendars}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'calendar',
                label: t('imports.calendar.column.calendar'),
                header: true,
                wide: true,
                cell: ({ id, title }) => <a href={paths.one(reader, network.slug, id)}>{title}</a>,
              },
              { key: 'from', label: t('imports.calendar.column.from'), cell: originOf },
              {
                key: 'state',
                label: t('imports.calendar.column.state'),
                cell: (each) => t(`imports.calendar.state.${stateOf(each)}`),
              },
              {
                key: 'when',
                label: t('imports.calendar.column.when'),
                cell: ({ madeAt }) => <Moment at={madeAt} />,
              },
            ]}
          />
        )}
      </Section>
    </>
  )
}

function originOf({ fileName, address }: ImportedCalendar): string {
  return fileName ?? (address === null ? '' : (URL.parse(address)?.hostname ?? ''))
}
