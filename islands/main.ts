import { walkWithArrows } from './arrows.ts'
import { offerCopying } from './copy.ts'
import { helpWithForms } from './form.ts'
import { lightMapFromList } from './map-light.ts'
import { sendOnce } from './once.ts'
import { openPassagesInPlace } from './passage.ts'
import { offerPrinting } from './print.ts'

openPassagesInPlace(document)
lightMapFromList(document)
offerPrinting(document)
offerCopying(document)
walkWithArrows(document)
helpWithForms(document)
sendOnce(document)

// Two pages only have to do with passkeys: the others do not load what they need.
if (document.querySelector('[data-passkey]'))
  void import('./passkeys.ts').then(({ offerPasskeys }) => offerPasskeys(document))

// The review of a text is one page, and the only one with so many keys.
if (document.querySelector('[data-review]'))
  void import('./review.ts').then(({ helpWithReview }) => helpWithReview(document))
