import type { z } from 'zod'
import type { Context } from '../../../../platform/context/context.ts'
import { isId, newId } from '../../../../platform/context/identifier.ts'
import { mergeLocalizedText, type TypedText } from '../../../../platform/i18n/localized-text.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { changingDraft } from '../commands.ts'
import {
  type FreeContent,
  type Issue,
  type IssueItem,
  type IssuePart,
  type ItemsPart,
  isLeftOut,
  isOnDraft,
  isSame,
  markOf,
  titleOf,
  wordsOf,
} from '../issue.ts'
import type { PartChange, ticksForm } from './schema.ts'

type Named = Pick<Issue, 'id' | 'networkId'>

/**
 * Writes title and introduction. Like every command here, compares `seen`, a mark of what the form showed, with the present state. If
 * another editor changed it, returns false and writes nothing, and the form can say so.
 */
export async function writeWords(
  context: Context,
  named: Named,
  typed: { title: TypedText; introduction: TypedText; seen: string },
): Promise<boolean> {
  let isWritten = false
  await changingDraft(context, named, ({ title, introduction }) => {
    if (markOf({ title, introduction }) !== typed.seen) return null
    isWritten = true
    return {
      title: mergeLocalizedText(title, typed.title),
      introduction: mergeLocalizedText(introduction, typed.introduction),
    }
  })
  return isWritten
}

/** Writes an editor’s title over a source’s part; typing the gathered title restores it. */
export function writeHeading(
  context: Context,
  named: Named,
  partId: string,
  typed: { title: TypedText; seen: string },
): Promise<boolean> {
  return writePart(context, named, partId, (part) => {
    if (part.kind !== 'items') return notFound(partId)
    if (markOf(titleOf(part)) !== typed.seen) return null
    const ownTitle = mergeLocalizedText(titleOf(part), typed.title)
    return { ...part, ownTitle: isSame(ownTitle, part.title) ? null : ownTitle }
  })
}

/**
 * Writes an editor’s words for an item; null for `typed` restores the gathered words. Also returns false if the item is no longer gathered.
 */
export function writeItem(
  context: Context,
  named: Named,
  { partId, key }: { partId: string; key: string },
  typed: { title: TypedText; text: TypedText; seen: string } | null,
): Promise<boolean> {
  return writePart(context, named, partId, (part) => {
    const item = part.kind === 'items' ? part.items.find((each) => each.key === key) : undefined
    if (part.kind !== 'items' || !item) return null
    if (typed !== null && markOf(wordsOf(item)) !== typed.seen) return null
    const own = typed && ownWords(item, typed)
    return { ...part, items: part.items.map((each) => (each === item ? { ...item, own } : each)) }
  })
}

function ownWords(item: IssueItem, typed: { title: TypedText; text: TypedText }): IssueItem['own'] {
  const before = wordsOf(item)
  const words = {
    title: mergeLocalizedText(before.title, typed.title),
    text: mergeLocalizedText(before.text, typed.text),
  }
  const from = { title: item.title, text: item.text }
  return isSame(words, from) ? null : { words, from }
}

/** Adds a part at the end, under the id with which its form was drawn, so that sending it twice adds it once. Returns its id. */
export async function addPart(
  context: Context,
  named: Named,
  content: FreeContent,
  drawnWith: string,
): Promise<string> {
  const id = isId(drawnWith) ? drawnWith : newId()
  await changingDraft(context, named, ({ parts }) =>
    parts.some((part) => part.id === id)
      ? null
      : { parts: [...parts, { id, isHidden: false, isRemoved: false, ...content }] },
  )
  return id
}

/** Replaces the content of a part that an editor added. */
export function writeContent(
  context: Context,
  named: Named,
  partId: string,
  { content, seen }: { content: FreeContent; seen: string },
): Promise<boolean> {
  return writePart(context, named, partId, (part) => {
    if (part.kind !== content.kind) return notFound(partId)
    if (markOf(contentOf(part)) !== seen) return null
    const { id, isHidden, isRemoved } = part
    return { id, isHidden, isRemoved, ...content }
  })
}

/** The content of a part, without its place in the letter. */
export function contentOf({ isHidden: _, isRemoved: __, ...content }: IssuePart): object {
  return content
}

/** Leaves out the parts that were `listed` and are not ticked, and takes back the ticked ones. Parts that a colleague added meanwhile stay. */
export async function tickParts(
  context: Context,
  named: Named,
  { listed, ticked }: z.output<typeof ticksForm>,
): Promise<void> {
  await changingDraft(context, named, (draft) => {
    const parts = draft.parts.map((part) =>
      listed.includes(part.id) ? { ...part, isHidden: !ticked.includes(part.id) } : part,
    )
    return isSame(parts, draft.parts) ? null : { parts }
  })
}

/**
 * Moves, removes or restores a part, or adds what it left out; moves, hides or shows one of its items; restores the gathered order of items.
 */
export async function changeParts(
  context: Context,
  named: Named,
  { verb, part: partId, item }: PartChange,
): Promise<void> {
  await changingDraft(context, named, ({ parts }) => {
    const part = parts.find(({ id }) => id === partId) ?? notFound(partId)
    if (item === null && (verb === 'up' || verb === 'down')) return { parts: moved(parts, part, verb) }
    return { parts: parts.map((each) => (each === part ? changed(part, verb, item) : each)) }
  })
}

function changed(part: IssuePart, verb: string, key: string | null): IssuePart {
  const isHidden = verb === 'hide'
  if (verb === 'reorder') return part.kind === 'items' ? asGathered(part) : part
  if (key !== null) {
    if (part.kind !== 'items') return part
    if (verb === 'up' || verb === 'down') return itemMoved(part, key, verb)
    return { ...part, items: part.items.map((item) => (item.key === key ? { ...item, isHidden } : item)) }
  }
  if (verb === 'add') return part.kind === 'items' ? withLeftOut(part) : part
  // A source’s part can be hidden, but not removed: the next gathering would bring it back.
  return part.kind === 'items' ? part : { ...part, isRemoved: verb === 'remove' }
}

function withLeftOut(part: ItemsPart): ItemsPart {
  return { ...part, items: part.items.map((item) => (isLeftOut(item) ? { ...item, isHidden: false } : item)) }
}

function itemMoved(part: ItemsPart, key: string, verb: 'up' | 'down'): ItemsPart {
  const { items, gatheredOrder = items.map((item) => item.key) } = part
  // Skips what was left out by itself, which stands apart.
  const seen = items.filter((item) => !isLeftOut(item))
  const at = seen.findIndex((item) => item.key === key)
  const [item, other] = [seen[at], seen[at + (verb === 'up' ? -1 : 1)]]
  if (!item || !other) return part
  const [from, to] = [items.indexOf(item), items.indexOf(other)]
  return withOrder({ ...part, gatheredOrder, items: items.toSpliced(from, 1).toSpliced(to, 0, item) })
}

function asGathered(part: ItemsPart): ItemsPart {
  const { gatheredOrder: order = [], items } = part
  const sorted = items.toSorted((one, other) => order.indexOf(one.key) - order.indexOf(other.key))
  return withOrder({ ...part, items: sorted })
}

// Items moved back to their places follow the gathered order again.
function withOrder({ gatheredOrder, ...part }: ItemsPart): ItemsPart {
  const isAsGathered = part.items.every(({ key }, at) => gatheredOrder?.[at] === key)
  return isAsGathered ? part : { ...part, gatheredOrder }
}

// Skips parts that the draft does not show: otherwise the button would seem to do nothing.
function moved(parts: readonly IssuePart[], part: IssuePart, verb: 'up' | 'down'): IssuePart[] {
  const seen = parts.filter(isOnDraft)
  const other = seen[seen.indexOf(part) + (verb === 'up' ? -1 : 1)]
  if (!other || part.isRemoved) return [...parts]
  const without = parts.filter((each) => each !== part)
  return without.toSpliced(without.indexOf(other) + (verb === 'up' ? 0 : 1), 0, part)
}

async function writePart(
  context: Context,
  named: Named,
  partId: string,
  write: (part: IssuePart) => IssuePart | null,
): Promise<boolean> {
  let isWritten = false
  await changingDraft(context, named, ({ parts }) => {
    const part = parts.find(({ id }) => id === partId)
    const after = part ? write(part) : null
    if (after === null) return null
    isWritten = true
    return { parts: parts.map((each) => (each === part ? after : each)) }
  })
  return isWritten
}
