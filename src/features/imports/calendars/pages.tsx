import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import {
  type FormState,
  type FormValues,
  readValues,
  typedValue,
  typedValues,
} from '../../../platform/input/form.ts'
import { parameterOf, readPageNumber } from '../../../platform/input/parameters.ts'
import { Breadcrumb } from '../../../ui/blocks/breadcrumb.tsx'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { FileField } from '../../../ui/form/file-field.tsx'
import { ErrorList, Form } from '../../../ui/form/form.tsx'
import { languageOptions } from '../../../ui/form/language-options.ts'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Moment } from '../../../ui/text/moment.tsx'
import { eventPaths } from '../../agenda/events/index.ts'
import { addNetworkAction } from '../../directory/picking/index.ts'
import { type Network, type NetworkRequest, renderNetworkPage } from '../../networks/index.ts'
import { loadImportRequest } from '../texts/request.ts'
import { beginCalendar } from './beginning.commands.ts'
import { outcomes, writingOutcomes } from './outcome.ts'
import { paths } from './paths.ts'
import { stateOf } from './records/calendar.ts'
import { acceptEntries, askForReturn, removeCalendar } from './records/commands.ts'
import { countEntries, listEntries } from './records/entries.queries.ts'
import { findCalendar, type ImportedCalendar, listCalendars } from './records/queries.ts'
import { fetchNow, startSoon } from './running/jobs.ts'
import { newCalendarForm, rhythms, visibilities } from './schema.ts'
import { askForFetch, endSubscription, pauseSubscription } from './subscriptions.commands.ts'
import { CalendarPage } from './views/calendar-page.tsx'

const reloadsAfterSeconds = '2'
const mostCalendars = 200
const entriesAPage = 200
const mostLeft = 50
const mostResults = 20

/** Pages on which coordinators read, accept and follow calendars of others. */
export function addCalendarRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/agenda/import'

  pages.get(place, loadImportRequest, (visit) => renderList(visit, { values: {}, errors: [] }))

  addNetworkAction(pages, place, {
    open: loadImportRequest,
    upload: { fields: ['file'], mostBytes: application.settings.calendarMegabytes * 1024 * 1024 },
    schema: newCalendarForm,
    again: renderList,
    save: async ({ reader, network, writing, upload }, { language, ...typed }) => {
      const begun = await beginCalendar(application, writing, network, {
        ...typed,
        file: upload.files[0] ?? null,
        language: network.languages.find((each) => each === language) ?? usualLanguage(reader, network),
      })
      if ('errors' in begun) return begun.errors
      startSoon(application, { networkId: network.id, id: begun.id })
      return paths.one(reader, network.slug, begun.id)
    },
  })

  pages.get(`${place}/:id`, loadImportRequest, async (visit) => {
    const { request } = visit
    return renderCalendar(visit, await calendarOf(visit, request))
  })

  /** Adds a form of one calendar. It leads back to the page of the calendar, or to the list where the calendar is gone. */
  const addForm = (
    part: string,
    work: (asked: NetworkRequest, calendar: ImportedCalendar, values: FormValues) => Promise<unknown>,
  ) =>
    pages.post(`${place}/:id/${part}`, loadImportRequest, async (visit) => {
      const { request, reply, reader, network } = visit
      const calendar = await calendarOf(visit, request)
      await work(visit, calendar, readValues(request.body))
      if (part === 'removal') return reply.redirect(paths.list(reader, network.slug), 303)
      startSoon(application, calendar)
      return reply.redirect(paths.one(reader, network.slug, calendar.id), 303)
    })

  addForm('entries', async ({ writing }, calendar, values) =>
    acceptEntries(
      writing,
      calendar,
      typedValue(values, 'all') === '1'
        ? 'all'
        : typedValues(values, 'entry').flatMap((each) => (/^\d{1,6}$/.test(each) ? [Number(each)] : [])),
    ),
  )
  addForm('return', async ({ writing }, calendar) => askForReturn(writing, calendar))
  addForm('removal', async ({ writing }, calendar) => removeCalendar(writing, calendar))
  addForm('pause', async ({ writing }, calendar, values) =>
    pauseSubscription(writing, calendar, typedValue(values, 'paused') === '1'),
  )
  addForm('fetch', async ({ writing }, calendar) => {
    await askForFetch(writing, calendar)
    await fetchNow(application, calendar)
  })
  addForm('end', async ({ writing }, calendar, values) =>
    endSubscription(writing, calendar, { keepsEvents: typedValue(values, 'events') !== 'remove' }),
  )
}

async function calendarOf({ writing, network }: NetworkRequest, request: FastifyRequest) {
  return findCalendar(writing, network.id, parameterOf(request.params, 'id') ?? '')
}

async function renderList(visit: NetworkRequest, form: FormState) {
  const { application, reader, network, writing } = visit
  return renderNetworkPage(visit, {
    title: reader.t('imports.calendar.title'),
    description: reader.t('imports.calendar.lead'),
    path: '/agenda/import',
    noindex: true,
    children: (
      <CalendarsPage
        network={network}
        form={form}
        mostBytes={application.settings.calendarMegabytes * 1024 * 1024}
        calendars={await listCalendars(writing, network.id, mostCalendars)}
      />
    ),
  })
}

async function renderCalendar(visit: NetworkRequest, calendar: ImportedCalendar) {
  const { reply, request, reader, network, writing } = visit
  // Without a script, the browser reloads by itself.
  if (calendar.waitsFor !== null) reply.header('refresh', reloadsAfterSeconds)
  const page = readPageNumber(request.query)
  const left = outcomes.filter((each) => each !== 'same' && !writingOutcomes.includes(each))
  const list = (
    wanted: Parameters<typeof listEntries>[2]['outcomes'],
    isApplied: boolean,
    limit: number,
    offset = 0,
  ) => listEntries(writing, calendar.id, { outcomes: wanted, isApplied, limit, offset })
  const [counts, waiting, leftAlone, applied] = await Promise.all([
    countEntries(writing, calendar.id),
    list(writingOutcomes, false, entriesAPage, (page - 1) * entriesAPage),
    list(left, false, mostLeft),
    list(outcomes, true, mostResults),
  ])
  const count = writingOutcomes.reduce((sum, outcome) => sum + counts.waiting[outcome], 0)
  return renderNetworkPage(visit, {
    title: calendar.title,
    description: reader.t('imports.calendar.lead'),
    path: `/agenda/import/${calendar.id}`,
    noindex: true,
    width: 'wide',
    children: (
      <CalendarPage
        network={network}
        calendar={calendar}
        counts={counts}
        waiting={waiting}
        page={page}
        pages={Math.max(1, Math.ceil(count / entriesAPage))}
        left={leftAlone}
        applied={applied}
      />
    ),
  })
}

interface CalendarsPageProps extends NewCalendarFormProps {
  calendars: ImportedCalendar[]
}

/** The calendars imported so far, and the form for another one. */
function CalendarsPage({ calendars, ...props }: CalendarsPageProps) {
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

interface NewCalendarFormProps {
  network: Network
  form: FormState
  mostBytes: number
}

/** A calendar to read: a file, or an address to read once or to follow. */
function NewCalendarForm({ network, form, mostBytes }: NewCalendarFormProps) {
  const reader = useReader()
  const { t } = reader
  const chosen = (name: string, usual: string) => [typedValue(form.values, name) || usual]
  return (
    <Form action={paths.list(reader, network.slug)} form={form} takesFiles>
      <ErrorList form={form} />
      <FileField
        name="file"
        label={t('imports.calendar.file')}
        kinds={t('imports.calendar.fileKinds')}
        accept={['.ics', '.ics.gz', 'text/calendar']}
        mostBytes={mostBytes}
      />
      <Field
        name="address"
        type="text"
        label={t('imports.calendar.address')}
        hint={t('imports.calendar.addressHint')}
      />
      <ChoiceField
        name="follow"
        label={t('imports.calendar.follow')}
        options={rhythms.map((value) => ({ value, label: t(`imports.calendar.follow.${value}`) }))}
        chosen={chosen('follow', 'once')}
        required
      />
      <ChoiceField
        name="visibility"
        label={t('imports.calendar.visibility')}
        options={visibilities.map((value) => ({ value, label: t(`imports.calendar.visibility.${value}`) }))}
        chosen={chosen('visibility', 'network')}
        required
      />
      <ChoiceField
        name="language"
        label={t('imports.calendar.language')}
        hint={t('imports.calendar.languageHint')}
        options={languageOptions(reader, network.languages)}
        chosen={chosen('language', usualLanguage(reader, network))}
        required
      />
      <p class="form-end">
        <button type="submit" class="button primary">
          {t('imports.calendar.send')}
        </button>
      </p>
    </Form>
  )
}

/** The language assumed for a calendar: the reader’s, if the network uses it. */
function usualLanguage({ language }: Reader, { languages }: Network): string {
  return languages.find((each) => each === language) ?? languages[0] ?? 'en'
}
