import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { openImporter, type TableImporter } from '../../../../test/support/table-imports.ts'

const header = 'Collectivité;Partenaire;Pays;Depuis\n'

let testApp: TestApp
let importer: TableImporter
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  importer = await openImporter(testApp)
})
afterAll(() => testApp.close())

async function listTowns(country: string) {
  return testApp.context.database
    .selectFrom('directory_organisation')
    .select(['slug', 'name', 'kind', 'codes', 'population'])
    .where('country', '=', country)
    .where('kind', '=', 'municipality')
    .orderBy('slug')
    .execute()
}

describe('names abroad that no record bears', () => {
  test('are proposed as towns of the world, by one answer, and one town however it is spelt', async () => {
    const page = await importer.begin(
      `${header}Rouen;Köln;Allemagne;2001\nTours;Cologne;Allemagne;2002\nNice;Cuxhaven;Allemagne;2003\n`,
    )
    const asked = await importer.read(page)
    expect(asked).toContain('3 noms ne figurent pas dans l’annuaire mais désignent des villes')
    expect(asked).toContain('3 lignes attendent une réponse')
    expect(await importer.answer(page, { '=towns': 'take' })).toContain('3 fiches nouvelles')
    await importer.act(page, 'start')
    expect(await listTowns('DE')).toEqual([
      expect.objectContaining({ slug: 'cuxhaven', codes: { geonames: '2939658' } }),
      {
        slug: 'koln',
        name: { en: 'Köln', fr: 'Köln', ko: '쾰른' },
        kind: 'municipality',
        codes: { geonames: '2886242' },
        population: 963395,
      },
    ])

    // By the names from the table it is found as it is; by another one it is proposed.
    const found = await importer.begin(`${header}Dijon;Cologne;Allemagne;2004\n`, 'cologne.csv')
    expect(await importer.read(found)).toContain('1 fiche nouvelle')
    const other = await importer.begin(
      `${header}Dijon;Koeln;Allemagne;2004\nNice;Colonia;Allemagne;2004\n`,
      'koeln.csv',
    )
    expect(await importer.read(other)).toContain('déjà dans l’annuaire : Köln')
    expect(await importer.answer(other, { '=towns': 'take' })).toContain(
      'Organismes : 3 reconnus, 0 à ajouter',
    )
    await importer.act(page, 'return')
    expect(await listTowns('DE')).toEqual([])
  })

  test('become municipalities of which the table alone tells, where somebody says so', async () => {
    const page = await importer.begin(`${header}Nice;Cuxhaven;Allemagne;2003\n`, 'simple.csv')
    await importer.answer(page, { '=towns': 'plain' })
    await importer.act(page, 'start')
    expect(await listTowns('DE')).toEqual([
      { slug: 'cuxhaven', name: { fr: 'Cuxhaven' }, kind: 'municipality', codes: {}, population: null },
    ])
    // A record with a similar spelling is proposed instead of a duplicate.
    const other = await importer.begin(`${header}Lyon;Kuxhaven;Allemagne;2004\n`, 'kuxhaven.csv')
    const asked = await importer.read(other)
    expect(asked).toContain('ceux-ci lui ressemblent')
    expect(asked).toContain('value="cuxhaven"')
    await importer.act(page, 'return')
  })

  test('of which several towns bear the name ask which of them is meant', async () => {
    const page = await importer.begin(`${header}Nice;Springfield;États-Unis;2003\n`, 'springfield.csv')
    const asked = await importer.read(page)
    expect(asked).toContain('Plusieurs villes du monde portent ce nom')
    const spelling = /name="spelling\.0" value="([^"]+)"/.exec(asked)?.[1] ?? ''
    const town = /value="geonames-(\d+)"/.exec(asked)?.[1] ?? ''
    expect(await importer.answer(page, { [spelling]: `geonames-${town}` })).toContain('1 fiche nouvelle')
    await importer.act(page, 'start')
    expect(await listTowns('US')).toEqual([expect.objectContaining({ codes: { geonames: town } })])
    await importer.act(page, 'return')
  })

  test('are found where somebody has shortened them, and one town with those who have not', async () => {
    const page = await importer.begin(
      `${header}Rouen;Frankfurt a.M.;Allemagne;2001\nTours;Frankfurt am Main;Allemagne;2002\nNice;Halle (Saale);Allemagne;2003\nLyon;St. Ingbert;Allemagne;2004\n`,
      'abreges.csv',
    )
    await importer.answer(page, { '=towns': 'take' })
    await importer.act(page, 'start')
    const towns = await listTowns('DE')
    expect(towns.map(({ name, codes }) => [name.fr, codes.geonames])).toEqual([
      ['Frankfurt am Main', '2925533'],
      ['Halle (Saale)', '2911522'],
      ['St. Ingbert', '2841590'],
    ])
    // The next list with the abbreviation finds the record itself.
    const again = await importer.begin(`${header}Dijon;Frankfurt a. M.;Allemagne;2005\n`, 'encore.csv')
    expect(await importer.read(again)).toContain('Organismes : 2 reconnus, 0 à ajouter')
    await importer.act(page, 'return')
  })

  test('of France are found in the directory however they are shortened', async () => {
    const page = await importer.begin(
      `${header}Neuilly/Seine;Suncheon;Corée;2001\nChâlons s/ Marne;Icheon;Corée;2002\nAix-en-Pce;Suwon;Corée;2003\nIvry s/ Seine;Suncheon;Corée;2004\nSt-Étienne;Icheon;Corée;2004\n`,
      'france.csv',
    )
    expect(await importer.read(page)).toContain(
      'Organismes : 8 reconnus, 0 à ajouter à l’annuaire, 0 à préciser',
    )
  })
})
