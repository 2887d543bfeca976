import { bareName, fold } from '../../../platform/search/index.ts'
import { expandAbbreviations } from './abbreviations.ts'

/**
 * Expands abbreviations in names of towns: « Frankfurt a. M. » → Frankfurt am Main, « Villeneuve-s/-Lot » → Villeneuve sur Lot.
 * Covers only abbreviations that offices share, so looking the results up finds a town only where one has that name. Empty for a
 * name without abbreviations; the likelier form first where a sign has several readings.
 */
export function writtenOut(name: string): string[] {
  let forms = [name.slice(0, 200)]
  for (const [pattern, words] of shortened)
    forms = forms.flatMap((form) =>
      pattern.test(form) ? words.map((word) => form.replaceAll(pattern, word)) : [form],
    )
  const own = fold(name.slice(0, 200))
  return [...new Set(forms.slice(0, mostForms).map(fold))].filter((form) => form !== own && form !== '')
}

// « Neustadt/Main »: a slash may mean any of these.
const mostForms = 12

type Shortened = readonly [pattern: RegExp, words: readonly string[]]

/** Matches a shortened word between a gap or hyphen and another one or the end. */
const at = (pattern: string) => new RegExp(`(?<=[\\s-])${pattern}(?=[\\s\\-,)]|$)`, 'g')

// `a.M.`, `a. M.`, `a.M`: offices place the points as they like.
const letters = (first: string, ...others: string[]) =>
  at([`${first}\\.`, ...others.map((other) => `\\s?${other}`)].join('').replaceAll('§', '\\.?'))

/** Rivers and heights that names of German towns end with. */
const german: readonly Shortened[] = [
  [letters('a', 'M(?:ain)?§'), ['am Main']],
  [letters('a', 'N(?:eckar)?§'), ['am Neckar']],
  [letters('a', 'Rh(?:ein)?§'), ['am Rhein']],
  [letters('a', 'Ts§'), ['am Taunus']],
  [letters('i', 'Ts§'), ['im Taunus']],
  [letters('i', '(?:Br|Brsg)§'), ['im Breisgau']],
  [letters('i', 'W(?:estf)?§'), ['in Westfalen']],
  [letters('i', 'OB§'), ['in Oberbayern']],
  [letters('i', 'd\\.', 'O\\.?Pf§'), ['in der Oberpfalz']],
  [letters('i', 'd\\.'), ['in der']],
  [letters('o', 'd\\.', 'T(?:auber)?§'), ['ob der Tauber']],
  [letters('v', 'd\\.', 'H(?:öhe)?§'), ['vor der Höhe']],
  [letters('v', 'd\\.'), ['vor der']],
  [letters('a', 'd\\.', 'O(?:der)?§'), ['an der Oder']],
  [letters('a', 'd\\.', '(?:S|Saale)§'), ['an der Saale']],
  [letters('a', 'd\\.', '(?:W|Weinstr)§'), ['an der Weinstraße']],
  [letters('a', 'd\\.', 'D(?:onau)?§'), ['an der Donau']],
  [letters('a', 'd\\.', 'R(?:uhr)?§'), ['an der Ruhr']],
  [letters('a', 'd\\.'), ['an der']],
  // « Ludwigshafen a. Rhein », « Garching b. München », « Freiburg i. Breisgau ».
  [/(?<=[\s-])a\.\s?(?=\p{Lu}\p{Ll}{2})/gu, ['am ', 'an der ']],
  [/(?<=[\s-])b\.\s?(?=\p{Lu}\p{Ll}{2})/gu, ['bei ']],
  [/(?<=[\s-])i\.\s?(?=\p{Lu}\p{Ll}{2})/gu, ['im ', 'in ']],
]

/** Prepositions in French names, however they are joined. */
const french: readonly Shortened[] = [
  [/(?<=\p{L})[\s-]*\b(?:s\/s|ss\/|ss?\/s)[\s/-]*(?=\p{L})/giu, [' sous ']],
  [/(?<=\p{L})[\s-]+s\/[\s-]*(?=\p{L})/giu, [' sur ']],
  [/(?<=\p{L}{3})[\s-]+s\.\s?(?=\p{Lu}\p{Ll}{2})/gu, [' sur ']],
  [/(?<=[\s-]en[\s-])P(?:ro)?v?ce\b\.?/giu, ['Provence']],
  [/(?<![\p{L}\p{N}])N\.?[\s-]?D\.?(?=[\s-](?:de|du|des|d['’])[\s-]?)/gu, ['Notre Dame']],
  [/(?<![\p{L}\p{N}])Mt(?=[\s-]\p{L})/gu, ['Mont', 'Mount']],
  [/(?<![\p{L}\p{N}])Sta\.?(?=[\s-]\p{Lu})/gu, ['Santa']],
  [/(?<![\p{L}\p{N}])Sto\.?(?=[\s-]\p{Lu})/gu, ['Santo']],
]

/** A river in brackets or after a slash: « Halle (Saale) », « Frankfurt/Oder », « Neuilly/Seine ». */
const beside: readonly Shortened[] = [
  [/\s*(?:\(\s*Main\s*\)|\/\s*Main$)/gu, [' am Main']],
  [/\s*(?:\(\s*Oder\s*\)|\/\s*Oder$)/gu, [' an der Oder']],
  [/\s*(?:\(\s*Saale\s*\)|\/\s*Saale$)/gu, [' an der Saale']],
  [/\s*(?:\(\s*Ruhr\s*\)|\/\s*Ruhr$)/gu, [' an der Ruhr']],
  [/\s*(?:\(\s*Rhein\s*\)|\/\s*Rhein$)/gu, [' am Rhein']],
  [/(?<=\p{L}{3})\s*\/\s*(?=\p{Lu}\p{Ll}{2,}$)/gu, [' sur ', ' am ', ' an der ']],
]

const shortened = [...german, ...french, ...beside]

export interface NamesSought {
  folded: string
  bare: string
  kindHint: string[]
  /** Possible full forms of a shortened name, the likelier first. */
  full: string[]
}

/** The forms in which a name is looked up: as it is, without the words that only say its kind, and with abbreviations expanded. */
export function namesSought(name: string): NamesSought {
  const { bare, kindHint } = bareName(name.slice(0, 200))
  const folded = written(name.slice(0, 200))
  const full = [...writtenOut(name), ...writtenOut(bare)].map(expandAbbreviations)
  return { folded, bare: written(bare), kindHint, full: [...new Set(full)].filter((each) => each !== folded) }
}

/** A name in the form used by the index: folded, with abbreviations expanded. */
function written(text: string): string {
  return expandAbbreviations(fold(text))
}
