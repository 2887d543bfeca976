/** One text parameter of an address; the first one when it is repeated. */
export function parameterOf(parameters: unknown, name: string): string | undefined {
  if (typeof parameters !== 'object' || parameters === null) return undefined
  const value: unknown = Reflect.get(parameters, name)
  const first: unknown = Array.isArray(value) ? value[0] : value
  return typeof first === 'string' ? storable(first) : undefined
}

/** All text values of a parameter, in order. */
export function parametersOf(parameters: unknown, name: string): string[] {
  if (typeof parameters !== 'object' || parameters === null) return []
  const value: unknown = Reflect.get(parameters, name)
  return [value]
    .flat()
    .filter((each): each is string => typeof each === 'string')
    .map(storable)
}

// A database takes neither lone surrogates nor the null character: what cannot have been written finds nothing.
export function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\ufffd')
}

/** Nobody turns further pages than these; a reader who wants all of a list takes its data. */
export const mostPages = 200

/** The page of a list that an address asks for (`page`, or what a second list of a page calls it), from 1; anything else is the first one. */
export function readPageNumber(query: unknown, name = 'page'): number {
  const text = parameterOf(query, name) ?? ''
  const page = /^\d{1,6}$/.test(text) ? Number(text) : 1
  return page >= 1 && page <= mostPages ? page : 1
}
