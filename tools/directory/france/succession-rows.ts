import type { Succession } from '../directory-record.ts'
import { readTsv } from '../tsv.ts'
import { lifeKey } from './commune-keys.ts'
import type { CommuneLife } from './commune-lives.ts'
import type { FranceSources } from './france-sources.ts'
import { stored } from './stored-sources.ts'

/** Successions of authorities: the laws typed by hand, the yearly lists of EPCI and INSEE's movements of communes. */
export function successionRows(sources: FranceSources): Succession[] {
  const typed = readTsv(stored('fr-successions.tsv')).map((row) => ({
    predecessor: row.predecessor ?? '',
    successor: row.successor ?? '',
    on: row.on ?? '',
    kind: row.kind ?? '',
    reported_by: row.reported_by ?? '',
    source: row.source ?? '',
  }))
  return [
    ...typed,
    ...epciSuccessions(),
    ...collectivitySuccessions(sources),
    ...communeSuccessions(sources.lives),
  ]
}

/** Ends and beginnings of communes as successions. */
export function communeSuccessions(lives: readonly CommuneLife[]): Succession[] {
  const byCode = livesByCode(lives)
  const row = (from: CommuneLife, to: CommuneLife, on: string, kind: string): Succession => ({
    predecessor: lifeKey(lives, from),
    successor: lifeKey(lives, to),
    on,
    kind,
    reported_by: 'dataset',
    source: 'INSEE, code officiel géographique, mouvements de communes',
  })
  const ends = lives.flatMap((life) =>
    life.into.flatMap((code) => {
      const taker = lifeOn(byCode.get(code), life.until, life)
      return taker === undefined ? [] : [row(life, taker, life.until, kindOfEnd(life, taker))]
    }),
  )
  const births = lives.flatMap((life) =>
    life.outOf.flatMap((code) => {
      const source = lifeBefore(byCode.get(code), life.from)
      return source === undefined || source.until === life.from ? [] : [row(source, life, life.from, 'split')]
    }),
  )
  return onceEach([...ends, ...births])
}

function epciSuccessions(): Succession[] {
  return readTsv(stored('fr-former-epci.tsv')).flatMap((row) => {
    const successors = (row.successors ?? '').split(' ').filter((successor) => successor !== '')
    return successors.map((successor) => ({
      predecessor: `FR:epci:${row.siren}`,
      successor: `FR:${successor}`,
      on: row.valid_until ?? '',
      kind: row.succession ?? '',
      reported_by: row.reported_by ?? '',
      source: row.source ?? '',
    }))
  })
}

// A movement names a commune by the code of its day, which may have changed since.
function livesByCode(lives: readonly CommuneLife[]): Map<string, CommuneLife[]> {
  const named = lives.flatMap((life) => [life.code, ...life.formerCodes].map((code) => ({ code, life })))
  const groups = Map.groupBy(named, ({ code }) => code)
  return new Map([...groups].map(([code, entries]) => [code, entries.map(({ life }) => life)]))
}

// A commune that left another twice is listed once, by the first time.
function onceEach(rows: readonly Succession[]): Succession[] {
  const sorted = [...rows].sort((one, other) => (one.on < other.on ? -1 : 1))
  const byPair = Map.groupBy(sorted, ({ predecessor, successor }) => `${predecessor} ${successor}`)
  return [...byPair.values()].flatMap((same) => same.slice(0, 1))
}

function collectivitySuccessions(sources: FranceSources): Succession[] {
  const island: Record<string, string> = { '97123': 'FR:collectivite:977', '97127': 'FR:collectivite:978' }
  return sources.lives.flatMap((life) => {
    const successor = life.until === '2007-02-23' ? island[life.code] : undefined
    if (successor === undefined) return []
    const predecessor = lifeKey(sources.lives, life)
    const source = 'loi organique n° 2007-223 du 21 février 2007'
    return [{ predecessor, successor, on: life.until, kind: 'status_change', reported_by: 'law', source }]
  })
}

function lifeOn(
  lives: readonly CommuneLife[] = [],
  day: string,
  other: CommuneLife,
): CommuneLife | undefined {
  return lives.find((life) => life !== other && life.from <= day && (life.until === '' || life.until > day))
}

function lifeBefore(lives: readonly CommuneLife[] = [], day: string): CommuneLife | undefined {
  return lives.find((life) => life.from < day && (life.until === '' || life.until >= day))
}

function kindOfEnd(life: CommuneLife, taker: CommuneLife): string {
  if (life.into.length > 1) return 'split'
  return taker.from === life.until ? 'merger' : 'absorption'
}
