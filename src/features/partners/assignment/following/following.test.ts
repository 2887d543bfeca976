import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldsOf } from '../../../../../test/support/form-fields.ts'
import { openFollowed } from '../../../../../test/support/open-followed.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { canReadPdf, readPdf } from '../../../../../test/support/read-pdf.ts'
import { type SignedIn, signIn } from '../../../../../test/support/sign-in.ts'

let fixture: Awaited<ReturnType<typeof openFollowed>>
beforeAll(async () => {
  fixture = await openFollowed()
})
afterAll(() => fixture.open.testApp.close())

describe('meetings of an event that moves', () => {
  it('move hours without a word before anything was published', async () => {
    const { open, member, run, move, wordsOf, decide, calendar, told } = fixture
    await move('2017-12-05', '11:00', '13:00')
    const page = await wordsOf(open.place)
    expect(page).toContain('L’événement a été déplacé')
    expect(page).toContain('Les plages horaires des rencontres sont restées')
    expect(page).not.toContain('Les annuler toutes')
    expect(await wordsOf(await open.pageOf('icheon'), member)).not.toContain('L’événement est déplacé')
    expect(await told(async () => expect(await decide('move')).toBe('moved'))).toEqual([])
    expect(await fieldsOf(open.keeper, `${open.place}/setup`)).toMatchObject({
      'hours.0.day': '2017-12-05',
      'hours.0.from': '15:00',
      'hours.0.to': '17:00',
    })
    // What the run had found moved along, and is published at its new time.
    expect((await told(() => open.keeper.post(`${run}/publication`))).length).toBe(1)
    expect((await calendar()).map(({ at, status }) => [at, status])).toEqual([
      ['2017-12-05T14:00:00.000Z', 'confirmed'],
      ['2017-12-05T14:25:00.000Z', 'confirmed'],
    ])
  })

  it('say plainly that it has moved until somebody decides', async () => {
    const { open, member, run, move, wordsOf, calendar } = fixture
    await move('2017-12-07', '11:00', '13:00')
    const page = await wordsOf(open.place)
    expect(page).toMatch(/Avant : .*5 déc\. 2017.*Maintenant : .*7 déc\. 2017/)
    expect(page).toContain('4 rencontres publiées sont restées')
    expect(page).toMatch(/Première : mar\. 5 déc\. 2017, 15:00.*→ jeu\. 7 déc\. 2017, 15:00/)
    expect(await wordsOf(await open.pageOf('icheon'), member)).toMatch(/est déplacé.*7 déc\. 2017/)
    for (const each of await calendar())
      expect([each.status, each.sequence, each.description]).toEqual([
        'tentative',
        0,
        expect.stringMatching(/^L’événement est déplacé.*7 déc\. 2017/),
      ])
    const pdf = await open.keeper.get(`${await open.pageOf('icheon')}.pdf`)
    if (canReadPdf) {
      const { pages } = readPdf(pdf.rawPayload)
      expect(pages[0]).toMatch(
        /행사 일정이 변경되었습니다\. 새 일정: 2017년 12월 7일.*L’événement est déplacé/,
      )
    }
    expect(await wordsOf(run)).toContain('décidez d’abord')
    expect((await open.keeper.post(`${run}/publication`)).statusCode).toBe(409)
  })

  it('are decided on by whoever holds the event alone, and not without a choice', async () => {
    const { open, member, calendar } = fixture
    const post = (browser: SignedIn, fields = {}) => browser.post(`${open.place}/event-change`, fields)
    expect((await post(member, { choice: 'callOff', seen: '' })).statusCode).toBe(404)
    const none = await post(open.keeper)
    expect([none.statusCode, pageWords(none.body)]).toEqual([
      422,
      expect.stringContaining('Choisissez ce que deviennent'),
    ])
    const old = await post(open.keeper, { choice: 'callOff', seen: 'moved 2017-12-06' })
    expect(String(old.headers.location)).toContain('done=eventChanged')
    expect((await calendar()).map(({ status }) => status)).toEqual(['tentative', 'tentative'])
  })

  it('move along: the same entries of calendars, higher, and one mail each though two decide at once', async () => {
    const { open, run, wordsOf, decide, calendar, told } = fixture
    const before = await calendar()
    const colleague = await signIn(open.testApp, { role: 'coordinator', networkId: open.networkId })
    const mails = await told(async () => {
      const outcomes = await Promise.all([decide('move'), decide('move', colleague)])
      expect(outcomes.sort()).toEqual(['moved', 'settled'])
    })
    expect(mails.map(({ subject }) => subject)).toEqual([
      'Changements dans vos rencontres bilatérales : Temps Corée',
    ])
    const text = mails[0]?.text.replaceAll(/\s+/g, ' ')
    expect(text).toMatch(/est déplacé \(jeu\. 7 déc\. 2017/)
    expect(text).toMatch(/7 déc\. 2017, 15:00.*auparavant : mar\. 5 déc\. 2017, 15:00/)
    expect(await calendar()).toEqual(
      before.map(({ uid }, index) => ({
        uid,
        sequence: 1,
        status: 'confirmed',
        at: `2017-12-07T14:${index === 0 ? '00' : '25'}:00.000Z`,
        description: expect.not.stringContaining('déplacé'),
      })),
    )
    expect(await wordsOf(open.place)).not.toContain('L’événement a été déplacé')
    expect(await wordsOf(run)).toContain('il n’y a rien à annoncer')
  })

  it('change places with each other without standing in each other’s way', async () => {
    const { move, decide, calendar } = fixture
    await move('2017-12-07', '11:25', '13:25')
    expect(await decide('move')).toBe('moved')
    expect((await calendar()).map(({ at }) => at)).toEqual([
      '2017-12-07T14:25:00.000Z',
      '2017-12-07T14:50:00.000Z',
    ])
    await move('2017-12-07', '11:00', '13:00')
    expect(await decide('move')).toBe('moved')
  })

  it('stay when whoever holds the event says so, and nobody is told', async () => {
    const { open, member, move, wordsOf, decide, calendar, told } = fixture
    const before = await calendar()
    await move('2017-12-07', '09:00', '11:00')
    expect(await told(async () => expect(await decide('keep')).toBe('kept'))).toEqual([])
    expect(await calendar()).toEqual(before)
    expect(await wordsOf(await open.pageOf('icheon'), member)).not.toContain('déplacé')
  })

  it('end an assignment that looks for places which are gone', async () => {
    const { open, move, wordsOf, decide } = fixture
    await open.keeper.post(`${open.place}/runs`, { keeps: 'yes' })
    await move('2017-12-08', '09:00', '11:00')
    await decide('move')
    await open.work()
    expect(await wordsOf(`${open.place}/runs/2`)).toContain('arrêtée avant d’avoir trouvé')
  })
})
