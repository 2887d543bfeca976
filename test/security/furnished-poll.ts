import { addPoll } from '../../src/features/agenda/polls/commands.ts'
import { tellInvited } from '../../src/features/agenda/polls/notices/commands.ts'
import { findPoll } from '../../src/features/agenda/polls/queries.ts'
import { inviteVoter } from '../../src/features/agenda/polls/voters/commands.ts'
import { findNetwork } from '../../src/features/networks/index.ts'
import { original } from '../support/build-texts.ts'
import { pollLinkOf } from '../support/date-polls.ts'
import type { FurnishedNetwork } from './furnished-network.ts'

/** A poll of two days from the given one on, with somebody in Korea who was invited by mail. */
export async function furnishPoll(
  { house, networkId }: Pick<FurnishedNetwork, 'house' | 'networkId'>,
  day: string,
): Promise<{ id: string; dateId: string; path: string }> {
  const { context, application } = house
  const on = (date: string) => ({ startsAt: null, endsAt: null, zone: null, firstDay: date, lastDay: date })
  const id = await addPoll(context, {
    networkId,
    title: original('Réunion de préparation'),
    about: {},
    deadline: Temporal.PlainDate.from(day).toZonedDateTime('Europe/Paris').toInstant(),
    zone: 'Europe/Paris',
    electorate: 'network',
    eventId: null,
    options: [on(day), on(Temporal.PlainDate.from(day).add({ days: 1 }).toString())],
  })
  const poll = await findPoll(context, networkId, id)
  const address = 'date@suncheon.example'
  const voterId = await inviteVoter(context, poll, { address, name: '', country: 'KR', language: 'ko' })
  const network = await findNetwork(context, 'france-coree')
  await tellInvited({ application, writing: context, network }, poll, voterId)
  return { id, dateId: poll.options[0]?.id ?? '', path: await pollLinkOf(house, address) }
}
