import type { FastifyInstance } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import { noStore } from '../../platform/http/no-store.ts'
import { pagesOf } from '../../platform/http/visit.ts'
import { addressFor } from '../../platform/i18n/reader.ts'
import { EmptyState } from '../../ui/blocks/empty-state.tsx'
import { Figures } from '../../ui/blocks/figures.tsx'
import { PageHeading, Section } from '../../ui/text/headings.tsx'
import {
  ContactFilters,
  contactFilter,
  countAuthorities,
  findViewer,
  listPeers,
  listPosts,
  lookUpHolder,
  mayManageContacts,
  mayReadPosts,
  type Post,
  PostTable,
} from '../contacts/index.ts'
import { byOwnSide, countryName } from '../directory/index.ts'
import { loadNetworkRequest, type NetworkRequest, renderNetworkPage } from '../networks/index.ts'
import { PracticesTabs } from './frame.tsx'

const places = { asking: '/contacts/asking', statement: '/contacts/statement', posts: '/contacts' } as const

/** Whom to ask: for everybody how many authorities have somebody, for people of the group the posts, by trade. */
export function addPeopleRoutes(app: FastifyInstance, application: Application): void {
  const kept = { parameters: contactFilter.names, scope: () => null }
  const pages = pagesOf(app, application, { ...noStore, config: { kept } })
  pages.get('/:language/:network/practices/people', loadNetworkRequest, async (visit) => {
    const { context, reader, network } = visit
    const { t } = reader
    const counts = countAuthorities(await listPeers(context, network.id))
    const isHolder = (await lookUpHolder(context, network.id)) !== null
    // What the reader can do so that somebody may be asked: ask holders, say it themselves, or give posts their trades.
    const next = mayManageContacts(context.actor, network.id) ? 'asking' : isHolder ? 'statement' : 'posts'
    const seesPosts = mayReadPosts(context.actor, network.id)
    const way = seesPosts ? (
      <a class="button" href={addressFor(reader, `/${network.slug}${places[next]}`)}>
        {t(`contacts.people.next.${next}`)}
      </a>
    ) : null
    const isEmpty = counts.every(({ askable }) => askable === 0)
    return renderNetworkPage(visit, {
      title: t('contacts.people.title'),
      description: t('contacts.people.lead'),
      path: '/practices/people',
      entry: '/practices',
      width: 'wide',
      noindex: true,
      children: (
        <>
          <PageHeading lead={t('contacts.people.lead')} actions={isEmpty ? null : way}>
            {t('contacts.people.title')}
          </PageHeading>
          <PracticesTabs network={network.slug} here="/practices/people" />
          {isEmpty ? (
            <EmptyState
              title={t('contacts.people.nobody')}
              why={t(`contacts.people.nobody.${way === null ? 'yet' : next}`)}
              next={way}
            />
          ) : (
            <Figures
              figures={byOwnSide(reader, network.countries).map((code) => {
                const value = counts.find(({ country }) => country === code)?.askable ?? 0
                const words = { count: value, country: countryName(reader, code) }
                return { value, label: t('contacts.people.askable', words) }
              })}
            />
          )}
          {seesPosts ? await renderPosts(visit) : null}
          <p class="form-note">
            <a href={addressFor(reader, `/${network.slug}/questions/rights`)}>
              {t('questions.rights.title')}
            </a>
          </p>
        </>
      ),
    })
  })
}

/** The held posts with a trade, and who holds them as contacts show them to this reader. */
async function renderPosts({ request, context, reader, network }: NetworkRequest) {
  const viewer = await findViewer(context, network.id)
  const hasTrade = ({ isHeld, trades }: Post) => isHeld && trades.length > 0
  const all = (await listPosts(context, viewer)).filter(hasTrade)
  const filter = contactFilter.read(request.query)
  const posts = (await listPosts(context, viewer, filter)).filter(hasTrade)
  const address = (parameters = {}) => addressFor(reader, `/${network.slug}/practices/people`, parameters)
  const title = reader.t('contacts.people.directory')
  if (all.length === 0) return null
  return (
    <Section id="posts" title={title} aside={String(posts.length)}>
      <ContactFilters address={address} all={all} filter={filter} seesPersons={false} />
      {posts.length === 0 ? (
        <EmptyState
          title={reader.t('contacts.page.noneTitle')}
          next={<a href={address()}>{reader.t('contacts.page.all')}</a>}
        />
      ) : (
        <PostTable
          network={network.slug}
          caption={title}
          posts={posts}
          now={context.clock.now()}
          seesPersons
          showsOrganisation
          mayEdit={() => false}
        />
      )}
    </Section>
  )
}
