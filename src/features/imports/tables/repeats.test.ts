import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { openImporter, type TableImporter } from '../../../../test/support/table-imports.ts'
import { answerQuestions } from './records/commands.ts'
import { findImport } from './records/queries.ts'

const header = 'Collectivité;Pays;Partenaire;Pays du partenaire;Type;Date de signature;Depuis;Thèmes\n'

let testApp: TestApp
let importer: TableImporter
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  importer = await openImporter(testApp)
})
afterAll(() => testApp.close())

async function listTies(...parties: string[]) {
  const { rows } = {
    rows: await testApp.context.database
      .selectFrom('registry_cooperation as c')
      .select(['c.cooperation_id as id', 'c.slug', 'c.since'])
      .where('c.slug', 'like', `${parties.join('-')}%`)
      .orderBy('c.slug')
      .execute(),
  }
  return rows.map(({ slug, since }) => [slug, since])
}

async function agreementsOf(slug: string) {
  const made = (await testApp.get(`/api/v1/networks/france-coree/cooperations/${slug}`)).json()
  return {
    themes: made.themes,
    agreements: made.agreements.map((each: { signed_on: string }) => each.signed_on),
  }
}

describe('rows that name the same pair', () => {
  const rows =
    `${header}Rouen;France;Suncheon;Corée;jumelage;2010-05-03;2008;culture\n` +
    'Suncheon;Corée;Ville de Rouen;France;convention de coopération;2014;;sport\n' +
    'ROUEN;France;Suncheon-si;Corée;jumelage;2010-05-03;2008;culture\n' +
    'Tours;France;Suncheon;Corée;;;2011;\n'

  test('in either order or spelt otherwise, are shown with their cells and wait for one answer for all', async () => {
    const page = await importer.begin(rows, 'doublons.csv')
    const body = await importer.read(page)
    expect(body).toContain('2 lignes désignent la même fiche qu’une ligne précédente')
    for (const cells of ['>A3 C3<', '>A4 C4<', '>A2 C2<']) expect(body).toContain(cells)
    expect(body).toContain('Suncheon – Ville de Rouen')
    expect(body).toContain('dit autre chose ou davantage')
    expect(body).toContain('n’ajoute rien')
    expect(body).toContain('Importer 2 lignes et laisser les autres de côté')
    await importer.act(page, 'removal').catch(() => undefined)
  })

  test('become one record that has what each of them tells', async () => {
    const page = await importer.begin(rows, 'reunis.csv')
    const merged = await importer.answer(page, { '=repeats': 'merge' })
    for (const words of [
      '2 fiches nouvelles',
      '1 ligne complète une ligne précédente',
      '1 ligne répète une ligne précédente',
    ])
      expect(merged).toContain(words)
    await importer.act(page, 'start')
    expect(await listTies('rouen', 'suncheon')).toEqual([['rouen-suncheon', '2008']])
    expect(await agreementsOf('rouen-suncheon')).toEqual({
      themes: ['culture', 'sport'],
      agreements: ['2010-05-03', '2014'],
    })
    await importer.act(page, 'return')
    expect(await listTies('rouen', 'suncheon')).toEqual([])
  })

  test('ask where a later one says otherwise than an earlier one', async () => {
    const page = await importer.begin(
      `${header}Rouen;France;Suncheon;Corée;;;2008;\nRouen;France;Suncheon;Corée;;;2006;sport\n`,
      'contredit.csv',
    )
    const asked = await importer.answer(page, { '=repeats': 'merge' })
    expect(asked).toContain('1 ligne contredit une fiche existante et attend votre choix')
    expect(asked).toContain('Ligne 2')
    expect(asked).toContain('depuis 2006')
    await importer.answer(page, { '=differs since': 'replace' })
    await importer.act(page, 'start')
    expect(await listTies('rouen', 'suncheon')).toEqual([['rouen-suncheon', '2006']])
    expect(await agreementsOf('rouen-suncheon')).toEqual({ themes: ['sport'], agreements: [] })
    await importer.act(page, 'return')
  })

  test('are left out, or become a record each, where somebody says so', async () => {
    const page = await importer.begin(rows, 'autrement.csv')
    expect(await importer.answer(page, { '=repeats': 'leave' })).toContain(
      '2 lignes sont laissées de côté à votre demande',
    )
    expect(await importer.answer(page, { '=repeats': 'apart' })).toContain('4 fiches nouvelles')
    await importer.act(page, 'start')
    expect((await listTies('rouen', 'suncheon')).map(([slug]) => slug)).toEqual([
      'rouen-suncheon',
      'rouen-suncheon-2',
      'rouen-suncheon-3',
    ])
    await importer.act(page, 'return')
    expect(await listTies('rouen', 'suncheon')).toEqual([])
  })
})

test('two colleagues who answer at once keep both answers', async () => {
  const page = await importer.begin(`${header}Rouen;France;Suncheon;Corée;;;2010;`, 'reponses.csv')
  const read = () => findImport(testApp.context, importer.networkId, page.split('/').at(-1) ?? '')
  const loaded = await read()
  await answerQuestions(testApp.context, loaded, { Rouen: 'new', Suncheon: 'leave' })
  await answerQuestions(testApp.context, loaded, { '=repeats': 'merge' })
  expect((await read()).answers).toEqual({ Rouen: 'new', Suncheon: 'leave', '=repeats': 'merge' })
  // An empty answer removes one.
  await answerQuestions(testApp.context, loaded, { Rouen: '', '=repeats': 'apart' })
  expect((await read()).answers).toEqual({ Suncheon: 'leave', '=repeats': 'apart' })
})
