import { notifyInvited } from '../../src/features/agenda/polls/mails.ts'
import { inviteVoter } from '../../src/features/agenda/polls/voters.commands.ts'
import { findNetwork } from '../../src/features/networks/index.ts'
import { buildPoll } from '../support/build-poll.ts'
import { pollLinkOf } from '../support/date-polls.ts'
import type { FurnishedNetwork } from './furnished-network.ts'

/** A poll of two days from the given one on, with a person in Korea who was invited by mail. */
export async function furnishPoll(
  { testApp, networkId }: Pick<FurnishedNetwork, 'testApp' | 'networkId'>,
  day: string,
): Promise<{ id: string; dateId: string; path: string }> {
  const { context, application } = testApp
  const poll = await buildPoll(context, networkId, day)
  const address = 'date@suncheon.example'
  const voterId = await inviteVoter(context, poll, { address, name: '', country: 'KR', language: 'ko' })
  const network = await findNetwork(context, 'france-coree')
  await notifyInvited({ application, writing: context, network }, poll, voterId)
  return { id: poll.id, dateId: poll.options[0]?.id ?? '', path: await pollLinkOf(testApp, address) }
}
