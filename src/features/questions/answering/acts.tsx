import type { FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import { z } from 'zod'
import type { Pages, Visit } from '../../../platform/http/visit.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import { type FormState, fieldError, says, typedValue } from '../../../platform/input/form.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { Form } from '../../../ui/form/form.tsx'
import { useReader } from '../../../ui/reader.tsx'
import type { addNetworkAction } from '../../directory/picking/index.ts'
import type { NetworkRequest } from '../../networks/index.ts'
import type { Answer } from './answers.queries.ts'

export const emptyForm: FormState = { values: {}, errors: [] }

/** What a reader may do to a question (`A` is null) or to one of its answers: a button, alone or under a field. */
export interface Act<V, A> {
  /** What its button sends, and what stands on it. */
  verb: string
  label: PlainMessageKey
  /** Whether there is anything to do: else it is not shown, and a press on an older page is refused. */
  isDue(visit: V, of: A): boolean
  /** Does it; false where the field is `wrong`. */
  take(visit: V, of: A, said: string): Promise<unknown>
  /** `isShown`: somebody waits for it, so that it is not folded. */
  field?: { name: string; schema: z.ZodType<string>; draw(visit: V): ComponentChildren; isShown?: true }
  wrong?: PlainMessageKey
}

/** The acts of one kind of reader. */
export interface Acts<V> {
  ofQuestion: readonly Act<V, null>[]
  ofAnswers: readonly Act<V, Answer>[]
  /** The answers to which these may be done. */
  answers(visit: V): readonly Answer[]
}

interface ActPlace<V> {
  /** Refuses whoever is no such reader. */
  open(visit: Visit): Promise<V>
  again(visit: V, form: FormState): Promise<FastifyReply> | FastifyReply
  /** The address to go on to. */
  told(visit: V, verb: string): string
}

/** What somebody must type. */
export const someWords = (longest: number) => z.string().trim().min(1, says('ui.form.missing')).max(longest)

/** Adds the address to which all acts of a reader are sent. */
export function addActs<V extends NetworkRequest>(
  add: typeof addNetworkAction,
  pages: Pages,
  address: string,
  { ofQuestion, ofAnswers, answers }: Acts<V>,
  { told, ...place }: ActPlace<V>,
): void {
  add(pages, address, {
    ...place,
    schema: (_visit, values) => {
      const verb = typedValue(values, 'verb')
      const act = [...ofQuestion, ...ofAnswers].find((each) => each.verb === verb) ?? notFound(verb)
      const { name, schema } = act.field ?? { name: 'said', schema: z.string().default('') }
      const answer = typedValue(values, 'answer')
      return z.object({ [name]: schema }).transform((typed) => ({ verb, answer, said: typed[name] ?? '' }))
    },
    save: async (visit, { verb, answer: id, said }) => {
      const take = async <A,>({ isDue, take, field, wrong }: Act<V, A>, of: A) => {
        if (!isDue(visit, of)) throw new Refusal('changedMeanwhile', `There is nothing to do: ${verb}`)
        const isDone = await take(visit, of, said)
        return isDone === false && field && wrong ? [fieldError(field.name, wrong)] : told(visit, verb)
      }
      const act = ofQuestion.find((each) => each.verb === verb)
      if (act) return take(act, null)
      const answer = answers(visit).find((each) => each.id === id) ?? notFound('answer')
      return take(ofAnswers.find((each) => each.verb === verb) ?? notFound(verb), answer)
    },
  })
}

interface ActFormsProps<V, A> {
  acts: readonly Act<V, A>[]
  of: A
  visit: V
  action: string
  /** What was typed into one of them, if it came back. */
  form: FormState
}

/** The acts that are due: buttons first, then those with a field. */
export function ActForms<V, A extends Answer | null>({ acts, of, visit, action, form }: ActFormsProps<V, A>) {
  const { t } = useReader()
  const due = acts.filter(({ isDue }) => isDue(visit, of))
  const button = ({ verb, label }: Act<V, A>) => (
    <>
      {of === null ? null : <input type="hidden" name="answer" value={of.id} />}
      <button type="submit" class="button" name="verb" value={verb}>
        {t(label)}
      </button>
    </>
  )
  const isBack = ({ verb }: Act<V, A>) =>
    form.values.verb === verb && (form.values.answer ?? '') === (of?.id ?? '')
  return (
    <>
      <div class="actions">
        {due.map((act) =>
          act.field ? null : (
            <form key={act.verb} method="post" action={action}>
              {button(act)}
            </form>
          ),
        )}
      </div>
      {due.map((act) =>
        act.field ? (
          <details key={act.verb} open={act.field.isShown || isBack(act)}>
            <summary>{t(act.label)}</summary>
            <Form action={action} form={isBack(act) ? form : emptyForm}>
              {act.field.draw(visit)}
              <p>{button(act)}</p>
            </Form>
          </details>
        ) : null,
      )}
    </>
  )
}
