import type { Context } from '../../../platform/context/context.ts'
import { fold, nearness } from '../../../platform/search/index.ts'
import {
  type Candidate,
  isWholeCountry,
  listCandidates,
  listCandidatesByName,
  listMatches,
  type NamesSought,
  namesSought,
} from '../../directory/gazetteer/index.ts'
import type { Abroad } from './abroad.ts'
import { type AskedParty, keyOfParty, splitName } from './asked-party.ts'
import { readCode, type SoughtCode } from './code-keys.ts'
import { type Settled, settle } from './settle.ts'

export interface ResolvingOptions {
  /** How many unknown names may be compared with all others: each takes some milliseconds. */
  mostGuesses: number
  /** Resolves towns of other countries. */
  abroad: Abroad
}

/** Kinds that reference files have for other countries: a city has the name of its province too often to be taken for it. */
const upperLevels: ReadonlySet<string> = new Set(['level_1', 'level_2'])

/**
 * Settles which organisations a table means, by `keyOfParty`: by code, by name and place, or by asking a person. The number of
 * statements does not grow with the number of organisations, except for unknown names.
 */
export async function lookUpParties(
  context: Context,
  asked: readonly AskedParty[],
  options: ResolvingOptions,
): Promise<Map<string, Settled>> {
  const parties = [...new Map(asked.map((party) => [keyOfParty(party), party]))]
  const codes = await byCode(
    context,
    parties.map(([, party]) => party),
  )
  const names = parties.map(([, { name }]) => ({
    whole: namesSought(name),
    split: namesSought(splitName(name).name),
  }))
  const folded = names.flatMap(({ whole, split }) =>
    [whole, split].flatMap((sought) => [sought.folded, sought.bare, ...sought.full]),
  )
  const named = await listCandidatesByName(
    context,
    folded.filter((name) => name !== ''),
  )
  const settled = new Map<string, Settled>()
  for (const [at, [key, party]] of parties.entries()) {
    const sought = names[at]
    if (!sought) continue
    const ofCode = codes.get(party)
    settled.set(key, ofCode ? agreeing(party, ofCode) : settleByName(party, sought, named))
  }
  await guess(context, parties, settled, options.mostGuesses)
  const abroad = parties.filter(
    ([key, { country }]) =>
      settled.get(key)?.state === 'unknown' && country !== null && !isWholeCountry(country),
  )
  for (const [key, each] of await options.abroad.settle(context, abroad)) settled.set(key, each)
  return settled
}

type Named = Awaited<ReturnType<typeof listCandidatesByName>>
type Sought = Record<'whole' | 'split', NamesSought>

function settleByName(party: AskedParty, { whole, split }: Sought, named: Named): Settled {
  const first = settleAmong(party, whole, named)
  if (first.state !== 'unknown' || split.folded === whole.folded) return first
  // Brackets hold a region in some tables, and another name in others.
  return settleAmong({ ...party, region: party.region ?? splitName(party.name).region }, split, named)
}

function settleAmong(party: AskedParty, sought: NamesSought, named: Named): Settled {
  let settled: Settled = { state: 'unknown' }
  for (const name of [sought.folded, sought.bare, ...sought.full]) {
    settled = settle(party, isMeant(party, sought, named.get(name)))
    if (settled.state !== 'unknown') break
  }
  return settled
}

function isMeant(
  party: AskedParty,
  { kindHint }: NamesSought,
  found: Named extends Map<string, infer V> ? V | undefined : never,
) {
  const meant = (found ?? []).filter(
    ({ kind }) => !upperLevels.has(kind) || party.kinds.includes(kind) || kindHint.includes(kind),
  )
  const hinted = meant.filter(({ kind }) => kindHint.includes(kind))
  return hinted.length > 0 ? hinted : meant
}

async function byCode(
  context: Context,
  parties: readonly AskedParty[],
): Promise<Map<AskedParty, Candidate[]>> {
  const sought = new Map<AskedParty, SoughtCode>()
  for (const party of parties) if (party.code) sought.set(party, readCode(party.code, party.country))
  const all = [...sought.values()]
  const rows = await listCandidates(context, {
    keys: all.flatMap(({ keys }) => keys),
    sirens: all.flatMap(({ siren }) => siren ?? []),
  })
  const ofKey = Map.groupBy(rows, ({ key }) => key)
  const ofSiren = Map.groupBy(rows, ({ codes }) => codes.siren)
  const found = new Map<AskedParty, Candidate[]>()
  for (const [party, { keys, siren }] of sought) {
    const own = [
      ...new Set([
        ...keys.flatMap((key) => ofKey.get(key) ?? []),
        ...(siren === null ? [] : (ofSiren.get(siren) ?? [])),
      ]),
    ]
    const ofKind = own.filter(({ kind }) => party.kinds.length === 0 || party.kinds.includes(kind))
    if (own.length > 0) found.set(party, ofKind.length > 0 ? ofKind : own)
  }
  return found
}

// « Lion » for Lyon is a slip; « Paris » beside the code of Lyon is a contradiction.
const likeEnough = 0.5

/** A code decides, unless the name beside it is quite another one. */
function agreeing({ name }: AskedParty, coded: readonly Candidate[]): Settled {
  const sought = namesSought(name).bare
  const likeness = (candidate: Candidate) =>
    Math.max(...Object.values(candidate.name).map((own) => nearness(sought, namesSought(own).bare)))
  const sorted = coded
    .map((candidate) => ({ candidate, near: name === '' ? 1 : likeness(candidate) }))
    .toSorted((a, b) => b.near - a.near)
  const [first, second] = sorted
  if (!first) return { state: 'unknown' }
  if (first.near < likeEnough || (second && second.near === first.near && first.near < 1))
    return { state: 'asked', why: 'contradiction', candidates: sorted.map(({ candidate }) => candidate) }
  return { state: 'found', candidate: first.candidate, by: 'code' }
}

/**
 * Unknown names in countries that the directory covers completely are asked about, with similar ones: nothing is added there without
 * a person's confirmation.
 */
async function guess(
  context: Context,
  parties: readonly [string, AskedParty][],
  settled: Map<string, Settled>,
  most: number,
): Promise<void> {
  const unknown = parties.filter(
    ([key, { country, name }]) =>
      settled.get(key)?.state === 'unknown' &&
      fold(name) !== '' &&
      (country === null || isWholeCountry(country)),
  )
  for (const [at, [key, party]] of unknown.entries()) {
    const candidates = at < most ? await listAlike(context, party) : []
    if (candidates.length > 0 || party.country !== null)
      settled.set(key, { state: 'asked', why: candidates.length > 0 ? 'alike' : 'unknown', candidates })
  }
}

async function listAlike(context: Context, { name, country }: AskedParty): Promise<Candidate[]> {
  const { hits } = await listMatches(context, {
    text: splitName(name).name,
    limit: 5,
    ...(country ? { country } : {}),
  })
  const found = new Map(
    (await listCandidates(context, { ids: hits.map(({ id }) => id) })).map((each) => [each.id, each]),
  )
  return hits.flatMap(({ id }) => found.get(id) ?? [])
}
