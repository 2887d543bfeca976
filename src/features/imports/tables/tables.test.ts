import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFields } from '../../../../test/support/form-fields.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { openImporter, type TableImporter } from '../../../../test/support/table-imports.ts'

const list = '/api/v1/networks/france-coree/cooperations?scope=all'
const header = 'Collectivité;Partenaire;Pays;Type;Date de signature;Thèmes\n'

let testApp: TestApp
let importer: TableImporter
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  importer = await openImporter(testApp)
})
afterAll(() => testApp.close())

const total = async () => (await testApp.get(list)).json().total

async function find(slug: string) {
  return (await testApp.get(`/api/v1/networks/france-coree/cooperations/${slug}`)).json()
}

describe('a table of cooperations', () => {
  test('asks whether two new names that are written alike mean one town, and takes the answer', async () => {
    const rows = `${header}Rouen;Muenchhausen;Allemagne;jumelage;2001;\nNice;Münchhausen;Allemagne;jumelage;2002;\n`
    const page = await importer.begin(rows)
    const checked = await importer.read(page)
    expect(checked).toContain('Ce nom ressemble à celui d’une autre ligne.')
    expect(checked).toContain('La même que « Muenchhausen »')
    const spelling = /name="spelling\.0" value="([^"]+)"/.exec(checked)?.[1] ?? ''
    await importer.act(page, 'answers', { 'spelling.0': spelling, 'answer.0': 'same' })
    await importer.act(page, 'start')
    const [one, other] = await Promise.all(['rouen-muenchhausen', 'nice-muenchhausen'].map(find))
    expect(other.parties[1].slug).toBe(one.parties[1].slug)
    await importer.act(page, 'return')
  })

  test('takes a date beside which no agreement is named for the beginning of the tie', async () => {
    const page = await importer.begin(
      'Collectivité;Partenaire;Pays;Date de signature\nNice;Icheon;Corée;2012-03\n',
    )
    await importer.act(page, 'start')
    const made = await find('nice-icheon')
    expect({ since: made.since, agreements: made.agreements }).toEqual({ since: '2012-03', agreements: [] })
    expect(made.evidence.some(({ field }: { field: string }) => field === 'since')).toBe(true)
    await importer.act(page, 'return')
  })

  test('is read, checked, imported with evidence on its rows, and taken back', async () => {
    const before = await total()
    const page = await importer.begin(
      `${header}Rouen;Suncheon;Corée;jumelage;2010-05-03;culture, sport\n` +
        'Rouen;Suncheon;Corée;convention de coopération;mai 2014;\n' +
        'Nice;Shenzhen;Chine;amitié;2005;\nNice;Shenzhen;Chine;amitié;2005;\nLimoges;Icheon;Corée;jumelage;2015;\n',
    )
    const asked = await importer.read(page)
    expect(asked).toContain('1 ligne désigne la même fiche qu’une ligne précédente')
    expect(asked).toContain('1 nom ne figure pas dans l’annuaire mais désigne une ville')
    const checked = await importer.answer(page, { '=repeats': 'merge', '=towns': 'take' })
    for (const words of [
      '2 fiches nouvelles',
      '1 ligne complète une ligne précédente',
      '1 ligne répète une ligne précédente',
      '1 ligne n’apprend rien',
    ])
      expect(checked).toContain(words)
    expect(await total()).toBe(before)

    const done = await importer.act(page, 'start')
    expect(done).toContain('href="/fr/france-coree/cooperations/rouen-suncheon"')
    expect(await total()).toBe(before + 2)
    const made = await find('rouen-suncheon')
    expect({
      since: made.since,
      themes: made.themes,
      agreements: made.agreements.map((each: { kind: string; state: string; signed_on: string }) => [
        each.kind,
        each.state,
        each.signed_on,
      ]),
    }).toEqual({
      since: null,
      themes: ['culture', 'sport'],
      agreements: [
        ['twinning', 'signed', '2010-05-03'],
        ['cooperation_agreement', 'signed', '2014-05'],
      ],
    })
    const [evidence] = made.evidence.filter((each: { field: string }) => each.field.startsWith('agreements/'))
    expect(evidence.locator.paragraph).toBe(2)
    const shown = await testApp.get('/fr/france-coree/cooperations/rouen-suncheon')
    const quote = /href="([^"]*\/sources\/[^"]*quote=[^"]*)"/.exec(shown.body)?.[1] ?? ''
    const source = (await testApp.get(quote.replaceAll('&amp;', '&').split('#')[0] ?? '')).body
    expect(source).toMatch(/<mark id="quote">[^<]+<\/mark>/)
    expect(source).toContain('Collectivité: Rouen')

    const back = await importer.act(page, 'return')
    expect(back).toContain('Rien n’en reste')
    expect(await total()).toBe(before)
    expect((await testApp.get('/fr/france-coree/cooperations/rouen-suncheon')).statusCode).toBe(404)
    const organisations = await testApp.context.database
      .selectFrom('directory_organisation')
      .select('slug')
      .where('slug', '=', 'shenzhen')
      .execute()
    expect(organisations).toEqual([])
  })

  test('asks once for each spelling, and takes one answer for all its rows', async () => {
    const page = await importer.begin(
      `${header}Saint-Denis;Busan;Corée;jumelage;2001;\nSaint-Denis;Daegu;Corée;jumelage;2002;\n`,
      'homonymes.csv',
    )
    const asked = await importer.read(page)
    expect(asked.match(/name="answer\.\d+"/g)).toHaveLength(1)
    const spelling = /name="spelling\.0" value="([^"]*)"/.exec(asked)?.[1] ?? ''
    const candidates = [...asked.matchAll(/<option value="(saint-denis[a-z-]*)"/g)].map(([, slug]) => slug)
    expect(candidates.length).toBeGreaterThan(1)
    const chosen = candidates[1] ?? ''
    const answered = await importer.act(page, 'answers', { 'spelling.0': spelling, 'answer.0': chosen })
    expect(answered).toContain('2 fiches nouvelles')
    await importer.act(page, 'start')
    expect((await find(`${chosen}-busan`)).parties[0].slug).toBe(chosen)
    await importer.act(page, 'return')
  })

  test('with errors names the cells, gives them as a file, and is imported without those rows', async () => {
    const page = await importer.begin(
      `${header}Rouen;Muju;Corée;jumelage;2010;\nNice;Muju;Lemurie;jumelage;2010;\nTours;Muju;Corée;jumelage;bientôt;\n`,
      'erreurs.csv',
    )
    const body = await importer.read(page)
    expect(body).toContain('>C3<')
    expect(body).toContain('>E4<')
    const csv = (await importer.coordinator.get(`${page}/errors.csv`)).body
    expect(csv.startsWith('\ufeffCellule;Problème\r\nC3;')).toBe(true)
    const before = await total()
    await importer.act(page, 'start', { leaveOut: '1' })
    expect(await total()).toBe(before + 1)
    await importer.act(page, 'return')
    expect(await total()).toBe(before)
  })

  test('keeps what somebody changed since, unless they say otherwise', async () => {
    const page = await importer.begin(
      `${header}Rouen;Muju;Corée;jumelage;2010;\nTours;Muju;Corée;jumelage;2011;\n`,
      'deux.csv',
    )
    const before = await total()
    const done = await importer.act(page, 'start')
    const made = /href="(\/fr\/france-coree\/cooperations\/rouen-muju[^"]*)"/.exec(done)?.[1] ?? ''
    const form = `${made}/edit/themes`
    const fields = readFields((await importer.coordinator.get(form)).body)
    const changed = await importer.coordinator.post(form, {
      ...fields,
      themes: 'culture',
      reason: 'Lettre du maire',
      action: 'save',
    })
    expect(changed.statusCode).toBe(303)
    const back = await importer.act(page, 'return')
    expect(back).toContain('fiche reste')
    expect(await total()).toBe(before + 1)
  })

  test('is read as the columns were said to be, also the next time', async () => {
    const titles = 'Eux;Nous;Quand\n'
    const page = await importer.begin(`${titles}Icheon;Rouen;2010\n`, 'inconnu.csv', 'cooperations')
    expect(await importer.read(page)).toContain('Aucune colonne ne donne')
    const columns = { 'column.0': 'second.name', 'column.1': 'first.name', 'column.2': 'agreement.on' }
    const body = await importer.act(page, 'columns', {
      kind: 'cooperations',
      ...columns,
      firstCountry: 'FR',
      secondCountry: 'KR',
    })
    expect(body).toContain('1 fiche nouvelle')
    await importer.act(page, 'removal').catch(() => undefined)
    const again = await importer.begin(`${titles}Gyeongju;Rouen;2011\n`, 'encore.csv', 'cooperations')
    expect(await importer.read(again)).toContain('1 fiche nouvelle')
  })
})
