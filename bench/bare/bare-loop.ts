// Draws pages by the handler of their route, the same SQL and the same rendering, without a server around it.
import Fastify, { type RouteOptions } from 'fastify'
import { pino } from 'pino'
import { createApplication } from '../../src/app.tsx'
import { addAgendaRoutes } from '../../src/features/agenda/pages.tsx'
import { addSheetRoutes } from '../../src/features/practices/sheets/pages.tsx'
import { addQuestionRoutes } from '../../src/features/questions/questions/pages.tsx'
import { addCooperationRoutes } from '../../src/features/registry/cooperations/pages.tsx'
import { openDatabase } from '../../src/platform/database/open-database.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'

/** The task of the loop: which pages, how many at a time, and for how long; without that, each of them once. */
interface Asked {
  paths: string[]
  from: number
  atATime: number
  seconds?: number
}

const settings = readSettings(process.env)
const log = pino({ level: 'warn' }, pino.destination(2))
const application = createApplication({ settings, database: await openDatabase(settings), log })
const routes: RouteOptions[] = []
const app = Fastify()
app.addHook('onRoute', (route) => void routes.push(route))
addCooperationRoutes(app, application)
addAgendaRoutes(app, application)
addSheetRoutes(app, application)
addQuestionRoutes(app, application)

process.on('disconnect', () => process.exit())
process.on('message', (asked: Asked) => void draw(asked))
process.send?.({ ready: true })

async function draw({ paths, from, atATime, seconds }: Asked): Promise<void> {
  const until = performance.now() + (seconds ?? Number.POSITIVE_INFINITY) * 1000
  const end = seconds === undefined ? from + paths.length : Number.POSITIVE_INFINITY
  const cpu = process.cpuUsage()
  const startedAt = performance.now()
  let next = from
  let drawn = 0
  let bytes = 0
  const loop = async () => {
    while (performance.now() < until && next < end) {
      const html = await drawOne(paths[next++ % paths.length] ?? '')
      bytes += html.length
      drawn++
    }
  }
  await Promise.all(Array.from({ length: atATime }, loop))
  const { user, system } = process.cpuUsage(cpu)
  process.send?.({
    drawn,
    bytes,
    seconds: (performance.now() - startedAt) / 1000,
    cpuMs: (user + system) / 1000,
  })
}

async function drawOne(path: string): Promise<string> {
  const url = new URL(path, 'http://localhost')
  const [, language, network, ...rest] = url.pathname.split('/')
  const address = `/:language/:network/${rest.join('/')}`
  const route = routes.find(({ method, url: own }) => method === 'GET' && own === address)
  const query = Object.fromEntries(url.searchParams)
  let html = ''
  const reply = {
    type: () => reply,
    header: () => reply,
    send: (text: string) => {
      html = text
      return reply
    },
  }
  const request = {
    params: { language, network },
    query,
    raw: { url: path },
    headers: {},
    // A page that is never kept has none of its own.
    routeOptions: { config: route?.config ?? {} },
  }
  await Reflect.apply(route?.handler ?? fail, app, [request, reply])
  return html
}

function fail(): never {
  throw new Error('This page has no route')
}
