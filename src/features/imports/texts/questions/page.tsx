import type { FastifyReply } from 'fastify'
import { fieldError, readForm, readValues, typedValue } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { choiceErrors, chosenId, kindsOf, listOrganisations, readChoices } from '../../../directory/index.ts'
import { findQuote } from '../correcting/call.ts'
import type { FactValue } from '../facts/fact.ts'
import { partiesOf } from '../reading/place-facts.ts'
import { drawQuestion, goOnAsking, nothingTyped, placeOf, type QuestionCall } from './call.ts'
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
export async function showQuestion(call: QuestionCall): Promise<FastifyReply> {
  const { question } = call.compared.fact
  if (question === 'date') return showDateQuestion(call)
  if (question === 'person') return showPersonQuestion(call)
  return showNames(call)
}

/** Takes the answer to it. */
export async function answerQuestion(call: QuestionCall): Promise<FastifyReply> {
  const { question } = call.compared.fact
  if (question === 'date') return answerDateQuestion(call)
  if (question === 'person') return answerPersonQuestion(call)
  return takeName(call)
}

async function showNames(call: QuestionCall, typed = nothingTyped): Promise<FastifyReply> {
  const { asked, compared } = call
  const { reader, network, text, writing } = asked
  const open = openName(compared.fact.value) ?? notFound(compared.fact.id)
  const ids = open.candidates.flatMap(({ organisationId }) => organisationId ?? [])
  return drawQuestion(call, {
    title: reader.t('imports.text.question.title', { name: open.name }),
    description: reader.t('imports.text.question.lead'),
    errors: typed.errors,
    children: (
      <QuestionPage
        network={network.slug}
        countries={network.countries}
        text={text}
        factId={compared.fact.id}
        name={open.name}
        candidates={open.candidates}
        held={await listOrganisations(writing, ids)}
        choices={await readChoices(writing, typed.values, [field])}
        field={field}
        quote={await findQuote(asked, compared)}
        {...typed}
      />
    ),
  })
}

// One of the candidates, or whoever was searched for.
async function takeName(call: QuestionCall): Promise<FastifyReply> {
  const { request, compared } = call
  const { writing } = call.asked
  const { fact } = compared
  const open = openName(fact.value) ?? notFound(fact.id)
  const values = readValues(request.body)
  if (typedValue(values, 'create') !== '') return takeNew(call)
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
    return showNames(call, { values, errors: isSaid ? choiceErrors(choices) : [none] })
  }
  const [held] = await listOrganisations(writing, [chosen])
  const settled = await sayWhoIsMeant(writing, placeOf(call), fact.id, {
    side: open.side,
    organisationId: chosen,
    country: held ? null : (candidate?.country ?? null),
  })
  return goOnAsking(call, settled)
}

// The body is made with what the text says of it; whoever knows more adds it on the body’s own page.
async function takeNew(call: QuestionCall): Promise<FastifyReply> {
  const { fact } = call.compared
  const form = readForm(newBodyForm, call.request.body)
  if (!form.valid) return showNames(call, form)
  const { name, country, kind } = form.data.new
  if (!kindsOf(country).includes(kind)) {
    const errors = [fieldError('new.kind', 'ui.form.wrong')]
    return showNames(call, { values: form.values, errors })
  }
  const { side } = openName(fact.value) ?? notFound(fact.id)
  const settled = await addMeantBody(call.asked.writing, placeOf(call), {
    factId: fact.id,
    side,
    name,
    country,
    kind,
  })
  return goOnAsking(call, settled)
}
