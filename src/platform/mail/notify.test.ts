import { afterEach, beforeAll, expect, it } from 'vitest'
import { somebody } from '../../../test/support/known-actors.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { newId } from '../context/identifier.ts'
import { inTransaction } from '../database/transaction.ts'
import { type Notification, type NotificationContext, notify, type Recipient } from './notify.ts'
import { asStoredMail, selectMails } from './stored-mail.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  return testApp.close
})
afterEach(async () => {
  await testApp.context.database.deleteFrom('platform_mail').execute()
})

const network = {
  id: newId(),
  slug: 'france-coree',
  name: { fr: 'France–Corée', ko: '한불', en: 'France–Korea' },
}
const claire = somebody({ name: 'Claire' })
const asClaire = (): NotificationContext => ({
  application: testApp.application,
  writing: { ...testApp.context, actor: claire },
  network,
})
const person = (name: string, given: Partial<Recipient> = {}): Recipient => ({
  personId: newId(),
  address: `${name}@ville.example`,
  name,
  language: 'fr',
  ...given,
})
const news: Notification<Recipient> = {
  leadsTo: (language, { name }) => `/${language}/for/${name}`,
  write: ({ to, language, network: name, reader }) => ({
    kind: 'outbox.test',
    subject: `${to.name}: ${name}`,
    body: [`${language} ${reader.today}`],
    action: 'go',
  }),
}

async function listWritten() {
  const rows = await selectMails(testApp.context.database).orderBy('mail_id').execute()
  return rows.map(asStoredMail)
}

const listSubjects = async () => (await listWritten()).map(({ subject }) => subject)

it('writes to each in their language, in English where the interface does not speak it, and leads them there', async () => {
  await notify(asClaire(), [person('minji', { language: 'ko' }), person('petr', { language: 'cs' })], news)
  const mails = (await listWritten()).map(
    ({ toAddress, toName, language, networkId, isSecret, subject, body }) => ({
      toAddress,
      toName,
      language,
      networkId,
      isSecret,
      subject,
      body,
    }),
  )
  const { today } = testApp.context
  const { baseUrl } = testApp.application.settings
  const expected = (name: string, language: string, subject: string) => ({
    toAddress: `${name}@ville.example`,
    toName: name,
    language,
    networkId: network.id,
    isSecret: false,
    subject,
    body: [
      { kind: 'paragraph', text: `${language} ${today}` },
      { kind: 'action', label: 'go', address: `${baseUrl}/${language}/for/${name}` },
    ],
  })
  expect(mails).toEqual([
    expected('minji', 'ko', 'minji: 한불'),
    expected('petr', 'en', 'petr: France–Korea'),
  ])
})

it('writes to the same person once, in the order in which they were first named', async () => {
  const twice = person('anne')
  await notify(asClaire(), [twice, person('bruno'), { ...twice, name: 'anne again' }], news)
  expect(await listSubjects()).toEqual(['anne again: France–Corée', 'bruno: France–Corée'])
})

it('writes to whoever is listed twice as often as listed, where asked to', async () => {
  const twice = person('anne')
  await notify(asClaire(), [twice, person('bruno'), twice], { ...news, includesRepeats: true })
  expect(await listSubjects()).toEqual(['anne: France–Corée', 'bruno: France–Corée', 'anne: France–Corée'])
})

it('writes to the same address once where nobody has an account, and to two people who share one', async () => {
  const address = 'mairie@ville.example'
  await notify(
    asClaire(),
    [
      person('one', { personId: null, address }),
      person('two', { personId: null, address }),
      person('three', { address }),
      person('four', { address }),
    ],
    news,
  )
  expect(await listSubjects()).toEqual(['two: France–Corée', 'three: France–Corée', 'four: France–Corée'])
})

it('does not write to the person who acts', async () => {
  await notify(asClaire(), [person('claire', { personId: claire.personId }), person('bruno')], news)
  expect(await listSubjects()).toEqual(['bruno: France–Corée'])
})

it('writes to the person who acts too, where asked to', async () => {
  const recipients = [person('claire', { personId: claire.personId }), person('bruno')]
  await notify(asClaire(), recipients, { ...news, includesActor: true })
  expect(await listSubjects()).toEqual(['claire: France–Corée', 'bruno: France–Corée'])
})

it('writes to visitors when nobody who has an account acts', async () => {
  const { application, writing } = asClaire()
  const anonymous = { application, writing: { ...writing, actor: { kind: 'anonymous' as const } }, network }
  await notify(
    anonymous,
    [person('claire', { personId: claire.personId }), person('guest', { personId: null })],
    news,
  )
  expect(await listSubjects()).toEqual(['claire: France–Corée', 'guest: France–Corée'])
})

it('keeps what bears a link of somebody without an account out of the outbox of the network, and secret', async () => {
  await notify(
    asClaire(),
    [person('guest', { personId: null }), { address: 'a@b.example', name: 'a', language: 'fr' }],
    {
      ...news,
      write: () => ({ kind: 'outbox.test', subject: 'x', isSecret: false, body: [] }),
    },
  )
  expect((await listWritten()).map(({ networkId, isSecret }) => ({ networkId, isSecret }))).toEqual([
    { networkId: null, isSecret: true },
    { networkId: network.id, isSecret: false },
  ])
})

it('has no button where it leads nowhere', async () => {
  await notify(asClaire(), [person('bruno')], { ...news, leadsTo: () => null })
  expect((await listWritten()).map(({ body }) => body)).toEqual([
    [{ kind: 'paragraph', text: `fr ${testApp.context.today}` }],
  ])
})

it('is kept or lost with the change that it tells of', async () => {
  const failing = inTransaction(testApp.context, async (inside) => {
    await notify({ ...asClaire(), writing: inside }, [person('bruno')], news)
    throw new Error('the change fails')
  })
  await expect(failing).rejects.toThrow('the change fails')
  expect(await listSubjects()).toEqual([])
})
