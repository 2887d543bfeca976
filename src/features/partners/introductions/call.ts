import { type Actor, organisationsOf } from '../../../platform/context/actor.ts'
import type { Visit } from '../../../platform/http/visit.ts'
import { parameterOf } from '../../../platform/input/parameters.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { type NetworkRequest, readNetworkRequest } from '../../networks/index.ts'
import { mayAdvise } from '../policy.ts'
import { type Deed, deedsFor, type Introduction, mayEver, type Speaking } from './introduction.ts'
import { paths } from './paths.ts'
import { mayFollowTalks } from './policy.ts'
import { lookUpIntroduction } from './queries.ts'

/** Talks in which whoever asks takes part, with an account or by a link of theirs. */
export interface TalksRequest extends NetworkRequest {
  introduction: Introduction
  speaking: Speaking
  /** Of the page; of a link, the address that speaks for whoever has it. */
  address: string
  isByLink: boolean
}

/** The talks that an address names, for those who take part in them; 404 for others. */
export async function readTalksRequest(visit: Visit): Promise<TalksRequest> {
  const { request } = visit
  const asked = await readNetworkRequest(visit)
  const { writing, network, reader } = asked
  const id = parameterOf(request.params, 'id') ?? ''
  const introduction = (await lookUpIntroduction(writing, network.id, id)) ?? notFound(id)
  const { owner, interested, isConfirmed, vouchedAt } = introduction
  const isVouched = vouchedAt !== null
  const talks = { networkId: network.id, ownerId: owner.id, interestedId: interested.id, isVouched }
  if (!isConfirmed || !mayFollowTalks(writing.actor, talks)) notFound(id)
  return {
    ...asked,
    introduction,
    speaking: speakingOf(writing.actor, introduction),
    address: paths.introduction(reader, network.slug, id).split('?')[0] ?? '',
    isByLink: false,
  }
}

/** For whom somebody with an account speaks in some talks. */
function speakingOf(actor: Actor, { networkId, owner, interested }: Introduction): Speaking {
  const own = organisationsOf(actor, networkId, ['member'])
  return {
    wish: own.includes(owner.id),
    interest: own.includes(interested.id),
    adviser: mayAdvise(actor, networkId),
  }
}

/** The talks for whoever may do something in them now; told that it is too late where somebody was quicker, 404 where it is not theirs. */
export function allowed<T extends TalksRequest>(asked: T, deed: Deed): T {
  const { introduction, speaking } = asked
  if (deedsFor(introduction, speaking)[deed]) return asked
  if (!mayEver(deed, speaking)) notFound(deed)
  throw new Refusal('taken', 'The talks stand otherwise by now')
}
