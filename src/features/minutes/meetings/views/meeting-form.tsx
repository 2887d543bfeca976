import { type FieldError, type FormValues, typedValue } from '../../../../platform/input/form.ts'
import type { RecordNetwork } from '../../../../platform/records/record-kind.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { RepeatedParts, UsualSubmit } from '../../../../ui/form/repeated-parts.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { type Choices, OrganisationPicker } from '../../../directory/index.ts'
import { errorOf, errorsByField } from '../../views/form-page.tsx'
import { type Meeting, meetingKinds } from '../meeting.ts'
import { longestInvitation, longestTitle, longestWords } from '../schema.ts'
import { HoursFields } from './hours-fields.tsx'

export interface MeetingFormProps {
  network: RecordNetwork
  action: string
  /** The meeting as it stands; null for a new one. */
  meeting: Meeting | null
  values: FormValues
  errors: readonly FieldError[]
  choices: Choices
  focus: number | null
}

/** Says what a meeting is, when and where, who presides and who convenes. */
export function MeetingForm({ network, action, meeting, values, errors, choices, focus }: MeetingFormProps) {
  const reader = useReader()
  const { t } = reader
  const isSent = Object.keys(values).some((name) => name.startsWith('title.'))
  const texts = {
    reader,
    languages: network.languages,
    values: isSent ? values : undefined,
    errors: errorsByField(reader, errors),
  }
  const picker = (name: string) => ({
    reader,
    name,
    typed: typedValue(values, `${name}.name`),
    picked: choices.get(name) ?? ({ state: 'empty' } as const),
    error: errorOf(reader, errors, `${name}.name`),
  })
  return (
    <Form action={action} form={{ values, errors }}>
      <UsualSubmit value="save" />
      <input type="hidden" name="seen" value={typedValue(values, 'seen')} />
      <LocalizedField
        {...texts}
        name="title"
        label={t('minutes.field.title')}
        text={meeting?.title ?? {}}
        max={longestTitle}
        rows={1}
        required
      />
      <ChoiceField
        name="kind"
        label={t('minutes.field.kind')}
        options={meetingKinds.map((kind) => ({ value: kind, label: t(`minutes.kind.${kind}`) }))}
        required
      />
      <HoursFields countries={network.countries} values={values} />
      <LocalizedField
        {...texts}
        name="place"
        label={t('minutes.field.placeWords')}
        hint={t('minutes.field.placeHint')}
        text={meeting?.place ?? {}}
        max={longestWords}
        rows={1}
      />
      <OrganisationPicker {...picker('placeOrganisation')} label={t('minutes.field.placeOrganisation')} />
      <LocalizedField
        {...texts}
        name="chair"
        label={t('minutes.field.chairWords')}
        hint={t('minutes.field.chairHint')}
        text={meeting?.chair ?? {}}
        max={longestWords}
        rows={1}
      />
      <OrganisationPicker {...picker('chairOrganisation')} label={t('minutes.field.chairOrganisation')} />
      <RepeatedParts
        name="conveners"
        label={t('minutes.field.conveners')}
        hint={t('minutes.field.convenersHint')}
        titleOf={(index) => t('minutes.field.convener', { number: index + 1 })}
        addLabel={t('minutes.field.addConvener')}
        focus={focus}
      >
        {(prefix) => <OrganisationPicker {...picker(prefix)} label={t('minutes.field.organisation')} />}
      </RepeatedParts>
      <ChoiceField
        name="languages"
        label={t('minutes.field.languages')}
        options={network.languages.map((language) => ({
          value: language,
          label: languageInWords(reader, language),
        }))}
        multiple
      />
      <LocalizedField
        {...texts}
        name="invitation"
        label={t('minutes.field.invitation')}
        hint={t('minutes.field.invitationHint')}
        text={meeting?.invitation ?? {}}
        max={longestInvitation}
        rows={5}
      />
      <p class="form-end">
        <button class="button primary" type="submit" name="action" value="save">
          {t(meeting ? 'minutes.action.save' : 'minutes.action.create')}
        </button>
      </p>
    </Form>
  )
}
