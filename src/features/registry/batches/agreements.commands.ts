import { sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { readEdtf } from '../../../platform/dates/index.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { authorize } from '../../../platform/refusal.ts'
import type { AgreementKind, AgreementState } from '../codes.ts'
import { writeEvidence } from '../evidence/commands.ts'
import type { Locator } from '../locators.ts'
import { mayWriteTogether } from '../policy.ts'

export interface AgreementInBatch {
  kind: AgreementKind
  title: LocalizedText
  state: AgreementState | null
  /** EDTF, and the words as said. */
  on: string | null
  words: LocalizedText
}

/** Where a fact is in the source: `field` as everywhere in evidence, `parties`, `since`, `themes/culture`; of an agreement, its place. */
export interface EvidenceInBatch {
  field: string
  agreement: number | null
  locator: Locator
}

/** Further agreements for existing cooperations. */
export interface AgreementsInBatch {
  cooperationId: string
  /** The organisations between which they are. */
  partyIds: string[]
  agreements: AgreementInBatch[]
  evidence: EvidenceInBatch[]
}

export interface BatchSource {
  networkId: string
  sourceId: string
  /** The extractor of the facts, as evidence names it. */
  extractedBy: string
}

/** Adds agreements to cooperations that the same table began. */
export async function addAgreements(
  context: Context,
  source: BatchSource,
  added: readonly AgreementsInBatch[],
): Promise<void> {
  authorize(mayWriteTogether(context.actor, source.networkId))
  if (added.length === 0) return
  await inTransaction(context, (inside) => insertAgreements(inside, source, added))
}

/** Does the work of `addAgreements` as part of another command. */
export async function insertAgreements(
  context: Context,
  source: BatchSource,
  added: readonly AgreementsInBatch[],
): Promise<void> {
  const made = added.map((each) => ({ ...each, ids: each.agreements.map(() => newId()) }))
  const rows = made.flatMap(({ cooperationId, partyIds, agreements, ids }) =>
    agreements.map(({ kind, title, state, on, words }, at) => {
      const date = on === null ? null : readEdtf(on)
      const step = {
        state,
        happened: date?.edtf ?? null,
        happened_from: date?.from ?? null,
        happened_to: date?.to ?? null,
      }
      return {
        place: at,
        agreement_id: ids[at],
        cooperation_id: cooperationId,
        kind,
        title,
        words,
        ...step,
        parties: partyIds,
      }
    }),
  )
  if (rows.length > 0) await writeAgreementRows(context, source.networkId, JSON.stringify(rows))
  await writeEvidence(
    context,
    source.networkId,
    made.flatMap(({ cooperationId, ids, evidence }) =>
      evidence.map(({ field, agreement, locator }) => ({
        subjectKind: agreement === null ? 'cooperation' : 'agreement',
        subjectId: agreement === null ? cooperationId : (ids[agreement] ?? cooperationId),
        field: agreement === null ? field : 'agreement',
        sourceId: source.sourceId,
        locator,
        stance: 'supports' as const,
        extractedBy: source.extractedBy,
        knownOn: context.today,
      })),
    ),
  )
}

async function writeAgreementRows(context: Context, networkId: string, json: string): Promise<void> {
  await sql`
    insert into registry_agreement (agreement_id, cooperation_id, network_id, kind, title, position, known_on)
    select agreement_id, row.cooperation_id, ${networkId}, kind, title,
      coalesce((select max(a.position) + 1 from registry_agreement a where a.cooperation_id = row.cooperation_id), 0)
        + (row_number() over (partition by row.cooperation_id order by place))::smallint - 1,
      ${context.today}
    from jsonb_to_recordset(${json}::jsonb)
      as row (agreement_id uuid, cooperation_id uuid, kind text, title jsonb, place integer)
  `.execute(context.database)
  await sql`
    insert into registry_agreement_party (agreement_id, organisation_id, position)
    select agreement_id, party.id::uuid, party.place - 1
    from jsonb_to_recordset(${json}::jsonb) as row (agreement_id uuid, parties jsonb)
    cross join lateral jsonb_array_elements_text(row.parties) with ordinality as party (id, place)
  `.execute(context.database)
  await sql`
    insert into registry_agreement_step (agreement_id, position, state, happened, happened_from, happened_to, words, known_on)
    select agreement_id, 0, state, happened, happened_from, happened_to, words, ${context.today}
    from jsonb_to_recordset(${json}::jsonb) as row (
      agreement_id uuid, state text, happened text, happened_from date, happened_to date, words jsonb
    )
    where state is not null
  `.execute(context.database)
}
