import type { Reader } from '../../../../platform/i18n/reader.ts'
import { EntryList } from '../../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { TieLine } from '../../../../ui/tie/tie-line.tsx'
import type { Network } from '../../../networks/index.ts'
import type { CooperationRow } from '../../cooperations/row/queries.ts'
import { paths } from '../../paths.ts'
import { tieLine } from '../../tie.ts'
import type { Watch } from '../watch/queries.ts'

interface ToWatchProps {
  network: Network
  watch: Watch
}

/** Ties that sleep, are in talks or wait for a successor's word, and points in dispute. */
export function ToWatch({ network, watch: { ties, moreDormant } }: ToWatchProps) {
  const reader = useReader()
  if (ties.length === 0) return <p class="quiet">{reader.t('registry.home.toWatchEmpty')}</p>
  return (
    <>
      <EntryList
        entries={ties.map((cooperation) => ({
          key: cooperation.slug,
          title: (
            <TieLine
              {...tieLine(reader, network, cooperation)}
              size="inline"
              href={paths.cooperation(reader, network.slug, cooperation.slug)}
            />
          ),
          meta: remarksOn(reader, cooperation).join(', '),
        }))}
      />
      {moreDormant > 0 ? (
        <p>
          <a href={paths.cooperations(reader, network.slug, { status: 'dormant' })}>
            {reader.t('registry.watch.moreDormant', { count: moreDormant })}
          </a>
        </p>
      ) : null}
    </>
  )
}

function remarksOn({ t }: Reader, { standing, disputes }: CooperationRow): string[] {
  return [
    ...(standing.status === 'dormant'
      ? [t(standing.intention === 'reactivate' ? 'registry.watch.wantsRestart' : 'registry.watch.dormant')]
      : []),
    ...(standing.status === 'in_talks' ? [t('registry.watch.inTalks')] : []),
    ...(disputes > 0 ? [t('registry.watch.disputed', { count: disputes })] : []),
  ]
}
