import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { mergeLocalizedText, type TypedText } from '../../../platform/i18n/localized-text.ts'
import { authorize } from '../../../platform/refusal.ts'
import type { Theme } from '../../networks/index.ts'
import { reindexTexts } from '../../translations/index.ts'
import { maySpeakFor } from '../policy.ts'
import { lockOpen, noteRound } from './commands.ts'
import { findRound } from './queries.ts'
import { type Round, versionOfRow, type WishKind } from './round.ts'
import { roundTexts } from './round-texts.commands.ts'
import { refreshSearch } from './search/commands.ts'

export interface TypedRoundWish {
  /** Which one it was before: '' for a new one; left out, the one that stood in its place. */
  id?: string | undefined
  kind: WishKind
  text: TypedText
  themes: Theme[]
}

export interface TypedRow {
  wishes: readonly TypedRoundWish[]
  /** It has nothing to wish for. */
  hasPassed: boolean
  /** The mark of the wishes that the form was drawn with; left out by callers that did not show them. */
  seen?: string | undefined
}

/**
 * Writes what an authority wishes for, three things at most, replacing what it said before; none and `hasPassed` for nothing. False, and
 * nothing is written, where another person has written for it since: in a room two people do.
 */
export async function stateWishes(
  context: Context,
  round: Round,
  organisationId: string,
  { wishes, hasPassed, seen }: TypedRow,
): Promise<boolean> {
  const { networkId, meetingId } = round
  authorize(maySpeakFor(context.actor, { networkId, organisationId }))
  return inTransaction(context, async (inside) => {
    await lockOpen(inside, round)
    const { rows } = await findRound(inside, networkId, meetingId)
    const stored = rows.find(({ organisation }) => organisation.id === organisationId)
    if (seen !== undefined && stored && versionOfRow(stored) !== seen) return false
    const ids = await writeWishes(inside, { roundId: round.id, organisationId }, wishes)
    const { clock, database } = inside
    await database
      .updateTable('partners_round_row')
      .set({ passed_at: hasPassed && wishes.length === 0 ? clock.now().toString() : null })
      .where('round_id', '=', round.id)
      .where('organisation_id', '=', organisationId)
      .execute()
    await refreshSearch(inside, ids)
    await reindexTexts(
      inside,
      [roundTexts],
      networkId,
      ids.map((id) => ({ kind: roundTexts.kind, id })),
    )
    await noteRound(inside, round, 'stated')
    return true
  })
}

/** The ids of the earlier and of the new wishes: places may be exchanged, so all are written again, with their commitments. */
async function writeWishes(
  { actor, clock, database, today }: Context,
  { roundId, organisationId }: { roundId: string; organisationId: string },
  wishes: readonly TypedRoundWish[],
): Promise<string[]> {
  const before = await database
    .selectFrom('partners_round_wish')
    .select(['wish_id as id', 'position', 'text', 'known_on as knownOn'])
    .where('round_id', '=', roundId)
    .where('organisation_id', '=', organisationId)
    .execute()
  const left = new Map(before.map((wish) => [wish.id, wish]))
  const rows = wishes.map((wish, index) => {
    const known = wish.id ?? before.find(({ position }) => position === index + 1)?.id ?? ''
    const old = left.get(known)
    left.delete(known)
    return {
      wish_id: old?.id ?? newId(),
      round_id: roundId,
      organisation_id: organisationId,
      position: index + 1,
      kind: wish.kind,
      text: JSON.stringify(mergeLocalizedText(old?.text ?? {}, wish.text)),
      themes: wish.themes,
      stated_by: personIdOf(actor),
      stated_at: clock.now().toString(),
      known_on: old?.knownOn ?? today,
    }
  })
  const ids = rows.map(({ wish_id }) => wish_id)
  const commitments =
    ids.length === 0
      ? []
      : await database
          .selectFrom('partners_round_commitment')
          .select(['wish_id', 'decision_id'])
          .where('wish_id', 'in', ids)
          .execute()
  await database
    .deleteFrom('partners_round_wish')
    .where('round_id', '=', roundId)
    .where('organisation_id', '=', organisationId)
    .execute()
  if (rows.length > 0) await database.insertInto('partners_round_wish').values(rows).execute()
  if (commitments.length > 0)
    await database.insertInto('partners_round_commitment').values(commitments).execute()
  return [...new Set([...before.map(({ id }) => id), ...ids])]
}
