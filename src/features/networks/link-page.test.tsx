import formbody from '@fastify/formbody'
import fastify, { type FastifyInstance } from 'fastify'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { buildNetwork } from '../../../test/support/build-network.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { pageWords } from '../../../test/support/page-words.ts'
import { pagesOf } from '../../platform/http/visit.ts'
import { addErasure, loadLinkRequest, redirectAfterPost, renderEnded } from './link-page.tsx'

const place = '/:language/:network/things/:token'
const link = 'things/0a1b'
let testApp: TestApp
let app: FastifyInstance
let at: string
/** Whether each erasure was done within a transaction. */
let erased: boolean[]
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  at = `/fr/${(await buildNetwork(testApp.context)).slug}`
  return testApp.close
})
beforeEach(async () => {
  erased = []
  app = fastify()
  await app.register(formbody)
  const pages = pagesOf(app, testApp.application)
  pages.get(place, loadLinkRequest, ({ reply, token, address }) => reply.send({ token, address }))
  pages.post(`${place}/change`, loadLinkRequest, ({ reply, address }) =>
    redirectAfterPost(reply, `${address}?done=changed`),
  )
  pages.get(`${place}/ended`, loadLinkRequest, (asked) =>
    renderEnded(asked, {
      status: 410,
      title: 'Votre envoi',
      text: 'Ce lien a déjà servi.',
      next: { href: '/lost', label: 'Lien perdu' },
    }),
  )
  addErasure(pages, place, {
    open: loadLinkRequest,
    goes: 'agenda.polled.erasure.goes',
    stays: 'agenda.polled.erasure.stays',
    erase: async ({ writing }) => erased.push(writing.database.isTransaction),
    erased: () => ({ title: 'Vos données', text: 'Tout est effacé.' }),
  })
  return () => app.close()
})

const secret = {
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  'cache-control': 'private, no-store',
}
const post = (url: string, payload = '') =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload,
  })

test('a request by a secret link knows the secret, and the address of the page without what was added', async () => {
  const answer = await app.inject(`${at}/${link}?done=changed`)
  expect(answer.json()).toEqual({ token: '0a1b', address: `${at}/${link}` })
  const { statusCode, headers } = await post(`${at}/${link}/change`)
  expect([statusCode, headers.location]).toEqual([303, `${at}/${link}?done=changed`])
  expect(headers['referrer-policy']).toBe('no-referrer')
})

test('a link that leads nowhere says why, and where to go on; no other site and no cache learns its address', async () => {
  const answer = await app.inject(`${at}/${link}/ended`)
  expect(answer.statusCode).toBe(410)
  expect(answer.headers).toMatchObject(secret)
  expect(answer.body).toContain('<h1>Votre envoi</h1>')
  expect(answer.body).toContain(
    '<p>Ce lien a déjà servi.</p><p><a class="button" href="/lost">Lien perdu</a></p>',
  )
})

test('an erasure is asked about first, with what goes and what stays, and done at the second press', async () => {
  const question = await post(`${at}/${link}/erasure`)
  expect([question.statusCode, erased]).toEqual([200, []])
  expect(question.headers).toMatchObject(secret)
  expect(question.body).toContain(`action="${at}/${link}/erasure"`)
  expect(question.body).toContain(`<a class="button" href="${at}/${link}">`)
  const t = testApp.application.translate('fr')
  for (const key of ['agenda.polled.erasure.goes', 'agenda.polled.erasure.stays'] as const)
    expect(pageWords(question.body)).toContain(pageWords(t(key)))
  const done = await post(`${at}/${link}/erasure`, 'sure=yes')
  expect([done.statusCode, erased]).toEqual([200, [true]])
  expect(done.headers).toMatchObject(secret)
  expect(pageWords(done.body)).toContain('Tout est effacé.')
})
