import { type Actor, organisationsOf } from '../../../platform/context/actor.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { loadNetworkRequest, type NetworkRequest } from '../../networks/index.ts'
import { mayAdvise } from '../policy.ts'
import {
  availableActions,
  type Introduction,
  isEverAvailable,
  type Speaking,
  type TalksAction,
} from './introduction.ts'
import { paths } from './paths.ts'
import { mayFollowTalks } from './policy.ts'
import { lookUpIntroduction } from './queries.ts'

/** Talks that the requester takes part in, signed in or by a secret link. */
export interface TalksRequest extends NetworkRequest {
  introduction: Introduction
  speaking: Speaking
  /** Address of the page; with a link, the address that speaks for its holder. */
  address: string
  isByLink: boolean
}

/** Loads the talks that an address names, for people who take part in them; 404 for others. */
export async function loadTalksRequest(visit: Visit): Promise<TalksRequest> {
  const { request } = visit
  const loaded = await loadNetworkRequest(visit)
  const { writing, network, reader } = loaded
  const id = parameterOf(request.params, 'id') ?? ''
  const introduction = (await lookUpIntroduction(writing, network.id, id)) ?? notFound(id)
  const { owner, interested, isConfirmed, vouchedAt } = introduction
  const isVouched = vouchedAt !== null
  const talks = { networkId: network.id, ownerId: owner.id, interestedId: interested.id, isVouched }
  if (!isConfirmed || !mayFollowTalks(writing.actor, talks)) notFound(id)
  return {
    ...loaded,
    introduction,
    speaking: speakingOf(writing.actor, introduction),
    address: paths.introduction(reader, network.slug, id).split('?')[0] ?? '',
    isByLink: false,
  }
}

/** The sides that a person with an account speaks for in some talks. */
function speakingOf(actor: Actor, { networkId, owner, interested }: Introduction): Speaking {
  const own = organisationsOf(actor, networkId, ['member'])
  return {
    wish: own.includes(owner.id),
    interest: own.includes(interested.id),
    adviser: mayAdvise(actor, networkId),
  }
}

/** The talks for a person who may do something in them now; refuses what is too late because another was quicker, 404 for others. */
export function requireAction<T extends TalksRequest>(asked: T, action: TalksAction): T {
  const { introduction, speaking } = asked
  if (availableActions(introduction, speaking)[action]) return asked
  if (!isEverAvailable(action, speaking)) notFound(action)
  throw new Refusal('taken', 'The talks stand otherwise by now')
}
