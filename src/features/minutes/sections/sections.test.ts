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

test('prepared minutes begin with what was noted, point by point, and are for those in charge alone', async () => {
  await meeting.note(secretariat.keeper, 2, 'Séance levée à midi.\nPhotographie du groupe.')
  await meeting.prepare()
  expect(await meeting.textOf('Budget')).toBe('Le budget est de 10 000 €.')
  expect(await meeting.textOf('Questions diverses')).toBe('Séance levée à midi.\n\nPhotographie du groupe.')
  expect(pageWords((await secretariat.keeper.get(meeting.address)).body)).toContain(
    'Ce compte rendu n’est pas encore arrêté',
  )
  expect((await secretariat.attended.get(meeting.address)).body).not.toContain('10 000')
  expect((await testApp.get(meeting.address)).body).not.toContain('10 000')
})

test('prepared minutes wait for no translation until those of the network may read them', async () => {
  await meeting.prepare()
  const list = `/fr/${secretariat.network.slug}/translations?kind=meeting&language=ko`
  const listed = async () => pageWords((await secretariat.attended.get(list)).body)
  expect(await listed()).toContain('Réunion')
  expect(await listed()).not.toContain('10 000')
  const opened = await secretariat.keeper.post(`${meeting.address}/text/amendable`, { until: '2026-12-31' })
  expect(opened.statusCode).toBe(303)
  expect((await secretariat.attended.get(meeting.address)).body).toContain('10 000')
  expect(await listed()).toContain('10 000')
})

test('prepared minutes join what two people change in different parts and languages', async () => {
  await meeting.prepare()
  const form = `${meeting.address}/text/${await meeting.idOf('Budget')}`
  const [mine, theirs] = [await fieldsOf(secretariat.keeper, form), await fieldsOf(secretariat.second, form)]
  await secretariat.second.post(form, { ...theirs, 'title.ko.text': '예산', action: 'save' })
  const saved = await secretariat.keeper.post(form, {
    ...mine,
    'text.fr.text': 'Le budget est voté.',
    action: 'save',
  })
  expect(saved.statusCode).toBe(303)
  const [budget] = await meeting.sections()
  expect([budget?.title.ko?.text, budget?.text.fr?.text]).toEqual(['예산', 'Le budget est voté.'])
})

test('prepared minutes show both wordings where two people changed the same passage, and keep what is sent then', async () => {
  await meeting.prepare()
  const form = `${meeting.address}/text/${await meeting.idOf('Budget')}`
  const [mine, theirs] = [await fieldsOf(secretariat.keeper, form), await fieldsOf(secretariat.second, form)]
  await secretariat.second.post(form, {
    ...theirs,
    'text.fr.text': 'Le budget est de 12 000 €.',
    action: 'save',
  })
  const met = await secretariat.keeper.post(form, {
    ...mine,
    'text.fr.text': 'Le budget est de 9 000 €.',
    action: 'save',
  })
  expect(met.statusCode).toBe(409)
  expect(pageWords(met.body)).toMatch(/Texte enregistré entre-temps .*12 000.*Votre texte .*9 000/)
  expect(await meeting.textOf('Budget')).toBe('Le budget est de 12 000 €.')
  const seen = met.body.match(/name="seen" value="(\d+)"/)?.[1] ?? ''
  await secretariat.keeper.post(form, {
    ...mine,
    seen,
    'text.fr.text': 'Le budget est de 9 000 €.',
    action: 'save',
  })
  expect(await meeting.textOf('Budget')).toBe('Le budget est de 9 000 €.')
})

test('prepared minutes are looked at before they are saved, and say in each version what changed and why', async () => {
  await meeting.prepare()
  const form = `${meeting.address}/text/${await meeting.idOf('Budget')}`
  const fields = await fieldsOf(secretariat.keeper, form)
  const typed = { ...fields, 'text.fr.text': '- un\n- **deux**', reason: 'Mise au net' }
  const preview = await secretariat.keeper.post(form, { ...typed, action: 'preview' })
  expect(preview.body).toContain('<li><strong>deux</strong></li>')
  expect(await meeting.textOf('Budget')).toBe('Le budget est de 10 000 €.')
  await secretariat.keeper.post(form, { ...typed, action: 'save' })
  const versions = pageWords((await secretariat.keeper.get(`${meeting.address}/text/versions`)).body)
  expect(versions).toContain('Première Secrétaire Mise au net')
  const version = pageWords((await secretariat.keeper.get(`${meeting.address}/text/versions/2`)).body)
  expect(version).toMatch(/Budget français .*supprimé : .*10 000/)
  await secretariat.keeper.post(`${meeting.address}/text/versions/1`)
  expect(await meeting.textOf('Budget')).toBe('Le budget est de 10 000 €.')
})

test('prepared minutes are moved, taken out and put back from a version', async () => {
  await meeting.prepare()
  await secretariat.keeper.post(`${meeting.address}/text/changes`, { down: await meeting.idOf('Budget') })
  expect((await meeting.sections()).map(({ title }) => title.fr?.text)).toEqual(['Calendrier', 'Budget'])
  await secretariat.keeper.post(`${meeting.address}/text/changes`, { remove: await meeting.idOf('Budget') })
  expect(await meeting.sections()).toHaveLength(1)
  await secretariat.keeper.post(`${meeting.address}/text/versions/1`)
  expect((await meeting.sections()).map(({ title }) => title.fr?.text)).toEqual(['Budget', 'Calendrier'])
})
