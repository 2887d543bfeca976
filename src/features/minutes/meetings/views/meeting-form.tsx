import type { Reader } from '../../../../platform/i18n/reader.ts'
import { type FieldError, type FormValues, typedValue, typedValues } from '../../../../platform/input/form.ts'
import { countParts } from '../../../../platform/input/list-action.ts'
import type { RecordNetwork } from '../../../../platform/records/record-kind.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { RepeatedParts, UsualSubmit } from '../../../../ui/form/repeated-parts.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { type Choices, OrganisationPicker } from '../../../directory/index.ts'
import { errorOf, errorsByField } from '../../views/form-page.tsx'
import { type Meeting, meetingKinds } from '../meeting.ts'
import { longestInvitation, longestTitle, longestWords } from '../schema.ts'
import { HoursFields } from './hours-fields.tsx'

export interface MeetingFormProps {
  reader: Reader
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
export function MeetingForm({
  reader,
  network,
  action,
  meeting,
  values,
  errors,
  choices,
  focus,
}: MeetingFormProps) {
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
    <form class="form" method="post" action={action} novalidate>
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
        reader={reader}
        name="kind"
        label={t('minutes.field.kind')}
        options={meetingKinds.map((kind) => ({ value: kind, label: t(`minutes.kind.${kind}`) }))}
        chosen={[typedValue(values, 'kind')]}
        error={errorOf(reader, errors, 'kind')}
        required
      />
      <HoursFields reader={reader} countries={network.countries} values={values} errors={errors} />
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
        reader={reader}
        name="conveners"
        label={t('minutes.field.conveners')}
        hint={t('minutes.field.convenersHint')}
        count={countParts(values, 'conveners')}
        titleOf={(index) => t('minutes.field.convener', { number: index + 1 })}
        addLabel={t('minutes.field.addConvener')}
        focus={focus}
      >
        {(prefix) => <OrganisationPicker {...picker(prefix)} label={t('minutes.field.organisation')} />}
      </RepeatedParts>
      <ChoiceField
        reader={reader}
        name="languages"
        label={t('minutes.field.languages')}
        options={network.languages.map((language) => ({
          value: language,
          label: languageInWords(reader, language),
        }))}
        chosen={typedValues(values, 'languages')}
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
    </form>
  )
}
