import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { readMailbox } from '../../../../../../test/support/mailbox.ts'
import { multipartBody, type SentFile } from '../../../../../../test/support/multipart.ts'
import { openTestApp, type TestApp } from '../../../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../../../test/support/page-words.ts'
import { browserOf, type SignedIn, signIn } from '../../../../../../test/support/sign-in.ts'
import { subscribeToLetter } from '../../../../../../test/support/subscribe-to-letter.ts'
import { writeXlsx } from '../../../../../platform/spreadsheets/write-xlsx.ts'
import { removeUnusedFiles } from '../../../../../platform/storage/unused-files.ts'
import { forgetSubscribers } from '../../retention/commands.ts'

const form = '/fr/france-coree/newsletter/subscribers/import'
const usual = {
  words: 'Feuille de présence de la réunion de Tours',
  givenOn: '2017-07-07',
  language: 'fr',
  country: 'FR',
}

let house: TestApp
let coordinator: SignedIn
let networkId: string
beforeAll(async () => {
  house = await openTestApp({ demonstration: true })
  networkId = (
    await house.context.database
      .selectFrom('networks_network')
      .select('network_id')
      .where('slug', '=', 'france-coree')
      .executeTakeFirstOrThrow()
  ).network_id
  coordinator = await signIn(house, { role: 'coordinator', networkId })
})
afterAll(() => house.close())

async function send(files: readonly SentFile[], given: Record<string, string> = {}, as = coordinator) {
  const { payload, headers } = await multipartBody({ ...usual, ...given }, files)
  return house.app.inject({
    method: 'POST',
    url: form,
    payload,
    headers: { ...headers, accept: 'text/html', 'sec-fetch-site': 'same-origin', cookie: as.cookie },
  })
}
const file = (bytes: string | Uint8Array, name = 'liste.csv'): SentFile => ({ field: 'file', name, bytes })
const document = (bytes: string | Uint8Array): SentFile => ({ field: 'document', name: 'feuille.pdf', bytes })
const rowOf = (address: string) =>
  house.context.database
    .selectFrom('newsletter_subscription')
    .selectAll()
    .where('address', '=', address)
    .executeTakeFirst()
/** The value of a field that the page holds for the next step. */
const held = (body: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`)
    .exec(body)?.[1]
    ?.replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&') ?? ''
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
    const checked = await send([file(table, '명단.xlsx')])
    const words = pageWords(checked.body)
    expect(words).toContain('2 lignes seront importées, 1 est écartée')
    for (const [index, field] of ['name', 'country', 'address', 'language', 'givenOn', 'themes'].entries())
      expect(checked.body).toMatch(
        new RegExp(`name="column.${index}"(?:(?!</select>).)*<option value="${field}" selected`, 's'),
      )
    expect(await rowOf('kim@icheon.example')).toBeUndefined()

    const columns = ['name', 'country', 'address', 'language', 'givenOn', 'themes']
    const done = await send([], {
      lines: held(checked.body, 'lines'),
      ...Object.fromEntries(columns.map((field, index) => [`column.${index}`, field])),
      step: 'write',
    })
    expect(pageWords(done.body)).toContain('2 personnes sont abonnées et prévenues')
    expect(await rowOf('kim@icheon.example')).toMatchObject({
      language: 'ko',
      country: 'KR',
      frequency: 'concerns',
      themes: ['culture'],
      consent_way: 'import',
      consent_words: usual.words,
    })
    expect(await rowOf('park@icheon.example')).toMatchObject({ frequency: 'issue', themes: [] })
    // Names are read, and kept nowhere.
    const rows = await house.context.database.selectFrom('newsletter_subscription').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain('김민준')
    // What is left to do is what was put aside.
    expect(held(done.body, 'lines')).toContain('choi')
    expect(held(done.body, 'lines')).not.toContain('kim@')
  })

  it('takes another choice of columns', async () => {
    const lines = 'Premier\tSecond\nun@ville.example\tdeux@ville.example'
    const first = await send([], { lines })
    expect(pageWords(first.body)).toContain('1 ligne sera importée')
    expect(pageWords(first.body)).toContain('1 un@ville.example'.replace('1 ', '2 '))
    const other = await send([], { lines, 'column.0': '', 'column.1': 'address' })
    expect(pageWords(other.body)).toContain('2 deux@ville.example')
    const none = await send([], { lines, 'column.0': '', 'column.1': '' })
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
    const { statusCode, body } = await send([file(bytes)])
    expect([statusCode, held(body, 'lines').includes(said)]).toEqual([200, true])
  })

  it.each<[string, () => string | Uint8Array, string]>([
    ['of ten megabytes', () => Buffer.alloc(10_000_000, 'a@x.example\n'), 'volumineux'],
    ['of a hundred thousand lines', () => lines(100_000), '5 000 lignes'],
    ['of nothing', () => '', 'vide'],
    ['that is no table', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), ''],
  ])('%s is refused beside its field, with nothing lost of what was typed', async (_, bytes, why) => {
    const answer = await send([file(bytes())], { words: 'Formulaire papier de Séoul' })
    expect([answer.statusCode, answer.body.includes('href="#field-file"')]).toEqual([422, true])
    expect(pageWords(answer.body)).toContain(why)
    expect(answer.body).toContain('Formulaire papier de Séoul')
  })

  it('gives what was put aside back as a table that runs nothing, and takes it again', async () => {
    const bad = 'bon@ville.example\n=cmd|"/c calc"!A1;fr;FR;2017-01-01;Signé à Tours\npersonne;fr'
    const answer = await send([], { lines: bad, step: 'refused' })
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['content-disposition']).toContain('attachment')
    expect(answer.body).toMatch(/\r\n"?'=cmd/)
    expect(answer.body).not.toContain('bon@')
    const mended = answer.body.replace('personne', 'personne@ville.example')
    expect(pageWords((await send([file(mended)])).body)).toContain('1 ligne sera importée')
    expect(await rowOf('bon@ville.example')).toBeUndefined()
  })
})

test('five thousand people are subscribed and told, each once, however often the list is sent', async () => {
  await subscribeToLetter(house, { address: 'a17@grand.example' })
  const gone = await subscribeToLetter(house, { address: 'a18@grand.example' })
  await browserOf(house).post(`${gone}/leaving`)
  const before = (await readMailbox(house)).length
  const checked = await send([file(lines(5000))])
  expect(pageWords(checked.body)).toContain('4 998 lignes seront importées, 2 sont écartées')
  const parts = [...checked.body.matchAll(/name="lines" value="([^"]*)"/g)].map(([, part = '']) => part)
  expect(parts).toHaveLength(5)
  const started = performance.now()
  const done = await sendParts(parts, { step: 'write' })
  console.info(`5,000 lines written in ${Math.round(performance.now() - started)} ms`)
  expect(pageWords(done.body)).toContain('4 998 personnes sont abonnées et prévenues')
  const count = () =>
    house.context.database
      .selectFrom('newsletter_subscription')
      .select((is) => is.fn.countAll<string>().as('count'))
      .where('address', 'like', '%@grand.example')
      .where('state', '=', 'subscribed')
      .executeTakeFirstOrThrow()
  expect(await count()).toEqual({ count: '4999' })
  expect((await readMailbox(house)).length - before).toBe(4998)
  expect(pageWords((await sendParts(parts, { step: 'write' })).body)).toContain(
    'Aucune personne n’est abonnée',
  )
  expect((await readMailbox(house)).length - before).toBe(4998)
}, 120_000)

describe('a document that shows the consent', () => {
  const pdf = '%PDF-1.7\nFeuille de présence'

  it('stays with those who were subscribed by it, for those alone who look after readers', async () => {
    const checked = await send([document(pdf)], { lines: 'signe@ville.example' })
    const proof = held(checked.body, 'proof')
    await send([], { lines: 'signe@ville.example', proof, step: 'write' })
    expect(await rowOf('signe@ville.example')).toMatchObject({ proof_id: proof })
    const address = `/fr/france-coree/newsletter/subscribers/proofs/${proof}`
    expect((await coordinator.get('/fr/france-coree/newsletter/subscribers?q=signe')).body).toContain(address)
    const { statusCode, body, headers } = await coordinator.get(address)
    expect([statusCode, body]).toEqual([200, pdf])
    expect(headers['content-disposition']).toContain('attachment')
    expect(headers['cache-control']).toBe('private, no-cache')
    const member = await signIn(house, { role: 'member', networkId })
    const elsewhere = address.replace('france-coree', 'nowhere')
    expect([
      (await member.get(address)).statusCode,
      (await browserOf(house).get(address)).statusCode,
      (await coordinator.get(elsewhere)).statusCode,
      (await coordinator.get(`${address}x`)).statusCode,
    ]).toEqual([404, 404, 404, 404])
  })

  it.each([
    ['PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['mail', 'Received: from mx\r\nFrom: maire@ville.example\r\nSubject: oui\r\n\r\nOui.'],
  ])('may be a %s', async (_, bytes) => {
    const { body } = await send([document(bytes)], { lines: 'autre@ville.example' })
    expect(held(body, 'proof')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it.each([
    ['a page', '<html><script>alert(1)</script>', 'ni un PDF'],
    ['a program', 'MZ\u0090\u0000', 'ni un PDF'],
    ['six megabytes', Buffer.alloc(6_000_000, '%PDF-'), 'volumineux'],
  ])('is refused as %s, with nothing lost', async (_, bytes, why) => {
    const answer = await send([document(bytes)], { lines: 'rien@ville.example' })
    expect([answer.statusCode, answer.body.includes('href="#field-document"')]).toEqual([422, true])
    expect(pageWords(answer.body)).toContain(why)
    expect(answer.body).toContain('rien@ville.example')
  })

  it('of another network, or of none, is no proof', async () => {
    for (const proof of ['01a1b2c3-0000-7000-8000-000000000001', 'x']) {
      await send([], { lines: `sans-${proof}@ville.example`, proof, step: 'write' })
      expect(await rowOf(`sans-${proof}@ville.example`)).toMatchObject({ proof_id: null })
    }
  })

  it('is erased with the last proof that rests on it, and in a day where nobody was subscribed by it', async () => {
    const proofs = async () =>
      (await house.context.database.selectFrom('newsletter_proof').select('proof_id').execute()).length
    await send([document('%PDF-unused')], { lines: 'jamais@ville.example' })
    const contents = async () =>
      (await house.context.database.selectFrom('platform_file').select('name').execute()).filter(
        ({ name }) => name === 'feuille.pdf',
      ).length
    house.clock.advance({ hours: 49 })
    await forgetSubscribers(house.context)
    expect(await proofs()).toBe(1)
    await house.context.database
      .updateTable('newsletter_subscription')
      .set({ state: 'left', left_at: house.clock.now().toString(), left_by: 'reader' })
      .where('proof_id', 'is not', null)
      .execute()
    house.clock.advance({ hours: 24 * 365 * 2 })
    await forgetSubscribers(house.context)
    expect(await proofs()).toBe(1)
    house.clock.advance({ hours: 24 * 400 })
    await forgetSubscribers(house.context)
    expect(await proofs()).toBe(0)
    await removeUnusedFiles(house.application)
    expect(await contents()).toBe(0)
  })
})

function lines(count: number): string {
  return Array.from({ length: count }, (_, index) => `a${index}@grand.example`).join('\n')
}

/** The list in the fields in which the page holds it. */
async function sendParts(parts: readonly string[], given: Record<string, string>) {
  const body = new FormData()
  for (const part of parts) body.append('lines', part)
  for (const [name, value] of Object.entries({ ...usual, ...given })) body.append(name, value)
  const sent = new Response(body)
  return house.app.inject({
    method: 'POST',
    url: form,
    payload: Buffer.from(await sent.arrayBuffer()),
    headers: {
      'content-type': sent.headers.get('content-type') ?? '',
      accept: 'text/html',
      'sec-fetch-site': 'same-origin',
      cookie: coordinator.cookie,
    },
  })
}

/** Hangul as Korean programs wrote it before UTF-8: each syllable found by what the decoder makes of two bytes. */
function eucKr(text: string): Buffer {
  const decoder = new TextDecoder('euc-kr')
  const known = new Map<string, number[]>()
  for (let first = 0xb0; first <= 0xc8; first++)
    for (let second = 0xa1; second <= 0xfe; second++)
      known.set(decoder.decode(Uint8Array.of(first, second)), [first, second])
  return Buffer.from([...text].flatMap((sign) => known.get(sign) ?? [sign.charCodeAt(0)]))
}
