/**
 * Why what an expression reads is never long, by its place; the first that fits. An expression that may take the square of a length, or
 * of which nothing better is known, needs one.
 */
const bounds: readonly (readonly [place: RegExp, why: string])[] = [
  [
    /^src\/features\/imports\/understanding\//,
    'read in a process of its own that ends; sentences are cut at 3,000 letters',
  ],
  [/^src\/platform\/reading\//, 'read in a process of its own that ends, but for 1,024 bytes'],
  [/^src\/platform\/calendar\/reading\//, 'read in a process of its own that ends'],
  [/^src\/platform\/spreadsheets\//, 'read in a process of its own that ends'],
  [
    /^src\/platform\/mail\/inbound\//,
    'lines of 400 letters and notes of 4,000, in a process of its own that ends',
  ],
  [/^src\/platform\/mail\/returns\//, 'the first 64 kB, in a process of its own that ends'],
  [/^src\/platform\/dates\//, 'a date as somebody says it, at most a line of a form or a cell'],
  [
    /^src\/platform\/(?:search|input|i18n|links|personal-data|http)\//,
    'a field of a form, a name or an address',
  ],
  [/^src\/features\/directory\//, 'a name of the directory, or 200 letters of a search'],
  [
    /^src\/features\/imports\/(?:tables|resolving|calendars|parts)\//,
    'a cell of a table or a line of a calendar',
  ],
  [/^src\/features\/imports\/texts\//, 'a quotation or a title of a text'],
  [/^src\/features\/briefs\//, 'a source of a brief, at most as long as its field'],
  [/^src\/features\/practices\/proposals\//, 'a sentence of a text, cut at 3,000 letters'],
  [
    /^src\/features\/(?:networks|registry|agenda|minutes|partners|newsletter|contacts|translations)\//,
    'a field of a form',
  ],
  [
    /^src\/features\/(?:people|outbox|site|contributions|demonstration|reports)\//,
    'a field of a form or a file of ours',
  ],
  [/^(?:src\/ui|src\/platform|islands)\//, 'texts of the interface and settings, which are ours'],
]

export const boundOf = (file: string): string | null =>
  bounds.find(([place]) => place.test(file))?.[1] ?? null
