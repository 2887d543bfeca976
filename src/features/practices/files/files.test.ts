import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { multipartBody } from '../../../../test/support/multipart.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { publishPractice } from '../../../../test/support/publish-practice.ts'
import type { SignedIn } from '../../../../test/support/sign-in.ts'
import { openWishing, type WishingFixture } from '../../../../test/support/wishes.ts'
import { removeUnusedFiles } from '../../../platform/storage/unused-files.ts'

let fixture: WishingFixture
let page: string
beforeAll(async () => {
  fixture = await openWishing()
  page = `/fr/france-coree/practices/${(await publishPractice(fixture.testApp, fixture.networkId)).slug}`
})
afterAll(() => fixture.close())

async function send(person: SignedIn, files: { name: string; bytes: string }[]) {
  const { payload, headers } = await multipartBody(
    { language: 'ko' },
    files.map((file) => ({ field: 'files', type: 'application/pdf', ...file })),
  )
  return fixture.testApp.app.inject({
    method: 'POST',
    url: `${page}/files`,
    payload,
    headers: { ...headers, accept: 'text/html', 'sec-fetch-site': 'same-origin', cookie: person.cookie },
  })
}

const slug = () => page.split('/').at(-1)
const filesOf = async () =>
  (await fixture.testApp.get(`/api/v1/networks/france-coree/practices/${slug()}`)).json().files
const countFiles = async (name: string) =>
  (
    await fixture.testApp.context.database
      .selectFrom('platform_file')
      .select('file_id')
      .where('name', '=', name)
      .execute()
  ).length

async function setState(publication: string) {
  await sql`update practices_sheet set publication = ${publication} where slug = ${slug()}`.execute(
    fixture.testApp.context.database,
  )
}

test('its holder adds files, whoever may read the sheet has them, and nobody else', async () => {
  expect((await fixture.member.get(`${page}/files`)).body).toContain('type="file"')
  const sent = await send(fixture.member, [
    { name: 'four_partagé.pdf', bytes: '%PDF-1.7 four' },
    { name: 'budget.xlsx', bytes: 'PK budget' },
  ])
  expect([sent.statusCode, pageWords(sent.body)]).toEqual([303, ''])
  expect(pageWords((await fixture.testApp.get(page)).body)).toMatch(
    /Fichiers.*four_partagé\.pdf PDF, 1\sko, coréen/,
  )
  const [, file] = await filesOf()
  expect(file).toMatchObject({ name: 'four_partagé.pdf', language: 'ko', size: 13 })
  const address = new URL(file.url).pathname
  const had = await fixture.testApp.get(address)
  expect([had.body, had.headers['content-disposition']]).toEqual([
    '%PDF-1.7 four',
    expect.stringContaining('attachment'),
  ])
  for (const state of ['draft', 'withdrawn']) {
    await setState(state)
    for (const browser of [fixture.testApp, fixture.other, fixture.icheon])
      expect([state, (await browser.get(address)).statusCode]).toEqual([state, 404])
    expect((await fixture.member.get(address)).statusCode).toBe(200)
  }
  await setState('published')
  expect((await fixture.testApp.get(address.replace(/[^/]+$/, fixture.networkId))).statusCode).toBe(404)
})

test('what is no paper to hand out is refused in words, and so is whoever speaks for another authority', async () => {
  const before = (await filesOf()).length
  for (const files of [[{ name: 'setup.exe', bytes: 'MZ' }], [{ name: 'vide.pdf', bytes: '' }], []])
    expect((await send(fixture.member, files)).statusCode).toBe(422)
  for (const browser of [fixture.other, fixture.icheon]) {
    expect((await browser.get(`${page}/files`)).statusCode).toBe(404)
    expect((await send(browser, [{ name: 'autre.pdf', bytes: '%PDF' }])).statusCode).toBe(404)
  }
  expect(await filesOf()).toHaveLength(before)
})

test('where the group reviews changes first, a member adds files to a draft alone', async () => {
  const review = (publication: string) =>
    fixture.coordinator.post('/fr/france-coree/contributions/publication', { publication })
  await review('after_review')
  expect((await fixture.member.get(`${page}/files`)).statusCode).toBe(404)
  expect((await fixture.coordinator.get(`${page}/files`)).statusCode).toBe(200)
  await setState('draft')
  expect((await fixture.member.get(`${page}/files`)).statusCode).toBe(200)
  await setState('published')
  await review('at_once')
})

test('a file that is taken from the sheet is gone, those that stay are kept, and no name of a person stays in one', async () => {
  await send(fixture.member, [{ name: 'Note d’Aline Adjointe.pdf', bytes: '%PDF note' }])
  const addressOf = async (name: string) =>
    new URL((await filesOf()).find((each: { name: string }) => each.name === name).url).pathname
  const gone = (await addressOf('budget.xlsx')).replace('/en/', '/fr/')
  expect((await fixture.icheon.post(`${gone}/removal`)).statusCode).toBe(404)
  await fieldsOf(fixture.member, page)
  expect((await fixture.member.post(`${gone}/removal`)).statusCode).toBe(303)
  expect((await fixture.member.get(gone)).statusCode).toBe(404)
  fixture.testApp.clock.advance({ hours: 48 })
  await removeUnusedFiles(fixture.testApp.application)
  expect([await countFiles('budget.xlsx'), await countFiles('four_partagé.pdf')]).toEqual([0, 1])
  const subject = { personId: null, names: ['Aline Adjointe'], addresses: [] }
  for (const { erase } of fixture.testApp.application.personalData)
    await erase(fixture.testApp.context, subject)
  expect(JSON.stringify(await filesOf())).not.toContain('Aline')
})
