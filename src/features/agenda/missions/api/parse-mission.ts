import { newId } from '../../../../platform/context/identifier.ts'
import type { LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import { matchEntries } from '../../../../platform/records/api/program-entries.ts'
import { type ProgramText, textAfter } from '../../../../platform/records/api/program-text.ts'
import type { WrongParts } from '../../../../platform/records/api/wrong-parts.ts'
import type { findIdsBySlug } from '../../../directory/picking/index.ts'
import type { MissionDocument } from '../document/schema.ts'
import { parseStop } from './parse-stop.ts'
import type { MissionInput } from './schema.ts'

type IdOf = Awaited<ReturnType<typeof findIdsBySlug>>

/** The context for reading a sheet from a program. */
export interface MissionReading {
  idOf: IdOf
  languages: readonly string[]
  wrong: WrongParts
  text(previous: LocalizedText, sent: ProgramText, path: readonly PropertyKey[]): LocalizedText
}

/** The slugs in a sheet, with the path of each. */
export function slugsOf({ head, members, stops }: MissionInput, path: readonly PropertyKey[]) {
  const one = (slug: string | null, ...at: PropertyKey[]) =>
    slug === null ? [] : [{ slug, path: [...path, ...at] }]
  return [
    ...one(head.organisation, 'head', 'organisation'),
    ...members.flatMap(({ organisation }, index) => one(organisation, 'members', index, 'organisation')),
    ...stops.flatMap(({ place, counterparts }, index) => [
      ...one(place, 'stops', index, 'place'),
      ...counterparts.flatMap(({ organisation }, at) =>
        one(organisation, 'stops', index, 'counterparts', at, 'organisation'),
      ),
    ]),
  ]
}

/** The sheet with what a program sent, by the rules of its forms. */
export function parseMission(
  before: MissionDocument,
  sent: MissionInput,
  path: readonly PropertyKey[],
  given: Pick<MissionReading, 'idOf' | 'languages' | 'wrong'>,
): MissionDocument {
  const { idOf, languages, wrong } = given
  const reading: MissionReading = {
    ...given,
    text: (previous, text, at) => textAfter(previous, text, { path: at, languages, wrong }),
  }
  const body = (each: { organisation: string | null; organisation_name: string }) => ({
    organisationId: each.organisation === null ? null : idOf(each.organisation),
    organisationWords: each.organisation_name,
  })
  const members = matchEntries(before.members, sent.members, [...path, 'members'], wrong)
  const standingStops = matchEntries(before.stops, sent.stops, [...path, 'stops'], wrong)
  const standingSeats = matchEntries(before.seats, sent.seats, [...path, 'seats'], wrong)
  const stops = sent.stops.map((stop, index) =>
    parseStop(standingStops[index], stop, [...path, 'stops', index], reading),
  )
  return {
    head: {
      name: sent.head.name,
      post: reading.text(before.head.post, sent.head.post, [...path, 'head', 'post']),
      ...body(sent.head),
    },
    members: sent.members.map((member, index) => {
      if (member.count === null && member.names === '')
        wrong.add([...path, 'members', index, 'count'], 'a count, or names')
      const { kind, count, names } = member
      return { id: members[index]?.id ?? newId(), kind, count, names, ...body(member) }
    }),
    stops,
    seats: sent.seats.map(({ stop, count, for_whom, until }, index) => {
      const at = [...path, 'seats', index]
      const stored = standingSeats[index]
      const stopId = stop === null ? null : (stops[stop]?.id ?? null)
      if (stop !== null && stopId === null) wrong.add([...at, 'stop'], 'the place of a stop of this mission')
      const forWhom = reading.text(stored?.forWhom ?? {}, for_whom, [...at, 'for_whom'])
      return { id: stored?.id ?? newId(), stopId, count, forWhom, until }
    }),
    debrief: {
      account: reading.text(before.debrief.account, sent.debrief.account, [...path, 'debrief', 'account']),
      outcome: reading.text(before.debrief.outcome, sent.debrief.outcome, [...path, 'debrief', 'outcome']),
      nextSteps: reading.text(before.debrief.nextSteps, sent.debrief.next_steps, [
        ...path,
        'debrief',
        'next_steps',
      ]),
    },
  }
}
