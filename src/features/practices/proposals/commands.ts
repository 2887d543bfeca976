import { createHash } from 'node:crypto'
import { recordActivity } from '../../../platform/activity/activity.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { takeTurn } from '../../../platform/database/turns.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { notFound } from '../../../platform/refusal.ts'
import { fold } from '../../../platform/search/index.ts'
import { writeEvidence } from '../../registry/evidence/index.ts'
import { insertSource, locateQuotation, replacePassages } from '../../registry/sources/index.ts'
import { insertPractice } from '../sheets/commands.ts'
import { emptyPractice } from '../sheets/fields.ts'
import type { FoundPractice } from './find-practices.ts'
import { type decisions, lookUpSameProposal, proposalKind, type UnreadText } from './queries.ts'

/** Names a sheet in the languages of the interface, by its themes and parties. */
export type NameSheet = (context: Context, found: FoundPractice) => Promise<LocalizedText>

/**
 * Keeps what was found in a text, once: a practice as a proposed sheet, the rest to be offered. What is known from another sentence
 * gains this one; what was decided on stays decided. Returns how many are new.
 */
export async function keepFound(
  context: Context,
  text: UnreadText,
  found: readonly FoundPractice[],
  name: NameSheet,
): Promise<number> {
  return inTransaction(context, async (inside) => {
    await takeTurn(inside, `practices_proposal ${text.networkId}`)
    const { numInsertedOrUpdatedRows } = await inside.database
      .insertInto('practices_read_text')
      .values({ text_id: text.id, network_id: text.networkId, read_at: inside.clock.now().toString() })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 0n) return 0
    const fresh = []
    for (const each of found) if (!(await isKept(inside, text.networkId, each))) fresh.push(each)
    if (fresh.length === 0) return 0
    const sourceId = text.event === null ? text.id : await keepDebrief(inside, text, text.event)
    const passages = text.passages.map(quotable)
    const told = { subjectKind: proposalKind, sourceId, extractedBy: 'Entente', knownOn: text.knownOn }
    for (const each of fresh) {
      const same = await lookUpSameProposal(inside, text.networkId, each)
      const subjectId = same?.id ?? (await insertProposal(inside, text, each, name))
      const evidence = each.sentences.flatMap((sentence) => {
        const locator = locateQuotation(passages, sentence.text)
        return locator ? [{ ...told, subjectId, field: each.kind, locator, stance: 'supports' as const }] : []
      })
      await writeEvidence(inside, text.networkId, evidence)
    }
    return fresh.length
  })
}

async function isKept({ database }: Context, networkId: string, found: FoundPractice): Promise<boolean> {
  const kept = await database
    .selectFrom('practices_proposal')
    .select('proposal_id')
    .where('network_id', '=', networkId)
    .where('key', 'in', keysOf(found))
    .executeTakeFirst()
  return kept !== undefined
}

/** What tells the same thing of the same authorities in the same words, whatever text holds it: one for each sentence. */
function keysOf({ kind, holderId, themes, sentences }: FoundPractice): string[] {
  return sentences.map(({ text }) =>
    createHash('sha256')
      .update([kind, holderId, themes.toSorted().join(), fold(text)].join('\n'))
      .digest('hex'),
  )
}

async function insertProposal(
  context: Context,
  { networkId, knownOn }: UnreadText,
  found: FoundPractice,
  name: NameSheet,
): Promise<string> {
  const id = newId()
  const { kind, holderId, partnerIds, themes, period } = found
  const sheet = {
    ...{ ...emptyPractice, holderId, themes, period, knownOn, title: await name(context, found) },
    ...{ publication: 'proposed' as const, partners: partnerIds.map((partnerId) => ({ id: partnerId })) },
  }
  const sheetId = kind === 'practice' ? await insertPractice(context, networkId, sheet) : null
  await context.database
    .insertInto('practices_proposal')
    .values({
      ...{ proposal_id: id, network_id: networkId, kind, key: keysOf(found)[0] ?? id, holder_id: holderId },
      ...{ partner_ids: partnerIds, themes: themes.toSorted(), sheet_id: sheetId, known_on: knownOn },
    })
    .execute()
  const subjectKind = sheetId === null ? proposalKind : 'practice'
  await recordActivity(context, { networkId, verb: 'added', subjectKind, subjectId: sheetId ?? id })
  return id
}

const quotable = (passage: UnreadText['passages'][number]) => ({ ...passage, headingId: null })

/** A debrief becomes a source, so that its sentences open on a page as those of minutes do. */
async function keepDebrief(
  context: Context,
  { networkId, language, knownOn, passages }: UnreadText,
  { slug, title }: NonNullable<UnreadText['event']>,
): Promise<string> {
  const id = newId()
  const source = { id, slug: `${slug}-${id.slice(-6)}`, kind: 'account' as const, title, publisher: '' }
  await insertSource(context, networkId, { ...source, language, knownOn })
  await replacePassages(
    context,
    id,
    passages.map((passage) => ({ ...quotable(passage), line: 0, language })),
  )
  return id
}

export interface Decision {
  is: (typeof decisions)[number]
  /** The sheet that has the sentences from now on. */
  into: string
  reason: string
}

/** Writes what the holder decided on the proposal of a sheet: a refusal is remembered, merging gives its sentences to the other sheet. */
export async function decideProposal(
  context: Context,
  sheetId: string,
  { is, into, reason }: Decision,
): Promise<void> {
  const { numUpdatedRows } = await context.database
    .updateTable('practices_proposal')
    .set({
      ...{ decision: is, reason, sheet_id: into },
      ...{ decided_by: personIdOf(context.actor), decided_at: context.clock.now().toString() },
    })
    .where('sheet_id', '=', sheetId)
    .where('decision', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) notFound('proposal')
}
