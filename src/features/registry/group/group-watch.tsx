import type { ComponentChildren } from 'preact'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { ParityMeter } from '../../../ui/text/parity-meter.tsx'
import { TieLine } from '../../../ui/tie/tie-line.tsx'
import type { Network } from '../../networks/index.ts'
import type { LanguageParity } from '../../translations/index.ts'
import type { CooperationSummary } from '../cooperations/summary.queries.ts'
import { paths } from '../paths.ts'
import { tieLine } from '../tie.ts'
import type { Watch } from './watch.queries.ts'

interface GroupWatchProps {
  network: Network
  watch: Watch
  /** What other features watch. */
  parts: ComponentChildren[]
  /** How much of each language is sure: work for translators, so null for others. */
  parities: LanguageParity[] | null
}

/** What editors look at: ties that are dormant, in talks or in dispute, what is late, and what waits for translation. */
export function GroupWatch({ network, watch: { ties, moreDormant }, parts, parities }: GroupWatchProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      {ties.length + parts.length > 0 ? (
        <Section id="watch" title={t('registry.group.toWatch')}>
          {parts}
          {ties.length > 0 ? <Ties network={network} ties={ties} moreDormant={moreDormant} /> : null}
        </Section>
      ) : null}
      {parities?.some(({ total }) => total > 0) ? (
        <Section id="languages" title={t('registry.group.languages')}>
          <ParityMeter
            parities={parities}
            href={(language) => paths.translations(reader, network.slug, language)}
          />
        </Section>
      ) : null}
    </>
  )
}

function Ties({ network, ties, moreDormant }: Watch & { network: Network }) {
  const reader = useReader()
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

function remarksOn({ t }: Reader, { standing: status, disputes }: CooperationSummary): string[] {
  return [
    ...(status.status === 'dormant'
      ? [t(status.intention === 'reactivate' ? 'registry.watch.wantsRestart' : 'registry.watch.dormant')]
      : []),
    ...(status.status === 'in_talks' ? [t('registry.watch.inTalks')] : []),
    ...(disputes > 0 ? [t('registry.watch.disputed', { count: disputes })] : []),
  ]
}
