import { globSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest-runner/config'
import { LongestFirst } from './tools/test/longest-first.ts'
import { stories } from './tools/test/stories.ts'
import { TallyReporter } from './tools/test/tally-reporter.ts'

const tallyFile = process.env.TALLY_FILE
const tests = ['{src,islands,tools,test,bench}/**/*.test.{ts,tsx}']
const ownProcesses = ['test/operations/**', 'test/e2e/**']
// `npm test` sets it where there is a server: what opens a database is run on that, and the main story of each part on both.
const isShared = process.env.TEST_DATABASES === 'shared'
const prepareRun = 'test/support/prepare-run.ts'
const buildFirst = 'test/support/build-first.ts'
const startServer = 'test/support/start-server.ts'
const serveSite = 'test/e2e/serve-site.ts'
const noteOutbox = 'test/e2e/note-outbox.ts'
const slow = { testTimeout: 300_000, hookTimeout: 300_000 }
// A machine with two cores that runs everything at once is slow at times.
const patient = { expect: { poll: { timeout: 45_000 } } }

export default defineConfig({
  test: {
    // Every core: by itself vitest leaves one of them idle.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    reporters: tallyFile ? ['default', new TallyReporter(tallyFile)] : ['default'],
    projects: [
      {
        // Every test beside the code; those that open a database open the embedded one, unless the server has them all.
        test: {
          name: 'embedded',
          include: tests,
          exclude: [...ownProcesses, ...(isShared ? onServerAlone() : [])],
          globalSetup: [prepareRun],
          // Two thirds of the time: what one file has imported, the next ones find. They take back what they change of it.
          isolate: false,
          testTimeout: 20_000,
          hookTimeout: 120_000,
          ...patient,
        },
      },
      {
        // The tests that open a database, on a PostgreSQL server.
        test: {
          name: 'server',
          include: isShared ? onDatabase() : onBoth(),
          isolate: false,
          globalSetup: [prepareRun, startServer],
          testTimeout: 20_000,
          hookTimeout: 120_000,
          ...patient,
        },
      },
      {
        // Whole processes: started, killed, refused.
        test: {
          name: 'operations',
          include: ['test/operations/**/*.test.ts'],
          globalSetup: [prepareRun, buildFirst, startServer],
          ...slow,
          ...patient,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: ['test/e2e/pages/{addressed,reached}.test.ts'],
          globalSetup: [prepareRun, buildFirst, serveSite],
          setupFiles: [noteOutbox],
          ...slow,
          ...patient,
        },
      },
      // Every page; those that one reaches by typing, and journeys, on other sites: in this one nobody changes anything.
      ...['addressed', 'reached'].map((which) => ({
        test: {
          name: `pages-${which}`,
          include: [`test/e2e/pages/${which}.test.ts`],
          globalSetup: [prepareRun, buildFirst, serveSite],
          setupFiles: [noteOutbox],
          ...slow,
          ...patient,
        },
      })),
    ],
  },
})

function onDatabase(): string[] {
  const files = globSync(tests, { exclude: (path) => path.includes('node_modules') })
  return files.filter(
    (path) =>
      !/^test\/(?:operations|e2e)\b/.test(path) &&
      /\bopen(TestApp|TestDatabase|DatabaseRelay|EditedRecord|PolicyFixture|FurnishedNetwork|KeptGroup|Followed|Letters|Sendings|Missions|Commitments|Mailings|Meetings|StoppedCluster|Wishing|Asking|ExchangeApp)\b/.test(
        readFileSync(path, 'utf8'),
      ),
  )
}

// What a browser does with a form, what is read out of texts and whom it means, whom a policy lets in and what a page escapes is the same
// on every database.
function onBoth(): string[] {
  const same =
    /^(?:test\/(?:policies|security\/(?:meeting-)?markup)|islands|tools\/score-readings|src\/features\/(?:imports\/resolving\/wikidata|contributions\/editing\/untouched))\b/
  return onDatabase().filter((path) => !same.test(path))
}

// The platform, and of each feature its story, are run on both.
function onServerAlone(): string[] {
  const files = onDatabase()
  const missing = stories.filter((story) => !files.includes(story))
  if (missing.length > 0) throw new Error(`Stories that open no database: ${missing.join(', ')}`)
  return files.filter((path) => !path.startsWith('src/platform/') && !stories.includes(path))
}
