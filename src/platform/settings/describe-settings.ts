import { mailboxInWords } from '../mail/mail-address.ts'
import { rateInWords } from './mail-settings.ts'
import type { Settings } from './settings.ts'

/** The settings in force by their names in the environment; passwords and the secret are not shown. */
export function describeSettings(settings: Settings): Record<string, string> {
  return {
    PORT: String(settings.port),
    HOST: settings.host,
    BASE_URL: settings.baseUrl,
    DATA_DIR: settings.dataDir,
    DATABASE_URL: address(settings.databaseUrl),
    DATABASE_STATEMENT_SECONDS: String(settings.database.statementSeconds ?? 0),
    DATABASE_CONNECTION_SECONDS: String(settings.database.connectionSeconds),
    DATABASE_POOLER: settings.database.pooler,
    SMTP_URL: settings.smtpUrl?.split(/\s+/).map(address).join(' ') ?? 'unset',
    MAIL_FROM: mailboxInWords(settings.mailFrom),
    MAIL_RATES: settings.mailRates.map(rateInWords).join(' ') || 'unset',
    DKIM_DOMAIN: settings.dkim.domain ?? 'unset',
    DKIM_SELECTOR: settings.dkim.selector,
    DKIM_KEY: settings.dkim.key === null ? 'unset' : 'set',
    RETURNS_URL: address(settings.returns.url),
    RETURN_ADDRESS: settings.returns.address,
    RETURNS_KEY: settings.returns.key === null ? 'unset' : 'set',
    ANSWER_ADDRESS: settings.answers.address?.replace('+*@', '+TOKEN@') ?? 'unset',
    ANSWERS_URL: address(settings.answers.url),
    ANSWERS_KEY: settings.answers.key === null ? 'unset' : 'set',
    MAIL_AUTHSERV: settings.answers.authserv ?? 'unset',
    SECRET: settings.secret === null ? 'unset' : 'set',
    STORAGE_URL: settings.storage.place?.address ?? 'unset',
    AWS_ACCESS_KEY_ID: settings.storage.accessKeyId === null ? 'unset' : 'set',
    AWS_SECRET_ACCESS_KEY: settings.storage.secretAccessKey === null ? 'unset' : 'set',
    AWS_SESSION_TOKEN: settings.storage.sessionToken === null ? 'unset' : 'set',
    AWS_REGION: settings.storage.region ?? 'unset',
    UPLOAD_MEGABYTES: String(settings.uploadMegabytes),
    CALENDAR_MEGABYTES: String(settings.calendarMegabytes),
    CALENDAR_HOSTS: settings.calendarHosts.join(',') || 'unset',
    PAGE_CACHE_MEGABYTES: String(settings.pageCacheMegabytes),
    DEMO: settings.demo,
    NOW: settings.now ?? 'unset',
    LOG_LEVEL: settings.logLevel,
    ROLE: settings.role,
    TRUST_PROXY: String(settings.trustProxy),
    OIDC_PROVIDERS: settings.oidcProviders.map(({ id }) => id).join(',') || 'unset',
    RATE_LIMIT: String(settings.rateLimit),
    PUBLISHER: settings.legal.publisher ?? 'unset',
    PUBLISHER_CONTACT: settings.legal.contact ?? 'unset',
    PUBLICATION_DIRECTOR: settings.legal.director ?? 'unset',
    PRIVACY_CONTACT: settings.legal.privacy ?? 'unset',
    HOSTING: settings.legal.hosting ?? 'unset',
    TRANSLATION_URL: address(settings.translation.url),
    TRANSLATION_KIND: settings.translation.kind,
    TRANSLATION_KEY: settings.translation.key === null ? 'unset' : 'set',
    ASSISTANT_URL: address(settings.assistant?.url ?? null),
    ASSISTANT_KEY: settings.assistant?.key == null ? 'unset' : 'set',
    ASSISTANT_MODEL: settings.assistant?.model ?? 'default',
  }
}

// All parts of an address other than its place may be a secret: a password, a key in its parameters.
function address(given: string | null): string {
  if (given === null) return 'unset'
  const url = URL.parse(given)
  return url ? `${url.protocol}//${url.host}${url.pathname}` : 'set'
}
