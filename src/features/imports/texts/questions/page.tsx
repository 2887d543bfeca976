import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../../../../platform/http/application.ts'
import {
  type FieldError,
  type FormValues,
  fieldError,
  readForm,
  readValues,
  typedValue,
} from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusals/refusal.ts'
import { choiceErrors, chosenId, kindsOf, listOrganisations, readChoices } from '../../../directory/index.ts'
import { drawNetworkPage } from '../../../networks/index.ts'
import type { TextRequest } from '../call.ts'
import type { Compared } from '../comparison/compared.ts'
import { findQuote } from '../correcting/call.ts'
import type { FactValue } from '../facts/fact.ts'
import { partiesOf } from '../reading/place-facts.ts'
import { goOnAsking } from './call.ts'
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
export async function showQuestion(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: TextRequest,
  compared: Compared,
): Promise<FastifyReply> {
  const { question } = compared.fact
  if (question === 'date') return showDateQuestion(application, request, reply, asked, compared)
  if (question === 'person') return showPersonQuestion(application, request, reply, asked, compared)
  return showNames(application, request, reply, asked, compared)
}

/** Takes the answer to it. */
export async function answerQuestion(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: TextRequest,
  compared: Compared,
): Promise<FastifyReply> {
  const { question } = compared.fact
  if (question === 'date') return answerDateQuestion(application, request, reply, asked, compared)
  if (question === 'person') return answerPersonQuestion(application, request, reply, asked, compared)
  return takeName(application, request, reply, asked, compared)
}

async function showNames(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: TextRequest,
  compared: Compared,
  shown: { values: FormValues; errors: FieldError[] } = { values: {}, errors: [] },
): Promise<FastifyReply> {
  const { reader, network, text, writing } = asked
  const open = openName(compared.fact.value) ?? notFound(compared.fact.id)
  const ids = open.candidates.flatMap(({ organisationId }) => organisationId ?? [])
  return drawNetworkPage(application, request, shown.errors.length > 0 ? reply.code(422) : reply, asked, {
    title: reader.t('imports.text.question.title', { name: open.name }),
    description: reader.t('imports.text.question.lead'),
    path: `/imports/${text.id}/facts/${compared.fact.id}`,
    noindex: true,
    children: (
      <QuestionPage
        reader={reader}
        network={network.slug}
        countries={network.countries}
        text={text}
        fact={compared.fact}
        name={open.name}
        candidates={open.candidates}
        held={await listOrganisations(writing, ids)}
        choices={await readChoices(writing, shown.values, [field])}
        field={field}
        quote={await findQuote(asked, compared)}
        values={shown.values}
        errors={shown.errors}
      />
    ),
  })
}

// One of the candidates, or whoever was searched for.
async function takeName(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: TextRequest,
  compared: Compared,
): Promise<FastifyReply> {
  const { network, text, writing } = asked
  const { fact } = compared
  const open = openName(fact.value) ?? notFound(fact.id)
  const values = readValues(request.body)
  if (typedValue(values, 'create') !== '') return takeNew(application, request, reply, asked, compared)
  const candidate = open.candidates.find(
    ({ organisationId }) => organisationId !== null && organisationId === typedValue(values, 'candidate'),
  )
  const choices = await readChoices(writing, values, [field])
  const chosen = candidate?.organisationId ?? chosenId(choices, field)
  if (chosen === null) {
    const errors = choiceErrors(choices)
    const missing = errors.length > 0 ? errors : [fieldError(`${field}.name`, 'ui.form.missing')]
    return showNames(application, request, reply, asked, compared, { values, errors: missing })
  }
  const [held] = await listOrganisations(writing, [chosen])
  const settled = await sayWhoIsMeant(writing, { network, text, records: application.records }, fact.id, {
    side: open.side,
    organisationId: chosen,
    country: held ? null : (candidate?.country ?? null),
  })
  return goOnAsking(reply, asked, settled)
}

// The body is made with what the text says of it; whoever knows more adds it on the body’s own page.
async function takeNew(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: TextRequest,
  compared: Compared,
): Promise<FastifyReply> {
  const { network, text, writing } = asked
  const form = readForm(newBodyForm, request.body)
  if (!form.valid) return showNames(application, request, reply, asked, compared, form)
  const { name, country, kind } = form.data.new
  if (!kindsOf(country).includes(kind)) {
    const errors = [fieldError('new.kind', 'ui.form.wrong')]
    return showNames(application, request, reply, asked, compared, { values: form.values, errors })
  }
  const open = openName(compared.fact.value) ?? notFound(compared.fact.id)
  const settled = await addMeantBody(
    writing,
    { network, text, records: application.records },
    { factId: compared.fact.id, side: open.side, name, country, kind },
  )
  return goOnAsking(reply, asked, settled)
}
