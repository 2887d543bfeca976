import { useReader } from '../../../../../ui/reader.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'

/** What is kept about a proposer, how long, and how to have it erased before. */
export function ErasureForm({ address }: { address: string }) {
  const { t } = useReader()
  return (
    <Section id="data" title={t('agenda.proposal.data')}>
      <p>{t('agenda.proposal.dataKept')}</p>
      <form method="post" action={`${address}/erasure`}>
        <button type="submit" class="button">
          {t('agenda.proposal.erase')}
        </button>
      </form>
    </Section>
  )
}
