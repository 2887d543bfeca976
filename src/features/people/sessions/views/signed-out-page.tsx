import type { Reader } from '../../../../platform/i18n/reader.ts'
import { PageHeading } from '../../../../ui/text/headings.tsx'

/** On the way to sign out of the provider too. */
export function SignedOutPage({ reader, onward }: { reader: Reader; onward: string }) {
  const { t } = reader
  return (
    <>
      <PageHeading lead={t('people.signedOut.lead')}>{t('people.signedOut.title')}</PageHeading>
      <p>
        <a href={onward}>{t('people.signedOut.onward')}</a>
      </p>
    </>
  )
}
