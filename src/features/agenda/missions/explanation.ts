import { chooseText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import type { MissionDocument } from './document/schema.ts'
import { immersionFields } from './immersion.ts'
import { stopName } from './stop-name.ts'

/** The names of the fields of a sheet in histories. */
export const missionFields: Readonly<Record<string, PlainMessageKey>> = {
  head: 'agenda.mission.head',
  name: 'agenda.mission.name',
  post: 'agenda.mission.post',
  organisationId: 'agenda.form.organisation',
  organisationWords: 'agenda.mission.organisationWords',
  members: 'agenda.mission.members',
  count: 'agenda.mission.count',
  names: 'agenda.mission.names',
  stops: 'agenda.mission.stops',
  place: 'agenda.mission.placeWords',
  counterparts: 'agenda.mission.counterparts',
  programme: 'agenda.mission.programme',
  day: 'agenda.mission.day',
  start: 'agenda.form.start',
  language: 'agenda.mission.itemLanguage',
  seats: 'agenda.mission.seats',
  stopId: 'agenda.mission.seatsWhere',
  forWhom: 'agenda.mission.forWhom',
  until: 'agenda.mission.until',
  debrief: 'agenda.mission.debrief',
  account: 'agenda.mission.account',
  outcome: 'agenda.mission.outcome',
  nextSteps: 'agenda.mission.nextSteps',
  immersion: 'agenda.immersion.title',
  ...Object.fromEntries(Object.entries(immersionFields).map(([name, { label }]) => [name, label])),
}

/** What the entries of a sheet are called, by their ids: stops by their towns, items by their titles, members by their kind. */
export function entryNames(
  reader: Reader,
  { members, stops }: MissionDocument,
  refs: ReadonlyMap<string, OrganisationRef>,
): [string, string][] {
  return [
    ...members.map(({ id, kind }): [string, string] => [id, reader.t(`agenda.actor.${kind}`)]),
    ...stops.flatMap((stop, index): [string, string][] => [
      [stop.id, stopName(reader, stop, refs, index + 1).text],
      ...stop.programme.map(({ id, title }): [string, string] => [
        id,
        chooseText(title, reader.language)?.text ?? '',
      ]),
    ]),
  ]
}
