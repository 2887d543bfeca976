import type { Settings } from '../../platform/settings/settings.ts'

const validDays = 180

/**
 * What `/.well-known/security.txt` says (RFC 9116): whom to tell of a fault of this installation, by PUBLISHER_CONTACT, of which the first
 * address of the web or of mail is taken. Null where it holds none: a false contact is worse than none.
 */
export function securityText({ baseUrl, legal }: Settings, today: string): string | null {
  const [web] = /https:\/\/[^\s,;<>()]+[^\s,;<>().]/.exec(legal.contact ?? '') ?? []
  const [mail] = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(legal.contact ?? '') ?? []
  if (web === undefined && mail === undefined) return null
  // By the day, so that it is the same text all day.
  const expires = Temporal.PlainDate.from(today).add({ days: validDays })
  return [
    `Contact: ${web ?? `mailto:${mail}`}`,
    `Expires: ${expires}T00:00:00Z`,
    'Preferred-Languages: fr, ko, en',
    `Canonical: ${baseUrl}/.well-known/security.txt`,
    '',
  ].join('\n')
}
