import { beforeAll, expect, test } from 'vitest'
import { openLetters } from '../../../../test/support/letters.ts'
import { pageWords } from '../../../../test/support/page-words.ts'

let fixture: Awaited<ReturnType<typeof openLetters>>
beforeAll(async () => {
  fixture = await openLetters()
  fixture.tell([fixture.item('event:1', 'Semaine coréenne')])
  await fixture.begin()
  return fixture.house.close
})

const look = (steps: string) => fixture.keeper.get(`/fr/${fixture.letters}/draft/preview${steps}`)

test('the mail of a draft is looked at in each language, in a frame of this site in which nothing runs', async () => {
  const page = await look('?in=ko')
  expect(page.headers['content-security-policy']).toContain("frame-src 'self'")
  expect(page.body).toContain('/draft/preview/html?in=ko&amp;scheme=light')
  const { headers, body } = await look('/html?in=ko')
  expect(headers['content-security-policy']).toMatch(
    /default-src 'none'.*frame-ancestors 'self';sandbox allow-same-origin$/,
  )
  expect(headers['cache-control']).toContain('no-store')
  expect(body).toContain('lang="ko"')
  expect(pageWords(body)).toMatch(/작성 중인 소식지 .* 2026년 11월/)
})

test('dark and light are drawn as asked for, whatever the screen of who looks', async () => {
  const of = async (scheme: string) => (await look(`/html?in=fr&scheme=${scheme}`)).body
  const [light, dark] = [await of('light'), await of('dark')]
  expect([light, dark].some((html) => html.includes('prefers-color-scheme'))).toBe(false)
  expect([light.includes('@media not all'), dark.includes('@media all')]).toEqual([true, true])
})

test('the text part stands alone where it is asked for, and an address that says nothing known shows the usual', async () => {
  const text = await look('?in=en&width=text')
  expect(pageWords(text.body)).toContain('Semaine coréenne')
  expect(text.body).not.toContain('<iframe')
  // A person who previews a letter is not its reader.
  for (const { body } of [text, await look('/html?in=en')]) {
    expect(body).not.toContain('{{')
    expect(body).toContain(`http://localhost:3000/en/${fixture.letters}/subscribe`)
  }
  expect((await look('?in=xx&width=9&scheme=blue')).body).toContain('html?in=fr&amp;scheme=light')
})

test('nobody else sees the mail of a draft', async () => {
  const { house: testApp, letters } = fixture
  for (const steps of ['', '/html'])
    expect((await testApp.get(`/fr/${letters}/draft/preview${steps}`)).statusCode).toBe(404)
})
