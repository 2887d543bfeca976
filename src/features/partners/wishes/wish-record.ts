import type { Context } from '../../../platform/context/context.ts'
import { chooseText, plainText } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import type { Change } from '../../../platform/records/difference.ts'
import { explainFields } from '../../../platform/records/fields/explanation.ts'
import type { RecordDocument } from '../../../platform/records/record-document.ts'
import type { RecordHead, RecordNetwork } from '../../../platform/records/record-head.ts'
import type { AlikeRecord, ExplainedChange, RecordKind } from '../../../platform/records/record-kind.ts'
import { storedDocuments, textsUnder } from '../../../platform/records/stored-documents.ts'
import { findNames } from '../../directory/picking/index.ts'
import { insertWishDocument, writeWishDocument } from './commands.ts'
import { emptyWish, type WishDocument, wishDocument, wishFields } from './fields.ts'
import { paths } from './paths.ts'
import { listAlikeWishes, listWishDocuments, lookUpWish } from './queries.ts'
import { expiryWords } from './views/wish-status.tsx'
import type { WishDone } from './wish.ts'
import { newWishForm, retypeWish, wishParts } from './wish-forms.tsx'
import { wishProgram } from './wish-program.ts'
import { wishTexts } from './wish-texts.commands.ts'

/** Wishes as what members write, suggest, compare and restore: an authority says itself what it looks for. */
export const wishRecord: RecordKind = {
  ...storedDocuments({
    kind: 'wish',
    lookUp: lookUpHead,
    parse: (document) => wishDocument.parse(document),
    list: listWishDocuments,
    write: writeWishDocument,
    insert: insertWishDocument,
  }),
  segment: 'partners',
  noun: 'partners.wish.noun',
  tellDone: tellWishDone,
  blank: () => emptyWish,
  newPart: newWishForm,
  retype: retypeWish,
  ownersOf: (document) => {
    const { organisationId } = wishDocument.parse(document)
    return organisationId === null ? [] : [organisationId]
  },
  listAlike,
  parts: wishParts,
  sharedField: null,
  texts: textsUnder('wish', wishTexts),
  program: wishProgram,
  explain: explainWish,
}

/** A wish that the reader may see, by slug or id, with who may change it; null when there is none. */
async function lookUpHead(
  context: Context,
  network: RecordNetwork,
  by: { slug: string } | { id: string },
): Promise<RecordHead | null> {
  const wish = await lookUpWish(context, network.id, by)
  if (!wish) return null
  const { id, slug, title, organisation } = wish
  return { id, slug, title: plainText(title), organisationIds: [organisation.id] }
}

const mostAlike = 5

/** What the same authority looks for or offers already on one of the same themes. */
async function listAlike(
  context: Context,
  reader: Reader,
  network: RecordNetwork,
  document: RecordDocument,
): Promise<AlikeRecord[]> {
  const wishes = await listAlikeWishes(context, network.id, wishDocument.parse(document), mostAlike)
  return wishes.map((wish) => {
    const title = chooseText(wish.title, reader.language)
    return {
      id: wish.id,
      title: title?.text ?? wish.slug,
      language: title?.language ?? reader.language,
      details: expiryWords(reader, wish),
      href: paths.wish(reader, network.slug, wish.slug),
    }
  })
}

/** What a change of a wish did that its page reports: its readers, or its last day. Changes of its words are not reported. */
function tellWishDone(before: RecordDocument | null, after: RecordDocument): WishDone | null {
  const is = wishDocument.parse(after)
  const was = before === null ? null : wishDocument.parse(before)
  if (!isHere(is)) return was !== null && isHere(was) ? 'withdrawn' : null
  if (was === null || was.visibility !== is.visibility) return 'published'
  return was.expiresOn === is.expiresOn ? null : 'renewed'
}

const isHere = ({ visibility }: WishDocument) => visibility !== 'withdrawn'

/** Changes of a wish in the reader’s words, its authority by name. */
async function explainWish(
  context: Context,
  reader: Reader,
  _network: RecordNetwork,
  changes: Change[],
  versions: { before: RecordDocument; after: RecordDocument },
): Promise<ExplainedChange[]> {
  const ids = [versions.before, versions.after].flatMap(
    (version) => wishDocument.parse(version).organisationId ?? [],
  )
  return explainFields(wishFields, reader, changes, await findNames(context, reader, ids))
}
