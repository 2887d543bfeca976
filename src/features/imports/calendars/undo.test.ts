import { expect, it } from 'vitest'
import { openMeetings } from '../../../../test/support/open-meetings.ts'
import { removeOwn } from './undo.commands.ts'

it('leaves an event at which bilateral meetings were opened', async () => {
  const { testApp, networkId } = await openMeetings([])
  const events = await testApp.context.database
    .selectFrom('agenda_event as e')
    .leftJoin('partners_session as s', 's.event_id', 'e.event_id')
    .select(['e.event_id as id', 's.session_id as session'])
    .orderBy('s.session_id')
    .limit(2)
    .execute()
  expect(events.map(({ session }) => session !== null)).toEqual([true, false])
  const ids = events.map(({ id }) => id)
  await removeOwn(testApp.context, [], networkId, ids)
  const left = await testApp.context.database
    .selectFrom('agenda_event')
    .select('event_id')
    .where('event_id', 'in', ids)
    .execute()
  expect(left.map(({ event_id }) => event_id)).toEqual(ids.slice(0, 1))
  await testApp.close()
})

it('leaves an event for which people could register, with those who did', async () => {
  const { testApp, networkId } = await openMeetings([])
  const { database } = testApp.context
  const [event] = await database
    .selectFrom('agenda_event as e')
    .leftJoin('partners_session as s', 's.event_id', 'e.event_id')
    .select('e.event_id as id')
    .where('s.session_id', 'is', null)
    .limit(1)
    .execute()
  const id = event?.id ?? ''
  await database
    .insertInto('agenda_registration_terms')
    .values({
      event_id: id,
      is_open: true,
      until: '2017-12-01T12:00:00Z',
      zone: 'Europe/Paris',
      for_whom: 'anybody',
      kept_months: 3,
      updated_at: '2017-07-01T12:00:00Z',
    })
    .execute()
  await removeOwn(testApp.context, [], networkId, [id])
  const left = await database
    .selectFrom('agenda_event')
    .select('event_id')
    .where('event_id', '=', id)
    .execute()
  expect(left).toHaveLength(1)
  await testApp.close()
})
