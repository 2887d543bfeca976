import type { ComponentChildren } from 'preact'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { PageHeading } from '../../../ui/text/headings.tsx'
import { dayInWords } from '../day-in-words.ts'
import type { Invitation } from '../invitations/queries.ts'
import { OrganisationNames } from '../organisation-names.tsx'
import { roleMeaning, roleName } from '../role-name.ts'

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
