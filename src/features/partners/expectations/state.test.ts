import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buildExpectationFixture,
  type ExpectationFixture,
} from '../../../../test/support/expectation-fixture.ts'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { lastMailTo } from '../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import type { SignedIn } from '../../../../test/support/sign-in.ts'

let testApp: TestApp
let fixture: ExpectationFixture
let coordinator: SignedIn

beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  fixture = await buildExpectationFixture(testApp)
  coordinator = await fixture.coordinate()
})
afterAll(() => testApp.close())

const part = { answer: 'partly', reason: 'size' }
const words = async (address: string, browser: Pick<SignedIn, 'get'> = coordinator) =>
  pageWords((await browser.get(address)).body)
const api = async (path: string) =>
  (
    await testApp.get(`/api/v1/networks/${fixture.network.slug}${path}`, { accept: 'application/json' })
  ).json()

describe('what is answered in part alone', () => {
  let path = ''
  let title = ''
  beforeAll(async () => {
    path = await fixture.state({ confidentiality: 'public' })
    title = fixture.lastTitle()
    await fixture.answer(path, fixture.asked, part, fixture.member)
  })

  test('is taken up in part: on its page, in the list, by its filter and in the figures', async () => {
    expect(await words(path)).toMatch(/État reprise en partie .*Reprise par Alpha \(en partie\)/)
    const listed = async (status: string) => (await words(`${fixture.list}?status=${status}`)).includes(title)
    expect([await listed('taken_up_in_part'), await listed('taken_up'), await listed('open')]).toEqual([
      true,
      false,
      true,
    ])
    expect(await words(`${fixture.list}?status=taken_up_in_part`)).toContain(`${title} vieillissement`)
    expect(await words(`${fixture.list}/overview`)).toContain('1 reprise en partie')
    expect(await words(path.replace('/fr/', '/ko/'))).toContain('일부 수락')
    expect(await words(path.replace('/fr/', '/en/'))).toContain('taken up in part')
  })

  test('waits for the secretariat: the rest is put to others, or it is closed', async () => {
    const [, waiting = ''] =
      /À diffuser, à rediffuser ou à clore(.*)En retard/.exec(await words(`${fixture.list}/overview`)) ?? []
    expect(waiting).toContain(title)
  })

  test('is so for programs, in the list, by itself and among what a search finds', async () => {
    const slug = path.split('/').at(-1)
    const taker = expect.objectContaining({ name: { fr: 'Alpha' }, in_part: true })
    expect((await api('/expectations?status=taken_up_in_part')).items).toEqual([
      expect.objectContaining({ slug, status: 'taken_up_in_part', taken_up_by: [taker] }),
    ])
    expect((await api('/expectations?status=taken_up')).items).toEqual([])
    expect((await api(`/search?q=${encodeURIComponent(title)}`)).items).toEqual([
      expect.objectContaining({ slug, status: 'taken_up_in_part' }),
    ])
    const { components } = (await testApp.get('/api/v1/openapi.json', { accept: 'application/json' })).json()
    expect(components.schemas.Expectation.properties.status.enum).toContain('taken_up_in_part')
  })

  test('is taken up once somebody answers all of it, who then stands first', async () => {
    await coordinator.post(`${path}/relay`, { to: 'chosen', members: fixture.able.id })
    expect(await words(path)).toContain('État diffusée aux membres')
    await fixture.answer(path, fixture.able, { answer: 'yes' }, fixture.ableMember)
    expect(await words(path)).toMatch(/État reprise .*Reprise par Bravo Alpha \(en partie\)/)
    const { items } = await api('/expectations?status=taken_up')
    expect(items[0].taken_up_by.map(({ in_part }: { in_part: boolean }) => in_part)).toEqual([false, true])
    const reply = await lastMailTo(testApp, fixture.askers.address)
    expect(reply?.text).toMatch(/UN MEMBRE REPREND L’ATTENTE .*UN MEMBRE REPREND L’ATTENTE EN PARTIE/i)
  })
})

test('parts are not added up to a whole; what the asker then closes says what it was', async () => {
  const path = await fixture.state()
  await fixture.answer(path, fixture.asked, part, fixture.member)
  await coordinator.post(`${path}/relay`, { to: 'chosen', members: fixture.able.id })
  await fixture.answer(path, fixture.able, part, fixture.ableMember)
  expect(await words(path)).toContain('État reprise en partie')
  const reply = await lastMailTo(testApp, fixture.askers.address)
  expect(reply?.text).toMatch(/2 membres reprennent l’attente en partie/i)
  expect(reply?.text).not.toMatch(/Aucun membre/i)
  const page = await fixture.askers.get(path)
  expect(pageWords(page.body)).toMatch(/2 membres reprennent l’attente en partie/)
  const [, by = ''] = /name="by" value="([0-9a-f-]{36})"/.exec(page.body) ?? []
  await fixture.askers.post(`${path}/closing`, {
    ...(await fieldsOf(fixture.askers, path)),
    outcome: 'partly',
    by,
  })
  expect(await words(path)).toMatch(/État satisfaite en partie .*Satisfaite en partie par (Alpha|Bravo)/)
  expect((await lastMailTo(testApp, fixture.ableMember.address))?.text).toContain('Satisfaite en partie par')
})
