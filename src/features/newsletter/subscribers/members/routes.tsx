import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, withStatus } from '../../../../platform/http/visit.ts'
import { readForm } from '../../../../platform/input/form.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { drawNetworkPage, goOn, type NetworkRequest } from '../../../networks/index.ts'
import { readKeeperRequest } from '../call.ts'
import { paths } from '../paths.ts'
import { membersForm } from '../schema.ts'
import { decideOnMembers } from './commands.ts'
import { lookUpRule } from './queries.ts'
import { MembersPage } from './views/members-page.tsx'

const place = '/:language/:network/newsletter/subscribers/members'

/** Whether the members of a network get its letter without asking, and by which of its rules. */
export function addMemberRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  pages.get(place, readKeeperRequest, async (asked) => {
    const rule = await lookUpRule(asked.writing, asked.network.id)
    const values = { members: rule === null ? 'no' : 'yes', rule: rule ?? '' }
    return show(asked, { values, errors: [] })
  })
  pages.post(place, readKeeperRequest, async (asked) => {
    const { request, reply, writing, reader, network } = asked
    const form = readForm(membersForm, request.body)
    if (!form.valid) return show(withStatus(asked, 422), form)
    const { members, rule } = form.data
    await inTransaction(writing, (inside) =>
      decideOnMembers(inside, network.id, members === 'yes' ? rule : null),
    )
    return goOn(reply, paths.list(reader, network.slug, { done: 'decided' }))
  })
}

function show(asked: NetworkRequest, shown: Shown): FastifyReply {
  const { reader, network } = asked
  return drawNetworkPage(asked, {
    title: reader.t('newsletter.subscribers.members'),
    description: reader.t('newsletter.subscribers.members'),
    path: '/newsletter/subscribers/members',
    noindex: true,
    width: 'reading',
    children: <MembersPage network={network} shown={shown} />,
  }).header('cache-control', 'private, no-store')
}
