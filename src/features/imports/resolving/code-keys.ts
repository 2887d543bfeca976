/** The possible meanings of a code in a table: keys of reference files, or a SIREN. */
export interface SoughtCode {
  keys: string[]
  siren: string | null
}

/**
 * Reads a code: COG of communes, départements and régions, SIREN, Korean administrative codes of 2, 5 or 10 digits. Restores zeros
 * that a spreadsheet removed. A code with several meanings has several keys.
 */
export function readCode(code: string, country: string | null): SoughtCode {
  const plain = code.replaceAll(/[\s.-]/g, '').toUpperCase()
  const none = { keys: [], siren: null }
  if (country === 'KR') return { keys: koreanKeys(plain), siren: null }
  if (country !== null && country !== 'FR') return none
  if (/^\d{9}$/.test(plain)) return { keys: [`FR:epci:${plain}`], siren: plain }
  if (/^(\d{4,5}|2[AB]\d{3})$/.test(plain))
    return { keys: [`FR:commune:${plain.padStart(5, '0')}`], siren: null }
  if (/^(\d{1,3}|2[AB])$/.test(plain)) {
    const padded = plain.padStart(2, '0')
    return {
      keys: [`FR:departement:${padded}`, `FR:region:${padded}`, `FR:collectivite:${padded}`],
      siren: null,
    }
  }
  const iso = /^FR([A-Z]{3}|\d{2,3}|2[AB])$/.exec(plain)?.[1]
  return iso ? { keys: [`FR:departement:${iso}`], siren: null } : none
}

function koreanKeys(plain: string): string[] {
  if (/^\d{10}$/.test(plain))
    return plain.endsWith('00000000') ? [`KR:${plain.slice(0, 2)}`] : [`KR:${plain.slice(0, 5)}`]
  return /^(\d{2}|\d{5})$/.test(plain) ? [`KR:${plain}`] : []
}
