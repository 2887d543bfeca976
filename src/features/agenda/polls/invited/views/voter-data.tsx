import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../../ui/text/headings.tsx'

/** What is kept about somebody who was invited, how long, and how to have it erased before. */
export function VoterData({ address }: { address: string }) {
  const { t } = useReader()
  return (
    <Section id="data" title={t('agenda.polled.data')}>
      <p>{t('agenda.polled.dataKept')}</p>
      <form method="post" action={`${address}/erasure`}>
        <button type="submit" class="button">
          {t('agenda.polled.erase')}
        </button>
      </form>
    </Section>
  )
}

/** Nothing is kept any more. */
export function ErasedPage() {
  const reader = useReader()
  return (
    <>
      <PageHeading>{reader.t('agenda.polled.data')}</PageHeading>
      <p>{reader.t('agenda.polled.erased')}</p>
    </>
  )
}
