import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import type { Network } from '../../../networks/index.ts'
import type { MadeCounts } from '../records/made/queries.ts'
import { MadeList } from './made-list.tsx'

interface KeptPartProps {
  network: Network
  made: MadeCounts
}

/** That an import was taken back, and which records keep something of it. */
export function KeptPart({ network, made: { counts, amended, kept } }: KeptPartProps) {
  const { t } = useReader()
  const count = counts.cooperation + counts.organisation + counts.post + counts.event + amended
  return (
    <>
      <Notice kind="done">{t('imports.back.kept', { count })}</Notice>
      {kept.length > 0 ? (
        <Section id="kept" title={t('imports.back.keptTitle')}>
          <p>{t('imports.back.keptLead')}</p>
          <MadeList network={network} records={kept} />
          {count > kept.length ? (
            <p class="quiet">{t('imports.check.shown', { shown: kept.length, total: count })}</p>
          ) : null}
        </Section>
      ) : null}
    </>
  )
}
