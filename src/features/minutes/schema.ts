import { z } from 'zod'
import { placeText } from '../../platform/http/api/cursor.ts'
import { listOf, sliceParameters } from '../../platform/http/api/list-answer.ts'
import { inLanguages, statesOfTexts } from '../../platform/http/api/localized.ts'
import { named } from '../../platform/http/api/named-schema.ts'
import { slug } from '../../platform/http/api/parameters.ts'
import { networkPlace, seenOn } from '../networks/index.ts'
import { actionStates } from './actions/action.ts'
import { presences } from './attendance/participant.ts'
import { decisionStates } from './decisions/decision.ts'
import { meetingKinds, meetingStates } from './meetings/meeting.ts'
import { linkStates, resourceKinds } from './resources/resource.ts'

export const meetingPlace = networkPlace.extend({ slug: slug().describe('Slug of the meeting') })
export const meetingListParameters = z.object({ ...sliceParameters, ...seenOn })
export const meetingParameters = z.object({ ...seenOn })
export const meetingCursor = z.tuple([placeText, z.uuid()])

const organisation = z.object({ slug: z.string(), name: inLanguages, country: z.string() })
const edtf = z.string().nullable().describe('EDTF')

const meeting = {
  id: z.uuid(),
  slug: z.string(),
  url: z.url(),
  updated_at: z.iso.datetime(),
  title: inLanguages,
  kind: z.enum(meetingKinds),
  state: z.enum(meetingStates),
  held_on: z.iso.date().describe('The day on the clock of the zone in which the hours were decided'),
  starts_at: z.iso.datetime().nullable(),
  ends_at: z.iso.datetime().nullable(),
  zone: z.string().describe('IANA zone in which the hours were decided'),
  clocks: z
    .array(z.object({ zone: z.string(), start: z.string(), end: z.string().nullable() }))
    .describe('Start and end on the clock of each country of the group, with offset and zone (RFC 9557)'),
  place: inLanguages,
  place_of: organisation.nullable(),
  minutes: z
    .object({ number: z.string().nullable(), sha256: z.string(), final_at: z.iso.datetime() })
    .nullable()
    .describe('Null until the minutes are final'),
}

export const meetingList = named('MeetingList', listOf(named('MeetingEntry', z.object(meeting))))

export const meetingRecord = named(
  'Meeting',
  z.object({
    ...meeting,
    chair: inLanguages,
    conveners: z.array(organisation),
    languages: z.array(z.string()).describe('BCP 47'),
    agenda: z.array(
      z.object({ title: inLanguages, rapporteur: z.string(), planned_minutes: z.int().nullable() }),
    ),
    participants: z
      .array(
        z.object({
          name: z.string().describe('Empty unless the published minutes give it'),
          function: inLanguages,
          organisation: organisation.nullable(),
          organisation_words: z.string(),
          presence: z.enum(presences),
        }),
      )
      .describe('Empty until the minutes are public'),
    decisions: z
      .array(
        z.object({
          id: z.uuid(),
          slug: z.string(),
          text: inLanguages,
          said_by: inLanguages,
          state: z.enum(decisionStates).describe('Only what is decided binds the group'),
          due: edtf,
          actions: z.array(
            z.object({
              id: z.uuid(),
              text: inLanguages,
              organisation: organisation.nullable(),
              due: edtf,
              state: z.enum(actionStates),
            }),
          ),
        }),
      )
      .describe('Empty until the minutes are public'),
    sections: z
      .array(z.object({ level: z.int(), title: inLanguages, text: inLanguages }))
      .describe('The text of the minutes, in Markdown'),
    errata: z.array(z.object({ text: inLanguages, made_at: z.iso.datetime() })),
    accounts: z.array(
      z.object({ source: z.string(), organisation: organisation.nullable(), is_minutes: z.boolean() }),
    ),
    resources: z.array(
      z.object({
        kind: z.enum(resourceKinds),
        language: z.string(),
        label: inLanguages,
        url: z.string().nullable(),
        file: z
          .object({ name: z.string(), size: z.int() })
          .nullable()
          .describe('A file that is kept here; size in bytes'),
        state: z.enum(linkStates),
        moved_to: z.string().nullable(),
      }),
    ),
    text_states: statesOfTexts,
  }),
)
