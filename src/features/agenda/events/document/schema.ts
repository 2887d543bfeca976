import { z } from 'zod'
import { textStates } from '../../../../platform/i18n/localized-text.ts'
import { themes } from '../../../networks/index.ts'
import { criticalMassDocument } from '../../commitments/document/schema.ts'
import { emptyMission, missionDocument } from '../../missions/document/schema.ts'
import { eventRecurrence } from '../../recurrence/schema.ts'
import { attendances, eventKinds, eventStates, firmnesses, visibilities } from '../codes.ts'
import { eventResources } from '../resources.schema.ts'

const id = z.uuid()
const edtf = z.string().max(100)
const instant = z.iso.datetime()
const text = z.record(z.string(), z.object({ text: z.string(), state: z.enum(textStates) }))

/** Who reads an event; `withdrawn`: its holders alone. */
export const publications = [...visibilities, 'withdrawn'] as const

/**
 * An event as one value: what its versions store and its forms change. Dates are EDTF, instants ISO in UTC with the zone in which they were
 * decided; organisations and ties are given by their ids.
 */
export const eventDocument = z.object({
  kind: z.enum(eventKinds),
  title: text,
  summary: text,
  when: edtf.nullable(),
  words: text,
  startsAt: instant.nullable(),
  endsAt: instant.nullable(),
  zone: z.string().nullable(),
  /** The date before the event was moved. */
  previously: z.object({ when: edtf.nullable(), words: text, startsAt: instant.nullable() }).nullable(),
  state: z.enum(eventStates),
  firmness: z.enum(firmnesses).nullable(),
  placeId: id.nullable(),
  venue: text,
  attendance: z.enum(attendances).nullable(),
  conferenceUrl: z.string().nullable(),
  frame: text,
  /** In words, where they are no organisation of the directory. */
  organisers: text,
  /** Credited: « proposed by … ». */
  credit: text,
  /** Its page elsewhere. */
  link: z.string().nullable(),
  resources: eventResources.default([]),
  guestCountries: z.array(z.string()),
  themes: z.array(z.enum(themes)),
  languages: z.array(z.string()),
  interpretation: z.array(z.string()),
  organisations: z.array(z.object({ id, role: z.string() })),
  cooperations: z.array(z.object({ id })),
  /** The sheet of a mission, a delegation or a study visit; empty for all others. */
  mission: missionDocument.default(emptyMission),
  /** How it repeats; null if it takes place once. */
  recurrence: eventRecurrence.nullable().default(null),
  /** How many authorities it needs to be held; null if it asks for no commitments. */
  criticalMass: criticalMassDocument.nullable().default(null),
  visibility: z.enum(publications),
  knownOn: z.iso.date(),
})

export type EventDocument = z.output<typeof eventDocument>

/** The document from which a new event starts. */
export const emptyEvent: EventDocument = {
  kind: 'meeting',
  title: {},
  summary: {},
  when: null,
  words: {},
  startsAt: null,
  endsAt: null,
  zone: null,
  previously: null,
  state: 'planned',
  firmness: 'planned',
  placeId: null,
  venue: {},
  attendance: null,
  conferenceUrl: null,
  frame: {},
  organisers: {},
  credit: {},
  link: null,
  resources: [],
  guestCountries: [],
  themes: [],
  languages: [],
  interpretation: [],
  organisations: [],
  cooperations: [],
  mission: emptyMission,
  recurrence: null,
  criticalMass: null,
  visibility: 'public',
  knownOn: '0001-01-01',
}
