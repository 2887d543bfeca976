import type { Settings } from '../../platform/settings/settings.ts'

const validDays = 180

/**
 * The text of `/.well-known/security.txt` (RFC 9116): the contact for faults of this installation is the first web or mail address in
 * PUBLISHER_CONTACT. Null if it has none: a false contact is worse than none.
 */
export function securityText({ baseUrl, legal }: Settings, today: string): string | null {
  const [web] = /https:\/\/[^\s,;<>()]+[^\s,;<>().]/.exec(legal.contact ?? '') ?? []
  const [mail] = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/.exec(legal.contact ?? '') ?? []
  if (web === undefined && mail === undefined) return null
  // By the day, so that the text is the same all day.
  const expires = Temporal.PlainDate.from(today).add({ days: validDays })
  return [
    `Contact: ${web ?? `mailto:${mail}`}`,
    `Expires: ${expires}T00:00:00Z`,
    'Preferred-Languages: fr, ko, en',
    `Canonical: ${baseUrl}/.well-known/security.txt`,
    '',
  ].join('\n')
}
