import { z } from 'zod'
import { isTold, isWithin, parseEdtf, toldDays } from '../../dates/index.ts'
import { slug } from '../../http/api/parameters.ts'

/** Fields that records share, as programs write them. */
export const edtf = z
  .string()
  .trim()
  .max(100)
  .refine((text) => !('problem' in parseEdtf(text)), { error: 'an EDTF date, as in 2017-10 or 2010?' })
  .refine((text) => isTold(text), { error: `a date from ${toldDays.from} to ${toldDays.to}` })
  .nullable()
  .default(null)
  .describe('EDTF')

export const day = z.iso
  .date({ error: 'a day such as 2017-07-08', abort: true })
  .refine((text) => isWithin(toldDays, text), { error: `a day from ${toldDays.from} to ${toldDays.to}` })

export const organisation = slug().describe('Slug of an organisation of the directory')

export const entryId = z
  .string()
  .max(100)
  .optional()
  .describe('Given by the server: left out for a new entry')

/** A text that may be missing: null then. */
export function line(longest: number) {
  return z.string().trim().min(1).max(longest).nullable().default(null)
}

export const webAddress = z
  .url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'the address of a web page' })
  .max(2000)
  .nullable()
  .default(null)
