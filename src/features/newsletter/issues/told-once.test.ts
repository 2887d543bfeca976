import { beforeAll, expect, test } from 'vitest'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { markedState, openLetters } from '../../../../test/support/letters.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { signIn } from '../../../../test/support/sign-in.ts'

let fixture: Awaited<ReturnType<typeof openLetters>>
let testApp: TestApp
beforeAll(async () => {
  fixture = await openLetters()
  testApp = await openTestApp({ demonstration: true })
  return () => Promise.all([fixture.house.close(), testApp.close()])
})

const countOf = (text: string, words: string) => text.split(words).length - 1

test('the meeting of the demonstration, in the agenda and with minutes, is told once, with what was decided', async () => {
  const { network_id: networkId } = await testApp.context.database
    .selectFrom('networks_network')
    .select('network_id')
    .where('slug', '=', 'france-coree')
    .executeTakeFirstOrThrow()
  const draft = '/fr/france-coree/newsletter/draft'
  const keeper = await signIn(testApp, { role: 'coordinator', networkId })
  await keeper.post(draft)
  const preview = (await keeper.get(`${draft}/preview?width=text`)).body
  expect(countOf(preview, 'Réunion du groupe-pays à Tours')).toBe(1)
  expect(preview).toContain('/fr/france-coree/meetings/')
  // The draft’s page says where the item went, and an editor may show it twice all the same.
  const page = (await keeper.get(draft)).body
  expect(pageWords(page)).toMatch(/La rubrique « [^»]+ » dit la même chose, et plus encore\./)
  await keeper.post(`${draft}/state`, { ...(await markedState(testApp, networkId)), action: 'approve' })
  await keeper.post(`${draft}/state`, { ...(await markedState(testApp, networkId)), action: 'publish' })
  for (const language of ['fr', 'ko', 'en']) {
    const letter = (await testApp.get(`/${language}/france-coree/newsletter/1`)).body
    expect(countOf(letter, '/agenda/reunion-du-groupe-pays')).toBe(0)
    expect(countOf(letter, `href="http://localhost:3000/${language}/france-coree/meetings/`)).toBeGreaterThan(
      0,
    )
  }
})

test('what an item says that it tells is told by it alone, with the text and readers of what it stands for', async () => {
  const other = await fixture.another()
  const { letters, keeper, begin, item } = other
  const draft = `/fr/${letters}/draft`
  const event = {
    ...item('event:1', 'Réunion à l’agenda'),
    text: { fr: { text: 'On y parle de tourisme.', state: 'original' as const } },
    themes: ['culture'],
    organisationIds: ['01890000-0000-7000-8000-000000000001'],
  }
  const meeting = { ...item('meeting:1', 'Réunion et décisions'), tells: ['event:1', 'event:unknown'] }
  const text = async () => (await keeper.get(`${draft}/preview?width=text`)).body
  other.tell([event])
  await begin()
  const part = await other.partId()
  expect(await text()).toContain('Réunion à l’agenda')
  const form = `${draft}/parts/${part}/items/event%3A1`
  await keeper.post(form, { ...(await fieldsOf(keeper, form)), 'title.fr.text': 'Nos mots', action: 'save' })
  other.tell([event, meeting])
  await keeper.post(`${draft}/gathering`)
  expect(await text()).toMatch(/\* Réunion et décisions\n[\s\S]*On y parle de tourisme\./)
  expect(await text()).not.toContain('Nos mots')
  const stored = async () => {
    const { parts } = await fixture.house.context.database
      .selectFrom('newsletter_issue')
      .select('parts')
      .where('network_id', '=', other.networkId)
      .executeTakeFirstOrThrow()
    return JSON.stringify(parts)
  }
  expect(countOf(await stored(), event.organisationIds[0] ?? '')).toBe(2)
  expect(countOf(await stored(), 'culture')).toBe(2)
  // What an editor shows all the same stays, with its words.
  await keeper.post(`${draft}/changes`, { action: `show ${part} event:1` })
  await keeper.post(`${draft}/gathering`)
  expect(await text()).toContain('Nos mots')
  // A hidden item that no other one tells any longer is shown.
  await keeper.post(`${draft}/changes`, { action: `hide ${part} event:1` })
  other.tell([event])
  await keeper.post(`${draft}/gathering`)
  expect(await text()).toContain('Nos mots')
  // What an editor hid stays hidden.
  await keeper.post(`${draft}/changes`, { action: `hide ${part} event:1` })
  await keeper.post(`${draft}/gathering`)
  expect(await text()).not.toContain('Nos mots')
})

test('of items that each say that they tell the other, the one that says more tells, and never none', async () => {
  const other = await fixture.another()
  const { letters, keeper, begin, item } = other
  const long = { fr: { text: 'Une longue histoire, avec tous ses détails.', state: 'original' as const } }
  other.tell([
    { ...item('a:1', 'Premier'), tells: ['b:1', 'a:1'] },
    { ...item('b:1', 'Second'), tells: ['a:1'], text: long },
    { ...item('c:1', 'Tiers'), tells: ['d:1'] },
    { ...item('d:1', 'Quart'), tells: ['e:1'] },
    { ...item('e:1', 'Quint'), tells: ['c:1'] },
  ])
  await begin()
  const preview = (await keeper.get(`/fr/${letters}/draft/preview?width=text`)).body
  expect([...preview.matchAll(/\* (\S+)/g)].map(([, title]) => title)).toEqual(['Second', 'Tiers'])
})
