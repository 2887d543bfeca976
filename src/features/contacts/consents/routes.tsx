import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../../../platform/http/application.ts'
import { readPageRequest } from '../../../platform/http/page-request.ts'
import { pagesOf, type Visit } from '../../../platform/http/visit.ts'
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
  const pages = pagesOf(app, application)
  pages.get('/:language/consent/:token', show)

  pages.post('/:language/consent/:token', async (visit) => {
    const { request } = visit
    const { context, reader } = readPageRequest(visit)
    const answer = parameterOf(request.body, 'answer')
    const decision = answer === 'accepted' || answer === 'refused' ? answer : null
    if (decision === null) return show(visit)
    try {
      const decided = { decision, language: reader.interfaceLanguage } as const
      const consent = await decideConsent(context, tokenOf(request), decided)
      return send(visit, { ...consent, state: 'decided', decision, decidedAt: null })
    } catch (error) {
      if (!(error instanceof Refusal && error.reason === 'tooLate')) throw error
      return show(visit)
    }
  })
}

async function show(visit: Visit) {
  const { request, reply } = visit
  const { context } = readPageRequest(visit)
  const consent = (await lookUpConsent(context, tokenOf(request))) ?? notFound('consent')
  if (consent.state !== 'open') reply.code(410)
  return send(visit, consent)
}

async function send(visit: Visit, consent: AskedConsent): Promise<FastifyReply> {
  const { application, request, reply } = visit
  const { context, reader } = readPageRequest(visit)
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
        consent={consent}
        token={tokenOf(request)}
        processing={await findProcessing(context, consent.networkId)}
        recipients={await listRecipients(context, consent.networkId)}
        rightsContact={application.settings.legal.privacy}
      />
    ) : (
      <AnsweredPage consent={consent} />
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
