import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { paths } from '../paths.ts'

/** What is kept about somebody who answers by a link, how long, and how to have it erased before. */
export function ContactData({ address }: { address: string }) {
  const { t } = useReader()
  return (
    <Section id="data" title={t('partners.contact.data')}>
      <p>{t('partners.contact.dataKept')}</p>
      <form method="post" action={`${address}/erasure`}>
        <button type="submit" class="button">
          {t('partners.contact.erase')}
        </button>
      </form>
    </Section>
  )
}

/** Nothing is kept any more; where one may go on to, the link being no way back. */
export function ErasedPage({ network }: { network: string }) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading>{t('partners.contact.data')}</PageHeading>
      <p>{t('partners.contact.erased')}</p>
      <p>
        <a class="button" href={paths.list(reader, network)}>
          {t('partners.expectations.title')}
        </a>
      </p>
    </>
  )
}
