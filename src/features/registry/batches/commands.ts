import { sql } from 'kysely'
import { recordActivity } from '../../../platform/activity/activity.ts'
import type { Context } from '../../../platform/context/context.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { refreshStatistics } from '../../../platform/database/statistics.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { takeTurn } from '../../../platform/database/turns.ts'
import { readEdtf } from '../../../platform/dates/index.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { freeSlug } from '../../../platform/input/slug.ts'
import { authorize } from '../../../platform/refusal.ts'
import { listOrganisationRefs } from '../../directory/picking/index.ts'
import type { Theme } from '../../networks/index.ts'
import type { Status } from '../codes.ts'
import { writeCooperation } from '../cooperations/document/commands.ts'
import type { CooperationDocument } from '../cooperations/document/schema.ts'
import { searchFieldsOf } from '../cooperations/search-fields.ts'
import { mayWriteTogether } from '../policy.ts'
import {
  type AgreementInBatch,
  type BatchSource,
  type EvidenceInBatch,
  insertAgreements,
} from './agreements.commands.ts'
import { listSlugsLike } from './queries.ts'

/** A cooperation of which a table gives only the bare facts. */
export interface CooperationInBatch {
  /** Made by the caller, which refers to it. */
  id: string
  /** In the order in which they are shown. */
  partyIds: string[]
  since: string | null
  sinceWords: LocalizedText
  summary: LocalizedText
  themes: Theme[]
  /** The state that the table gives, on the day of the import. */
  status: Status | null
  agreements: AgreementInBatch[]
  evidence: EvidenceInBatch[]
}

/**
 * Adds many cooperations with what a table says of them, each resting on its row; one statement for each table of the database, whatever
 * their number. They are listed, and claimed by nobody. The caller indexes their texts.
 */
export async function addCooperations(
  context: Context,
  source: BatchSource,
  cooperations: readonly CooperationInBatch[],
): Promise<void> {
  authorize(mayWriteTogether(context.actor, source.networkId))
  if (cooperations.length === 0) return
  await inTransaction(context, async (inside) => {
    await insertCooperations(inside, source.networkId, cooperations)
    await insertThemes(inside, source.networkId, cooperations)
    await insertStatuses(inside, cooperations)
    await insertAgreements(
      inside,
      source,
      cooperations.map(({ id, partyIds, agreements, evidence }) => ({
        cooperationId: id,
        partyIds,
        agreements,
        evidence,
      })),
    )
    await recordActivity(inside, {
      networkId: source.networkId,
      verb: 'imported',
      subjectKind: 'source',
      subjectId: source.sourceId,
      detail: { cooperations: cooperations.length },
    })
  })
}

/** Makes the database count the tables that batches fill: for callers that add enough to change them considerably. */
export async function countFilledTables({ database }: Context): Promise<void> {
  await refreshStatistics(database, filledTables)
}

const filledTables = [
  'registry_cooperation',
  'registry_party',
  'registry_theme',
  'registry_standing',
  'registry_agreement',
  'registry_agreement_party',
  'registry_agreement_step',
  'registry_passage',
  'registry_evidence',
]

async function insertCooperations(
  context: Context,
  networkId: string,
  cooperations: readonly CooperationInBatch[],
): Promise<void> {
  const refs = await listOrganisationRefs(
    context,
    cooperations.flatMap(({ partyIds }) => partyIds),
  )
  const parties = cooperations.map(({ partyIds }) => partyIds.flatMap((id) => refs.get(id) ?? []))
  const wished = parties.map((each) =>
    each
      .map(({ slug }) => slug)
      .join('-')
      .slice(0, longestSlug),
  )
  await takeTurn(context, `registry_cooperation ${networkId}`)
  const taken = await listSlugsLike(context, networkId, wished)
  const now = context.clock.now().toString()
  const rows = cooperations.map((cooperation, at) => {
    const organisations = parties[at] ?? []
    const slug = freeSlug(wished[at] ?? cooperation.id, taken)
    taken.add(slug)
    const since = cooperation.since === null ? null : readEdtf(cooperation.since)
    return {
      cooperation_id: cooperation.id,
      slug,
      summary: cooperation.summary,
      since: since?.edtf ?? null,
      since_from: since?.from ?? null,
      since_to: since?.to ?? null,
      since_words: cooperation.sinceWords,
      ...searchFieldsOf({
        summary: cooperation.summary,
        parties: organisations.map((organisation) => ({ organisation, capacity: 'party' })),
        actors: [],
      }),
      parties: organisations.map(({ id, country }, position) => ({ id, country, position })),
    }
  })
  const json = JSON.stringify(rows)
  await sql`
    insert into registry_cooperation (
      cooperation_id, network_id, slug, listed, summary, since, since_from, since_to, since_words, known_on, sort_first, sort_second,
      search, grams, created_at, updated_at
    )
    select cooperation_id, ${networkId}, slug, true, summary, since, since_from, since_to, since_words, ${context.today}, sort_first,
      sort_second, search, grams, ${now}, ${now}
    from jsonb_to_recordset(${json}::jsonb) as row (
      cooperation_id uuid, slug text, summary jsonb, since text, since_from date, since_to date, since_words jsonb, sort_first text,
      sort_second text, search text, grams text[]
    )
  `.execute(context.database)
  await sql`
    insert into registry_party (cooperation_id, organisation_id, network_id, country, capacity, position, known_on)
    select row.cooperation_id, party.id, ${networkId}, party.country, 'party', party.position, ${context.today}
    from jsonb_to_recordset(${json}::jsonb) as row (cooperation_id uuid, parties jsonb)
    cross join lateral jsonb_to_recordset(row.parties) as party (id uuid, country text, position smallint)
  `.execute(context.database)
}

const longestSlug = 120

async function insertThemes(
  context: Context,
  networkId: string,
  cooperations: readonly CooperationInBatch[],
): Promise<void> {
  const rows = cooperations.flatMap(({ id, themes }) =>
    themes.map((theme, position) => ({ cooperation_id: id, theme, position })),
  )
  if (rows.length === 0) return
  await sql`
    insert into registry_theme (cooperation_id, theme, network_id, wished, position, known_on)
    select cooperation_id, theme, ${networkId}, false, position, ${context.today}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (cooperation_id uuid, theme text, position smallint)
  `.execute(context.database)
}

async function insertStatuses(
  context: Context,
  cooperations: readonly Pick<CooperationInBatch, 'id' | 'status'>[],
): Promise<void> {
  const rows = cooperations.flatMap(({ id, status }) =>
    status === null ? [] : [{ standing_id: newId(), cooperation_id: id, status }],
  )
  if (rows.length === 0) return
  await sql`
    insert into registry_standing (standing_id, cooperation_id, status, reason, stated_on, known_on)
    select standing_id, cooperation_id, status, '{}', ${context.today}, ${context.today}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (standing_id uuid, cooperation_id uuid, status text)
  `.execute(context.database)
}

/**
 * Completes cooperations that the same table began, as documents before and after: they have no versions before a person changes them. The
 * caller indexes their texts.
 */
export async function completeCooperations(
  context: Context,
  networkId: string,
  cooperations: readonly { id: string; before: CooperationDocument; after: CooperationDocument }[],
): Promise<void> {
  authorize(mayWriteTogether(context.actor, networkId))
  await inTransaction(context, async (inside) => {
    for (const { id, before, after } of cooperations)
      await writeCooperation(inside, { id, networkId }, before, after)
  })
}
