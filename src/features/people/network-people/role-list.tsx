import type { Reader } from '../../../platform/i18n/reader.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { DayField } from '../../../ui/form/date-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { FormFields } from '../../../ui/form/filled.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import type { Network } from '../../networks/index.ts'
import { dayInWords } from '../day-in-words.ts'
import { OrganisationNames } from '../organisation-names.tsx'
import { paths } from '../paths.ts'
import type { HeldRole } from '../queries.ts'
import { roleName } from '../role-name.ts'
import type { SentForm } from './schema.ts'

interface RoleListProps {
  network: Network
  roles: HeldRole[]
  arePast?: boolean
  sent: SentForm | undefined
}

/** Who holds which role, for which organisations and since when; for past roles also until when and why. */
export function RoleList({ network, roles, arePast = false, sent }: RoleListProps) {
  const reader = useReader()
  const { t } = reader
  if (roles.length === 0)
    return <EmptyState title={t('people.roles.emptyTitle')} why={t('people.roles.emptyWhy')} />
  const title = arePast ? t('people.roles.pastTitle') : t('people.page.roles')
  return (
    <DataTable
      caption={title}
      captionHidden
      columns={columnsOf(reader, network, arePast, sent)}
      rows={roles}
      rowKey={(role) => role.id}
    />
  )
}

function columnsOf(
  reader: Reader,
  network: Network,
  arePast: boolean,
  sent: SentForm | undefined,
): Column<HeldRole>[] {
  const { t } = reader
  const day = (instant: Date) => dayInWords(instant, reader.interfaceLanguage)
  return [
    {
      key: 'name',
      label: t('people.roles.person'),
      header: true,
      wide: true,
      cell: (role) => (
        <>
          {role.name}
          <span class="cell-note">{role.address}</span>
        </>
      ),
    },
    { key: 'role', label: t('people.roles.role'), cell: (role) => roleName(t, role.role) },
    {
      key: 'organisations',
      label: t('people.roles.organisations'),
      cell: (role) => <OrganisationNames organisations={role.organisations} />,
    },
    { key: 'since', label: t('people.roles.since'), cell: (role) => day(role.startsAt) },
    arePast
      ? {
          key: 'until',
          label: t('people.roles.until'),
          cell: (role) => (
            <>
              {role.endsAt ? day(role.endsAt) : null}
              {role.reason ? <span class="cell-note">{role.reason}</span> : null}
            </>
          ),
        }
      : {
          key: 'end',
          label: t('people.roles.end'),
          cell: (role) => (
            <RoleEndForm
              network={network}
              role={role}
              sent={sent?.form === 'role' && sent.id === role.id ? sent : undefined}
            />
          ),
        },
  ]
}

interface RoleEndFormProps {
  network: Network
  role: HeldRole
  sent: SentForm | undefined
}

/** Ends a role now or on a later day. */
function RoleEndForm({ network, role, sent }: RoleEndFormProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <>
      {role.endsAt === null ? null : (
        <span class="cell-note">
          {t('people.roles.endsOn', { day: dayInWords(role.endsAt, reader.interfaceLanguage) })}
        </span>
      )}
      <details class="cell-form" open={sent !== undefined}>
        <summary>
          {t('people.roles.endIt')}
          <span class="visually-hidden"> ({role.name})</span>
        </summary>
        <form method="post" action={paths.roleEnd(reader, network.slug, role.id)}>
          <FormFields form={sent} own={role.id}>
            <DayField name="endsOn" label={t('people.roles.endDay')} hint={t('people.roles.endDayHint')} />
            <Field name="reason" label={t('people.roles.reason')} />
            <p class="form-end">
              <button class="button" type="submit">
                {t('people.roles.endIt')}
              </button>
            </p>
          </FormFields>
        </form>
      </details>
    </>
  )
}
