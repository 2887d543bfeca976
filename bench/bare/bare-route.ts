// A server with one route and nothing else: the same bytes under the same headers as the page of another server.
import Fastify from 'fastify'
import { pino } from 'pino'
import { serverOptions } from '../../src/platform/http/server.ts'
import { readSettings } from '../../src/platform/settings/settings.ts'

const [page = '', port = ''] = process.argv.slice(2)
const answer = await fetch(page, { headers: { 'accept-encoding': 'identity' } })
const body = Buffer.from(await answer.arrayBuffer())
const writtenByNode = ['date', 'connection', 'keep-alive', 'transfer-encoding']
const headers = Object.fromEntries([...answer.headers].filter(([name]) => !writtenByNode.includes(name)))

const app = Fastify(serverOptions(readSettings({ PORT: port }), pino({ level: 'warn' }, pino.destination(2))))
app.get(new URL(page).pathname, (_request, reply) => reply.headers(headers).send(body))
await app.listen({ port: Number(port), host: 'localhost' })
process.on('disconnect', () => process.exit())
process.send?.({ bytes: body.length })
