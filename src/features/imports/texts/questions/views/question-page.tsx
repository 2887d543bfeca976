import { type FormState, typedValue } from '../../../../../platform/input/form.ts'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../../ui/form/field.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import {
  type Choices,
  countryName,
  kindName,
  kindsOf,
  OrganisationPicker,
  type OrganisationRecord,
  pickerOption,
} from '../../../../directory/index.ts'
import { paths } from '../../../paths.ts'
import type { Candidate } from '../../../understanding/reading.ts'
import type { QuotedSentence } from '../../correcting/call.ts'
import { QuestionFrame, type QuestionPlace } from './question-frame.tsx'

interface QuestionPageProps extends QuestionPlace {
  /** Of the network: where a new body may be. */
  countries: readonly string[]
  name: string
  candidates: readonly Candidate[]
  /** Those of the candidates that the directory holds. */
  held: readonly OrganisationRecord[]
  choices: Choices
  field: string
  quote: QuotedSentence
  form: FormState
}

/** Who is meant by a name: the candidates with what tells them apart, a search, and the way to add somebody. */
export function QuestionPage(props: QuestionPageProps) {
  const reader = useReader()
  const { network, text, factId, name, field, choices, quote, form } = props
  const { t } = reader
  const options = optionsOf(props)
  return (
    <>
      <QuestionFrame
        network={network}
        text={text}
        factId={factId}
        title={t('imports.text.question.title', { name })}
        lead={t('imports.text.question.lead')}
        quotes={[quote]}
        form={form}
        send={t('imports.text.question.save')}
      >
        {options.length === 0 ? null : (
          <ChoiceField
            name="candidate"
            label={t('imports.text.question.candidates')}
            options={[...options, { value: 'other', label: t('imports.text.question.other') }]}
            isPart
          />
        )}
        <OrganisationPicker
          name={field}
          label={t(
            options.length === 0 ? 'imports.text.question.search' : 'imports.text.question.searchOther',
          )}
          picked={choices.get(field) ?? { state: 'empty' }}
          isPart={options.length > 0}
          required={options.length === 0}
        />
      </QuestionFrame>
      <NewBody {...props} action={paths.fact(reader, network, text.id, factId)} />
    </>
  )
}

// What the directory lacks: a body that the text names, or a town of which only the world’s gazetteer knows.
function NewBody({ countries, name, candidates, form, action }: QuestionPageProps & { action: string }) {
  const reader = useReader()
  const { t } = reader
  const town = candidates.find(({ organisationId }) => organisationId === null)
  const known = [...new Set([...(town ? [town.country] : []), ...countries])]
  const kinds = [...new Set(known.flatMap(kindsOf))]
  return (
    <Section id="new" title={t('imports.text.question.create')}>
      <p>{t('imports.text.question.createLead')}</p>
      <Form action={action} form={form}>
        <input type="hidden" name="create" value="1" />
        <Field
          name="new.name"
          label={t('imports.text.question.name')}
          value={typedValue(form.values, 'new.name') || (town?.name ?? name)}
          required
        />
        <ChoiceField
          name="new.country"
          label={t('imports.text.question.country')}
          options={known.map((country) => ({ value: country, label: countryName(reader, country) }))}
          chosen={[typedValue(form.values, 'new.country') || (town?.country ?? '')]}
          required
        />
        <ChoiceField
          name="new.kind"
          label={t('imports.text.question.kind')}
          options={kinds.map((kind) => ({ value: kind, label: kindName(reader, kind) }))}
          chosen={[typedValue(form.values, 'new.kind') || (town?.kind ?? '')]}
          required
        />
        <p class="form-actions">
          <button type="submit" class="button">
            {t('imports.text.question.create')}
          </button>
        </p>
      </Form>
    </Section>
  )
}

// A town of the world that has no id cannot be chosen: it is found by the search once it was added.
function optionsOf({ candidates, held }: QuestionPageProps) {
  const reader = useReader()
  return candidates.flatMap(({ organisationId, name, country, kind, code }) => {
    if (organisationId === null) return []
    const known = held.find(({ id }) => id === organisationId)
    const population = known?.population
    const words = known
      ? pickerOption(reader, known).details
      : [kindName(reader, kind), countryName(reader, country), reader.t('imports.text.question.toLoad')].join(
          ' · ',
        )
    const details = [
      words,
      code,
      population ? reader.t('imports.text.question.population', { count: population }) : null,
    ]
    return [
      {
        value: organisationId,
        label: known ? pickerOption(reader, known).name : name,
        hint: details.filter(Boolean).join(' · '),
      },
    ]
  })
}
