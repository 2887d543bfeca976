/** Kinds that end a Hangul name, the longer before those that they end with, and what they may be. */
const endings: readonly [string, readonly string[]][] = [
  ['특별자치시', ['special_self_governing_city']],
  ['특별자치도', ['special_self_governing_do']],
  ['특별시', ['special_city']],
  ['광역시', ['metropolitan_city']],
  ['직할시', ['level_1', 'municipality']],
  ['자치구', ['autonomous_gu', 'level_1']],
  ['자치주', ['level_2']],
  ['광역연합', ['metropole']],
  ['메트로폴', ['metropole']],
  ['광역도시', ['metropole']],
  ['레지옹', ['region']],
  ['데파르트망', ['departement']],
  ['코뮌', ['commune', 'municipality']],
  ['시', ['si', 'metropolitan_city', 'special_city', 'special_self_governing_city', 'commune', 'ville_paris', 'municipality']],
  ['군', ['gun', 'level_2', 'commune', 'municipality']],
  ['구', ['autonomous_gu', 'arrondissement_municipal', 'administrative_place', 'level_2', 'municipality']],
  ['도', ['do', 'special_self_governing_do', 'region', 'departement', 'level_1']],
  ['주', ['region', 'departement', 'level_1']],
  ['현', ['level_1', 'level_2']],
  ['성', ['level_1']],
  ['부', ['level_1']],
  ['정', ['municipality']],
]

/** What may follow a Hangul name: particles, and nouns that name its people and offices. */
const particle =
  '(?:은|는|이|가|을|를|의|와|과|랑|에|에서|에게|에는|에도|로|으로|로서|으로서|도|만|간|측|와의|과의|와는|과는|와도|과도|보다|부터|까지|처럼|라는|이라는|이며|이고|인|임|및|등|으로부터|로부터|에서는|으로는|의회|시의회|청|청장|시청|시장|군수|구청장|지사|도지사|대표단|방문단|사절단|관계자|공무원|주민|시민|당국|정부|측은|측과)'

export interface HangulKind {
  length: number
  kinds: readonly string[]
}

/** The kind with which the rest of a Hangul word begins, when nothing but a particle follows it. */
export function hangulKind(rest: string): HangulKind | null {
  for (const [ending, kinds] of endings)
    if (rest.startsWith(ending) && isOver(rest.slice(ending.length))) return { length: ending.length, kinds }
  return null
}

/** Whether a Hangul name may end here: nothing, or only particles and titles follow in its word. */
export function isOver(rest: string): boolean {
  const word = /^[가-힣]*/u.exec(rest)?.[0] ?? ''
  return word === '' || over.test(word)
}

const over = new RegExp(`^${particle}{1,3}$`, 'u')
