import type { Reader } from '../../../../platform/i18n/reader.ts'
import { type FieldError, type FormValues, typedValue } from '../../../../platform/input/form.ts'
import { Choice, ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { type Choices, OrganisationPicker } from '../../../directory/index.ts'
import { errorOf } from '../../views/form-page.tsx'
import { presences } from '../participant.ts'
import { longestName } from '../schema.ts'

interface ParticipantFormProps {
  reader: Reader
  action: string
  label: string
  values: FormValues
  errors: readonly FieldError[]
  choices: Choices
  /** The first field is where one types on. */
  hasFocus?: boolean
}

/** Who somebody is, for whom, and how they took part: made to be gone through with the tab key. */
export function ParticipantForm({
  reader,
  action,
  label,
  values,
  errors,
  choices,
  hasFocus,
}: ParticipantFormProps) {
  const { t } = reader
  return (
    <form class="form" method="post" action={action} novalidate>
      <Field
        reader={reader}
        name="name"
        label={t('minutes.attendance.name')}
        error={errorOf(reader, errors, 'name')}
      >
        {(control) => (
          <input
            {...control}
            type="text"
            value={typedValue(values, 'name')}
            maxlength={longestName}
            autocomplete="off"
            autofocus={hasFocus}
          />
        )}
      </Field>
      <Field
        reader={reader}
        name="function"
        label={t('minutes.attendance.function')}
        value={typedValue(values, 'function')}
        error={errorOf(reader, errors, 'function')}
      />
      <OrganisationPicker
        reader={reader}
        name="organisation"
        label={t('minutes.attendance.organisation')}
        hint={t('minutes.attendance.organisationHint')}
        typed={typedValue(values, 'organisation.name')}
        picked={choices.get('organisation') ?? { state: 'empty' }}
        error={errorOf(reader, errors, 'organisation.name')}
      />
      <ChoiceField
        reader={reader}
        name="presence"
        label={t('minutes.attendance.presence')}
        options={presences.map((presence) => ({ value: presence, label: t(`minutes.presence.${presence}`) }))}
        chosen={[typedValue(values, 'presence') || 'present']}
        error={errorOf(reader, errors, 'presence')}
        isFolded
        required
      />
      <Field
        reader={reader}
        name="representedBy"
        label={t('minutes.attendance.by')}
        value={typedValue(values, 'representedBy')}
        error={errorOf(reader, errors, 'representedBy')}
      />
      <div class="field">
        <Choice
          name="isNamed"
          option={{
            value: 'on',
            label: t('minutes.attendance.isNamed'),
            hint: t('minutes.attendance.isNamedHint'),
          }}
          type="checkbox"
          isChosen={typedValue(values, 'isNamed') !== ''}
        />
      </div>
      <p class="form-end">
        <button class="button primary" type="submit">
          {label}
        </button>
      </p>
    </form>
  )
}
