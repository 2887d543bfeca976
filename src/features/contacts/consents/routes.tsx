import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { readPageRequest } from '../../../platform/http/page-request.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound, Refusal } from '../../../platform/refusals/refusal.ts'
import { sitePage } from '../../../ui/shell/site-page.tsx'
import { findProcessing, listRecipients } from '../processing/queries.ts'
import { decideConsent } from './commands.ts'
import { type AskedConsent, lookUpConsent } from './queries.ts'
import { AnsweredPage } from './views/answered-page.tsx'
import { ConsentPage } from './views/consent-page.tsx'

/** The page on which somebody who is asked answers: their link is all they need. */
export function addConsentRoutes(app: FastifyInstance, application: Application): void {
  app.get('/:language/consent/:token', (request, reply) => show(application, request, reply))

  app.post('/:language/consent/:token', async (request, reply) => {
    const { context, reader } = readPageRequest(application, request)
    const answer = parameterOf(request.body, 'answer')
    const decision = answer === 'accepted' || answer === 'refused' ? answer : null
    if (decision === null) return show(application, request, reply)
    try {
      const decided = { decision, language: reader.interfaceLanguage } as const
      const consent = await decideConsent(context, tokenOf(request), decided)
      return send(application, request, reply, { ...consent, state: 'decided', decision, decidedAt: null })
    } catch (error) {
      if (!(error instanceof Refusal && error.reason === 'tooLate')) throw error
      return show(application, request, reply)
    }
  })
}

async function show(application: Application, request: FastifyRequest, reply: FastifyReply) {
  const { context } = readPageRequest(application, request)
  const consent = (await lookUpConsent(context, tokenOf(request))) ?? notFound('consent')
  if (consent.state !== 'open') reply.code(410)
  return send(application, request, reply, consent)
}

async function send(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  consent: AskedConsent,
): Promise<FastifyReply> {
  const { context, reader } = readPageRequest(application, request)
  const isOpen = consent.state === 'open'
  const html = sitePage(application, reader, {
    title: reader.t(isOpen ? 'contacts.consent.title' : 'contacts.consent.answered'),
    description: reader.t('contacts.consent.lead'),
    path: `/consent/${tokenOf(request)}`,
    isSecret: true,
    noindex: true,
    width: 'reading',
    children: isOpen ? (
      <ConsentPage
        reader={reader}
        consent={consent}
        token={tokenOf(request)}
        processing={await findProcessing(context, consent.networkId)}
        recipients={await listRecipients(context, consent.networkId)}
        rightsContact={application.settings.legal.privacy}
      />
    ) : (
      <AnsweredPage reader={reader} consent={consent} />
    ),
  })
  return (
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'private, no-store')
      .header('x-robots-tag', 'noindex')
      // The address lets one answer: no other page may learn it.
      .header('referrer-policy', 'no-referrer')
      .send(html)
  )
}

function tokenOf(request: FastifyRequest): string {
  return parameterOf(request.params, 'token') ?? ''
}
