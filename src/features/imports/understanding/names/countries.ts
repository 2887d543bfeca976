import { iso31661 } from 'iso-3166'
import { plainCopy } from '../../../../platform/reading/plain-copy.ts'
import { countryOfRegion } from './country-regions.ts'

export interface CountryMention {
  start: number
  end: number
  country: string
  /** An adjective: « marocain », “Korean”. */
  isAdjective: boolean
}

/** The countries that a text names, by name or adjective, over its plain copy. */
export function findCountries(plain: string): CountryMention[] {
  const found: CountryMention[] = []
  for (const { pattern, isAdjective } of patterns()) {
    for (const match of plain.matchAll(pattern)) {
      const country = codes.get(match[0])
      if (
        country &&
        !/(?:villa|via|avenue|rue|place) $/.test(plain.slice(Math.max(0, match.index - 8), match.index))
      )
        found.push({ start: match.index, end: match.index + match[0].length, country, isAdjective })
    }
  }
  // « Trois-Rivières (Québec) »: a region in brackets gives the country of the town; elsewhere it may be a partner itself.
  for (const match of plain.matchAll(/(?<=\()[a-z' -]{4,20}(?=\))/gu)) {
    const country = countryOfRegion.get(match[0])
    const isKnown = found.some(({ start, end }) => start < match.index + match[0].length && match.index < end)
    if (country && !isKnown)
      found.push({ start: match.index, end: match.index + match[0].length, country, isAdjective: false })
  }
  return found.sort((a, b) => a.start - b.start)
}

const codes = new Map<string, string>()
let built: { pattern: RegExp; isAdjective: boolean }[] | null = null

function patterns() {
  built ??= build()
  return built
}

function build() {
  const names = new Map<string, string>()
  const displays = ['fr', 'en', 'ko'].map((language) => new Intl.DisplayNames(language, { type: 'region' }))
  for (const { alpha2 } of iso31661) {
    for (const display of displays) names.set(plainCopy(display.of(alpha2) ?? alpha2), alpha2)
  }
  for (const [country, words] of Object.entries(otherNames))
    for (const word of words.split('|')) names.set(word, country)
  // Names of countries that are other words too: 가나 is a kind of tree and a verb, Oman and Tchad are not.
  for (const word of [
    '가나',
    '오만',
    '니제르강',
    '수단',
    '모나코',
    'la reunion',
    'reunion',
    '레위니옹',
    '말리',
    '차드',
    '토고',
  ])
    names.delete(word)
  for (const [word, country] of names) codes.set(word, country)
  const adjectives = new Map<string, string>()
  for (const [country, stems] of Object.entries(frenchAdjectives))
    for (const stem of stems.split('|'))
      for (const word of [stem, `${stem}s`, `${stem}e`, `${stem}es`, `${stem}ne`, `${stem}nes`])
        adjectives.set(word, country)
  for (const [country, stems] of Object.entries(englishAdjectives))
    for (const word of stems.split('|')) adjectives.set(word, country)
  for (const [word, country] of adjectives) if (!codes.has(word)) codes.set(word, country)
  return [
    { pattern: patternOf([...names.keys()]), isAdjective: false },
    { pattern: patternOf([...adjectives.keys()]), isAdjective: true },
  ]
}

function patternOf(words: string[]): RegExp {
  const latin = words.filter((word) => !/[가-힣]/.test(word)).toSorted((a, b) => b.length - a.length)
  const korean = words.filter((word) => /[가-힣]/.test(word)).toSorted((a, b) => b.length - a.length)
  const parts = [`(?<![\\p{L}\\p{N}])(?:${latin.map(escaped).join('|')})(?![\\p{L}\\p{N}])`]
  // 조지아주 is a state of another country than 조지아.
  if (korean.length > 0)
    parts.push(
      `(?<![가-힣])(?:${korean.map(escaped).join('|')})(?![주시현](?:와|과|의|는|은|에|로)?(?![가-힣]))`,
    )
  return new RegExp(parts.join('|'), 'gu')
}

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const otherNames: Readonly<Record<string, string>> = {
  KR: 'coree|republique de coree|coree du sud|korea|republic of korea|south korea|한국|대한민국|우리나라',
  FR: 'republique francaise|불란서',
  CN: 'republique populaire de chine|chine populaire|prc|중화인민공화국',
  PS: 'palestine|territoires palestiniens|territoires occupes|cisjordanie|west bank|팔레스타인',
  US: 'etats-unis|etats unis|usa|united states|미합중국',
  TR: 'turquie|turkey|turkiye|터키|튀르키예',
  MM: 'birmanie|myanmar',
  CI: "cote d'ivoire|ivory coast",
  CD: 'rdc|republique democratique du congo|dr congo',
  CG: 'congo|republique du congo',
  GB: 'royaume-uni|grande-bretagne|angleterre|ecosse|pays de galles|irlande du nord|wales|scotland|northern ireland|england|great britain|uk',
  CZ: 'republique tcheque|tchequie',
  VN: 'vietnam|viet nam|viet-nam|월남',
  LA: 'laos',
  SY: 'syrie|syria',
  RU: 'russie|russia',
  NL: 'pays-bas|hollande',
  BF: 'burkina|burkina faso',
  MK: 'macedoine du nord',
  TW: 'taiwan',
  JP: 'japon|japan|일본국',
  AU: '호주',
  IT: '이태리',
  BA: '보스니아',
  SA: '사우디',
}

// French adjectives without their endings.
const frenchAdjectives: Readonly<Record<string, string>> = {
  ...{
    FR: 'francais',
    KR: 'coreen|sud-coreen',
    MA: 'marocain',
    LB: 'libanais',
    HT: 'haitien',
    PS: 'palestinien',
    ML: 'malien',
  },
  ...{
    SN: 'senegalais',
    BF: 'burkinabe',
    MG: 'malgache',
    TN: 'tunisien',
    DZ: 'algerien',
    JP: 'japonais',
    CN: 'chinois',
  },
  ...{
    VN: 'vietnamien',
    DE: 'allemand',
    AM: 'armenien',
    CU: 'cubain',
    BR: 'bresilien',
    BJ: 'beninois',
    US: 'americain',
  },
  ...{
    CA: 'canadien|quebecois',
    TR: 'turc',
    IT: 'italien',
    ES: 'espagnol',
    PT: 'portugais',
    PL: 'polonais',
    RO: 'roumain',
  },
  ...{
    GB: 'britannique|anglais|ecossais',
    BE: 'belge',
    NL: 'neerlandais',
    RU: 'russe',
    UA: 'ukrainien',
    GR: 'grec',
  },
  ...{
    NE: 'nigerien',
    TG: 'togolais',
    CM: 'camerounais',
    CI: 'ivoirien',
    MR: 'mauritanien',
    TD: 'tchadien',
    IN: 'indien',
  },
  ...{
    KH: 'cambodgien',
    LA: 'laotien',
    MX: 'mexicain',
    AR: 'argentin',
    CL: 'chilien',
    PE: 'peruvien',
    RS: 'serbe',
  },
  ...{
    HU: 'hongrois',
    CZ: 'tcheque',
    SK: 'slovaque',
    HR: 'croate',
    BG: 'bulgare',
    EG: 'egyptien',
    JO: 'jordanien',
  },
  ...{
    IL: 'israelien',
    CG: 'congolais',
    GN: 'guineen',
    GA: 'gabonais',
    ID: 'indonesien',
    TH: 'thailandais',
    GE: 'georgien',
  },
}

const englishAdjectives: Readonly<Record<string, string>> = {
  ...{
    FR: 'french|franco',
    KR: 'korean',
    MA: 'moroccan',
    LB: 'lebanese',
    HT: 'haitian',
    PS: 'palestinian',
    ML: 'malian',
  },
  ...{
    SN: 'senegalese',
    MG: 'malagasy',
    TN: 'tunisian',
    DZ: 'algerian',
    JP: 'japanese',
    CN: 'chinese',
    VN: 'vietnamese',
  },
  ...{
    DE: 'german',
    AM: 'armenian',
    CU: 'cuban',
    BR: 'brazilian',
    BJ: 'beninese',
    US: 'american',
    CA: 'canadian',
  },
  ...{
    TR: 'turkish',
    IT: 'italian',
    ES: 'spanish',
    PT: 'portuguese',
    PL: 'polish',
    RO: 'romanian',
    GB: 'british|english|scottish',
  },
}
