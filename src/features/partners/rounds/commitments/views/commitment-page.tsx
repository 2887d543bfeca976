import type { LocalizedText } from '../../../../../platform/i18n/localized-text.ts'
import type { FieldError, FormValues } from '../../../../../platform/input/form.ts'
import { DateField } from '../../../../../ui/form/date-field.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { LocalizedField } from '../../../../../ui/form/localized-field.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import { Name } from '../../../../../ui/text/name.tsx'
import { Passage } from '../../../../../ui/text/passage.tsx'
import { type Choices, OrganisationPicker, ownLanguageOf, shortNames } from '../../../../directory/index.ts'
import type { Meeting } from '../../../../minutes/index.ts'
import { paths } from '../../../paths.ts'
import type { RoundRow, WishKind } from '../../round.ts'
import { longestWish } from '../../schema.ts'
import { MeetingName } from '../../views/meeting-name.tsx'

interface CommitmentPageProps {
  network: { slug: string; languages: readonly string[] }
  meeting: Meeting
  wish: { id: string; kind: WishKind; text: LocalizedText }
  /** Of whoever has that wish. */
  row: Pick<RoundRow, 'organisation'>
  values: FormValues
  errors: readonly FieldError[]
  choices: Choices
}

/** Who undertakes what because of a wish, and by when. */
export function CommitmentPage({
  network,
  meeting,
  wish,
  row,
  values,
  errors,
  choices,
}: CommitmentPageProps) {
  const reader = useReader()
  const { t } = reader
  const said = sayErrors(reader, errors)
  return (
    <>
      <FormErrors errors={said.list} />
      <PageHeading
        kicker={
          <a href={paths.round(reader, network.slug, meeting.slug)}>
            {t('partners.round.name')} – <MeetingName meeting={meeting} />
          </a>
        }
        lead={t('partners.round.commitLead')}
      >
        {t('partners.round.commitTitle')}
      </PageHeading>
      <p class="expectation-way">
        <Name name={shortNames(row.organisation)} own={ownLanguageOf(row.organisation.country)} />
      </p>
      <p>
        {t(`partners.round.kindOf.${wish.kind}`)} – <Passage text={wish.text} as="span" />
      </p>
      <Form action={paths.commitment(reader, network.slug, meeting.slug, wish.id)} form={{ values, errors }}>
        <OrganisationPicker
          name="organisation"
          label={t('partners.round.commitBy')}
          picked={choices.get('organisation') ?? { state: 'empty' }}
          error={said.byField['organisation.name']}
          required
        />
        <LocalizedField
          languages={network.languages}
          name="text"
          label={t('partners.round.commitText')}
          text={{}}
          max={longestWish}
          rows={2}
          required
        />
        <DateField
          name="due"
          label={t('partners.round.commitDue')}
          error={said.byField.due}
          assumesYear
          required
        />
        <p class="form-end">
          <button class="button primary" type="submit">
            {t('partners.round.commitSave')}
          </button>
        </p>
      </Form>
    </>
  )
}
