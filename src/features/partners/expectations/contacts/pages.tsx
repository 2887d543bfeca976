import type { FastifyInstance } from 'fastify'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { fieldError } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { addNetworkAction } from '../../../directory/picking/index.ts'
import { isClosed } from '../expectation.ts'
import { renderExpectation } from '../frame.tsx'
import { notifyAsked } from '../mails.ts'
import { paths } from '../paths.ts'
import { loadAdvisedRequest } from '../request.ts'
import { findRequest } from '../requests.queries.ts'
import { nameContact } from './commands.ts'
import { contactForm } from './schema.ts'

/** A member of which nobody has an account is asked by mail, and answers by a link. */
export function addContactRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, { ...noStore, ...limits.mail })
  addNetworkAction(pages, '/:language/:network/expectations/:slug/contacts', {
    open: loadAdvisedRequest,
    schema: contactForm,
    again: (visit, contact) => renderExpectation(visit, { contact }),
    save: async (visit, contact) => {
      const { writing, reader, network, expectation, requests } = visit
      const of = requests.find(({ id }) => id === contact.request) ?? notFound('request')
      if (isClosed(expectation)) return [fieldError('', 'partners.error.closed')]
      await inTransaction(writing, async (inside) => {
        await nameContact(inside, expectation, of, contact)
        const named = await findRequest(inside, expectation.id, of.id)
        const key = of.relay === null ? 'addressed' : 'relayed'
        await notifyAsked({ ...visit, writing: inside }, expectation, key, [named])
      })
      return paths.after(reader, network.slug, expectation.slug, 'invited')
    },
  })
}
