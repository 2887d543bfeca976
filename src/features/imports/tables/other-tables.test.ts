import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { browserOf, signIn } from '../../../../test/support/sign-in.ts'
import { importsAddress, openImporter, type TableImporter } from '../../../../test/support/table-imports.ts'

const header = 'Collectivité;Partenaire;Pays;Type;Date de signature;Thèmes\n'

let testApp: TestApp
let importer: TableImporter
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  importer = await openImporter(testApp)
})
afterAll(() => testApp.close())

describe('other tables', () => {
  test('of organisations add those that nobody knows', async () => {
    const page = await importer.begin(
      'Nom;Pays;Habitants;Latitude;Longitude\nRouen;France;;;\nKnokke;Belgique;33000;51.35;3.28\n',
      'o.csv',
    )
    await importer.answer(page, { '=towns': 'take' })
    await importer.act(page, 'start')
    const row = await testApp.context.database
      .selectFrom('directory_organisation')
      .select(['country', 'kind', 'population', 'latitude', 'name'])
      .where('slug', '=', 'knokke')
      .executeTakeFirstOrThrow()
    expect(row).toEqual({
      country: 'BE',
      kind: 'municipality',
      population: 33000,
      latitude: 51.35,
      name: { en: 'Knokke', fr: 'Knokke' },
    })
    await importer.act(page, 'return')
  })

  test('of contacts add posts and who holds them, and leave no file behind', async () => {
    const page = await importer.begin(
      'Collectivité;Fonction;Nom et prénom;Courriel\nLimoges;Chargée de mission;Jeanne Dupré;j.dupre@limoges.example\nTours;Directeur;;\n',
      'c.csv',
    )
    await importer.act(page, 'start')
    const contacts = (await importer.coordinator.get('/fr/france-coree/contacts')).body
    expect(contacts).toContain('Jeanne Dupré')
    const left = await testApp.context.database
      .selectFrom('imports_table')
      .select(['file_id', 'preview'])
      .where('file_name', '=', 'c.csv')
      .executeTakeFirstOrThrow()
    expect(left).toEqual({ file_id: null, preview: [] })
    await importer.act(page, 'return')
    expect((await importer.coordinator.get('/fr/france-coree/contacts')).body).not.toContain('Jeanne Dupré')
  })
})

describe('what is no table', () => {
  test.each([
    ['', 'Le fichier est vide'],
    ['%PDF-1.7', 'Ce fichier n’est pas un tableau'],
    [header, 'n’a pas de lignes sous les titres'],
  ])('%j is refused beside the field, in words', async (text, words) => {
    const answer = await importer.send(importer.coordinator, text)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(words)
  })
})

describe('imports', () => {
  test('are nobody else’s to see or to do', async () => {
    const page = await importer.begin(`${header}Rouen;Gyeongju;Corée;jumelage;2010;\n`, 'secret.csv')
    const elsewhere = await signIn(testApp)
    const reader = await signIn(testApp, { role: 'reader', networkId: importer.networkId })
    const member = await signIn(testApp, { role: 'member', networkId: importer.networkId })
    for (const browser of [reader, member, elsewhere, browserOf(testApp)]) {
      for (const address of [
        importsAddress,
        `${importsAddress}/new`,
        page,
        `${page}/errors.csv`,
        `${importsAddress}/templates/contacts.csv`,
      ])
        expect((await browser.get(address)).statusCode).toBe(404)
      expect((await importer.send(browser, header)).statusCode).toBe(404)
      for (const part of ['start', 'columns', 'answers', 'return', 'removal', 'cancellation', 'sheet'])
        expect((await browser.post(`${page}/${part}`)).statusCode).toBe(404)
    }
    expect(await importer.read(page)).toContain('secret.csv')
  })

  test('have templates that are read as they are, in each language and both formats', async () => {
    for (const language of ['fr', 'ko', 'en']) {
      for (const kind of ['cooperations', 'organisations', 'contacts']) {
        const csv = await importer.coordinator.get(`/${language}/france-coree/imports/templates/${kind}.csv`)
        const page = await importer.begin(csv.body, `${kind}-${language}.csv`)
        const body = await importer.read(page)
        expect(body).not.toContain('Aucune colonne ne donne')
        expect(body).not.toContain('contient une erreur')
        const xlsx = await importer.coordinator.get(
          `/${language}/france-coree/imports/templates/${kind}.xlsx`,
        )
        expect([xlsx.statusCode, xlsx.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
      }
    }
  })
})
