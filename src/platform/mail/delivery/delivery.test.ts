import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { readMailbox, sampleMail } from '../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { readMime } from '../../../../test/support/read-mime.ts'
import { type StandInMailServer, startMailServer } from '../../../../test/support/smtp-server.ts'
import { inTransaction } from '../../database/transaction.ts'
import { sendMail } from '../send-mail.ts'
import { asStoredMail, selectMails } from '../stored-mail.ts'
import { createDeliverer, startDelivery } from './delivery-loop.ts'
import { openSending } from './sending.ts'

let testApp: TestApp
let server: StandInMailServer
beforeAll(async () => {
  testApp = await openTestApp({
    directory: 'none',
    standsStill: 'pauses between attempts are told to the minute',
    settings: { BASE_URL: 'https://entente.example', MAIL_FROM: 'Entente <no-reply@entente.example>' },
  })
  return testApp.close
})
beforeEach(async () => {
  server = await startMailServer()
})
afterEach(async () => {
  testApp.clock.moveTo('2026-11-02T09:00:00Z')
  await server.close()
  await testApp.context.database.deleteFrom('platform_mail').execute()
})

const send = (given = {}) => sendMail(testApp.context, sampleMail(given))

async function deliver(): Promise<number> {
  const deliverer = createDeliverer(
    testApp.application,
    openSending(testApp.application.settings, server.url),
  )
  try {
    return await deliverer.deliverDue()
  } finally {
    deliverer.stop()
  }
}

async function readOne() {
  return asStoredMail(await selectMails(testApp.context.database).executeTakeFirstOrThrow())
}

it('keeps a mail with the change that asks for it, and loses it with the change', async () => {
  await inTransaction(testApp.context, (inside) => sendMail(inside, sampleMail({ subject: 'kept' })))
  const failed = inTransaction(testApp.context, async (inside) => {
    await sendMail(inside, sampleMail({ subject: 'lost' }))
    throw new Error('taken back')
  })
  await expect(failed).rejects.toThrow('taken back')
  expect((await readMailbox(testApp)).map(({ subject }) => subject)).toEqual(['kept'])
})

it('delivers the mail with these headers, to the envelope’s recipient, once', async () => {
  const id = await send({ replyTo: 'secretariat@groupe.example' })
  expect(await deliver()).toBe(1)
  expect(await deliver()).toBe(0)
  expect(server.received.map(({ from, to }) => ({ from, to }))).toEqual([
    { from: 'no-reply@entente.example', to: ['claire@ville.example'] },
  ])
  const { headers, parts } = readMime(server.received[0]!.raw)
  const { 'content-type': [type] = [], ...others } = headers
  expect(others).toEqual({
    from: ['Entente <no-reply@entente.example>'],
    to: ['Claire Martin <claire@ville.example>'],
    'reply-to': ['secretariat@groupe.example'],
    subject: ['Votre lien de connexion'],
    'message-id': [`<${id}@entente.example>`],
    date: ['Mon, 02 Nov 2026 09:00:00 +0000'],
    'auto-submitted': ['auto-generated'],
    'content-language': ['fr'],
    'mime-version': ['1.0'],
  })
  expect(type).toMatch(/^multipart\/alternative;/)
  expect(Object.keys(parts)).toEqual(['text/plain', 'text/html'])
  expect(parts['text/plain']).toBe((await readMailbox(testApp))[0]!.text)
  expect(parts['text/html']).toContain('href="https://entente.example/fr/sign-in?token=abc"')
  expect(await readOne()).toMatchObject({ attempts: 1, nextAttemptAt: null, lastError: null, failedAt: null })
  expect((await readOne()).sentAt).toEqual(new Date('2026-11-02T09:00:00Z'))
})

it('tells mail programs how to leave a list', async () => {
  await send({
    list: {
      id: 'newsletter.france-coree',
      name: 'Lettre du groupe',
      unsubscribeAddress: 'https://entente.example/u/abc',
    },
  })
  await deliver()
  expect(readMime(server.received[0]!.raw).headers).toMatchObject({
    'list-id': ['"Lettre du groupe" <newsletter.france-coree.entente.example>'],
    'list-unsubscribe': ['<https://entente.example/u/abc>'],
    'list-unsubscribe-post': ['List-Unsubscribe=One-Click'],
  })
})

it.each([
  ['a refusal for the moment', { refuse: 451, words: 'Greylisted, try later', at: 'recipient' as const }],
  [
    'a refusal of the message for the moment',
    { refuse: 452, words: 'Too many mails', at: 'message' as const },
  ],
  ['a connection that is cut', 'close' as const],
])('tries again after %s, with growing pauses', async (_, behaviour) => {
  await send()
  server.behave(behaviour)
  const pauses: number[] = []
  for (let round = 0; round < 3; round++) {
    expect(await deliver()).toBe(1)
    expect(await deliver()).toBe(0)
    const { nextAttemptAt, lastError } = await readOne()
    if (typeof behaviour === 'object') expect(lastError).toBe(`${behaviour.refuse} ${behaviour.words}`)
    else expect(lastError).toMatch(/\S/)
    pauses.push((nextAttemptAt!.getTime() - testApp.clock.now().epochMilliseconds) / 60_000)
    testApp.clock.advance({ minutes: pauses.at(-1)! })
  }
  expect(pauses).toEqual([1, 4, 16])
  server.behave('accept')
  await deliver()
  expect(server.received).toHaveLength(1)
  expect(await readOne()).toMatchObject({ attempts: 4, lastError: null, failedAt: null })
})

it('ends as failed, in the words of the server, after a refusal for good', async () => {
  await send()
  server.behave({ refuse: 550, words: 'No such user here', at: 'recipient' })
  await deliver()
  expect(await readOne()).toMatchObject({
    attempts: 1,
    lastError: '550 No such user here',
    nextAttemptAt: null,
    sentAt: null,
    failedAt: new Date('2026-11-02T09:00:00Z'),
  })
  server.behave('accept')
  testApp.clock.advance({ hours: 48 })
  expect(await deliver()).toBe(0)
})

it('does not give a mail up because the server refuses us: our password may be mended', async () => {
  await send()
  server.behave({ refuse: 530, words: 'Authentication required', at: 'recipient' })
  await deliver()
  expect(await readOne()).toMatchObject({ failedAt: null, lastError: '530 Authentication required' })
})

it('gives up a mail that is of no use any more, and sends none that waited too long', async () => {
  const uselessAt = testApp.clock.now().add({ minutes: 10 })
  await send({ uselessAt })
  testApp.clock.advance({ minutes: 11 })
  await deliver()
  expect(server.received).toEqual([])
  expect((await readOne()).failedAt).toEqual(new Date('2026-11-02T09:11:00Z'))
})

it('delivers what a deliverer had claimed that died, once its claim has ended', async () => {
  await send()
  server.behave('hang')
  const dead = createDeliverer(testApp.application, openSending(testApp.application.settings, server.url))
  const hanging = dead.deliverDue()
  await expect.poll(() => server.attempts).toBe(1)
  server.behave('accept')
  expect(await deliver()).toBe(0)
  testApp.clock.advance({ minutes: 5 })
  expect(await deliver()).toBe(1)
  expect(server.received).toHaveLength(1)
  // What the first one hears at last changes nothing.
  await server.close()
  await hanging
  dead.stop()
  expect((await readOne()).sentAt).toEqual(new Date('2026-11-02T09:05:00Z'))
  expect((await readOne()).lastError).toBeNull()
})

it('sends none twice in one process, however far its clock jumps while they are on their way', async () => {
  const subjects = Array.from({ length: 12 }, (_, number) => `Message ${number}`)
  for (const subject of subjects) await send({ subject })
  await server.close()
  server = await startMailServer({
    onMailFrom: (_address, _session, answer) => {
      testApp.clock.advance({ minutes: 7 })
      answer()
    },
  })
  await deliver()
  const delivered = server.received.map(({ raw }) => readMime(raw).headers.subject?.[0])
  expect(delivered.toSorted()).toEqual(subjects.toSorted())
})

it('delivers each of two hundred mails once, with two deliverers at work', async () => {
  const subjects = Array.from({ length: 200 }, (_, number) => `Message ${number}`)
  for (const subject of subjects) await send({ subject })
  const deliverers = [1, 2].map(() =>
    createDeliverer(testApp.application, openSending(testApp.application.settings, server.url)),
  )
  const tried = await Promise.all(deliverers.map((each) => each.deliverDue()))
  for (const each of deliverers) each.stop()
  const delivered = server.received.map(({ raw }) => readMime(raw).headers.subject?.[0])
  expect(delivered.toSorted()).toEqual(subjects.toSorted())
  expect(tried[0]! + tried[1]!).toBe(200)
  expect(Math.min(...tried)).toBeGreaterThan(0)
})

it('finds by itself, within seconds, what was committed', async () => {
  const delivery = startDelivery({
    ...testApp.application,
    settings: { ...testApp.application.settings, smtpUrl: server.url },
  })
  await send()
  await expect.poll(() => server.received.length).toBe(1)
  await delivery.stop()
  await send()
  await new Promise((resolve) => setTimeout(resolve, 2500))
  expect(server.received).toHaveLength(1)
})

it('sends nothing to the people of the exercise, whom nobody is, and tries no server', async () => {
  await send({ to: { address: 'desk@Kkumsok.exercise.example' } })
  await send({ to: { address: 'desk@exercise.example' } })
  await send({ to: { address: 'claire@notexercise.example' } })
  await deliver()
  expect(server.received.map(({ to }) => to)).toEqual([['claire@notexercise.example']])
  const failed = await selectMails(testApp.context.database).where('failed_at', 'is not', null).execute()
  expect(failed.map(({ lastError }) => lastError)).toEqual([
    'Nobody has this address: it is invented',
    'Nobody has this address: it is invented',
  ])
})
