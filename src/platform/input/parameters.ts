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
