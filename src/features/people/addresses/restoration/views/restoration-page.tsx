import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { paths } from '../../../paths.ts'
import { TokenForm } from '../../views/address-page.tsx'

interface RestorationPageProps {
  address: string
  token: string
}

/** Says which address an account is about to get back and what ends with that, and asks: a program that follows links presses no button. */
export function RestorationPage({ address, token }: RestorationPageProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading lead={t('people.restoration.lead', { address })}>
        {t('people.restoration.title')}
      </PageHeading>
      <p>{t('people.restoration.what')}</p>
      <TokenForm
        action={paths.restoreAddress(reader.interfaceLanguage)}
        token={token}
        label={t('people.restoration.confirm')}
      />
    </>
  )
}
