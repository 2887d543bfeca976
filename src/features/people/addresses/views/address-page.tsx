import type { Reader } from '../../../../platform/i18n/reader.ts'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { paths } from '../../paths.ts'

/** Says which address an account is about to take, and asks. */
export function AddressPage({ reader, address, token }: { reader: Reader; address: string; token: string }) {
  const { t } = reader
  return (
    <>
      <PageHeading lead={t('people.address.lead', { address })}>{t('people.address.title')}</PageHeading>
      <form class="form" method="post" action={paths.useNewAddress(reader.interfaceLanguage)}>
        <input type="hidden" name="token" value={token} />
        <p class="form-end">
          <button class="button primary" type="submit">
            {t('people.address.confirm')}
          </button>
        </p>
      </form>
    </>
  )
}

/** What became of it, and the way back to the account. */
export function AddressOutcome({ reader, title, lead }: { reader: Reader; title: string; lead: string }) {
  return (
    <>
      <PageHeading lead={lead}>{title}</PageHeading>
      <p>
        <a href={paths.account(reader.interfaceLanguage)}>{reader.t('people.signedIn.account')}</a>
      </p>
    </>
  )
}
