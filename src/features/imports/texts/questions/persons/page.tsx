import type { FastifyReply } from 'fastify'
import { fieldError, readForm, readValues } from '../../../../../platform/input/form.ts'
import { notFound } from '../../../../../platform/refusals/refusal.ts'
import type { Compared } from '../../comparison/compared.ts'
import { findQuote } from '../../correcting/call.ts'
import { drawQuestion, goOnAsking, nothingTyped, placeOf, type QuestionCall } from '../call.ts'
import { onePersonForm } from '../schema.ts'
import { settlePerson } from './commands.ts'
import { lookUpNamesake } from './queries.ts'
import { PersonQuestion } from './views/person-question.tsx'

/** Asks whether two names that differ by a letter are one person. */
export async function showPersonQuestion(call: QuestionCall, typed = nothingTyped): Promise<FastifyReply> {
  const { asked, compared } = call
  const { reader, network, text, writing } = asked
  const { fact } = compared
  const names = namesOf(compared)
  const other = await lookUpNamesake(writing, fact, names.one)
  return drawQuestion(call, {
    title: reader.t('imports.text.question.person.title', names),
    description: reader.t('imports.text.question.person.lead'),
    errors: typed.errors,
    children: (
      <PersonQuestion
        network={network.slug}
        text={text}
        factId={fact.id}
        names={names}
        quotes={[
          ...(other ? [await findQuote(asked, { fact: other })] : []),
          await findQuote(asked, compared),
        ]}
        {...typed}
      />
    ),
  })
}

/** Takes the answer. */
export async function answerPersonQuestion(call: QuestionCall): Promise<FastifyReply> {
  const { request, asked, compared } = call
  const { reader, writing } = asked
  const form = readForm(onePersonForm, request.body)
  if (!form.valid) {
    const errors = [fieldError('answer', 'ui.form.missing')]
    return showPersonQuestion(call, { values: readValues(request.body), errors })
  }
  const { answer } = form.data
  const names = namesOf(compared)
  const settled = await settlePerson(
    writing,
    placeOf(call),
    compared.fact.id,
    answer === 'two'
      ? { people: 'two' }
      : {
          people: 'one',
          name: names[answer],
          reason: reader.t('imports.text.question.person.reason', { name: names[answer] }),
        },
  )
  return goOnAsking(call, settled)
}

// The one named before, and the one whom the fact is about.
function namesOf({ fact: { id, value } }: Compared): { one: string; other: string } {
  if (value.part !== 'participant' || value.mayBe === undefined) return notFound(id)
  return { one: value.mayBe, other: value.name }
}
