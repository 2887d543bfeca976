import { addPoll } from '../../src/features/agenda/polls/commands.ts'
import type { Poll } from '../../src/features/agenda/polls/poll.ts'
import { findPoll } from '../../src/features/agenda/polls/queries.ts'
import type { Context } from '../../src/platform/context/context.ts'
import { original } from './build-texts.ts'

/** A poll of two whole days, the given one and the next, open until the first begins. */
export async function buildPoll(context: Context, networkId: string, day: string): Promise<Poll> {
  const on = (date: string) => ({ startsAt: null, endsAt: null, zone: null, firstDay: date, lastDay: date })
  const first = Temporal.PlainDate.from(day)
  const id = await addPoll(context, {
    networkId,
    title: original('Réunion de préparation'),
    about: {},
    deadline: first.toZonedDateTime('Europe/Paris').toInstant(),
    zone: 'Europe/Paris',
    electorate: 'network',
    eventId: null,
    options: [on(day), on(first.add({ days: 1 }).toString())],
  })
  return findPoll(context, networkId, id)
}
