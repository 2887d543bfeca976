import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { PageHeading, Section } from '../../../../../ui/text/headings.tsx'

/** What is kept about somebody who was invited, how long, and how to have it erased before. */
export function VoterData({ reader, address }: { reader: Reader; address: string }) {
  const { t } = reader
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
export function ErasedPage({ reader }: { reader: Reader }) {
  return (
    <>
      <PageHeading>{reader.t('agenda.polled.data')}</PageHeading>
      <p>{reader.t('agenda.polled.erased')}</p>
    </>
  )
}
