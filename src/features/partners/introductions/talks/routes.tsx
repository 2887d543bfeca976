import type { FastifyInstance, FastifyReply } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, withStatus } from '../../../../platform/http/visit.ts'
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
  const pages = pagesOf(app, application)
  const place = '/:language/:network/partners/introductions/:id'
  pages.get(place, readTalksRequest, (asked) => show(asked))
  addDeedRoutes(app, application, { place, read: readTalksRequest, draw: show })
  addTranslationRoutes(app, application)

  pages.post(`${place}/recognition`, readTalksRequest, async (opened) => {
    const asked = allowed(opened, 'vouch')
    const { reply } = asked
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
  pages.post(`${place}/adviser`, readTalksRequest, async (opened) => {
    const asked = allowed(opened, 'assign')
    const { request, reply, network, introduction } = asked
    const form = readForm(adviserForm, request.body)
    if (!form.valid) return show(withStatus(asked, 422))
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

async function show(asked: TalksRequest, typed?: Typed): Promise<FastifyReply> {
  const { writing, reader, network, introduction, speaking, address } = asked
  const advisers = speaking.adviser ? await listDeciders(writing, network.id, [], 'coordinators') : []
  const title = talksTitle(reader, introduction)
  return drawNetworkPage(asked, {
    title,
    description: title,
    path: `/partners/introductions/${introduction.id}`,
    noindex: true,
    children: (
      <TalksPage
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
