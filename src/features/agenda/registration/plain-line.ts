import { z } from 'zod'

// Marks that turn the direction of what follows make a name read as another one.
const turning = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g

/** One line of text as typed, without invisible characters. */
export function plainLine(max: number) {
  return z
    .string()
    .transform((text) =>
      text
        .replaceAll(turning, '')
        .replaceAll(/[\p{Cc}\s]+/gu, ' ')
        .trim(),
    )
    .pipe(z.string().max(max))
}
