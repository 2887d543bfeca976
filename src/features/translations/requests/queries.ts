import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context/context.ts'
import type { LocalizedName } from '../../../platform/i18n/localized-text.ts'

/** One text of a record in one language. */
export interface Place {
  networkId: string
  recordKind: string
  recordId: string
  path: string
  language: string
}

/** The path of a text that only some read: its record has no other. */
export const apartPath = 'text'

/** SQL: the request `r` is for a text in a language. */
export function selectPlace({ networkId, recordKind, recordId, path, language }: Place): RawBuilder<boolean> {
  return sql<boolean>`(r.network_id = ${networkId} and r.record_kind = ${recordKind} and r.record_id = ${recordId} and r.path = ${path}
    and r.language = ${language})`
}

/** A text that a page shows and that lacks a language. */
export interface MissingPlace {
  digest: string
  /** Of its page in the editor. */
  textId: string
  recordKind: string
  recordId: string
  path: string
}

/**
 * Where the index has texts of these words that lack a language: of several alike that of the record whose page it is, else the one there
 * first.
 */
export async function listMissingPlaces(
  { database, today }: Context,
  networkId: string,
  { digests, language, address }: { digests: string[]; language: string; address: string },
): Promise<MissingPlace[]> {
  const { rows } = await sql<MissingPlace>`
    select distinct on (md5(o.text)) md5(o.text) as digest, t.text_id as "textId", t.record_kind as "recordKind",
      t.record_id as "recordId", t.path
    from translations_text o
    join translations_text t on t.network_id = o.network_id and t.record_kind = o.record_kind and t.record_id = o.record_id
      and t.path = o.path and t.language = ${language} and t.state = 'missing'
    join translations_record r on r.network_id = o.network_id and r.record_kind = o.record_kind and r.record_id = o.record_id
    where o.network_id = ${networkId} and o.state = 'original' and md5(o.text) = any(${digests}::text[]) and o.known_on <= ${today}
    order by md5(o.text), r.address <> ${address}, t.text_id
  `.execute(database)
  return rows
}

/** Who waits for a text: how many, and since when the person who asks, if they do. */
export interface Waiting {
  recordId: string
  path: string
  count: number
  since: string | null
}

/** Who waits for texts of some records in a language. */
export async function listWaitingFor(
  { database }: Context,
  networkId: string,
  { recordIds, language, personId }: { recordIds: string[]; language: string; personId: string | null },
): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select record_id as "recordId", path, count(*)::int as count,
      min(asked_at) filter (where person_id = ${personId})::date::text as since
    from translations_request
    where network_id = ${networkId} and language = ${language} and record_id = any(${recordIds}::uuid[]) and ready_at is null
    group by record_id, path
  `.execute(database)
  return rows
}

/** SQL: who waits on the request `r`: the name of the organisation that the person speaks for in the network, else their own. */
export const selectAsker = sql`coalesce(
  (select o.name || o.short_name from people_role held
    join people_role_organisation spoken on spoken.role_id = held.role_id
    join directory_organisation o on o.organisation_id = spoken.organisation_id
    where held.person_id = r.person_id and held.network_id = r.network_id and held.ends_at is null
    order by held.role_id, o.organisation_id limit 1),
  (select jsonb_build_object('und', person.name) from people_person person where person.id = r.person_id))`

/** A record that people wait for in a language. */
export interface OpenRequest {
  recordId: string
  path: string
  language: string
  originalLanguage: string
  count: number
  since: string
  askers: LocalizedName[]
}

/** What is asked for of some records, the oldest first. */
export async function listOpenRequests(
  { database }: Context,
  networkId: string,
  recordIds: readonly string[],
): Promise<OpenRequest[]> {
  const { rows } = await sql<OpenRequest>`
    select r.record_id as "recordId", r.path, r.language, min(r.original_language) as "originalLanguage", count(*)::int as count,
      min(r.asked_at)::date::text as since, jsonb_agg(${selectAsker} order by r.asked_at, r.person_id) as askers
    from translations_request r
    where r.network_id = ${networkId} and r.record_id = any(${[...recordIds]}::uuid[]) and r.ready_at is null
    group by r.record_id, r.path, r.language
    order by min(r.asked_at), r.record_id, r.path, r.language
  `.execute(database)
  return rows
}
