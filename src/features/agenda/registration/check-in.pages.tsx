import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../platform/database/transaction.ts'
import type { Application } from '../../../platform/http/application.ts'
import { noStore } from '../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
import { mostPages, parameterOf, readPageNumber } from '../../../platform/input/parameters.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { Figures } from '../../../ui/blocks/figures.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { SearchForm } from '../../../ui/form/search-form.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { Pagination } from '../../../ui/table/pagination.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { countryName } from '../../directory/index.ts'
import { renderNetworkPage } from '../../networks/index.ts'
import type { AgendaEvent } from '../events/summary.queries.ts'
import { eventTitle } from '../events/views/event-page.tsx'
import { checkIn } from './commands.ts'
import { loadListRequest } from './frame.tsx'
import { countByState, countRegistrations, listRegistrations, type StateCount } from './list/queries.ts'
import { registrationFilter } from './list/registration-filter.ts'
import { paths } from './paths.ts'
import { findRegistration } from './queries.ts'
import type { Registration } from './registration.ts'

const place = '/:language/:network/agenda/:slug/check-in'
const peopleAPage = 30

/** Where the holders of an event tick at the door who has come. */
export function addCheckInRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  pages.get(place, show)
  pages.post(`${place}/:id`, loadListRequest, async ({ request, reply, writing, reader, network, event }) => {
    const id = parameterOf(request.params, 'id') ?? ''
    const person = await findRegistration(writing, event.id, id)
    const isThere = parameterOf(request.body, 'present') === 'yes'
    await inTransaction(writing, (inside) => checkIn(inside, event, person.id, isThere))
    // After a tick, the page names the person; after a tick is removed, it lists them again, to be ticked by the next click.
    const page = readPageNumber(request.body)
    const back = paths.checkIn(reader, network.slug, event.slug, {
      q: isThere ? undefined : registrationFilter.read(request.body).q || undefined,
      page: isThere || page === 1 ? undefined : String(page),
      done: isThere ? person.id : undefined,
    })
    return reply.redirect(back, 303)
  })
}

async function show(visit: Visit): Promise<FastifyReply> {
  const { request } = visit
  const loaded = await loadListRequest(visit)
  const { writing, reader, network, event } = loaded
  const { q: words } = registrationFilter.read(request.query)
  const page = readPageNumber(request.query)
  const filter = { state: 'placed', country: null, q: words } as const
  const done = parameterOf(request.query, 'done')
  const [counts, total, people, ticked] = await Promise.all([
    countByState(writing, event.id),
    countRegistrations(writing, event.id, filter),
    listRegistrations(writing, event.id, filter, { limit: peopleAPage, offset: (page - 1) * peopleAPage }),
    done === undefined ? null : findRegistration(writing, event.id, done),
  ])
  const title = reader.t('agenda.registration.checkIn')
  return renderNetworkPage(loaded, {
    title: `${title} · ${eventTitle(reader, event)}`,
    description: title,
    path: `/agenda/${event.slug}/check-in`,
    noindex: true,
    width: 'reading',
    children: (
      <CheckInPage
        network={network.slug}
        event={event}
        counts={counts}
        words={words}
        people={people}
        ticked={ticked?.arrivedAt ? ticked : null}
        total={total}
        page={page}
        pages={Math.min(mostPages, Math.max(1, Math.ceil(total / peopleAPage)))}
      />
    ),
  })
}

interface CheckInPageProps {
  network: string
  event: AgendaEvent
  counts: StateCount[]
  words: string
  people: Registration[]
  /** Who was just ticked. */
  ticked: Registration | null
  total: number
  page: number
  pages: number
}

/** Check-in at the door: find a participant by name, tick that they are there, or remove the tick. */
function CheckInPage(props: CheckInPageProps) {
  const reader = useReader()
  const { network, event, counts, words, people, ticked, page } = props
  const { t } = reader
  const placed = counts.filter(({ state }) => state === 'placed')
  const there = placed.reduce((all, { arrived }) => all + arrived, 0)
  const coming = placed.reduce((all, { count }) => all + count, 0)
  const awaited = coming - there
  const action = (id: string) =>
    `${paths.checkIn(reader, network, event.slug).split('?')[0]}/${encodeURIComponent(id)}`
  return (
    <>
      <PageHeading
        kicker={
          <>
            <a href={paths.list(reader, network, event.slug)}>{t('agenda.registration.list')}</a>
            {' · '}
            {eventTitle(reader, event)}
          </>
        }
      >
        {t('agenda.registration.checkIn')}
      </PageHeading>
      <Figures
        figures={[
          { value: there, label: t('agenda.registration.areThere', { count: there }) },
          { value: awaited, label: t('agenda.registration.areAwaited', { count: awaited }) },
        ]}
      />
      {ticked ? (
        <Notice kind="done" live>
          <p>
            <bdi>{t('agenda.registration.ticked', { name: ticked.name })}</bdi>
          </p>
          <Tick person={ticked} action={action(ticked.id)} words="" page={1} />
        </Notice>
      ) : null}
      <div class="check-in-search">
        <SearchForm
          action={paths.checkIn(reader, network, event.slug)}
          value={words}
          label={t('agenda.registration.checkInSearch')}
          id="check-in-search"
        />
      </div>
      {people.length === 0 ? (
        <EmptyState
          title={t(words ? 'agenda.registration.nobodyNamed' : 'agenda.registration.empty.placed')}
          next={<a href={paths.add(reader, network, event.slug)}>{t('agenda.registration.add')}</a>}
        />
      ) : (
        <ul class="check-in">
          {people.map((person) => (
            <li key={person.id} class={person.arrivedAt ? 'check-in-person is-there' : 'check-in-person'}>
              <p class="check-in-name">
                <bdi>{person.name}</bdi>
                <span class="quiet">
                  {[person.organisation, countryName(reader, person.country)].filter(Boolean).join(' · ')}
                </span>
              </p>
              <Tick person={person} action={action(person.id)} words={words} page={page} />
            </li>
          ))}
        </ul>
      )}
      <Pagination
        page={page}
        pages={props.pages}
        href={(each) =>
          paths.checkIn(reader, network, event.slug, {
            q: words || undefined,
            page: each === 1 ? undefined : String(each),
          })
        }
      />
    </>
  )
}

interface TickProps {
  person: Registration
  action: string
  words: string
  page: number
}

function Tick({ person, action, words, page }: TickProps) {
  const { t } = useReader()
  const isThere = person.arrivedAt !== null
  return (
    <form method="post" action={action} class="check-in-tick">
      <input type="hidden" name="q" value={words} />
      <input type="hidden" name="page" value={String(page)} />
      <button
        type="submit"
        class={isThere ? 'button' : 'button primary'}
        name="present"
        value={isThere ? 'no' : 'yes'}
      >
        {t(isThere ? 'agenda.registration.untick' : 'agenda.registration.tick')}
        <span class="visually-hidden"> ({person.name})</span>
      </button>
    </form>
  )
}
