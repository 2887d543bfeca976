import { useReader } from '../../../../../ui/reader.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'

/** What is kept about whoever has no account, how long, and how to have it erased before. */
export function SenderFoot({ address }: { address: string }) {
  const { t } = useReader()
  return (
    <Section id="data" title={t('partners.introduction.data')}>
      <p>{t('partners.introduction.dataKept')}</p>
      <form method="post" action={`${address}/erasure`}>
        <button type="submit" class="button">
          {t('partners.introduction.erase')}
        </button>
      </form>
    </Section>
  )
}
