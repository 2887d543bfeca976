import { addressFor, type Reader } from '../../../platform/i18n/reader.ts'
import { type FormState, typedValue } from '../../../platform/input/form.ts'
import { partMark } from '../../../platform/input/list-action.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { Form, SendingField } from '../../../ui/form/form.tsx'
import { RepeatedParts, UsualSubmit } from '../../../ui/form/repeated-parts.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { OrganisationPicker } from '../../directory/index.ts'
import type { Network } from '../../networks/index.ts'
import { dayInWords } from '../day-in-words.ts'
import { invitationDays } from '../invitations/commands.ts'
import type { Invitation } from '../invitations/queries.ts'
import { LanguageField } from '../language-field.tsx'
import { OrganisationNames } from '../organisation-names.tsx'
import { paths } from '../paths.ts'
import { roleMeaning, roleName } from '../role-name.ts'
import { invitedRoles, type SentForm } from './schema.ts'

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

interface InvitationFormProps {
  network: Network
  sent: SentForm | undefined
}

// Starts with one organisation field.
const emptyForm: FormState = { values: { [partMark('organisations', 0)]: '' }, errors: [] }

/** Invites a person: role, organisations, language and a personal message. */
export function InvitationForm({ network, sent }: InvitationFormProps) {
  const reader = useReader()
  const { t } = reader
  const form = sent ?? emptyForm
  const chosenRole = typedValue(form.values, 'role') || 'member'
  return (
    <Form action={paths.invitations(reader, network.slug)} form={form}>
      <UsualSubmit value="invite" />
      <SendingField />
      <Field name="address" type="email" autocomplete="off" label={t('people.invite.address')} required />
      <Field name="name" autocomplete="off" label={t('people.invite.name')} required />
      <fieldset class="choices">
        <legend>{t('people.invite.role')}</legend>
        {invitedRoles.map((role) => (
          <label key={role} class="choice">
            <input type="radio" name="role" value={role} checked={role === chosenRole} />
            <span>
              {roleName(t, role)}
              <span class="choice-note">{roleMeaning(t, role)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <InvitedOrganisations network={network} sent={sent} />
      <LanguageField label={t('people.invite.language')} usual={reader.interfaceLanguage} />
      <Field name="words" label={t('people.invite.words')} hint={t('people.invite.wordsHint')}>
        {(control) => (
          <textarea {...control} rows={4}>
            {typedValue(form.values, 'words')}
          </textarea>
        )}
      </Field>
      <p class="form-end">
        <button class="button primary" type="submit">
          {t('people.invite.send')}
        </button>
      </p>
      <p class="form-note">{t('people.invite.note', { days: invitationDays })}</p>
    </Form>
  )
}

function InvitedOrganisations({ network, sent }: InvitationFormProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <RepeatedParts
      name="organisations"
      level={3}
      label={t('people.invite.organisations')}
      hint={t('people.invite.organisationsHint')}
      titleOf={(index) => t('people.invite.organisationNumber', { number: index + 1 })}
      addLabel={t('people.invite.addOrganisation')}
    >
      {(name) => (
        <OrganisationPicker
          name={name}
          label={t('people.invite.organisation')}
          picked={sent?.choices?.get(name) ?? { state: 'empty' }}
          addByHand={addressFor(reader, `/${network.slug}/organisations/new`)}
          required
        />
      )}
    </RepeatedParts>
  )
}
