import type { Part, Passage } from '../../../../platform/documents/sheet.ts'

/** A part of one paragraph, or nothing if the passage is empty. */
export function prosePart(title: string, passage: Passage): Part[] {
  return passage.length > 0 ? [{ kind: 'prose', title, passages: [passage] }] : []
}
