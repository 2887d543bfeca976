import { z } from 'zod'

/** What boxes that share a name send: none, one or several of some values. */
export function severalOf<T extends string>(values: readonly T[]) {
  const one = z.enum(values)
  return z
    .union([one, z.array(one)])
    .default([])
    .transform((chosen) => [chosen].flat())
}
