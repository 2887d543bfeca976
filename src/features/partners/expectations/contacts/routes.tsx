import type { FastifyInstance } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { fieldError, readForm, readValues } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { readAdvisedRequest } from '../call.ts'
import { isClosed } from '../expectation.ts'
import { tellAsked } from '../notices/commands.ts'
import { drawExpectation } from '../page.tsx'
import { paths } from '../paths.ts'
import { findRequest } from '../requests/queries.ts'
import { nameContact } from './commands.ts'
import { contactForm } from './schema.ts'

// Each writes to a stranger.
const mailing = { rateLimit: { max: 60, timeWindow: '1 hour' } }

/** A member of which nobody has an account is asked by mail, and answers by a link. */
export function addContactRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { ...neverKept, config: mailing })
  const place = '/:language/:network/expectations/:slug/contacts'
  pages.post(place, readAdvisedRequest, async (asked) => {
    const { request, reply, writing, reader, network, expectation, requests } = asked
    const form = readForm(contactForm, readValues(request.body))
    if (!form.valid) return drawExpectation(asked, { ...form, form: 'contact' })
    const of = requests.find(({ id }) => id === form.data.request) ?? notFound('request')
    if (isClosed(expectation)) {
      const errors = [fieldError('', 'partners.error.closed')]
      return drawExpectation(asked, {
        values: form.values,
        errors,
        form: 'contact',
      })
    }
    await inTransaction(writing, async (inside) => {
      await nameContact(inside, expectation, of, form.data)
      const named = await findRequest(inside, expectation.id, of.id)
      const key = of.relay === null ? 'addressed' : 'relayed'
      await tellAsked({ application, writing: inside, network }, expectation, key, [named])
    })
    return reply.redirect(paths.after(reader, network.slug, expectation.slug, 'invited'), 303)
  })
}
