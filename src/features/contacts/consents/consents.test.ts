import { beforeEach, describe, expect, it } from 'vitest'
import { buildContact } from '../../../../test/support/build-contact.ts'
import { type BuiltNetwork, buildNetwork } from '../../../../test/support/build-network.ts'
import { buildOrganisation } from '../../../../test/support/build-organisation.ts'
import { readMailbox } from '../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { soonAfter } from '../../../../test/support/soon-after.ts'

let testApp: TestApp
let network: BuiltNetwork
let path: string
let coordinator: SignedIn
let french: SignedIn
const email = 'seoyun@icheon.example'

beforeEach(async () => {
  testApp = await openTestApp({ directory: 'none' })
  network = await buildNetwork(testApp.context)
  const limoges = await buildOrganisation(testApp.context)
  const icheon = await buildOrganisation(testApp.context, {
    country: 'KR',
    kind: 'si',
    level: 2,
    name: { ko: '이천시', en: 'Icheon' },
  })
  const inNetwork = { networkId: network.id }
  coordinator = await signIn(testApp, { ...inNetwork, role: 'coordinator' })
  french = await signIn(testApp, { ...inNetwork, role: 'member', organisationIds: [limoges.id] })
  path = (
    await buildContact(testApp.context, network, icheon.id, {
      name: { ko: '박서윤' },
      salutation: {},
      email,
      telephone: '+82 31 000 0000',
      residence: 'KR',
      transferBasis: 'separate_consent',
    })
  ).path
  return testApp.close
})

async function ask(): Promise<string> {
  expect((await coordinator.post(`/fr/${path}/consent`)).statusCode).toBe(303)
  const mails = (await readMailbox(testApp)).filter(({ kind }) => kind === 'contacts.consent')
  return new URL(mails.at(-1)?.links[0] ?? '').pathname
}

const consents = () =>
  testApp.context.database
    .selectFrom('contacts_consent')
    .select(['decision', 'version', 'language', 'decided_at as decidedAt'])
    .execute()

describe('somebody who lives in Korea', () => {
  it('is asked in Korean, and told everything that the answer must rest on', async () => {
    const link = await ask()
    const [mail] = await readMailbox(testApp)
    expect(mail).toMatchObject({ to: email, language: 'ko', subject: '개인정보 국외 이전 동의 요청' })
    expect(link).toMatch(/^\/ko\/consent\/[0-9a-f]{48}$/)
    const page = await testApp.get(link)
    for (const text of [
      '박서윤',
      email,
      '+82 31',
      '프랑스',
      '동의를 거부할 권리',
      '보유 및 이용 기간',
      '2029',
      '조회',
    ])
      expect(page.body, text).toContain(text)
    expect(page.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' })
    expect(page.headers['cache-control']).toContain('no-store')
    expect((await french.get(`/fr/${path}`)).body).not.toContain(email)
  })

  it('is read abroad once they accept, and the answer is kept with version, language and day', async () => {
    const link = await ask()
    const answer = await browserOf(testApp).post(link, { answer: 'accepted' })
    expect(answer.body).toContain('동의하셨음을 기록하였습니다')
    expect(await consents()).toEqual([
      {
        decision: 'accepted',
        version: '2026-1',
        language: 'ko',
        decidedAt: soonAfter('2026-11-02T09:00:00Z'),
      },
    ])
    expect((await french.get(`/fr/${path}`)).body).toContain(email)
    expect((await testApp.get(link)).statusCode).toBe(410)
    const again = await browserOf(testApp).post(link, { answer: 'refused' })
    expect(again.statusCode).toBe(410)
    expect((await french.get(`/fr/${path}`)).body).toContain(email)
  })

  it('loses every address when they refuse, and stays unseen abroad', async () => {
    const link = await ask()
    const answer = await browserOf(testApp).post(link, { answer: 'refused' })
    expect(answer.body).toContain('거부하셨음을 기록하였습니다')
    expect(await consents()).toMatchObject([{ decision: 'refused' }])
    expect(await readMailbox(testApp)).toEqual([])
    const rows = await testApp.context.database
      .selectFrom('contacts_person')
      .select(['name', 'email', 'telephone'])
      .execute()
    expect(rows).toEqual([{ name: { ko: '박서윤' }, email: null, telephone: null }])
    expect((await french.get(`/fr/${path}`)).body).not.toContain('박서윤')
    expect((await coordinator.get(`/fr/${path}`)).body).toContain('박서윤')
  })

  it('answers only by a link that is the latest, known and not lapsed', async () => {
    const first = await ask()
    const second = await ask()
    expect((await testApp.get(first)).statusCode).toBe(404)
    expect((await testApp.get('/ko/consent/no-such-token')).statusCode).toBe(404)
    expect((await browserOf(testApp).post(second, { answer: 'perhaps' })).statusCode).toBe(200)
    testApp.clock.advance({ days: 61 })
    expect((await browserOf(testApp).post(second, { answer: 'accepted' })).statusCode).toBe(410)
    expect(await consents()).toMatchObject([{ decision: null }])
  })

  it('leaves no mail behind in the outbox when they leave the post', async () => {
    await ask()
    expect(await readMailbox(testApp)).toHaveLength(1)
    await coordinator.post(`/fr/${path}/vacancy`, { since: 'octobre 2026' })
    expect(await readMailbox(testApp)).toEqual([])
  })

  it('is not asked again once they have accepted', async () => {
    await browserOf(testApp).post(await ask(), { answer: 'accepted' })
    expect((await coordinator.post(`/fr/${path}/consent`)).statusCode).toBe(409)
  })
})

describe('the record of processing', () => {
  it('is written by coordinators and read by everybody in the network', async () => {
    const page = `/fr/${network.slug}/contacts/processing`
    expect((await french.get(page)).body).toContain('Pas encore indiqué')
    const wrong = await coordinator.post(`${page}/edit`, { controller: '', retentionMonths: '600' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('entre 6 et 60')
    const saved = await coordinator.post(`${page}/edit`, {
      controller: 'Ville de Tours, 1 rue des Minimes',
      'purpose.fr.text': 'Préparer les rencontres du groupe.',
      legalBasis: 'legitimate_interest',
      retentionMonths: '24',
      'recipients.fr.text': 'Ambassade de France à Séoul',
    })
    expect(saved.statusCode).toBe(303)
    const { body } = await french.get(page)
    for (const text of [
      'Ville de Tours, 1 rue des Minimes',
      'Préparer les rencontres du groupe.',
      'Intérêt légitime',
      'Ambassade de France à Séoul',
      '17 décembre 2021',
      '28-8',
    ])
      expect(body, text).toContain(text)
    expect(body).toMatch(/24\smois/)
  })
})
