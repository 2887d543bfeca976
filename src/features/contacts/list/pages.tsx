import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { PrintButton } from '../../../ui/blocks/print-button.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { findOrganisation, kindName, type OrganisationRecord } from '../../directory/index.ts'
import { type Network, renderNetworkPage } from '../../networks/index.ts'
import { paths } from '../paths.ts'
import { mayAddContacts, mayEditContacts, mayExportContacts, mayReadPosts } from '../policy.ts'
import { listPosts, type Post } from '../posts/queries.ts'
import { loadOpenRequest, noStoreForContacts } from '../request.ts'
import { contactFilter, noFilter } from './contact-filter.ts'
import { ContactsPage } from './contacts-page.tsx'
import { PostTable } from './post-table.tsx'

/** The contacts of a network, and those of one organisation. */
export function addListRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStoreForContacts)
  pages.get('/:language/:network/contacts', loadOpenRequest, async (visit) => {
    const { request, context, reader, network, viewer } = visit
    const filter = contactFilter.read(request.query)
    const all = await listPosts(context, viewer)
    return renderNetworkPage(visit, {
      title: reader.t('contacts.page.title'),
      description: reader.t('contacts.page.lead'),
      path: '/contacts',
      width: 'wide',
      noindex: true,
      children: (
        <ContactsPage
          network={network}
          all={all}
          posts={await listPosts(context, viewer, filter)}
          filter={filter}
          now={context.clock.now()}
          seesPersons={mayReadPosts(viewer.actor, network.id)}
          mayAdd={mayAddContacts(viewer.actor, network.id)}
          mayExport={mayExportContacts(viewer.actor, network.id)}
          mayEdit={(post) => mayEditContacts(viewer.actor, network.id, post.organisation.id)}
        />
      ),
    })
  })

  pages.get('/:language/:network/organisations/:slug/contacts', loadOpenRequest, async (visit) => {
    const { request, context, reader, network, viewer } = visit
    const organisation = await findOrganisation(context, parameterOf(request.params, 'slug') ?? '')
    const posts = await listPosts(context, viewer, { ...noFilter, organisation: organisation.id })
    const name = chooseName(organisation.name, reader.language).text
    return renderNetworkPage(visit, {
      title: reader.t('contacts.organisation.title', { name }),
      description: reader.t('contacts.page.lead'),
      path: `/organisations/${organisation.slug}/contacts`,
      width: 'wide',
      noindex: true,
      children: (
        <OrganisationPage
          network={network}
          organisation={organisation}
          posts={posts}
          now={context.clock.now()}
          seesPersons={mayReadPosts(viewer.actor, network.id)}
          mayEdit={mayEditContacts(viewer.actor, network.id, organisation.id)}
        />
      ),
    })
  })
}

interface OrganisationPageProps {
  network: Network
  organisation: OrganisationRecord
  posts: Post[]
  now: Temporal.Instant
  seesPersons: boolean
  mayEdit: boolean
}

/** The posts of one organisation, in order. */
function OrganisationPage({ network, organisation, posts, ...props }: OrganisationPageProps) {
  const reader = useReader()
  const { t } = reader
  const add = props.mayEdit ? (
    <a class="button primary" href={paths.newPost(reader, network.slug, organisation.slug)}>
      {t('contacts.post.add')}
    </a>
  ) : null
  return (
    <>
      <PageHeading
        kicker={<a href={paths.list(reader, network.slug)}>{t('contacts.page.title')}</a>}
        lead={
          <>
            {kindName(reader, organisation.kind)} ·{' '}
            <a href={paths.record(reader, network.slug, organisation.slug)}>
              {t('contacts.organisation.record')}
            </a>
          </>
        }
        actions={
          posts.length > 0 ? (
            <>
              {add}
              <PrintButton />
            </>
          ) : undefined
        }
      >
        <Name name={organisation.name} />
      </PageHeading>
      {posts.length === 0 ? (
        <EmptyState
          title={t('contacts.organisation.emptyTitle')}
          why={t('contacts.organisation.emptyWhy')}
          next={add}
        />
      ) : (
        <PostTable
          network={network.slug}
          caption={t('contacts.page.title')}
          posts={posts}
          now={props.now}
          seesPersons={props.seesPersons}
          showsOrganisation={false}
          mayEdit={() => props.mayEdit}
        />
      )}
    </>
  )
}
