import type { FastifyRequest } from 'fastify'

const ahead = /prefetch|preview|prerender/i
// What says of itself that it is a program. Proxies through which people see pictures are none of these.
const program =
  /bot\b|crawl|spider|slurp|scan|preview|monitor|headless|python|curl|wget|java\/|go-http|okhttp|axios|node|link ?check|safe ?links|barracuda|mimecast|proofpoint|facebookexternalhit|kakaotalk-scrap|yeti/i

/** Whether an address is asked for by no person: looked at without its contents, ahead of a click, or by a program that says so. */
export function asksByItself({ method, headers }: Pick<FastifyRequest, 'method' | 'headers'>): boolean {
  if (method !== 'GET') return true
  const purposes = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].map((name) => String(headers[name] ?? ''))
  const agent = headers['user-agent'] ?? ''
  return purposes.some((purpose) => ahead.test(purpose)) || agent === '' || program.test(agent)
}
