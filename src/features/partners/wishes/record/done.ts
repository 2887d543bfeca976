import type { RecordDocument } from '../../../../platform/records/record-document.ts'
import { type WishDocument, wishDocument } from '../fields.ts'

/** What the page of a wish may say of what was just done to it. */
export const doneWords = ['published', 'renewed', 'found', 'reopened', 'withdrawn'] as const
export type WishDone = (typeof doneWords)[number]

/** What a change of a wish did that its page reports: its readers, or its last day. Changes of its words are not reported. */
export function tellWishDone(before: RecordDocument | null, after: RecordDocument): WishDone | null {
  const is = wishDocument.parse(after)
  const was = before === null ? null : wishDocument.parse(before)
  if (!isHere(is)) return was !== null && isHere(was) ? 'withdrawn' : null
  if (was === null || was.visibility !== is.visibility) return 'published'
  return was.expiresOn === is.expiresOn ? null : 'renewed'
}

const isHere = ({ visibility }: WishDocument) => visibility !== 'withdrawn'
