import { type Actor, organisationsOf } from '../../../platform/context/actor.ts'
import { mayAdvise } from '../policy.ts'
import type { Expectation } from './expectation.ts'
import type { MemberRequest } from './requests.queries.ts'

/** In which capacity the reader reads an expectation. */
export interface Involvement {
  /** Belongs to the secretariat. */
  isAdviser: boolean
  /** Speaks for the asker, may decide in its name. */
  isAsker: boolean
  /** The reader’s organisations that are asked. */
  askedIds: readonly string[]
  /** May read the steps and what others answered: an adviser, the asker, those asked. */
  isConcerned: boolean
}

/** Members and contributors read for their organisation; only members decide, as the policies say. */
export function involvementOf(
  actor: Actor,
  expectation: Expectation,
  requests: readonly MemberRequest[],
): Involvement {
  const { networkId, asker } = expectation
  const own = organisationsOf(actor, networkId, ['member', 'contributor'])
  const isAdviser = mayAdvise(actor, networkId)
  const isAsker = organisationsOf(actor, networkId, ['member']).includes(asker.id)
  const askedIds = requests.map(({ organisation }) => organisation.id).filter((id) => own.includes(id))
  return {
    isAdviser,
    isAsker,
    askedIds,
    isConcerned: isAdviser || own.includes(asker.id) || askedIds.length > 0,
  }
}

/** The asker reads answers once they are gathered: the first answer at once, those of a relay when it has ended. */
export function readableRequests(
  requests: readonly MemberRequest[],
  { isAdviser, askedIds }: Pick<Involvement, 'isAdviser' | 'askedIds'>,
): readonly MemberRequest[] {
  if (isAdviser || askedIds.length > 0) return requests
  return requests.filter(({ relay }) => relay === null || relay.hasEnded)
}
