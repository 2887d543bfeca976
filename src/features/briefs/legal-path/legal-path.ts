import { isAuthorityKind, type OrganisationRef } from '../../directory/index.ts'
import { type Tier, tiersOf } from '../../partners/index.ts'
import { type Act, type Circumstance, listRules, type Rule, stepKeys } from './rules.ts'

/** An organisation that takes part in an act. */
export interface PathParty {
  country: string
  /** As `tiersOf` says; none for what is no authority, and in countries whose law no table has. */
  tiers: readonly Tier[]
  /** A part of a commune that has no legal personality of its own. */
  isBorough?: boolean
}

export interface PathInput<Party extends PathParty> extends Partial<Record<Circumstance, boolean>> {
  kind: Act
  parties: readonly Party[]
  /** ISO day of the act. */
  on: string
}

export interface Side<Party> {
  party: Party
  /** In the order in which they are taken; none where a caution says why. */
  steps: readonly Rule[]
  cautions: readonly SideCaution[]
}

export type SideCaution =
  | { key: 'unknown_country' | 'no_authority' | 'special_status' | 'borough' }
  /** The first ISO day of which anything is known. */
  | { key: 'before_first_law'; day: string }

export interface LegalPath<Party> {
  kind: Act
  on: string
  sides: readonly Side<Party>[]
  cautions: readonly 'same_country'[]
}

export type KnownParty = PathParty & OrganisationRef
export type KnownPath = LegalPath<KnownParty>

/** An organisation of the directory as a party of an act. */
export function asParty(organisation: OrganisationRef): KnownParty {
  const isBorough = organisation.kind === 'arrondissement_municipal'
  return { ...organisation, tiers: tiersOf(organisation), isBorough }
}

/** The path of an act; a partner that is no authority makes it one with a private body, or with a State. */
export function computeKnownPath(input: PathInput<KnownParty>): KnownPath {
  const others = input.parties.filter(({ kind }) => !isAuthorityKind(kind))
  const areState = others.map(({ kind }) => kind === 'ministry' || kind === 'embassy')
  return computePath({
    ...input,
    private: input.private === true || areState.includes(false),
    state: input.state === true || areState.includes(true),
  })
}

/** What each side of an act does, by the rules in force on its day. It says what is known, and where to ask; it judges nothing. */
export function computePath<Party extends PathParty>(
  input: PathInput<Party>,
  rules: readonly Rule[] = listRules(),
): LegalPath<Party> {
  const { kind, on, parties } = input
  const countries = new Set(parties.map(({ country }) => country))
  const sides = parties.map((party) => ({ party, ...sideOf(party, input, rules) }))
  return { kind, on, sides, cautions: parties.length > 1 && countries.size === 1 ? ['same_country'] : [] }
}

function sideOf(
  party: PathParty,
  input: PathInput<PathParty>,
  all: readonly Rule[],
): Omit<Side<PathParty>, 'party'> {
  const ofCountry = all.filter(({ country }) => country === party.country)
  if (ofCountry.length === 0) return { steps: [], cautions: [{ key: 'unknown_country' }] }
  if (party.tiers.length === 0) return { steps: [], cautions: [{ key: 'no_authority' }] }
  const rules = ofCountry.filter((rule) => isFor(rule, party, input))
  const [day = ''] = rules.map(({ from }) => from).sort()
  if (input.on < day) return { steps: [], cautions: [{ key: 'before_first_law', day }] }
  const inForce = rules.filter(({ from, until }) => from <= input.on && (until === null || input.on <= until))
  const cautions: SideCaution[] = []
  if (party.isBorough) cautions.push({ key: 'borough' })
  // Paris, Lyon, Corsica, Sejong, Jeju: what two tiers in one have of their own no table says.
  if (party.tiers.length > 1) cautions.push({ key: 'special_status' })
  return {
    steps: stepKeys.flatMap((key) =>
      nearest(
        inForce.filter(({ step }) => step === key),
        party,
      ),
    ),
    cautions,
  }
}

function isFor({ tiers, kinds, when }: Rule, party: PathParty, input: PathInput<PathParty>): boolean {
  return (
    kinds.includes(input.kind) &&
    when.every((each) => input[each] === true || each === input.kind) &&
    (tiers === null || tiers.some((tier) => party.tiers.includes(tier)))
  )
}

/** Of the rules for one step: the one with most conditions, then the one of the party's first tier. */
function nearest(rules: readonly Rule[], party: PathParty): Rule[] {
  const rank = ({ tiers }: Rule) => party.tiers.findIndex((own) => tiers?.includes(own))
  return rules.toSorted((a, b) => b.when.length - a.when.length || rank(a) - rank(b)).slice(0, 1)
}
