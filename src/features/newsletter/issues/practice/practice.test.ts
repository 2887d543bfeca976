import { beforeAll, expect, test } from 'vitest'
import { openLetters } from '../../../../../test/support/letters.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { type SignedIn, signIn } from '../../../../../test/support/sign-in.ts'

let fixture: Awaited<ReturnType<typeof openLetters>>
let member: SignedIn
let contributor: SignedIn
beforeAll(async () => {
  fixture = await openLetters()
  const { house: testApp, networkId } = fixture
  member = await signIn(testApp, { role: 'member', networkId })
  contributor = await signIn(testApp, { role: 'contributor', networkId })
  fixture.tell([fixture.item('event:1', 'Semaine')])
  return testApp.close
})

test('who looks after the letters says who else composes them; approving and publishing stay with them', async () => {
  const { keeper, letters } = fixture
  const draft = `/fr/${letters}/draft`
  expect((await member.post(draft)).statusCode).toBe(404)
  const saved = await keeper.post(`/fr/${letters}/practice`, { composers: ['member', 'chair', 'reader'] })
  expect(saved.headers.location).toBe(`/fr/${letters}?done=practice#practice`)
  expect((await keeper.get(`/fr/${letters}?done=practice`)).body).toContain(
    'La règle du groupe est enregistrée',
  )
  expect((await keeper.get(`/fr/${letters}`)).body.match(/name="composers" value="\w+" checked/g)).toEqual([
    'name="composers" value="member" checked',
  ])

  expect((await member.get(`/fr/${letters}`)).body).toContain('Composer une lettre')
  expect((await member.get(`/fr/${letters}`)).body).not.toContain('id="practice"')
  expect((await member.post(draft)).statusCode).toBe(303)
  expect((await member.post(`${draft}/new/text`, { 'text.fr.text': 'Bonjour.' })).statusCode).toBe(303)
  const page = pageWords((await member.get(draft)).body)
  expect(page).toContain('La présidence ou le secrétariat approuve la lettre.')
  expect(page).not.toContain('Approuver la lettre')
  // Trials show the addresses of other editors, and sendings show who is written to.
  expect((await member.get(`${draft}/trial`)).statusCode).toBe(404)
  for (const body of [page, (await member.get(`/fr/${letters}`)).body])
    expect(body).not.toMatch(/Essai|draft\/trial|newsletter\/sendings/)
  for (const who of [member, contributor]) expect((await fixture.act('approve', who)).statusCode).toBe(404)
  expect((await contributor.get(draft)).statusCode).toBe(404)

  await fixture.act('approve')
  expect(pageWords((await member.get(draft)).body)).toContain('la présidence ou le secrétariat la publie')
  expect((await fixture.act('publish', member)).statusCode).toBe(404)
  await fixture.act('publish')
  expect((await member.get(`/fr/${letters}/1`)).body).not.toContain('value="withdraw"')
  const withdrawn = await member.post(`/fr/${letters}/1/state`, { action: 'withdraw' })
  expect(withdrawn.statusCode).toBe(404)
})

test('what is taken back is taken back at once, and what was begun stays for the others', async () => {
  const { keeper, letters } = fixture
  const draft = `/fr/${letters}/draft`
  await keeper.post(`/fr/${letters}/practice`, { composers: ['member'] })
  await member.post(draft)
  await member.post(`${draft}/new/text`, { 'text.fr.text': 'Commencé par un membre.' })
  await keeper.post(`/fr/${letters}/practice`, {})
  expect((await member.get(draft)).statusCode).toBe(404)
  expect((await member.post(`${draft}/new/text`, { 'text.fr.text': 'Trop tard' })).statusCode).toBe(404)
  expect((await keeper.get(draft)).body).toContain('Commencé par un membre.')
})
