export type Side<Party> = Party[]

/** Consecutive parties of one country make one side: `[A·FR, B·FR, C·KR]` → `[[A, B], [C]]`. Order is kept. */
export function sidesOf<Party extends { country: string }>(parties: readonly Party[]): Side<Party>[] {
  const sides: Side<Party>[] = []
  for (const party of parties) {
    const last = sides.at(-1)
    if (last && last[0]?.country === party.country) last.push(party)
    else sides.push([party])
  }
  return sides
}
