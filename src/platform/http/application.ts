import type { FastifyBaseLogger } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Clock } from '../context/clock.ts'
import type { Context } from '../context/context.ts'
import type { Connection } from '../database/connection.ts'
import type { Messages } from '../i18n/catalogue.ts'
import type { InterfaceLanguage } from '../i18n/languages.ts'
import type { Reader } from '../i18n/reader.ts'
import type { PlainMessageKey, Translate } from '../i18n/translate.ts'
import type { LetterSource } from '../letters/letter-source.ts'
import type { AnswerTaker } from '../mail/inbound/answer-taker.ts'
import type { HearReturn } from '../mail/returns/mail-return.ts'
import type { PersonalData } from '../personal-data/personal-data.ts'
import type { TellSentences } from '../reading/told-sentence.ts'
import type { FactSources } from '../records/fact-sources.ts'
import type { PartnerSearches } from '../records/partner-searches.ts'
import type { RecordKind } from '../records/record-kind.ts'
import type { RecordLink, RecordSection } from '../records/record-link.ts'
import type { ReportPart } from '../records/report-part.ts'
import type { VisitPages, VisitPart } from '../records/visit-pages.ts'
import type { Settings } from '../settings/settings.ts'
import type { Storage } from '../storage/storage.ts'
import type { ApartOwner, TextOwner } from '../translation/text-owner.ts'
import type { FirstStep } from './first-step.ts'
import type { NavigationEntry } from './navigation.ts'
import type { NetworkPart } from './network-part.ts'
import type { ToDoSource } from './to-do-source.ts'

/** Addresses of the files that every page needs. */
export interface Assets {
  css: string
  js: string
  /** Style sheet of the small page that other sites show in a frame. */
  embedCss: string
  /** Font files worth asking for before the style sheet is read, by language of the page. */
  fonts: Record<string, string[]>
}

/** What routes, jobs and commands are built from; one per process, or one per test. */
export interface Application {
  settings: Settings
  /** Signs cookies; made and kept in DATA_DIR when SECRET is unset and something first asks for it. */
  readonly secret: string
  clock: Clock
  database: Connection
  /** Whether the database keeps statements under names; false behind some poolers. */
  keepsNames(): boolean
  /** Ends long work where the process stops. */
  stopping: AbortSignal
  /** Where the bytes of files are kept. */
  storage: Storage
  translate(language: InterfaceLanguage): Translate
  /** The sources (ICU) of all messages, a part a feature: for what freezes its words. */
  messages: readonly Messages[]
  /** Asks for a job inside a transaction; without a queue, background jobs find what is due by themselves. */
  sendJob(transaction: Connection, name: string, data: object): Promise<void>
  assets: Assets
  navigation: NavigationEntry[]
  /** What can be edited, suggested, compared and restored. */
  records: readonly RecordKind[]
  /** What a new group does before it can work. */
  firstSteps: readonly FirstStep[]
  /** What features count among the things that wait for people. */
  toDo: readonly ToDoSource[]
  /** How much waits for an actor in a network; null where no feature counts it. */
  countWaiting: ((context: Context, networkId: string) => Promise<number>) | null
  /** Writes what belongs at the marks of texts that the reader cannot read into a page; null where no feature does. */
  fillMarks: ((page: ShownPage, html: string) => Promise<string>) | null
  /** What features show on pages of a network that others draw. */
  networkParts: readonly NetworkPart[]
  /** From the page of a record to what other features know of it. */
  recordLinks: readonly RecordLink[]
  /** What they show on the page of an event. */
  recordSections: readonly RecordSection[]
  /** Where the facts of records come from; null where no feature keeps it. */
  factSources: FactSources | null
  /** Understands the sentences of texts; null where no feature does. */
  tellSentences: TellSentences | null
  /** The authorities that look for a partner, by their own word; null where no feature asks them. */
  partnerSearches: PartnerSearches | null
  /** What belongs to the note of a visit to a country; null where no feature adds anything. */
  visitPages: VisitPages | null
  /** What features tell of the authority that is visited. */
  visitParts: readonly VisitPart[]
  /** Kinds of mail, in words. */
  mailKinds: Readonly<Record<string, PlainMessageKey>>
  /** Who knows the texts of each kind of record. */
  textOwners: TextOwner[]
  /** Who knows the texts that only some read. */
  apartTexts: readonly ApartOwner[]
  /** What features add to the signed-in person’s account. */
  accountSections: readonly AccountSection[]
  /** What is kept about people, by the feature that keeps it. */
  personalData: readonly PersonalData[]
  /** The parts of a letter that features offer, in the order in which it has them. */
  letterSources: readonly LetterSource[]
  /** What features report to the governments of a group’s countries. */
  reportParts: readonly ReportPart[]
  /** Who hears of mails that did not arrive. */
  returnHearers: readonly HearReturn[]
  /** Who takes the mails in which people answer. */
  answerTakers: readonly AnswerTaker[]
  /** Every public page of every feature, for search engines. */
  sitemap(): Promise<SitemapEntry[]>
  log: FastifyBaseLogger
}

/** A page of a network that was drawn for a person, before it is sent. */
export interface ShownPage {
  context: Context
  reader: Reader
  network: { id: string; slug: string; languages: string[] }
  /** As it was requested, with its parameters. */
  address: string
}

export interface SitemapEntry {
  path: string
  /** Null when nothing dates the page. */
  changedAt: Date | null
}

/** A section of the account page, under a heading of its own. */
export type AccountSection = (asked: {
  reader: Reader
  context: Context
  /** Whose account it is. */
  personId: string
}) => ComponentChildren | Promise<ComponentChildren>
