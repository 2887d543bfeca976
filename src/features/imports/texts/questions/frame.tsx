import type { FastifyReply } from 'fastify'
import {
  type FormState,
  type FormValues,
  fieldError,
  readForm,
  typedValue,
} from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import {
  type Choices,
  choiceErrors,
  chosenId,
  countryName,
  kindName,
  kindsOf,
  listOrganisations,
  OrganisationPicker,
  type OrganisationRecord,
  pickerOption,
  readChoices,
} from '../../../directory/index.ts'
import { paths } from '../../paths.ts'
import type { Candidate } from '../../understanding/reading.ts'
import { findQuote, type QuotedSentence } from '../correcting.request.ts'
import type { FactValue } from '../facts/fact.ts'
import { partiesOf } from '../reading/facts-of-reading.ts'
import { addMeantBody, sayWhoIsMeant } from './commands.ts'
import { answerDateQuestion, showDateQuestion } from './dates.page.tsx'
import { answerPersonQuestion, showPersonQuestion } from './persons.page.tsx'
import {
  type Answered,
  addressAfter,
  type FactRequest,
  newBodyForm,
  nothingTyped,
  placeOf,
  QuestionFrame,
  type QuestionPlace,
  renderQuestion,
} from './question-frame.tsx'

/** The first name in a fact whose bearer is uncertain. */
function openName(value: FactValue) {
  if (value.part === 'actor') return { side: 0, name: value.name, candidates: [], country: null }
  const side = partiesOf(value).findIndex(({ organisationId }) => organisationId === null)
  const party = partiesOf(value)[side]
  return party ? { side, name: party.asWritten, candidates: party.candidates, country: party.country } : null
}

const field = 'meant'

/** Asks what a fact leaves open: a date, whether two names are one person, or who is meant by a name. */
export async function showQuestion(visit: FactRequest, form = nothingTyped): Promise<FastifyReply> {
  const { question } = visit.compared.fact
  if (question === 'date') return showDateQuestion(visit, form)
  if (question === 'person') return showPersonQuestion(visit, form)
  return showNames(visit, form)
}

/** Takes the answer to the question of a fact. */
export async function answerQuestion(visit: FactRequest, values: FormValues): Promise<Answered> {
  const { question } = visit.compared.fact
  if (question === 'date') return answerDateQuestion(visit, values)
  if (question === 'person') return answerPersonQuestion(visit, values)
  return typedValue(values, 'create') === '' ? takeName(visit, values) : takeNew(visit, values)
}

async function showNames(visit: FactRequest, form: FormState): Promise<FastifyReply> {
  const { reader, network, text, writing, compared } = visit
  const open = openName(compared.fact.value) ?? notFound(compared.fact.id)
  const ids = open.candidates.flatMap(({ organisationId }) => organisationId ?? [])
  return renderQuestion(visit, {
    title: reader.t('imports.text.question.title', { name: open.name }),
    description: reader.t('imports.text.question.lead'),
    children: (
      <QuestionPage
        network={network.slug}
        countries={network.countries}
        text={text}
        factId={compared.fact.id}
        name={open.name}
        candidates={open.candidates}
        held={await listOrganisations(writing, ids)}
        choices={await readChoices(writing, form.values, [field])}
        field={field}
        quote={await findQuote(visit, compared)}
        form={form}
      />
    ),
  })
}

// One of the candidates, or a search result.
async function takeName(visit: FactRequest, values: FormValues): Promise<Answered> {
  const { writing } = visit
  const { fact } = visit.compared
  const open = openName(fact.value) ?? notFound(fact.id)
  const candidate = open.candidates.find(
    ({ organisationId }) => organisationId !== null && organisationId === typedValue(values, 'candidate'),
  )
  const choices = await readChoices(writing, values, [field])
  const chosen = candidate?.organisationId ?? chosenId(choices, field)
  if (chosen === null) {
    const isOffered = open.candidates.some(({ organisationId }) => organisationId !== null)
    const isChoice = isOffered && typedValue(values, 'candidate') !== 'other'
    const isSaid = choices.get(field)?.state !== 'empty'
    const none = fieldError(isChoice ? 'candidate' : `${field}.name`, 'imports.text.question.none')
    return isSaid ? choiceErrors(choices) : [none]
  }
  const [held] = await listOrganisations(writing, [chosen])
  const settled = await sayWhoIsMeant(writing, placeOf(visit), fact.id, {
    side: open.side,
    organisationId: chosen,
    country: held ? null : (candidate?.country ?? null),
  })
  return addressAfter(visit, settled)
}

// The body is created with what the text says of it; people add more on the body’s own page.
async function takeNew(visit: FactRequest, values: FormValues): Promise<Answered> {
  const { fact } = visit.compared
  const { side } = openName(fact.value) ?? notFound(fact.id)
  const form = readForm(newBodyForm, values)
  if (!form.valid) return form.errors
  const { name, country, kind } = form.data.new
  if (!kindsOf(country).includes(kind)) return [fieldError('new.kind', 'ui.form.wrong')]
  const body = { factId: fact.id, side, name, country, kind }
  return addressAfter(visit, await addMeantBody(visit.writing, placeOf(visit), body))
}

interface QuestionPageProps extends QuestionPlace {
  /** Of the network: where a new body may be. */
  countries: readonly string[]
  name: string
  candidates: readonly Candidate[]
  /** The candidates that the directory holds. */
  held: readonly OrganisationRecord[]
  choices: Choices
  field: string
  quote: QuotedSentence
  form: FormState
}

/** The page that asks who is meant by a name: the candidates with what distinguishes them, a search, and a form to add one. */
function QuestionPage(props: QuestionPageProps) {
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

// What the directory lacks: a body that the text names, or a town known only to the world gazetteer.
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

// A town of the world without an id cannot be chosen: the search finds it once it was added.
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
