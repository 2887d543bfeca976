/** The period for which holidays are known, both days included. */
export const knownPeriod = { from: '2015-01-01', to: '2030-12-31' } as const

/** The last day whose holidays were checked against what was decided; later ones follow from the rules in force. */
export const checkedUntil = '2026-11-26'

/** Whether holidays are known for the whole of a period. */
export function isKnownPeriod(from: string, to: string): boolean {
  return from >= knownPeriod.from && to <= knownPeriod.to
}
