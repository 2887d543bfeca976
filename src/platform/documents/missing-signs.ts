/**
 * The characters that Typst says no font can show, read from its error; empty for any other error.
 * Its message is Rust's debugging form, where quotes, backslashes and unusual characters are escaped up to twice.
 */
export function missingSigns(error: unknown): string[] {
  const message = error instanceof Error ? error.message : String(error)
  const passages = message.matchAll(/(?:the text|disallowed codepoint) `\\*"(.*?)\\*"`/gsu)
  return [...new Set([...passages].flatMap(([, passage = '']) => [...unescaped(passage)]))].filter(
    (sign) => !surelyThere.test(sign),
  )
}

// The passage around a missing sign has other letters too: those that every Latin font has stay.
const surelyThere = /[\u0020-\u017f\u1ea0-\u1ef9□]/u

function unescaped(text: string): string {
  return text
    .replace(/\\+u\{([0-9a-f]{1,6})\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/\\+(.)/gs, '$1')
}
