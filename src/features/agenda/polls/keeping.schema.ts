import { z } from 'zod'
import { interfaceLanguages } from '../../../platform/i18n/languages.ts'
import { says } from '../../../platform/input/form.ts'
import { readMailbox } from '../../../platform/mail/mail-address.ts'

/** More at once is a mailing. */
export const mostInvited = 50
const longestName = 100

/** People to invite: an address on each line, after a name or alone. */
export function invitationForm(countries: readonly string[]) {
  return z.object({
    addresses: z
      .string()
      .trim()
      .min(1)
      .max(20_000)
      .transform((text) =>
        text
          .split(/[\n;,]+/)
          .map((line) => line.trim())
          .filter(Boolean),
      )
      .refine((lines) => lines.every((line) => readMailbox(line) !== null), says('agenda.error.addresses'))
      .refine((lines) => lines.length <= mostInvited, says('agenda.error.addressesTooMany'))
      .transform((lines) =>
        lines.flatMap((line) => {
          const mailbox = readMailbox(line)
          return mailbox ? [{ ...mailbox, name: mailbox.name.slice(0, longestName) }] : []
        }),
      ),
    language: z.enum(interfaceLanguages),
    side: z.string().refine((code) => countries.includes(code)),
  })
}
