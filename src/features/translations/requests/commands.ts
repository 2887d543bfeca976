import { sql } from 'kysely'
import { recordActivities } from '../../../platform/activity/activity.ts'
import { personIdOf } from '../../../platform/context/actor.ts'
import type { Context } from '../../../platform/context/context.ts'
import { inTransaction } from '../../../platform/database/transaction.ts'
import { takeTurn } from '../../../platform/database/turns.ts'
import type { Application } from '../../../platform/http/application.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { authorize, notFound } from '../../../platform/refusal.ts'
import type { TextApart, TextRecord } from '../../../platform/translation/text-owner.ts'
import { originalLanguage } from '../../../platform/translation/with-passage.ts'
import { mayAskForTranslation } from '../policy.ts'
import { listLanguages } from '../texts/queries.ts'
import { apartPath, type Place, selectPlace } from './queries.ts'

type Owners = Pick<Application, 'textOwners' | 'apartTexts'>

/**
 * Asks for a text in a language, for the person who acts. A text that they may not see is answered like an unknown one; one that is there
 * is not asked for.
 */
export async function askForTranslation(context: Context, owners: Owners, place: Place): Promise<void> {
  const { networkId, language } = place
  authorize(mayAskForTranslation(context.actor, networkId))
  await inTransaction(context, async (inside) => {
    const { record, text, isApart } = (await findSeen(inside, owners, place)) ?? notFound(place.recordId)
    const original = originalLanguage(text)
    if (original === null || !(await listLanguages(inside, networkId)).includes(language)) notFound(language)
    if (isThere(text, language)) return
    await inside.database
      .insertInto('translations_request')
      .values({
        network_id: networkId,
        record_kind: place.recordKind,
        record_id: place.recordId,
        path: place.path,
        language,
        person_id: personIdOf(inside.actor) ?? notFound('person'),
        original_language: original,
        label: JSON.stringify(record.label),
        address: record.address,
        is_apart: isApart,
        asked_at: inside.clock.now().toString(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await tellLines(inside, networkId, [place.recordId])
  })
}

/** Takes a request of the person who acts back. */
export async function endRequest(context: Context, place: Place): Promise<void> {
  authorize(mayAskForTranslation(context.actor, place.networkId))
  await inTransaction(context, async (inside) => {
    await sql`
      delete from translations_request r
      where ${selectPlace(place)} and r.person_id = ${personIdOf(inside.actor)} and r.ready_at is null
    `.execute(inside.database)
    await tellLines(inside, place.networkId, [place.recordId])
  })
}

interface Seen {
  record: Pick<TextRecord, 'label' | 'address'>
  text: LocalizedText
  isApart: boolean
}

// A command that writes the text waits until the request is made, or the request sees what it wrote.
async function findSeen(context: Context, owners: Owners, place: Place): Promise<Seen | null> {
  const { networkId, recordKind, recordId, path } = place
  const apart = owners.apartTexts.find(({ kind }) => kind === recordKind)
  if (apart !== undefined) {
    await takeTurn(context, turnOf(recordId))
    const [found] = await apart.listApart(context, networkId, [recordId])
    return found?.isOpen && path === apartPath ? { record: found, text: found.text, isApart: true } : null
  }
  const { rows } = await sql`select from translations_text r where ${selectPlace(place)} for share`.execute(
    context.database,
  )
  if (rows.length === 0) return null
  const owner = owners.textOwners.find(({ kind }) => kind === recordKind)
  const [record] = (await owner?.listTexts(context, networkId, [recordId], context.actor)) ?? []
  const text = record?.texts.find((each) => each.path === path)?.text
  return record && text ? { record, text, isApart: false } : null
}

/** A record with what is known of its texts now: those left out are gone. */
export interface SettledRecord extends Pick<TextRecord, 'recordKind' | 'recordId'> {
  label?: TextRecord['label']
  texts: readonly { path: string; text: LocalizedText }[]
  /** The account of the person who wrote them; by default of the one who first did something with the record. */
  by?: string | null
}

/**
 * Compares requests with the texts of records that were just written, in the same transaction: what can be read now is told to those who
 * asked and to the author, what is stale again waits on, and requests for a text that is gone go with it. The person who acts knows.
 */
export async function settleRequests(
  context: Context,
  networkId: string,
  records: readonly SettledRecord[],
): Promise<void> {
  const ids = records.map(({ recordId }) => recordId)
  const kinds = [...new Set(records.map(({ recordKind }) => recordKind))]
  if (ids.length === 0) return
  const { rows: requests } = await sql<Omit<Place, 'networkId'> & { isReady: boolean }>`
    select record_kind as "recordKind", record_id as "recordId", path, language, bool_and(ready_at is not null) as "isReady"
    from translations_request
    where network_id = ${networkId} and record_kind = any(${kinds}::text[]) and record_id = any(${ids}::uuid[])
    group by record_kind, record_id, path, language
  `.execute(context.database)
  for (const { isReady, ...request } of requests) {
    const record = records.find(({ recordId }) => recordId === request.recordId)
    const text = record?.texts.find(({ path }) => path === request.path)?.text
    const place = { networkId, ...request }
    if (record === undefined || text === undefined)
      await sql`delete from translations_request r where ${selectPlace(place)}`.execute(context.database)
    else if (isThere(text, request.language)) {
      if (!isReady) await makeReady(context, place, record)
    } else if (isReady) await waitAgain(context, place)
    if (record?.label)
      await sql`update translations_request r set label = ${JSON.stringify(record.label)}::jsonb where ${selectPlace(place)}`.execute(
        context.database,
      )
  }
  await tellLines(context, networkId, [...new Set(requests.map(({ recordId }) => recordId))])
}

/** Settles the requests for a text that only some read, after it was written. Some people are told of it by another mail. */
export async function settleApart(
  context: Context,
  text: Omit<TextApart, 'isOpen' | 'address'>,
  toldIds: readonly string[],
): Promise<void> {
  await takeTurn(context, turnOf(text.recordId))
  await settleRequests(context, text.networkId, [{ ...text, texts: [{ path: apartPath, text: text.text }] }])
  await sql`
    delete from translations_request where network_id = ${text.networkId} and record_kind = ${text.recordKind}
      and record_id = ${text.recordId} and ready_at is not null and person_id = any(${[...toldIds]}::uuid[])
  `.execute(context.database)
}

const turnOf = (recordId: string) => `translations ${recordId}`

function isThere(text: LocalizedText, language: string): boolean {
  const passage = text[language]
  return passage !== undefined && passage.text !== '' && passage.state !== 'stale'
}

async function makeReady(context: Context, place: Place, { by }: SettledRecord): Promise<void> {
  const { database, actor } = context
  const now = context.clock.now().toString()
  const author =
    by === undefined
      ? sql`(select substring(a.actor from 8) from platform_activity a where a.subject_id = ${place.recordId} and a.actor like 'person:%'
          order by a.activity_id limit 1)`
      : sql`${by}`
  await sql`
    insert into translations_request as r (network_id, record_kind, record_id, path, language, person_id, original_language, label,
      address, is_apart, ready_at)
    select distinct on (p.id) r.network_id, r.record_kind, r.record_id, r.path, r.language, p.id, r.original_language, r.label, r.address,
      r.is_apart, ${now}::timestamptz
    from translations_request r join people_person p on p.id::text = ${author} and p.erased_at is null
    where ${selectPlace(place)}
    on conflict do nothing
  `.execute(database)
  await sql`delete from translations_request r where ${selectPlace(place)} and r.person_id = ${personIdOf(actor)}`.execute(
    database,
  )
  await sql`
    update translations_request r set ready_at = ${now} where ${selectPlace(place)} and r.ready_at is null
  `.execute(database)
}

async function waitAgain({ database }: Context, place: Place): Promise<void> {
  await sql`delete from translations_request r where ${selectPlace(place)} and r.asked_at is null`.execute(
    database,
  )
  await sql`update translations_request r set ready_at = null where ${selectPlace(place)}`.execute(database)
}

async function tellLines(context: Context, networkId: string, recordIds: readonly string[]): Promise<void> {
  await recordActivities(
    context,
    recordIds.map((subjectId) => ({
      networkId,
      verb: 'translationAsked',
      subjectKind: 'translationRequest',
      subjectId,
    })),
  )
}
