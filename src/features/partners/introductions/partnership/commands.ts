import { sql } from 'kysely'
import { describeActor } from '../../../../platform/context/actor.ts'
import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { RecordDocument } from '../../../../platform/records/record-document.ts'
import type { RecordKind } from '../../../../platform/records/record-kind.ts'
import { Refusal } from '../../../../platform/refusals/refusal.ts'
import { addRecord } from '../../../contributions/index.ts'
import type { Network } from '../../../networks/index.ts'
import { stateConfirmation } from '../../../registry/index.ts'
import { change } from '../commands.ts'
import type { Introduction } from '../introduction.ts'

interface Making {
  network: Network
  reader: Reader
  /** Cooperations as the whole house changes them. */
  kind: RecordKind
}

/** Says that the partnership is made, for one side; the secretariat, which reviews first, opens the tie. */
export function claimPartnership(
  context: Context,
  introduction: Introduction,
  organisationId: string | null,
): Promise<void> {
  return change(context, introduction, 'claimed', {
    set: { claimed_at: context.clock.now().toString(), claimed_by: organisationId },
    where: sql`accepted_at is not null and claimed_at is null and declined_at is null and withdrawn_at is null and made_at is null`,
  })
}

/**
 * Opens the cooperation in the registry, claimed by the side that says so (by the group where the secretariat does) until the other
 * confirms it; one that the two have already is taken as it stands. Of two who do so at once, one does.
 */
export async function makePartnership(
  context: Context,
  introduction: Introduction,
  { network, reader, kind }: Making,
  { status, organisationId }: { status: 'in_talks' | 'prospective'; organisationId: string | null },
): Promise<void> {
  const now = context.clock.now().toString()
  const claimedBy = introduction.claimedBy ?? organisationId
  await change(context, introduction, 'made', {
    set: {
      claimed_at: introduction.claimedAt?.toISOString() ?? now,
      claimed_by: claimedBy,
      made_at: now,
      made_by: describeActor(context.actor),
    },
    where: sql`accepted_at is not null and declined_at is null and withdrawn_at is null and made_at is null`,
  })
  const document = tieOf(context, kind.blank(network), introduction, { status, claimedBy })
  const [standing] = await kind.listAlike(context, reader, network, document)
  const { id } =
    standing ??
    (await addRecord(context, {
      network,
      kind,
      document,
      reason: reader.t('partners.introduction.reason'),
      language: reader.interfaceLanguage,
      organisationId: claimedBy,
    }))
  await context.database
    .updateTable('partners_introduction')
    .set({ cooperation_id: id })
    .where('introduction_id', '=', introduction.id)
    .execute()
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
