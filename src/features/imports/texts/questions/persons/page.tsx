import type { FastifyReply } from 'fastify'
import { type FormState, type FormValues, fieldError, readForm } from '../../../../../platform/input/form.ts'
import { notFound } from '../../../../../platform/refusals/refusal.ts'
import type { Compared } from '../../comparison/compared.ts'
import { findQuote } from '../../correcting/call.ts'
import { type Answered, addressAfter, drawQuestion, type FactRequest, placeOf } from '../call.ts'
import { onePersonForm } from '../schema.ts'
import { settlePerson } from './commands.ts'
import { lookUpNamesake } from './queries.ts'
import { PersonQuestion } from './views/person-question.tsx'

/** Asks whether two names that differ by a letter are one person. */
export async function showPersonQuestion(asked: FactRequest, form: FormState): Promise<FastifyReply> {
  const { reader, network, text, writing, compared } = asked
  const { fact } = compared
  const names = namesOf(compared)
  const other = await lookUpNamesake(writing, fact, names.one)
  return drawQuestion(asked, {
    title: reader.t('imports.text.question.person.title', names),
    description: reader.t('imports.text.question.person.lead'),
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
        form={form}
      />
    ),
  })
}

/** Takes the answer. */
export async function answerPersonQuestion(asked: FactRequest, values: FormValues): Promise<Answered> {
  const { reader, writing, compared } = asked
  const form = readForm(onePersonForm, values)
  if (!form.valid) return [fieldError('answer', 'ui.form.missing')]
  const { answer } = form.data
  const names = namesOf(compared)
  const settled = await settlePerson(
    writing,
    placeOf(asked),
    compared.fact.id,
    answer === 'two'
      ? { people: 'two' }
      : {
          people: 'one',
          name: names[answer],
          reason: reader.t('imports.text.question.person.reason', { name: names[answer] }),
        },
  )
  return addressAfter(asked, settled)
}

// The one named before, and the one whom the fact is about.
function namesOf({ fact: { id, value } }: Compared): { one: string; other: string } {
  if (value.part !== 'participant' || value.mayBe === undefined) return notFound(id)
  return { one: value.mayBe, other: value.name }
}
