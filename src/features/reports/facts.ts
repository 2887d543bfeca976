import { z } from 'zod'
import { textStates } from '../../platform/i18n/localized-text.ts'
import { eventKinds, eventStates, firmnesses } from '../agenda/events/index.ts'
import { actorKinds } from '../agenda/index.ts'
import { themes } from '../networks/index.ts'
import { heldStates, outcomeResults } from '../outcomes/index.ts'
import {
  agreementKinds,
  agreementStates,
  confirmations,
  intentions,
  statusBases,
  statuses,
} from '../registry/index.ts'
import { ministryFacts } from './ministries/ministry-data.ts'

const id = z.uuid()
const day = z.iso.date()
/** A date as a source says it; null where none does. */
const edtf = z.string().nullable()
const name = z.record(z.string(), z.string())
const text = z.record(z.string(), z.object({ text: z.string(), state: z.enum(textStates) }))

/** An organisation with its names and codes on the day. It stands once in the facts; all else names it by its id. */
const body = z.object({
  id,
  country: z.string(),
  kind: z.string(),
  name,
  shortName: name,
  codes: z.record(z.string(), z.string()),
  /** The region, province or metropolis that it lies in, or null. */
  region: id.nullable(),
  /** Bodies whose place it took by that day; left out where there are none. */
  replaces: z.array(id).optional(),
})

/** On what a statement rests: a source by its slug, the function of who read it there, and the day since when it is known. */
const evidence = z.object({
  source: z.string(),
  stance: z.enum(['supports', 'contradicts']),
  by: z.string(),
  knownOn: day,
})

const source = z.object({
  slug: z.string(),
  kind: z.string(),
  title: text,
  publisher: z.string(),
  url: z.string().nullable(),
})

const agreement = z.object({
  id,
  /** The agreement beneath which other bodies made this one. */
  parentId: id.nullable(),
  /** `none`: a source says that there is no agreement. */
  kind: z.enum(agreementKinds),
  title: text,
  bodies: z.array(id),
  /** Its life, oldest first; the last step is its state. */
  steps: z.array(z.object({ state: z.enum(agreementStates), on: edtf, knownOn: day })),
  evidence: z.array(evidence),
})

const dispute = z.object({
  /** What it is about: the tie, an agreement or an exchange of it. */
  subjectId: id,
  field: z.string(),
  values: z.array(
    z.object({
      value: z.union([z.string(), text]),
      source: z.string().nullable(),
      rank: z.enum(['preferred', 'normal', 'deprecated']),
    }),
  ),
})

const tie = z.object({
  id,
  slug: z.string(),
  /** Presented by the group as one of its cooperations; others are known beside. */
  listed: z.boolean(),
  parties: z.array(id),
  /** Bodies that take part without being a party, as chambers and universities. */
  actors: z.array(id),
  since: edtf,
  themes: z.array(z.enum(themes)),
  confirmation: z.enum(confirmations),
  status: z.enum(statuses),
  /** Why it has this status: stated, an exchange since, no exchange known since, nothing known. */
  basis: z.enum(statusBases),
  intention: z.enum(intentions).nullable(),
  stated: z.object({ status: z.enum(statuses), on: day }).nullable(),
  /** The last exchange that took place, as a source dates it, and its last possible day. */
  lastExchange: edtf,
  lastExchangeOn: day.nullable(),
  knownOn: day,
  /** The last day on which anything of it became known, its exchanges and sources with it. */
  lastKnownOn: day,
  agreements: z.array(agreement),
  /** Of the tie itself, by field: `since`, `status`, `parties`, `themes/CODE`. */
  evidence: z.array(evidence.extend({ field: z.string() })),
  disputes: z.array(dispute),
})

const outcomeAnswer = z.object({
  bodyId: id,
  held: z.enum(heldStates),
  movedTo: edtf,
  actors: z.array(z.object({ kind: z.enum(actorKinds), count: z.int().nullable() })),
  results: z.array(z.enum(outcomeResults)),
  sentence: text,
  url: z.string(),
  money: z.object({ amount: z.number(), currency: z.string(), year: z.int() }).nullable(),
  saidAs: z.string(),
  knownOn: day,
})

const exchange = z.object({
  id,
  slug: z.string(),
  kind: z.enum(eventKinds),
  title: text,
  when: edtf,
  /** Its first and last possible days. */
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  state: z.enum(eventStates),
  firmness: z.enum(firmnesses).nullable(),
  /** Planned for days that have gone by, and nobody said what became of it. */
  isUnheard: z.boolean(),
  tieIds: z.array(id),
  /** Who holds it; guests apart. */
  holders: z.array(id),
  place: id.nullable(),
  knownOn: day,
  /** Who was asked what came of it, and what they answered. `askedOn` null: nobody could be asked. */
  asked: z.array(z.object({ bodyId: id, askedOn: day.nullable(), answeredOn: day.nullable() })),
  answers: z.array(outcomeAnswer),
  evidence: z.array(evidence),
})

const bothWays = z.object({ there: z.int(), back: z.int() })

/** A value as it is printed: words of the layout, words in languages, a date, a number, bodies. */
export const factValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('words'), keys: z.array(z.string()) }),
  z.object({ kind: z.literal('text'), text }),
  z.object({ kind: z.literal('date'), edtf: z.string() }),
  z.object({ kind: z.literal('number'), number: z.number() }),
  z.object({ kind: z.literal('names'), names: z.array(name) }),
  z.object({ kind: z.literal('code'), code: z.string() }),
])

export const changeKinds = ['new', 'changed', 'corrected', 'removed', 'time', 'renamed'] as const

/** One thing that differs in the second of two editions. */
export const factChange = z.object({
  about: z.object({
    kind: z.enum([
      'tie',
      'agreement',
      'exchange',
      'outcome',
      'body',
      'looking',
      'decision',
      'dispute',
      'report',
    ]),
    id: z.string(),
    /** The tie under which it is read; null for what concerns none. */
    tieId: id.nullable(),
    /** What it is called, by language. */
    name,
  }),
  field: z.string(),
  /** `time`: our rule alone moved it, nobody’s word; `renamed`: the same body under another code or name. */
  change: z.enum(changeKinds),
  before: factValue.nullable(),
  after: factValue.nullable(),
  /** Words of a source or an erratum. */
  why: text,
  /** In which function. */
  by: z.string().nullable(),
  knownOn: day.nullable(),
  /** Slugs of sources. */
  evidence: z.array(z.string()),
})

/** How a table moved: `old + added − removed = present`. */
export const movement = z.object({ old: z.int(), added: z.int(), removed: z.int(), present: z.int() })

/**
 * Everything that an edition of the report rests on, words included: whoever has it draws the same files. Gathered as anybody may read it;
 * no person is in it.
 */
export const reportFacts = z.object({
  layout: z.literal(1),
  network: z.object({
    id,
    slug: z.string(),
    name,
    countries: z.array(z.string()),
    languages: z.array(z.string()),
    /** The address of the site that published it, for links: `https://entente.example.org`. */
    site: z.string(),
  }),
  /** The period, both days included, and the day of the group on which its records were read. */
  from: day,
  to: day,
  day,
  bodies: z.array(body),
  sources: z.array(source),
  ties: z.array(tie),
  exchanges: z.array(exchange),
  /** How many exchanges of its ties took place in each year, whatever the period; those without a date under null. */
  heldYears: z.array(z.object({ year: z.int().nullable(), count: z.int() })),
  /** For each pair of countries, what went from the first to the second and back. */
  reciprocity: z.array(
    z.object({
      countries: z.tuple([z.string(), z.string()]),
      visits: bothWays,
      unknownVisits: z.int(),
      expectations: bothWays,
      texts: bothWays,
    }),
  ),
  /** Authorities that look for a partner: by their own word, or by that of a source. */
  looking: z.array(z.object({ bodyId: id, themes: z.array(z.enum(themes)), isOwnWord: z.boolean() })),
  decisions: z.array(
    z.object({
      id,
      slug: z.string(),
      text,
      state: z.string(),
      meeting: z.object({ title: text, heldOn: day }).nullable(),
      /** What is to be done for it, and what of that is done. */
      actions: z.object({ open: z.int(), done: z.int(), dropped: z.int() }),
    }),
  ),
  /** Each authority of the listed ties: whether it was asked about its own lines, and what it said. */
  lines: z.array(
    z.object({
      bodyId: id,
      askedOn: day.nullable(),
      answeredOn: day.nullable(),
      stance: z.enum(['confirmed', 'disputed', 'added']).nullable(),
      /** What it disputes or adds, by the language in which it was written. */
      words: name,
      /** Since when nothing is known of its ties; null where nothing ever was. */
      lastKnownOn: day.nullable(),
    }),
  ),
  /** For how many records of a table a field is filled in, and the last day on which one of them was learnt. */
  coverage: z.array(
    z.object({
      table: z.enum(['ties', 'agreements', 'exchanges', 'outcomes', 'bodies']),
      field: z.string(),
      known: z.int(),
      of: z.int(),
      lastKnownOn: day.nullable(),
    }),
  ),
  /** How many texts of the group’s records each language has, by state. */
  parity: z.array(z.object({ language: z.string(), counts: z.record(z.string(), z.int()), total: z.int() })),
  /** What other features report. `title` is a key of `words`. */
  parts: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      rows: z.array(z.object({ label: text, count: z.int() })),
    }),
  ),
  /** Against the last edition; null for the first one. `first` are the changes of the ten ties that an official minds most, tie by tie. */
  news: z
    .object({
      former: z.object({ number: z.int(), day, digest: z.string() }),
      counts: z.record(z.string(), movement),
      changes: z.record(z.enum(changeKinds), z.int()),
      /** Of what time alone moved: ties that fell silent, and exchanges of which nobody was told whether they took place. */
      silent: z.object({ ties: z.int(), exchanges: z.int() }),
      first: z.array(factChange),
    })
    .nullable(),
  /** Dormancy by silence: after how many years without news a tie counts as slow, and as of unknown state; the days that an answer is waited for. */
  thresholds: z.object({ activeYears: z.int(), slowYears: z.int(), answerDays: z.int() }),
  /** The ministries’ tables as they are on the day, and to whom the covering letters go. */
  ministries: ministryFacts,
  /** The layout’s words by language and key, as message sources (ICU). */
  words: z.record(z.string(), z.record(z.string(), z.string())),
})

export type ReportFacts = z.output<typeof reportFacts>
export type FactBody = ReportFacts['bodies'][number]
export type FactTie = ReportFacts['ties'][number]
export type FactExchange = ReportFacts['exchanges'][number]
export type FactValue = z.output<typeof factValue>
export type FactChange = z.output<typeof factChange>
export type Movement = z.output<typeof movement>
export type ChangeKind = (typeof changeKinds)[number]
