import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { PageHeading, Section } from '../../../../../ui/text/headings.tsx'
import { paths } from '../../paths.ts'

/** What is kept about somebody who answers by a link, how long, and how to have it erased before. */
export function ContactData({ reader, address }: { reader: Reader; address: string }) {
  const { t } = reader
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
export function ErasedPage({ reader, network }: { reader: Reader; network: string }) {
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
