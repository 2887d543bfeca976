import type { Alias } from '../aliases.ts'

const forms: Record<string, { word: string; colloquial?: string }> = {
  CC: { word: 'Communauté de communes' },
  CA: { word: "Communauté d'agglomération", colloquial: 'Agglomération' },
  CU: { word: 'Communauté urbaine' },
}

const capitals: [RegExp, string][] = [
  [/\bEpinal\b/gu, 'Épinal'],
  [/\bEvreux\b/gu, 'Évreux'],
  [/\bEpernay\b/gu, 'Épernay'],
  [/\bEcouves\b/gu, 'Écouves'],
  [/\bEtang\b/gu, 'Étang'],
  [/\bCoeur/gu, 'Cœur'],
  [/\bcoeur/gu, 'cœur'],
]

/** An EPCI's name as shown: without stray quotation marks and spaces, with accents on capitals. */
export function epciName(source: string): string {
  const plain = source.replaceAll(/''|"/gu, '').replaceAll(/\s+/gu, ' ').trim()
  return capitals.reduce((name, [pattern, letter]) => name.replace(pattern, letter), plain)
}

/** The other names an EPCI answers to: the spelt-out form, the bare name, the initials in brackets. */
export function epciAliases(name: string): Alias[] {
  const [, form = '', rest = ''] = /^(CC|CA|CU) (.+)$/u.exec(name) ?? []
  const spelling = forms[form]
  if (spelling === undefined) return []
  const [, bare = rest, initials = ''] = /^(.+?) \(([^)]+)\)$/u.exec(rest) ?? []
  const colloquial = spelling.colloquial
  const texts = [
    `${spelling.word} ${bare}`,
    ...(colloquial !== undefined && startsWithOf(bare) ? [`${colloquial} ${bare}`] : []),
    startsWithOf(bare) ? '' : bare,
  ]
  return [
    ...texts.map((text) => ({ language: 'fr', kind: 'alias', text })),
    { language: 'fr', kind: 'short', text: initials },
  ]
}

function startsWithOf(name: string): boolean {
  return /^(de|du|des|d'|de la|de l')\b|^d'|^de l'/u.test(name)
}
