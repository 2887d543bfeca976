import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EditedRecord, openEditedRecord } from '../../../../../test/support/edited-record.ts'
import { addEvent } from '../../../../../test/support/event-forms.ts'
import { readFields } from '../../../../../test/support/form-fields.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { openProgram } from '../../../../../test/support/program.ts'
import { signIn } from '../../../../../test/support/sign-in.ts'

const group = '/fr/france-coree'
const events = '/api/v1/networks/france-coree/events'
let record: EditedRecord
beforeAll(async () => {
  record = await openEditedRecord('agenda/icheon-festival-ceramique-2017')
})
afterAll(() => record.close())

const seen = async (address: string) => pageWords((await record.testApp.get(address)).body)
const add = (typed: Record<string, string>) => addEvent(record, { end: '', ...typed })

describe('the hours of an event in its form', () => {
  it('asks which of two hours is meant where the clock shows it twice, and only there', async () => {
    const typed = { 'title.fr.text': 'Veille', when: '31 octobre 2027', start: '02:30', zone: 'Europe/Paris' }
    const asked = await add(typed)
    expect(asked.body).toContain('name="turn"')
    expect((await record.member.get(`${group}/agenda/new`)).body).not.toContain('name="turn"')
    expect((await add({ ...typed, turn: 'second' })).statusCode).toBe(303)
    const { starts_at: startsAt } = (await record.testApp.get(`${events}/veille`)).json()
    expect(startsAt).toBe('2027-10-31T01:30:00.000Z')
    expect(readFields((await record.member.get(`${group}/agenda/veille/edit/when`)).body)).toMatchObject({
      start: '02:30',
      turn: 'second',
    })
  })

  it('keeps the last of several days of which the first hour alone is known', async () => {
    const typed = {
      'title.fr.text': 'Salon',
      when: '4–6 décembre 2017',
      start: '10:00',
      zone: 'Europe/Paris',
    }
    expect((await add(typed)).statusCode).toBe(303)
    const place = `${group}/agenda/salon`
    expect(await seen(place)).toContain('jusqu’au 6 décembre 2017')
    expect(await seen(`${group}/agenda`)).toContain('jusqu’au 6 décembre 2017')
    const { body } = await record.testApp.get(`${group}/agenda/month?month=2017-12`)
    const cells = body.split(/<td/).filter((cell) => cell.includes('Salon')).length
    expect(cells).toBe(3)
    const file = (await record.testApp.get(`${place}.ics`)).body
    expect(file).toContain(
      'DTSTART;TZID=Europe/Paris:20171204T100000\r\nDTEND;TZID=Europe/Paris:20171207T000000',
    )
    expect((await record.testApp.get(place)).body).toContain('"endDate":"2017-12-06"')
  })

  it('begins on the clock of the side for which somebody speaks, whatever language they read', async () => {
    const icheon = await signIn(record.testApp, {
      role: 'member',
      networkId: record.networkId,
      organisationIds: [await record.organisationId('icheon')],
    })
    for (const page of ['agenda/new', 'agenda/polls/new', 'agenda/check'])
      expect((await icheon.get(`${group}/${page}`)).body, page).toMatch(
        /<option[^>]*value="Asia\/Seoul"[^>]*selected|value="Asia\/Seoul"[^>]*checked|checked[^>]*value="Asia\/Seoul"|selected[^>]*value="Asia\/Seoul"/,
      )
    expect(readFields((await icheon.get(`${group}/agenda/new`)).body)).toMatchObject({ zone: 'Asia/Seoul' })
    expect(readFields((await record.member.get('/ko/france-coree/agenda/new')).body)).toMatchObject({
      zone: 'Europe/Paris',
    })
  })
})

describe('an event as programs write it', () => {
  const path = '/networks/france-coree/events/salon/document'
  const patch = async (document: object) => {
    const { get, send } = await openProgram(record.testApp, { networkId: record.networkId })
    const etag = String((await get(path)).headers.etag)
    return send('PATCH', path, { document, reason: 'Courriel de la mairie' }, { 'if-match': etag })
  }

  it.each([
    ['2027-03-28', '2027-03-28T02:30[Europe/Paris]', 'it skips this one'],
    ['2027-10-31', '2027-10-31T02:30[Europe/Paris]', '2027-10-31T02:30+01:00[Europe/Paris]'],
    ['2027-10-30', '2027-10-30T02:30+01:00[Europe/Paris]', '2027-10-30T02:30+02:00[Europe/Paris]'],
  ])('refuses on %s the time %s in words', async (when, starts, words) => {
    const answer = await patch({ when, starts, ends: null })
    expect([answer.statusCode, answer.body]).toEqual([422, expect.stringContaining(words)])
  })

  it('takes an offset for a time that comes twice, and gives it back', async () => {
    const starts = '2027-10-31T02:30+01:00[Europe/Paris]'
    expect((await patch({ when: '2027-10-31', starts })).statusCode).toBe(200)
    const { document } = (await record.testApp.get(`/api/v1${path}`)).json()
    expect(document.starts).toBe(starts)
  })

  it('is cancelled by its state alone', async () => {
    expect((await patch({ state: 'cancelled' })).statusCode).toBe(200)
    const told = (await record.testApp.get(`${events}/salon`)).json()
    expect([told.state, told.firmness]).toEqual(['cancelled', null])
  })
})
