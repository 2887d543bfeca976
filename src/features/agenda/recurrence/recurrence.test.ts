import ICAL from 'ical.js'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EditedRecord, type Form, openEditedRecord } from '../../../../test/support/edited-record.ts'
import { addEvent, editEvent } from '../../../../test/support/event-forms.ts'
import { readFields } from '../../../../test/support/form-fields.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { unfolded } from '../../../../test/support/written-calendar.ts'
import { anonymous } from '../../../platform/context/actor.ts'
import { extendSeries } from './rows.commands.ts'

const group = '/fr/france-coree'
const events = '/api/v1/networks/france-coree/events'
let record: EditedRecord

const seen = async (address: string) => pageWords((await record.testApp.get(address)).body)

const edit = (place: string, part: string, typed: Form) => editEvent(record, `${place}/edit/${part}`, typed)

const call = `${group}/agenda/point-mensuel`
const festival = `${group}/agenda/festival-des-lumieres`

beforeAll(async () => {
  record = await openEditedRecord('agenda/icheon-festival-ceramique-2017')
  await addEvent(record, {
    'title.fr.text': 'Point mensuel',
    when: '13 septembre 2017',
    start: '10:00',
    end: '11:00',
    repeats: 'month_weekday',
  })
  const when = '2017-10-13/2017-10-15'
  await addEvent(record, { 'title.fr.text': 'Festival des lumières', when, repeats: 'two_years_week' })
})
afterAll(() => record.close())

describe('an event that comes back', () => {
  it('says how, and its next dates on both clocks with what stands in their way', async () => {
    const page = await seen(call)
    expect(page).toContain('Chaque mois, le deuxième mercredi du mois')
    expect(page).toContain(
      'mer. 13 sept. 2017 10:00 – 11:00 Paris mer. 13 sept. 2017 17:00 – 18:00 Séoul 서울',
    )
    // Winter time in France, none in Korea.
    expect(page).toContain('mer. 8 nov. 2017 10:00 – 11:00 Paris mer. 8 nov. 2017 18:00 – 19:00 Séoul 서울')
    expect(page).toContain('L’agenda montre les dates des 3 années à venir.')
    expect(await seen('/ko/france-coree/agenda/festival-des-lumieres')).toContain('격년 10월 둘째 주')
    expect(await seen('/en/france-coree/agenda/festival-des-lumieres')).toContain(
      'Every two years, in the second week of October',
    )
  })

  it('stands on each of its days in the list, the month, the week and the map, and once on its tie and in a search', async () => {
    const list = await record.testApp.get(`${group}/agenda?from=2017-09&to=2017-12`)
    expect(list.body.match(/point-mensuel\?date=2017-\d\d-\d\d/g)).toEqual(
      ['09-13', '10-11', '11-08', '12-13'].map((day) => `point-mensuel?date=2017-${day}`),
    )
    expect((await record.testApp.get(`${group}/agenda/month?month=2019-10`)).body).toContain(
      'festival-des-lumieres?date=2019-10-11',
    )
    expect((await record.testApp.get(`${group}/agenda/week?week=2017-W41`)).body).toContain(
      'point-mensuel?date=2017-10-11',
    )
    const map = await seen(`${group}/agenda/map?from=2017-09&to=2017-12`)
    expect(map).toContain('Point mensuel')
    const found = await record.testApp.get(`${group}/search?q=mensuel`)
    expect(found.body.match(/agenda\/point-mensuel/g)).toHaveLength(1)
    const organisation = await record.testApp.get(`${group}/organisations/limoges`)
    expect(organisation.body.match(/>Point mensuel</g)).toHaveLength(1)
  })

  it('shows one of its dates under an address of its own, and the next where a day is none of them', async () => {
    expect(await seen(`${call}?date=2017-11-08`)).toContain('Quand mer. 8 nov. 2017')
    expect(await seen(`${call}?date=2017-11-09`)).toContain('Quand mer. 13 sept. 2017')
    expect((await record.testApp.get(`${call}?date=2017-02-31`)).statusCode).toBe(200)
    expect((await record.testApp.get(`${call}?date=2017-11-08`)).body).toContain(
      '"startDate":"2017-11-08T10:00+01:00"',
    )
  })

  it('is answered once by its address and on each of its days by the list of the API, which a cursor walks', async () => {
    const one = (await record.testApp.get(`${events}/festival-des-lumieres`)).json()
    expect(one).toMatchObject({
      occurrence: null,
      recurrence: {
        rule: 'FREQ=YEARLY;INTERVAL=2;BYMONTH=10;BYMONTHDAY=9,10,11,12,13,14,15;BYDAY=FR',
        placing: 'week',
      },
    })
    const walked: [string, string][] = []
    let next: string | null = `${events}?q=mensuel&from=2017-09&to=2017-12&limit=3`
    while (next) {
      const answer: { items: { occurrence: string; starts_at: string }[]; next?: string | null } = (
        await record.testApp.get(next)
      ).json()
      const { items, next: link } = answer
      for (const { occurrence, starts_at: at } of items) walked.push([occurrence, at])
      next = link === null || link === undefined ? null : link.replace(/^https?:\/\/[^/]+/, '')
    }
    expect(walked).toEqual([
      ['2017-09-13', '2017-09-13T08:00:00.000Z'],
      ['2017-10-11', '2017-10-11T08:00:00.000Z'],
      ['2017-11-08', '2017-11-08T09:00:00.000Z'],
      ['2017-12-13', '2017-12-13T09:00:00.000Z'],
    ])
  })
})

describe('one of its dates', () => {
  it('is moved, cancelled and left out, each said where it stands, and comes back when the change is undone', async () => {
    const moved = await edit(call, 'dates/2017-10-11', {
      when: '12 octobre 2017',
      'note.fr.text': 'Repoussé après le pont de Chuseok.',
    })
    expect(moved.statusCode).toBe(303)
    await edit(call, 'dates/2017-11-08', { state: 'cancelled', 'note.fr.text': 'Congrès des maires.' })
    await edit(call, 'dates/2017-12-13', { state: 'left_out' })
    const list = await seen(`${group}/agenda?q=mensuel&from=2017-09&to=2017-12`)
    expect(list).toContain('jeu. 12 oct. 2017 10:00 – 11:00 Paris')
    expect(list).toContain('Repoussé après le pont de Chuseok.')
    expect(list).toContain('Congrès des maires.')
    expect(list).not.toContain('13 déc.')
    expect(await seen(`${call}?date=2017-10-11`)).toContain('La date a changé. Auparavant')
    expect(await seen(`${call}?date=2017-11-08`)).toContain('Cet événement est annulé.')
    const cancelled = (await record.testApp.get(`${events}?q=mensuel&status=cancelled`)).json()
    expect(cancelled.items.map(({ occurrence }: { occurrence: string }) => occurrence)).toEqual([
      '2017-11-08',
    ])
    const history = await seen(`${call}/history/2`)
    expect(history).toContain('Dates de la série')
    expect(history).not.toContain('recurrence')

    const fields = readFields((await record.member.get(`${call}/history/3`)).body)
    await record.member.post(`${call}/history/3/restoration`, { ...fields, reason: 'Erreur' })
    expect(await seen(`${group}/agenda?q=mensuel&from=2017-12&to=2017-12`)).toContain('mer. 13 déc. 2017')
  })

  it('is told to calendar programs by its own component, and read so by ical.js', async () => {
    const text = unfolded((await record.testApp.get(`${call}.ics`)).body)
    expect(text).toContain('RRULE:FREQ=MONTHLY;BYDAY=2WE')
    expect(text).toContain('RECURRENCE-ID;TZID=Europe/Paris:20171011T100000')
    const [master, ...changes] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent')
    const event = new ICAL.Event(master!, { exceptions: changes.map((each) => new ICAL.Event(each)) })
    const iterator = event.iterator()
    const dates = Array.from({ length: 4 }, () => event.getOccurrenceDetails(iterator.next()))
    expect(dates.map(({ startDate }) => startDate.toJSDate().toISOString())).toEqual([
      '2017-09-13T08:00:00.000Z',
      '2017-10-12T08:00:00.000Z',
      '2017-11-08T09:00:00.000Z',
      '2017-12-13T09:00:00.000Z',
    ])
    expect(dates[2]?.item.component.getFirstPropertyValue('status')).toBe('CANCELLED')
    const feed = unfolded((await record.testApp.get(`${group}/agenda.ics?from=2018-02&to=2018-02`)).body)
    expect(feed).toContain('SUMMARY;LANGUAGE=fr:Point mensuel')
    expect(feed).not.toContain('Festival des lumières')
  })

  it('is an entry of its own for news readers of what comes, of which the whole is one otherwise', async () => {
    const ids = async (query: string) => {
      const { items } = (await record.testApp.get(`${group}/agenda.json?q=mensuel&${query}`)).json()
      return items.map(({ id }: { id: string }) => id.replace(/^.*agenda\//, ''))
    }
    expect((await ids('when=coming')).slice(0, 2)).toEqual([
      'point-mensuel?date=2017-09-13',
      'point-mensuel?date=2017-10-11',
    ])
    expect(await ids('when=all')).toEqual([expect.stringMatching(/^urn:uuid:/)])
  })

  it.each([
    ['dates/2017-11-08', { when: '13 septembre 2017' }, 'a déjà une date ce jour-là'],
    ['dates/new', { when: '13 septembre 2017' }, 'a déjà une date ce jour-là'],
    ['dates/new', { when: '', start: '', end: '' }, 'Donnez la date'],
    ['repeats', { ends: 'until', until: '2017-09-01' }, 'finit avant de commencer'],
    ['repeats', { ends: 'until', until: '2150-09-01' }, 'plus de cent ans'],
    ['repeats', { ends: 'count', count: '0' }, 'de 2 à 500'],
    ['repeats', { repeats: 'own', interval: '0' }, 'de 1 à 50'],
    ['repeats', { leftOut: 'un jour' }, '« un jour » n’est pas un jour'],
    ['repeats', { leftOut: Array.from({ length: 2_000 }, () => '2027-01-13').join('\n') }, 'trop long'],
    [
      'repeats',
      { leftOut: Array.from({ length: 600 }, () => '2027-01-13').join('\n') },
      'Cinq cents exceptions',
    ],
    ['when', { when: 'octobre 2017', start: '', end: '' }, 'n’est pas connue au jour près'],
  ])('refuses %s with what nobody means, beside the field: %j', async (part, typed, says) => {
    const answer = await edit(call, part, typed)
    expect([answer.statusCode, pageWords(answer.body).includes(says)]).toEqual([422, true])
  })

  it('is none of an event without a series, and on no other day', async () => {
    const single = `${group}/agenda/icheon-festival-ceramique-2017`
    for (const form of [`${single}/edit/dates/new`, `${call}/edit/dates/2017-09-14`])
      expect((await record.member.get(form)).statusCode, form).toBe(404)
  })
})

describe('the rule', () => {
  it('is changed by fields of its own, for weekdays, an end and days left out and added', async () => {
    await edit(festival, 'when', { when: '13 octobre 2017', change: 'correction' })
    const typed = {
      repeats: 'own',
      unit: 'week',
      interval: '2',
      weekdays: ['3'],
      ends: 'until',
      until: '2017-12-31',
      leftOut: '25 octobre 2017',
      added: '24 décembre 2017',
    }
    expect((await edit(festival, 'repeats', typed)).statusCode).toBe(303)
    const page = await seen(festival)
    expect(page).toContain('Toutes les deux semaines, le mercredi et le vendredi, jusqu’au 31 décembre 2017')
    expect((await record.testApp.get(`${events}/festival-des-lumieres`)).json().recurrence).toMatchObject({
      rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE,FR;UNTIL=20171231',
      left_out: ['2017-10-25'],
      added: ['2017-12-24'],
    })
    const longer = await edit(festival, 'when', { when: '2017-10-13/2017-10-15', change: 'correction' })
    expect(longer.statusCode).toBe(422)
    expect(pageWords(longer.body)).toContain('L’événement recommencerait avant d’être fini')
  })

  it('ends, and the event is one again', async () => {
    await edit(festival, 'when', { when: '13 octobre 2017', repeats: 'never' })
    const { items } = (await record.testApp.get(`${events}?q=lumi%C3%A8res&when=all`)).json()
    expect(items).toMatchObject([{ when: '2017-10-13', recurrence: null, occurrence: null }])
  })

  it('tells nobody of an event that is hidden from them, nor before it was known', async () => {
    const list = `${group}/agenda?q=mensuel&when=all`
    expect(await seen(`${list}&now=2017-07-01`)).not.toContain('Point mensuel')
    await edit(call, 'visibility', { visibility: 'hosts' })
    for (const view of [list, `${group}/agenda/month?month=2018-01`, `${group}/agenda.ics`])
      expect((await record.testApp.get(view)).body, view).not.toContain('Point mensuel')
    expect((await record.member.get(list)).body).toContain('point-mensuel?date=2018-01-10')
    await edit(call, 'visibility', { visibility: 'public' })
  })

  it('goes on by itself as time passes', async () => {
    const { database, clock } = record.testApp.context
    await sql`delete from agenda_occurrence where occurs_on > '2018-01-01'`.execute(database)
    await sql`update agenda_event set occurrences_until = '2018-01-01' where recurrence is not null`.execute(
      database,
    )
    await extendSeries({ actor: anonymous, clock, database, today: '2017-07-10' })
    const far = (await record.testApp.get(`${events}?q=mensuel&from=2020-06&to=2020-06`)).json()
    expect(far.items).toMatchObject([{ occurrence: '2020-06-10' }])
  })
})
