import type { Context } from '../../../../platform/context/context.ts'
import { isCode } from '../../../../platform/input/code.ts'
import { programRecord } from '../../../../platform/records/api/program-record.ts'
import { eventRoles } from '../../../agenda/events/index.ts'
import { findSlugs } from '../../../directory/picking/index.ts'
import { showNotes } from '../../program-notes.ts'
import { type CooperationDocument, cooperationDocument } from '../document/schema.ts'
import { parseCooperation } from './parse-cooperation.ts'
import { type CooperationInput, cooperationExample, cooperationInput } from './schema.ts'

/** Cooperations as programs read and write them. */
export const cooperationProgram = programRecord({
  scope: 'write:cooperations',
  schema: cooperationInput,
  example: cooperationExample,
  parse: (document) => cooperationDocument.parse(document),
  show: (context, _network, document) => serializeCooperation(context, document),
  read: parseCooperation,
})

/** A cooperation in the form in which programs read it before they change it. */
async function serializeCooperation(
  context: Context,
  document: CooperationDocument,
): Promise<CooperationInput> {
  const slugOf = await findSlugs(context, organisationsIn(document))
  const named = ({ id }: { id: string }) => ({ slug: slugOf(id) })
  return {
    parties: document.parties.map((party) => ({ ...named(party), capacity: party.capacity })),
    summary: document.summary,
    since: document.since.on,
    standings: document.standings.map(({ id, status, intention, statedOn, reason }) => ({
      id,
      status,
      intention,
      stated_on: statedOn,
      reason,
    })),
    themes: document.themes.flatMap(({ id, wished }) => (wished ? [] : [id])),
    wished_themes: document.themes.flatMap(({ id, wished }) => (wished ? [id] : [])),
    agreements: document.agreements.map((agreement) => ({
      id: agreement.id,
      parent: agreement.parentId,
      kind: agreement.kind,
      title: agreement.title,
      object: agreement.object,
      planned_amount: agreement.plannedAmount,
      currency: agreement.currency,
      parties: agreement.parties.map((party) => ({ ...named(party), signatory: party.signatory })),
      steps: agreement.steps.map(({ id, state, on }) => ({ id, state, on })),
    })),
    activities: document.activities.map((activity) => ({
      id: activity.id,
      kind: activity.kind,
      title: activity.title,
      when: activity.when,
      state: activity.state,
      firmness: activity.firmness,
      guest_countries: activity.guestCountries,
      place: activity.placeId === null ? null : slugOf(activity.placeId),
      frame: activity.frame,
      organisations: activity.organisations.map((each) => ({
        ...named(each),
        role: isCode(eventRoles, each.role) ? each.role : 'participant',
      })),
    })),
    actors: document.actors.map((actor) => ({ ...named(actor), role: actor.role })),
    prospects: document.prospects.map(({ id, text, horizon }) => ({ id, text, horizon })),
    notes: showNotes(document.notes),
  }
}

function organisationsIn({ parties, agreements, activities, actors }: CooperationDocument): string[] {
  return [
    ...[...parties, ...actors].map(({ id }) => id),
    ...agreements.flatMap((agreement) => agreement.parties.map(({ id }) => id)),
    ...activities.flatMap(({ organisations, placeId }) => [
      ...organisations.map(({ id }) => id),
      ...(placeId === null ? [] : [placeId]),
    ]),
  ]
}
