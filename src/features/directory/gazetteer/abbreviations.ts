const written: Record<string, string> = { st: 'saint', ste: 'sainte' }

/** Writes out what people shorten in names of places: « St Étienne » as `saint etienne`. Takes and gives folded text. */
export function expandAbbreviations(folded: string): string {
  return folded.replace(/\b(?:st|ste)(?= )/g, (short) => written[short] ?? short)
}
