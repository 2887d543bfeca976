import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { original } from '../../../test/support/build-texts.ts'
import { openTestApp, type TestApp } from '../../../test/support/open-test-app.ts'
import { anonymous } from '../context/actor.ts'
import { newId } from '../context/identifier.ts'
import { type LocalizedText, plainText } from '../i18n/localized-text.ts'
import { type TextDescription, type TextTable, textOwner } from './owned-texts.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp({ directory: 'none' })
  const { database } = testApp.context
  // A feature's records, with texts of their own, and with rows that have some.
  await sql`create table test_guide (
    guide_id uuid primary key, network_id uuid not null, slug text not null, title jsonb not null, short_words jsonb not null,
    heritage jsonb, hidden boolean not null default false, known_on date not null)`.execute(database)
  await sql`create table test_chapter (
    chapter_id uuid primary key, guide_id uuid not null references test_guide (guide_id), position smallint not null,
    title jsonb not null, text jsonb not null, known_on date not null)`.execute(database)
  await sql`create table test_step (
    chapter_id uuid not null references test_chapter (chapter_id), position smallint not null, words jsonb not null)`.execute(
    database,
  )
})
afterAll(() => testApp.close())

const chapters: TextTable = {
  table: 'test_chapter' as never,
  of: 'guide_id',
  keys: ['chapter_id'],
  order: 'position',
  isDated: true,
}
const description: TextDescription<{ slug: string; title: LocalizedText }> = {
  kind: 'guide',
  label: 'registry.text.cooperation',
  mayTranslate: (actor) => actor.kind === 'operator',
  from: sql`test_guide g`,
  as: 'g',
  key: 'guide_id',
  where: sql`g.hidden = false or g.hidden is null`,
  order: sql`g.slug desc`,
  columns: sql`g.slug, g.title`,
  describe: ({ slug, title }) => ({ label: plainText(title), address: `/guides/${slug}` }),
  texts: [
    {
      table: 'test_guide' as never,
      fields: { title: 'registry.text.sourceTitle', shortWords: 'registry.text.summary' },
    },
    {
      path: 'heritage',
      table: 'test_guide' as never,
      fields: { from: { column: 'heritage', member: 'from', label: 'registry.text.inheritance' } },
    },
    {
      path: 'chapters.*',
      ...chapters,
      fields: { title: 'registry.text.agreementTitle', text: 'registry.text.agreementObject' },
    },
    {
      path: 'chapters.*.steps.*',
      table: 'test_step' as never,
      of: sql`part.chapter_id in (select chapter_id from test_chapter where guide_id = g.guide_id)`,
      keys: ['chapter_id', 'position'],
      order: 'position',
      fields: { words: 'registry.text.dateWords' },
    },
  ],
}
const guides = textOwner(description)

const network = newId()
const [limoges, tours, secret, elsewhere] = [newId(), newId(), newId(), newId()]
const [second, first] = [newId(), newId()]
beforeEach(async () => {
  const { database } = testApp.context
  await sql`truncate test_guide, test_chapter, test_step`.execute(database)
  await database.deleteFrom('platform_activity').execute()
  const guide = (id: string, slug: string, of: { network?: string; hidden?: boolean } = {}) => sql`
    insert into test_guide values (${id}, ${of.network ?? network}, ${slug}, ${text(slug)}, '{}',
      ${JSON.stringify({ from: original('Musée') })}::jsonb, ${of.hidden ?? false}, '2017-03-02')`
  await guide(limoges, 'limoges').execute(database)
  await guide(tours, 'tours').execute(database)
  await guide(secret, 'secret', { hidden: true }).execute(database)
  await guide(elsewhere, 'elsewhere', { network: newId() }).execute(database)
  await sql`insert into test_chapter values
    (${second}, ${tours}, 2, ${text('Deux')}, ${text('Le four')}, '2017-01-01'),
    (${first}, ${tours}, 1, ${text('Un')}, ${text('La terre')}, '2018-05-04')`.execute(database)
  await sql`insert into test_step values (${first}, 7, ${text('Pétrir')})`.execute(database)
})
const text = (words: string) => sql`${JSON.stringify(original(words))}::jsonb`
const operator = () => ({ ...testApp.context, actor: { kind: 'operator' as const } })
const replacing = (path: string, before: string, recordId = tours) => ({
  networkId: network,
  recordId,
  path,
  before: original(before),
  after: { ...original(before), ko: { text: '번역', state: 'reviewed' as const } },
})
const textsOf = async (id: string) => {
  const [record] = await guides.listTexts(testApp.context, network, [id])
  return Object.fromEntries((record?.texts ?? []).map(({ path, text: found }) => [path, found]))
}

test('lists the texts of the records that a network may read, in the order described, each from the later of both days', async () => {
  expect(await guides.listTexts(testApp.context, network)).toEqual([
    {
      networkId: network,
      recordKind: 'guide',
      recordId: tours,
      label: { fr: 'tours' },
      address: '/guides/tours',
      texts: [
        { path: 'title', text: original('tours'), knownOn: '2017-03-02' },
        { path: 'heritage.from', text: original('Musée'), knownOn: '2017-03-02' },
        { path: `chapters.${first}.title`, text: original('Un'), knownOn: '2018-05-04' },
        { path: `chapters.${first}.text`, text: original('La terre'), knownOn: '2018-05-04' },
        { path: `chapters.${second}.title`, text: original('Deux'), knownOn: '2017-03-02' },
        { path: `chapters.${second}.text`, text: original('Le four'), knownOn: '2017-03-02' },
        { path: `chapters.${first}.steps.7.words`, text: original('Pétrir'), knownOn: '2017-03-02' },
      ],
    },
    {
      networkId: network,
      recordKind: 'guide',
      recordId: limoges,
      label: { fr: 'limoges' },
      address: '/guides/limoges',
      texts: [
        { path: 'title', text: original('limoges'), knownOn: '2017-03-02' },
        { path: 'heritage.from', text: original('Musée'), knownOn: '2017-03-02' },
      ],
    },
  ])
  const some = await guides.listTexts(testApp.context, network, [limoges, secret, elsewhere])
  expect(some.map(({ recordId }) => recordId)).toEqual([limoges])
  expect(await testApp.countQueries(() => guides.listTexts(testApp.context, network))).toBe(1)
})

test.each([
  ['title', 'tours'],
  ['heritage.from', 'Musée'],
  [`chapters.${first}.text`, 'La terre'],
  [`chapters.${first}.steps.7.words`, 'Pétrir'],
])('writes %s where it still is what it was, nothing beside it, and records it', async (path, words) => {
  const before = await textsOf(tours)
  const replacement = replacing(path, words)
  expect(await guides.replaceText(operator(), replacement)).toBe(true)
  expect(await textsOf(tours)).toEqual({ ...before, [path]: replacement.after })
  expect(await guides.replaceText(operator(), replacement)).toBe(false)
  const recorded = await testApp.context.database
    .selectFrom('platform_activity')
    .select(['network_id', 'verb', 'subject_kind', 'subject_id', 'detail'])
    .execute()
  expect(recorded).toEqual([
    {
      network_id: network,
      verb: 'translated',
      subject_kind: 'guide',
      subject_id: tours,
      detail: { path },
    },
  ])
})

test.each([
  ['a text that nobody described', replacing('slug', 'tours')],
  ['a text of another network', replacing('title', 'elsewhere', elsewhere)],
  ['a row of another record', replacing(`chapters.${first}.text`, 'La terre', limoges)],
  ['a row that is none', replacing('chapters.none.text', 'La terre')],
])('writes no %s', async (_, replacement) => {
  expect(await guides.replaceText(operator(), replacement)).toBe(false)
  const recorded = await testApp.context.database.selectFrom('platform_activity').select('verb').execute()
  expect([recorded, Object.keys((await textsOf(tours)).title ?? {})]).toEqual([[], ['fr']])
})

test('lets nobody write who may not translate in the network', async () => {
  const visitor = { ...testApp.context, actor: anonymous }
  await expect(guides.replaceText(visitor, replacing('title', 'tours'))).rejects.toMatchObject({
    reason: 'notAllowed',
  })
  expect(await textsOf(tours)).toMatchObject({ title: original('tours') })
})

test('a noun writes by itself, or not at all; what depends on a text follows once it is written', async () => {
  const done: string[] = []
  const watched = textOwner({
    ...description,
    replace: async (_, { path }, write) => {
      done.push(`asked for ${path}`)
      return path === 'title' && write()
    },
    refresh: async (_, id) => void done.push(`refreshed ${id}`),
  })
  expect(await watched.replaceText(operator(), replacing('heritage.from', 'Musée'))).toBe(false)
  expect(await watched.replaceText(operator(), replacing('title', 'tours'))).toBe(true)
  expect(await watched.replaceText(operator(), replacing('title', 'tours'))).toBe(false)
  expect(done).toEqual([
    'asked for heritage.from',
    'asked for title',
    `refreshed ${tours}`,
    'asked for title',
  ])
})

test('says what a text is called by its path, and what the record is where no text is described', () => {
  expect(
    ['shortWords', `chapters.${first}.steps.7.words`, `chapters.${first}.text`, 'chapters'].map(
      guides.fieldLabel,
    ),
  ).toEqual([
    'registry.text.summary',
    'registry.text.dateWords',
    'registry.text.agreementObject',
    'registry.text.cooperation',
  ])
})
