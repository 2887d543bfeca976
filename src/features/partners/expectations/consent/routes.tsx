import type { FastifyInstance } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { fieldError, readForm, readValues } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { readAdvisedRequest, readAskerRequest } from '../call.ts'
import { tellConsentAsked } from '../notices/commands.ts'
import { drawExpectation } from '../page.tsx'
import { paths } from '../paths.ts'
import { listAskers } from '../recipients/queries.ts'
import { answerConsent, askForConsent, consentVerbs } from './commands.ts'
import { consentForm } from './schema.ts'

// Each writes to whoever speaks for the asker.
const seldom = { rateLimit: { max: 60, timeWindow: '1 hour' } }

/** Whether an expectation may be put to others: asked by the secretariat, said by the asker. */
export function addConsentRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { ...neverKept, config: seldom })
  const place = '/:language/:network/expectations/:slug/consent'
  pages.post(`${place}/request`, readAdvisedRequest, async (asked) => {
    const { reply, writing, reader, network, expectation } = asked
    const isAsked = await inTransaction(writing, async (inside) => {
      if (!(await askForConsent(inside, expectation))) return false
      await tellConsentAsked({ application, writing: inside, network }, expectation)
      return true
    })
    const done = isAsked ? 'consentAsked' : ''
    return reply.redirect(paths.after(reader, network.slug, expectation.slug, done), 303)
  })
  pages.with(neverKept).post(place, readAskerRequest, async (asked) => {
    const { request, reply, writing, reader, network, expectation, involvement } = asked
    // The secretariat speaks for an asker whom nobody reaches otherwise.
    if (!involvement.isAsker && (await listAskers(writing, expectation.id)).length > 0) notFound('consent')
    const form = readForm(consentForm, readValues(request.body))
    if (!form.valid) return drawExpectation(asked, { ...form, form: 'consent' })
    const { consent } = form.data
    if (await answerConsent(writing, expectation, consent))
      return reply.redirect(paths.after(reader, network.slug, expectation.slug, consentVerbs[consent]), 303)
    const errors = [fieldError('', 'partners.error.consentLate')]
    return drawExpectation(asked, {
      values: form.values,
      errors,
      form: 'consent',
    })
  })
}
