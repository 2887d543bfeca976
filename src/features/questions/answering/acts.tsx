import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Pages, Visit } from '../../../platform/http/visit.ts'
import { saidDay } from '../../../platform/input/date-input.ts'
import { type FormState, fieldError, says, typedValue } from '../../../platform/input/form.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { DayField } from '../../../ui/form/date-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { Form, SendingField } from '../../../ui/form/form.tsx'
import { TextAreaField } from '../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../ui/reader.tsx'
import type { addNetworkAction } from '../../directory/picking/index.ts'
import type { Part, QuestionRequest } from '../questions/frame.tsx'
import { type Act, type ActField, actsOf } from './act-table.ts'
import type { Answer } from './answers.queries.ts'

export const emptyForm: FormState = { values: {}, errors: [] }

interface ActPlace<V> {
  /** Refuses whoever is no such reader. */
  open(visit: Visit): Promise<V>
  again(visit: V, form: FormState): FastifyReply
  /** The address to go on to. */
  told(visit: V, verb: string): string
}

// Behind a link there is one part: who was asked.
const segmentOf = (part: Part) => (part === 'asked' ? 'act' : part)

/** Adds the address to which all acts of one part are sent, below that of the question. */
export function addActs<V extends QuestionRequest>(
  add: typeof addNetworkAction<V, { verb: string; answer: string; said: string }>,
  pages: Pages,
  place: string,
  part: Part,
  { open, again, told }: ActPlace<V>,
): void {
  const { ofQuestion, ofAnswers, answers } = actsOf[part]
  const named = (verb: string) => (act: { verb: string }) => act.verb === verb
  add(pages, `${place}/${segmentOf(part)}`, {
    open: async (visit) => {
      const loaded = await open(visit)
      return loaded.parts.includes(part) ? loaded : notFound(part)
    },
    again,
    // What is done and the mails of it are kept together.
    isOnce: true,
    schema: (visit, values) => {
      const [verb, answer] = [typedValue(values, 'verb'), typedValue(values, 'answer')]
      const { field } = [...ofQuestion, ...ofAnswers].find(named(verb)) ?? notFound(verb)
      if (!field) return z.object({}).transform(() => ({ verb, answer, said: '' }))
      return z
        .object({ [field.name]: schemaOf(field, visit) })
        .transform((typed) => ({ verb, answer, said: typed[field.name] ?? '' }))
    },
    save: async (visit, { verb, answer: id, said }) => {
      const take = async <A,>(act: Act<A>, of: A) => {
        // It was there on an older page.
        if (!act.isDue(visit, of)) throw new Refusal('changedMeanwhile', `There is nothing to do: ${verb}`)
        const { name, wrong } = act.field ?? {}
        const found = await act.check?.(visit, said)
        if (found && name) return [fieldError(name, found)]
        const isDone = await act.take(visit, of, said)
        return isDone === false && name && wrong ? [fieldError(name, wrong)] : told(visit, verb)
      }
      const act = ofQuestion.find(named(verb))
      if (act) return take(act, null)
      const answer = answers(visit).find((each) => each.id === id) ?? notFound('answer')
      return take(ofAnswers.find(named(verb)) ?? notFound(verb), answer)
    },
  })
}

function schemaOf(field: ActField, visit: QuestionRequest): z.ZodType<string> {
  if (field.as === 'day') return saidDay()
  const text = z.string().trim().min(1, says('ui.form.missing'))
  if ('longest' in field) return text.max(field.longest)
  const values = field.options(visit).map(({ value }) => value)
  return text.refine((value) => values.includes(value), says('ui.form.missing'))
}

interface FieldOfActProps {
  field: ActField
  visit: QuestionRequest
}

function FieldOfAct({ field, visit }: FieldOfActProps) {
  const { t } = useReader()
  const shared = { name: field.name, label: t(field.label), required: true }
  if (field.as === 'day') return <DayField {...shared} />
  if (field.as === 'line') return <Field {...shared} />
  if (field.as === 'text') return <TextAreaField {...shared} max={field.longest} rows={4} />
  return <ChoiceField {...shared} options={field.options(visit)} isFolded={field.as === 'list'} />
}

interface ActFormsProps {
  part: Part
  visit: QuestionRequest
  /** To one of its answers, else to the question. */
  answer?: Answer
  /** What was typed into one of them, if it came back. */
  form: FormState
}

/** The acts of a reader that are due: buttons first, then those with a field. */
export function ActForms({ part, visit, answer, form }: ActFormsProps) {
  const { ofQuestion, ofAnswers } = actsOf[part]
  const due = answer
    ? ofAnswers.filter(({ isDue }) => isDue(visit, answer))
    : ofQuestion.filter(({ isDue }) => isDue(visit, null))
  const { t } = useReader()
  const address = `${visit.address}/${segmentOf(part)}`
  const button = ({ verb, label }: (typeof due)[number]) => (
    <>
      <SendingField />
      {answer ? <input type="hidden" name="answer" value={answer.id} /> : null}
      <button type="submit" class="button" name="verb" value={verb}>
        {t(label)}
      </button>
    </>
  )
  const isBack = ({ verb }: { verb: string }) =>
    typedValue(form.values, 'verb') === verb && typedValue(form.values, 'answer') === (answer?.id ?? '')
  return (
    <>
      {due.every(({ field }) => field) ? null : (
        <div class="actions">
          {due.map((act) =>
            act.field ? null : (
              <form key={act.verb} method="post" action={address}>
                {button(act)}
              </form>
            ),
          )}
        </div>
      )}
      {due.map((act) =>
        act.field ? (
          <details key={act.verb} open={act.field.isShown || isBack(act)}>
            <summary>{t(act.label)}</summary>
            <Form
              own={[act.verb, answer?.id ?? ''].join('-')}
              action={address}
              form={isBack(act) ? form : emptyForm}
            >
              <FieldOfAct field={act.field} visit={visit} />
              <p>{button(act)}</p>
            </Form>
          </details>
        ) : null,
      )}
    </>
  )
}
