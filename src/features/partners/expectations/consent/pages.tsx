import type { FastifyInstance } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { fieldError } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { addNetworkAction } from '../../../directory/picking/index.ts'
import { type ExpectationRequest, readAdvisedRequest, readAskerRequest } from '../call.ts'
import { notifyConsentAsked } from '../mails.ts'
import { drawExpectation } from '../page.tsx'
import { paths } from '../paths.ts'
import { listAskers } from '../recipients.queries.ts'
import { answerConsent, askForConsent, consentVerbs } from './commands.ts'
import { consentForm } from './schema.ts'

/** Whether an expectation may be put to others: asked by the secretariat, said by the asker. */
export function addConsentRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { ...neverKept, ...limits.mail })
  const place = '/:language/:network/expectations/:slug/consent'
  pages.post(`${place}/request`, readAdvisedRequest, async (asked) => {
    const { reply, writing, reader, network, expectation } = asked
    const isAsked = await inTransaction(writing, async (inside) => {
      if (!(await askForConsent(inside, expectation))) return false
      await notifyConsentAsked({ ...asked, writing: inside }, expectation)
      return true
    })
    const done = isAsked ? 'consentAsked' : ''
    return reply.redirect(paths.after(reader, network.slug, expectation.slug, done), 303)
  })
  addNetworkAction(pages.with(neverKept), place, {
    open: readConsentRequest,
    schema: consentForm,
    again: (asked, consent) => drawExpectation(asked, { consent }),
    save: async ({ writing, reader, network, expectation }, { consent }) =>
      (await answerConsent(writing, expectation, consent))
        ? paths.after(reader, network.slug, expectation.slug, consentVerbs[consent])
        : [fieldError('', 'partners.error.consentLate')],
  })
}

// The secretariat speaks for an asker whom nobody reaches otherwise.
async function readConsentRequest(visit: Visit): Promise<ExpectationRequest> {
  const asked = await readAskerRequest(visit)
  const { writing, expectation, involvement } = asked
  if (!involvement.isAsker && (await listAskers(writing, expectation.id)).length > 0) notFound('consent')
  return asked
}
