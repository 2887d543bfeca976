import { z } from 'zod'
import { readReferenceRows } from '../../directory/index.ts'

const addressee = z.object({
  /** Whose government, or body on the way to it. */
  country: z.string().regex(/^[A-Z]{2}$/),
  role: z.enum(['to', 'through']),
  /** Its name as of the day, by language. */
  name: z.object({ fr: z.string(), ko: z.string(), en: z.string() }),
})

/** To whom each country’s letter goes, in order. No person is among them. */
export const addressees = z.array(addressee)
export type Addressee = z.output<typeof addressee>

const row = z
  .object({
    country: z.string().regex(/^[A-Z]{2}$/),
    /** The other country of the group that it is told of; `*` for every one. */
    partner: z.string().regex(/^([A-Z]{2}|\*)$/),
    role: z.enum(['to', 'through']),
    place: z.coerce.number().int().min(1),
    fr: z.string().min(1),
    ko: z.string().min(1),
    en: z.string().min(1),
    from: z.iso.date(),
    until: z.union([z.literal('').transform(() => null), z.iso.date()]),
    /** Whether `from` is the day of the change or the first day on which the name was seen. */
    from_is: z.enum(['change', 'seen']),
    source: z.string().min(1),
    url: z.union([z.literal(''), z.url()]),
    seen_on: z.iso.date(),
  })
  .refine(({ from, until }) => until === null || from <= until, 'it ends before it begins')

/** Reads the table of addressees. Throws on a row that is wrong, and on two names for one place on one day. */
export function parseAddressees(text: string): z.output<typeof row>[] {
  const rows = readReferenceRows(text).map((each) => row.parse(each))
  const isRival = (a: (typeof rows)[number], b: (typeof rows)[number]) =>
    (['country', 'partner', 'role', 'place'] as const).every((key) => a[key] === b[key]) &&
    a.from <= (b.until ?? a.from) &&
    b.from <= (a.until ?? b.from)
  const rival = rows.find((a, index) => rows.slice(index + 1).some((b) => isRival(a, b)))
  if (rival) throw new Error(`Two names at once: ${rival.en}`)
  return rows
}

/** To whom the letters of a group of countries go on a day, in the order of their places. */
export function addresseesOn(
  rows: ReturnType<typeof parseAddressees>,
  countries: readonly string[],
  day: string,
): Addressee[] {
  return rows
    .filter(
      ({ country, partner, from, until }) =>
        countries.includes(country) &&
        (partner === '*' || countries.includes(partner)) &&
        from <= day &&
        (until === null || day <= until),
    )
    .toSorted((a, b) => a.place - b.place)
    .map(({ country, role, fr, ko, en }) => ({ country, role, name: { fr, ko, en } }))
}
