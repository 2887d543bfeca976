import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import {
  addWish,
  openWishing,
  sendWish,
  type WishingFixture,
  wishesApi,
} from '../../../../test/support/wishes.ts'

// What release 0.1.0 keeps of a wish, as its database has it. Not made from the fields: a field that is renamed must fail here. Fields that
// came later are not in it, and stay empty.
const written = `{"kind": "offer", "text": {"fr": {"text": "Limoges ouvre ses fours en 2019.", "state": "original"},
  "ko": {"text": "리모주가 가마를 엽니다.", "state": "stale"}}, "forms": ["twinning", "project"], "means":
  {"fr": {"text": "Deux ateliers", "state": "original"}}, "tiers": ["basic", "commune"], "title":
  {"fr": {"text": "Des fours à partager", "state": "original"}, "en": {"text": "Kilns to share", "state": "machine"}},
  "themes": ["culture", "crafts_ceramics"], "foundOn": null, "horizon": "2019~", "knownOn": "2017-07-08", "returns":
  {"fr": {"text": "Un atelier à Icheon", "state": "original"}}, "countries": ["KR", "JP"], "expiresOn": "2019-01-31",
  "languages": ["en", "ko"], "meanKinds": ["venues", "hosting"], "interestId": null, "visibility": "network",
  "horizonWords": {"fr": {"text": "vers 2019", "state": "original"}}, "populationTo": 300000, "returnThemes": ["arts"],
  "organisationId": "ORGANISATION", "populationFrom": 20000}`
const draft = `{"meanKinds": ["travel", "budget"], "means.original": "fr", "means.fr.text": "Le voyage", "means.ko.text": "",
  "means.en.text": "", "returns.fr.text": "Un stage", "returns.ko.text": "", "returns.en.text": "", "returnThemes": "arts",
  "reason": "Note du 3 mars"}`

let fixture: WishingFixture
beforeAll(async () => {
  fixture = await openWishing()
})
afterAll(() => fixture.close())

const document = async () => written.replace('ORGANISATION', await fixture.organisationId('limoges'))
const words = async (address: string) => pageWords((await fixture.member.get(address)).body)

/** What programs are shown of the wish that `written` holds. */
const shown = {
  kind: 'offer',
  organisation: 'limoges',
  title: {
    fr: { text: 'Des fours à partager', state: 'original' },
    en: { text: 'Kilns to share', state: 'machine' },
  },
  text: {
    fr: { text: 'Limoges ouvre ses fours en 2019.', state: 'original' },
    ko: { text: '리모주가 가마를 엽니다.', state: 'stale' },
  },
  themes: ['culture', 'crafts_ceramics'],
  forms: ['twinning', 'project'],
  tiers: ['basic', 'commune'],
  population_from: 20_000,
  population_to: 300_000,
  countries: ['KR', 'JP'],
  languages: ['en', 'ko'],
  means: { fr: { text: 'Deux ateliers', state: 'original' } },
  mean_kinds: ['venues', 'hosting'],
  returns: { fr: { text: 'Un atelier à Icheon', state: 'original' } },
  return_themes: ['arts'],
  horizon: '2019~',
  expires_on: '2019-01-31',
  found_on: null,
  visibility: 'network',
}

test('a version that an earlier release wrote is shown, explained and restored', async () => {
  const page = await addWish(fixture.member)
  const slug = page.split('/').at(-1) ?? ''
  const rows = await sql`
    update contributions_version set document = ${await document()}::jsonb
    where record_kind = 'wish' and number = 1
      and record_id = (select wish_id from partners_wish where slug = ${slug})
  `.execute(fixture.testApp.context.database)
  expect(rows.numAffectedRows).toBe(1n)
  const form = `${page}/edit/validity`
  const fields = await fieldsOf(fixture.member, form)
  expect(
    (await fixture.member.post(form, { ...fields, visibility: 'network', reason: 'Relu' })).statusCode,
  ).toBe(303)
  const explained = await words(`${page}/history/2`)
  for (const told of [
    'salles et équipements',
    'hébergement',
    'vers 2019',
    'Un atelier à Icheon',
    '20000',
    'Japon',
    'anglais',
  ])
    expect(explained).toContain(told)
  const fieldsOfVersion = await fieldsOf(fixture.member, `${page}/history/1`)
  const restored = await fixture.member.post(`${page}/history/1/restoration`, {
    ...fieldsOfVersion,
    reason: 'Erreur',
  })
  expect(restored.statusCode).toBe(303)
  const stored = await sql<{ document: unknown }>`
    select v.document from contributions_version v join partners_wish w on w.wish_id = v.record_id
    where w.slug = ${slug} order by v.number desc limit 1
  `.execute(fixture.testApp.context.database)
  expect(stored.rows[0]?.document).toMatchObject(JSON.parse(await document()))
})

test('a suggestion that an earlier release wrote is accepted as it was sent', async () => {
  const sent = await sendWish(fixture.other, { 'authority.name': 'Limoges', 'title.fr.text': 'Pour Limoges' })
  const page = String(sent.headers.location).split('?')[0] ?? ''
  await sql`
    update contributions_suggestion set document = ${await document()}::jsonb where suggestion_id = ${page.split('/').at(-1)}
  `.execute(fixture.testApp.context.database)
  const fields = await fieldsOf(fixture.coordinator, page)
  expect(
    (await fixture.coordinator.post(`${page}/decision`, { ...fields, decision: 'accepted' })).statusCode,
  ).toBe(303)
  const { rows } = await sql<{ slug: string }>`
    select slug from partners_wish order by wish_id desc limit 1
  `.execute(fixture.testApp.context.database)
  const record = fixture.testApp.application.records.find(({ kind }) => kind === 'wish')
  const context = { ...fixture.testApp.context, actor: { kind: 'operator' as const } }
  const network = {
    id: fixture.networkId,
    slug: 'france-coree',
    countries: ['FR', 'KR'],
    languages: ['fr', 'ko'],
  }
  const head = await record?.lookUp(context, network, { slug: rows[0]?.slug ?? '' })
  const accepted = await record?.read(context, network, head?.id ?? '')
  expect(accepted).toMatchObject(JSON.parse(await document()))
  expect(await record?.program?.show(context, network, accepted ?? {})).toMatchObject(shown)
})

test('a draft that an earlier release kept is shown as it was typed', async () => {
  const page = await addWish(fixture.member)
  await sql`
    insert into contributions_draft (person_id, network_id, form, fields, saved_at)
    values (${fixture.member.personId}, ${fixture.networkId}, ${`${page.replace('/fr/', '/')}/edit/means`}, ${draft}::jsonb, now())
  `.execute(fixture.testApp.context.database)
  const fields = await fieldsOf(fixture.member, `${page}/edit/means`)
  expect(fields).toMatchObject({
    meanKinds: ['budget', 'travel'],
    'means.fr.text': 'Le voyage',
    'returns.fr.text': 'Un stage',
    returnThemes: 'arts',
    reason: 'Note du 3 mars',
  })
  const sent = await fixture.member.post(`${page}/edit/means`, fields)
  expect(sent.statusCode).toBe(303)
  const answer = await fixture.testApp.get(`${wishesApi}/${page.split('/').at(-1)}`, {
    accept: 'application/json',
  })
  expect(answer.json()).toMatchObject({
    mean_kinds: ['budget', 'travel'],
    means: { fr: 'Le voyage' },
    returns: { fr: 'Un stage' },
    return_themes: ['arts'],
  })
})
