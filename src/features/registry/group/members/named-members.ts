import type { Context } from '../../../../platform/context/context.ts'
import { fold } from '../../../../platform/search/index.ts'
import {
  type Candidate,
  listCandidates,
  listCandidatesByName,
  listMatches,
  namesSought,
} from '../../../directory/gazetteer/index.ts'
import { isAuthorityKind } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'

/** A line of a pasted list, and what it means. A name that may mean another organisation is a question, never a guess. */
export type NamedMember = { line: string } & (
  | { state: 'found' | 'there'; candidate: Candidate }
  | { state: 'asked'; why: 'several' | 'ended' | 'abroad' | 'alike'; candidates: Candidate[] }
  | { state: 'unknown' }
)

export const mostNames = 2000
// A name that nobody has is compared with all others: each takes some milliseconds.
const mostGuesses = 40
const mostCandidates = 8

/** The names of a pasted list: a line, a row of a table or a list with commas; without bullets and numbers, each once. */
export function linesOf(text: string): string[] {
  const rows = text.split('\n').map((row) => row.split('\t').find((cell) => /\p{L}/u.test(cell)) ?? '')
  const parts = rows.length === 1 ? rows.flatMap((row) => row.split(/[,;、]/)) : rows
  const lines = parts.map((part) =>
    part
      .replace(/^[\s\p{P}\p{S}]*(?:\d{1,4}\s*[.)°-]\s*)?[\s\p{Pd}\p{So}•·*]*/u, '')
      .replace(/[\s.;,]+$/u, '')
      .slice(0, 200),
  )
  return [...new Map(lines.filter((line) => fold(line) !== '').map((line) => [fold(line), line])).values()]
}

/**
 * What the lines of a list mean as holders of a role: `held` are the organisations that have it already. One statement for all names
 * that somebody bears.
 */
export async function readNamedMembers(
  context: Context,
  network: Network,
  { lines, role, held }: { lines: readonly string[]; role: string; held: ReadonlySet<string> },
): Promise<NamedMember[]> {
  const names = lines.map((line) => [line, withoutNote(line)].map(namesSought))
  // With the kinds that the words mean which a shorter form leaves out.
  const forms = names.map((sought) =>
    sought.flatMap(({ folded, bare, full, kindHint: kinds }) => [
      { form: folded, kinds: bare === folded ? kinds : [] },
      ...[bare, ...full].map((form) => ({ form, kinds })),
    ]),
  )
  const sought = forms.flat().map(({ form }) => form)
  const named = await listCandidatesByName(context, sought.filter(Boolean))
  let guesses = mostGuesses
  const read: NamedMember[] = []
  for (const [index, line] of lines.entries()) {
    const meant = forms[index]?.find(({ form }) => (named.get(form)?.length ?? 0) > 0)
    const bearers = distinct(named.get(meant?.form ?? '') ?? [])
    if (meant)
      read.push({ line, ...(await settle(context, network, { role, held, kinds: meant.kinds }, bearers)) })
    else if (guesses-- > 0) read.push({ line, ...(await guess(context, line)) })
    else read.push({ line, state: 'unknown' })
  }
  return read
}

interface Sought {
  role: string
  held: ReadonlySet<string>
  /** What the words of the line say of its kind. */
  kinds: readonly string[]
}

type Meaning =
  | { state: 'found' | 'there'; candidate: Candidate }
  | { state: 'asked'; why: 'several' | 'ended' | 'abroad' | 'alike'; candidates: Candidate[] }
  | { state: 'unknown' }

async function settle(
  context: Context,
  { countries }: Network,
  { role, held, kinds }: Sought,
  bearers: readonly Candidate[],
): Promise<Meaning> {
  const ofRole = role === 'member' ? bearers.filter(({ kind }) => isAuthorityKind(kind)) : bearers
  const own = role === 'member' ? ofRole.filter(({ country }) => countries.includes(country)) : ofRole
  if (own.length === 0) return { state: 'asked', why: 'abroad', candidates: ofRole.slice(0, mostCandidates) }
  const present = own.filter(({ exists }) => exists)
  if (present.length === 0) {
    const after = await listCandidates(context, { ids: own.flatMap(({ successorIds }) => successorIds) })
    return { state: 'asked', why: 'ended', candidates: after.filter(({ exists }) => exists) }
  }
  // « Commune de Chefchaouen » is not the province of that name.
  const ofKind = present.filter(({ kind }) => kinds.includes(kind))
  if (kinds.length > 0 && ofKind.length === 0)
    return { state: 'asked', why: 'alike', candidates: present.slice(0, mostCandidates) }
  const likely = ofKind.length > 0 ? ofKind : present
  // « Limoges » is the commune before the grouping that only adds a word to its name.
  const byName = likely.filter(({ foundBy }) => foundBy === 'name')
  const [only, another] = byName.length > 0 ? byName : likely
  if (only && !another) return { state: held.has(only.id) ? 'there' : 'found', candidate: only }
  return { state: 'asked', why: 'several', candidates: likely.slice(0, mostCandidates) }
}

async function guess(context: Context, line: string): Promise<Meaning> {
  const { hits } = await listMatches(context, { text: withoutNote(line), limit: 4 })
  const candidates = await listCandidates(context, { ids: hits.map(({ id }) => id) })
  const present = candidates.filter(({ exists }) => exists)
  return present.length > 0 ? { state: 'asked', why: 'alike', candidates: present } : { state: 'unknown' }
}

/** « Saint-Denis (Réunion) », « Limoges, France »: the name before what is added to it. */
function withoutNote(line: string): string {
  return line.split(/\s*[(,–]/)[0]?.trim() || line
}

function distinct(candidates: readonly Candidate[]): Candidate[] {
  return [...new Map(candidates.map((candidate) => [candidate.id, candidate])).values()]
}
