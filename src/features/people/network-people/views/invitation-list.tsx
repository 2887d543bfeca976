import type { Reader } from '../../../../platform/i18n/reader.ts'
import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import type { Network } from '../../../networks/index.ts'
import { dayInWords } from '../../day-in-words.ts'
import type { Invitation } from '../../invitations/queries.ts'
import { OrganisationNames } from '../../organisation-names.tsx'
import { paths } from '../../paths.ts'
import { roleName } from '../../role-name.ts'

interface InvitationListProps {
  network: Network
  invitations: Invitation[]
  now: Date
}

/** Invitations that await an answer, and those that have expired. */
export function InvitationList({ network, invitations, now }: InvitationListProps) {
  const reader = useReader()
  const { t } = reader
  if (invitations.length === 0)
    return <EmptyState title={t('people.invitations.emptyTitle')} why={t('people.invitations.emptyWhy')} />
  return (
    <DataTable
      caption={t('people.page.invitations')}
      captionHidden
      columns={columnsOf(reader, network, now)}
      rows={invitations}
      rowKey={(invitation) => invitation.id}
    />
  )
}

function columnsOf(reader: Reader, network: Network, now: Date): Column<Invitation>[] {
  const { t } = reader
  return [
    {
      key: 'name',
      label: t('people.roles.person'),
      header: true,
      wide: true,
      cell: (invitation) => (
        <>
          {invitation.name}
          <span class="cell-note">{invitation.address}</span>
        </>
      ),
    },
    { key: 'role', label: t('people.roles.role'), cell: (invitation) => roleName(t, invitation.role) },
    {
      key: 'organisations',
      label: t('people.roles.organisations'),
      cell: (invitation) => <OrganisationNames organisations={invitation.organisations} />,
    },
    {
      key: 'until',
      label: t('people.invitations.state'),
      cell: ({ expiresAt }) => {
        const day = dayInWords(expiresAt, reader.interfaceLanguage)
        return expiresAt > now
          ? t('people.invitations.waits', { day })
          : t('people.invitations.expired', { day })
      },
    },
    {
      key: 'actions',
      label: t('people.invitations.actions'),
      cell: ({ id, name }) => (
        <div class="cell-buttons">
          <ActionForm address={paths.renewal(reader, network.slug, id)} name={name}>
            {t('people.invitations.renew')}
          </ActionForm>
          <ActionForm address={paths.withdrawal(reader, network.slug, id)} name={name}>
            {t('people.invitations.withdraw')}
          </ActionForm>
        </div>
      ),
    },
  ]
}

function ActionForm({ address, name, children }: { address: string; name: string; children: string }) {
  return (
    <form method="post" action={address}>
      <button class="button" type="submit">
        {children}
        <span class="visually-hidden"> ({name})</span>
      </button>
    </form>
  )
}
