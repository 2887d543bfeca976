import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EditedRecord, openEditedRecord } from '../../../../test/support/edited-record.ts'
import { readFields } from '../../../../test/support/form-fields.ts'

let record: EditedRecord
beforeAll(async () => {
  record = await openEditedRecord('cooperations/limoges-icheon')
})
afterAll(() => record.close())

const languages = ['fr', 'ko', 'en'] as const
const unchanged = {
  fr: 'Rien ne diffère de la fiche publiée.',
  ko: '게시된 내용과 다른 점이 없습니다.',
  en: 'Nothing differs from the published record.',
}

async function slugsOf(segment: 'cooperations' | 'organisations' | 'agenda'): Promise<string[]> {
  const list = `/api/v1/networks/france-coree/${segment === 'agenda' ? 'events' : segment}?limit=100`
  const { items } = (await record.testApp.get(list, { accept: 'application/json' })).json()
  return items.map(({ slug }: { slug: string }) => slug)
}

/** The forms of a record: of its parts, and of each entry of those that have some. */
async function formsOf(page: string): Promise<string[]> {
  const { body } = await record.coordinator.get(`${page}/edit`)
  const links = [...body.matchAll(/href="([^"?]*\/edit\/[^"?]+)"/g)].map(([, link = '']) => link)
  return [...new Set(links)].filter((link) => !link.endsWith('/new'))
}

/** The result of sending a form unchanged; null if nothing changes. */
async function change(form: string): Promise<string | null> {
  const { coordinator } = record
  const fields = readFields((await coordinator.get(form)).body)
  const answer = await coordinator.post(form, { ...fields, reason: 'Sans rien changer' })
  const language = languages.find((each) => form.startsWith(`/${each}/`)) ?? 'fr'
  if (answer.statusCode === 200 && answer.body.includes(unchanged[language])) return null
  const wrong = [...answer.body.matchAll(/class="field-error"[^>]*>([\s\S]*?)<\/p>/g)].map(([, text]) => text)
  return `${form}: ${answer.statusCode} ${wrong.join(' ')}`
}

describe.each(['cooperations', 'organisations', 'agenda'] as const)('each form of the %s', (segment) => {
  test('that is sent as it was drawn changes nothing', { timeout: 300_000 }, async () => {
    const slugs = await slugsOf(segment)
    expect(slugs.length).toBeGreaterThan(10)
    const changed: (string | null)[] = []
    for (const slug of slugs)
      for (const form of await formsOf(`/fr/france-coree/${segment}/${slug}`)) {
        const language = languages[changed.length % languages.length] ?? 'fr'
        changed.push(await change(form.replace('/fr/', `/${language}/`)))
      }
    expect(changed.length).toBeGreaterThan(200)
    expect(changed.filter((each) => each !== null)).toEqual([])
  })
})

test('nothing of that is a version', async () => {
  const { database } = record.testApp.context
  expect(await database.selectFrom('contributions_version').select('number').execute()).toEqual([])
})

describe('a record that no form would have written so', () => {
  beforeAll(async () => {
    const { database } = record.testApp.context
    const run = (statement: ReturnType<typeof sql>) => statement.execute(database)
    const tie = sql`(select cooperation_id from registry_cooperation where slug = 'limoges-icheon')`
    const name = { fr: 'Ville\u00a0de  Limoges ', ko: '리모주', en: 'Limoges', ja: 'リモージュ' }
    const about = {
      fr: { text: ' Capitale\r\n\r\nde la porcelaine\u00a0! ', state: 'original' },
      ja: { text: '磁器', state: 'machine' },
    }
    await run(sql`
      update directory_organisation
      set name = ${JSON.stringify(name)}, short_name = ${JSON.stringify({ fr: 'L\u202fM' })},
        machine_names = '{ko,ja,en}', about = ${JSON.stringify(about)}, latitude = 45.8333333333, longitude = 1.2611111
      where slug = 'limoges'`)
    const title = {
      fr: { text: 'Accord\nde jumelage\u00a0:  suite ', state: 'original' },
      ko: { text: '협정\n', state: 'stale' },
    }
    await run(sql`
      update registry_agreement
      set planned_amount = 1234567.50, currency = 'XPF', title = ${JSON.stringify(title)}
      where cooperation_id = ${tie}`)
    const words = { ko: { text: '5월 무렵', state: 'original' } }
    await run(sql`
      update agenda_event
      set guest_countries = '{KR,JP,FR}', happens = '2016-05~/2016-06', state = 'past', words = ${JSON.stringify(words)}
      where event_id in (select event_id from agenda_event_cooperation where cooperation_id = ${tie})`)
    for (const [end, status] of [
      ['0b', 'active'],
      ['0a', 'dormant'],
      ['0c', 'active'],
    ])
      await run(sql`
        insert into registry_standing (standing_id, cooperation_id, status, stated_on, known_on)
        values (${`018cc251-f400-7000-8000-0000000000${end}`}, ${tie}, ${status}, '2016-01-01', '2016-01-01')`)
  })

  test.for(languages)('is left as it is by each of its forms in %s', async (language) => {
    const changed: (string | null)[] = []
    for (const page of ['cooperations/limoges-icheon', 'organisations/limoges'])
      for (const form of await formsOf(`/${language}/france-coree/${page}`)) changed.push(await change(form))
    expect(changed.length).toBeGreaterThan(40)
    expect(changed.filter((each) => each !== null)).toEqual([])
  })
})
