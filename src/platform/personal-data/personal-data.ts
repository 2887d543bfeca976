import type { Context } from '../context/context.ts'
import type { InterfaceLanguage } from '../i18n/languages.ts'
import type { PlainMessageKey, Translate } from '../i18n/translate.ts'

/** The person whose data is asked for: by account, and by what names them elsewhere. */
export interface DataSubject {
  /** Null for a person without an account, such as a contact. */
  personId: string | null
  names: readonly string[]
  /** Small letters. */
  addresses: readonly string[]
}

type NameIn<Prefix extends string, Key> = Key extends `${Prefix}${infer Name}` ? Name : never

/** What one piece of stored data is called, in words under `ui.personalData.field.…`. */
export type DataField = NameIn<'ui.personalData.field.', PlainMessageKey>

/** One kind of record, in words under `ui.personalData.section.…`. */
export type DataSection = NameIn<'ui.personalData.section.', PlainMessageKey>

export type DataRecord = Partial<Record<DataField, unknown>>

export interface CollectedData {
  section: DataSection
  /** Never empty: a feature that has nothing returns no section. */
  records: DataRecord[]
}

/** Why a person’s data cannot be erased now, in whichever language it is asked for. */
export interface Hindrance {
  message(t: Translate, language: InterfaceLanguage): string
}

/** What one feature keeps about people: no feature reads out or erases another’s tables. */
export interface PersonalData {
  /** All that is stored about the person, for them to read and to take with them. */
  collect(context: Context, subject: DataSubject): Promise<CollectedData[]>
  /** Erases the data, inside a transaction; that something was done, and on whose behalf, stays. */
  erase(context: Context, subject: DataSubject): Promise<void>
  /** Why it must not be erased yet: another person has to take over first. */
  hinder?(context: Context, subject: DataSubject): Promise<Hindrance[]>
}

/** The kinds of records of which there are some. */
export function collected(section: DataSection, records: DataRecord[]): CollectedData[] {
  return records.length > 0 ? [{ section, records }] : []
}
