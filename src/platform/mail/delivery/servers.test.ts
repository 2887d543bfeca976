import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { sampleMail } from '../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { type StandInMailServer, startMailServer } from '../../../../test/support/smtp-server.ts'
import { readSettings } from '../../settings/settings.ts'
import { sendMail } from '../send-mail.ts'
import { asStoredMail, selectMails } from '../stored-mail.ts'
import { createDeliverer, type Deliverer } from './delivery-loop.ts'
import { openSending } from './sending.ts'

let testApp: TestApp
let first: StandInMailServer
let second: StandInMailServer
let ms = 0
const open: Deliverer[] = []
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none', settings: { BASE_URL: 'https://entente.example' } })
  return testApp.close
})
beforeEach(async () => {
  ms = 0
  first = await startMailServer()
  second = await startMailServer()
})
afterEach(async () => {
  for (const each of open.splice(0)) each.stop()
  testApp.clock.moveTo('2026-11-02T09:00:00Z')
  await Promise.all([first.close(), second.close()])
  await testApp.context.database.deleteFrom('platform_mail').execute()
})

function createOne(urls: string, MAIL_RATES = ''): Deliverer {
  const { mailRates } = readSettings({ MAIL_RATES })
  const settings = { ...testApp.application.settings, mailRates }
  const deliverer = createDeliverer(
    testApp.application,
    openSending(settings, urls, () => ms),
  )
  open.push(deliverer)
  return deliverer
}

async function write(count: number, domain = 'ville.example') {
  for (let at = 0; at < count; at++)
    await sendMail(testApp.context, sampleMail({ to: { address: `reader${at}@${domain}` } }))
}

/** Lets time go by on both clocks. */
function wait(minutes: number) {
  ms += minutes * 60_000
  testApp.clock.advance({ seconds: minutes * 60 })
}

async function states() {
  const rows = await selectMails(testApp.context.database).execute()
  return rows.map(asStoredMail)
}

it('uses the first server alone as long as it takes mails', async () => {
  await write(8)
  await createOne(`${first.url} ${second.url}`).deliverDue()
  expect([first.received.length, second.received.length]).toEqual([8, 0])
})

it('sends by the second server at once when the first is down, and asks the first again after a rest', async () => {
  const port = Number(new URL(first.url).port)
  await first.close()
  const deliverer = createOne(`${first.url} ${second.url}`)
  await write(12)
  await deliverer.deliverDue()
  expect(second.received).toHaveLength(12)
  expect((await states()).every(({ attempts, lastError }) => attempts === 1 && lastError === null)).toBe(true)
  first = await startMailServer({}, port)
  await write(1)
  await deliverer.deliverDue()
  expect([first.received.length, second.received.length]).toEqual([0, 13])
  wait(1)
  await write(1)
  await deliverer.deliverDue()
  expect([first.received.length, second.received.length]).toEqual([1, 13])
})

it('gives a mail to the second server when the first does not want us', async () => {
  first.behave({ refuse: 530, words: 'Authentication required', at: 'recipient' })
  await write(1)
  await createOne(`${first.url} ${second.url}`).deliverDue()
  expect(second.received).toHaveLength(1)
})

it('leaves alone a server that is down, and counts no attempts meanwhile', async () => {
  await first.close()
  const deliverer = createOne(first.url)
  await write(20)
  await deliverer.deliverDue()
  expect((await states()).filter(({ attempts }) => attempts > 0)).toHaveLength(5)
  expect(await deliverer.deliverDue()).toBe(0)
})

it('lets a server rest that tells everybody to come back later', async () => {
  first.behave({ refuse: 451, words: 'Later', at: 'recipient' })
  for (const domain of ['a.example', 'b.example', 'c.example', 'd.example', 'e.example'])
    await write(2, domain)
  const deliverer = createOne(`${first.url} ${second.url}`)
  await deliverer.deliverDue()
  expect(first.attempts).toBe(5)
  expect(second.received).toHaveLength(5)
  wait(5)
  first.behave('accept')
  await deliverer.deliverDue()
  expect(first.received.length + second.received.length).toBe(10)
})

it('asks a domain that answers 421 for ever more and more seldom, and holds up nobody else', async () => {
  const refusing = await startMailServer({
    onRcptTo: ({ address }, _session, answer) => {
      if (!address.endsWith('@never.example')) return answer()
      refusals++
      answer(Object.assign(new Error('Try again later'), { responseCode: 421 }))
    },
  })
  let refusals = 0
  try {
    const deliverer = createOne(refusing.url)
    await write(30, 'never.example')
    await write(30)
    await deliverer.deliverDue()
    expect(refusing.received).toHaveLength(30)
    expect(refusals).toBeLessThanOrEqual(5)
    // A day, minute by minute: rests of 1, 4, 16, 64, 256 minutes …
    for (let minute = 0; minute < 24 * 60; minute++) {
      wait(1)
      await deliverer.deliverDue()
    }
    expect(refusals).toBeLessThanOrEqual(8 * 5)
    expect((await states()).filter(({ sentAt }) => sentAt === null)).toHaveLength(30)
    await write(1, 'late.example')
    await deliverer.deliverDue()
    expect(refusing.received).toHaveLength(31)
  } finally {
    await refusing.close()
  }
}, 60_000)

it('keeps to the rate of a domain, and loses nothing of what waits', async () => {
  const deliverer = createOne(first.url, 'slow.example=60/min')
  await write(12, 'slow.example')
  await write(12)
  await deliverer.deliverDue()
  // Five seconds are saved up.
  expect(first.received).toHaveLength(12 + 5)
  for (let second = 1; second <= 7; second++) {
    wait(1 / 60)
    await deliverer.deliverDue()
    expect(first.received).toHaveLength(12 + 5 + second)
  }
  expect((await states()).every(({ attempts, sentAt }) => attempts === 1 && sentAt !== null)).toBe(true)
})

it('keeps to the rate of a server, and gives the next one the rest', async () => {
  const { hostname } = new URL(first.url)
  await write(12)
  await createOne(
    `${first.url} ${second.url.replace('127.0.0.1', 'localhost')}`,
    `smtp:${hostname}=1/s`,
  ).deliverDue()
  expect([first.received.length, second.received.length]).toEqual([5, 7])
})

it('neither loses nor repeats anything when the clock jumps', async () => {
  const deliverer = createOne(first.url)
  for (const instant of ['2026-11-04T09:00:00Z', '2026-11-01T09:00:00Z', '2026-11-03T12:00:00Z']) {
    await write(10)
    const delivering = deliverer.deliverDue()
    await expect.poll(() => first.attempts).toBeGreaterThan(0)
    testApp.clock.moveTo(instant)
    await delivering
  }
  testApp.clock.moveTo('2026-11-05T12:00:00Z')
  await deliverer.deliverDue()
  const ids = first.received.map(({ raw }) => /^Message-ID: (.*)$/im.exec(raw.toString())?.[1])
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids).toHaveLength(30)
  expect((await states()).every(({ sentAt }) => sentAt !== null)).toBe(true)
})
