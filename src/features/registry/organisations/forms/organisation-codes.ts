/** The kinds of code of organisations in a country, as people may type them. */
export function codeSchemesOf(country: string): readonly CodeScheme[] {
  return country === 'FR' ? ['cog', 'siren'] : country === 'KR' ? ['kr', 'kr10'] : []
}

export type CodeScheme = 'cog' | 'siren' | 'kr' | 'kr10'

/** Whether a code is valid for its kind: its length, its characters, and the check digit of a SIREN. */
export function isCodeOf(scheme: CodeScheme, code: string): boolean {
  return patterns[scheme].test(code) && (scheme !== 'siren' || passesLuhn(code))
}

// A commune has five characters in the COG, a département two or three, a region two; a Korean authority two or five digits.
const patterns: Record<CodeScheme, RegExp> = {
  cog: /^(?:\d[\dAB]\d{3}|\d[\dAB]\d?|6AE)$/,
  siren: /^\d{9}$/,
  kr: /^(?:\d{2}|\d{5})$/,
  kr10: /^\d{10}$/,
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
