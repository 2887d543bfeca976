import type { FastifyReply } from 'fastify'
import {
  type FormState,
  type FormValues,
  fieldError,
  readForm,
  typedValue,
} from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { choiceErrors, chosenId, kindsOf, listOrganisations, readChoices } from '../../../directory/index.ts'
import { findQuote } from '../correcting/call.ts'
import type { FactValue } from '../facts/fact.ts'
import { partiesOf } from '../reading/place-facts.ts'
import { type Answered, addressAfter, drawQuestion, type FactRequest, nothingTyped, placeOf } from './call.ts'
import { addMeantBody, sayWhoIsMeant } from './commands.ts'
import { answerDateQuestion, showDateQuestion } from './dates/page.tsx'
import { answerPersonQuestion, showPersonQuestion } from './persons/page.tsx'
import { newBodyForm } from './schema.ts'
import { QuestionPage } from './views/question-page.tsx'

/** A name of which it is not certain who bears it: the first one of a fact. */
function openName(value: FactValue) {
  if (value.part === 'actor') return { side: 0, name: value.name, candidates: [], country: null }
  const side = partiesOf(value).findIndex(({ organisationId }) => organisationId === null)
  const party = partiesOf(value)[side]
  return party ? { side, name: party.asWritten, candidates: party.candidates, country: party.country } : null
}

const field = 'meant'

/** Asks what a fact leaves open: when it was, whether two names are one person, or who is meant by a name. */
export async function showQuestion(asked: FactRequest, form = nothingTyped): Promise<FastifyReply> {
  const { question } = asked.compared.fact
  if (question === 'date') return showDateQuestion(asked, form)
  if (question === 'person') return showPersonQuestion(asked, form)
  return showNames(asked, form)
}

/** Takes the answer to it. */
export async function answerQuestion(asked: FactRequest, values: FormValues): Promise<Answered> {
  const { question } = asked.compared.fact
  if (question === 'date') return answerDateQuestion(asked, values)
  if (question === 'person') return answerPersonQuestion(asked, values)
  return typedValue(values, 'create') === '' ? takeName(asked, values) : takeNew(asked, values)
}

async function showNames(asked: FactRequest, form: FormState): Promise<FastifyReply> {
  const { reader, network, text, writing, compared } = asked
  const open = openName(compared.fact.value) ?? notFound(compared.fact.id)
  const ids = open.candidates.flatMap(({ organisationId }) => organisationId ?? [])
  return drawQuestion(asked, {
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
        quote={await findQuote(asked, compared)}
        form={form}
      />
    ),
  })
}

// One of the candidates, or whoever was searched for.
async function takeName(asked: FactRequest, values: FormValues): Promise<Answered> {
  const { writing } = asked
  const { fact } = asked.compared
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
  const settled = await sayWhoIsMeant(writing, placeOf(asked), fact.id, {
    side: open.side,
    organisationId: chosen,
    country: held ? null : (candidate?.country ?? null),
  })
  return addressAfter(asked, settled)
}

// The body is made with what the text says of it; whoever knows more adds it on the body’s own page.
async function takeNew(asked: FactRequest, values: FormValues): Promise<Answered> {
  const { fact } = asked.compared
  const { side } = openName(fact.value) ?? notFound(fact.id)
  const form = readForm(newBodyForm, values)
  if (!form.valid) return form.errors
  const { name, country, kind } = form.data.new
  if (!kindsOf(country).includes(kind)) return [fieldError('new.kind', 'ui.form.wrong')]
  const body = { factId: fact.id, side, name, country, kind }
  return addressAfter(asked, await addMeantBody(asked.writing, placeOf(asked), body))
}
