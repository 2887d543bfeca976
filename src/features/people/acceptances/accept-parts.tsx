import { Notice } from '../../../ui/blocks/notice.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { paths } from '../paths.ts'
import { LinkForm } from '../sign-in/sign-in-page.tsx'

/** One button, for the signed-in owner of the address. */
export function AcceptForm({ address }: { address: string }) {
  const reader = useReader()
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

/** For an address that has an account: its owner signs in first and comes back here. */
export function SignInFirst({ address, next }: { address: string; next: string }) {
  const reader = useReader()
  return (
    <>
      <Notice>
        <p>{reader.t('people.invitation.signInFirst')}</p>
      </Notice>
      <LinkForm next={next} form={{ values: { address }, errors: [] }} />
    </>
  )
}

/** For a person who is signed in to another account. */
export function WrongPerson({ name, address }: { name: string; address: string }) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      <Notice kind="warning">
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

/** For an invitation that was accepted or withdrawn, has expired, or never existed. */
export function NoInvitation({ lead }: { lead: string }) {
  const reader = useReader()
  return <PageHeading lead={lead}>{reader.t('people.invitation.goneTitle')}</PageHeading>
}
