import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { keepingVersions } from './features/contributions/index.ts'
import { features } from './features/index.ts'
import { problemPages } from './features/site/index.ts'
import { followActivities } from './features/todo/index.ts'
import { letHear } from './platform/activity/activity.ts'
import { personalActivity } from './platform/activity/personal-activity.ts'
import { calendarMessages } from './platform/calendar/messages/index.ts'
import { type Clock, dayOf, systemClock } from './platform/context/clock.ts'
import { appliedMigrations, listMigrations } from './platform/database/migrations.ts'
import type { OpenDatabase } from './platform/database/open-database.ts'
import { personalEditions } from './platform/editions/personal-editions.ts'
import { personalCalls } from './platform/http/api/answered-calls.ts'
import { addOtherMethods, prepareOperations } from './platform/http/api/operation.ts'
import { letOtherSitesRead } from './platform/http/api/other-sites.ts'
import { takeJsonAlone } from './platform/http/api/read-json.ts'
import type { Application, ShownPage } from './platform/http/application.ts'
import { readAssets } from './platform/http/assets.ts'
import { addIdentity, type Identify, prepareIdentity } from './platform/http/identity.ts'
import { PageCache } from './platform/http/page-cache.ts'
import { Scopes } from './platform/http/scopes.ts'
import { createServer } from './platform/http/server.ts'
import { createCatalogue } from './platform/i18n/catalogue.ts'
import type { Jobs } from './platform/jobs/jobs.ts'
import { letterPlaces } from './platform/letters/letter-source.ts'
import { countMails } from './platform/mail/count-mails.ts'
import { mailMessages } from './platform/mail/messages/index.ts'
import { personalMails } from './platform/mail/personal-mails.ts'
import { readingMessages } from './platform/reading/messages/index.ts'
import { readSecret } from './platform/settings/secret.ts'
import type { Settings } from './platform/settings/settings.ts'
import { openStorage } from './platform/storage/open-storage.ts'
import { personalFiles } from './platform/storage/personal-files.ts'
import { uiMessages } from './ui/messages/index.ts'

export interface Parts {
  settings: Settings
  database: OpenDatabase
  log: FastifyBaseLogger
  clock?: Clock
  /** Says that the process stops; never aborted where nothing stops it. */
  stopping?: AbortSignal
  /** The queue once it runs; null in a process or a test without one. */
  jobs?(): Jobs | null
  /** Finds out who asks, instead of the feature that does so: tests say it in a header. */
  identify?: Identify
}

/** Makes what features are built from, before any of them is. */
export function createApplication({
  settings,
  database,
  log,
  jobs,
  clock = systemClock,
  stopping = new AbortController().signal,
}: Parts): Application {
  letHear((inside, activities) => followActivities(inside, application.toDo, activities))
  let secret: string | null = null
  const messages = [
    uiMessages,
    mailMessages,
    readingMessages,
    calendarMessages,
    ...features.map((feature) => feature.messages),
  ]
  const translate = createCatalogue(messages)
  const application: Application = {
    settings,
    get secret() {
      secret ??= readSecret(settings)
      return secret
    },
    clock,
    database: database.connection,
    keepsNames: () => database.keepsNames(),
    stopping,
    storage: openStorage(settings),
    translate,
    messages,
    sendJob: async (transaction, name, data) => jobs?.()?.send(transaction, name, data),
    assets: readAssets(),
    records: features.flatMap((feature) => feature.records ?? []),
    toDo: features.flatMap((feature) => feature.toDo ?? []),
    countWaiting: features.flatMap((feature) => feature.countWaiting ?? [])[0] ?? null,
    fillMarks:
      features
        .flatMap(({ fillMarks }) => fillMarks ?? [])
        .map((fill) => (page: ShownPage, html: string) => fill(application, page, html))[0] ?? null,
    firstSteps: features.flatMap((feature) => feature.firstSteps ?? []),
    networkParts: features.flatMap((feature) => feature.networkParts ?? []),
    recordLinks: features.flatMap((feature) => feature.recordLink ?? []),
    recordSections: features.flatMap((feature) => feature.recordSection ?? []),
    factSources: features.flatMap((feature) => feature.factSources ?? [])[0] ?? null,
    tellSentences: features.flatMap((feature) => feature.tellSentences ?? [])[0] ?? null,
    partnerSearches: features.flatMap((feature) => feature.partnerSearches ?? [])[0] ?? null,
    visitParts: features.flatMap((feature) => feature.visitPart ?? []),
    visitPages: features.flatMap((feature) => feature.visitPages ?? [])[0] ?? null,
    navigation: features.flatMap((feature) => feature.navigation ?? []),
    accountSections: features.flatMap((feature) => feature.accountSection ?? []),
    reportParts: features.flatMap((feature) => feature.reportParts?.(translate) ?? []),
    letterSources: letterPlaces.flatMap((place) =>
      features.flatMap((feature) => feature.letterSources ?? []).filter((source) => source.place === place),
    ),
    personalData: [
      ...features.flatMap((feature) => feature.personalData ?? []),
      personalMails,
      personalFiles,
      personalEditions,
      personalActivity,
      personalCalls,
    ],
    returnHearers: features.flatMap((feature) => feature.hearReturn ?? []),
    answerTakers: [],
    mailKinds: Object.assign({}, ...features.map((feature) => feature.mails ?? {})),
    apartTexts: features.flatMap((feature) => feature.apartTexts ?? []),
    textOwners: keepingVersions(
      features.flatMap((feature) => feature.texts ?? []),
      features.flatMap((feature) => feature.records ?? []),
      settings,
    ),
    sitemap: async () =>
      (await Promise.all(features.map((feature) => feature.sitemap?.(application) ?? []))).flat(),
    log,
  }
  application.answerTakers = features.flatMap((feature) => feature.answers?.(application) ?? [])
  return application
}

/** Builds the whole application from its features; opens no port. */
export async function createApp(parts: Parts): Promise<FastifyInstance> {
  const application = createApplication(parts)
  const scopes = new Scopes(application.database)
  const app = createServer({
    settings: parts.settings,
    clock: application.clock,
    log: parts.log,
    keptPages: {
      cache: new PageCache(parts.settings.pageCacheMegabytes),
      revisionOf: (scope) => scopes.revisionOf(scope),
      today: () => dayOf(application.clock),
    },
    health: {
      database: async () => {
        await application.database.selectFrom('platform_revision').select('scope').limit(1).execute()
        return null
      },
      migrations: async () => {
        const missing = listMigrations().length - (await appliedMigrations(application.database)).length
        return missing > 0 ? `${missing} migrations are missing` : null
      },
      jobs: async () =>
        parts.jobs && parts.jobs()?.isHealthy() !== true ? 'the job queue does not run' : null,
    },
    measures: { mails: () => countMails(application.database, application.clock) },
    problems: problemPages(application),
  })
  prepareOperations(app)
  prepareIdentity(app)
  const identify = parts.identify ?? features.flatMap((feature) => feature.identify?.(application) ?? [])[0]
  const identifyProgram =
    parts.identify ?? features.flatMap((feature) => feature.identifyProgram?.(application) ?? [])[0]
  app.register(async (pages) => {
    if (identify) addIdentity(pages, identify)
    for (const feature of features) feature.routes?.(pages, application)
  })
  app.register(
    async (api) => {
      letOtherSitesRead(api)
      takeJsonAlone(api)
      if (identifyProgram) addIdentity(api, identifyProgram)
      for (const feature of features) feature.api?.(api, application)
      addOtherMethods(api)
    },
    { prefix: '/api/v1' },
  )
  await app.ready()
  return app
}
