import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import { describeActor } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { authorize, Refusal } from '../../../platform/refusal.ts'
import type { TextOwner } from '../../../platform/translation/text-owner.ts'
import { type Translator, TranslatorTrouble } from '../../../platform/translation/translator.ts'
import { type NewTranslation, saveTranslation } from '../editor/commands.ts'
import { fingerprintOf } from '../editor/fingerprint.ts'
import { mayTranslateAll } from '../policy.ts'
import {
  type Batch,
  countMissing,
  listMade,
  listMissing,
  lookUpOpenBatch,
  type MissingText,
} from './queries.ts'

const textsAtOnce = 20
const beforeAll = '00000000-0000-0000-0000-000000000000'
// A worker reports at each step that it is alive: one that has not reported for so long has died.
const claimLastsMinutes = 5

/** Requests a machine translation of everything that a language lacks; a worker makes it. Null if nothing is missing. */
export async function startBatch(
  context: Context,
  asked: { networkId: string; language: string; provider: string },
): Promise<string | null> {
  authorize(mayTranslateAll(context.actor, asked.networkId))
  return inTransaction(context, async (inside) => {
    const total = await countMissing(inside, asked)
    if (total === 0) return null
    const batchId = newId()
    const made = await inside.database
      .insertInto('translations_batch')
      .values({
        batch_id: batchId,
        network_id: asked.networkId,
        language: asked.language,
        provider: asked.provider,
        seen_on: inside.today,
        asked_by: describeActor(inside.actor),
        asked_at: inside.clock.now().toString(),
        total,
      })
      .onConflict((conflict) =>
        conflict.columns(['network_id', 'language']).where('ended_at', 'is', null).doNothing(),
      )
      .executeTakeFirst()
    // Another person has asked already: their batch continues.
    if (made.numInsertedOrUpdatedRows !== 1n) return lookUpOpenBatch(inside, asked)
    await record(inside, asked.networkId, 'asked', batchId)
    return batchId
  })
}

/** Works on a batch until it ends, unless another worker does: each text is written at once, in a transaction of its own. */
export async function runBatch(
  context: Context,
  owners: readonly TextOwner[],
  translator: Translator,
  batch: Batch,
): Promise<void> {
  if (!(await claim(context, batch.id))) return
  let after = beforeAll
  try {
    for (;;) {
      const texts = await listMissing(context, batch, after, textsAtOnce)
      const last = texts.at(-1)
      if (last === undefined) return await end(context, batch.id, null)
      after = last.id
      const skipped = await translateSome(context, owners, translator, batch, texts)
      if (!(await progress(context, batch.id, texts.length - skipped, skipped))) return
    }
  } catch (error) {
    if (!(error instanceof TranslatorTrouble)) throw error
    await end(context, batch.id, error.trouble)
  }
}

/** Undoes what a batch made and no person has changed since, all of it or nothing, and ends it; returns the number of texts. */
export async function undoBatch(
  context: Context,
  owners: readonly TextOwner[],
  batch: Batch,
): Promise<number> {
  authorize(mayTranslateAll(context.actor, batch.networkId))
  return inTransaction(context, async (inside) => {
    const now = inside.clock.now().toString()
    await inside.database
      .updateTable('translations_batch')
      .set({ undone_at: now, ended_at: sql<string>`coalesce(ended_at, ${now})` })
      .where('batch_id', '=', batch.id)
      .execute()
    let removed = 0
    for (const { recordKind, recordId, path, language } of await listMade(inside, batch.id, everything)) {
      const place = { networkId: batch.networkId, recordKind, recordId, path, language }
      if (await isSaved(inside, owners, { ...place, passage: null, madeFrom: null })) removed += 1
    }
    await record(inside, batch.networkId, 'undone', batch.id)
    return removed
  })
}

const everything = { limit: 1_000_000, offset: 0 }

async function translateSome(
  context: Context,
  owners: readonly TextOwner[],
  translator: Translator,
  batch: Batch,
  texts: MissingText[],
): Promise<number> {
  let skipped = 0
  for (const [from, ofOne] of Map.groupBy(texts, (text) => text.originalLanguage)) {
    const made = await translator.translate(
      ofOne.map(({ original }) => original),
      from,
      batch.language,
    )
    const machineAt = context.clock.now().toString()
    for (const [index, { recordKind, recordId, path, whole }] of ofOne.entries()) {
      const text = made[index]?.trim() ?? ''
      const saved = await whileOpen(context, batch.id, (inside) =>
        isSaved(inside, owners, {
          networkId: batch.networkId,
          recordKind,
          recordId,
          path,
          language: batch.language,
          passage: { text, state: 'machine' },
          madeFrom: fingerprintOf(whole, batch.language),
          provenance: { machineBy: translator.name, machineAt, batchId: batch.id },
        }),
      )
      if (!saved || text === '') skipped += 1
    }
  }
  return skipped
}

// A service may take a minute to answer: after a batch was undone nothing of it is written. An undo waits for the text at work.
async function whileOpen(
  context: Context,
  batchId: string,
  work: (inside: Context) => Promise<boolean>,
): Promise<boolean> {
  return inTransaction(context, async (inside) => {
    const { rows } = await sql`
      select from translations_batch where batch_id = ${batchId} and ended_at is null for share
    `.execute(inside.database)
    return rows.length === 1 && (await work(inside))
  })
}

// A text that is no longer found, for example because it was hidden since it was listed, does not block the others.
async function isSaved(
  context: Context,
  owners: readonly TextOwner[],
  translation: NewTranslation,
): Promise<boolean> {
  try {
    return (await saveTranslation(context, owners, translation)).saved
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'notFound') return false
    throw error
  }
}

async function claim(context: Context, batchId: string): Promise<boolean> {
  const now = context.clock.now()
  const { numUpdatedRows } = await context.database
    .updateTable('translations_batch')
    .set({ claimed_at: now.toString() })
    .where('batch_id', '=', batchId)
    .where('ended_at', 'is', null)
    .where((where) =>
      where.or([
        where('claimed_at', 'is', null),
        where('claimed_at', '<', new Date(now.subtract({ minutes: claimLastsMinutes }).epochMilliseconds)),
      ]),
    )
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

// False if a person has undone the batch meanwhile.
async function progress(context: Context, batchId: string, done: number, skipped: number): Promise<boolean> {
  const { numUpdatedRows } = await context.database
    .updateTable('translations_batch')
    .set({
      done: sql`done + ${done}`,
      skipped: sql`skipped + ${skipped}`,
      // Texts that came after the batch was asked for are translated too.
      total: sql`greatest(total, done + skipped + ${done + skipped}::integer)`,
      claimed_at: context.clock.now().toString(),
    })
    .where('batch_id', '=', batchId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

async function end(context: Context, batchId: string, trouble: string | null): Promise<void> {
  await context.database
    .updateTable('translations_batch')
    .set({ ended_at: context.clock.now().toString(), trouble })
    .where('batch_id', '=', batchId)
    .where('ended_at', 'is', null)
    .execute()
}

async function record(context: Context, networkId: string, verb: string, subjectId: string): Promise<void> {
  await recordActivity(context, { networkId, verb, subjectKind: 'translationBatch', subjectId })
}
