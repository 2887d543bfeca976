import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFields } from '../../../../test/support/form-fields.ts'
import { multipartBody } from '../../../../test/support/multipart.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { browserOf, type SignedIn, signIn } from '../../../../test/support/sign-in.ts'

const base = '/fr/france-coree/imports'
const list = '/api/v1/networks/france-coree/cooperations?scope=all'
const header = 'Collectivité;Partenaire;Pays;Type;Date de signature;Thèmes\n'

let house: TestApp
let coordinator: SignedIn
let networkId: string
beforeAll(async () => {
  house = await openTestApp({ demonstration: true })
  const { network_id } = await house.context.database
    .selectFrom('networks_network')
    .select('network_id')
    .where('slug', '=', 'france-coree')
    .executeTakeFirstOrThrow()
  networkId = network_id
  coordinator = await signIn(house, { role: 'coordinator', networkId })
})
afterAll(() => house.close())

async function send(browser: Pick<SignedIn, 'cookie'>, text: string, name = 'liens.csv', kind = '') {
  const { payload, headers } = await multipartBody({ kind }, [{ field: 'file', name, bytes: text }])
  return house.app.inject({
    method: 'POST',
    url: base,
    payload,
    headers: { ...headers, accept: 'text/html', 'sec-fetch-site': 'same-origin', cookie: browser.cookie },
  })
}

/** Sends a table and waits until it was checked; answers the address of its page. */
async function begin(text: string, name?: string, kind?: string): Promise<string> {
  const answer = await send(coordinator, text, name, kind)
  expect(answer.statusCode).toBe(303)
  const page = String(answer.headers.location)
  await settled(page)
  return page
}

/** The page once nothing is being done. */
async function settled(page: string): Promise<string> {
  let body = ''
  await expect
    .poll(
      async () => {
        const answer = await coordinator.get(page)
        body = plain(answer.body)
        return answer.headers.refresh
      },
      { timeout: 15_000 },
    )
    .toBeUndefined()
  return body
}

/** A page with plain spaces. */
const plain = (body: string) => body.replaceAll(/[\u00a0\u202f]/g, ' ')

async function act(page: string, part: string, fields: Record<string, string> = {}): Promise<string> {
  const answer = await coordinator.post(`${page}/${part}`, fields)
  expect(answer.statusCode).toBe(303)
  return settled(page)
}

const total = async () => (await house.get(list)).json().total

async function find(slug: string) {
  return (await house.get(`/api/v1/networks/france-coree/cooperations/${slug}`)).json()
}

describe('a table of cooperations', () => {
  test('is read, checked, imported with evidence on its rows, and taken back', async () => {
    const before = await total()
    const page = await begin(
      `${header}Rouen;Suncheon;Corée;jumelage;2010-05-03;culture, sport\n` +
        'Rouen;Suncheon;Corée;convention de coopération;mai 2014;\n' +
        'Nice;Shenzhen;Chine;amitié;2005;\nNice;Shenzhen;Chine;amitié;2005;\nLimoges;Icheon;Corée;jumelage;2015;\n',
    )
    const checked = plain((await coordinator.get(page)).body)
    for (const words of ['2 fiches nouvelles', '1 ligne ajoute', '1 ligne répète', '1 ligne est déjà connue'])
      expect(checked).toContain(words)
    expect(await total()).toBe(before)

    const done = await act(page, 'start')
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
    const shown = await house.get('/fr/france-coree/cooperations/rouen-suncheon')
    const quote = /href="([^"]*\/sources\/[^"]*quote=[^"]*)"/.exec(shown.body)?.[1] ?? ''
    const source = (await house.get(quote.replaceAll('&amp;', '&').split('#')[0] ?? '')).body
    expect(source).toMatch(/<mark id="quote">[^<]+<\/mark>/)
    expect(source).toContain('Collectivité: Rouen')

    const back = await act(page, 'return')
    expect(back).toContain('Rien n’en reste')
    expect(await total()).toBe(before)
    expect((await house.get('/fr/france-coree/cooperations/rouen-suncheon')).statusCode).toBe(404)
    const organisations = await house.context.database
      .selectFrom('directory_organisation')
      .select('slug')
      .where('slug', '=', 'shenzhen')
      .execute()
    expect(organisations).toEqual([])
  })

  test('asks once for each spelling, and takes one answer for all its rows', async () => {
    const page = await begin(
      `${header}Saint-Denis;Busan;Corée;jumelage;2001;\nSaint-Denis;Daegu;Corée;jumelage;2002;\n`,
      'homonymes.csv',
    )
    const asked = plain((await coordinator.get(page)).body)
    expect(asked.match(/name="answer\.\d+"/g)).toHaveLength(1)
    const spelling = /name="spelling\.0" value="([^"]*)"/.exec(asked)?.[1] ?? ''
    const candidates = [...asked.matchAll(/<option value="(saint-denis[a-z-]*)"/g)].map(([, slug]) => slug)
    expect(candidates.length).toBeGreaterThan(1)
    const chosen = candidates[1] ?? ''
    const answered = await act(page, 'answers', { 'spelling.0': spelling, 'answer.0': chosen })
    expect(answered).toContain('2 fiches nouvelles')
    await act(page, 'start')
    expect((await find(`${chosen}-busan`)).parties[0].slug).toBe(chosen)
    await act(page, 'return')
  })

  test('with errors names the cells, gives them as a file, and is imported without those rows', async () => {
    const page = await begin(
      `${header}Rouen;Muju;Corée;jumelage;2010;\nNice;Muju;Lemurie;jumelage;2010;\nTours;Muju;Corée;jumelage;bientôt;\n`,
      'erreurs.csv',
    )
    const body = plain((await coordinator.get(page)).body)
    expect(body).toContain('>C3<')
    expect(body).toContain('>E4<')
    const csv = (await coordinator.get(`${page}/errors.csv`)).body
    expect(csv.startsWith('\ufeffCellule;Problème\r\nC3;')).toBe(true)
    const before = await total()
    await act(page, 'start', { leaveOut: '1' })
    expect(await total()).toBe(before + 1)
    await act(page, 'return')
    expect(await total()).toBe(before)
  })

  test('keeps what somebody changed since, unless they say otherwise', async () => {
    const page = await begin(
      `${header}Rouen;Muju;Corée;jumelage;2010;\nTours;Muju;Corée;jumelage;2011;\n`,
      'deux.csv',
    )
    const before = await total()
    const done = await act(page, 'start')
    const made = /href="(\/fr\/france-coree\/cooperations\/rouen-muju[^"]*)"/.exec(done)?.[1] ?? ''
    const form = `${made}/edit/themes`
    const fields = readFields((await coordinator.get(form)).body)
    const changed = await coordinator.post(form, {
      ...fields,
      themes: 'culture',
      reason: 'Lettre du maire',
      action: 'save',
    })
    expect(changed.statusCode).toBe(303)
    const back = await act(page, 'return')
    expect(back).toContain('fiche reste')
    expect(await total()).toBe(before + 1)
  })

  test('is read as the columns were said to be, also the next time', async () => {
    const titles = 'Eux;Nous;Quand\n'
    const page = await begin(`${titles}Icheon;Rouen;2010\n`, 'inconnu.csv', 'cooperations')
    expect(plain((await coordinator.get(page)).body)).toContain('Aucune colonne ne donne')
    const columns = { 'column.0': 'second.name', 'column.1': 'first.name', 'column.2': 'agreement.on' }
    const body = await act(page, 'columns', {
      kind: 'cooperations',
      ...columns,
      firstCountry: 'FR',
      secondCountry: 'KR',
    })
    expect(body).toContain('1 fiche nouvelle')
    await act(page, 'removal').catch(() => undefined)
    const again = await begin(`${titles}Gyeongju;Rouen;2011\n`, 'encore.csv', 'cooperations')
    expect(plain((await coordinator.get(again)).body)).toContain('1 fiche nouvelle')
  })
})

describe('other tables', () => {
  test('of organisations add those that nobody knows', async () => {
    const page = await begin(
      'Nom;Pays;Habitants;Latitude;Longitude\nRouen;France;;;\nKnokke;Belgique;33000;51.35;3.28\n',
      'o.csv',
    )
    await act(page, 'start')
    const row = await house.context.database
      .selectFrom('directory_organisation')
      .select(['country', 'kind', 'population', 'latitude'])
      .where('slug', '=', 'knokke')
      .executeTakeFirstOrThrow()
    expect(row).toEqual({ country: 'BE', kind: 'municipality', population: 33000, latitude: 51.35 })
    await act(page, 'return')
  })

  test('of contacts add posts and who holds them, and leave no file behind', async () => {
    const page = await begin(
      'Collectivité;Fonction;Nom et prénom;Courriel\nLimoges;Chargée de mission;Jeanne Dupré;j.dupre@limoges.example\nTours;Directeur;;\n',
      'c.csv',
    )
    await act(page, 'start')
    const contacts = (await coordinator.get('/fr/france-coree/contacts')).body
    expect(contacts).toContain('Jeanne Dupré')
    const left = await house.context.database
      .selectFrom('imports_table')
      .select(['file_id', 'preview'])
      .where('file_name', '=', 'c.csv')
      .executeTakeFirstOrThrow()
    expect(left).toEqual({ file_id: null, preview: [] })
    await act(page, 'return')
    expect((await coordinator.get('/fr/france-coree/contacts')).body).not.toContain('Jeanne Dupré')
  })
})

describe('what is no table', () => {
  test.each([
    ['', 'Le fichier est vide'],
    ['%PDF-1.7', 'Ce fichier n’est pas un tableau'],
    [header, 'n’a pas de lignes sous les titres'],
  ])('%j is refused beside the field, in words', async (text, words) => {
    const answer = await send(coordinator, text)
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(words)
  })
})

describe('imports', () => {
  test('are nobody else’s to see or to do', async () => {
    const page = await begin(`${header}Rouen;Gyeongju;Corée;jumelage;2010;\n`, 'secret.csv')
    const elsewhere = await signIn(house)
    const reader = await signIn(house, { role: 'reader', networkId })
    const member = await signIn(house, { role: 'member', networkId })
    for (const browser of [reader, member, elsewhere, browserOf(house)]) {
      for (const address of [
        base,
        `${base}/new`,
        page,
        `${page}/errors.csv`,
        `${base}/templates/contacts.csv`,
      ])
        expect((await browser.get(address)).statusCode).toBe(404)
      expect((await send(browser, header)).statusCode).toBe(404)
      for (const part of ['start', 'columns', 'answers', 'return', 'removal', 'cancellation', 'sheet'])
        expect((await browser.post(`${page}/${part}`)).statusCode).toBe(404)
    }
    expect(plain((await coordinator.get(page)).body)).toContain('secret.csv')
  })

  test('have templates that are read as they are, in each language and both formats', async () => {
    for (const language of ['fr', 'ko', 'en']) {
      for (const kind of ['cooperations', 'organisations', 'contacts']) {
        const csv = await coordinator.get(`/${language}/france-coree/imports/templates/${kind}.csv`)
        const page = await begin(csv.body, `${kind}-${language}.csv`)
        const body = plain((await coordinator.get(page)).body)
        expect(body).not.toContain('Aucune colonne ne donne')
        expect(body).not.toContain('contient une erreur')
        const xlsx = await coordinator.get(`/${language}/france-coree/imports/templates/${kind}.xlsx`)
        expect([xlsx.statusCode, xlsx.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK'])
      }
    }
  })
})
