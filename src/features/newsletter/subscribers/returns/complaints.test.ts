import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { openTestApp, type TestApp } from '../../../../../test/support/open-test-app.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { junk, reads, returnedLetters } from '../../../../../test/support/returned-letters.ts'
import { complaint, postfixReport } from '../../../../../test/support/returned-mails.ts'
import { browserOf, type SignedIn, signIn } from '../../../../../test/support/sign-in.ts'
import { type StandInMailServer, startMailServer } from '../../../../../test/support/smtp-server.ts'
import {
  askForLetter,
  letterLink,
  subscribeToLetter,
} from '../../../../../test/support/subscribe-to-letter.ts'
import { newId } from '../../../../platform/context/identifier.ts'

const list = '/fr/france-coree/newsletter/subscribers'
const unknown = '550 5.1.1 User unknown'

let testApp: TestApp
let server: StandInMailServer
let coordinator: SignedIn
let letters: ReturnType<typeof returnedLetters>
beforeAll(async () => {
  testApp = await openTestApp({ demonstration: true })
  letters = returnedLetters(testApp, () => server)
  const { network_id: networkId } = await testApp.context.database
    .selectFrom('networks_network')
    .select('network_id')
    .where('slug', '=', 'france-coree')
    .executeTakeFirstOrThrow()
  coordinator = await signIn(testApp, { role: 'coordinator', networkId })
})
afterAll(() => testApp.close())
beforeEach(async () => {
  server = await startMailServer()
})
afterEach(() => server.close())

describe('whoever calls the letter junk', () => {
  it('has left at once, and comes back by themselves alone', async () => {
    const address = 'claire@ville.example'
    const link = await subscribeToLetter(testApp, { address })
    expect(await letters.comesBack(complaint(await letters.letterTo(address)))).toBe(true)
    expect([await letters.stateOf(address), await letters.suppressedFor(address)]).toEqual([
      junk,
      ['complaint'],
    ])
    const { id } = await letters.rowOf(address)
    expect((await coordinator.post(`${list}/${id}/return`)).statusCode).toBe(404)
    const declared = {
      address,
      words: 'Case cochée à Tours',
      givenOn: '2017-07-07',
      language: 'fr',
      country: 'FR',
    }
    const added = await coordinator.post(`${list}/new`, { ...declared, frequency: 'issue' })
    expect([added.statusCode, pageWords(added.body)]).toEqual([422, expect.stringContaining('indésirable')])
    await coordinator.post(`${list}/import`, { ...declared, lines: address, step: 'write' })
    expect((await browserOf(testApp).post(`${link}/return`)).statusCode).toBe(404)
    expect(await letters.stateOf(address)).toEqual(junk)
    await askForLetter(testApp, { address })
    await browserOf(testApp).post(await letterLink(testApp, address, 'confirm'))
    expect([await letters.stateOf(address), await letters.suppressedFor(address)]).toEqual([reads, []])
  })

  it('is not put back by the undo of a coordinator who had removed them', async () => {
    const address = 'removed@ville.example'
    await subscribeToLetter(testApp, { address })
    const id = await letters.letterTo(address)
    const row = await letters.rowOf(address)
    await coordinator.post(`${list}/${row.id}/removal`)
    await letters.comesBack(
      Buffer.from(complaint(id).toString('latin1').replaceAll('claire@ville.example', address), 'latin1'),
    )
    expect((await coordinator.post(`${list}/${row.id}/return`)).statusCode).toBe(404)
    expect(await letters.stateOf(address)).toEqual(junk)
  })
})

test('a report of another reader, of a letter never sent, or of nothing at all changes nothing', async () => {
  const [one, two] = ['first@ville.example', 'second@ville.example']
  await subscribeToLetter(testApp, { address: one })
  await subscribeToLetter(testApp, { address: two })
  const [letter, other] = [await letters.letterTo(one), await letters.letterTo(two)]
  const [mailing] = letter.split('.')
  const [, otherReader] = other.split('.')
  const reportOf = (id: string, to: string) =>
    letters.comesBack(postfixReport({ id, status: '5.1.1', said: unknown, to }))
  expect([
    await reportOf(letter, two),
    await reportOf(`${mailing}.${otherReader}`, two),
    await reportOf(`${mailing}.${newId()}`, one),
    await reportOf(`${mailing}.x`, one),
    await reportOf(`${mailing}`, one),
    await reportOf(`${letter}.${otherReader}`, two),
  ]).toEqual([false, false, false, false, false, false])
  await testApp.context.database
    .updateTable('platform_mailing_reader')
    .set({ attempts: 0, state: 'waiting', ended_at: null })
    .where('mailing_id', '=', mailing!)
    .execute()
  expect(await reportOf(letter, one)).toBe(false)
  expect([await letters.stateOf(one), await letters.stateOf(two)]).toEqual([reads, reads])
})

test('a letter of ours that comes to our own mailbox is no return, nor is the note of somebody who is away', async () => {
  const address = 'loop@ville.example'
  await subscribeToLetter(testApp, { address })
  await letters.letterTo(address)
  const own = server.received.at(-1)!.raw
  expect(await letters.comesBack(own)).toBe('other')
  const away = Buffer.from(`Auto-Submitted: auto-replied\r\n${own.toString('latin1')}`, 'latin1')
  expect(await letters.comesBack(away)).toBe('automatic')
  expect(await letters.stateOf(address)).toEqual(reads)
})
