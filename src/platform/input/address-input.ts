import { z } from 'zod'

/** The address of a web page, or null where the field is left empty; nothing that a browser would run or open otherwise. */
export const optionalWebAddress = z
  .union([z.literal(''), z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(2000)], {
    error: 'ui.form.url',
  })
  .default('')
  .transform((address) => (address === '' ? null : address))
