import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { listRecordLinks } from '../../../platform/records/record-link.ts'
import { listEventsWith } from '../../agenda/events/index.ts'
import { findOrganisation } from '../../directory/index.ts'
import {
  daysOf,
  drawNetworkPage,
  isHeldOn,
  keptByNetwork,
  listMemberships,
  listNetworksOf,
  readNetworkRequest,
} from '../../networks/index.ts'
import { networkName } from '../cooperations/views/cooperation-map.tsx'
import { listDisputes, listEvidence } from '../evidence/queries.ts'
import { listInterestsOf } from '../interests/queries.ts'
import { listNotes } from '../notes/queries.ts'
import { listNetworkOrganisations } from './queries.ts'
import { lookUpHead } from './record/queries.ts'
import { organisationData } from './structured-data.ts'
import { listCooperationsOf } from './ties/queries.ts'
import { OrganisationPage } from './views/organisation-page.tsx'
import { OrganisationsPage } from './views/organisations-page.tsx'

export function addOrganisationRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: keptByNetwork(['now']) } })
  pages.get('/:language/:network/organisations', readNetworkRequest, async (asked) => {
    const { context, reader, network } = asked
    const [organisations, memberships] = await Promise.all([
      listNetworkOrganisations(context, network.id),
      listMemberships(context, network.id),
    ])
    const held = memberships.filter((membership) => isHeldOn(membership, context.today))
    const members = new Set(held.map((membership) => membership.organisationId))
    return drawNetworkPage(asked, {
      title: reader.t('registry.organisations.title'),
      description: reader.t('registry.organisations.description', {
        network: networkName(reader, network),
      }),
      path: '/organisations',
      width: 'wide',
      children: (
        <OrganisationsPage
          network={network}
          actor={context.actor}
          organisations={organisations}
          members={members}
        />
      ),
    })
  })

  pages.get('/:language/:network/organisations/:slug', readNetworkRequest, async (asked) => {
    const { request, context, reader, network } = asked
    const organisation = await findOrganisation(context, parameterOf(request.params, 'slug') ?? '')
    const [ties, interests, networks, activities] = await Promise.all([
      listCooperationsOf(context, network.id, organisation.id),
      listInterestsOf(context, organisation.id),
      listNetworksOf(context, organisation.id).then((all) =>
        all.filter(({ heldFrom, heldUntil }) =>
          isHeldOn(daysOf({ from: heldFrom, until: heldUntil }), context.today),
        ),
      ),
      listEventsWith(context, organisation.id),
    ])
    const notes = await listNotes(
      context,
      [organisation.id, ...interests.map((interest) => interest.id)],
      network.id,
    )
    const subjects = [
      organisation.id,
      ...interests.map((each) => each.id),
      ...notes.map((each) => each.id),
      ...activities.map((each) => each.id),
    ]
    const [evidence, disputes, head, links] = await Promise.all([
      listEvidence(context, subjects),
      listDisputes(context, subjects),
      lookUpHead(context, network, { id: organisation.id }),
      listRecordLinks(application.recordLinks, {
        context,
        reader,
        network,
        kind: 'organisation',
        record: organisation,
      }),
    ])
    const isKnown = head !== null
    const title = chooseName(organisation.name, reader.language).text
    return drawNetworkPage(asked, {
      title,
      description: reader.t('registry.organisations.description', {
        network: networkName(reader, network),
      }),
      path: `/organisations/${organisation.slug}`,
      structuredData: organisationData(application.settings.baseUrl, reader, network, organisation),
      children: (
        <OrganisationPage
          network={network}
          data={{
            organisation,
            ties,
            interests,
            networks,
            activities,
            notes,
            evidence,
            disputes,
            isKnown,
            links,
          }}
          actor={context.actor}
        />
      ),
    })
  })
}
