import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { readForm } from '../../../../platform/input/form.ts'
import { Refusal } from '../../../../platform/refusals/refusal.ts'
import { listDeciders } from '../../../contributions/index.ts'
import { drawNetworkPage } from '../../../networks/index.ts'
import { allowed, readTalksRequest, type TalksRequest } from '../call.ts'
import { assignAdviser, vouchFor } from '../commands.ts'
import { tell } from '../notices/commands.ts'
import { listTalkMessages } from '../queries.ts'
import { adviserForm } from '../schema.ts'
import { listTiesIn } from '../ties/queries.ts'
import { addTranslationRoutes } from '../translations/routes.tsx'
import { addDeedRoutes, type Typed } from './deeds/routes.tsx'
import { TalksPage, talksTitle } from './views/talks-page.tsx'

/** The talks between two authorities, for their members and the secretariat between them. */
export function addTalksRoutes(app: FastifyInstance, application: Application): void {
  const place = '/:language/:network/partners/introductions/:id'
  const read = (request: FastifyRequest) => readTalksRequest(application, request)
  const draw = (request: FastifyRequest, reply: FastifyReply, asked: TalksRequest, typed?: Typed) =>
    show(application, request, reply, asked, typed)
  app.get(place, async (request, reply) => draw(request, reply, await read(request)))
  addDeedRoutes(app, application, { place, read, draw })
  addTranslationRoutes(app, application)

  app.post(`${place}/recognition`, async (request, reply) => {
    const asked = allowed(await read(request), 'vouch')
    await inTransaction(asked.writing, async (writing) => {
      const { network, introduction } = asked
      await vouchFor(writing, introduction)
      const [first] = await listTalkMessages(writing, introduction.id)
      const quoted = first ? [{ text: first.text, language: first.language }] : []
      await tell({ application, writing, network }, introduction, {
        key: 'expressed',
        sides: ['wish'],
        quoted,
      })
    })
    return reply.redirect(asked.address, 303)
  })
  app.post(`${place}/adviser`, async (request, reply) => {
    const asked = allowed(await read(request), 'assign')
    const { network, introduction } = asked
    const form = readForm(adviserForm, request.body)
    if (!form.valid) return draw(request, reply.code(422), asked)
    const { person, seen } = form.data
    await inTransaction(asked.writing, async (writing) => {
      const secretariat = await listDeciders(writing, network.id, [], 'coordinators')
      const taker = secretariat.find(({ personId }) => personId === person)
      if (!taker) throw new Refusal('notAllowed')
      await assignAdviser(writing, introduction, { personId: person, seen: seen === '' ? null : seen })
      const advised = { ...introduction, adviser: { personId: person, name: taker.name } }
      await tell({ application, writing, network }, advised, { key: 'assigned', sides: ['adviser'] })
    })
    return reply.redirect(asked.address, 303)
  })
}

async function show(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: TalksRequest,
  typed?: Typed,
): Promise<FastifyReply> {
  const { writing, reader, network, introduction, speaking, address } = asked
  const advisers = speaking.adviser ? await listDeciders(writing, network.id, [], 'coordinators') : []
  const title = talksTitle(reader, introduction)
  return drawNetworkPage(application, request, reply, asked, {
    title,
    description: title,
    path: `/partners/introductions/${introduction.id}`,
    noindex: true,
    children: (
      <TalksPage
        reader={reader}
        network={network}
        introduction={introduction}
        speaking={speaking}
        messages={await listTalkMessages(writing, introduction.id)}
        ties={await listTiesIn(writing, network.id, introduction.id)}
        advisers={advisers.map(({ personId, name }) => ({ personId, name }))}
        address={address}
        isByLink={false}
        typed={typed ?? null}
      />
    ),
  })
}
