import { z } from 'zod'

/** An address as people type it: without the spaces around it, and in small letters, by which accounts are known. */
export const typedAddress = z
  .string()
  .trim()
  .max(254)
  .transform((text) => text.toLowerCase())
  .pipe(z.email())

export const signInForm = z.object({ address: typedAddress })
