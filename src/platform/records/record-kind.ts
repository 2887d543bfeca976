import type { ComponentChildren } from 'preact'
import type { Context } from '../context/context.ts'
import type { InterfaceLanguage } from '../i18n/languages.ts'
import type { Reader } from '../i18n/reader.ts'
import type { PlainMessageKey, Translate } from '../i18n/translate.ts'
import type { FieldError, FormState, FormValues } from '../input/form.ts'
import type { TextOwner } from '../translation/text-owner.ts'
import type { ProgramRecord } from './api/program-record.ts'
import type { Change } from './difference.ts'
import type { RecordDocument } from './record-document.ts'
import type { RecordHead, RecordNetwork } from './record-head.ts'

/** A change as people read it. */
export interface ExplainedChange {
  /** From the part down to the field: “Agreements”, “Twinning (2015)”, “Date”. */
  label: string[]
  language: string | null
  /** In words; null for a value that was or is absent. */
  before: string | null
  after: string | null
}

export interface RecordWriting {
  network: RecordNetwork
  head: RecordHead
  before: RecordDocument
  after: RecordDocument
  /** The reason: the words under which a fact is declared. */
  reason: string
  /** The language of those words. */
  language: string
  /** The organisation that the author speaks for, when there is one. */
  organisationId: string | null
}

/** What a form of a record is given. */
export interface PartCall {
  context: Context
  reader: Reader
  network: RecordNetwork
  /** Null while the record does not exist yet. */
  head: RecordHead | null
  document: RecordDocument
  /** The entry of a list that is edited; null for a new one, and for parts that are no list. */
  entryId: string | null
  /** The address of the form, without language: where one comes back to from elsewhere. Null where none is drawn. */
  form: string | null
}

/** What a check of a whole record is given beside what its form was. */
export interface CheckCall extends Omit<PartCall, 'head'> {
  head: RecordHead
  translate(language: InterfaceLanguage): Translate
}

export type PartReading = { valid: true; document: RecordDocument } | { valid: false; errors: FieldError[] }

export interface PartEntry {
  id: string
  title: string
  /** The language of the title when it is not the reader's. */
  language?: string
  note?: string
}

/** One form of a record: small enough to be filled in on a phone, and to be checked by another person at a glance. */
export interface RecordPart {
  /** Its place in the address. */
  key: string
  /** Of many parts: what those that follow each other have in common, a heading of the overview. */
  group?: PlainMessageKey
  title: PlainMessageKey
  lead: PlainMessageKey
  /** A hint for the reason, where there is an obvious one. */
  reasonHint?: PlainMessageKey
  /** Whether a record has this part in its current state; every record has by default. */
  isFor?(call: PartCall): boolean
  /** For a list: its entries, each with a form of its own. */
  entries?(call: PartCall): Promise<PartEntry[]>
  /** Its current state, in a few words, for the overview of a part that is no list. */
  words?(call: PartCall): Promise<string>
  /** The initial values of the form. */
  values(call: PartCall): Promise<FormValues>
  /** What the address of the form says of a new record, such as the tie from whose page one comes. */
  presets?(call: PartCall, query: unknown): Promise<FormValues>
  /** The lists of like parts in the form, whose buttons add, remove and move them. */
  lists?: readonly string[]
  /** The form after a press on something else than its buttons, such as a map; null when it was sent to be saved. */
  redraw?(values: FormValues): FormValues | null
  /** The document with the typed values, or their errors. */
  read(call: PartCall, body: unknown): Promise<PartReading>
  /** The document without an entry. */
  remove?(call: PartCall): RecordDocument
  form(call: PartCall, shown: FormState): Promise<ComponentChildren> | ComponentChildren
}

/** A record that may be the one about to be added. */
export interface AlikeRecord {
  id: string
  title: string
  language: string
  /** What tells it apart. */
  details: string
  href: string
}

/** Where the texts of a record in several languages are kept, for people who translate them one by one. */
export interface RecordTextPlaces {
  owners: readonly TextOwner[]
  /** The text records that make up some records: themselves, the exchanges of a tie. */
  within(
    context: Context,
    network: RecordNetwork,
    ids: readonly string[],
  ): Promise<{ kind: string; id: string }[]>
  /** The records that a text record is part of. */
  listRecordsWith(
    context: Context,
    network: RecordNetwork,
    text: { kind: string; id: string },
  ): Promise<string[]>
}

/** What can be edited, suggested, compared and restored: a feature gives one for each of its records. */
export interface RecordKind {
  kind: string
  /** Its place in addresses, in the plural: `cooperations`. */
  segment: string
  noun: PlainMessageKey
  /** Its facts rest on sources: whoever changes one without speaking for a party says where it comes from. */
  isSourced?: boolean
  /** A record as known on the context's day, by slug or id; null for what does not exist or may not be seen. */
  lookUp(
    context: Context,
    network: RecordNetwork,
    by: { slug: string } | { id: string },
  ): Promise<RecordHead | null>
  read(context: Context, network: RecordNetwork, id: string): Promise<RecordDocument>
  /** Several of them by their ids; those that are not known are left out. */
  readEach(
    context: Context,
    network: RecordNetwork,
    ids: readonly string[],
  ): Promise<Map<string, RecordDocument>>
  /** What stands against a record that a form would make, where that takes more than its document: whether it can still be drawn. */
  check?(call: CheckCall, after: RecordDocument): Promise<FieldError[]>
  /** Writes what differs between two documents; what became known later stays as it is. Called inside a transaction. */
  write(context: Context, writing: RecordWriting): Promise<void>
  /** Makes a record; returns its head. Called inside a transaction. */
  add(
    context: Context,
    network: RecordNetwork,
    document: RecordDocument,
    declared: Pick<RecordWriting, 'reason' | 'language' | 'organisationId'>,
  ): Promise<RecordHead>
  /**
   * What the page of a record says of a change that was just made, as a code of the kind that its address carries (`done`); null before: it
   * is new. Null where only saving is reported.
   */
  tellDone?(before: RecordDocument | null, after: RecordDocument): string | null
  /** Whether everybody may read a record with this document: of any other no form says that saving publishes it. Without it, all are public. */
  isPublic?(document: RecordDocument): boolean
  /** What a new record begins as. */
  blank(network: RecordNetwork): RecordDocument
  /** The one form by which a record is added; null where people add none, such as countries. */
  newPart: RecordPart | null
  /** The form filled in with a document that was sent before and came back, to be sent again. */
  retype?(call: PartCall): Promise<FormValues>
  /** Those among the organisations of a new record whose members may add it; null when that depends on none. */
  ownersOf(document: RecordDocument): string[] | null
  /** It is the group’s own, and of no organisation: coordinators add it, and other people suggest. */
  isOfGroup?: boolean
  /** Records that may be the same as a new one: shown before it is added. */
  listAlike(
    context: Context,
    reader: Reader,
    network: RecordNetwork,
    document: RecordDocument,
  ): Promise<AlikeRecord[]>
  parts: readonly RecordPart[]
  /** Where its documents hold what each network knows of it, by the network's id; null for records of one network. */
  sharedField: string | null
  texts?: RecordTextPlaces
  /** How programs read and write it; null for a kind that they only read, by an operation of its feature. */
  program: ProgramRecord | null
  /** Changes in the reader's words. */
  explain(
    context: Context,
    reader: Reader,
    network: RecordNetwork,
    changes: Change[],
    versions: { before: RecordDocument; after: RecordDocument },
  ): Promise<ExplainedChange[]>
}

/** A kind whose records people add. */
export type AddedKind = RecordKind & { newPart: RecordPart }

/** A kind whose records programs read and write as documents. */
export type ProgramKind = RecordKind & { program: ProgramRecord }

export function isAdded(kind: RecordKind): kind is AddedKind {
  return kind.newPart !== null
}

export function isForPrograms(kind: RecordKind): kind is ProgramKind {
  return kind.program !== null
}
