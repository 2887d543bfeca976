/** A hundred per cent in equal parts of two decimals at most; the first ones take the remainder. */
export function shares(count: number): string[] {
  const least = Math.floor(10_000 / count)
  const over = 10_000 - least * count
  return Array.from({ length: count }, (_, index) => String((least + (index < over ? 1 : 0)) / 100))
}
