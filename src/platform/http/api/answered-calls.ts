import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Context } from '../../context/context.ts'
import { inTransaction } from '../../database/transaction.ts'
import { eraseFrom } from '../../personal-data/erase-from.ts'
import type { PersonalData } from '../../personal-data/personal-data.ts'
import { WrongInput } from '../problems.ts'
import type { CallAnswer } from './call-answer.ts'

const keptHours = 24

/** A call that may be sent again: by which person, under which key, and what makes two calls equal. */
export interface RepeatableCall {
  personId: string
  key: string
  digest: string
}

/** The key under which a call may be sent again, or null; refused when it is none. */
export function readRepeatable(request: FastifyRequest, personId: string): RepeatableCall | null {
  const key = request.headers['idempotency-key']
  if (key === undefined) return null
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(key))
    throw new WrongInput([
      { pointer: '/Idempotency-Key', detail: '1 to 255 visible ASCII characters, without spaces' },
    ])
  const { method, url, headers, body } = request
  const said = [method, url, headers['if-match'] ?? '', headers['content-type'] ?? '', JSON.stringify(body)]
  return { personId, key, digest: createHash('sha256').update(said.join('\n')).digest('base64url') }
}

/**
 * Does some work once for all calls under one key: in its transaction the key is claimed first, so that a second call waits for the
 * first and then gets its answer. A failure is not kept: the call may be tried again. Refuses a different call under the same key.
 */
export async function answerOnce(
  context: Context,
  call: RepeatableCall,
  work: (context: Context) => Promise<CallAnswer>,
): Promise<CallAnswer> {
  return inTransaction(context, async (inside) => {
    if (!(await claim(inside, call))) return findAnswer(inside, call)
    const answer = await work(inside)
    await inside.database
      .updateTable('platform_answered_call')
      .set({ answer: JSON.stringify(answer) })
      .where('person_id', '=', call.personId)
      .where('call_key', '=', call.key)
      .execute()
    return answer
  })
}

async function claim(
  { database, clock }: Context,
  { personId, key, digest }: RepeatableCall,
): Promise<boolean> {
  const now = clock.now()
  const limit = now.subtract({ hours: keptHours }).toString()
  await database
    .deleteFrom('platform_answered_call')
    .where('person_id', '=', personId)
    .where('call_key', '=', key)
    .where('made_at', '<', sql<Date>`${limit}`)
    .execute()
  const claimed = await database
    .insertInto('platform_answered_call')
    .values({
      person_id: personId,
      call_key: key,
      call_digest: digest,
      answer: null,
      made_at: now.toString(),
    })
    .onConflict((conflict) => conflict.columns(['person_id', 'call_key']).doNothing())
    .executeTakeFirst()
  return claimed.numInsertedOrUpdatedRows === 1n
}

async function findAnswer(
  { database }: Context,
  { personId, key, digest }: RepeatableCall,
): Promise<CallAnswer> {
  const { call_digest, answer } = await database
    .selectFrom('platform_answered_call')
    .select(['call_digest', 'answer'])
    .where('person_id', '=', personId)
    .where('call_key', '=', key)
    .executeTakeFirstOrThrow()
  if (call_digest !== digest || answer === null)
    throw new WrongInput([
      { pointer: '/Idempotency-Key', detail: 'This key was used for another call in the last 24 hours' },
    ])
  return { ...answer, headers: { ...answer.headers, 'idempotency-replayed': 'true' } }
}

/** Forgets answers that are a day old. */
export async function removeOldAnswers({
  database,
  clock,
}: Pick<Context, 'database' | 'clock'>): Promise<void> {
  const limit = clock.now().subtract({ hours: keptHours }).toString()
  await database.deleteFrom('platform_answered_call').where('made_at', '<', sql<Date>`${limit}`).execute()
}

/** Answers to a person’s calls: the record of their changes already says all that is in them, and they go with the account. */
export const personalCalls: PersonalData = {
  collect: async () => [],
  erase: async (context, subject) => {
    await eraseFrom(context, subject, [
      { table: 'platform_answered_call', own: { person: 'person_id', left: 'nothing' } },
    ])
  },
}
