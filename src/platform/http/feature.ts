import type { FastifyInstance } from 'fastify'
import type { Command } from '../cli/command.ts'
import type { Context } from '../context/context.ts'
import type { Messages } from '../i18n/catalogue.ts'
import type { PlainMessageKey } from '../i18n/translate.ts'
import type { Job } from '../jobs/jobs.ts'
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
import type { ApartOwner, TextOwner } from '../translation/text-owner.ts'
import type { AccountSection, Application, ShownPage, SitemapEntry } from './application.ts'
import type { FirstStep } from './first-step.ts'
import type { Identify } from './identity.ts'
import type { NavigationEntry } from './navigation.ts'
import type { NetworkPart } from './network-part.ts'
import type { ToDoSource } from './to-do-source.ts'

/** One noun of the product. Everything a feature adds to the house is listed here. */
export interface Feature {
  name: string
  messages: Messages
  navigation?: NavigationEntry[]
  /** Pages: address → query or command → view. */
  routes?(app: FastifyInstance, application: Application): void
  /** Routes for programs, under /api/v1. */
  api?(app: FastifyInstance, application: Application): void
  jobs?(application: Application): Job[]
  /** Addresses of public pages, without language, for search engines. */
  sitemap?(application: Application): Promise<SitemapEntry[]>
  commands?: Command[]
  /** The kinds of mail that it sends, and what each is called. */
  mails?: Readonly<Record<string, PlainMessageKey>>
  /** Hears of mails that did not arrive. */
  hearReturn?: HearReturn
  /** Takes mails in which people answer what it asked them. */
  answers?(application: Application): AnswerTaker
  records?: readonly RecordKind[]
  /** What a new group does in it before the group can work. */
  firstSteps?: readonly FirstStep[]
  /** What it counts among the things that wait for people. */
  toDo?: readonly ToDoSource[]
  /** Counts what waits for an actor in a network: of one feature only. */
  countWaiting?(context: Context, networkId: string): Promise<number>
  /** Writes what belongs at the marks of texts that the reader cannot read (`Reader.unread`) into a page: of one feature only. */
  fillMarks?(application: Application, page: ShownPage, html: string): Promise<string>
  /** What it shows on pages of a network that another feature draws. */
  networkParts?: readonly NetworkPart[]
  /** A way from the pages of other features’ records to what it knows of them. */
  recordLink?: RecordLink
  /** A section of its own on the page of an event. */
  recordSection?: RecordSection
  /** Where facts come from and what sources disagree on: of one feature only. */
  factSources?: FactSources
  /** Understands the sentences of texts: of one feature only. */
  tellSentences?: TellSentences
  /** The authorities that look for a partner, by their own word: of one feature only. */
  partnerSearches?: PartnerSearches
  /** What it adds to the note of a visit to a country: of one feature only. */
  visitPages?: VisitPages
  /** What it tells of the authority that is visited, on the note itself. */
  visitPart?: VisitPart
  /** The kinds of its records that have texts in several languages. */
  texts?: TextOwner[]
  /** The kinds of its texts that only some read, which are among none of those. */
  apartTexts?: readonly ApartOwner[]
  /** The parts of a network’s letter that it offers. */
  letterSources?: readonly LetterSource[]
  /** What it reports to the governments of a group’s countries. */
  reportParts?(translate: Application['translate']): readonly ReportPart[]
  /** Something of its own on everybody’s account page. */
  accountSection?: AccountSection
  /** What it keeps about people: read out to them, and erased when they ask. */
  personalData?: PersonalData
  /** Finds out who asks for a page, and who sends a form: of one feature only. */
  identify?(application: Application): Identify
  /** Finds out for which person a program calls the API: of one feature only. */
  identifyProgram?(application: Application): Identify
}
