import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { readSignedId } from '../../../../platform/context/signed-id.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { type FieldError, type FormValues, readForm } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { drawNetworkPage, readNetworkRequest } from '../../../networks/index.ts'
import { findCooperationPage } from '../../cooperations/cooperation-page-data.ts'
import { lookUpHead } from '../../cooperations/record/queries.ts'
import { cooperationTitle } from '../../cooperations/views/cooperation-page.tsx'
import { stateConfirmation } from '../commands.ts'
import { tellOfDispute } from '../notices/commands.ts'
import { lookUpRequest } from '../queries.ts'
import { stanceForm } from '../schema.ts'
import { AnswerPage } from './views/answer-page.tsx'

/** For which the links of confirmations are signed. */
export const confirmationPurpose = 'confirmation'

/** Where a partner answers from the link in a mail, in its language and without an account; seeing the page uses nothing up. */
export function addAnswerRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application)
  const place = '/:language/:network/confirmations/:token'
  pages.get(place, read, show)
  pages.post(place, read, async (asked) => {
    const { request, reply } = asked
    const form = readForm(stanceForm, request.body)
    if (!form.valid) return show(asked, form)
    const { writing, network, asking, data } = asked
    const { words, stance } = form.data
    await inTransaction(writing, async (inside) => {
      await stateConfirmation(
        inside,
        { id: data.cooperation.id, networkId: network.id },
        {
          organisationId: asking.organisationId,
          stance: form.data.stance,
          words: form.data.words,
          language: asked.reader.interfaceLanguage,
          saidAs: form.data.said_as,
          requestId: asking.requestId,
        },
      )
      const { organisationId } = asking
      const { cooperation } = data
      if (stance === 'disputed')
        await tellOfDispute(application, inside, { ...asked, cooperation, organisationId, words })
    })
    return reply.header('referrer-policy', 'no-referrer').redirect(addressOf(request), 303)
  })
}

async function read(visit: Visit) {
  const { request, application } = visit
  const asked = await readNetworkRequest(visit)
  const { writing } = asked
  const token = parameterOf(request.params, 'token') ?? ''
  const id = readSignedId(application.secret, confirmationPurpose, token) ?? notFound('confirmation')
  const asking = (await lookUpRequest(writing, asked.network.id, id)) ?? notFound('confirmation')
  const head =
    (await lookUpHead(writing, asked.network, { id: asking.cooperationId })) ?? notFound('confirmation')
  return { ...asked, asking, data: await findCooperationPage(writing, asked.network.id, head.slug) }
}

async function show(
  asked: Awaited<ReturnType<typeof read>>,
  typed?: { values: FormValues; errors: FieldError[] },
): Promise<FastifyReply> {
  const { application, reply, request, reader, network, asking, data } = asked
  const now = application.clock.now().epochMilliseconds
  // Its address speaks for the party: no other page may learn it.
  reply.header('referrer-policy', 'no-referrer')
  return drawNetworkPage(asked, {
    status: typed ? 422 : 200,
    title: reader.t('registry.confirmation.title', {
      tie: cooperationTitle(reader, network, data.cooperation),
    }),
    description: reader.t('registry.confirmation.lead'),
    path: '',
    noindex: true,
    width: 'reading',
    children: (
      <AnswerPage
        network={network}
        data={data}
        asking={asking}
        state={asking.usedAt ? 'answered' : asking.expiresAt.getTime() <= now ? 'ended' : 'open'}
        action={addressOf(request)}
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
  return `/${language}/${network}/confirmations/${token}`
}
