import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldsOf } from '../../../../../test/support/form-fields.ts'
import { type OpenMeetings, openMeetings, usualSetup } from '../../../../../test/support/open-meetings.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { canReadPdf, readPdf } from '../../../../../test/support/read-pdf.ts'
import { readWorkbook } from '../../../../../test/support/read-workbook.ts'
import { readBack } from '../../../../../test/support/written-calendar.ts'

const night = {
  'hours.0.from': '23:00',
  'hours.0.to': '01:00',
  'hours.0.ends': 'nextDay',
  slotMinutes: '40',
  breakMinutes: '0',
}

let open: OpenMeetings
beforeAll(async () => {
  open = await openMeetings(['limoges', 'marseille', 'icheon', 'busan'], night)
})
afterAll(() => open.testApp.close())

const send = async (given: Record<string, string>) => {
  const { statusCode, body } = await open.keeper.post(`${open.place}/setup`, {
    ...usualSetup,
    ...night,
    ...given,
  })
  return { statusCode, words: pageWords(body), body }
}
const words = async (path: string) => pageWords((await open.keeper.get(path)).body).replaceAll(/\s/g, ' ')

describe('hours of an evening in Paris that are a morning in Seoul', () => {
  it('are one row of the form, which says on which day they end, on both clocks', async () => {
    expect(await fieldsOf(open.keeper, `${open.place}/setup`)).toMatchObject({
      'hours.0.day': '2017-12-04',
      'hours.0.from': '23:00',
      'hours.0.to': '01:00',
      'hours.0.ends': 'nextDay',
    })
    for (const path of [`${open.place}/setup`, open.place])
      expect(await words(path)).toMatch(
        /lun\. 4 déc\. 2017 23:00 ?– ?01:00 \+1 j Paris mar\. 5 déc\. 2017 07:00 \+1 j ?– ?09:00 Séoul/,
      )
    expect(await words(open.place)).toContain('3 créneaux de 40 minutes')
  })

  it.each([
    ['end before they begin on the same day', { 'hours.0.ends': '' }, 'choisissez « le lendemain »'],
    ['last longer than a day', { 'hours.0.to': '23:30' }, 'un jour au plus'],
    [
      'go into others of the next day',
      {
        'hours.1.part': '',
        'hours.1.day': '2017-12-05',
        'hours.1.from': '00:30',
        'hours.1.to': '02:00',
      },
      'en chevauche une autre',
    ],
  ])('are refused where they %s, beside their field and as typed', async (_, given, said) => {
    const refused = await send(given)
    expect([refused.statusCode, refused.words.replaceAll(/\s/g, ' ')]).toEqual([
      422,
      expect.stringContaining(said),
    ])
    expect(refused.body).toContain('value="23:00"')
  })

  it('are right in calendars, sheets and tables, across midnight', async () => {
    await open.wish('limoges', ['icheon', 'busan'])
    await open.wish('marseille', ['busan', 'icheon'])
    expect(await words(`${open.place}/rules`)).toContain(
      '23:40–00:20 (+1 j) Paris · 07:40 (+1 j)–08:20 Séoul',
    )
    const [, middle = ''] = (
      await open.testApp.context.database
        .selectFrom('partners_session_slot')
        .select('slot_id')
        .orderBy('starts_at')
        .execute()
    ).map(({ slot_id }) => slot_id)
    const fixed = await open.keeper.post(`${open.place}/rules`, {
      first: await open.idOf('limoges'),
      second: await open.idOf('icheon'),
      kind: 'fixed',
      slot: middle,
    })
    expect(fixed.statusCode).toBe(303)
    await open.keeper.post(`${await open.run()}/publication`)
    const page = await open.pageOf('limoges')
    const { events } = readBack((await open.keeper.get(`${page}.ics`)).body)
    const held = events.find(({ summary }) => summary.text.includes('Icheon'))
    expect([held?.start, held?.end]).toEqual([
      { kind: 'instant', at: new Date('2017-12-04T22:40:00Z'), zone: 'Europe/Paris' },
      { kind: 'instant', at: new Date('2017-12-04T23:20:00Z'), zone: 'Europe/Paris' },
    ])
    const [, sheet] = readWorkbook((await open.keeper.get(`${page}.xlsx`)).rawPayload)
    const [titles = [], ...rows] = sheet?.rows ?? []
    const row = rows.find((cells) => cells.includes('Icheon')) ?? []
    expect(Object.fromEntries(titles.slice(0, 6).map((title, at) => [title, row[at]]))).toEqual({
      'Jour (Paris)': '2017-12-04',
      'De (Paris)': '23:40',
      'À (Paris)': '00:20 (+1 j)',
      'Jour (Séoul)': '2017-12-05',
      'De (Séoul)': '07:40',
      'À (Séoul)': '08:20',
    })
    if (!canReadPdf) return
    const { pages } = readPdf((await open.keeper.get(`${page}.pdf`)).rawPayload)
    expect(pages[0]?.replaceAll(/\s/g, ' ')).toContain('23:40–00:20 (+1 j) Paris · 07:40 (+1 j)–08:20 Séoul')
  })
})
