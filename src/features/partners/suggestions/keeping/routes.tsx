import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { drawNetworkPage, readNetworkRequest } from '../../../networks/index.ts'
import { listMemberIds } from '../../members/queries.ts'
import { suggestionsPath } from '../../paths.ts'
import { mayAdvise } from '../../policy.ts'
import { listNamedPairs } from '../named/queries.ts'
import { findRanker } from '../queries.ts'
import type { Ranker } from '../rank.ts'
import { pairsQuery } from '../schema.ts'
import { closeKeepers, forgetKeeper, keeperFor } from './call.ts'
import type { PairKeeper } from './pair-keeper.ts'
import { PairsPage } from './views/pairs-page.tsx'

const most = 50

/** The best pairs of a network’s countries, for those who advise them. */
export function addPairRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  app.addHook('onClose', () => closeKeepers(application))
  pages.get('/:language/:network/partners/suggestions/pairs', readNetworkRequest, async (asked) => {
    const { request, reply, context, reader, network } = asked
    if (!mayAdvise(context.actor, network.id)) return notFound('pairs')
    const isOfMembers = pairsQuery.parse(request.query).among !== 'all'
    const ranker = await findRanker(context, network)
    const keeper = keeperFor(application, network)
    const state = tryTake(application, keeper, ranker.measuring.table.profiles)
    const members = isOfMembers ? [...(await listMemberIds(context, network.id))] : null
    const pairs = state.isReady ? await keeper.best(most, members) : []
    // A browser without scripts looks again by itself.
    if (!state.isReady) reply.header('refresh', '2')
    return drawNetworkPage(asked, {
      title: reader.t('partners.pairs.title'),
      description: reader.t('partners.pairs.lead'),
      path: `${suggestionsPath()}/pairs`,
      noindex: true,
      children: (
        <PairsPage
          network={network.slug}
          state={state}
          pairs={pairs}
          isTied={({ own, other }) => isTied(ranker, own, other)}
          named={await listNamedPairs(context, pairs)}
          isOfMembers={isOfMembers}
        />
      ),
    })
  })
}

function isTied(ranker: Ranker, own: string, other: string): boolean {
  const { profiles, rowOf } = ranker.measuring.table
  return (profiles[rowOf.get(own) ?? -1]?.ties ?? []).some(({ partnerId }) => partnerId === other)
}

function tryTake(application: Application, keeper: PairKeeper, profiles: Parameters<PairKeeper['take']>[0]) {
  try {
    keeper.take(profiles)
    return keeper.state
  } catch (error) {
    forgetKeeper(application, keeper)
    throw error
  }
}
