/** French spellings of the sounds that Hangul writes: 됭케르크 and 덩케르크 both match the spelling of Dunkerque. */

const initials = [
  ...['g', 'g', 'n', 'd', 'd', 'r', 'm', 'b', 'b', 's', 's', '', 'j', 'j', 'c', 'k', 't', 'p', 'h'],
] as const
const medials = [
  ...['a', 'e', 'ya', 'ye', 'eo', 'e', 'yeo', 'ye', 'o', 'wa', 'oe', 'oe', 'yo', 'u', 'wo', 'oe', 'wi', 'yu'],
  ...['eu', 'ui', 'i'],
] as const
const finals = [
  ...['', 'k', 'k', 'k', 'n', 'n', 'n', 't', 'l', 'l', 'l', 'l', 'l', 'l', 'l', 'l', 'm', 'p', 'p', 't', 't'],
  ...['ng', 't', 't', 'k', 't', 'p', 't'],
] as const

const first = 0xac00
const perInitial = 588
const perMedial = 28

const consonants: Readonly<Record<string, string>> = {
  '': 'h?',
  g: '(?:gu?|c|qu|k)',
  k: '(?:cqu|cc?h?|c?k|qu?|gu?|x)',
  n: '(?:gn|nn?|mn)',
  d: '(?:dd?|th?)',
  t: '(?:tt?h?|dd?|pt)',
  r: '(?:rr?h?|ll?h?)',
  m: 'mm?',
  b: '(?:bb?|v|w)',
  p: '(?:pp?h?|ff?)',
  s: '(?:s?ch|ss?|s?ce?|tz|x)',
  j: '(?:j|ge?|zz?|s|tz|dj|x|y)',
  c: '(?:t?ch|tz|ts|cz|c|j)',
  h: '(?:h|j|kh|ch)',
}
const glide = '(?:ill?|y|gn)?'
const vowels: Readonly<Record<string, string>> = {
  a: '(?:ea|aa?)',
  e: '(?:ai|ay|ei|ey|ae|oe|ee?)',
  ya: `${glide}a`,
  ye: `${glide}(?:ai|ay|ei|ey|ee?)?`,
  eo: '(?:oeu|eu|ou|u|e|o|a)',
  yeo: `${glide}(?:eu|e|o|u)`,
  o: '(?:eau|au|oo|oh?)',
  wa: '(?:ois?|oys?|oix|oua|ouha|oe|wa|ua|o)',
  oe: '(?:oeu|oe|eu|oue|ue|oi|we|u|e|o)',
  yo: `${glide}(?:eau|au|o)`,
  u: '(?:oue?|oo|ue?|w|o)',
  wo: '(?:ou|w|o)?(?:o|e|a)',
  wi: '(?:ui|uy|ue|oui|wi|hui|u)',
  yu: `${glide}(?:u|ou|e)?`,
  eu: '(?:eu|e)?',
  ui: '(?:ui|i)',
  i: '(?:ie|ill?|ee|ei|hi|i|y)',
}
// 앙, 생, 뇽: one vowel before n or m.
const nasals: Readonly<Record<string, string>> = {
  a: '(?:ae|ao|a|e|u)',
  e: '(?:ai|ei|ie|i|e|u|y|a)',
  ya: `${glide}(?:a|e)`,
  ye: `${glide}(?:e|i)`,
  oe: '(?:oi|oui|eu|u|i)',
  wa: '(?:oi|oa|oua|oue|oui)',
  eo: '(?:u|eu|o|e)',
  i: '(?:i|y|ai)',
}
const codas: Readonly<Record<string, string>> = {
  '': 's?',
  k: '(?:cq?|ck|q|k|gu?|x)(?:ue)?e?',
  n: '(?:nn?|mn?)e?',
  m: '(?:mm?|n)e?',
  l: 'll?h?e?s?',
  p: '(?:pp?|bb?|ph)e?',
  t: '(?:tt?|dd?|s)e?',
  ng: '(?:ng?|m)[tdspc]{0,2}',
}

interface Sound {
  initial: string
  medial: string
  final: string
}

function soundsOf(word: string): Sound[] {
  return [...word].map((syllable) => {
    const at = (syllable.codePointAt(0) ?? first) - first
    return {
      initial: initials[Math.floor(at / perInitial)] ?? '',
      medial: medials[Math.floor((at % perInitial) / perMedial)] ?? '',
      final: finals[at % perMedial] ?? '',
    }
  })
}

// 푸아, 수앵: two syllables of Hangul, and one vowel of French.
function joinedGlides(sounds: readonly Sound[]): Sound[] {
  const joined: Sound[] = []
  for (const sound of sounds) {
    const before = joined.at(-1)
    const isGlide = before?.medial === 'u' && before.final === '' && sound.initial === ''
    if (before && isGlide && (sound.medial === 'a' || (sound.medial === 'e' && sound.final === 'ng')))
      joined[joined.length - 1] = { ...before, medial: 'wa', final: sound.final }
    else joined.push(sound)
  }
  return joined
}

/** A pattern for the folded French names, without spaces, that a word of Hangul may transcribe. */
export function frenchSpellings(word: string): string {
  const sounds = joinedGlides(soundsOf(word))
  const parts = sounds.map(({ initial, medial, final }, at) => {
    const before = sounds[at - 1]
    // 엑스 is Aix, and 펠리 has one l or two.
    const isHeld = before?.final === 'k' && initial === 's'
    const lead = consonants[initial] ?? ''
    // 부르주, 오슈: what French does not sound at the end.
    const isMute =
      (initial === 'j' || initial === 's' || initial === 'c') && (medial === 'u' || medial === 'yu')
    const vowel = (final === 'ng' ? nasals[medial] : undefined) ?? vowels[medial] ?? ''
    // 그라블린: one l, written twice.
    const isTwice = final === 'l' && sounds[at + 1]?.initial === 'r'
    return `${isHeld ? `${lead}?` : lead}${isMute ? `(?:${vowel}|e)?` : vowel}${isTwice ? '' : (codas[final] ?? '')}`
  })
  return `^${parts.join('')}(?:e?s|[tdxzpcsr]|e|er|ez|et|ent|ts|ds|rs|ux|lt|gt|nt|rd|rt)?$`
}

const starts: Readonly<Record<string, string>> = {
  '': 'aeiouyhw',
  g: 'gckq',
  k: 'ckqgx',
  n: 'ng',
  d: 'dt',
  t: 'tdp',
  r: 'rl',
  m: 'm',
  b: 'bvw',
  p: 'pfb',
  s: 'sczxt',
  j: 'jgzsdty',
  c: 'tcj',
  h: 'hjkc',
}

/** The possible first letters of such a name. */
export const frenchBeginnings = (word: string) => starts[soundsOf(word)[0]?.initial ?? ''] ?? ''
