import { z } from 'zod'

/** How many mails may go somewhere, at most. */
export interface MailRate {
  /** A domain of recipients; `*` for every other one; `smtp:` and the host for a mail server of ours. */
  name: string
  perSecond: number
}

const seconds: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3600, day: 86_400 }
const rate = /^((?:smtp:)?(?:[a-z0-9.-]+|\*))=([1-9]\d{0,6})\/(s|min|h|day)$/i

/** `naver.com=60/min *=600/min smtp:mail.example=1000/h`. */
export const mailRates = z
  .string()
  .refine(
    (text) => text.split(/\s+/).every((each) => rate.test(each)),
    'rates such as naver.com=60/min *=600/min smtp:mail.example=1000/h, separated by spaces',
  )
  .transform((text): MailRate[] => text.split(/\s+/).flatMap(readRate))
  .optional()

/** A rate as it was set. */
export function rateInWords({ name, perSecond }: MailRate): string {
  const unit = Object.keys(seconds).find((each) => isWhole(perSecond * (seconds[each] ?? 1))) ?? 'day'
  return `${name}=${Math.round(perSecond * (seconds[unit] ?? 1))}/${unit}`
}

function readRate(text: string): MailRate[] {
  const [, name = '', count, unit = ''] = rate.exec(text) ?? []
  const length = seconds[unit.toLowerCase()]
  return length === undefined ? [] : [{ name: name.toLowerCase(), perSecond: Number(count) / length }]
}

function isWhole(count: number): boolean {
  return Math.abs(count - Math.round(count)) < 1e-6
}

/** Mail servers that take our mail, by their addresses with a space between them. */
export const mailServers = z
  .string()
  .refine(
    (text) => text.split(/\s+/).every(isMailServer),
    'an address that begins with smtp:// or smtps://: USER:PASSWORD@ if need be, a host, a port; several separated by spaces',
  )
  .optional()

function isMailServer(text: string): boolean {
  const url = URL.parse(text)
  if (!url || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') return false
  // Anything more would be an option that nobody reads.
  return (
    isEncoded(url.username) && isEncoded(url.password) && /^\/?$/.test(url.pathname + url.search + url.hash)
  )
}

function isEncoded(part: string): boolean {
  try {
    return decodeURIComponent(part) !== null
  } catch {
    return false
  }
}
