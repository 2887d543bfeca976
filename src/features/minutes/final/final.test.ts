import { createHash } from 'node:crypto'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import {
  type HeldMeeting,
  openSecretariat,
  type Secretariat,
} from '../../../../test/support/open-secretariat.ts'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../test/support/page-words.ts'

let testApp: TestApp
let secretariat: Secretariat
let meeting: HeldMeeting
beforeAll(async () => {
  testApp = await openTestApp()
  secretariat = await openSecretariat(testApp)
  return testApp.close
})
beforeEach(async () => {
  meeting = await secretariat.hold()
})

async function finalise() {
  await meeting.prepare()
  const form = `${meeting.address}/text/${await meeting.idOf('Budget')}`
  await secretariat.keeper.post(form, {
    ...(await fieldsOf(secretariat.keeper, form)),
    'text.fr.text': 'Claire Martin présente le budget. Le séminaire aura lieu en mars.',
    action: 'save',
  })
  await secretariat.keeper.post(`${meeting.address}/decisions/new`, {
    'text.fr.text': 'Tenir un séminaire',
    state: 'decided',
    quotation: 'Le séminaire aura lieu en mars.',
    action: 'save',
  })
  expect(
    (await secretariat.keeper.post(`${meeting.address}/text/final`, { number: '2026-4', sure: 'yes' }))
      .statusCode,
  ).toBe(303)
}

test('final minutes are public with number and digest, name whom they name, and prove their decisions', async () => {
  await finalise()
  const body = (await testApp.get(meeting.address)).body
  const page = pageWords(body)
  for (const text of ['n° 2026-4', 'Le séminaire aura lieu en mars.', 'Tenir un séminaire', 'Claire Martin'])
    expect(page, text).toContain(text)
  expect(page).not.toContain('Denis Absent')
  expect(page).toContain('Adjointe au maire Limoges Excusé')
  const row = await testApp.context.database
    .selectFrom('minutes_meeting')
    .select(['final_text', 'final_sha256'])
    .where('meeting_id', '=', meeting.id)
    .executeTakeFirstOrThrow()
  expect(
    createHash('sha256')
      .update(row.final_text ?? '')
      .digest('hex'),
  ).toBe(row.final_sha256)
  expect(page).toContain(row.final_sha256)
  const quoted = body.match(/href="([^"]*\?quote=[^"#]*)/)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect((await testApp.get(quoted)).body).toContain(
    '<mark id="quote">Le séminaire aura lieu en mars.</mark>',
  )
})

test('final minutes are no matter of one button', async () => {
  await meeting.prepare()
  const answer = await secretariat.keeper.post(`${meeting.address}/text/final`, { number: '1' })
  expect([answer.statusCode, pageWords(answer.body)]).toEqual([
    422,
    expect.stringContaining('Cochez la case'),
  ])
  expect((await testApp.get(meeting.address)).body).not.toContain('10 000')
})

test('final minutes do not change any more: a correction stands beside them', async () => {
  await finalise()
  const id = await meeting.idOf('Budget')
  expect((await secretariat.keeper.get(`${meeting.address}/text/${id}`)).statusCode).toBe(404)
  expect((await secretariat.keeper.post(`${meeting.address}/text/changes`, { remove: id })).statusCode).toBe(
    410,
  )
  expect(
    (await secretariat.keeper.post(`${meeting.address}/text/final`, { number: '2', sure: 'yes' })).statusCode,
  ).toBe(410)
  expect((await secretariat.keeper.get(`${meeting.address}/notes`)).statusCode).toBe(404)
  await secretariat.keeper.post(`${meeting.address}/text/errata`, {
    'text.fr.text': 'Lire « avril » au lieu de « mars ».',
  })
  const page = pageWords((await testApp.get(meeting.address)).body)
  expect(page).toMatch(/Le séminaire aura lieu en mars\..*Rectificatifs .*Lire « avril »/)
})

test('final minutes take translations, but no other original', async () => {
  await finalise()
  const [owner] = testApp.application.textOwners.filter(({ kind }) => kind === 'meeting')
  const [budget] = await meeting.sections()
  const before = budget?.text ?? {}
  const place = {
    networkId: secretariat.network.id,
    recordId: meeting.id,
    path: `sections.${budget?.id}.text`,
    before,
  }
  const fr = before.fr ?? { text: '', state: 'original' as const }
  const changed = { ...before, fr: { ...fr, text: 'Autre' } }
  expect(await owner?.replaceText(testApp.context, { ...place, after: changed })).toBe(false)
  const translated = { ...before, ko: { text: '예산', state: 'reviewed' as const } }
  expect(await owner?.replaceText(testApp.context, { ...place, after: translated })).toBe(true)
  expect((await testApp.get(meeting.address.replace('/fr/', '/ko/'))).body).toContain('예산')
})
