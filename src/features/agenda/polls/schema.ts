import { z } from 'zod'
import { listOf, sliceParameters } from '../../../platform/http/api/list-answer.ts'
import { inLanguages } from '../../../platform/http/api/localized.ts'
import { named } from '../../../platform/http/api/named-schema.ts'
import { networkPlace } from '../../networks/index.ts'
import { grades } from '../planning/planned-date.ts'
import { electorates, pollStates } from './poll.ts'

export const pollPlace = networkPlace.extend({ id: z.uuid().describe('Id of the poll') })
export const pollListParameters = z.object(sliceParameters)
export const pollQuery = z.object({})
export const pollCursor = z.int().min(0)

const counts = { yes: z.int(), if_need_be: z.int(), no: z.int() }

const poll = {
  id: z.uuid(),
  url: z.url(),
  updated_at: z.iso.datetime(),
  title: inLanguages,
  about: inLanguages,
  deadline: z.iso.datetime(),
  zone: z.string().describe('IANA zone in which the deadline was said'),
  state: z.enum(pollStates),
  voters: z.enum(electorates).describe('network: its people and those who are invited; invited: those alone'),
  event: z.string().nullable().describe('Slug of the event that is asked about or came of it'),
  answered: z.int().describe('How many have answered'),
}

export const pollList = named('PollList', listOf(named('PollEntry', z.object(poll))))

export const pollRecord = named(
  'Poll',
  z.object({
    ...poll,
    options: z.array(
      z.object({
        id: z.uuid(),
        starts_at: z.iso.datetime().nullable(),
        ends_at: z.iso.datetime().nullable(),
        zone: z.string().nullable(),
        first_day: z.iso.date().nullable().describe('Of whole days'),
        last_day: z.iso.date().nullable(),
        clocks: z
          .array(z.object({ zone: z.string(), start: z.string(), end: z.string().nullable() }))
          .describe('The hours on the clock of each country; empty for whole days'),
        grade: z
          .enum(grades)
          .nullable()
          .describe('How far it is from good by the calendars of the countries'),
        counts: z.object(counts),
        sides: z.array(z.object({ country: z.string(), answered: z.int(), ...counts })),
        outvoted: z
          .array(z.string())
          .describe('Countries that have answered and of which fewer than half can come'),
      }),
    ),
    best: z.array(z.uuid()).describe('Most yes, then most “if need be”; several where they are level'),
    best_for_all_sides: z
      .array(z.uuid())
      .describe('The same among the dates on which at least half of every side can come'),
    taken: z.uuid().nullable().describe('The date that was taken'),
  }),
)
