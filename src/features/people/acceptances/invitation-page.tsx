import type { ComponentChildren } from 'preact'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { dayInWords } from '../day-in-words.ts'
import type { Invitation } from '../invitations/queries.ts'
import { OrganisationNames } from '../organisation-names.tsx'
import { paths } from '../paths.ts'
import { roleMeaning, roleName } from '../role-name.ts'
import { LinkForm } from '../sign-in/sign-in-page.tsx'

interface InvitationPageProps {
  invitation: Invitation
  /** The form that answers the invitation, or the reason why there is none. */
  children: ComponentChildren
}

/** Says who invites to which role, and until when. */
export function InvitationPage({ invitation, children }: InvitationPageProps) {
  const reader = useReader()
  const { t } = reader
  const network = chooseName(invitation.networkName, reader.language)
  const inviter = invitation.inviter ?? t('people.invitation.theServer')
  return (
    <>
      <PageHeading lead={t('people.invitation.lead', { inviter })}>
        {t('people.invitation.title', { network: network.text })}
      </PageHeading>
      {invitation.words ? (
        <blockquote class="passage">
          <p class="own-words">{invitation.words}</p>
        </blockquote>
      ) : null}
      <FactList
        facts={[
          { term: t('people.invitation.address'), detail: invitation.address },
          {
            term: t('people.invitation.role'),
            detail: `${roleName(t, invitation.role)} – ${roleMeaning(t, invitation.role)}`,
          },
          ...(invitation.organisations.length > 0
            ? [
                {
                  term: t('people.invitation.organisations'),
                  detail: <OrganisationNames organisations={invitation.organisations} />,
                },
              ]
            : []),
          {
            term: t('people.invitation.until'),
            detail: dayInWords(invitation.expiresAt, reader.interfaceLanguage),
          },
        ]}
      />
      {children}
    </>
  )
}

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
