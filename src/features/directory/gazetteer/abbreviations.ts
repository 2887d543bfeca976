const written: Record<string, string> = { st: 'saint', ste: 'sainte' }

/** Expands abbreviations in place names: « St Étienne » → `saint etienne`. Takes and returns folded text. */
export function expandAbbreviations(folded: string): string {
  return folded.replace(/\b(?:st|ste)(?= )/g, (short) => written[short] ?? short)
}
