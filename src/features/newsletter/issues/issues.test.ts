import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { beforeAll, expect, test } from 'vitest'
import { original } from '../../../../test/support/build-texts.ts'
import { openLetters } from '../../../../test/support/letters.ts'
import { pageWords } from '../../../../test/support/page-words.ts'

let fixture: Awaited<ReturnType<typeof openLetters>>
beforeAll(async () => {
  fixture = await openLetters()
  return fixture.house.close
})

test('a letter is composed of what sources tell, approved, published under the next number, and frozen', async () => {
  const { house: testApp, letters, keeper, begin, act } = fixture
  fixture.tell([fixture.item('event:1', 'Semaine coréenne'), fixture.item('event:2', 'Mission à Osong !')])
  expect((await testApp.get(`/fr/${letters}`)).body).toContain('Aucune lettre n’a encore été publiée')
  await begin()
  await begin()
  const draft = (await keeper.get(`/fr/${letters}/draft`)).body
  expect(draft).toContain('Semaine coréenne')
  expect(draft).toContain('À venir ici')
  expect((await testApp.get(`/fr/${letters}/draft`)).statusCode).toBe(404)

  expect((await act('approve')).headers.location).toBe(`/fr/${letters}/draft`)
  fixture.tell([fixture.item('event:3', 'Plus tard')])
  expect((await act('publish')).headers.location).toBe(`/fr/${letters}/1`)
  const page = await testApp.get(`/fr/${letters}/1`)
  expect(page.statusCode).toBe(200)
  expect(pageWords(page.body)).toContain('Lettre n° 1')
  expect(page.body).toContain('Mission à Osong')
  expect(page.body).not.toContain('Plus tard')
  expect(page.body).toContain('Mission à Osong\u202f!')
  // A visitor who was sent a link finds how to subscribe.
  expect(page.body).toContain(`href="/fr/${letters}/subscribe"`)
  expect((await testApp.get(`/fr/${letters}?page=2`)).headers.location).toBe(`/fr/${letters}`)
  const korean = (await testApp.get(`/ko/${letters}/1`)).body
  expect(pageWords(korean)).toContain('소식지 제1호')
  expect(korean).toContain('<span lang="fr" dir="ltr">Semaine coréenne</span>')

  const feed = await testApp.get(`/fr/${letters}.rss`)
  expect(XMLValidator.validate(feed.body)).toBe(true)
  const { channel } = new XMLParser().parse(feed.body).rss
  expect(channel.item).toMatchObject({
    link: `http://localhost:3000/fr/${letters}/1`,
    description: expect.stringContaining('Semaine coréenne'),
  })

  await begin()
  const next = (await keeper.get(`/fr/${letters}/draft`)).body
  expect(next).toContain('Plus tard')
  await act('approve')
  expect((await act('publish')).headers.location).toBe(`/fr/${letters}/2`)
  expect(fixture.sinces().map((since) => since === null)).toEqual([true, false])
})

test('a withdrawn letter says so, keeps its number, and can be put back', async () => {
  const { house: testApp, letters, keeper } = await published()
  await keeper.post(`/fr/${letters}/1/state`, { action: 'withdraw' })
  const gone = await testApp.get(`/fr/${letters}/1`)
  expect([gone.statusCode, gone.body.includes('Semaine coréenne')]).toEqual([410, false])
  expect((await testApp.get(`/fr/${letters}.rss`)).body).not.toContain('<item>')
  expect((await keeper.get(`/fr/${letters}/1`)).body).toContain('Semaine coréenne')
  await keeper.post(`/fr/${letters}/1/state`, { action: 'restore' })
  expect((await testApp.get(`/fr/${letters}/1`)).statusCode).toBe(200)
})

test('two people who word the same text lose nothing: the second is asked', async () => {
  const other = await fixture.another()
  const { letters, keeper, begin } = other
  await begin()
  const form = `/fr/${letters}/draft/words`
  const seen = await other.seenIn(form)
  await keeper.post(form, { seen, 'title.fr.text': 'La première' })
  const second = await keeper.post(form, { seen, 'title.fr.text': 'La seconde' })
  expect(second.statusCode).toBe(409)
  expect(pageWords(second.body)).toContain('La première')
  expect(second.body).toContain('value="La seconde"')
  expect((await keeper.get(`/fr/${letters}/draft`)).body).toContain('La première')
  const again = /name="seen" value="([^"]+)"/.exec(second.body)?.[1] ?? ''
  await keeper.post(form, { seen: again, 'title.fr.text': 'La seconde' })
  expect((await keeper.get(`/fr/${letters}/draft`)).body).toContain('La seconde')
})

test('what was typed into a letter that was approved meanwhile is kept in the form', async () => {
  const other = await published()
  const { letters, keeper, begin, act } = other
  other.tell([other.item('event:2', 'Mission')])
  await begin()
  const seen = await other.seenIn(`/fr/${letters}/draft/words`)
  await act('approve')
  const answer = await keeper.post(`/fr/${letters}/draft/words`, { seen, 'title.fr.text': 'Trop tard' })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain('value="Trop tard"')
  expect(answer.body).toContain('La lettre a été approuvée entre-temps')
})

test('nobody approves what they did not see, nor a letter that is empty', async () => {
  const other = await fixture.another()
  const { letters, keeper, begin, act } = other
  await begin()
  expect(pageWords((await keeper.get(`/fr/${letters}/draft`)).body)).toContain('La lettre est vide')
  expect((await act('approve')).statusCode).toBe(403)
  const before = await other.stateForm()
  expect(before.issue).toMatch(/^[0-9a-f-]{36}$/)
  await other.add('text', { 'text.fr.text': 'Bonjour à tous.' })
  const late = await keeper.post(`/fr/${letters}/draft/state`, { ...before, action: 'approve' })
  expect(late.headers.location).toBe(`/fr/${letters}/draft?done=late`)
  expect((await act('approve')).headers.location).toBe(`/fr/${letters}/draft`)
})

test('where a second person is asked for, whoever wrote last does not approve', async () => {
  const other = await fixture.another()
  const { letters, keeper, chair, begin, act } = other
  await keeper.post(`/fr/${letters}/practice`, { second: 'yes' })
  other.tell([other.item('event:1', 'Semaine')])
  await begin()
  expect(pageWords((await keeper.get(`/fr/${letters}/draft`)).body)).toContain(
    'une autre personne doit approuver',
  )
  expect((await act('approve')).statusCode).toBe(403)
  expect((await act('approve', chair)).statusCode).toBe(303)
  expect((await act('publish')).headers.location).toBe(`/fr/${letters}/1`)
})

test('published twice at once, a letter gets one number', async () => {
  const other = await fixture.another()
  const { letters, begin, act } = other
  other.tell([other.item('event:1', 'Semaine')])
  await begin()
  await act('approve')
  const form = { ...(await other.stateForm()), action: 'publish' }
  const send = () => other.keeper.post(`/fr/${letters}/draft/state`, form)
  const [one, two] = await Promise.all([send(), send()])
  // An editor who presses twice is led where the first press led.
  expect([one, two].map(({ headers }) => headers.location)).toEqual([`/fr/${letters}/1`, `/fr/${letters}/1`])
  expect((await other.house.get(`/fr/${letters}/2`)).statusCode).toBe(404)
  expect((await send()).headers.location).toBe(`/fr/${letters}/1`)
})

test('a button that is pressed twice, or after somebody else’s, leads to what came about and to no error', async () => {
  const other = await fixture.another()
  const { letters, keeper, begin } = other
  const draft = `/fr/${letters}/draft`
  other.tell([other.item('event:1', 'Semaine')])
  await begin()
  const form = await other.stateForm()
  const part = await other.partId()
  const press = async (action: string) =>
    (await keeper.post(`${draft}/state`, { ...form, action })).headers.location
  expect([await press('approve'), await press('approve')]).toEqual([draft, draft])
  // Buttons of an outdated page do nothing, and the page says so.
  for (const [address, body] of [
    ['changes', { action: `up ${part}` }],
    ['sections', { listed: part }],
    ['gathering', {}],
  ] as const)
    expect((await keeper.post(`${draft}/${address}`, body)).headers.location).toBe(`${draft}?done=late`)
  expect([await press('reopen'), await press('reopen')]).toEqual([draft, draft])
  expect([await press('discard'), await press('discard')]).toEqual([`/fr/${letters}`, `/fr/${letters}`])
  // The browser’s way back leads to the letters, only for people who compose them.
  expect((await keeper.get(draft)).headers.location).toBe(`/fr/${letters}`)
  expect((await other.house.get(draft)).statusCode).toBe(404)
  expect(
    (await other.house.app.inject({ method: 'POST', url: `${draft}/state`, payload: form })).statusCode,
  ).toBe(404)
  expect((await keeper.post(`/fr/${letters}/resumption`)).headers.location).toBe(`/fr/${letters}`)
  await keeper.post(`/fr/${letters}/resumption`, { issue: form.issue })
  await press('approve')
  await press('publish')
  for (const action of ['withdraw', 'withdraw', 'restore', 'restore'])
    expect((await keeper.post(`/fr/${letters}/1/state`, { action })).headers.location).toBe(
      `/fr/${letters}/1`,
    )
  expect((await other.house.get(`/fr/${letters}/1`)).statusCode).toBe(200)
})

test('before anybody approves, each language says what its readers would miss, and where to mend it', async () => {
  const other = await fixture.another()
  const { letters, keeper, begin } = other
  const item = other.item('event:1', 'Semaine')
  other.tell([
    {
      ...item,
      title: { ...original('Semaine'), ko: { text: '주간', state: 'stale' } },
      text: { ...original('Sept jours.'), en: { text: 'Seven days.', state: 'machine' } },
    },
  ])
  await begin()
  const page = (await keeper.get(`/fr/${letters}/draft`)).body
  const gaps = pageWords(page.slice(page.indexOf('id="languages"')))
  expect(gaps).toContain('Français – 0 lecteur – tout se lit dans cette langue')
  expect(gaps).toMatch(/Coréen – 0 lecteur – 2 textes à compléter ou à revoir/)
  expect(gaps).toContain('à revoir : l’original a changé')
  expect(gaps).toContain('traduction automatique')
  expect(page).toContain(`/fr/${letters}/draft/parts/${await other.partId()}/items/event%3A1`)
})

async function published() {
  const other = await fixture.another()
  other.tell([other.item('event:1', 'Semaine coréenne')])
  await other.begin()
  await other.act('approve')
  await other.act('publish')
  return other
}
