import { capitalized } from '../../../../../platform/i18n/capitalized.ts'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { RepeatedParts, UsualSubmit } from '../../../../../ui/form/repeated-parts.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { Section } from '../../../../../ui/text/headings.tsx'
import { languageInWords } from '../../../../../ui/text/language-in-words.ts'
import type { EventRequest } from '../../call.ts'
import { paths } from '../../paths.ts'
import { MeetingsHeading } from '../../views/meetings-heading.tsx'
import { TypedField } from '../../views/typed-field.tsx'
import { MatchingFields } from './matching-fields.tsx'
import { TimeFields } from './time-fields.tsx'

export interface SetupPageProps {
  asked: EventRequest
  title: string
  shown: Shown
  zones: readonly string[]
  languages: readonly string[]
  countries: readonly string[]
}

/** When the meetings are, how long, how many at once, and who stands on which side. */
export function SetupPage(props: SetupPageProps) {
  const { asked, title, shown } = props
  const { reader, network, event } = asked
  const { t } = reader
  return (
    <>
      <MeetingsHeading asked={asked} lead={t('partners.assignment.setupLead')}>
        {title}
      </MeetingsHeading>
      <Form action={paths.setup(reader, network.slug, event.slug)} form={shown}>
        <UsualSubmit value="save" />
        <FormErrors errors={sayErrors(reader, shown.errors).list} />
        <TimeFields {...props} />
        <Places {...props} />
        <MatchingFields {...props} />
        <p class="form-end">
          <button type="submit" class="button primary" name="action" value="save">
            {t('partners.assignment.saveSetup')}
          </button>
        </p>
      </Form>
    </>
  )
}

function Places({ asked: { reader }, shown, languages }: SetupPageProps) {
  const { t } = reader
  const options = languages.map((language) => ({
    value: language,
    label: capitalized(languageInWords(reader, language), reader.interfaceLanguage),
  }))
  return (
    <Section id="places" title={t('partners.assignment.places')}>
      <TypedField
        shown={shown}
        name="tables"
        type="number"
        label={t('partners.assignment.tables')}
        hint={t('partners.assignment.tablesHint')}
        required={false}
      />
      <ChoiceField
        name="counted"
        label={t('partners.assignment.counted')}
        hint={t('partners.assignment.countedHint')}
        options={(['no', 'yes'] as const).map((value) => ({
          value,
          label: t(`partners.assignment.counted.${value}`),
        }))}
        required
      />
      <RepeatedParts
        name="interpreters"
        label={t('partners.assignment.interpreters')}
        level={3}
        hint={t('partners.assignment.interpretersHint')}
        titleOf={(index) => t('partners.assignment.interpretersPart', { number: index + 1 })}
        addLabel={t('partners.assignment.addInterpreters')}
      >
        {(prefix) => (
          <>
            <div class="minutes-hours">
              {(['one', 'other'] as const).map((which) => (
                <ChoiceField
                  key={which}
                  name={`${prefix}.${which}`}
                  label={t(`partners.assignment.interpreters.${which}`)}
                  options={options}
                  isFolded
                  required
                />
              ))}
            </div>
            <TypedField
              shown={shown}
              name={`${prefix}.count`}
              type="number"
              label={t('partners.assignment.interpretersCount')}
            />
          </>
        )}
      </RepeatedParts>
    </Section>
  )
}
