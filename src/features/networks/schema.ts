import { z } from 'zod'
import { listOf, sliceParameters } from '../../platform/http/api/list-answer.ts'
import { inLanguages, statesOfTexts } from '../../platform/http/api/localized.ts'
import { named } from '../../platform/http/api/named-schema.ts'
import { day, slug } from '../../platform/http/api/parameters.ts'

/** The parameter that every read of a network takes, beside its own. */
export const networkPlace = z.object({ network: slug().describe('Slug of the country group') })
export const seenOn = {
  now: day()
    .optional()
    .describe('The day on which the network is seen: what became known later does not exist yet'),
}

export const listParameters = z.object({ ...sliceParameters })
export const readParameters = z.object({ ...seenOn })

const network = {
  id: z.uuid(),
  slug: z.string(),
  url: z.url(),
  updated_at: z.iso.datetime(),
  name: inLanguages,
  summary: inLanguages,
  objectives: z.array(inLanguages),
  countries: z.array(z.string()).describe('ISO 3166-1 alpha-2'),
  languages: z.array(z.string()).describe('BCP 47'),
  themes: z
    .array(z.string())
    .describe('The themes that the group chose for its briefs; none: the most frequent of its ties'),
  opens_on: z.iso.date().nullable().describe('The day on which the network opens when nothing else says one'),
  text_states: statesOfTexts,
}

export const networkList = named('NetworkList', listOf(named('NetworkEntry', z.object(network))))

export const networkRecord = named(
  'Network',
  z.object({
    ...network,
    today: z.iso.date().describe('The day on which the network is seen'),
    memberships: z.array(
      z.object({
        organisation: z.object({
          slug: z.string(),
          name: inLanguages,
          country: z.string(),
          kind: z.string(),
        }),
        role: z.string(),
        person: inLanguages.describe('Function and name of the known holder; empty when no source names one'),
        from: z.string().nullable().describe('EDTF'),
        until: z.string().nullable().describe('EDTF'),
      }),
    ),
    landmarks: z.array(
      z.object({ id: z.uuid(), slug: z.string(), title: inLanguages, when: z.string().describe('EDTF') }),
    ),
  }),
)
