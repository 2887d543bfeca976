import type { Letter, LetterPart } from '../letter.ts'

/** How many items a letter has. */
export function countItems({ parts }: Letter): number {
  return parts.reduce((count, part) => count + (part.kind === 'items' ? part.items.length : 0), 0)
}

/** The letter with its first items only, and a button that leads to the others. */
export function shorten(letter: Letter, items: number, more: { label: string; address: string }): Letter {
  let room = items
  const parts = letter.parts.flatMap((part): LetterPart[] => {
    if (part.kind !== 'items') return [part]
    const shown = part.items.slice(0, room)
    room -= shown.length
    return shown.length === 0 ? [] : [{ ...part, items: shown }]
  })
  const label = { text: more.label, language: letter.language }
  return { ...letter, parts: [...parts, { kind: 'button', label, address: more.address }] }
}
