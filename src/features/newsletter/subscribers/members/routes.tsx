import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { readForm } from '../../../../platform/input/form.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { drawNetworkPage, goOn, type WritingRequest } from '../../../networks/index.ts'
import { readKeeperRequest } from '../call.ts'
import { paths } from '../paths.ts'
import { membersForm } from '../schema.ts'
import { decideOnMembers } from './commands.ts'
import { lookUpRule } from './queries.ts'
import { MembersPage } from './views/members-page.tsx'

const place = '/:language/:network/newsletter/subscribers/members'

/** Whether the members of a network get its letter without asking, and by which of its rules. */
export function addMemberRoutes(app: FastifyInstance, application: Application): void {
  app.get(place, async (request, reply) => {
    const asked = await readKeeperRequest(application, request)
    const rule = await lookUpRule(asked.writing, asked.network.id)
    const values = { members: rule === null ? 'no' : 'yes', rule: rule ?? '' }
    return show(application, request, reply, asked, { values, errors: [] })
  })
  app.post(place, async (request, reply) => {
    const asked = await readKeeperRequest(application, request)
    const { writing, reader, network } = asked
    const form = readForm(membersForm, request.body)
    if (!form.valid) return show(application, request, reply.code(422), asked, form)
    const { members, rule } = form.data
    await inTransaction(writing, (inside) =>
      decideOnMembers(inside, network.id, members === 'yes' ? rule : null),
    )
    return goOn(reply, paths.list(reader, network.slug, { done: 'decided' }))
  })
}

function show(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: WritingRequest,
  shown: Shown,
): FastifyReply {
  const { reader, network } = asked
  return drawNetworkPage(application, request, reply, asked, {
    title: reader.t('newsletter.subscribers.members'),
    description: reader.t('newsletter.subscribers.members'),
    path: '/newsletter/subscribers/members',
    noindex: true,
    width: 'reading',
    children: <MembersPage reader={reader} network={network} shown={shown} />,
  }).header('cache-control', 'private, no-store')
}
