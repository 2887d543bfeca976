import { z } from 'zod'

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
