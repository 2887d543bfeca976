import { createHmac } from 'node:crypto'
import type { Application } from '../../http/application.ts'
import type { Settings } from '../../settings/settings.ts'

/**
 * What tells the answers of one person to one thing apart: 128 bits, the same ones each time, as their mails are one conversation. Only
 * `digestOf` it is kept.
 */
export function answerToken({ secret }: Pick<Application, 'secret'>, of: string): string {
  return createHmac('sha256', secret).update(`answer ${of}`).digest('hex').slice(0, 32)
}

/** Where the answers with a token go, or questions to a network with its slug; null where nothing would read them. */
export function answerAddress(
  { settings: { answers } }: { settings: Pick<Settings, 'answers'> },
  token: string,
): string | null {
  const isRead = answers.url !== null || answers.key !== null
  return answers.address === null || !isRead ? null : answers.address.replace('*', token)
}

/** The organizer of what we put into calendars (RFC 5546): their programs answer there, and where nothing reads that, to nobody. */
export function organizerAddress(settings: Pick<Settings, 'answers' | 'mailFrom'>): string {
  return answerAddress({ settings }, 'calendar') ?? settings.mailFrom.address
}

const isToken = /^[\da-f]{32}$/

/** The tokens in fields of a message, and the first other word in their place: in whatever case, and cut by the end of a line. */
export function tokensIn(
  address: string | null,
  fields: readonly string[],
): { tokens: string[]; place: string | null } {
  if (address === null) return { tokens: [], place: null }
  const [before = '', after = ''] = address.toLowerCase().split('*')
  const found = fields.flatMap((field) => {
    const text = field.replaceAll(/\s/g, '').toLowerCase()
    return text
      .split(after)
      .slice(0, -1)
      .map((part) => /[a-z\d-]{1,64}$/.exec(part.slice(-100)))
      .flatMap((match) => (match?.input.slice(0, match.index).endsWith(before) ? [match[0]] : []))
  })
  const tokens = [...new Set(found.filter((each) => isToken.test(each)))]
  return { tokens, place: found.find((each) => !isToken.test(each)) ?? null }
}
