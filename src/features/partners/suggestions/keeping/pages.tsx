import type { FastifyInstance } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { Tabs } from '../../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { TieLine } from '../../../../ui/tie/tie-line.tsx'
import { kindName, ownLanguageOf } from '../../../directory/index.ts'
import { loadNetworkRequest, renderNetworkPage } from '../../../networks/index.ts'
import { listMemberIds } from '../../members.queries.ts'
import { paths, suggestionsPath } from '../../paths.ts'
import { mayAdvise } from '../../policy.ts'
import { listNamedPairs, type Named, type NamedOrganisations } from '../named.queries.ts'
import { pairsQuery } from '../pages.tsx'
import { findRanker } from '../queries.ts'
import type { Ranker } from '../rank.ts'
import { type KeeperState, type PairFound, PairKeeper } from './pair-keeper.ts'

const most = 50

/** The best pairs of a network’s countries, for those who advise them. */
export function addPairRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  app.addHook('onClose', () => closeKeepers(application))
  pages.get('/:language/:network/partners/suggestions/pairs', loadNetworkRequest, async (visit) => {
    const { request, reply, context, reader, network } = visit
    if (!mayAdvise(context.actor, network.id)) return notFound('pairs')
    const isOfMembers = pairsQuery.parse(request.query).among !== 'all'
    const ranker = await findRanker(context, network)
    const keeper = keeperFor(application, network)
    const state = tryTake(application, keeper, ranker.measuring.table.profiles)
    const members = isOfMembers ? [...(await listMemberIds(context, network.id))] : null
    const pairs = state.isReady ? await keeper.best(most, members) : []
    // A browser without scripts looks again by itself.
    if (!state.isReady) reply.header('refresh', '2')
    return renderNetworkPage(visit, {
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

interface PairsPageProps {
  network: string
  state: KeeperState
  pairs: readonly PairFound[]
  named: NamedOrganisations
  isTied: (pair: PairFound) => boolean
  isOfMembers: boolean
}

/** The pairs that would suit each other best; while they are measured, how far that is. */
function PairsPage({ network, state, pairs, named, isTied, isOfMembers }: PairsPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading
        kicker={<a href={paths.suggestions(reader, network)}>{t('partners.suggestion.title')}</a>}
        lead={t('partners.pairs.lead')}
      >
        {t('partners.pairs.title')}
      </PageHeading>
      <Tabs
        label={t('partners.suggestion.among')}
        tabs={[
          {
            label: t('partners.suggestion.amongMembers'),
            href: paths.suggestions(reader, network, 'pairs'),
            current: isOfMembers,
          },
          {
            label: t('partners.suggestion.amongAll'),
            href: paths.suggestions(reader, network, 'pairs', { among: 'all' }),
            current: !isOfMembers,
          },
        ]}
      />
      {state.isReady ? null : (
        <Notice live>
          <p>
            {state.of === 0
              ? t('partners.pairs.beginning')
              : t('partners.pairs.measuring', { done: state.done, of: state.of })}
          </p>
          <progress value={state.done} max={Math.max(1, state.of)} />
        </Notice>
      )}
      {state.isReady && pairs.length === 0 ? (
        <EmptyState title={t('partners.suggestion.emptyTitle')} why={t('partners.pairs.emptyWhy')} />
      ) : null}
      <ol class="pairs">
        {pairs.map((pair) => {
          const { own, other } = pair
          const tied = isTied(pair)
          const parties = [own, other].flatMap((id) => named.get(id) ?? [])
          const first = parties[0]
          return (
            <li key={`${own} ${other}`} class="pair">
              <TieLine
                status={tied ? 'active' : 'prospective'}
                parties={parties.map(({ name, shortName, country }) => ({
                  name: { ...name, ...shortName },
                  country,
                  language: ownLanguageOf(country),
                }))}
                href={first ? paths.suggestions(reader, network, first.slug) : undefined}
              />
              {tied ? <span class="pair-note entry-meta"> {t('partners.pairs.tied')}</span> : null}
              <p class="entry-meta">{parties.map((each) => placeWords(reader, each)).join(' – ')}</p>
            </li>
          )
        })}
      </ol>
    </>
  )
}

// There are several districts of the same name: what they lie in tells them apart.
function placeWords(reader: Reader, { kind, parent }: Named): string {
  const place = parent === null ? [] : [chooseName(parent, reader.language).text]
  return [kindName(reader, kind), ...place].join(', ')
}

// Some 60 MB each: an unused one is not kept.
const idleMs = 15 * 60_000

interface Kept {
  keeper: PairKeeper
  timer: NodeJS.Timeout
}

const keepers = new WeakMap<Application, Map<string, Kept>>()

/** The keeper of a network’s pairs in this process: made when first requested, released after a quarter of an hour without requests. */
function keeperFor(
  application: Application,
  { id, countries }: { id: string; countries: readonly string[] },
): PairKeeper {
  const own = keepers.get(application) ?? new Map<string, Kept>()
  keepers.set(application, own)
  const key = `${id} ${countries.join(' ')}`
  const known = own.get(key)
  if (known) {
    known.timer.refresh()
    return known.keeper
  }
  const keeper = new PairKeeper(countries[0] ?? '')
  const letGo = () => {
    own.delete(key)
    void keeper.close()
  }
  own.set(key, { keeper, timer: setTimeout(letGo, idleMs).unref() })
  return keeper
}

/** Releases one that has failed, so that the next request gets another. */
function forgetKeeper(application: Application, keeper: PairKeeper): void {
  const own = keepers.get(application)
  for (const [key, kept] of own ?? [])
    if (kept.keeper === keeper) {
      clearTimeout(kept.timer)
      own?.delete(key)
      void keeper.close()
    }
}

/** Ends the threads of a process that stops. */
async function closeKeepers(application: Application): Promise<void> {
  const own = keepers.get(application) ?? new Map<string, Kept>()
  keepers.delete(application)
  for (const { keeper, timer } of own.values()) {
    clearTimeout(timer)
    await keeper.close()
  }
}
