import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldsOf } from '../../../../../test/support/form-fields.ts'
import { readMailbox } from '../../../../../test/support/mailbox.ts'
import { type OpenMeetings, openMeetings } from '../../../../../test/support/open-meetings.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { type SignedIn, signIn } from '../../../../../test/support/sign-in.ts'
import { readBack } from '../../../../../test/support/written-calendar.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { type EventEntry, replaceEvents } from '../../../agenda/events/index.ts'
import { removeOwn } from '../../../imports/calendars/taking-back/commands.ts'
import { assignmentJobs } from '../jobs.ts'

let open: OpenMeetings
let member: SignedIn
let run: string
beforeAll(async () => {
  open = await openMeetings(['limoges', 'marseille', 'icheon', 'busan'], { tables: '2' })
  member = await open.memberOf('icheon', 'icheon@example.kr')
  await open.wish('limoges', ['icheon', 'busan'])
  await open.wish('marseille', ['icheon', 'busan'])
  run = await open.run()
})
afterAll(() => open.house.close())

async function edit(part: string, given: Record<string, string>, event = open.event) {
  const form = `${event}/edit/${part}`
  const answer = await open.keeper.post(form, {
    ...(await fieldsOf(open.keeper, form)),
    ...given,
    reason: 'Essai',
  })
  expect(answer.statusCode).toBe(303)
}
const move = (when: string, start: string, end: string) => edit('when', { when, start, end })
const wordsOf = async (path: string, browser: SignedIn = open.keeper) =>
  pageWords((await browser.get(path)).body)
async function decide(choice: string, browser: SignedIn = open.keeper) {
  const form = await fieldsOf(browser, open.place)
  const { headers } = await browser.post(`${open.place}/event-change`, { ...form, choice })
  return String(headers.location).split('done=')[1]
}
async function calendar(browser: SignedIn = member) {
  const { events } = readBack((await browser.get(`${await open.pageOf('icheon')}.ics`)).body)
  return events.map(({ uid, sequence, status, start, description }) => ({
    uid,
    sequence,
    status,
    at: start.kind === 'instant' ? start.at.toISOString() : '',
    description: description?.text.replaceAll(/\s/g, ' ') ?? '',
  }))
}
const follow = async () => {
  await assignmentJobs(open.house.application)
    .find(({ name }) => name === 'partners.assignment.follow')
    ?.run({})
}
/** What was sent meanwhile to the member of Icheon. */
async function told(act: () => Promise<unknown>) {
  const before = (await readMailbox(open.house)).length
  await act()
  const mails = (await readMailbox(open.house)).slice(before)
  return mails.filter(({ to }) => to === 'icheon@example.kr')
}

describe('meetings of an event that moves', () => {
  it('move hours without a word before anything was published', async () => {
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
    // What the run had found went along, and is published where it stands by now.
    expect((await told(() => open.keeper.post(`${run}/publication`))).length).toBe(1)
    expect((await calendar()).map(({ at, status }) => [at, status])).toEqual([
      ['2017-12-05T14:00:00.000Z', 'confirmed'],
      ['2017-12-05T14:25:00.000Z', 'confirmed'],
    ])
  })

  it('say plainly that it has moved until somebody decides', async () => {
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
    expect(await wordsOf(run)).toContain('décidez d’abord')
    expect((await open.keeper.post(`${run}/publication`)).statusCode).toBe(409)
  })

  it('are decided on by whoever holds the event alone, and not without a choice', async () => {
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
    const before = await calendar()
    const colleague = await signIn(open.house, { role: 'coordinator', networkId: open.networkId })
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
    const before = await calendar()
    await move('2017-12-07', '09:00', '11:00')
    expect(await told(async () => expect(await decide('keep')).toBe('kept'))).toEqual([])
    expect(await calendar()).toEqual(before)
    expect(await wordsOf(await open.pageOf('icheon'), member)).not.toContain('déplacé')
  })

  it('end an assignment that looks for places which are gone', async () => {
    await open.keeper.post(`${open.place}/runs`, { keeps: 'yes' })
    await move('2017-12-08', '09:00', '11:00')
    await decide('move')
    await open.work()
    expect(await wordsOf(`${open.place}/runs/2`)).toContain('arrêtée avant d’avoir trouvé')
  })
})

describe('meetings of an event that nobody sees any more', () => {
  it('are still told to those who come, with no word of the event, until they are called off', async () => {
    const page = await open.pageOf('icheon')
    await edit('visibility', { visibility: 'withdrawn' })
    expect((await member.get(open.place)).statusCode).toBe(404)
    const own = await wordsOf(page, member)
    expect(own).toContain('n’est plus affiché')
    expect(own).toContain('Limoges')
    expect(own).not.toContain('Temps Corée')
    for (const { status, description } of await calendar()) {
      expect([status, description]).toEqual(['tentative', expect.stringContaining('n’est plus affiché')])
      expect(description).not.toContain('Temps Corée')
    }
    // Others read nothing of it.
    const other = await open.memberOf('tours')
    for (const path of [page, `${page}.ics`, `${page}.pdf`, `${page}/wishes`])
      expect((await other.get(path)).statusCode, path).toBe(404)
    expect((await member.get(`${page}/wishes`)).statusCode).toBe(404)

    await follow()
    expect(await wordsOf(open.place)).toContain('4 rencontres publiées tiennent toujours')
    const mails = await told(async () => expect(await decide('callOff')).toBe('calledOff'))
    expect(mails.map(({ subject }) => subject)).toEqual(['Rencontres bilatérales annulées : Temps Corée'])
    expect((await calendar()).map(({ status }) => status)).toEqual(['cancelled', 'cancelled'])
    await edit('visibility', { visibility: 'public' })
  })
})

describe('meetings of a cancelled event', () => {
  it('are called off by themselves, told once, and can be published again when it takes place after all', async () => {
    const third = await open.run({})
    expect((await told(() => open.keeper.post(`${third}/publication`))).length).toBe(1)
    const before = await calendar()
    await edit('state', { state: 'cancelled' })
    expect(await wordsOf(open.place)).toContain('4 rencontres publiées seront annulées dans quelques minutes')
    expect(await wordsOf(await open.pageOf('icheon'), member)).toContain('n’ont pas lieu')
    const off = before.map(({ uid, sequence = 0, at }) => ({
      uid,
      sequence: sequence + 1,
      status: 'cancelled',
      at,
      description: expect.stringContaining('est annulé'),
    }))
    expect(await calendar()).toEqual(off)
    const mails = await told(async () => {
      await Promise.all([follow(), decide('callOff')])
      await follow()
    })
    expect(mails.map(({ subject }) => subject)).toEqual(['Rencontres bilatérales annulées : Temps Corée'])
    expect(mails[0]?.text).toContain('retire ces rencontres de votre agenda')
    expect(await calendar()).toEqual(off)
    const refused = await open.keeper.post(`${open.place}/runs`)
    expect([refused.statusCode, pageWords(refused.body)]).toEqual([
      422,
      expect.stringContaining('aucune rencontre ne peut être affectée'),
    ])
    expect((await open.keeper.post(`${third}/publication`)).statusCode).toBe(409)

    await edit('state', { state: 'planned' })
    expect((await told(() => open.keeper.post(`${third}/publication`))).length).toBe(1)
    expect(await calendar()).toEqual(
      before.map((each) => ({
        ...each,
        sequence: (each.sequence ?? 0) + 2,
        description: expect.any(String),
      })),
    )
  })

  it('that have taken place stay as they were', async () => {
    await open.house.context.database
      .updateTable('partners_session_appointment')
      .set({ starts_at: '2017-06-01T10:00:00Z', ends_at: '2017-06-01T10:20:00Z' })
      .where('table_number', '=', 1)
      .where('starts_at', '<', new Date('2017-12-08T14:10:00Z'))
      .execute()
    await edit('state', { state: 'cancelled' })
    await follow()
    const rows = await open.house.context.database
      .selectFrom('partners_session_appointment')
      .select(['starts_at'])
      .where('cancelled_at', 'is', null)
      .execute()
    expect(rows.map(({ starts_at }) => starts_at.toISOString())).toEqual(['2017-06-01T10:00:00.000Z'])
  })
})

describe('an event at which bilateral meetings were opened', () => {
  it('is there still when the tie that it came with, or its import, lets go of it', async () => {
    const { context } = open.house
    const { database } = context
    const events = await database
      .selectFrom('agenda_event as e')
      .innerJoin('agenda_event_cooperation as link', 'link.event_id', 'e.event_id')
      .select(['e.event_id as id', 'link.cooperation_id as tie'])
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('contributions_version as v')
              .select('v.number')
              .whereRef('v.record_id', '=', 'e.event_id'),
          ),
        ),
      )
      .limit(2)
      .execute()
    const [held, other] = events
    if (!held || !other) throw new Error('The demonstration has too few events')
    const plan = await database.selectFrom('partners_session').selectAll().executeTakeFirstOrThrow()
    await database
      .insertInto('partners_session')
      .values({
        ...plan,
        session_id: newId(),
        event_id: held.id,
        hours: JSON.stringify(plan.hours),
        interpreters: null,
      })
      .execute()
    const ids = async () => {
      const rows = await database
        .selectFrom('agenda_event')
        .select('event_id')
        .where('event_id', 'in', [held.id, other.id])
        .execute()
      return rows.map(({ event_id }) => event_id)
    }
    for (const { id, tie } of events)
      await replaceEvents(context, { id: tie, networkId: open.networkId }, [{ id } as EventEntry], [])
    expect(await ids()).toEqual([held.id])
    await removeOwn(context, [], open.networkId, [held.id])
    expect(await ids()).toEqual([held.id])
  })
})
