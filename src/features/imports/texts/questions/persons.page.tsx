import type { FastifyReply } from 'fastify'
import { type FormState, type FormValues, fieldError, readForm } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import type { Compared } from '../comparison/compared.ts'
import { findQuote, type QuotedSentence } from '../correcting.request.ts'
import { settlePerson } from './commands.ts'
import { lookUpNamesake } from './queries.ts'
import {
  type Answered,
  addressAfter,
  type FactRequest,
  onePersonForm,
  placeOf,
  QuestionFrame,
  type QuestionPlace,
  renderQuestion,
} from './question-frame.tsx'

/** Asks whether two names that differ by a letter are one person. */
export async function showPersonQuestion(visit: FactRequest, form: FormState): Promise<FastifyReply> {
  const { reader, network, text, writing, compared } = visit
  const { fact } = compared
  const names = namesOf(compared)
  const other = await lookUpNamesake(writing, fact, names.one)
  return renderQuestion(visit, {
    title: reader.t('imports.text.question.person.title', names),
    description: reader.t('imports.text.question.person.lead'),
    children: (
      <PersonQuestion
        network={network.slug}
        text={text}
        factId={fact.id}
        names={names}
        quotes={[
          ...(other ? [await findQuote(visit, { fact: other })] : []),
          await findQuote(visit, compared),
        ]}
        form={form}
      />
    ),
  })
}

/** Takes the answer about two names. */
export async function answerPersonQuestion(visit: FactRequest, values: FormValues): Promise<Answered> {
  const { reader, writing, compared } = visit
  const form = readForm(onePersonForm, values)
  if (!form.valid) return [fieldError('answer', 'ui.form.missing')]
  const { answer } = form.data
  const names = namesOf(compared)
  const settled = await settlePerson(
    writing,
    placeOf(visit),
    compared.fact.id,
    answer === 'two'
      ? { people: 'two' }
      : {
          people: 'one',
          name: names[answer],
          reason: reader.t('imports.text.question.person.reason', { name: names[answer] }),
        },
  )
  return addressAfter(visit, settled)
}

// The person named before, and the person of the fact.
function namesOf({ fact: { id, value } }: Compared): { one: string; other: string } {
  if (value.part !== 'participant' || value.mayBe === undefined) return notFound(id)
  return { one: value.mayBe, other: value.name }
}

interface PersonQuestionProps extends QuestionPlace {
  names: { one: string; other: string }
  /** The sentences that name them. */
  quotes: readonly QuotedSentence[]
  form: FormState
}

/** Two names that differ by a letter, each in its sentence: one person under one of them, or two. */
function PersonQuestion({ names, quotes, form, ...place }: PersonQuestionProps) {
  const { t } = useReader()
  const same = (name: string) => t('imports.text.question.person.same', { name })
  return (
    <QuestionFrame
      {...place}
      title={t('imports.text.question.person.title', names)}
      lead={t('imports.text.question.person.lead')}
      quotes={quotes}
      form={form}
      send={t('imports.text.question.answer')}
    >
      <ChoiceField
        name="answer"
        label={t('imports.text.question.person.choice')}
        options={[
          { value: 'one', label: same(names.one) },
          { value: 'other', label: same(names.other) },
          { value: 'two', label: t('imports.text.question.person.two') },
        ]}
        required
      />
    </QuestionFrame>
  )
}
