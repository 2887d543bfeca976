import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildNetwork } from '../../../../../test/support/build-network.ts'
import { type EditedRecord, openEditedRecord } from '../../../../../test/support/edited-record.ts'
import { fieldsOf } from '../../../../../test/support/form-fields.ts'
import { addMeeting } from '../../../../../test/support/new-meeting.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { openProgram, type Program } from '../../../../../test/support/program.ts'
import { browserOf, type SignedIn, signIn } from '../../../../../test/support/sign-in.ts'
import { completeRounds } from './commands.ts'

const group = '/fr/france-coree'
const rounds = `${group}/partners/rounds`
let record: EditedRecord
let meeting = ''
let nantes: Program
beforeAll(async () => {
  record = await openEditedRecord('organisations/limoges')
  meeting = await addMeeting(record, { title: 'Réunion du groupe à Paris', heldOn: '2017-10-10' })
  await announce(meeting)
  await record.coordinator.post(`${rounds}/${meeting}`)
  await say(meeting, 'Accueillir deux sculpteurs')
  nantes = await openProgram(record.testApp, {
    networkId: record.networkId,
    role: 'member',
    organisationIds: [await record.organisationId('nantes-metropole')],
    scopes: ['read'],
  })
})
afterAll(() => record.close())

const announce = (slug: string) =>
  record.coordinator.post(`${group}/meetings/${slug}/states`, { is: 'announced' })
const say = async (slug: string, ...texts: string[]) => {
  const wishes = texts.map((text, index) => ({
    [`wishes.${index}.part`]: '',
    [`wishes.${index}.kind`]: 'offer',
    [`wishes.${index}.text.fr.text`]: text,
    [`wishes.${index}.themes`]: 'crafts_ceramics',
  }))
  const said = await record.coordinator.post(
    `${rounds}/${slug}/limoges`,
    Object.assign({ action: 'save' }, ...wishes),
  )
  expect(said.statusCode).toBe(303)
}
const found = async (browser: Pick<SignedIn, 'get'>, text: string, language = 'fr', more = '') => {
  const { body } = await browser.get(`/${language}/france-coree/search?q=${encodeURIComponent(text)}${more}`)
  return pageWords(/<section[^>]*aria-labelledby="rounds"[\s\S]*?<\/section>/.exec(body)?.[0] ?? '')
}
const anybody: Pick<Program, 'get'> = {
  get: (path) => record.testApp.get(`/api/v1${path}`, { accept: 'application/json' }),
}
const itemsFor = async (program: Pick<Program, 'get'>, text: string, network = 'france-coree') =>
  (await program.get(`/networks/${network}/search?q=${encodeURIComponent(text)}`)).json().items

test('what was said in a tour de table is found by its words, with who said it and where', async () => {
  expect(await found(record.other, 'sculpteurs')).toBe(
    'Tours de table Limoges Offre · Réunion du groupe à Paris · 10 octobre 2017 Accueillir deux sculpteurs',
  )
  expect((await record.other.get(`${group}/search?q=sculpteurs`)).body).toContain(
    `href="${rounds}/${meeting}#limoges"`,
  )
  expect(await found(record.other, 'limoges sculpteurs', 'ko')).toContain('Accueillir deux sculpteurs')
  expect(await found(record.other, 'luthiers')).toBe('')
})

test('a program that searches gets it with its kind, its meeting and its languages', async () => {
  expect(await itemsFor(nantes, 'sculpteurs')).toEqual([
    {
      type: 'round_wish',
      id: expect.any(String),
      slug: meeting,
      url: `${record.testApp.application.settings.baseUrl}/en/france-coree/partners/rounds/${meeting}#limoges`,
      updated_at: expect.any(String),
      name: { fr: 'Accueillir deux sculpteurs' },
      kind: 'offer',
      organisation: 'limoges',
      meeting,
      held_on: '2017-10-10',
      themes: ['crafts_ceramics'],
      languages: ['fr'],
    },
  ])
})

test('nobody finds it who does not read tours de table', async () => {
  const reader = await signIn(record.testApp, { role: 'reader', networkId: record.networkId })
  const stranger = await signIn(record.testApp, {
    role: 'coordinator',
    networkId: (await buildNetwork(record.testApp.context)).id,
  })
  for (const browser of [reader, stranger, browserOf(record.testApp)])
    expect(await found(browser, 'sculpteurs')).toBe('')
  expect(await itemsFor(anybody, 'sculpteurs')).toEqual([])
  // Nor is a page returned that was kept for another person.
  expect(await found(record.member, 'sculpteurs')).toContain('Accueillir')
  expect(await found(browserOf(record.testApp), 'sculpteurs')).toBe('')
})

test('nobody finds it before it was said, nor in another network', async () => {
  expect(await found(record.other, 'sculpteurs', 'fr', '&now=2017-07-07')).toBe('')
  const other = await buildNetwork(record.testApp.context)
  const keeper = await openProgram(record.testApp, { networkId: other.id, scopes: ['read'] })
  expect(await itemsFor(keeper, 'sculpteurs', other.slug)).toEqual([])
})

test('what is said in the round of a meeting that is being prepared is found by those who prepare it alone, until it is announced', async () => {
  const slug = await addMeeting(record, { title: 'Réunion à venir', heldOn: '2017-11-10' })
  await record.coordinator.post(`${rounds}/${slug}`)
  await say(slug, 'Prêter nos verriers')
  expect(await found(record.member, 'verriers')).toBe('')
  expect(await itemsFor(nantes, 'verriers')).toEqual([])
  expect(await found(record.coordinator, 'verriers')).toContain('Prêter nos verriers')
  await announce(slug)
  expect(await found(record.member, 'verriers')).toContain('Prêter nos verriers')
})

test('other words are found in the place of those before, and translations beside them', async () => {
  await say(meeting, 'Accueillir deux ébénistes')
  expect(await found(record.other, 'sculpteurs')).toBe('')
  expect(await found(record.other, 'ébénistes')).toContain('Accueillir deux ébénistes')
  const { text_id: id } = await record.testApp.context.database
    .selectFrom('translations_text as t')
    .innerJoin('translations_text as o', (join) =>
      join.onRef('o.record_id', '=', 't.record_id').onRef('o.path', '=', 't.path'),
    )
    .select('t.text_id')
    .where('o.text', '=', 'Accueillir deux ébénistes')
    .where('t.language', '=', 'ko')
    .executeTakeFirstOrThrow()
  const editor = `${group}/translations/${id}`
  const fields = await fieldsOf(record.other, editor)
  await record.other.post(editor, { ...fields, text: '목공예가 두 명 초청', reviewed: 'yes' })
  expect(await found(record.other, '목공예가', 'ko')).toContain('목공예가 두 명 초청')
})

test('a name that is erased is found no more', async () => {
  await say(meeting, 'Un atelier avec Aline Adjointe')
  expect(await found(record.other, 'adjointe')).toContain('Un atelier')
  const subject = { personId: null, names: ['Aline Adjointe'], addresses: [] }
  for (const { erase } of record.testApp.application.personalData)
    await erase(record.testApp.context, subject)
  expect(await found(record.member, 'adjointe')).toBe('')
  expect(await found(record.member, 'atelier limoges')).toContain('Un atelier')
})

test('what was said in an earlier release is found once the server has started', async () => {
  await say(meeting, 'Échanger des relieurs')
  const { database } = record.testApp.context
  await database.updateTable('partners_round_wish').set({ search: '', grams: [] }).execute()
  expect(await found(record.member, 'relieurs')).toBe('')
  await completeRounds(record.testApp.context)
  // Another address: the page of the first one is kept.
  expect(await found(record.other, 'relieurs limoges')).toContain('Échanger des relieurs')
})

test('as many statements are taken for one wish as for three', async () => {
  const count = () => record.testApp.countQueries(() => record.member.get(`${group}/search?q=potiers`))
  await say(meeting, 'Premiers potiers')
  await count()
  const one = await count()
  await say(meeting, 'Premiers potiers', 'Deuxièmes potiers', 'Troisièmes potiers')
  await count()
  expect(await count()).toBe(one)
})
