import { sql } from 'kysely'
import { type Actor, holds, operates, roles } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { type LocalizedText, originalsOf } from '../../../platform/i18n/localized-text.ts'
import { type OrganisationRef, selectRef } from '../../directory/index.ts'
import type { Theme } from '../../networks/index.ts'
import type { Locator } from '../../registry/index.ts'
import { type Practice, selectPractices } from '../sheets/queries.ts'
import type { FoundPractice } from './find-practices.ts'

/** What a holder says of a proposal. */
export const decisions = ['accepted', 'merged', 'refused'] as const

/** The kind of records whose evidence is a proposal’s. */
export const proposalKind = 'practice_proposal'

export interface UnreadText {
  id: string
  /** What a debrief is about; null for a text that is a source already. */
  event: { slug: string; title: LocalizedText } | null
  networkId: string
  /** ISO day of a group that is seen on a day of its own. */
  opensOn: string | null
  language: string
  knownOn: string
  /** Its paragraphs; those of a debrief, under the names of its two authorities. */
  passages: { heading: string[]; paragraph: number; text: string }[]
}

/**
 * Texts that nobody read for practices so far: minutes and what retells them, imported texts once a fact of them is accepted, and the
 * debriefs of missions that everybody may read.
 */
export async function listUnreadTexts({ database }: Context, most: number): Promise<UnreadText[]> {
  const { rows: sources } = await sql<UnreadText>`
    select s.source_id as id, null as event, s.network_id as "networkId", n.opens_on::text as "opensOn", s.language,
      s.known_on::text as "knownOn", (select json_agg(json_build_object('heading', p.heading, 'paragraph', p.paragraph, 'text', p.text)
        order by p.position) from registry_passage p where p.source_id = s.source_id) as passages
    from registry_source s join networks_network n on n.network_id = s.network_id
    left join registry_source retold on retold.source_id = s.retells_id
    where (s.kind = 'minutes' or retold.kind = 'minutes' or exists (select from imports_text t where t.source_id = s.source_id))
      and exists (select from registry_passage p where p.source_id = s.source_id)
      and not exists (select from practices_read_text r where r.text_id = s.source_id)
    order by s.source_id limit ${most}
  `.execute(database)
  const { rows: debriefs } = await sql<UnreadText & { parties: string[] | null; texts: LocalizedText[] }>`
    select e.event_id as id, json_build_object('slug', e.slug, 'title', e.title) as event, e.network_id as "networkId", n.opens_on::text as "opensOn",
      e.known_on::text as "knownOn", json_build_array(m.account, m.outcome, m.next_steps) as texts,
      (select json_agg(coalesce(o.name ->> 'fr', o.name ->> 'en', o.name ->> 'ko') order by p.position)
        from registry_party p join directory_organisation o on o.organisation_id = p.organisation_id
        where p.capacity = 'party' and p.cooperation_id = (select min(c.cooperation_id::text)::uuid from agenda_event_cooperation c
          where c.event_id = e.event_id having count(*) = 1)) as parties
    from agenda_event e join agenda_mission m on m.event_id = e.event_id join networks_network n on n.network_id = e.network_id
    where m.debriefed_at is not null and e.published_at is not null and e.visibility = 'public'
      and not exists (select from practices_read_text r where r.text_id = e.event_id)
    order by e.event_id limit ${most}
  `.execute(database)
  return [
    ...sources,
    ...debriefs.map(({ parties, texts, ...debrief }): UnreadText => {
      const words = texts.flatMap(originalsOf).flatMap((text) => text.split(/\n+/))
      const heading = parties?.length === 2 ? [parties.join(' – ')] : []
      const isKorean = words.some((text) => /[가-힣]/u.test(text))
      const passages = words.filter((text) => text.trim() !== '')
      return {
        ...debrief,
        language: isKorean ? 'ko' : 'fr',
        passages: passages.map((text, at) => ({ heading, paragraph: at + 1, text })),
      }
    }),
  ]
}

/** An undecided proposal of the same practice, question, intention or need, from whatever sentence; null if there is none. */
export async function lookUpSameProposal(
  { database }: Context,
  networkId: string,
  { kind, holderId, partnerIds, themes }: FoundPractice,
): Promise<{ id: string } | null> {
  const { rows } = await sql<{ id: string }>`
    select proposal_id as id from practices_proposal where network_id = ${networkId} and kind = ${kind} and decision is null
      and holder_id is not distinct from ${holderId} and themes = ${themes.toSorted()}::text[] and partner_ids = ${partnerIds}::uuid[]
  `.execute(database)
  return rows[0] ?? null
}

/** A sentence of a source that tells of a practice. */
export interface ToldEvidence {
  proposalId: string
  evidenceId: string
  source: { slug: string; title: LocalizedText; language: string }
  words: string
  /** Nobody of its holder has decided on it yet. */
  isOpen: boolean
  /** Why its holder refused the sheet that was made of it. */
  refusedFor: string
}

/** The sentences on which sheets and proposals rest. */
export async function listToldEvidence(
  { database, today }: Context,
  of: { sheetId: string } | { proposalIds: readonly string[] },
): Promise<ToldEvidence[]> {
  const condition =
    'sheetId' in of
      ? sql`p.sheet_id = ${of.sheetId}`
      : sql`p.proposal_id = any(${[...of.proposalIds]}::uuid[])`
  const { rows } = await sql<Omit<ToldEvidence, 'words'> & { text: string; locator: Locator }>`
    select p.proposal_id as "proposalId", e.evidence_id as "evidenceId", e.locator, passage.text,
      json_build_object('slug', s.slug, 'title', s.title, 'language', s.language) as source, p.reason as "refusedFor",
      p.decision is null as "isOpen"
    from practices_proposal p
    join registry_evidence e on e.subject_kind = ${proposalKind} and e.subject_id = p.proposal_id and e.known_on <= ${today}
    join registry_source s on s.source_id = e.source_id
    join registry_passage passage on passage.source_id = e.source_id and passage.paragraph = (e.locator ->> 'paragraph')::int
      and to_jsonb(passage.heading) = e.locator -> 'heading'
    where ${condition} order by p.proposal_id, e.evidence_id
  `.execute(database)
  return rows.map(({ text, locator, ...told }) => ({
    ...told,
    words: text.slice(locator.start, locator.end),
  }))
}

/** Whether somebody of the holder is to say what becomes of a sheet that was drafted from a text. */
export const isToDecide = ({ publication }: Practice, evidence: readonly ToldEvidence[]): boolean =>
  publication === 'proposed' && evidence.some(({ isOpen }) => isOpen)

/** Other sheets of the same holder with which a proposed one can be merged. */
export function listMergeable(context: Context, { id, networkId, holder }: Practice): Promise<Practice[]> {
  const condition = sql`s.network_id = ${networkId} and s.holder_id = ${holder.id} and s.sheet_id <> ${id}
    and s.publication in ('draft', 'published')`
  return selectPractices(context, { condition, limit: 50 })
}

/** What texts ask for without telling a practice. */
export interface Intention {
  id: string
  kind: Exclude<FoundPractice['kind'], 'practice'>
  /** Who asks or intends it; null for a need of the group. */
  holder: OrganisationRef | null
  /** Of whom it is asked, or with whom it is intended. */
  partners: OrganisationRef[]
  themes: Theme[]
  evidence: ToldEvidence[]
}

/** What holds a word of the texts alone is for those who take part in the group. */
export function maySeeProposals(actor: Actor, networkId: string): boolean {
  return operates(actor) || holds(actor, networkId, roles)
}

/** The questions, intentions and needs that texts of a network tell, needs only while no published sheet is on their themes. */
export async function listIntentions(context: Context, networkId: string): Promise<Intention[]> {
  if (!maySeeProposals(context.actor, networkId)) return []
  const body = selectRef('o')
  const { rows } = await sql<Omit<Intention, 'evidence'>>`
    select p.proposal_id as id, p.kind, p.themes,
      (select ${body} from directory_organisation o where o.organisation_id = p.holder_id) as holder,
      coalesce((select json_agg(${body} order by array_position(p.partner_ids, o.organisation_id)) from directory_organisation o
        where o.organisation_id = any(p.partner_ids)), '[]') as partners
    from practices_proposal p
    where p.network_id = ${networkId} and p.kind <> 'practice' and p.decision is null and p.known_on <= ${context.today}
      and not (p.kind = 'need' and exists (select from practices_sheet s where s.network_id = p.network_id
        and s.publication = 'published' and s.themes && p.themes and s.known_on <= ${context.today}))
    order by array_position(array['question', 'intention', 'need'], p.kind), p.themes, p.proposal_id
  `.execute(context.database)
  const evidence = await listToldEvidence(context, { proposalIds: rows.map(({ id }) => id) })
  return rows.map((row) => ({ ...row, evidence: evidence.filter(({ proposalId }) => proposalId === row.id) }))
}
