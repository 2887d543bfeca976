import { EmptyState } from '../../../../../ui/blocks/empty-state.tsx'
import { Figures } from '../../../../../ui/blocks/figures.tsx'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { SearchForm } from '../../../../../ui/form/search-form.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { Pagination } from '../../../../../ui/table/pagination.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { countryName } from '../../../../directory/index.ts'
import type { AgendaEvent } from '../../../events/row/queries.ts'
import { eventTitle } from '../../../events/views/event-page.tsx'
import type { StateCount } from '../../list/queries.ts'
import { paths } from '../../paths.ts'
import type { Registration } from '../../registration.ts'

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

/** The door of an event: find somebody by name, tick that they are there, or take it back. */
export function CheckInPage(props: CheckInPageProps) {
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
