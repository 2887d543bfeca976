import { isIP } from 'node:net'
import { z } from 'zod'
import { isWithin, seenDays } from '../dates/edtf-date.ts'
import { type Mailbox, readMailbox } from '../mail/mail-address.ts'
import { type AnswersSettings, answersSchema, readAnswersSettings } from './answers-settings.ts'
import { type AssistantSettings, assistantSchema, readAssistant } from './assistant-settings.ts'
import { calendarHosts } from './calendar-settings.ts'
import { type DatabaseSettings, databaseSchema, readDatabaseSettings } from './database-settings.ts'
import { type DkimSettings, dkimSchema, readDkim } from './dkim-settings.ts'
import { type LegalNotice, legalSchema, readLegal } from './legal-settings.ts'
import { isLoopback } from './loopback.ts'
import { type MailRate, mailRates, mailServers } from './mail-settings.ts'
import { type OidcProvider, readOidcProviders } from './oidc-providers.ts'
import { type ReturnsSettings, readReturnsSettings, returnsSchema } from './returns-settings.ts'
import { readStorage, type StorageSettings, storageSchema } from './storage-settings.ts'
import { wholeNumber } from './whole-number.ts'

const day = z
  .string()
  .refine((text) => isDay(text), 'a day such as 2017-07-08')
  .refine((text) => isWithin(seenDays, text), `a day from ${seenDays.from} to ${seenDays.to}`)
const url = (protocols: string[]) =>
  z
    .string()
    .refine(
      (text) => protocols.includes(URL.parse(text)?.protocol ?? ''),
      `an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
    )
const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: `one of ${values.join(', ')}` })

const schema = z.object({
  PORT: wholeNumber(0, 65535).default(3000),
  HOST: z.string().refine(isHost, 'a host name or an IP address').default('localhost'),
  BASE_URL: url(['http:', 'https:']).optional(),
  DATA_DIR: z.string().min(1, 'a folder').default('./var'),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  ...databaseSchema,
  SMTP_URL: mailServers,
  MAIL_FROM: z
    .string()
    .refine((text) => readMailbox(text) !== null, 'an e-mail address')
    .optional(),
  MAIL_RATES: mailRates,
  ...dkimSchema,
  ...returnsSchema,
  ...answersSchema,
  SECRET: z.string().min(32, 'at least 32 characters').optional(),
  ...storageSchema,
  UPLOAD_MEGABYTES: wholeNumber(1, 10_000).default(50),
  CALENDAR_MEGABYTES: wholeNumber(1, 100).default(5),
  CALENDAR_HOSTS: calendarHosts,
  PAGE_CACHE_MEGABYTES: wholeNumber(0, 10_000).default(64),
  DEMO: oneOf(['france-coree', 'none']).optional(),
  NOW: day.optional(),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
  ROLE: oneOf(['all', 'web', 'worker']).default('all'),
  TRUST_PROXY: z
    .string()
    .refine(isProxyList, 'true, false, or addresses separated by commas')
    .default('false'),
  OIDC_PROVIDERS: z
    .string()
    .transform((text, context) => {
      const read = readOidcProviders(text)
      if ('providers' in read) return read.providers
      context.addIssue({ code: 'custom', message: read.wrong })
      return []
    })
    .optional(),
  RATE_LIMIT: wholeNumber(0, 1_000_000).default(600),
  ...legalSchema,
  TRANSLATION_URL: url(['http:', 'https:']).optional(),
  TRANSLATION_KIND: oneOf(['libretranslate', 'deepl']).default('libretranslate'),
  TRANSLATION_KEY: z
    .string()
    .regex(/^[\x21-\x7e]{1,500}$/, 'a key without spaces, at most 500 characters')
    .optional(),
  ...assistantSchema,
})

export interface TranslationSettings {
  kind: 'libretranslate' | 'deepl'
  /** Without a final slash; null: no service, and none is offered. */
  url: string | null
  key: string | null
}

export interface Settings {
  port: number
  host: string
  /** Address under which the public reaches this server, without a final slash. */
  baseUrl: string
  dataDir: string
  databaseUrl: string | null
  database: DatabaseSettings
  /** One mail server, or several separated by spaces. */
  smtpUrl: string | null
  /** The sender of mails; they are sent in the name of its domain. */
  mailFrom: Mailbox
  /** How many mails may leave, by destination. */
  mailRates: MailRate[]
  dkim: DkimSettings
  returns: ReturnsSettings
  answers: AnswersSettings
  secret: string | null
  storage: StorageSettings
  /** The largest file that may be sent. */
  uploadMegabytes: number
  /** The largest calendar that is read. */
  calendarMegabytes: number
  /** Hosts of one’s own network from which calendars are fetched. */
  calendarHosts: string[]
  /** Memory for pages that anonymous readers were answered; 0 keeps none. */
  pageCacheMegabytes: number
  /** The demonstration to load into an empty embedded database. */
  demo: 'france-coree' | 'none'
  /** The day that networks call today, when it is fixed. */
  now: string | null
  logLevel: string
  role: 'all' | 'web' | 'worker'
  trustProxy: boolean | string
  /** Other services by which people may sign in. */
  oidcProviders: OidcProvider[]
  /** Pages not in the cache that one address may ask for in a minute; 0 = no limit. */
  rateLimit: number
  /** What the legal notice must say and only the body that runs the server knows; null for what is not set yet. */
  legal: LegalNotice
  /** The service that translates by machine. */
  translation: TranslationSettings
  /** What may be asked about texts that a person lets it see; null for nothing. */
  assistant: AssistantSettings | null
}

export class WrongSetting extends Error {}

/** Reads the settings from the environment (empty = unset); throws WrongSetting with one line: name, what it got, what it takes. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(
    Object.keys(schema.shape).map((name) => [name, environment[name]?.trim() || undefined]),
  )
  const result = schema.safeParse(given)
  if (!result.success) {
    const issue = result.error.issues[0]
    const name = String(issue?.path[0])
    const got = withoutSecrets(name, given[name] ?? '')
    throw new WrongSetting(`${name} is "${got}" but takes ${issue?.message}`)
  }
  const read = result.data
  const baseUrl = (read.BASE_URL ?? `http://${hostInAddress(read.HOST)}:${read.PORT}`).replace(/\/+$/, '')
  const mailFrom = readMailbox(read.MAIL_FROM ?? '') ?? usualSender(baseUrl)
  return {
    port: read.PORT,
    host: read.HOST,
    baseUrl,
    dataDir: read.DATA_DIR,
    databaseUrl: read.DATABASE_URL ?? null,
    database: readDatabaseSettings(read),
    smtpUrl: read.SMTP_URL ?? null,
    mailFrom,
    mailRates: read.MAIL_RATES ?? [],
    dkim: readDkim(read),
    returns: readReturnsSettings(read, mailFrom),
    answers: readAnswersSettings(read),
    secret: read.SECRET ?? null,
    storage: storageOf(read),
    uploadMegabytes: read.UPLOAD_MEGABYTES,
    calendarMegabytes: read.CALENDAR_MEGABYTES,
    calendarHosts: read.CALENDAR_HOSTS ?? [],
    pageCacheMegabytes: read.PAGE_CACHE_MEGABYTES,
    // A PostgreSQL server is a real deployment: the demonstration goes there only when asked.
    demo: read.DEMO ?? (read.DATABASE_URL ? 'none' : 'france-coree'),
    now: read.NOW ?? null,
    logLevel: read.LOG_LEVEL,
    role: read.ROLE,
    trustProxy: read.TRUST_PROXY === 'true' ? true : read.TRUST_PROXY === 'false' ? false : read.TRUST_PROXY,
    oidcProviders: read.OIDC_PROVIDERS ?? [],
    rateLimit: read.RATE_LIMIT,
    legal: readLegal(read),
    translation: translationOf(read),
    assistant: readAssistant(read),
  }
}

function translationOf(read: z.output<typeof schema>): TranslationSettings {
  const { TRANSLATION_URL: url, TRANSLATION_KIND: kind, TRANSLATION_KEY: key } = read
  if (url !== undefined && kind === 'deepl' && key === undefined)
    throw new WrongSetting('TRANSLATION_KEY is "" but takes the key that DeepL gave')
  return { kind, url: url?.replace(/\/+$/, '') ?? null, key: key ?? null }
}

function storageOf(read: z.output<typeof schema>): StorageSettings {
  const found = readStorage(read)
  if (typeof found !== 'string') return found
  throw new WrongSetting(`${found} is "" but takes what the store of STORAGE_URL gave`)
}

/** Whether a text is a calendar day in ISO form. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

function isHost(text: string): boolean {
  return isIP(text.replace(/^\[|\]$/g, '')) > 0 || /^[a-z0-9]([a-z0-9.-]{0,252}[a-z0-9])?$/i.test(text)
}

function isProxyList(text: string): boolean {
  if (text === 'true' || text === 'false') return true
  return text
    .split(',')
    .every(
      (part) =>
        ['loopback', 'linklocal', 'uniquelocal'].includes(part.trim()) ||
        isIP(part.trim().split('/')[0] ?? '') > 0,
    )
}

function hostInAddress(host: string): string {
  if (host === '0.0.0.0' || host === '::' || host === '127.0.0.1') return 'localhost'
  return host.includes(':') ? `[${host.replace(/^\[|\]$/g, '')}]` : host
}

// An IP address is no domain that mail could come from.
function usualSender(baseUrl: string): Mailbox {
  const { hostname } = new URL(baseUrl)
  const domain = isLoopback(hostname) || isIP(hostname.replace(/^\[|\]$/g, '')) > 0 ? 'localhost' : hostname
  return { name: 'Entente', address: `no-reply@${domain}` }
}

const secrets =
  /^(SECRET|RETURNS_KEY|DKIM_KEY|TRANSLATION_KEY|ASSISTANT_KEY|OIDC_PROVIDERS|AWS_(?!REGION)\w+)$/

/** What was set, fit to be shown: nothing of a secret, and no password of an address. */
function withoutSecrets(name: string, value: string): string {
  if (secrets.test(name)) return '…'
  // A password may hold any sign: everything before the last @ goes.
  return name.endsWith('_URL') ? value.replace(/:\/\/.*@/, '://…@') : value
}
