import { existsSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { readMarkdown } from '../../../platform/reading/markdown/read-markdown.ts'
import { projectPath } from '../../../platform/settings/project-path.ts'
import { findPracticesIn } from './find-practices.ts'
import { proposeFromTexts } from './jobs.ts'

const minutes = projectPath('..', 'shared', 'minutes', '2017-07-07-groupe-pays-coree.md')

/** The list of a person who read the minutes: kind, who, with whom, themes, since when. */
const expected = [
  'intention metropole-europeenne-de-lille daegu economy',
  'intention metropole-europeenne-de-lille daegu employment',
  'intention metropole-europeenne-de-lille daegu urban_planning',
  'need ageing',
  'need mobility',
  'practice ca-de-la-rochelle citizenship',
  'practice ca-de-la-rochelle green_growth mobility urban_planning',
  'practice issy-les-moulineaux guro-gu digital_government',
  'practice issy-les-moulineaux guro-gu early_childhood',
  'practice issy-les-moulineaux guro-gu smart_city',
  'practice limoges icheon crafts_ceramics',
  'practice nantes-metropole suncheon parks_and_gardens 2013/..',
  'practice paris seoul digital_government',
  'practice paris seoul early_childhood',
  'practice paris seoul environment recycling urban_planning',
  'question incheon normandie heritage remembrance_peace',
]

let testApp: TestApp
let slugs: Map<string, string>
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  const { rows } = await sql<{ id: string; slug: string }>`
    select organisation_id as id, slug from directory_organisation
  `.execute(testApp.context.database)
  slugs = new Map(rows.map(({ id, slug }) => [id, slug]))
})
afterAll(() => testApp.close())

const slugOf = (id: string) => slugs.get(id) ?? id

test('the demonstration proposes all that its minutes tell of practices, and nothing beyond', async () => {
  expect(await proposeFromTexts(testApp.application)).toBe(expected.length)
  const { rows } = await sql<{ said: string[]; sheet: Record<string, unknown> | null }>`
    select array_remove(p.kind || array[holder.slug] || array(select slug from directory_organisation o
        where o.organisation_id = any(p.partner_ids)) || p.themes || array[s.period], null) as said, to_jsonb(s) as sheet
    from practices_proposal p left join directory_organisation holder on holder.organisation_id = p.holder_id
    left join practices_sheet s on s.sheet_id = p.sheet_id
  `.execute(testApp.context.database)
  expect(rows.map(({ said }) => said.join(' ')).sort()).toEqual(expected)
  for (const { sheet } of rows.filter((row) => row.sheet !== null)) {
    // What no sentence says is empty, and asked.
    expect(sheet).toMatchObject({
      ...{ publication: 'proposed', published_at: null, problem: {}, done: {}, failed: {}, trades: [] },
      ...{ cost_said: 'not_said', staff_said: 'not_said', failed_said: 'not_said', contact_id: null },
      ...{ languages: [], url: '', ended_on: null },
    })
    expect(Object.values(sheet?.title ?? {}).map((each) => (each as { state: string }).state)).toEqual(
      Array(3).fill('machine'),
    )
  }
  const counted = await sql<{ reviews: number; uses: number; published: number }>`
    select (select count(*)::int from practices_review) as reviews, (select count(*)::int from practices_use) as uses,
      (select count(*)::int from practices_sheet where publication <> 'proposed') as published
  `.execute(testApp.context.database)
  expect(counted.rows).toEqual([{ reviews: 0, uses: 0, published: 0 }])
})

test('each of its sentences opens on the page of its source', async () => {
  const { rows } = await sql<{ slug: string; id: string }>`
    select s.slug, e.evidence_id as id from registry_evidence e join registry_source s on s.source_id = e.source_id
    where e.subject_kind = 'practice_proposal'
  `.execute(testApp.context.database)
  expect(rows.length).toBe(expected.length)
  for (const { slug, id } of rows) {
    const { body } = await testApp.get(`/fr/france-coree/sources/${slug}?quote=${id}`)
    expect(body).toMatch(/<mark id="quote">[^<]{20,}/)
  }
})

test('a second look finds nothing new', async () => {
  expect(await proposeFromTexts(testApp.application)).toBe(0)
  await testApp.context.database.deleteFrom('practices_read_text').execute()
  expect(await proposeFromTexts(testApp.application)).toBe(0)
})

test.runIf(existsSync(minutes))('the original minutes, where they are, tell the same', async () => {
  const document = readMarkdown(readFileSync(minutes, 'utf8'))
  const { application, context } = testApp
  const sentences = (await application.tellSentences?.(context, document, application.stopping)) ?? []
  const found = findPracticesIn(sentences).map(({ kind, holderId, partnerIds, themes, period }) =>
    [
      kind,
      ...[...(holderId ? [holderId] : []), ...partnerIds].map(slugOf),
      ...themes.toSorted(),
      period ?? '',
    ]
      .join(' ')
      .trim(),
  )
  expect(found.sort()).toEqual(expected)
})
