import { sql } from 'kysely'
import type { Context } from '../../../../platform/context/context.ts'
import type { RecordDocument } from '../../../../platform/records/record-document.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { selectPublic } from '../../../agenda/events/index.ts'
import { selectStepOrder, selectSteps } from '../../agreements/queries.ts'
import { selectSubjects } from '../summary.queries.ts'

/** A cooperation with everything in it, as known on the context’s day; the shape is `cooperationDocument`. */
export async function findDocument(
  context: Context,
  networkId: string,
  cooperationId: string,
): Promise<RecordDocument> {
  const documents = await listDocuments(context, networkId, [cooperationId])
  return documents.get(cooperationId) ?? notFound(cooperationId)
}

/** Several cooperations as documents by their ids, without those that are not known. */
export async function listDocuments(
  context: Context,
  networkId: string,
  cooperationIds: readonly string[],
): Promise<Map<string, RecordDocument>> {
  if (cooperationIds.length === 0) return new Map()
  const { today } = context
  const { rows } = await sql<{ id: string; document: RecordDocument }>`
    select c.cooperation_id as id, json_build_object(
      'listed', c.listed,
      'parties', coalesce((select json_agg(json_build_object('id', p.organisation_id, 'capacity', p.capacity, 'knownOn', p.known_on)
          order by p.position)
        from registry_party p where p.cooperation_id = c.cooperation_id and p.known_on <= ${today}), '[]'),
      'summary', c.summary,
      'since', json_build_object('on', c.since, 'words', c.since_words),
      'standings', coalesce((select json_agg(json_build_object('id', st.standing_id, 'status', st.status, 'intention', st.intention,
          'reason', st.reason, 'saidBy', st.said_by, 'statedOn', st.stated_on, 'knownOn', st.known_on)
          order by st.stated_on, st.known_on, st.standing_id)
        from registry_standing st where st.cooperation_id = c.cooperation_id and st.known_on <= ${today}), '[]'),
      'themes', coalesce((select json_agg(json_build_object('id', t.theme, 'wished', t.wished, 'knownOn', t.known_on) order by t.position)
        from registry_theme t where t.cooperation_id = c.cooperation_id and t.known_on <= ${today}), '[]'),
      'agreements', coalesce((select json_agg(${agreement(today)} order by a.parent_id nulls first, a.position, a.agreement_id)
        from registry_agreement a where a.cooperation_id = c.cooperation_id and a.known_on <= ${today}), '[]'),
      'activities', coalesce((select json_agg(${activity()} order by e.starts_on nulls last, e.ends_on, e.slug)
        from agenda_event_cooperation link join agenda_event e on e.event_id = link.event_id
        where link.cooperation_id = c.cooperation_id and ${selectPublic()} and e.known_on <= ${today}), '[]'),
      'actors', coalesce((select json_agg(json_build_object('id', a.organisation_id, 'role', a.role, 'knownOn', a.known_on) order by a.position)
        from registry_actor a where a.cooperation_id = c.cooperation_id and a.known_on <= ${today}), '[]'),
      'prospects', coalesce((select json_agg(json_build_object('id', p.position::text, 'text', p.text, 'horizon', p.horizon,
          'knownOn', p.known_on) order by p.position)
        from registry_prospect p where p.cooperation_id = c.cooperation_id and p.known_on <= ${today}), '[]'),
      'notes', coalesce((select json_agg(json_build_object('id', n.note_id, 'kind', n.kind, 'label', n.label, 'value', n.value,
          'url', n.url, 'knownOn', n.known_on) order by n.position, n.note_id)
        from registry_note n where n.subject_id = c.cooperation_id and n.known_on <= ${today}), '[]'),
      'evidence', coalesce((select json_agg(json_build_object('id', e.evidence_id, 'subjectKind', e.subject_kind,
          'subjectId', e.subject_id, 'field', e.field, 'sourceId', e.source_id, 'locator', e.locator, 'stance', e.stance,
          'label', e.label, 'extractedBy', e.extracted_by, 'knownOn', e.known_on) order by e.evidence_id)
        from registry_evidence e where e.subject_id in (${ownSubjects()}) and e.known_on <= ${today}), '[]'),
      'disputes', coalesce((select json_agg(${dispute(today)} order by d.position, d.dispute_id)
        from registry_dispute d where d.subject_id in (${selectSubjects()}) and d.known_on <= ${today}), '[]'),
      'inheritance', c.inheritance
    ) as document
    from registry_cooperation c
    where c.network_id = ${networkId} and c.cooperation_id = any(${[...cooperationIds]}::uuid[]) and c.known_on <= ${today}
  `.execute(context.database)
  return new Map(rows.map(({ id, document }) => [id, document]))
}

// The possible subjects of its evidence: the tie, its agreements and exchanges, and its figures and links.
function ownSubjects() {
  return sql`${selectSubjects()}
    union all select n.note_id from registry_note n where n.subject_id = c.cooperation_id`
}

function agreement(today: string) {
  return sql`json_build_object('id', a.agreement_id, 'parentId', a.parent_id, 'kind', a.kind, 'title', a.title, 'object', a.object,
    'plannedAmount', a.planned_amount::text, 'currency', a.currency,
    'parties', coalesce((select json_agg(json_build_object('id', p.organisation_id, 'signatory', p.signatory) order by p.position)
      from registry_agreement_party p where p.agreement_id = a.agreement_id), '[]'),
    'steps', coalesce((select json_agg(json_build_object('id', s.position::text, 'state', s.state, 'on', s.happened, 'words', s.words,
        'knownOn', s.known_on) order by ${selectStepOrder()})
      from ${selectSteps(today)} s), '[]'),
    'knownOn', a.known_on)`
}

function activity() {
  return sql`json_build_object('id', e.event_id, 'slug', e.slug, 'kind', e.kind, 'title', e.title, 'when', e.happens,
    'words', e.words, 'state', e.state, 'firmness', e.firmness, 'guestCountries', e.guest_countries, 'placeId', e.place_id,
    'frame', e.frame,
    'organisations', coalesce((select json_agg(json_build_object('id', part.organisation_id, 'role', part.role) order by part.position)
      from agenda_event_organisation part where part.event_id = e.event_id), '[]'),
    'knownOn', e.known_on)`
}

function dispute(today: string) {
  return sql`json_build_object('id', d.dispute_id, 'slug', d.slug, 'subjectKind', d.subject_kind, 'subjectId', d.subject_id,
    'field', d.field, 'note', d.note,
    'values', coalesce((select json_agg(json_build_object('id', v.position::text, 'value', v.value, 'sourceId', v.source_id,
        'locator', v.locator, 'rank', v.rank, 'knownOn', v.known_on) order by v.position)
      from registry_dispute_value v where v.dispute_id = d.dispute_id and v.known_on <= ${today}), '[]'),
    'knownOn', d.known_on)`
}
