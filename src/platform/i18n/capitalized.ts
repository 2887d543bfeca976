/** A word or a phrase as it begins a line or a title. */
export function capitalized(text: string, language: string): string {
  return text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1)
}
