import type { FastifyInstance } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { fieldError } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { addNetworkAction } from '../../../directory/picking/index.ts'
import { readAdvisedRequest } from '../call.ts'
import { isClosed } from '../expectation.ts'
import { notifyAsked } from '../mails.ts'
import { drawExpectation } from '../page.tsx'
import { paths } from '../paths.ts'
import { findRequest } from '../requests.queries.ts'
import { nameContact } from './commands.ts'
import { contactForm } from './schema.ts'

/** A member of which nobody has an account is asked by mail, and answers by a link. */
export function addContactRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { ...neverKept, ...limits.mail })
  addNetworkAction(pages, '/:language/:network/expectations/:slug/contacts', {
    open: readAdvisedRequest,
    schema: contactForm,
    again: (asked, contact) => drawExpectation(asked, { contact }),
    save: async (asked, contact) => {
      const { writing, reader, network, expectation, requests } = asked
      const of = requests.find(({ id }) => id === contact.request) ?? notFound('request')
      if (isClosed(expectation)) return [fieldError('', 'partners.error.closed')]
      await inTransaction(writing, async (inside) => {
        await nameContact(inside, expectation, of, contact)
        const named = await findRequest(inside, expectation.id, of.id)
        const key = of.relay === null ? 'addressed' : 'relayed'
        await notifyAsked({ ...asked, writing: inside }, expectation, key, [named])
      })
      return paths.after(reader, network.slug, expectation.slug, 'invited')
    },
  })
}
