import type { Context } from '../../../../platform/context/context.ts'
import type { Network } from '../../../networks/index.ts'
import type { Assessment } from '../../planning/planned-date.ts'
import type { Poll } from '../poll.ts'
import { listAssessments } from '../queries.ts'
import { type OptionTally, tallyOf } from '../tally.ts'
import { listVoters, type Voter } from '../voters.queries.ts'

export interface PollResults {
  voters: Voter[]
  answered: number
  tallies: OptionTally[]
  assessments: Map<string, Assessment>
}

/** The voters of a poll, the counts of its dates, and what the calendars say of them. */
export async function findResults(
  context: Context,
  network: Pick<Network, 'id' | 'countries'>,
  poll: Poll,
): Promise<PollResults> {
  const [voters, assessments] = await Promise.all([
    listVoters(context, poll.id),
    listAssessments(context, network, poll.options),
  ])
  const votes = voters.filter(({ answeredAt }) => answeredAt !== null)
  const ids = poll.options.map(({ id }) => id)
  return { voters, answered: votes.length, tallies: tallyOf(ids, votes, network.countries), assessments }
}
