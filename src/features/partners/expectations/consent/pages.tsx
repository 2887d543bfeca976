import type { FastifyInstance } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { fieldError } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { addNetworkAction } from '../../../directory/picking/index.ts'
import { renderExpectation } from '../frame.tsx'
import { notifyConsentAsked } from '../mails.ts'
import { paths } from '../paths.ts'
import { listAskers } from '../recipients.queries.ts'
import { type ExpectationRequest, loadAdvisedRequest, loadAskerRequest } from '../request.ts'
import { answerConsent, askForConsent, consentVerbs } from './commands.ts'
import { consentForm } from './consent-section.tsx'

/** Whether an expectation may be put to others: asked by the secretariat, said by the asker. */
export function addConsentRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { ...noStore, ...limits.mail })
  const place = '/:language/:network/expectations/:slug/consent'
  pages.post(`${place}/request`, loadAdvisedRequest, async (visit) => {
    const { reply, writing, reader, network, expectation } = visit
    const isAsked = await inTransaction(writing, async (inside) => {
      if (!(await askForConsent(inside, expectation))) return false
      await notifyConsentAsked({ ...visit, writing: inside }, expectation)
      return true
    })
    const done = isAsked ? 'consentAsked' : ''
    return reply.redirect(paths.after(reader, network.slug, expectation.slug, done), 303)
  })
  addNetworkAction(pages.with(noStore), place, {
    open: loadConsentRequest,
    schema: consentForm,
    again: (visit, consent) => renderExpectation(visit, { consent }),
    save: async ({ writing, reader, network, expectation }, { consent }) =>
      (await answerConsent(writing, expectation, consent))
        ? paths.after(reader, network.slug, expectation.slug, consentVerbs[consent])
        : [fieldError('', 'partners.error.consentLate')],
  })
}

// The secretariat speaks for an asker that cannot be reached otherwise.
async function loadConsentRequest(visit: Visit): Promise<ExpectationRequest> {
  const loaded = await loadAskerRequest(visit)
  const { writing, expectation, involvement } = loaded
  if (!involvement.isAsker && (await listAskers(writing, expectation.id)).length > 0) notFound('consent')
  return loaded
}
