import { createHash } from 'node:crypto'
import { personIdOf } from '../context/actor.ts'
import type { Context } from '../context/context.ts'
import { isId } from '../context/identifier.ts'
import { inTransaction } from '../database/transaction.ts'
import { type FormValues, typedValue } from '../input/form.ts'
import { answerOnce } from './api/answered-calls.ts'
import type { CallAnswer } from './api/call-answer.ts'

/** The hidden field in which a form carries its own id: see `SendingField`. */
export const sendingField = 'sending'

/**
 * Does once what a form asks for, in one transaction, however often and from how many windows it is sent: a second send of the same form
 * waits for the first and leads to the address that the first led to. Corrected and sent again it is another form. Returns null, and keeps
 * nothing, where the work returns null: the form is drawn again. A visitor without an account, or a form without an id, is not recognised.
 */
export async function sendOnce(
  context: Context,
  form: { action: string; values: FormValues },
  work: (inside: Context) => Promise<string | null>,
): Promise<string | null> {
  const personId = personIdOf(context.actor)
  const id = typedValue(form.values, sendingField)
  const asked = async (inside: Context): Promise<CallAnswer> => {
    const location = await work(inside)
    if (location === null) throw new NothingDone()
    return { status: 303, headers: { location }, text: '' }
  }
  try {
    if (personId === null || !isId(id)) return (await inTransaction(context, asked)).headers.location ?? null
    const digest = createHash('sha256')
      .update(JSON.stringify([form.action, form.values]))
      .digest('base64url')
    const { headers } = await answerOnce(context, { personId, key: `form ${id} ${digest}`, digest }, asked)
    return headers.location ?? null
  } catch (error) {
    if (error instanceof NothingDone) return null
    throw error
  }
}

/** After an undo the actor’s forms count as new: one sent again from the page that the browser still has is done again. */
export async function forgetSentForms({ database, actor }: Context): Promise<void> {
  const personId = personIdOf(actor)
  if (personId === null) return
  await database
    .deleteFrom('platform_answered_call')
    .where('person_id', '=', personId)
    .where('call_key', 'like', 'form %')
    .execute()
}

// Takes back that the form was sent.
class NothingDone extends Error {}
