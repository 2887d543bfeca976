import type { MinutesDraft } from '../../src/features/imports/index.ts'
import { fold } from '../../src/platform/search/index.ts'
import type { ReadingKey } from './key.ts'
import { holds, isParty } from './same-name.ts'

/** How many of what was read are right, how many were read, how many are in the text. */
export interface Measure {
  hit: number
  read: number
  wanted: number
}

export type Scores = Record<string, Measure>

/** Harmonic mean of precision and recall, 0 to 1; 1 where nothing was to be found and nothing was. */
export function f1({ hit, read, wanted }: Measure): number {
  return read + wanted === 0 ? 1 : (2 * hit) / (read + wanted)
}

type Tie = MinutesDraft['cooperations'][number]
type WantedTie = ReadingKey['cooperations'][number]

/** Compares what was read in a text with its key, measure by measure. */
export function scoreReading(key: ReadingKey, draft: MinutesDraft): Scores {
  const matched = matchTies(key, draft)
  const pairs = [...matched]
  const perTie = (of: (wanted: WantedTie, got: Tie | undefined) => Measure): Measure =>
    sum(key.cooperations.map((wanted) => of(wanted, matched.get(wanted))))
  const scores: Scores = {
    pairs: { hit: pairs.length, read: draft.cooperations.length, wanted: key.cooperations.length },
    agreements: perTie((wanted, got) =>
      compareLists(wanted.agreements.map(agreementOf), (got?.agreements ?? []).map(agreementOf)),
    ),
    states: perTie((wanted, got) =>
      compareLists(wanted.agreements.map(stateOf), (got?.agreements ?? []).map(stateOf)),
    ),
    starts: perTie((wanted, got) => compareLists(years([wanted.start]), years([{ date: got?.since }]))),
    statuses: perTie((wanted, got) => compareLists(given(wanted.status), given(got?.status))),
    themes: perTie((wanted, got) =>
      compareLists(wanted.themes, [...(got?.themes ?? []), ...(got?.wished_themes ?? [])]),
    ),
    actors: perTie((wanted, got) => compareNames(wanted.third_parties, got?.actors ?? [])),
    activities: perTie((wanted, got) =>
      compareLists(years([...wanted.events, ...wanted.planned]), years(got?.activities ?? [])),
    ),
    persons: scorePersons(key, draft),
    interested: {
      hit: key.interested_authorities.filter(({ authority }) =>
        draft.interested.some((read) => isParty(authority, read)),
      ).length,
      read: draft.interested.length,
      wanted: key.interested_authorities.length,
    },
    meeting: compareLists(given(key.meeting?.date), given(key.meeting ? draft.meeting?.date : null)),
    decisions: compareNames(
      key.decisions.map(({ quote, what }) => quote ?? what),
      draft.decisions.map(({ text }) => text),
    ),
    resources: compareLists(
      (key.resources?.items ?? []).map(({ label }) => fold(label)),
      draft.resources.map(({ label }) => fold(label)),
    ),
  }
  return Object.fromEntries(Object.entries(scores).filter(([, { read, wanted }]) => read + wanted > 0))
}

/** Each tie of the key with the one that was read, each of which is used once. */
export function matchTies(key: ReadingKey, draft: MinutesDraft): Map<WantedTie, Tie> {
  const left = [...draft.cooperations]
  const matched = new Map<WantedTie, Tie>()
  for (const wanted of key.cooperations) {
    const at = left.findIndex(
      ({ parties }) =>
        parties.some((party) => isParty(wanted.a, party)) &&
        parties.some((party) => isParty(wanted.b, party)),
    )
    const [got] = at < 0 ? [] : left.splice(at, 1)
    if (got) matched.set(wanted, got)
  }
  return matched
}

function scorePersons({ persons }: ReadingKey, { participants }: MinutesDraft): Measure {
  const isPartial = ({ name }: { name: string }) => name.includes('(')
  const wanted = persons.filter((person) => !isPartial(person) && person.presence !== 'not a participant')
  const surnames = persons.filter(isPartial).map(({ name }) => fold(name.split('(')[0] ?? ''))
  const read = participants.filter(
    ({ name }) => !surnames.some((surname) => fold(name).split(' ').includes(surname)),
  )
  const names = read.map(({ name }) => fold(name))
  const hit = wanted.filter(({ name, variants }) =>
    [name, ...variants].some((each) => names.includes(fold(each))),
  ).length
  return { hit, read: read.length, wanted: wanted.length }
}

const agreementOf = ({ kind, date }: { kind: string; date?: string | null | undefined }) =>
  `${kind}/${yearOf(date) ?? ''}`
const stateOf = ({ kind, state }: { kind: string; state?: string | null | undefined }) =>
  `${kind}/${state ?? ''}`
const yearOf = (date: string | null | undefined) => date?.match(/\d{4}/)?.[0]
const years = (all: ({ date?: string | null | undefined } | null)[]) =>
  all.flatMap((each) => yearOf(each?.date) ?? [])
const given = (value: string | null | undefined) => (value ? [value] : [])

function compareLists(wanted: readonly string[], read: readonly string[]): Measure {
  const left = [...read]
  let hit = 0
  for (const each of wanted) {
    const at = left.indexOf(each)
    if (at < 0) continue
    left.splice(at, 1)
    hit += 1
  }
  return { hit, read: read.length, wanted: wanted.length }
}

function compareNames(wanted: readonly string[], read: readonly string[]): Measure {
  return {
    hit: wanted.filter((each) => read.some((other) => holds(each, other))).length,
    read: read.length,
    wanted: wanted.length,
  }
}

export function sum(measures: readonly Measure[]): Measure {
  return measures.reduce(
    (total, { hit, read, wanted }) => ({
      hit: total.hit + hit,
      read: total.read + read,
      wanted: total.wanted + wanted,
    }),
    { hit: 0, read: 0, wanted: 0 },
  )
}
