export type CommuneMovement = {
  kind: string
  on: string
  before: { code: string; name: string }
  after: { code: string; name: string }
}

/** One life of a commune under one code: `from` is empty when it began before the record of movements
 * (1943), `until` when it goes on; `code` is its last code, `formerCodes` those it had before a change of
 * département or of chief town; `into` are the codes that took it over, `outOf` those it came from. */
export type CommuneLife = {
  code: string
  name: string
  formerCodes: string[]
  formerNames: string[]
  from: string
  until: string
  into: string[]
  outOf: string[]
}

type Alive = Map<string, CommuneLife>

const changeOfCode = new Set(['41', '50'])
const communeNouvelle = '32'

/** Turns the table of movements into the lives of communes, ended ones first, then those that go on.
 * A commune that absorbs others, changes its name or its code keeps its life; a commune nouvelle under a new
 * name begins one. */
export function communeLives(movements: readonly CommuneMovement[]): CommuneLife[] {
  const ended: CommuneLife[] = []
  const alive: Alive = new Map()
  for (const [on, day] of byDay(movements)) {
    const recodes = day.filter((movement) => changeOfCode.has(movement.kind))
    const others = day.filter((movement) => !changeOfCode.has(movement.kind))
    for (const { before } of day) enrol(before, alive, ended)
    for (const movement of recodes) recode(movement, alive)
    ended.push(...endLives(on, others, alive))
    beginLives(on, others, alive)
  }
  return [...ended, ...alive.values()]
}

function byDay(movements: readonly CommuneMovement[]): [string, CommuneMovement[]][] {
  const days = Map.groupBy(movements, (movement) => movement.on)
  return [...days].sort(([one], [other]) => (one < other ? -1 : 1))
}

// A commune first met as the "before" of a movement has existed since before the record begins.
function enrol(commune: { code: string; name: string }, alive: Alive, ended: readonly CommuneLife[]): void {
  if (commune.code === '' || alive.has(commune.code)) return
  if (ended.some((life) => life.code === commune.code)) return
  alive.set(commune.code, newLife(commune, '', []))
}

function recode({ before, after }: CommuneMovement, alive: Alive): void {
  const life = alive.get(before.code)
  if (life === undefined || before.code === after.code) return
  alive.delete(before.code)
  rename(life, after.name)
  life.formerCodes.push(life.code)
  life.code = after.code
  alive.set(after.code, life)
}

function endLives(on: string, day: readonly CommuneMovement[], alive: Alive): CommuneLife[] {
  const surviving = new Map(day.map(({ after }) => [after.code, after.name]))
  const touched = Map.groupBy(
    day.filter(({ before }) => alive.has(before.code)),
    ({ before }) => before.code,
  )
  return [...touched].flatMap(([code, rows]) => {
    const life = alive.get(code)
    if (life === undefined) return []
    const name = surviving.get(code)
    const kind = rows[0]?.kind ?? ''
    const replaced = kind === communeNouvelle && name !== undefined && name !== life.name
    if (name !== undefined && !replaced) {
      rename(life, name)
      return []
    }
    const into = rows.map(({ after }) => after.code).filter((taker) => taker !== '')
    alive.delete(code)
    return [{ ...life, until: on, into: [...new Set(into)] }]
  })
}

function beginLives(on: string, day: readonly CommuneMovement[], alive: Alive): void {
  const born = Map.groupBy(
    day.filter(({ after }) => after.code !== ''),
    ({ after }) => after.code,
  )
  for (const [code, rows] of born) {
    const [first] = rows
    if (first === undefined || alive.has(code)) continue
    const outOf = rows.map(({ before }) => before.code).filter((source) => source !== '' && source !== code)
    alive.set(code, newLife(first.after, on, [...new Set(outOf)]))
  }
}

function rename(life: CommuneLife, name: string): void {
  if (name === '' || name === life.name) return
  life.formerNames.push(life.name)
  life.name = name
}

function newLife({ code, name }: { code: string; name: string }, from: string, outOf: string[]): CommuneLife {
  return { code, name, formerCodes: [], formerNames: [], from, until: '', into: [], outOf }
}
