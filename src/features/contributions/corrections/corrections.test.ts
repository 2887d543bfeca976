import { afterAll, beforeAll, expect, it } from 'vitest'
import { lastMailTo, readMailbox } from '../../../../test/support/mailbox.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'
import { toDoLinesOf } from '../../../../test/support/to-do-lines.ts'
import { contributionJobs } from '../jobs.ts'

let testApp: TestApp
let coordinator: SignedIn
const tie = '/ko/france-coree/cooperations/limoges-icheon'
const queue = '/fr/france-coree/contributions'

beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  const { network_id: networkId } = await testApp.context.database
    .selectFrom('networks_network')
    .select('network_id')
    .executeTakeFirstOrThrow()
  coordinator = await signIn(testApp, { role: 'coordinator', networkId })
})
afterAll(() => testApp.close())

const reader = () => browserOf(testApp)

/** Fills in the form as a person would, half a minute after it was drawn. */
async function report(given: Record<string, string> = {}) {
  const form = (await reader().get(`${tie}/correction`)).body
  const begun = form.match(/name="begun" value="([^"]*)"/)?.[1] ?? ''
  testApp.clock.advance({ seconds: 30 })
  return reader().post(`${tie}/correction`, {
    words: '협정 체결 연도는 2015년이 아니라 2016년입니다.',
    source: '이천시 누리집',
    name: '김독자',
    address: 'reader@icheon.example',
    website: '',
    begun,
    ...given,
  })
}

async function linkOfLastMail(): Promise<string> {
  const mail = (await readMailbox(testApp)).at(-1)
  return URL.parse(mail?.links[0] ?? '')?.pathname ?? ''
}

it('a correction reported without an account waits for its confirmation by mail, in the reader’s language', async () => {
  const sent = await report()
  expect([sent.statusCode, sent.body.includes('reader@icheon.example')]).toEqual([200, true])
  const mail = (await readMailbox(testApp)).at(-1)
  expect([mail?.to, mail?.language, mail?.kind]).toEqual([
    'reader@icheon.example',
    'ko',
    'contributions.correction',
  ])
  expect((await coordinator.get(queue)).body).not.toContain('2016년입니다')
  const link = await linkOfLastMail()
  const page = await reader().get(link)
  expect(page.headers['referrer-policy']).toBe('no-referrer')
  expect((await coordinator.get(queue)).body).not.toContain('2016년입니다')
  expect((await reader().post(`${link}/confirmation`)).statusCode).toBe(303)
  expect((await coordinator.get(queue)).body).toContain('2016년입니다')
  expect(await toDoLinesOf(coordinator, 'france-coree')).toContainEqual(
    expect.stringContaining('contributions.correction'),
  )
})

it('is talked about through that link, and answered in the reader’s language', async () => {
  const link =
    (await readMailbox(testApp)).findLast(({ to }) => to === 'reader@icheon.example')?.links[0] ?? ''
  const own = URL.parse(link)?.pathname ?? ''
  const page =
    (await coordinator.get(queue)).body.match(/\/fr\/france-coree\/contributions\/[0-9a-f-]{36}/)?.[0] ?? ''
  await coordinator.post(`${page}/messages`, { text: 'Avez-vous le document ?' })
  expect((await lastMailTo(testApp, 'reader@icheon.example'))?.text).toContain('Avez-vous le document ?')
  await reader().post(`${own}/messages`, { text: '네, 보내 드리겠습니다.' })
  expect((await lastMailTo(testApp, coordinator.address))?.text).toContain('네, 보내 드리겠습니다.')
  expect((await coordinator.get(page)).body).toContain('네, 보내 드리겠습니다.')
  await coordinator.post(`${page}/decision`, { decision: 'accepted', because: 'Corrigé, merci.' })
  const answer = (await readMailbox(testApp)).at(-1)
  expect([answer?.to, answer?.language, answer?.text.includes('Corrigé, merci.')]).toEqual([
    'reader@icheon.example',
    'ko',
    true,
  ])
  expect((await reader().get(own)).body).toContain('Corrigé, merci.')
  expect((await reader().post(`${own}/messages`, { text: 'encore' })).statusCode).toBe(404)
})

it('what looks like spam is held apart, with the same answer, and can be released', async () => {
  const usual = await report({ words: '이천시의 이름이 잘못되었습니다.' })
  const trapped = await report({ words: '싼 물건을 사십시오 여러분 모두.', website: 'http://spam.example' })
  const plain = (html: string) => html.replaceAll(/value="[^"]*"/g, '')
  expect([trapped.statusCode, plain(trapped.body)]).toEqual([200, plain(usual.body)])
  await reader().post(`${await linkOfLastMail()}/confirmation`)
  expect((await coordinator.get(queue)).body).not.toContain('싼 물건')
  const held = (await coordinator.get(`${queue}?view=held`)).body
  expect(held).toContain('싼 물건')
  const page = held.match(/\/fr\/france-coree\/contributions\/[0-9a-f-]{36}/)?.[0] ?? ''
  expect((await coordinator.get(page)).body).toContain('champ invisible rempli')
  await coordinator.post(`${page}/decision`, { decision: 'released' })
  expect((await coordinator.get(queue)).body).toContain('싼 물건')
})

it('nobody’s mailbox is filled by somebody else', async () => {
  const before = (await readMailbox(testApp)).length
  for (let turn = 0; turn < 8; turn++)
    await report({ words: `여러 번 보내는 정정 요청 ${turn}`, address: 'victim@city.example' })
  expect((await readMailbox(testApp)).length - before).toBe(5)
})

it('wrong input comes back as typed; a forged link opens nothing; markup stays text', async () => {
  const wrong = await report({ address: 'nowhere', words: 'x' })
  expect(wrong.statusCode).toBe(422)
  expect(wrong.body).toContain('value="nowhere"')
  const link = await linkOfLastMail()
  expect((await reader().get(`${link}x`)).statusCode).toBe(404)
  expect((await reader().get('/ko/france-coree/corrections/none')).statusCode).toBe(404)
  await report({
    words: '<script>alert(1)</script> 잘못된 내용',
    address: 'markup@city.example',
    name: 'a\r\nBcc: b@c.example',
  })
  const mail = (await readMailbox(testApp)).at(-1)
  expect(mail?.to).toBe('markup@city.example')
  const page = await reader().get(await linkOfLastMail())
  expect(page.body).not.toContain('<script>alert')
})

it('what nobody confirms is forgotten after a week, addresses a month after the answer', async () => {
  testApp.clock.advance({ hours: 24 * 40 })
  for (const job of contributionJobs(testApp.application)) await job.run(null)
  const rows = await testApp.context.database
    .selectFrom('contributions_suggestion')
    .select(['sender_address', 'confirmed_at', 'decided_at'])
    .where('is_from_reader', '=', true)
    .execute()
  expect(rows.every(({ confirmed_at }) => confirmed_at !== null)).toBe(true)
  expect(
    rows.filter(({ decided_at }) => decided_at !== null).map(({ sender_address }) => sender_address),
  ).toEqual([null])
})
