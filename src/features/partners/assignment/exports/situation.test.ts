import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFollowed } from '../../../../../test/support/open-followed.ts'
import { readWorkbook } from '../../../../../test/support/read-workbook.ts'
import type { SignedIn } from '../../../../../test/support/sign-in.ts'

let fixture: Awaited<ReturnType<typeof openFollowed>>
beforeAll(async () => {
  fixture = await openFollowed()
  await fixture.edit('place', { 'venue.fr.text': 'Hôtel de région', 'venue.original': 'fr' })
  await fixture.open.keeper.post(`${fixture.run}/publication`)
})
afterAll(() => fixture.open.testApp.close())

/** The text of the first sheet, and the state of each meeting on the next one. */
async function read(path: string, browser: SignedIn = fixture.open.keeper) {
  const [first, second] = readWorkbook((await browser.get(path)).rawPayload)
  const [head = [], ...rows] = first?.rows ?? []
  const [titles = [], ...meetings] = second?.rows ?? []
  const state = titles.indexOf('État')
  return {
    head,
    said: Object.fromEntries(rows.map(([what = '', words = '']) => [what, words.replaceAll(/\s/g, ' ')])),
    states: meetings.map((cells) => cells[state]),
  }
}
const whole = () => read(`${fixture.open.place}.xlsx`)

describe('the first sheet of the table', () => {
  it('says what holds and where, as of when, on both clocks', async () => {
    const { head, said, states } = await whole()
    expect(head).toEqual(['Situation', 'Temps Corée'])
    expect(said).toEqual({
      'Établie le': expect.stringMatching(/\d{4}, \d\d:\d\d Paris · \d\d:\d\d( \(\+1 j\))? Séoul$/),
      État: 'Les rencontres sont maintenues telles que publiées.',
      'Date de l’événement': expect.stringMatching(/4 déc\. 2017.*Paris.*Séoul/),
      Lieu: 'Hôtel de région',
      'Rencontres au programme': '4',
      'Rencontres annulées': '0',
      'Dernière publication': expect.stringMatching(/Paris · .*Séoul/),
    })
    expect(states).toEqual(Array(4).fill('maintenue'))
  })

  it('says that the event has moved since, from when to when, and that nothing is certain', async () => {
    await fixture.move('2017-12-07', '11:00', '13:00')
    const { said, states } = await whole()
    expect(said).toMatchObject({
      État: expect.stringMatching(/^L’événement est déplacé. Nouvelle date : .*7 déc\. 2017/),
      'Date de l’événement': expect.stringMatching(/7 déc\. 2017.*Paris.*Séoul/),
      'Date précédente': expect.stringMatching(/4 déc\. 2017.*Paris.*Séoul/),
    })
    expect(states).toEqual(Array(4).fill('à confirmer'))
    const own = await read(`${await fixture.open.pageOf('icheon')}.xlsx`, fixture.member)
    expect([own.said.État, own.states]).toEqual([said.État, Array(2).fill('à confirmer')])
  })

  it('says what holds again once it is decided', async () => {
    expect(await fixture.decide('move')).toBe('moved')
    const { said, states } = await whole()
    expect(said.État).toBe('Les rencontres sont maintenues telles que publiées.')
    expect(said).not.toHaveProperty('Date précédente')
    expect(states).toEqual(Array(4).fill('maintenue'))
  })

  it('says that nothing holds of a cancelled event, before and after its meetings are called off', async () => {
    await fixture.edit('state', { state: 'cancelled' })
    const before = await whole()
    expect(before.said).toMatchObject({
      État: 'L’événement est annulé : ses rencontres bilatérales n’ont pas lieu.',
      'Rencontres au programme': '0',
      'Rencontres annulées': '4',
    })
    expect(before.states).toEqual(Array(4).fill('annulée'))
    await fixture.follow()
    const after = await whole()
    expect(after.said).toMatchObject({ ...before.said, 'Établie le': expect.any(String) })
    expect(after.states).toEqual([])
  })
})
