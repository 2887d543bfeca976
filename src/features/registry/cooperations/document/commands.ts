import type { Context } from '../../../../platform/context/context.ts'
import { newId } from '../../../../platform/context/identifier.ts'
import { takeFreeSlug } from '../../../../platform/database/free-slug.ts'
import { readEdtf } from '../../../../platform/dates/index.ts'
import { isSame } from '../../../../platform/records/record-document.ts'
import { replaceEvents } from '../../../agenda/events/index.ts'
import { listOrganisationRefs } from '../../../directory/picking/index.ts'
import { replaceAgreements } from '../../agreements/commands.ts'
import { replaceDisputes, replaceEvidence } from '../../evidence/commands.ts'
import { replaceNotes } from '../../notes/commands.ts'
import { replaceParties } from '../../parties.commands.ts'
import { replaceProspects } from '../../prospects.commands.ts'
import { insertSource, replacePassages } from '../../sources/commands.ts'
import { passageOf } from '../../sources/quotation.ts'
import { replaceStatuses } from '../../statuses.commands.ts'
import { searchFieldsOf } from '../search-fields.ts'
import { type CooperationDocument, emptyCooperation, type NewSourceEntry } from './schema.ts'

const longestSlug = 120

interface Place {
  id: string
  networkId: string
}

/** Writes the differences between two states of a cooperation; what became known later than both stays. */
export async function writeCooperation(
  context: Context,
  place: Place,
  before: CooperationDocument,
  after: CooperationDocument,
): Promise<void> {
  await replaceParties(context, place, before, after)
  await replaceStatuses(context, place.id, before.standings, after.standings)
  await replaceAgreements(context, place, before.agreements, after.agreements)
  await replaceEvents(context, place, before.activities, after.activities)
  await replaceProspects(context, place.id, before.prospects, after.prospects)
  await replaceNotes(context, { kind: 'cooperation', ...place }, before.notes, after.notes)
  await insertSources(context, place.networkId, after.sources ?? [])
  await replaceEvidence(context, place.networkId, before.evidence, after.evidence)
  if (!isSame(before.disputes, after.disputes))
    await replaceDisputes(context, place.networkId, before.disputes, after.disputes)
  await writeOwnColumns(context, place, before, after)
}

// A source that was added with a passage holds that passage, so that the fact opens on it.
async function insertSources(
  context: Context,
  networkId: string,
  sources: readonly NewSourceEntry[],
): Promise<void> {
  for (const { id, title, quotation, ...source } of sources) {
    await insertSource(context, networkId, {
      ...source,
      id,
      title,
      slug: `source-${id}`,
      knownOn: context.today,
    })
    if (quotation !== '') await replacePassages(context, id, [passageOf(quotation, source.language)])
  }
}

async function writeOwnColumns(
  context: Context,
  { id, networkId }: Place,
  before: CooperationDocument,
  document: CooperationDocument,
): Promise<void> {
  const since = document.since.on ? readEdtf(document.since.on) : null
  await context.database
    .updateTable('registry_cooperation')
    .set({
      listed: document.listed,
      summary: JSON.stringify(document.summary),
      since: since?.edtf ?? null,
      since_from: since?.from ?? null,
      since_to: since?.to ?? null,
      since_words: JSON.stringify(document.since.words),
      inheritance: document.inheritance === null ? null : JSON.stringify(document.inheritance),
      ...(isFoundBySame(before, document) ? {} : await searchFields(context, document)),
      updated_at: context.clock.now().toString(),
    })
    .where('network_id', '=', networkId)
    .where('cooperation_id', '=', id)
    .execute()
}

const isFoundBySame = (one: CooperationDocument, other: CooperationDocument) =>
  isSame(one.summary, other.summary) && isSame(one.parties, other.parties) && isSame(one.actors, other.actors)

/** The fields by which a cooperation is sorted and found, from its document. */
export async function searchFields(context: Context, { summary, parties, actors }: CooperationDocument) {
  const refs = await listOrganisationRefs(
    context,
    [...parties, ...actors].map(({ id }) => id),
  )
  const known = <T extends { id: string }>(entries: T[]) =>
    entries.flatMap((entry) => {
      const organisation = refs.get(entry.id)
      return organisation ? [{ ...entry, organisation }] : []
    })
  return searchFieldsOf({ summary, parties: known(parties), actors: known(actors) })
}

/**
 * Creates a cooperation from its document, claimed by one of its parties or, if null, by none; returns its id. Its address is made of its
 * parties’ own.
 */
export async function insertCooperation(
  context: Context,
  networkId: string,
  document: CooperationDocument,
  claimedBy: string | null,
): Promise<string> {
  const id = newId()
  const now = context.clock.now().toString()
  const refs = await listOrganisationRefs(
    context,
    document.parties.map((party) => party.id),
  )
  const slugs = document.parties.flatMap((party) => refs.get(party.id)?.slug ?? [])
  await context.database
    .insertInto('registry_cooperation')
    .values({
      cooperation_id: id,
      network_id: networkId,
      slug: await takeFreeSlug(context, 'registry_cooperation', {
        networkId,
        wished: slugs.join('-').slice(0, longestSlug),
      }),
      known_on: context.today,
      claimed_by: claimedBy,
      ...(await searchFields(context, document)),
      created_at: now,
      updated_at: now,
    })
    .execute()
  await writeCooperation(context, { id, networkId }, emptyCooperation, document)
  return id
}
