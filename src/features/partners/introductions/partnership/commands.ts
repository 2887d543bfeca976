import { sql } from 'kysely'
import { describeActor } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import type { RecordDocument } from '../../../../platform/records/record-document.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { addRecord } from '../../../contributions/index.ts'
import { stateConfirmation } from '../../../registry/index.ts'
import { change } from '../commands.ts'
import type { Introduction } from '../introduction.ts'
import { joinTie, type Making } from './joining.commands.ts'
import { type Outcome, openedKey } from './outcome.ts'

/**
 * Holds all talks of the same two authorities until the transaction ends: of two that come to a partnership at once, the second
 * sees what the first one made.
 */
export async function holdPair(
  { database }: Context,
  { networkId, owner, interested }: Introduction,
): Promise<void> {
  const between = (one: string, other: string) =>
    sql`(w.organisation_id = ${one} and i.organisation_id = ${other})`
  await sql`
    select i.introduction_id from partners_introduction i join partners_wish w on w.wish_id = i.wish_id
    where i.network_id = ${networkId} and (${between(owner.id, interested.id)} or ${between(interested.id, owner.id)})
    order by i.introduction_id for update of i
  `.execute(database)
}

/** Records for one side that the partnership is made. The secretariat carries out in the registry what the side says. */
export function claimPartnership(
  context: Context,
  introduction: Introduction,
  { outcome, organisationId }: { outcome: Outcome; organisationId: string | null },
): Promise<void> {
  return change(context, introduction, 'claimed', {
    set: {
      claimed_at: context.clock.now().toString(),
      claimed_by: organisationId,
      ...columnsOf(outcome),
    },
    where: sql`accepted_at is not null and claimed_at is null and declined_at is null and withdrawn_at is null and made_at is null`,
  })
}

/**
 * Opens the cooperation in the registry, claimed by the side that says so (by the group where the secretariat does) until the other
 * confirms it, or adds the partnership to one that the two have already. Of two concurrent requests one does. Called while the pair is
 * held.
 */
export async function makePartnership(
  context: Context,
  introduction: Introduction,
  making: Making,
  { outcome, organisationId }: { outcome: Outcome; organisationId: string | null },
): Promise<void> {
  const { owner, interested, wish, networkId } = introduction
  const now = context.clock.now().toString()
  const claimedBy = introduction.claimedBy ?? organisationId
  const key = 'opens' in outcome ? openedKey([owner.id, interested.id], wish.themes) : null
  // What other talks opened with this key was removed, or is about something else now: they give up the key, so that another can be opened.
  if (key !== null)
    await context.database
      .updateTable('partners_introduction')
      .set({ opened_key: null })
      .where('network_id', '=', networkId)
      .where('opened_key', '=', key)
      .execute()
  await change(context, introduction, 'made', {
    set: {
      claimed_at: introduction.claimedAt?.toISOString() ?? now,
      claimed_by: claimedBy,
      made_at: now,
      made_by: describeActor(context.actor),
      ...columnsOf(outcome),
      opened_key: key,
    },
    where: sql`accepted_at is not null and declined_at is null and withdrawn_at is null and made_at is null`,
  })
  const id =
    'joins' in outcome
      ? await joinTie(context, introduction, making, { tie: outcome.joins, claimedBy })
      : await openTie(context, introduction, making, { status: outcome.opens, claimedBy })
  await context.database
    .updateTable('partners_introduction')
    .set({ cooperation_id: id })
    .where('introduction_id', '=', introduction.id)
    .execute()
}

function columnsOf(outcome: Outcome) {
  return 'opens' in outcome
    ? { opens_as: outcome.opens, joins_id: null }
    : { opens_as: null, joins_id: outcome.joins.id }
}

/** The other side says that it is right. */
export async function confirmPartnership(
  context: Context,
  { cooperation, networkId }: Introduction,
  { organisationId, language, saidAs }: { organisationId: string; language: string; saidAs: string },
): Promise<void> {
  if (cooperation === null) throw new Refusal('tooLate', 'The tie is gone')
  await stateConfirmation(
    context,
    { id: cooperation.id, networkId },
    { organisationId, stance: 'confirmed', words: '', language, saidAs, requestId: null },
  )
}

async function openTie(
  context: Context,
  introduction: Introduction,
  { network, reader, kind }: Making,
  { status, claimedBy }: { status: string; claimedBy: string | null },
): Promise<string> {
  const { id } = await addRecord(context, {
    network,
    kind,
    document: tieOf(context, kind.blank(network), introduction, { status, claimedBy }),
    reason: reader.t('partners.introduction.reason'),
    language: reader.interfaceLanguage,
    organisationId: claimedBy,
  })
  return id
}

function tieOf(
  { today }: Context,
  blank: RecordDocument,
  { owner, interested, wish }: Introduction,
  { status, claimedBy }: { status: string; claimedBy: string | null },
): RecordDocument {
  return {
    ...blank,
    parties: [owner, interested].map(({ id }) => ({ id, capacity: 'party', knownOn: today })),
    standings: [
      {
        id: newId(),
        status,
        intention: null,
        reason: {},
        saidBy: claimedBy,
        statedOn: today,
        knownOn: today,
      },
    ],
    themes: wish.themes.map((id) => ({ id, wished: false, knownOn: today })),
  }
}
