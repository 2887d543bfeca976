import { capitalized } from '../../../../../platform/i18n/capitalized.ts'
import { interfaceLanguages } from '../../../../../platform/i18n/languages.ts'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { clockWords } from '../../../../../ui/text/clock-lines.tsx'
import { languageInWords } from '../../../../../ui/text/language-in-words.ts'
import { byOwnSide } from '../../../../directory/index.ts'
import type { ParticipantRequest } from '../../call.ts'
import { paths } from '../../paths.ts'
import { MeetingsHeading } from '../../views/meetings-heading.tsx'
import { TypedField } from '../../views/typed-field.tsx'
import { participantName } from './participant-name.tsx'

interface FormPageProps {
  asked: ParticipantRequest
  shown: Shown
  languages: readonly string[]
}

/** Who comes for a participant, what they speak, how many meetings they take and when they are not there. */
export function ParticipantFormPage({ asked, shown, languages }: FormPageProps) {
  const { reader, network, event, participant, ground } = asked
  const { t } = reader
  const countries = byOwnSide(reader, network.countries)
  const words = (language: string) => capitalized(languageInWords(reader, language), reader.interfaceLanguage)
  const hours = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) =>
    clockWords(reader, { countries, hours: { startsAt, endsAt, zone: ground.session.zone } })
  return (
    <>
      <MeetingsHeading asked={asked} lead={t('partners.assignment.participantLead')}>
        {participantName(reader, participant)}
      </MeetingsHeading>
      <Form action={paths.editing(reader, network.slug, event.slug, participant.id)} form={shown}>
        <FormErrors errors={sayErrors(reader, shown.errors).list} />
        <TypedField
          shown={shown}
          name="quota"
          type="number"
          label={t('partners.assignment.quota')}
          hint={t('partners.assignment.quotaHint', { slots: ground.session.slots.length })}
        />
        <ChoiceField
          name="languages"
          label={t('partners.assignment.spoken')}
          hint={t('partners.assignment.spokenHint')}
          options={languages.map((value) => ({ value, label: words(value) }))}
          multiple
        />
        <ChoiceField
          name="absences"
          label={t('partners.assignment.absences')}
          hint={t('partners.assignment.absencesHint')}
          options={ground.session.slots.map((slot) => ({ value: slot.id, label: hours(slot) }))}
          multiple
        />
        <TypedField
          shown={shown}
          name="personName"
          type="text"
          label={t('partners.assignment.person')}
          hint={t('partners.assignment.personHint')}
          required={false}
        />
        <TypedField
          shown={shown}
          name="address"
          type="email"
          label={t('partners.assignment.address')}
          hint={t('partners.assignment.addressHint')}
          required={false}
          autocomplete="off"
        />
        <ChoiceField
          name="language"
          label={t('partners.assignment.mailLanguage')}
          options={interfaceLanguages.map((value) => ({ value, label: words(value) }))}
          required
        />
        <p class="form-end">
          <button type="submit" class="button primary">
            {t('partners.assignment.save')}
          </button>
        </p>
      </Form>
    </>
  )
}
