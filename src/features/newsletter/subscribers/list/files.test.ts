import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { readMailbox } from '../../../../../test/support/mailbox.ts'
import type { SentFile } from '../../../../../test/support/multipart.ts'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { heldValue, readerImports } from '../../../../../test/support/reader-imports.ts'
import { browserOf, type SignedIn, signIn } from '../../../../../test/support/sign-in.ts'
import { subscribeToLetter } from '../../../../../test/support/subscribe-to-letter.ts'
import { writeXlsx } from '../../../../platform/spreadsheets/write-xlsx.ts'

let testApp: TestApp
let coordinator: SignedIn
let imports: ReturnType<typeof readerImports>
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  const { network_id: networkId } = await testApp.context.database
    .selectFrom('networks_network')
    .select('network_id')
    .where('slug', '=', 'france-coree')
    .executeTakeFirstOrThrow()
  coordinator = await signIn(testApp, { role: 'coordinator', networkId })
  imports = readerImports(testApp, coordinator)
})
afterAll(() => testApp.close())

const file = (bytes: string | Uint8Array, name = 'liste.csv'): SentFile => ({ field: 'file', name, bytes })
async function workbook(titles: string[], rows: string[][]): Promise<Buffer> {
  const slices = async function* () {
    yield rows
  }
  const columns = titles.map((title) => ({ title, width: 20 }))
  return Buffer.concat(await Array.fromAsync(writeXlsx([{ name: 'Liste', columns, slices }])))
}

describe('a file', () => {
  it('has its columns guessed and shown, and is written as it was checked', async () => {
    const table = await workbook(
      ['성명', '국가', '이메일 주소', '언어', '동의한 날', '관심 분야'],
      [
        ['김민준', '대한민국', 'kim@icheon.example', '한국어', '2017. 6. 1.', '문화'],
        ['박서연', 'KR', 'park@icheon.example', 'ko', '2017-06-02', ''],
        ['최', 'KR', 'choi', 'ko', '2017-06-02', ''],
      ],
    )
    const checked = await imports.send([file(table, '명단.xlsx')])
    const words = pageWords(checked.body)
    expect(words).toContain('2 lignes seront importées, 1 est écartée')
    for (const [index, field] of ['name', 'country', 'address', 'language', 'givenOn', 'themes'].entries())
      expect(checked.body).toMatch(
        new RegExp(`name="column.${index}"(?:(?!</select>).)*<option value="${field}" selected`, 's'),
      )
    expect(await imports.rowOf('kim@icheon.example')).toBeUndefined()

    const columns = ['name', 'country', 'address', 'language', 'givenOn', 'themes']
    const done = await imports.send([], {
      lines: heldValue(checked.body, 'lines'),
      ...Object.fromEntries(columns.map((field, index) => [`column.${index}`, field])),
      step: 'write',
    })
    expect(pageWords(done.body)).toContain('2 personnes sont abonnées et prévenues')
    expect(await imports.rowOf('kim@icheon.example')).toMatchObject({
      language: 'ko',
      country: 'KR',
      frequency: 'concerns',
      themes: ['culture'],
      consent_way: 'import',
      consent_words: imports.words,
    })
    expect(await imports.rowOf('park@icheon.example')).toMatchObject({ frequency: 'issue', themes: [] })
    // Names are read but not stored.
    const rows = await testApp.context.database.selectFrom('newsletter_subscription').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain('김민준')
    // The refused lines are what is left to do.
    expect(heldValue(done.body, 'lines')).toContain('choi')
    expect(heldValue(done.body, 'lines')).not.toContain('kim@')
  })

  it('takes another choice of columns', async () => {
    const lines = 'Premier\tSecond\nun@ville.example\tdeux@ville.example'
    const first = await imports.send([], { lines })
    expect(pageWords(first.body)).toContain('1 ligne sera importée')
    expect(pageWords(first.body)).toContain('1 un@ville.example'.replace('1 ', '2 '))
    const other = await imports.send([], { lines, 'column.0': '', 'column.1': 'address' })
    expect(pageWords(other.body)).toContain('2 deux@ville.example')
    const none = await imports.send([], { lines, 'column.0': '', 'column.1': '' })
    expect(pageWords(none.body)).toContain('Aucune ligne ne peut être importée')
  })

  const french = 'Courriel;Accord\nélu@ville.example;x\nmaire@ville.example;Signé à Tours, été 2017\n'
  const korean = '이메일;동의 방법\nseoul@ville.example;서울 회의에서 서명함, 2017년\n'
  it.each([
    ['UTF-8 with its mark', Buffer.from(`\ufeff${french}`), 'Signé à Tours, été 2017'],
    ['UTF-16', Buffer.from(`\ufeff${french}`, 'utf16le'), 'Signé à Tours, été 2017'],
    ['Windows-1252', Buffer.from(french, 'latin1'), 'Signé à Tours, été 2017'],
    ['EUC-KR', eucKr(korean), '서울 회의에서 서명함, 2017년'],
  ])('is read in %s', async (_, bytes, said) => {
    const { statusCode, body } = await imports.send([file(bytes)])
    expect([statusCode, heldValue(body, 'lines').includes(said)]).toEqual([200, true])
  })

  it.each<[string, () => string | Uint8Array, string]>([
    ['of ten megabytes', () => Buffer.alloc(10_000_000, 'a@x.example\n'), 'volumineux'],
    ['of a hundred thousand lines', () => lines(100_000), '5 000 lignes'],
    ['of nothing', () => '', 'vide'],
    ['that is no table', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), ''],
  ])('%s is refused beside its field, with nothing lost of what was typed', async (_, bytes, why) => {
    const answer = await imports.send([file(bytes())], { words: 'Formulaire papier de Séoul' })
    expect([answer.statusCode, answer.body.includes('href="#field-file"')]).toEqual([422, true])
    expect(pageWords(answer.body)).toContain(why)
    expect(answer.body).toContain('Formulaire papier de Séoul')
  })

  it('gives what was put aside back as a table that runs nothing, and takes it again', async () => {
    const bad = 'bon@ville.example\n=cmd|"/c calc"!A1;fr;FR;2017-01-01;Signé à Tours\npersonne;fr'
    const answer = await imports.send([], { lines: bad, step: 'refused' })
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['content-disposition']).toContain('attachment')
    expect(answer.body).toMatch(/\r\n"?'=cmd/)
    expect(answer.body).not.toContain('bon@')
    const mended = answer.body.replace('personne', 'personne@ville.example')
    expect(pageWords((await imports.send([file(mended)])).body)).toContain('1 ligne sera importée')
    expect(await imports.rowOf('bon@ville.example')).toBeUndefined()
  })
})

test('five thousand people are subscribed and told, each once, however often the list is sent', async () => {
  await subscribeToLetter(testApp, { address: 'a17@grand.example' })
  const gone = await subscribeToLetter(testApp, { address: 'a18@grand.example' })
  await browserOf(testApp).post(`${gone}/leaving`)
  const before = (await readMailbox(testApp)).length
  const checked = await imports.send([file(lines(5000))])
  expect(pageWords(checked.body)).toContain('4 998 lignes seront importées, 2 sont écartées')
  const parts = [...checked.body.matchAll(/name="lines" value="([^"]*)"/g)].map(([, part = '']) => part)
  expect(parts).toHaveLength(5)
  const started = performance.now()
  const done = await imports.send([], { lines: parts, step: 'write' })
  console.info(`5,000 lines written in ${Math.round(performance.now() - started)} ms`)
  expect(pageWords(done.body)).toContain('4 998 personnes sont abonnées et prévenues')
  const count = () =>
    testApp.context.database
      .selectFrom('newsletter_subscription')
      .select((is) => is.fn.countAll<string>().as('count'))
      .where('address', 'like', '%@grand.example')
      .where('state', '=', 'subscribed')
      .executeTakeFirstOrThrow()
  expect(await count()).toEqual({ count: '4999' })
  expect((await readMailbox(testApp)).length - before).toBe(4998)
  expect(pageWords((await imports.send([], { lines: parts, step: 'write' })).body)).toContain(
    'Aucune personne n’est abonnée',
  )
  expect((await readMailbox(testApp)).length - before).toBe(4998)
}, 120_000)

function lines(count: number): string {
  return Array.from({ length: count }, (_, index) => `a${index}@grand.example`).join('\n')
}

/** Hangul as Korean programs encoded it before UTF-8: each syllable is found by decoding two bytes. */
function eucKr(text: string): Buffer {
  const decoder = new TextDecoder('euc-kr')
  const known = new Map<string, number[]>()
  for (let first = 0xb0; first <= 0xc8; first++)
    for (let second = 0xa1; second <= 0xfe; second++)
      known.set(decoder.decode(Uint8Array.of(first, second)), [first, second])
  return Buffer.from([...text].flatMap((sign) => known.get(sign) ?? [sign.charCodeAt(0)]))
}
