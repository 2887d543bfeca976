import type { Context } from '../../../../platform/context/context.ts'
import { readEdtf } from '../../../../platform/dates/index.ts'
import { isSame } from '../../../../platform/records/record-document.ts'
import { replaceActivities } from '../../activities/commands.ts'
import { replaceAgreements } from '../../agreements/commands.ts'
import { replaceDisputes, replaceEvidence } from '../../evidence/commands.ts'
import { replaceNotes } from '../../notes/commands.ts'
import { replaceParties } from '../../parties/commands.ts'
import { replaceProspects } from '../../prospects/commands.ts'
import { replaceStandings } from '../../standings/commands.ts'
import { listOrganisationRefs } from '../organisation-refs/queries.ts'
import { searchFieldsOf } from '../search-fields.ts'
import type { CooperationDocument } from './schema.ts'

interface Place {
  id: string
  networkId: string
}

/** Writes what differs between two states of a cooperation; what became known later than either stays as it is. */
export async function writeCooperation(
  context: Context,
  place: Place,
  before: CooperationDocument,
  after: CooperationDocument,
): Promise<void> {
  await replaceParties(context, place, before, after)
  await replaceStandings(context, place.id, before.standings, after.standings)
  await replaceAgreements(context, place, before.agreements, after.agreements)
  await replaceActivities(context, place, before.activities, after.activities)
  await replaceProspects(context, place.id, before.prospects, after.prospects)
  await replaceNotes(context, place, before.notes, after.notes)
  await replaceEvidence(context, place.networkId, before.evidence, after.evidence)
  if (!isSame(before.disputes, after.disputes))
    await replaceDisputes(context, place.networkId, before.disputes, after.disputes)
  await writeOwnColumns(context, place, after)
}

async function writeOwnColumns(
  context: Context,
  { id, networkId }: Place,
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
      ...(await searchFields(context, document)),
      updated_at: context.clock.now().toString(),
    })
    .where('network_id', '=', networkId)
    .where('cooperation_id', '=', id)
    .execute()
}

/** What a cooperation is sorted and found by, from its document. */
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
