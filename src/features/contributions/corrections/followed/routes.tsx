import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readSignedId } from '../../../../platform/context/signed-id.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { type FieldError, type FormValues, readForm } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { drawNetworkPage, readNetworkRequest } from '../../../networks/index.ts'
import { addMessage } from '../../suggestions/commands.ts'
import { tellDeciders } from '../../suggestions/notices/commands.ts'
import { listMessages } from '../../suggestions/queries.ts'
import { messageForm } from '../../suggestions/schema.ts'
import { confirmCorrection } from '../commands.ts'
import { correctionPurpose } from '../notices/commands.ts'
import { lookUpCorrection } from '../queries.ts'
import { FollowedPage } from './views/followed-page.tsx'

/** What a reader sees of the correction they reported, from the link in their mail: confirm it, follow it, answer. */
export function addReaderRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/corrections/:token'
  pages.get(place, read, show)
  pages.post(`${place}/confirmation`, read, async (asked) => {
    const { request, reply, writing, network, kind, head, correction } = asked
    await inTransaction(writing, async (inside) => {
      const isNew = await confirmCorrection(inside, correction)
      if (isNew && correction.heldFor === null)
        await tellDeciders(application, { writing: inside, network, kind, head }, correction, true)
    })
    return reply.header('referrer-policy', 'no-referrer').redirect(addressOf(request), 303)
  })
  pages.post(`${place}/messages`, read, async (asked) => {
    const { request, reply, writing, network, kind, head, correction } = asked
    const form = readForm(messageForm, request.body)
    if (!form.valid) return show(asked, form)
    if (!correction.isConfirmed || correction.decision !== null) notFound('messages')
    await inTransaction(writing, async (inside) => {
      await addMessage(inside, correction.id, { personId: null, text: form.data.text })
      const said = { id: correction.id, words: form.data.text, language: correction.language }
      await tellDeciders(application, { writing: inside, network, kind, head }, said, true)
    })
    return reply.header('referrer-policy', 'no-referrer').redirect(addressOf(request), 303)
  })
}

async function read(visit: Visit) {
  const { request, application } = visit
  const asked = await readNetworkRequest(visit)
  const token = parameterOf(request.params, 'token') ?? ''
  const id = readSignedId(application.secret, correctionPurpose, token) ?? notFound('correction')
  const correction = (await lookUpCorrection(asked.writing, asked.network.id, id)) ?? notFound('correction')
  const kind = application.records.find((each) => each.kind === correction.kind) ?? notFound('correction')
  const head = await kind.lookUp(asked.writing, asked.network, { id: correction.recordId })
  return { ...asked, correction, kind, head, token }
}

async function show(
  asked: Awaited<ReturnType<typeof read>>,
  typed?: { values: FormValues; errors: FieldError[] },
): Promise<FastifyReply> {
  const { reply, request, writing, reader, correction, kind, head } = asked
  // Its address speaks for the reader: no other page may learn it.
  reply.header('referrer-policy', 'no-referrer')
  return drawNetworkPage(asked, {
    status: typed ? 422 : 200,
    title: reader.t('contributions.correction.yours'),
    description: reader.t('contributions.correction.lead'),
    path: '',
    noindex: true,
    width: 'reading',
    children: (
      <FollowedPage
        network={asked.network.slug}
        correction={correction}
        kind={kind}
        head={head}
        action={addressOf(request)}
        messages={await listMessages(writing, correction.id)}
        values={typed?.values ?? {}}
        errors={typed?.errors ?? []}
      />
    ),
  })
}

function addressOf(request: FastifyRequest): string {
  const [language, network, token] = ['language', 'network', 'token'].map((name) =>
    parameterOf(request.params, name),
  )
  return `/${language}/${network}/corrections/${token}`
}
