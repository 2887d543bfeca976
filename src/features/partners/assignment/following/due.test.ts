import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFollowed } from '../../../../../test/support/open-followed.ts'
import { pageWords } from '../../../../../test/support/page-words.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { type EventEntry, replaceEvents } from '../../../agenda/events/index.ts'

let fixture: Awaited<ReturnType<typeof openFollowed>>
beforeAll(async () => {
  fixture = await openFollowed()
  await fixture.open.keeper.post(`${fixture.run}/publication`)
})
afterAll(() => fixture.open.testApp.close())

describe('meetings of an event that nobody sees any more', () => {
  it('are still told to those who come, with no word of the event, until they are called off', async () => {
    const { open, member, edit, wordsOf, decide, calendar, follow, told } = fixture
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
    const { open, member, edit, wordsOf, decide, calendar, follow, told } = fixture
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
    expect(mails[0]?.text).toContain('retire une rencontre de votre agenda')
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
    const { open, edit, follow } = fixture
    await open.testApp.context.database
      .updateTable('partners_session_appointment')
      .set({ starts_at: '2017-06-01T10:00:00Z', ends_at: '2017-06-01T10:20:00Z' })
      .where('table_number', '=', 1)
      .where('starts_at', '<', new Date('2017-12-04T13:10:00Z'))
      .execute()
    await edit('state', { state: 'cancelled' })
    await follow()
    const rows = await open.testApp.context.database
      .selectFrom('partners_session_appointment')
      .select(['starts_at'])
      .where('cancelled_at', 'is', null)
      .execute()
    expect(rows.map(({ starts_at }) => starts_at.toISOString())).toEqual(['2017-06-01T10:00:00.000Z'])
  })
})

describe('an event at which bilateral meetings were opened', () => {
  it('is there still when the tie that it came with lets go of it', async () => {
    const { open } = fixture
    const { context } = open.testApp
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
        told_title: null,
        told_venue: null,
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
  })
})
