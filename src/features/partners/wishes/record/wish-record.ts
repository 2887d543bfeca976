import type { RecordKind, RecordPart } from '../../../../platform/records/record-kind.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { insertWishDocument, writeWishDocument } from '../document.commands.ts'
import { listWishDocuments } from '../document.queries.ts'
import { emptyWish, wishDocument } from '../fields.ts'
import { aboutForm } from '../forms/about-form.tsx'
import { meansForm } from '../forms/means-form.tsx'
import { newWishForm, retypeWish } from '../forms/new-wish-form.tsx'
import { partnerForm } from '../forms/partner-form.tsx'
import { validityForm } from '../forms/validity-form.tsx'
import { wishProgram } from '../wish-program.ts'
import { wishTexts } from '../wish-texts.commands.ts'
import { tellWishDone } from './done.ts'
import { explainWish } from './explanation.ts'
import { listAlikeWishes, lookUpHead } from './queries.ts'

/** The forms of a wish, in the order in which they are offered. */
const wishParts: readonly RecordPart[] = [aboutForm, partnerForm, meansForm, validityForm]

/** Wishes as what members write, suggest, compare and restore: an authority says itself what it looks for. */
export const wishRecord: RecordKind = {
  kind: 'wish',
  segment: 'partners',
  noun: 'partners.wish.noun',
  lookUp: lookUpHead,
  read: async (context, network, id) =>
    (await listWishDocuments(context, network.id, [id])).get(id) ?? notFound(id),
  readEach: (context, network, ids) => listWishDocuments(context, network.id, ids),
  write: (context, { network, head, before, after }) =>
    writeWishDocument(
      context,
      { id: head.id, networkId: network.id },
      wishDocument.parse(before),
      wishDocument.parse(after),
    ),
  add: async (context, network, document) => {
    const id = await insertWishDocument(context, network.id, wishDocument.parse(document))
    const head = await lookUpHead(context, network, { id })
    if (!head) throw new Error(`The wish ${id} was not written`)
    return head
  },
  tellDone: tellWishDone,
  blank: () => emptyWish,
  newPart: newWishForm,
  retype: retypeWish,
  ownersOf: (document) => {
    const { organisationId } = wishDocument.parse(document)
    return organisationId === null ? [] : [organisationId]
  },
  listAlike: listAlikeWishes,
  parts: wishParts,
  sharedField: null,
  texts: {
    owners: [wishTexts],
    within: async (_context, _network, ids) => ids.map((id) => ({ kind: 'wish', id })),
    listRecordsWith: async (_context, _network, { kind, id }) => (kind === 'wish' ? [id] : []),
  },
  program: wishProgram,
  explain: explainWish,
}
