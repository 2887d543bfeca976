import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { PageHeading, Section } from '../../../../../ui/text/headings.tsx'

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

/** Nothing is kept any more. */
export function ErasedPage({ reader }: { reader: Reader }) {
  return (
    <>
      <PageHeading>{reader.t('partners.contact.data')}</PageHeading>
      <p>{reader.t('partners.contact.erased')}</p>
    </>
  )
}
