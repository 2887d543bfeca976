import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { findOrganisation } from '../../directory/index.ts'
import { drawNetworkPage } from '../../networks/index.ts'
import { neverKept, readOpenRequest } from '../call.ts'
import { mayAddContacts, mayEditContacts, mayExportContacts, mayReadPosts } from '../policy.ts'
import { listPosts } from '../posts/queries.ts'
import { noFilter, readContactFilter } from './filter.ts'
import { ContactsPage } from './views/contacts-page.tsx'
import { OrganisationPage } from './views/organisation-page.tsx'

/** The contacts of a network, and those of one organisation. */
export function addListRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  pages.get('/:language/:network/contacts', readOpenRequest, async (asked) => {
    const { request, context, reader, network, sight } = asked
    const filter = readContactFilter(request.query)
    const all = await listPosts(context, sight)
    return drawNetworkPage(asked, {
      title: reader.t('contacts.page.title'),
      description: reader.t('contacts.page.lead'),
      path: '/contacts',
      width: 'wide',
      noindex: true,
      children: (
        <ContactsPage
          network={network}
          all={all}
          posts={await listPosts(context, sight, filter)}
          filter={filter}
          now={context.clock.now()}
          seesPersons={mayReadPosts(sight.actor, network.id)}
          mayAdd={mayAddContacts(sight.actor, network.id)}
          mayExport={mayExportContacts(sight.actor, network.id)}
          mayEdit={(post) => mayEditContacts(sight.actor, network.id, post.organisation.id)}
        />
      ),
    })
  })

  pages.get('/:language/:network/organisations/:slug/contacts', readOpenRequest, async (asked) => {
    const { request, context, reader, network, sight } = asked
    const organisation = await findOrganisation(context, parameterOf(request.params, 'slug') ?? '')
    const posts = await listPosts(context, sight, { ...noFilter, organisation: organisation.id })
    const name = chooseName(organisation.name, reader.language).text
    return drawNetworkPage(asked, {
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
          seesPersons={mayReadPosts(sight.actor, network.id)}
          mayEdit={mayEditContacts(sight.actor, network.id, organisation.id)}
        />
      ),
    })
  })
}
