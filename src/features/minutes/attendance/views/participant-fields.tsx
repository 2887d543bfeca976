import { typedValue } from '../../../../platform/input/form.ts'
import { Choice, ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { useForm } from '../../../../ui/form/filled.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { type Choices, OrganisationPicker } from '../../../directory/index.ts'
import { presences } from '../participant.ts'
import { longestName } from '../schema.ts'

interface ParticipantFieldsProps {
  choices: Choices
  /** Whether the first field takes the focus, for typing one after another. */
  hasFocus?: boolean
}

/** The fields of a participant, made to be filled in with the tab key. */
export function ParticipantFields({ choices, hasFocus }: ParticipantFieldsProps) {
  const { t } = useReader()
  const { values } = useForm()
  return (
    <>
      <Field name="name" label={t('minutes.attendance.name')}>
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
      <Field name="function" label={t('minutes.attendance.function')} />
      <OrganisationPicker
        name="organisation"
        label={t('minutes.attendance.organisation')}
        hint={t('minutes.attendance.organisationHint')}
        picked={choices.get('organisation') ?? { state: 'empty' }}
      />
      <ChoiceField
        name="presence"
        label={t('minutes.attendance.presence')}
        options={presences.map((presence) => ({ value: presence, label: t(`minutes.presence.${presence}`) }))}
        chosen={[typedValue(values, 'presence') || 'present']}
        isFolded
        required
      />
      <Field name="representedBy" label={t('minutes.attendance.by')} />
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
    </>
  )
}
