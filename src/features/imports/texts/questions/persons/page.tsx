import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../../../../../platform/http/application.ts'
import {
  type FieldError,
  type FormValues,
  fieldError,
  readForm,
  readValues,
} from '../../../../../platform/input/form.ts'
import { notFound } from '../../../../../platform/refusals/refusal.ts'
import { drawNetworkPage } from '../../../../networks/index.ts'
import type { TextRequest } from '../../call.ts'
import type { Compared } from '../../comparison/compared.ts'
import { findQuote } from '../../correcting/call.ts'
import { goOnAsking } from '../call.ts'
import { onePersonForm } from '../schema.ts'
import { settlePerson } from './commands.ts'
import { lookUpNamesake } from './queries.ts'
import { PersonQuestion } from './views/person-question.tsx'

/** Asks whether two names that differ by a letter are one person. */
export async function showPersonQuestion(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: TextRequest,
  compared: Compared,
  shown: { values: FormValues; errors: FieldError[] } = { values: {}, errors: [] },
): Promise<FastifyReply> {
  const { reader, network, text, writing } = asked
  const { fact } = compared
  const names = namesOf(compared)
  const other = await lookUpNamesake(writing, fact, names.one)
  return drawNetworkPage(application, request, shown.errors.length > 0 ? reply.code(422) : reply, asked, {
    title: reader.t('imports.text.question.person.title', names),
    description: reader.t('imports.text.question.person.lead'),
    path: `/imports/${text.id}/facts/${fact.id}`,
    noindex: true,
    children: (
      <PersonQuestion
        reader={reader}
        network={network.slug}
        text={text}
        factId={fact.id}
        names={names}
        quotes={[
          ...(other ? [await findQuote(asked, { fact: other })] : []),
          await findQuote(asked, compared),
        ]}
        {...shown}
      />
    ),
  })
}

/** Takes the answer. */
export async function answerPersonQuestion(
  application: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  asked: TextRequest,
  compared: Compared,
): Promise<FastifyReply> {
  const { reader, network, text, writing } = asked
  const form = readForm(onePersonForm, request.body)
  if (!form.valid) {
    const errors = [fieldError('answer', 'ui.form.missing')]
    const values = readValues(request.body)
    return showPersonQuestion(application, request, reply, asked, compared, { values, errors })
  }
  const { answer } = form.data
  const names = namesOf(compared)
  const at = { network, text, records: application.records }
  const settled = await settlePerson(
    writing,
    at,
    compared.fact.id,
    answer === 'two'
      ? { people: 'two' }
      : {
          people: 'one',
          name: names[answer],
          reason: reader.t('imports.text.question.person.reason', { name: names[answer] }),
        },
  )
  return goOnAsking(reply, asked, settled)
}

// The one named before, and the one whom the fact is about.
function namesOf({ fact: { id, value } }: Compared): { one: string; other: string } {
  if (value.part !== 'participant' || value.mayBe === undefined) return notFound(id)
  return { one: value.mayBe, other: value.name }
}
