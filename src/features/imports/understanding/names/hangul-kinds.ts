/** Endings of Hangul names with their possible kinds, longer ones before those that they end with. */
const endings: readonly [string, readonly string[]][] = [
  ['특별자치시', ['special_self_governing_city']],
  ['특별자치도', ['special_self_governing_do']],
  ['특별시', ['special_city']],
  ['광역시', ['metropolitan_city']],
  ['직할시', ['level_1', 'municipality']],
  ['자치구', ['autonomous_gu', 'level_1']],
  ['자치주', ['level_2']],
  ['메트로폴', ['metropole']],
  ['레지옹', ['region']],
  ['데파르트망', ['departement']],
  ['코뮌', ['commune', 'municipality']],
  [
    '시',
    [
      'si',
      'metropolitan_city',
      'special_city',
      'special_self_governing_city',
      'commune',
      'ville_paris',
      'municipality',
    ],
  ],
  ['군', ['gun', 'level_2', 'commune', 'municipality']],
  ['구', ['autonomous_gu', 'arrondissement_municipal', 'administrative_place', 'level_2', 'municipality']],
  ['도', ['do', 'special_self_governing_do', 'region', 'departement', 'level_1']],
  ['주', ['region', 'departement', 'level_1']],
  ['현', ['level_1', 'level_2']],
  ['성', ['level_1']],
  ['정', ['municipality']],
  ['초', ['municipality']],
  ['카운티', ['level_2']],
  ['마치', ['municipality']],
  ['무라', ['municipality']],
]

const endingsBy = Map.groupBy<string | undefined, (typeof endings)[number]>(endings, ([ending]) => ending[0])

const unions = [
  'metropole',
  'metropole_lyon',
  'communaute_urbaine',
  'communaute_agglomeration',
  'communaute_communes',
  'ept',
]
const regions = ['region', 'collectivite_unique', 'collectivite_corse']

/** Kinds written as separate words: 툴루즈 메트로폴, 브르타뉴 레지옹, 귀넷 카운티. Most are those of French intercommunal bodies. */
const apart: readonly [RegExp, readonly string[], string | null][] = [
  [/^(?: [가-힣]{1,6}){0,2}? (?:유로 ?)?메트로폴/u, unions, 'FR'],
  [/^(?: [가-힣]{1,6}){0,2}? (?:광역 ?|대)?도시권 ?공동체/u, unions, 'FR'],
  [/^(?: [가-힣]{1,6})? (?:도시|코뮌|지자체) ?공동체/u, unions, 'FR'],
  [/^ (?:대도시권|광역도시권|도시권|광역권)/u, unions, 'FR'],
  [/^ 레지옹/u, regions, 'FR'],
  [/^ (?:지역권|광역주)/u, ['region', 'level_1'], null],
  [/^ 데파르트망/u, ['departement', 'collectivite_europeenne_alsace'], 'FR'],
  [/^ 코뮌/u, ['commune'], 'FR'],
  [/^ 카운티/u, ['level_2', 'municipality'], null],
  // 노르트프리슬란트 군(Kreis Nordfriesland)과
  [/^ 시(?=[와과는의은](?![가-힣]{2})|와의|과의)/u, ['commune', 'municipality'], null],
  [/^ (?:군|주|현)(?=[(와과은는의을를가]| ?\()/u, ['level_2', 'level_1', 'municipality'], null],
]

/** What may follow a Hangul name: particles, and nouns for its people and offices. */
const particle =
  '(?:은|는|이|가|을|를|의|와|과|랑|에|에서|에게|에는|에도|로|으로|로서|으로서|도|만|간|측|와의|과의|와는|과는|와도|과도|보다|부터|까지|처럼|라는|이라는|라고|이라고|이며|이고|이자|인데|이지만|입니다|입니다만|이다|다|였다|이었다|인데요|는요|은요|랑|이랑|한테|께|인|임|및|등|으로부터|로부터|에서는|으로는|하고|하고는|나|이나|여|의회|시의회|군의회|구의회|도의회|청|청장|시청|군청|구청|도청|시장|군수|구청장|지사|도지사|대표단|방문단|사절단|관계자|공무원|주민|시민|당국|정부|측은|측과|쪽)'

export interface HangulKind {
  length: number
  kinds: readonly string[]
  /** Written separately from the name. */
  isApart: boolean
  /** The country whose authorities have this kind. */
  country: string | null
  /** Named by the office of its head. */
  isOffice?: boolean
}

/** The kind at the beginning of the rest of a Hangul word, or in the next word or two, if only a particle follows it. */
export function hangulKind(rest: string): HangulKind | null {
  for (const [ending, kinds] of endingsBy.get(rest[0]) ?? [])
    if (rest.startsWith(ending) && isOver(rest.slice(ending.length)))
      return { length: ending.length, kinds, isApart: false, country: null }
  // 튜브아이막: a province of Mongolia.
  if (rest.startsWith('아이막') && isOver(rest.slice(3)))
    return { length: 3, kinds: ['level_1'], isApart: false, country: 'MN' }
  // 남해군수, 사천시장님: who holds the office of a place; 중앙시장 is a market.
  const office = /^(?:시장|군수)님?/u.exec(rest)?.[0]
  if (office && isOver(rest.slice(office.length)))
    return {
      length: 1,
      kinds: endings.find(([ending]) => ending === office[0])?.[1] ?? [],
      isApart: false,
      country: null,
      isOffice: true,
    }
  if (!rest.startsWith(' ')) return null
  for (const [pattern, kinds, country] of apart) {
    const match = pattern.exec(rest.slice(0, 30))
    if (match && isOver(rest.slice(match[0].length)))
      return { length: match[0].length, kinds, isApart: true, country }
  }
  return null
}

/** Whether these are kinds of unions of communes. */
export const isUnionKind = (kinds: readonly string[]) => kinds.includes('communaute_urbaine')

/** Whether a Hangul name may end here: nothing, or only particles and titles follow in its word. */
export function isOver(rest: string): boolean {
  const word = /^[가-힣]*/u.exec(rest)?.[0] ?? ''
  return word === '' || over.test(word)
}

const over = new RegExp(`^${particle}{1,3}$`, 'u')
