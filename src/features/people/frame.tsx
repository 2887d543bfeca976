import type { FastifyReply } from 'fastify'
import type { Application } from '../../platform/http/application.ts'
import type { PageRequest } from '../../platform/http/page-request.ts'
import type { Pages } from '../../platform/http/visit.ts'
import type { Reader } from '../../platform/i18n/reader.ts'
import { addForm, type FormAction, type FormPlace } from '../../ui/form/form-page.tsx'
import { type SitePage, sitePage } from '../../ui/shell/site-page.tsx'

/** Sends a private page about one person: neither cached nor indexed. */
export function sendOwnPage(
  application: Application,
  reply: FastifyReply,
  reader: Reader,
  rendered: Omit<SitePage, 'noindex' | 'width'>,
): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(sitePage(application, reader, { ...rendered, noindex: true, width: 'reading' }))
}

/** For a page whose address signs a person in: no other page may learn it. */
export function hideAddress(reply: FastifyReply): void {
  reply.header('referrer-policy', 'no-referrer')
}

/** Adds a form to a page about one person. `path` is that of the page, without its language. */
export function addOwnAction<V extends PageRequest, T>(
  pages: Pages,
  { path, address }: { path: string; address: string },
  form: FormAction<V, T, null>,
): void {
  const place: FormPlace<PageRequest, null> = {
    // The reply already has its status, since some outcomes have one of their own.
    send: ({ application, reply, reader }, { title, description, children }) =>
      sendOwnPage(application, reply, reader, { title, description, path, children }),
    goOn: ({ reply }, to) => reply.redirect(to, 303),
    pick: async () => ({ choices: null, errors: [] }),
  }
  addForm(place, pages, address, form)
}
