import type { CommuneLife } from './commune-lives.ts'

// INSEE's table begins in 1943: an older life whose start it does not hold is named after that year.
const recordBegins = '1943-01-01'

/** The key of one life of a commune code: bare for the last life, with its first day for earlier ones. */
export function lifeKey(lives: readonly CommuneLife[], life: CommuneLife): string {
  const bare = `FR:commune:${life.code}`
  return lastLife(lives, life.code) === life ? bare : `${bare}@${life.from || recordBegins}`
}

const lastByCode = new WeakMap<readonly CommuneLife[], Map<string, CommuneLife>>()

function lastLife(lives: readonly CommuneLife[], code: string): CommuneLife | undefined {
  let known = lastByCode.get(lives)
  if (known === undefined) {
    known = new Map()
    for (const life of lives) if (isLater(life, known.get(life.code))) known.set(life.code, life)
    lastByCode.set(lives, known)
  }
  return known.get(code)
}

function isLater(life: CommuneLife, other: CommuneLife | undefined): boolean {
  if (other === undefined) return true
  if (life.until === '') return true
  return other.until !== '' && life.until > other.until
}
