import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { paths } from '../paths.ts'

interface AskingProps {
  address: string
  token: string
}

/** Says which address an account is about to take, and asks for confirmation. */
export function AddressPage({ address, token }: AskingProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <PageHeading lead={t('people.address.lead', { address })}>{t('people.address.title')}</PageHeading>
      <TokenForm
        action={paths.useNewAddress(reader.interfaceLanguage)}
        token={token}
        label={t('people.address.confirm')}
      />
    </>
  )
}

/** One button that sends the token of a link. */
export function TokenForm({ action, token, label }: { action: string; token: string; label: string }) {
  return (
    <form class="form" method="post" action={action}>
      <input type="hidden" name="token" value={token} />
      <p class="form-end">
        <button class="button primary" type="submit">
          {label}
        </button>
      </p>
    </form>
  )
}

/** The outcome, and the way back to the account. */
export function AddressOutcome({ title, lead }: { title: string; lead: string }) {
  const reader = useReader()
  return (
    <>
      <PageHeading lead={lead}>{title}</PageHeading>
      <p>
        <a href={paths.account(reader.interfaceLanguage)}>{reader.t('people.signedIn.account')}</a>
      </p>
    </>
  )
}
