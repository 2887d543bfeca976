import type { FastifyRequest } from 'fastify'

/**
 * The parameters of an address that its page reads, in one order, as a query. It is made of the parsed parameters: parsing
 * the address a second time would merge what the page distinguishes.
 */
export function knownQuery({ query, routeOptions }: FastifyRequest): string {
  if (typeof query !== 'object' || query === null) return ''
  const read: [string, string][] = []
  for (const name of routeOptions.config.kept?.parameters ?? []) {
    const value: unknown = Reflect.get(query, name)
    if (typeof value === 'string') read.push([name, value])
    else if (Array.isArray(value)) read.push(...value.map((each): [string, string] => [name, String(each)]))
  }
  return read.length === 0 ? '' : new URLSearchParams(read).toString()
}

/** The path of an address, as it was written, cut off where the router cuts. */
export function pathOf({ raw }: FastifyRequest): string {
  const url = raw.url ?? ''
  const end = url.search(/[?#]/)
  return end < 0 ? url : url.slice(0, end)
}
