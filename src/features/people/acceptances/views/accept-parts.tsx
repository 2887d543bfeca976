import type { Reader } from '../../../../platform/i18n/reader.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { paths } from '../../paths.ts'
import { LinkForm } from '../../sign-in/views/sign-in-page.tsx'

/** For the person themselves, signed in: one button. */
export function AcceptForm({ reader, address }: { reader: Reader; address: string }) {
  return (
    <form class="form" method="post" action={address}>
      <p class="form-end">
        <button class="button primary" type="submit">
          {reader.t('people.invitation.accept')}
        </button>
      </p>
    </form>
  )
}

/** For an address that has an account: its owner signs in first, and comes back here. */
export function SignInFirst({ reader, address, next }: { reader: Reader; address: string; next: string }) {
  return (
    <>
      <Notice reader={reader}>
        <p>{reader.t('people.invitation.signInFirst')}</p>
      </Notice>
      <LinkForm reader={reader} next={next} address={address} />
    </>
  )
}

/** For who is signed in as somebody else. */
export function WrongPerson({ reader, name, address }: { reader: Reader; name: string; address: string }) {
  const { t } = reader
  return (
    <>
      <Notice reader={reader} kind="warning">
        <p>{t('people.invitation.wrongPerson', { name, address })}</p>
      </Notice>
      <form class="form" method="post" action={paths.signOut(reader.interfaceLanguage)}>
        <p class="form-end">
          <button class="button" type="submit">
            {t('people.signedIn.signOut')}
          </button>
        </p>
      </form>
    </>
  )
}

/** For an invitation that was accepted or withdrawn, has expired, or never was. */
export function NoInvitation({ reader, lead }: { reader: Reader; lead: string }) {
  return <PageHeading lead={lead}>{reader.t('people.invitation.goneTitle')}</PageHeading>
}
