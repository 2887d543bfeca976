import { pino } from 'pino'
import { createApp, createApplication } from '../../src/app.tsx'
import type { Connection } from '../../src/platform/database/connection.ts'
import type { TestApp } from './open-test-app.ts'

/** The application under another address, on the same database or on the one given; the caller closes it. */
export async function moveHouse(
  testApp: TestApp,
  baseUrl: string,
  connection?: Connection,
): Promise<TestApp> {
  const { clock, application } = testApp
  const other = connection ?? application.database
  const parts = {
    settings: { ...application.settings, baseUrl },
    clock,
    database: {
      connection: other,
      answering: other,
      keepsNames: () => true,
      executeSql: () => Promise.reject(new Error('only the queue asks for it')),
      whileIdle: () => Promise.reject(new Error('only snapshots ask for it')),
      isEmbedded: false,
      restoredFrom: null,
      onBroken: () => undefined,
      close: async () => undefined,
    },
    log: pino({ level: 'silent' }),
  }
  const app = await createApp(parts)
  return {
    ...testApp,
    app,
    application: createApplication(parts),
    context: { ...testApp.context, database: parts.database.connection },
    get: (url, headers = {}) =>
      app.inject({ method: 'GET', url, headers: { accept: 'text/html', ...headers } }),
    close: () => app.close(),
  }
}
