import { afterAll, beforeAll, expect, it } from 'vitest'
import { type OpenMeetings, openMeetings } from '../../../../test/support/open-meetings.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { openRegistration, registerByMail } from '../../../../test/support/register-for-event.ts'

let open: OpenMeetings
beforeAll(async () => {
  open = await openMeetings(['icheon'])
  await openRegistration(open.keeper, open.event)
  await registerByMail(open.testApp, open.event, { organisation: 'Évian-les-Bains', name: 'Jeanne Inscrite' })
  const unknown = { organisation: 'Amis de la Corée', address: 'amis@coree.example' }
  await registerByMail(open.testApp, open.event, unknown)
})
afterAll(() => open.testApp.close())

it('suggests who holds the event and whose people registered, and names those that the directory cannot tell', async () => {
  const page = pageWords((await open.keeper.get(`${open.place}/participants/new`)).body)
  expect(page).toMatch(/Limoges France · figure dans l’événement/)
  expect(page).toMatch(/Évian France · personne inscrite · Jeanne Inscrite/)
  expect(page).toContain('Amis de la Corée')
})

it('adds those that are ticked, with whoever registered for them, and nobody twice', async () => {
  const taken = [await open.organisationId('limoges'), await open.organisationId('evian-les-bains')]
  const none = await open.keeper.post(`${open.place}/participants/new`, { action: 'take' })
  expect([none.statusCode, pageWords(none.body)]).toEqual([
    422,
    expect.stringContaining('au moins un participant'),
  ])
  const add = () => open.keeper.post(`${open.place}/participants/new`, { action: 'take', taken })
  expect((await add()).statusCode).toBe(303)
  expect((await add()).statusCode).toBe(422)
  expect(pageWords((await open.keeper.get(await open.pageOf('evian-les-bains'))).body)).toContain(
    'Jeanne Inscrite',
  )
  const rows = await open.testApp.context.database
    .selectFrom('partners_session_participant')
    .select('side')
    .orderBy('side')
    .execute()
  expect(rows.map(({ side }) => side)).toEqual([1, 1, 2])
})
