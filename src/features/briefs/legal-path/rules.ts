import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { projectPath } from '../../../platform/settings/project-path.ts'
import { readReferenceRows } from '../../directory/index.ts'
import { tiers } from '../../partners/index.ts'
import { agreementKinds } from '../../registry/index.ts'

/** What an act may be: an agreement by its kind, or an event that is hosted. */
export const acts = [...agreementKinds, 'event'] as const
export type Act = (typeof acts)[number]

/** What may come with an act: money, an international event, a partner that is private or a State. */
export const circumstances = ['money', 'event', 'private', 'state'] as const
export type Circumstance = (typeof circumstances)[number]

/** The steps of a path, in the order in which they are taken. */
export const stepKeys = [
  'limits',
  'private_ground',
  'state_leave',
  'vote',
  'event_vote',
  'budget_vote',
  'convention',
  'amount',
  'sign',
  'transmit',
  'control',
  'inform',
] as const
export type StepKey = (typeof stepKeys)[number]

export const bodies = ['council', 'head', 'desk', 'prefect', 'ministry'] as const

/** What is said beside a step; the first three name the ordinance of an authority. */
export const stepCautions = [
  'ordinance',
  'ordinance_friendship',
  'ordinance_reach',
  'new_word',
  'compulsory_then',
  'facultative',
  'effect',
  'signatory',
  'two_months',
  'private_partner',
  'private_named',
  'state_partner',
  'state_partner_leave',
  'state_diplomacy',
  'beyond_budget',
  'no_article',
  'cncd',
  'gaok',
] as const

/** The texts of law that rules cite, by their titles in their own languages, with what officials write. */
export const laws = {
  'Code général des collectivités territoriales': { key: 'cgct', short: 'CGCT' },
  'Loi n° 92-125 du 6 février 1992': { key: 'atr', short: 'loi n° 92-125 du 6 février 1992' },
  지방자치법: { key: 'autonomy', short: '지방자치법' },
} as const

const codes = <const T extends readonly [string, ...string[]]>(known: T) =>
  z
    .string()
    .transform((text) => text.split(' ').filter((code) => code !== ''))
    .pipe(z.array(z.enum(known)))
const all = z.literal('*')
const perhaps = <S extends z.ZodType>(schema: S) => z.union([z.literal('').transform(() => null), schema])

const ruleRow = z
  .object({
    country: z.string().regex(/^[A-Z]{2}$/),
    /** Null for every tier. */
    tiers: z.union([all.transform(() => null), codes(tiers)]),
    kinds: z.union([all.transform((): Act[] => [...acts]), codes(acts)]),
    /** All of these have to be there. */
    when: codes(circumstances),
    step: z.enum(stepKeys),
    by: z.enum(bodies),
    required: z.enum(['yes', 'no', 'depends']),
    /** What it rests on, as its country cites it; null where no article is known or none is needed. */
    law: perhaps(z.string().refine((title): title is keyof typeof laws => title in laws)),
    article: z.string(),
    /** First and last day in force; null for a last one that is not known. */
    from: z.iso.date(),
    until: perhaps(z.iso.date()),
    address: perhaps(z.url()),
    /** The day on which the text was read beside the rule; null until then. */
    checked_on: perhaps(z.iso.date()),
    caution: perhaps(z.enum(stepCautions)),
  })
  .refine(({ law, article }) => (law === null) === (article === ''), 'a law and its article')
  .refine(({ checked_on, address }) => checked_on === null || address !== null, 'a check of an address')

export type Rule = z.output<typeof ruleRow>

let read: readonly Rule[] | undefined

/** The rules of this release, read once from `data/briefs/legal-paths.tsv`. */
export function listRules(): readonly Rule[] {
  read ??= parseRules(readFileSync(projectPath('data', 'briefs', 'legal-paths.tsv'), 'utf8'))
  return read
}

/** Reads a table of rules. Throws on a code of no list, a day that is none, and two rules for one step between which an act could not choose. */
export function parseRules(text: string): Rule[] {
  const rules = readReferenceRows(text).map((row) => ruleRow.parse(row))
  for (const [index, rule] of rules.entries()) {
    const rival = rules.slice(index + 1).find((other) => areRivals(rule, other))
    if (rival) throw new Error(`Two rules for ${rule.step} in ${rule.country}: ${rule.from}, ${rival.from}`)
  }
  return rules
}

// A rule with more conditions goes before one with fewer; between two with as many there would be no order.
function areRivals(a: Rule, b: Rule): boolean {
  return (
    a.country === b.country &&
    a.step === b.step &&
    a.when.length === b.when.length &&
    (a.until === null || b.from <= a.until) &&
    (b.until === null || a.from <= b.until) &&
    a.kinds.some((kind) => b.kinds.includes(kind)) &&
    (a.tiers === null || b.tiers === null || a.tiers.some((tier) => b.tiers?.includes(tier)))
  )
}
