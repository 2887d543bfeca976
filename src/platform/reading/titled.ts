import type { TextPassage } from './text-document.ts'

/** A paragraph that is nothing but bold is a title, of the rank of the title above it or of the third. */
export function titleBoldLines(passages: readonly TextPassage[]): TextPassage[] {
  let above = 0
  return passages.map((passage) => {
    if (passage.kind === 'title') above = passage.level
    if (!isBoldLine(passage)) return passage
    above = Math.max(3, above)
    return { ...passage, kind: 'title', level: above }
  })
}

function isBoldLine({ kind, text, strong: [first, second] }: TextPassage): boolean {
  if (kind !== 'paragraph' || text.length > 200 || !first || second) return false
  return first.start === 0 && first.end === text.length
}
