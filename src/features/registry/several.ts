import { z } from 'zod'

/** The values of boxes that share a name: none, one or several. */
export function severalOf<T extends string>(values: readonly T[]) {
  const one = z.enum(values)
  return z
    .union([one, z.array(one)])
    .default([])
    .transform((chosen) => [chosen].flat())
}
