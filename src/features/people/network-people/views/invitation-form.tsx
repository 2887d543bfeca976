import { addressFor, type Reader } from '../../../../platform/i18n/reader.ts'
import { typedValue } from '../../../../platform/input/form.ts'
import { countParts } from '../../../../platform/input/list-action.ts'
import { Field } from '../../../../ui/form/field.tsx'
import { RepeatedParts, UsualSubmit } from '../../../../ui/form/repeated-parts.tsx'
import { SendingField } from '../../../../ui/form/sending-field.tsx'
import { OrganisationPicker } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import { invitationDays } from '../../invitations/commands.ts'
import { paths } from '../../paths.ts'
import { roleMeaning, roleName } from '../../role-name.ts'
import { LanguageField } from '../../views/language-field.tsx'
import type { SentForm } from '../people-form.ts'
import { invitedRoles } from '../schema.ts'

interface InvitationFormProps {
  reader: Reader
  network: Network
  sent: SentForm | undefined
}

/** Invites somebody: to which role, for whom, in which language, with a word of one's own. */
export function InvitationForm({ reader, network, sent }: InvitationFormProps) {
  const { t } = reader
  const typed = (name: string) => (sent ? typedValue(sent.values, name) : '')
  const errorOf = (name: string) => sent?.errors.find(({ field }) => field === name)?.message(t)
  const chosenRole = typed('role') || 'member'
  const chosenLanguage = typed('language') || reader.interfaceLanguage
  return (
    <form class="form" method="post" action={paths.invitations(reader, network.slug)} novalidate>
      <UsualSubmit value="invite" />
      <SendingField />
      <Field
        reader={reader}
        name="address"
        type="email"
        autocomplete="off"
        label={t('people.invite.address')}
        error={errorOf('address')}
        value={typed('address')}
        required
      />
      <Field
        reader={reader}
        name="name"
        autocomplete="off"
        label={t('people.invite.name')}
        error={errorOf('name')}
        value={typed('name')}
        required
      />
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
      <InvitedOrganisations reader={reader} network={network} sent={sent} />
      <LanguageField
        reader={reader}
        label={t('people.invite.language')}
        language={chosenLanguage}
        error={errorOf('language')}
      />
      <Field
        reader={reader}
        name="words"
        label={t('people.invite.words')}
        hint={t('people.invite.wordsHint')}
        error={errorOf('words')}
      >
        {(control) => (
          <textarea {...control} rows={4}>
            {typed('words')}
          </textarea>
        )}
      </Field>
      <p class="form-end">
        <button class="button primary" type="submit">
          {t('people.invite.send')}
        </button>
      </p>
      <p class="form-note">{t('people.invite.note', { days: invitationDays })}</p>
    </form>
  )
}

function InvitedOrganisations({ reader, network, sent }: InvitationFormProps) {
  const { t } = reader
  const errorOf = (name: string) => sent?.errors.find(({ field }) => field === name)?.message(t)
  return (
    <RepeatedParts
      reader={reader}
      name="organisations"
      level={3}
      label={t('people.invite.organisations')}
      hint={t('people.invite.organisationsHint')}
      count={sent ? countParts(sent.values, 'organisations') : 1}
      titleOf={(index) => t('people.invite.organisationNumber', { number: index + 1 })}
      addLabel={t('people.invite.addOrganisation')}
      focus={sent?.focus ?? null}
      error={errorOf('organisations')}
    >
      {(name) => (
        <OrganisationPicker
          reader={reader}
          name={name}
          label={t('people.invite.organisation')}
          typed={sent ? typedValue(sent.values, `${name}.name`) : ''}
          picked={sent?.choices?.get(name) ?? { state: 'empty' }}
          error={errorOf(`${name}.name`)}
          addByHand={addressFor(reader, `/${network.slug}/organisations/new`)}
          required
        />
      )}
    </RepeatedParts>
  )
}
