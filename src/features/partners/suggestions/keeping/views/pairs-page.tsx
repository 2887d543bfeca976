import { chooseName } from '../../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { EmptyState } from '../../../../../ui/blocks/empty-state.tsx'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { Tabs } from '../../../../../ui/blocks/tabs.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { TieLine } from '../../../../../ui/tie/tie-line.tsx'
import { kindName, ownLanguageOf } from '../../../../directory/index.ts'
import { paths } from '../../../paths.ts'
import type { Named, NamedOrganisations } from '../../named/queries.ts'
import type { KeeperState, PairFound } from '../pair-keeper.ts'

interface PairsPageProps {
  network: string
  state: KeeperState
  pairs: readonly PairFound[]
  named: NamedOrganisations
  isTied: (pair: PairFound) => boolean
  isOfMembers: boolean
}

/** The pairs that would suit each other best; while they are measured, how far that is. */
export function PairsPage({ network, state, pairs, named, isTied, isOfMembers }: PairsPageProps) {
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
