import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { openImporter, type TableImporter } from '../../../../test/support/table-imports.ts'

let testApp: TestApp
let importer: TableImporter
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  importer = await openImporter(testApp)
})
afterAll(() => testApp.close())

async function findOrganisation(slug: string) {
  return testApp.context.database
    .selectFrom('directory_organisation')
    .select(['name', 'kind', 'population', 'latitude'])
    .where('slug', '=', slug)
    .executeTakeFirst()
}

describe('a list of organisations', () => {
  const header = 'Nom;Pays;Type de collectivité;Habitants;Latitude;Longitude;Nom coréen;Nom anglais\n'

  test('fills what a known one lacks, asks where it differs, and gives all of it back', async () => {
    await importer.act(await importer.begin('Nom;Pays\nMilmort;Belgique\n', 'base.csv'), 'start')
    const before = await findOrganisation('milmort')
    const page = await importer.begin(
      `${header}Milmort;Belgique;;4100;50.69;5.6;밀모르;Milmort\nNice;France;;9;;;;\n`,
      'organismes.csv',
    )
    const checked = await importer.read(page)
    expect(checked).toContain('1 ligne complète une fiche existante')
    expect(checked).toContain('1 ligne contredit une fiche existante et attend votre choix')
    expect(checked).toContain('9 habitants')
    await importer.answer(page, { '=differs population': 'keep' })
    await importer.act(page, 'start')
    expect(await findOrganisation('milmort')).toEqual({
      name: { en: 'Milmort', fr: 'Milmort', ko: '밀모르' },
      kind: 'municipality',
      population: 4100,
      latitude: 50.69,
    })
    const evidence = await testApp.context.database
      .selectFrom('registry_evidence as e')
      .innerJoin('directory_organisation as o', 'o.organisation_id', 'e.subject_id')
      .innerJoin('imports_table as t', 't.source_id', 'e.source_id')
      .select('e.field')
      .where('o.slug', '=', 'milmort')
      .where('t.file_name', '=', 'organismes.csv')
      .orderBy('e.field')
      .execute()
    expect(evidence.map(({ field }) => field)).toEqual(['name', 'place', 'population'])
    await importer.act(page, 'return')
    expect(await findOrganisation('milmort')).toEqual(before)
  })

  test('is told of by its own words: there is no first party where there is no second', async () => {
    const page = await importer.begin('Nom;Habitants\nSans-pays-ni-ville;12\n', 'mots.csv', 'organisations')
    const body = await importer.read(page)
    expect(body).toContain('Nom de l’organisme')
    expect(body).toContain('Pays des organismes, pour toutes les lignes')
    expect(body).not.toContain('Première partie')
  })

  test('takes the table’s value where somebody says so', async () => {
    const page = await importer.begin(`${header}Milmort;Belgique;;4100;;;;\n`, 'habitants.csv')
    await importer.act(page, 'start')
    const other = await importer.begin(`${header}Milmort;Belgique;;6000;;;;\n`, 'autres.csv')
    await importer.answer(other, { '=differs population': 'replace' })
    await importer.act(other, 'start')
    expect((await findOrganisation('milmort'))?.population).toBe(6000)
    await importer.act(other, 'return')
    expect((await findOrganisation('milmort'))?.population).toBe(4100)
  })

  test('merges rows that name one organisation where somebody says so', async () => {
    const page = await importer.begin(
      `${header}Trouperdu;Belgique;;;;;;\nTROUPERDU;Belgique;;1200;;;;Lost Hole\n`,
      'deux-fois.csv',
    )
    const asked = await importer.read(page)
    expect(asked).toContain('1 ligne désigne la même fiche qu’une ligne précédente')
    expect(asked).not.toContain('Une fiche pour chaque ligne')
    await importer.answer(page, { '=repeats': 'merge' })
    await importer.act(page, 'start')
    expect(await findOrganisation('trouperdu')).toMatchObject({
      population: 1200,
      name: { fr: 'Trouperdu', en: 'Lost Hole' },
    })
    await importer.act(page, 'return')
    expect(await findOrganisation('trouperdu')).toBeUndefined()
  })
})
