import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'

/** On the way to sign out of the provider too. */
export function SignedOutPage({ onward }: { onward: string }) {
  const { t } = useReader()
  return (
    <>
      <PageHeading lead={t('people.signedOut.lead')}>{t('people.signedOut.title')}</PageHeading>
      <p>
        <a href={onward}>{t('people.signedOut.onward')}</a>
      </p>
    </>
  )
}
