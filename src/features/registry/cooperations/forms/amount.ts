import { z } from 'zod'
import { says } from '../../../../platform/input/form.ts'

/** The currencies on offer; one that a record has already is offered beside them. */
export const currencies = ['EUR', 'KRW', 'USD', 'GBP', 'CHF', 'CAD', 'JPY', 'CNY', 'XOF', 'XAF', 'MAD', 'TND']

/** An amount as people write it, 1 200 000,50 or 1,200,000.50, as the database keeps it: 1200000.50; null for none. */
export const typedAmount = z
  .string()
  .trim()
  .max(30)
  .default('')
  .transform((text, check) => {
    if (text === '') return null
    const amount = readAmount(text)
    if (amount !== null) return amount
    check.issues.push({ code: 'custom', message: says('registry.form.amountWrong'), input: text })
    return z.NEVER
  })

/** Reads an amount; the last comma or point counts as decimal sign when one or two figures follow it. */
export function readAmount(text: string): string | null {
  const compact = text.replaceAll(/[\s'’]/gu, '')
  const [, whole = '', cents = ''] = written.exec(compact)?.filter((part) => part !== undefined) ?? []
  const figures = whole.replaceAll(/[.,]/g, '').replace(/^0+(?=\d)/, '')
  if (figures === '' || figures.length > 12) return null
  return `${figures}.${cents.padEnd(2, '0')}`
}

// Figures alone or in groups of three, with the other sign before the cents.
const written =
  /^(?:(\d+)(?:[.,](\d{1,2}))?|(\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?|(\d{1,3}(?:\.\d{3})+)(?:,(\d{1,2}))?)$/

/** The amount as the form shows it: without cents if there are none. */
export function amountToType(amount: string | null): string {
  return amount?.replace(/\.0+$/, '') ?? ''
}
