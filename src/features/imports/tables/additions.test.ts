import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFields } from '../../../../test/support/form-fields.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { openImporter, type TableImporter } from '../../../../test/support/table-imports.ts'

const header = 'Collectivité;Partenaire;Pays;Type;Date de signature;Depuis;Thèmes;Statut;Résumé\n'
const whole = 'Rouen;Suncheon;Corée;jumelage;2010-05-03;2008;culture;active;Échanges de jardiniers\n'
const known = 'Tours;Suncheon;Corée;;;;culture;;\n'

let testApp: TestApp
let importer: TableImporter
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  importer = await openImporter(testApp)
  // What the registry knows beforehand.
  await importer.act(await importer.begin(header + whole + known, 'avant.csv'), 'start')
})
afterAll(() => testApp.close())

async function find(slug: string) {
  const made = (await testApp.get(`/api/v1/networks/france-coree/cooperations/${slug}`)).json()
  return {
    since: made.since,
    themes: made.themes,
    agreements: made.agreements.map((each: { kind: string; signed_on: string }) => [
      each.kind,
      each.signed_on,
    ]),
    summary: made.summary?.fr ?? null,
  }
}

const countVersions = async (slug: string) => {
  const rows = await testApp.context.database
    .selectFrom('contributions_version as v')
    .innerJoin('registry_cooperation as c', 'c.cooperation_id', 'v.record_id')
    .select(['v.origin', 'v.reason'])
    .where('c.slug', '=', slug)
    .orderBy('v.number')
    .execute()
  return rows
}

const keysIn = (body: string) =>
  [...body.matchAll(/name="spelling\.1\d{3}" value="([^"]+)"/g)].map(([, key]) =>
    (key ?? '').replaceAll('&amp;', '&'),
  )

describe('a row whose cooperation exists', () => {
  test('says nothing new where the registry knows all of it, whichever party comes first', async () => {
    const page = await importer.begin(
      'Partenaire;Collectivité;Pays partenaire;Type;Date de signature\nSuncheon;Rouen;Corée;jumelage;2010\n',
    )
    const body = await importer.read(page)
    expect(body).toContain('1 ligne n’apprend rien de nouveau')
    expect(body).toContain('Il n’y a rien à importer')
  })

  test('adds what is missing as a version, on the evidence of its cell, and is taken back', async () => {
    const before = await find('tours-suncheon')
    const page = await importer.begin(
      `${header}Suncheon;Tours;France;jumelage;2011-06;2009;sport, culture;en sommeil;Jumelage de musées\n`,
      'plus.csv',
    )
    const checked = await importer.read(page)
    expect(checked).toContain('1 ligne complète une fiche existante')
    for (const cell of ['>E2<', '>F2<', '>G2<', '>H2<', '>I2<']) expect(checked).toContain(cell)
    const done = await importer.act(page, 'start')
    expect(done).toContain('1 fiche existante complétée')
    expect(await find('tours-suncheon')).toEqual({
      since: '2009',
      themes: ['culture', 'sport'],
      agreements: [['twinning', '2011-06']],
      summary: 'Jumelage de musées',
    })
    expect(await countVersions('tours-suncheon')).toEqual([
      { origin: 'loaded', reason: '' },
      { origin: 'import', reason: 'plus.csv' },
    ])
    const shown = (await testApp.get('/fr/france-coree/cooperations/tours-suncheon')).body
    const quote = [...shown.matchAll(/href="([^"]*\/sources\/import-[^"]*quote=[^"]*)"/g)].map(
      ([, href]) => (href ?? '').replaceAll('&amp;', '&').split('#')[0] ?? '',
    )
    const quoted = await Promise.all(
      quote.map(async (href) => /<mark id="quote">([^<]+)<\/mark>/.exec((await testApp.get(href)).body)?.[1]),
    )
    expect(quoted).toContain('Depuis: 2009')

    const back = await importer.act(page, 'return')
    expect(back).toContain('Rien n’en reste')
    expect(await find('tours-suncheon')).toEqual(before)
    const sources = await testApp.context.database
      .selectFrom('registry_source')
      .select('source_id')
      .where(sql<boolean>`title -> 'fr' ->> 'text' = 'plus.csv'`)
      .execute()
    expect(sources).toEqual([])
  })

  test('asks where it says otherwise, both values side by side, and keeps the registry’s as told', async () => {
    const before = await find('rouen-suncheon')
    const rows = `${header}Rouen;Suncheon;Corée;jumelage;2012;2006;;;Échanges d’écoles\n`
    const page = await importer.begin(rows, 'autre.csv')
    const checked = await importer.read(page)
    expect(checked).toContain('1 ligne contredit une fiche existante et attend votre choix')
    for (const words of ['depuis 2008', 'depuis 2006', 'Échanges de jardiniers', 'Échanges d’écoles'])
      expect(checked).toContain(words)
    expect(keysIn(checked)).toHaveLength(3)
    // A row that waits for an answer writes nothing.
    expect(checked).toContain('Il n’y a rien à importer')
    const kept = await importer.answer(page, {
      '=differs since': 'keep',
      '=differs agreement': 'keep',
      '=differs summary': 'keep',
    })
    expect(kept).toContain('1 ligne n’apprend rien de nouveau')
    expect(await find('rouen-suncheon')).toEqual(before)
  })

  test('gives way to one answer for one value, and keeps the former one beside its source', async () => {
    const before = await find('rouen-suncheon')
    const page = await importer.begin(
      `${header}Rouen;Suncheon;Corée;jumelage;2012;2006;sport;;\n`,
      'remplace.csv',
    )
    const since = keysIn(await importer.read(page)).find((key) => key.includes('since:2006')) ?? ''
    const answered = await importer.answer(page, { [since]: 'replace', '=differs agreement': 'beside' })
    expect(answered).toContain('1 ligne complète une fiche existante')
    await importer.act(page, 'start')
    expect(await find('rouen-suncheon')).toEqual({
      ...before,
      since: '2006',
      themes: ['culture', 'sport'],
    })
    const values = await testApp.context.database
      .selectFrom('registry_dispute_value as v')
      .innerJoin('registry_dispute as d', 'd.dispute_id', 'v.dispute_id')
      .innerJoin('registry_cooperation as c', 'c.cooperation_id', 'd.subject_id')
      .select(['v.value', 'v.rank'])
      .where('c.slug', '=', 'rouen-suncheon')
      .orderBy('v.position')
      .execute()
    expect(values).toEqual([
      { value: '2008', rank: 'deprecated' },
      { value: '2006', rank: 'preferred' },
    ])
    await importer.act(page, 'return')
    expect(await find('rouen-suncheon')).toEqual(before)
  })

  test('keeps of an import that is taken back what somebody changed since', async () => {
    const page = await importer.begin(`${header}Tours;Suncheon;Corée;;;2009;sport;;\n`, 'garde.csv')
    await importer.act(page, 'start')
    const form = '/fr/france-coree/cooperations/tours-suncheon/edit/summary'
    const fields = readFields((await importer.coordinator.get(form)).body)
    const changed = await importer.coordinator.post(form, {
      ...fields,
      since: '2007',
      reason: 'Archives',
      action: 'save',
    })
    expect(changed.statusCode).toBe(303)
    const back = await importer.act(page, 'return')
    expect(back).toContain('1 fiche reste')
    expect(await find('tours-suncheon')).toMatchObject({ since: '2007', themes: ['culture'] })
  })

  test('leaves nothing in records that were there when it is stopped half way', async () => {
    const before = await find('tours-suncheon')
    const page = await importer.begin(`${header}Tours;Suncheon;Corée;;;;environnement;;\n`, 'arret.csv')
    await importer.act(page, 'start')
    expect(await find('tours-suncheon')).not.toEqual(before)
    // The state when a worker dies in the middle.
    await testApp.context.database
      .updateTable('imports_table')
      .set({ waits_for: 'import', imported_at: null, claimed_at: null })
      .where('file_name', '=', 'arret.csv')
      .execute()
    expect(await importer.act(page, 'cancellation')).toContain('arrêté, rien n’a été gardé')
    expect(await find('tours-suncheon')).toEqual(before)
  })
})
