import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { drawParts } from '../../../platform/http/network-part.ts'
import { pagesOf } from '../../../platform/http/visit.ts'
import {
  drawNetworkPage,
  keptByNetwork,
  listLandmarks,
  listMemberships,
  readNetworkRequest,
} from '../../networks/index.ts'
import { networkName } from '../cooperations/views/cooperation-map.tsx'
import { listDisputes, listEvidence } from '../evidence/queries.ts'
import { listNotes } from '../notes/queries.ts'
import { GroupPage } from './views/group-page.tsx'

export function addGroupRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { config: { kept: keptByNetwork(['now']) } })
  pages.get('/:language/:network/group', readNetworkRequest, async (asked) => {
    const { context, reader, network } = asked
    const [memberships, landmarks, notes, parts] = await Promise.all([
      listMemberships(context, network.id),
      listLandmarks(context, network.id),
      listNotes(context, [network.id]),
      drawParts(application.networkParts, 'group', { context, reader, network }),
    ])
    const subjects = [network, ...memberships, ...landmarks, ...notes].map((each) => each.id)
    const [evidence, disputes] = await Promise.all([
      listEvidence(context, subjects),
      listDisputes(context, subjects),
    ])
    return drawNetworkPage(asked, {
      title: reader.t('registry.group.title'),
      description: reader.t('registry.group.description', { network: networkName(reader, network) }),
      path: '/group',
      children: (
        <GroupPage
          network={network}
          data={{ memberships, landmarks, notes, evidence, disputes }}
          parts={parts}
        />
      ),
    })
  })
}
