import { followDecisions } from './review/follow.ts'
import { sendInPlace } from './review/in-place.ts'
import { listenToKeys } from './review/keys.ts'
import { showTogether } from './review/together.ts'

/** Helps a reviewer of a text: keys, both columns in step, acts without leaving the place, and what others decide meanwhile. */
export function helpWithReview(page: Document) {
  const review = page.querySelector<HTMLElement>('[data-review]')
  if (!review) return
  showTogether(page)
  listenToKeys(page)
  sendInPlace(page)
  followDecisions(page)
}
