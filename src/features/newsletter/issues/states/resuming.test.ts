import { beforeAll, expect, test } from 'vitest'
import { openLetters } from '../../../../../test/support/letters.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'

let fixture: Awaited<ReturnType<typeof openLetters>>
beforeAll(async () => {
  fixture = await openLetters()
  return fixture.house.close
})

/** A network that put letters aside, one per name, each with one item of that name; first one first. */
async function putAside(...names: string[]) {
  const other = await fixture.another()
  const list = `/fr/${other.letters}`
  const ids: string[] = []
  for (const name of names) {
    other.tell([other.item(`event:${name}`, name)])
    await other.begin()
    ids.push((await other.stateForm()).issue)
    await other.act('discard')
    fixture.house.clock.advance({ minutes: 1 })
  }
  const resume = (issue: string) => other.keeper.post(`${list}/resumption`, { issue })
  const page = async (query = '') => (await other.keeper.get(`${list}${query}`)).body
  return { ...other, list, ids, resume, page }
}

test('every letter that was put aside is listed with what it told, the latest first, and any is taken up again', async () => {
  const {
    list,
    ids,
    resume,
    page,
    keeper,
    house: testApp,
    act,
  } = await putAside('Semaine', 'Mission', 'Festival')
  expect(pageWords(await page())).toMatch(/Lettres écartées[\s\S]*Festival[\s\S]*Mission[\s\S]*Semaine/)
  // Other people learn nothing of them.
  expect((await testApp.get(list)).body).not.toContain('Semaine')
  expect((await resume(ids[0] ?? '')).headers.location).toBe(`${list}/draft`)
  expect((await keeper.get(`${list}/draft`)).body).toContain('Semaine')
  // Pressed twice, it leads to the same draft. Another one is not resumed beside it, and the page says so.
  expect((await resume(ids[0] ?? '')).headers.location).toBe(`${list}/draft`)
  expect((await resume(ids[1] ?? '')).headers.location).toBe(`${list}/draft?done=late`)
  const waiting = await page()
  expect(pageWords(waiting)).toContain('Une autre lettre est en préparation')
  expect(waiting).not.toContain('/resumption')
  expect(waiting).toContain('Mission')
  await act('discard')
  expect(pageWords(await page())).toMatch(/Lettres écartées[\s\S]*Semaine[\s\S]*Festival[\s\S]*Mission/)
})

test('a letter of another network is not taken up, nor one by somebody who makes no letters', async () => {
  const mine = await putAside('Semaine')
  const theirs = await putAside('Ailleurs')
  expect((await mine.resume(theirs.ids[0] ?? '')).statusCode).toBe(404)
  const address = { method: 'POST' as const, url: `${theirs.list}/resumption` }
  expect((await mine.keeper.post(address.url, { issue: theirs.ids[0] ?? '' })).statusCode).toBe(404)
  expect(await theirs.page()).toContain('/resumption')
  expect((await mine.keeper.get(`${mine.list}/draft`)).headers.location).toBe(mine.list)
})

test('two who take up different letters at once, or begin one, make one letter', async () => {
  const { list, ids, resume, keeper, chair } = await putAside('Semaine', 'Mission')
  const answers = await Promise.all([
    resume(ids[0] ?? ''),
    chair.post(`${list}/resumption`, { issue: ids[1] ?? '' }),
    chair.post(`${list}/draft`),
  ])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303])
  expect((await keeper.get(`${list}/draft`)).statusCode).toBe(200)
})

test('the list is read by pages, with as many statements for three letters as for one', async () => {
  const one = await putAside('Une')
  const three = await putAside('Une', 'Deux', 'Trois')
  const count = async (list: { page(): Promise<string> }) =>
    fixture.house.countQueries(async () => expect(await list.page()).toContain('/resumption'))
  await count(one)
  const statements = await count(one)
  await count(three)
  expect(await count(three)).toBe(statements)
  const names = Array.from({ length: 13 }, (_, index) => `Lettre-${index + 1}-`)
  const many = await putAside(...names)
  const first = await many.page()
  expect(first.match(/\/resumption/g)).toHaveLength(12)
  expect(first).not.toContain('Lettre-1-')
  expect(first).toContain(`${many.list}?aside=2#discarded`)
  const second = await many.page('?aside=2')
  expect(second.match(/\/resumption/g)).toHaveLength(1)
  expect(second).toContain('Lettre-1-')
})
