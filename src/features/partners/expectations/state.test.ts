import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  buildExpectationGround,
  type ExpectationGround,
} from '../../../../test/support/expectation-ground.ts'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { lastMailTo } from '../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import type { SignedIn } from '../../../../test/support/sign-in.ts'

let house: TestApp
let ground: ExpectationGround
let coordinator: SignedIn

beforeAll(async () => {
  house = await openTestApp({ directory: 'none' })
  ground = await buildExpectationGround(house)
  coordinator = await ground.coordinate()
})
afterAll(() => house.close())

const part = { answer: 'partly', reason: 'size' }
const words = async (address: string, browser: Pick<SignedIn, 'get'> = coordinator) =>
  pageWords((await browser.get(address)).body)
const api = async (path: string) =>
  (await house.get(`/api/v1/networks/${ground.network.slug}${path}`, { accept: 'application/json' })).json()

describe('what is answered in part alone', () => {
  let path = ''
  let title = ''
  beforeAll(async () => {
    path = await ground.state({ confidentiality: 'public' })
    title = ground.lastTitle()
    await ground.answer(path, ground.asked, part, ground.member)
  })

  test('is taken up in part: on its page, in the list, by its filter and in the figures', async () => {
    expect(await words(path)).toMatch(/État reprise en partie .*Reprise par Alpha \(en partie\)/)
    const listed = async (status: string) => (await words(`${ground.list}?status=${status}`)).includes(title)
    expect([await listed('taken_up_in_part'), await listed('taken_up'), await listed('open')]).toEqual([
      true,
      false,
      true,
    ])
    expect(await words(`${ground.list}?status=taken_up_in_part`)).toContain(`${title} vieillissement`)
    expect(await words(`${ground.list}/overview`)).toContain('1 reprise en partie')
    expect(await words(path.replace('/fr/', '/ko/'))).toContain('일부 수락')
    expect(await words(path.replace('/fr/', '/en/'))).toContain('taken up in part')
  })

  test('waits for the secretariat: the rest is put to others, or it is closed', async () => {
    const [, waiting = ''] =
      /À diffuser, à rediffuser ou à clore(.*)En retard/.exec(await words(`${ground.list}/overview`)) ?? []
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
    const { components } = (await house.get('/api/v1/openapi.json', { accept: 'application/json' })).json()
    expect(components.schemas.Expectation.properties.status.enum).toContain('taken_up_in_part')
  })

  test('is taken up once somebody answers all of it, who then stands first', async () => {
    await coordinator.post(`${path}/relay`, { to: 'chosen', members: ground.able.id })
    expect(await words(path)).toContain('État diffusée aux membres')
    await ground.answer(path, ground.able, { answer: 'yes' }, ground.ableMember)
    expect(await words(path)).toMatch(/État reprise .*Reprise par Bravo Alpha \(en partie\)/)
    const { items } = await api('/expectations?status=taken_up')
    expect(items[0].taken_up_by.map(({ in_part }: { in_part: boolean }) => in_part)).toEqual([false, true])
    const reply = await lastMailTo(house, ground.askers.address)
    expect(reply?.text).toMatch(/UN MEMBRE REPREND L’ATTENTE .*UN MEMBRE REPREND L’ATTENTE EN PARTIE/i)
  })
})

test('parts are not added up to a whole; what the asker then closes says what it was', async () => {
  const path = await ground.state()
  await ground.answer(path, ground.asked, part, ground.member)
  await coordinator.post(`${path}/relay`, { to: 'chosen', members: ground.able.id })
  await ground.answer(path, ground.able, part, ground.ableMember)
  expect(await words(path)).toContain('État reprise en partie')
  const reply = await lastMailTo(house, ground.askers.address)
  expect(reply?.text).toMatch(/2 membres reprennent l’attente en partie/i)
  expect(reply?.text).not.toMatch(/Aucun membre/i)
  const page = await ground.askers.get(path)
  expect(pageWords(page.body)).toMatch(/2 membres reprennent l’attente en partie/)
  const [, by = ''] = /name="by" value="([0-9a-f-]{36})"/.exec(page.body) ?? []
  await ground.askers.post(`${path}/closing`, {
    ...(await fieldsOf(ground.askers, path)),
    outcome: 'partly',
    by,
  })
  expect(await words(path)).toMatch(/État satisfaite en partie .*Satisfaite en partie par (Alpha|Bravo)/)
  expect((await lastMailTo(house, ground.ableMember.address))?.text).toContain('Satisfaite en partie par')
})
