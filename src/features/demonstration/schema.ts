import { z } from 'zod'
import { eventKinds } from '../agenda/events/index.ts'
import { themes } from '../networks/index.ts'
import { agreementKinds, agreementStates, intentions, statuses } from '../registry/index.ts'

/** The files of data/demonstration: our own words in three languages, with a reference to the sentence behind each fact. */
export const words = z.object({ fr: z.string(), ko: z.string(), en: z.string() })
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
export const evidence = z
  .array(
    z.object({
      field: z.string(),
      minutes: z.string().nullable(),
      account: z.string().nullable(),
      since: z.string().nullable(),
      source: z.string().nullable(),
      stance: z.enum(['supports', 'contradicts']),
      label: z.string().nullable(),
    }),
  )
  .default([])
export const known = { known_on: day.optional(), evidence }

const activity = z.object({
  ref: z.string(),
  kind: z.enum(eventKinds),
  title: words,
  when: z.string().nullable(),
  words: words.nullable(),
  /** Wall clock times of its day, where a source gives them. */
  hours: z.object({ start: z.string(), end: z.string(), zone: z.string() }).optional(),
  state: z.enum(['past', 'planned', 'cancelled']),
  firmness: z.enum(['planned', 'intention', 'idea', 'hope']).nullish(),
  guest_countries: z.array(z.string()).optional(),
  place: z.string().nullable(),
  frame: words.nullable(),
  organisations: z.array(z.object({ organisation: z.string(), role: z.string() })),
  cooperations: z.array(z.string()).optional(),
  /** How many visits it counts for, where a source tells of several together. */
  visits: z.int().min(2).optional(),
  /** The edition of the files that added it, and the first edition that gave its number of visits. */
  edition: z.int().min(1).default(1),
  visits_edition: z.int().min(1).default(1),
  ...known,
})
const figure = z.object({ label: words, value: z.string(), ...known })
export const resource = z.object({ label: words, language: z.string(), url: z.string().nullable(), ...known })

export const networkFile = z.object({
  slug: z.string(),
  /** Increased with every addition that demonstrations already loaded should get: entries name the edition that added them. */
  edition: z.int().min(1),
  name: words,
  summary: words,
  objectives: z.array(words),
  figures: z.array(figure).default([]),
  countries: z.array(z.string()),
  languages: z.array(z.string()),
  known_on: day,
  summary_evidence: evidence,
  objectives_evidence: evidence,
  memberships: z.array(
    z.object({
      organisation: z.string(),
      role: z.string(),
      from: z.string().nullable(),
      until: z.string().nullable(),
      of: z.string().nullish(),
      person_words: words.nullish(),
      from_words: words.nullish(),
      until_words: words.nullish(),
      until_known_on: day.optional(),
      ...known,
    }),
  ),
  landmarks: z.array(
    z.object({ slug: z.string(), title: words, when: z.string(), concerns: z.array(z.string()), ...known }),
  ),
})

export const organisationsFile = z.object({
  known_on: day,
  organisations: z.array(
    z.object({
      slug: z.string(),
      country: z.string(),
      kind: z.string(),
      name: words,
      short: words.optional(),
      aliases: z.array(z.object({ language: z.string(), kind: z.string(), text: z.string() })),
      located_in: z.string().nullable(),
      role_words: words,
      edition: z.int().min(1).default(1),
      ...known,
    }),
  ),
})

export const sourcesFile = z.object({
  known_on: day,
  sources: z.array(
    z.object({
      slug: z.string(),
      title: words,
      kind: z.string(),
      language: z.string(),
      publisher: z.string(),
      published: z.string().nullable(),
      url: z.string().nullable(),
      about: z.string().nullable(),
      edition: z.int().min(1).default(1),
      known_on: day.optional(),
      note: words.nullable(),
    }),
  ),
})

export const cooperationFile = z.object({
  slug: z.string(),
  listed: z.boolean(),
  known_on: day,
  parties: z.array(
    z.object({
      organisation: z.string(),
      capacity: z.enum(['party', 'ecosystem']),
      known_on: day.optional(),
    }),
  ),
  since: z.string().nullable(),
  since_words: words.nullable(),
  summary: words,
  inherited: z.object({ from: z.string(), to: z.string(), on: day, reference: words, evidence }).nullish(),
  standings: z.array(
    z.object({
      status: z.enum(statuses),
      intention: z.enum(intentions).nullable(),
      stated_on: day,
      said_by: z.string().nullable(),
      reason: words,
      ...known,
    }),
  ),
  agreements: z.array(
    z.object({
      ref: z.string(),
      kind: z.enum(agreementKinds),
      title: words,
      parties: z.array(z.object({ organisation: z.string(), signatory_words: words.nullish() })),
      parent: z.string().nullable(),
      steps: z.array(
        z.object({
          state: z.enum(agreementStates),
          on: z.string().nullable(),
          words: words.nullish(),
          known_on: day.optional(),
        }),
      ),
      ...known,
    }),
  ),
  themes: z.array(z.object({ theme: z.enum(themes), wished: z.boolean(), ...known })),
  actors: z.array(z.object({ organisation: z.string(), role: words, ...known })),
  activities: z.array(activity),
  prospects: z.array(z.object({ text: words, horizon: z.string().nullable(), ...known })),
  figures: z.array(figure),
  resources: z.array(resource),
  since_evidence: evidence,
  summary_evidence: evidence,
  party_evidence: evidence,
})

export const interestsFile = z.object({
  known_on: day,
  interests: z.array(
    z.object({
      organisation: z.string(),
      themes: z.array(z.object({ theme: z.enum(themes), ...known })),
      seeks: words,
      offers: words,
      figures: z.array(figure),
      resources: z.array(resource),
      other_ties: z.array(z.object({ text: words, cooperation: z.string().nullish(), ...known })),
      ...known,
    }),
  ),
})

export const activitiesFile = z.object({ known_on: day, activities: z.array(activity) })

export const disputesFile = z.object({
  known_on: day,
  disputes: z.array(
    z.object({
      ref: z.string().optional(),
      subject: z.object({ kind: z.string(), ref: z.string() }),
      field: z.string(),
      values: z.array(
        z.object({
          value: z.union([z.string(), words]),
          source: z.string().nullable(),
          evidence,
          rank: z.enum(['preferred', 'normal', 'deprecated']),
          known_on: day.optional(),
        }),
      ),
      note: words,
      known_on: day.optional(),
    }),
  ),
})

export type Words = z.infer<typeof words>
export type EvidenceReferences = z.infer<typeof evidence>
export type CooperationFile = z.infer<typeof cooperationFile>
export type ActivityEntry = z.infer<typeof activity>
