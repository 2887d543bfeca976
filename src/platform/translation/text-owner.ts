import type { Actor } from '../context/actor.ts'
import type { Context } from '../context/context.ts'
import type { LocalizedName, LocalizedText } from '../i18n/localized-text.ts'
import type { PlainMessageKey } from '../i18n/translate.ts'
import { originalLanguage } from './with-passage.ts'

/** One text of a record: its place in it, as in `agreements.<id>.title`, and since when it is known. */
export interface RecordText {
  path: string
  text: LocalizedText
  knownOn: string
}

/** A record as lists of texts show it: its name, and what follows the network in the address of its page. */
export interface TextRecord {
  networkId: string
  recordKind: string
  recordId: string
  label: LocalizedName
  address: string
}

export interface RecordTexts extends TextRecord {
  texts: RecordText[]
}

/** One text that replaces another: that of `before`, or none. */
export interface TextReplacement {
  networkId: string
  recordId: string
  path: string
  before: LocalizedText
  after: LocalizedText
}

/** Whether a replacement changes the words of the original: translations may come when those are fixed. */
export function changesOriginal({ before, after }: TextReplacement): boolean {
  const language = originalLanguage(before)
  return language !== null && (before[language]?.text ?? '') !== (after[language]?.text ?? '')
}

/** What a feature knows of the texts of one kind of its records: the only place that knows where they are. */
export interface TextOwner {
  kind: string
  label: PlainMessageKey
  /** What the text at a path is called. */
  fieldLabel(path: string): PlainMessageKey
  /**
   * The texts of all records of this kind in a network, or those of some; nothing of the day is left out. With a seer, who has a role in
   * the network: what they may see.
   */
  listTexts(
    context: Context,
    networkId: string,
    recordIds?: readonly string[],
    seer?: Actor,
  ): Promise<RecordTexts[]>
  /** Writes a text in the caller's transaction and records it; false when it is no longer what it was. */
  replaceText(context: Context, replacement: TextReplacement): Promise<boolean>
}

/** One text that only some read: in no index, and worded on the page at its address. */
export interface TextApart extends TextRecord {
  text: LocalizedText
  /** The account of the person who wrote it. */
  by: string | null
  /** Whether it can still be worded in other languages. */
  isOpen: boolean
}

/** What a feature knows of the texts of one kind that only some read (record 71): a translation may be asked for. */
export interface ApartOwner {
  kind: string
  /** Those of some texts that the actor of the context may read. */
  listApart(context: Context, networkId: string, recordIds: readonly string[]): Promise<TextApart[]>
}
