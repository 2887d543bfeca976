import { z } from 'zod'

/** The boxes that are ticked, each once: a browser sends one as a text, several as a list, none not at all. */
export function chosenAmong<const T extends readonly [string, ...string[]]>(codes: T) {
  return z.preprocess(
    (value) => (value === undefined || value === '' ? [] : [...new Set([value].flat())]),
    z.array(z.enum(codes)),
  )
}
