import type { TextDocument, TextPassage } from '../../../platform/reading/text-document.ts'

/**
 * The passages of a text that was typed without marks for its titles, with those that are titles by their look: a line in capitals, and
 * numbered lines that each stand above a paragraph.
 */
export function withHeadings({ format }: TextDocument, passages: readonly (TextPassage | null)[]) {
  if (format !== 'markdown' || passages.some((each) => each?.kind === 'title' && each.level > 1))
    return passages
  const isAbove = (at: number) => {
    const [own, next] = [passages[at], passages[at + 1]]
    return (
      own?.kind === 'item' &&
      own.level === 1 &&
      own.text.length < 110 &&
      !/[.;:,!?]$/u.test(own.text) &&
      next?.kind === 'paragraph' &&
      next.text.length > own.text.length
    )
  }
  const numbered = passages.flatMap((_, at) => (isAbove(at) ? [at] : []))
  return passages.map((passage, at) =>
    passage === null
      ? null
      : passage.kind === 'paragraph' && isInCapitals(passage.text)
        ? { ...passage, kind: 'title' as const, level: 2 }
        : numbered.length > 1 && numbered.includes(at)
          ? { ...passage, kind: 'title' as const, level: 3 }
          : passage,
  )
}

function isInCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0
  return letters > 5 && text.length < 110 && capitals > letters * 0.85 && !/[.;,]$/u.test(text)
}
