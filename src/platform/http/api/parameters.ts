import { z } from 'zod'
import { isWithin, seenDays } from '../../dates/index.ts'

/** Schemas of what programs may ask for; the message of each says what the parameter takes. */
export function wholeNumber(least: number, most: number) {
  const error = `a whole number from ${least} to ${most}`
  return z.int({ error }).min(least, { error }).max(most, { error })
}

/** One of a closed list of codes. */
export function oneOf<const T extends readonly string[]>(codes: T) {
  return z.enum(codes, { error: `one of ${codes.join(', ')}` })
}

/** Any of a closed list of codes, given several times for several. */
export function severalOf<const T extends readonly string[]>(codes: T) {
  return z.array(oneOf(codes)).max(codes.length, { error: `each code once, ${codes.length} at most` })
}

/** A calendar day in ISO form, of those on which pages are seen. */
export function day() {
  const error = `a day from ${seenDays.from} to ${seenDays.to}`
  return z.iso
    .date({ error: 'a day such as 2017-07-08', abort: true })
    .refine((text) => isWithin(seenDays, text), { error, abort: true })
}

export function country() {
  return z.string().regex(/^[A-Z]{2}$/, { error: 'a country in two capital letters, as in FR' })
}

export function slug() {
  return z.string().regex(slugPattern, { error: 'the last part of an address, as in limoges-icheon' })
}

/** Words to look for. */
export function words(longest = 200) {
  return z.string().max(longest, { error: `at most ${longest} characters` })
}

/** Slugs of the path: anything else names nothing. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
