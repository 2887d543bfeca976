import { FormErrors } from '../../../../ui/form/form-errors.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import type { Network } from '../../../networks/index.ts'
import type { Invitation } from '../../invitations/queries.ts'
import type { HeldRole } from '../../roles/queries.ts'
import type { SentForm } from '../people-form.ts'
import { ChairForm } from './chair-form.tsx'
import { InvitationForm } from './invitation-form.tsx'
import { InvitationList } from './invitation-list.tsx'
import { RoleList } from './role-list.tsx'

interface PeoplePageProps {
  network: Network
  roles: HeldRole[]
  invitations: Invitation[]
  now: Date
  /** The form that was sent and not accepted. */
  sent: SentForm | undefined
}

/** Who holds which role in a network, who has been invited, and the forms that change it. */
export function PeoplePage({ network, roles, invitations, now, sent }: PeoplePageProps) {
  const { t } = useReader()
  const isPast = ({ endsAt }: HeldRole) => endsAt !== null && endsAt <= now
  const present = roles.filter((role) => !isPast(role))
  const past = roles.filter(isPast)
  const errors = sent?.errors.map(({ field, message }) => ({ field, message: message(t) })) ?? []
  return (
    <>
      <FormErrors errors={errors} />
      <PageHeading
        lead={t('people.page.lead')}
        actions={
          <a class="button" href="#invite">
            {t('people.invite.title')}
          </a>
        }
      >
        {t('people.page.title')}
      </PageHeading>
      <Section id="roles" title={t('people.page.roles')} aside={String(present.length)}>
        <RoleList network={network} roles={present} sent={sent} />
        {past.length === 0 ? null : (
          <details class="more">
            <summary>{t('people.page.past', { count: past.length })}</summary>
            <RoleList network={network} roles={past} arePast sent={undefined} />
          </details>
        )}
      </Section>
      <Section id="invitations" title={t('people.page.invitations')} aside={String(invitations.length)}>
        <InvitationList network={network} invitations={invitations} now={now} />
      </Section>
      <Section id="invite" title={t('people.invite.title')}>
        <InvitationForm network={network} sent={sent?.form === 'invitation' ? sent : undefined} />
      </Section>
      {present.length === 0 ? null : (
        <Section id="chair" title={t('people.chair.title')}>
          <ChairForm network={network} roles={present} sent={sent?.form === 'chair' ? sent : undefined} />
        </Section>
      )}
    </>
  )
}
