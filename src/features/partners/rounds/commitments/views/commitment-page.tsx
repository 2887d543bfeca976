import type { LocalizedText } from '../../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { type FieldError, type FormValues, typedValue } from '../../../../../platform/input/form.ts'
import { DateField } from '../../../../../ui/form/date-field.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { LocalizedField } from '../../../../../ui/form/localized-field.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { Passage } from '../../../../../ui/text/passage.tsx'
import { type Choices, OrganisationPicker } from '../../../../directory/index.ts'
import type { Meeting } from '../../../../minutes/index.ts'
import { paths } from '../../../paths.ts'
import { longestWish } from '../../schema.ts'
import { MeetingName } from '../../views/meeting-name.tsx'

interface CommitmentPageProps {
  reader: Reader
  network: { slug: string; languages: readonly string[] }
  meeting: Meeting
  wish: { id: string; text: LocalizedText }
  values: FormValues
  errors: readonly FieldError[]
  choices: Choices
}

/** Who undertakes what because of a wish, and by when. */
export function CommitmentPage({
  reader,
  network,
  meeting,
  wish,
  values,
  errors,
  choices,
}: CommitmentPageProps) {
  const { t } = reader
  const said = sayErrors(reader, errors)
  return (
    <>
      <FormErrors reader={reader} errors={said.list} />
      <PageHeading
        kicker={
          <a href={paths.round(reader, network.slug, meeting.slug)}>
            {t('partners.round.name')} – <MeetingName reader={reader} meeting={meeting} />
          </a>
        }
        lead={t('partners.round.commitLead')}
      >
        {t('partners.round.commitTitle')}
      </PageHeading>
      <blockquote>
        <Passage reader={reader} text={wish.text} />
      </blockquote>
      <form
        class="form"
        method="post"
        action={paths.commitment(reader, network.slug, meeting.slug, wish.id)}
        novalidate
      >
        <OrganisationPicker
          reader={reader}
          name="organisation"
          label={t('partners.round.commitBy')}
          typed={typedValue(values, 'organisation.name')}
          picked={choices.get('organisation') ?? { state: 'empty' }}
          error={said.byField['organisation.name']}
          required
        />
        <LocalizedField
          reader={reader}
          languages={network.languages}
          name="text"
          label={t('partners.round.commitText')}
          text={{}}
          values={values}
          errors={said.byField}
          max={longestWish}
          rows={2}
          required
        />
        <DateField
          reader={reader}
          name="due"
          label={t('partners.round.commitDue')}
          value={typedValue(values, 'due')}
          error={said.byField.due}
          assumesYear
          required
        />
        <p class="form-end">
          <button class="button primary" type="submit">
            {t('partners.round.commitSave')}
          </button>
        </p>
      </form>
    </>
  )
}
